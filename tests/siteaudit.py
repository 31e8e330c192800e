"""What an expert publisher looks at in a finished site: every rule that can be checked from its files alone.

``audit`` takes the files of a whole site and says in plain words what is wrong, page by page. It knows nothing of how the
site was made.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

import html5lib
from lxml import etree

from tests.siteitems import disagreements
from tests.sitepage import Page

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
SEARCH_POLICY = POLICY.replace("base-uri", "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri")
ARTEFACTS = re.compile(r"\{\{|\{%|%\(\w+\)s|\0|�|&amp;(?:amp|lt|gt|quot|#\d+);")
LOADING = {"link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src", "object": "data"}
PRINTED = {"alternate", "canonical", "prev", "next", "license"}
"""Relations of links that load nothing."""
UNWALKED = ("404.html",)
NEEDED = ("index.html", "404.html", "static/habar.css", "static/favicon.svg")


def audit(files: Mapping[str, bytes], base_url: str | None = None, written: Iterable[str] = ()) -> list[str]:
    """What is wrong with a site, each with the path of a file.

    :param written: what bulletins say that looks like an artefact of templates, as pages spell it.
    """
    pages = {path: Page(path, data, base_url, written) for path, data in files.items() if path.endswith(".html")}
    found = [f"{path}: {fault}" for path, page in pages.items() for fault in _page(page, files, pages, base_url)]
    found += _titles(pages)
    found += _orphans(pages, base_url)
    found += [f"{name} is missing or empty" for name in NEEDED if not files.get(name)]
    found += [f"{path}: {fault}" for path, fault in disagreements(files, pages, base_url)]
    if base_url:
        found += _sitemap(files, pages, base_url)
        found += [
            f"{path}: {fault}"
            for path in files
            if path.endswith(".atom")
            for fault in _feed(path, files, pages, base_url)
        ]
    return found


def _page(page: Page, files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str | None) -> Iterator[str]:
    yield from _markup(page)
    yield from _language(page)
    yield from _security(page, base_url)
    yield from _links(page, files, pages, base_url)
    if not page.moved:
        yield from _structure(page)
    if base_url and page.indexed:
        yield from _alternates(page, pages, base_url)
        yield from _shared(page)


def _markup(page: Page) -> Iterator[str]:
    parser = html5lib.HTMLParser()
    parser.parse(page.data, transport_encoding="utf-8")
    yield from (f"markup: {error[1]} at line {error[0][0]}" for error in parser.errors)
    if b'<meta charset="utf-8">' not in page.data[:1024].lower():
        yield "no charset in the first 1024 bytes"
    viewport = page.tree.find("head/meta[@name='viewport']")
    if viewport is None or re.search(r"user-scalable|maximum-scale", viewport.get("content", "")):
        yield "the viewport is missing or cannot be zoomed"
    visible = "".join(page.tree.itertext())
    if not unicodedata.is_normalized("NFC", visible):
        yield "text is not in NFC"
    if artefact := ARTEFACTS.search(page.without):
        yield f"an artefact of templates: {artefact[0]!r}"
    repeated = [name for name, count in Counter(page.tree.xpath("//@id")).items() if count > 1]
    yield from (f"the id {name!r} is there twice" for name in repeated)


def _language(page: Page) -> Iterator[str]:
    folder = page.path.partition("/")[0]
    if not page.language:
        yield "the page has no lang"
    elif "/" in page.path and page.language != folder:
        yield f"lang is {page.language!r}, but the page lies in {folder}/"
    if page.tree.get("dir") not in ("ltr", "rtl"):
        yield "the page has no dir"
    for node in page.tree.xpath("//body//a[@hreflang][not(@type)]"):  # the text of a link to a file is the page's own
        tongue = next((each.get("lang") for each in (node, *node.iterancestors()) if each.get("lang")), "")
        if tongue != node.get("hreflang"):
            yield f"a link to {node.get('hreflang')} has no lang of its own"
    for node in page.tree.iter("time"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d(T[\d:]+([+-]\d\d:\d\d|Z))?", node.get("datetime", "")):
            yield f"a time without a date: {node.get('datetime')!r}"


def _security(page: Page, base_url: str | None) -> Iterator[str]:
    policy = page.tree.find("head/meta[@http-equiv='Content-Security-Policy']")
    given = policy.get("content") if policy is not None else None
    scripts = [node for node in page.tree.iter("script") if node.get("type") != "application/ld+json"]
    if given != (SEARCH_POLICY if scripts and "/search/" in page.path else POLICY):
        yield f"the content security policy is {given!r}"
    if any(not node.get("src") for node in scripts):
        yield "an inline script"
    if scripts and "/search/" not in page.path:
        yield "a script outside of the search page"
    for node in page.tree.iter(etree.Element):
        for name, value in node.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"the attribute {name} on {node.tag}"
            if name in ("href", "src", "action") and re.match(r"\s*(javascript|data|vbscript):", value, re.I):
                yield f"a link that runs: {value[:30]!r}"
        if node.tag == "style":
            yield "an inline style sheet"
        if _loads(node) and _foreign(node.get(LOADING[node.tag], ""), base_url):
            yield f"loads from another host: {node.get(LOADING[node.tag])}"


def _loads(node: etree._Element) -> bool:
    return node.tag in LOADING and not (node.tag == "link" and set(node.get("rel", "").split()) & PRINTED)


def _foreign(href: str, base_url: str | None) -> bool:
    parts = urlsplit(href)
    return bool(parts.scheme or parts.netloc) and not (base_url and href.startswith(base_url))


def _links(page: Page, files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str | None) -> Iterator[str]:
    for node in page.tree.iter(etree.Element):
        for name in ("href", "src"):
            href = node.get(name)
            if href is None:
                continue
            target = page.target(href, base_url)
            if target is not None and target not in files:
                yield f"leads nowhere: {href}"
            fragment = urlsplit(href).fragment
            if fragment and target in pages and not pages[target].tree.xpath("//*[@id=$id]", id=fragment):
                yield f"leads to a place that is not there: {href}"


def _structure(page: Page) -> Iterator[str]:
    for name in ("h1", "main", "title"):
        if (count := len(list(page.tree.iter(name)))) != 1:
            yield f"{count} elements {name}"
    if not (page.tree.findtext("head/title") or "").strip():
        yield "the title is empty"
    levels = [int(node.tag[1]) for node in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"a level of headings is skipped: {levels}"
    first = page.tree.find("body/a")
    if first is None or first.get("href") != "#text" or page.tree.find(".//main[@id='text']") is None:
        yield "no link over the head to the text"
    yield from ("a list of links without a name" for nav in page.tree.iter("nav") if not nav.get("aria-label"))
    yield from (f"no alternative text: {node.get('src')}" for node in page.tree.iter("img") if node.get("alt") is None)
    note = page.tree.find("head/meta[@name='description']")
    if (
        page.tree.find(".//main/article") is not None
        and page.indexed
        and not (note is not None and note.get("content"))
    ):
        yield "no description"
    if note is not None and len(note.get("content", "")) > 150:
        yield "the description is longer than 150 characters"


def _alternates(page: Page, pages: Mapping[str, Page], base_url: str) -> Iterator[str]:
    canonical = [node.get("href") for node in page.tree.iterfind("head/link[@rel='canonical']")]
    if canonical != [page.url]:
        yield f"canonical is {canonical}"
    found = dict(page.alternates)
    default = found.pop("x-default", None)
    if page.address and found.get(page.language) != page.url:
        yield "the page is not among its own alternates"
    if default is not None and default not in (*found.values(), base_url):
        yield f"x-default leads elsewhere: {default}"
    for tag, href in found.items():
        other = pages.get(page.target(href, base_url) or "")
        if other is None or not other.indexed:
            yield f"hreflang {tag} leads to no page: {href}"
        elif other.language != tag:
            yield f"hreflang {tag} leads to a page in {other.language}"
        elif other.alternates != page.alternates:
            yield f"hreflang of {other.path} is another set"
    switched = {
        node.get("hreflang"): base_url + (page.target(node.get("href"), base_url) or "").removesuffix("index.html")
        for node in page.tree.iterfind(".//nav[@class='languages']//a")
    }
    if switched and switched != found:
        yield "the switcher and the head name other pages"


def _shared(page: Page) -> Iterator[str]:
    """JSON-LD and OpenGraph against what the page says itself."""
    for script in page.tree.iterfind("head/script[@type='application/ld+json']"):
        said = json.loads(script.text)
        heading = _plain("".join(page.tree.find(".//h1").itertext()))
        if _plain(said["headline"]) != heading and "not-yet" not in page.text:
            yield f"the headline of JSON-LD is {said['headline']!r}"
        if said["inLanguage"] != page.language:
            yield f"the language of JSON-LD is {said['inLanguage']!r}"
        if said["url"] != page.url:
            yield f"the address of JSON-LD is {said['url']}"
        days = [node.get("datetime") for node in page.tree.iterfind(".//p[@class='day']/time")]
        if days and said["datePublished"][:10] != days[0]:
            yield f"JSON-LD dates it {said['datePublished']}, the page {days[0]}"
        if datetime.fromisoformat(said.get("datePublished", "2000-01-01T00:00:00+00:00")).tzinfo is None:
            yield "a date of JSON-LD has no offset"
    shown = {node.get("property"): node.get("content") for node in page.tree.iterfind("head/meta[@property]")}
    if shown and shown["og:url"] != page.url:
        yield f"og:url is {shown['og:url']}"
    if shown and not shown["og:locale"].startswith(page.language + "_"):
        yield f"og:locale is {shown['og:locale']}"


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _titles(pages: Mapping[str, Page]) -> Iterator[str]:
    """A title tells one page of a language from another."""
    seen: dict[tuple[str, str], str] = {}
    for path, page in pages.items():
        key = page.language, page.tree.findtext("head/title") or ""
        if page.indexed and seen.setdefault(key, path) != path:
            yield f"{path}: has the title of {seen[key]}"


def _orphans(pages: Mapping[str, Page], base_url: str | None) -> Iterator[str]:
    """Every page is reached by links from the front page, and stays in its language on the way."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = pages[waiting.pop()]
        links = {page.target(node.get("href"), base_url) for node in page.tree.iterfind(".//a[@href]")}
        new = (links & pages.keys()) - reached
        reached |= new
        waiting += new
    for path, page in pages.items():
        if path not in reached and path not in UNWALKED and page.indexed:
            yield f"{path}: no link leads to it"


