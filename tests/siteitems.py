"""What the files of a bulletin and the lists of a site say of each other: the second half of the audit."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from lxml import etree

from tests.sitepage import Page

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BULLETIN = "{urn:habar:bulletin:1}"
NAR = "{http://iptc.org/std/nar/2006-10-01/}"
FEED = 50
"""So many entries a feed has at most."""


def disagreements(
    files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str | None
) -> Iterator[tuple[str, str]]:
    """Paths of files, and what is wrong with them."""
    known = {path: page for path, page in pages.items() if f"{page.address}bulletin.xml" in files}
    for page in known.values():
        for name in ("bulletin.xml", "newsml.xml"):
            if (path := page.address + name) in files:
                yield from ((path, fault) for fault in _item(page, files, path))
    yield from _withdrawn(known, pages, base_url)
    yield from _lists({path: page for path, page in known.items() if page.indexed}, files, pages, base_url)


def _item(page: Page, files: Mapping[str, bytes], path: str) -> Iterator[str]:
    tree = _tree(files[path])
    if tree is None:
        yield "it is no XML"
        return
    if tree.get(LANGUAGE) != page.language:
        yield f"it is in {tree.get(LANGUAGE)}"
    yield from _xml(page, tree) if path.endswith("bulletin.xml") else _news(page, tree, files)


def _xml(page: Page, tree: etree._Element) -> Iterator[str]:
    if _folded(tree.findtext(f"{BULLETIN}title")) != _heading(page):
        yield "its title is not the heading of the page"
    if (tree.get("status") == "withdrawn") == page.indexed:
        yield "it and the page do not agree on a withdrawal"


def _news(page: Page, tree: etree._Element, files: Mapping[str, bytes]) -> Iterator[str]:
    status = tree.find(f"{NAR}itemMeta/{NAR}pubStatus").get("qcode").partition(":")[2]
    if (status == "canceled") == page.indexed:
        yield "it and the page do not agree on a withdrawal"
    notes = [_folded(node.text) for node in tree.iter(f"{NAR}edNote")]
    said = _folded(page.tree.find(".//article").text_content())
    yield from (f"the page does not say: {note}" for note in notes if note not in said)
    item = json.loads(files[f"{page.address}ninjs.json"])
    same = {
        "version": tree.get("version"),
        "pubStatus": status,
        "language": page.language,
        "edNote": "\n".join(node.text or "" for node in tree.iter(f"{NAR}edNote")),
        "versionCreated": tree.findtext(f"{NAR}itemMeta/{NAR}versionCreated"),
    }
    yield from (f"ninjs.json has another {key}" for key, value in same.items() if item.get(key, "") != value)
    if _folded(tree.findtext(f"{NAR}contentMeta/{NAR}headline")) != _heading(page):
        yield "its headline is not the heading of the page"


def _withdrawn(known: Mapping[str, Page], pages: Mapping[str, Page], base_url: str | None) -> Iterator[tuple[str, str]]:
    """Only its other languages and earlier versions, and what stands at its old addresses, lead to a notice."""
    gone = {path: _bulletin(page) for path, page in known.items() if not page.indexed}
    for path, page in pages.items():
        for node in page.tree.iterfind(".//a[@href]"):
            target = page.target(node.get("href"), base_url)
            if target in gone and not page.moved and not _bulletin(page).startswith(gone[target]):
                yield path, f"leads to a bulletin that was withdrawn: {target}"


def _lists(
    known: Mapping[str, Page], files: Mapping[str, bytes], pages: Mapping[str, Page], base_url: str | None
) -> Iterator[tuple[str, str]]:
    """Every bulletin is in the list of its month, in the table of languages, and in the feed."""
    links: dict[str, set[str | None]] = {
        path: {page.target(node.get("href"), base_url) for node in page.tree.iterfind(".//a[@href]")}
        for path, page in pages.items()
    }
    dated = defaultdict(list)
    for path, page in known.items():
        day = page.tree.find(".//*[@class='day']/time")
        month = day.get("datetime")[:7].replace("-", "/") if day is not None else ""
        own = f"{page.language}/{month}/index.html" if month else f"{page.language}/archive/undated/index.html"
        tables = [
            f"{each}/languages/{month or 'undated'}/index.html" for each in {page.language for page in known.values()}
        ]
        if month:
            dated[page.language].append(page)
        for each in (own, *tables):
            if path not in links.get(each, ()):
                yield each, f"does not lead to {path}"
    for language, found in dated.items():
        feed = _tree(files.get(f"{language}/feed.atom", b""))
        if feed is not None and len(found) <= FEED:
            there = {node.get("href") for node in feed.iter("{http://www.w3.org/2005/Atom}link")}
            yield from ((f"{language}/feed.atom", f"lacks {page.url}") for page in found if page.url not in there)


def _bulletin(page: Page) -> str:
    """The address without the language."""
    return page.address.partition("/")[2]


def _heading(page: Page) -> str:
    """Without the label of a title that is not translated."""
    texts = page.tree.xpath("//h1//text()[not(ancestor::*[@class='label'])]")
    return _folded("".join(map(str, texts)))


def _folded(text: str | None) -> str:
    return " ".join((text or "").replace("\u00ad", "").replace("\u200b", "").split())


def _tree(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data)
    except etree.XMLSyntaxError:
        return None