def _sitemap(files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str) -> Iterator[str]:
    index = etree.fromstring(files["sitemap.xml"])
    listed: dict[str, dict[str, str]] = {}
    for node in index.iter(SITEMAP + "loc"):
        name = node.text.removeprefix(base_url)
        if name not in files:
            yield f"sitemap.xml: leads nowhere: {node.text}"
            continue
        for url in etree.fromstring(files[name]).iter(SITEMAP + "url"):
            links = {each.get("hreflang"): each.get("href") for each in url.iter(XHTML + "link")}
            listed[url.findtext(SITEMAP + "loc")] = links
    known = {page.url: page for page in pages.values() if page.indexed}
    yield from (f"sitemap.xml: {address} is no page" for address in listed.keys() - known.keys())
    yield from (f"sitemap.xml: {address} is missing" for address in known.keys() - listed.keys())
    for address in listed.keys() & known.keys():
        if listed[address] != known[address].alternates:
            yield f"sitemap.xml: other alternates than the head of {address}"
    if f"Sitemap: {base_url}sitemap.xml" not in files.get("robots.txt", b"").decode():
        yield "robots.txt: does not name the sitemap"


def _feed(path: str, files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str) -> Iterator[str]:
    tree = etree.fromstring(files[path])
    language = path.partition("/")[0]
    if tree.get("{http://www.w3.org/XML/1998/namespace}lang") != language:
        yield "the feed has another language than its address"
    ids = Counter(entry.findtext(ATOM + "id") for entry in tree.iter(ATOM + "entry"))
    yield from (f"the id {id} is there {count} times" for id, count in ids.items() if count > 1)
    for entry in tree.iter(ATOM + "entry"):
        href = entry.find(f"{ATOM}link[@rel='alternate'][@type='text/html']").get("href")
        page = pages.get(href.removeprefix(base_url) + "index.html")
        if page is None or not page.indexed:
            yield f"an entry leads to no page: {href}"
        elif page.language != language:
            yield f"an entry in another language: {href}"
        elif _plain(page.tree.findtext("head/title")).find(_plain(entry.findtext(ATOM + "title"))) != 0:
            yield f"an entry with another title than its page: {href}"
        for link in entry.iter(ATOM + "link"):
            target = link.get("href").removeprefix(base_url)
            if (target + "index.html" if target.endswith("/") else target) not in files:
                yield f"an entry leads nowhere: {link.get('href')}"
