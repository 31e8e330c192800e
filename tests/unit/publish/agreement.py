"""A judge of a whole site: whether all its files tell of the same bulletins in the same languages.

It reads the files alone, each as its readers do, and knows nothing of the table behind them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

from i18n.locales import with_territory

G2 = "{http://iptc.org/std/nar/2006-10-01/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
WORK, TRANSLATION = "https://schema.org/translationOfWork", "https://schema.org/workTranslation"

Files = Mapping[str, bytes]
Versions = dict[str, str]
"""The addresses of a bulletin by language."""


def complaints(files: Files, base: str) -> list[str]:
    """Every place where two files of a site do not agree."""
    judge = _Judge(files, base)
    return sorted(judge.found())


class _Judge:
    def __init__(self, files: Files, base: str) -> None:
        self._files, self._base = files, base
        self._locales = sorted(path.partition("/")[0] for path in files if path.endswith("/feed.atom"))
        self._pages = {
            path.removesuffix("index.html"): html.fromstring(data.decode())
            for path, data in files.items()
            if path.endswith("/index.html") and path.replace("index.html", "bulletin.xml") in files
        }
        self._sets: dict[str, Versions] = defaultdict(dict)
        for address in self._pages:
            locale, _, key = address.partition("/")
            self._sets[key][locale] = base + address

    def found(self) -> Iterator[str]:
        sitemap = dict(self._sitemap())
        for address, tree in self._pages.items():
            locale, _, key = address.partition("/")
            versions = self._sets[key]
            source = etree.fromstring(self._files[address + "bulletin.xml"]).get("source")
            default = {"x-default": versions[source]} if source in versions else {}
            told = {
                "lang": (tree.get("lang"), locale),
                "canonical": (self._href(tree, "canonical"), self._base + address),
                "hreflang": (self._links(tree), versions | default),
                "switcher": (self._switcher(tree, address), versions),
                "sitemap": (sitemap.get(self._base + address), versions | default),
                "bulletin.xml": (self._xml(address), versions),
                **self._structured(tree, locale, versions, source),
                **self._items(address, locale, versions, source),
            }
            yield from (
                f"{address}: {name} says {said}, not {true}" for name, (said, true) in told.items() if said != true
            )
        yield from self._lists()

    def _href(self, tree: html.HtmlElement, relation: str) -> str | None:
        return next((link.get("href") for link in tree.iterfind(f"head/link[@rel='{relation}']")), None)

    def _links(self, tree: html.HtmlElement) -> Versions:
        return {link.get("hreflang"): link.get("href") for link in tree.iterfind("head/link[@hreflang]")}

    def _switcher(self, tree: html.HtmlElement, address: str) -> Versions:
        own = self._base + address
        links = tree.iterfind(".//nav[@class='languages']//a")
        return {link.get("hreflang"): urljoin(own, link.get("href")) for link in links}

    def _sitemap(self) -> Iterator[tuple[str, Versions]]:
        for path, data in self._files.items():
            if path.startswith("sitemap-"):
                for url in etree.fromstring(data).iterfind(SITEMAP + "url"):
                    links = {link.get("hreflang"): link.get("href") for link in url.iterfind(XHTML + "link")}
                    yield url.findtext(SITEMAP + "loc"), links

    def _xml(self, address: str) -> Versions:
        tree = etree.fromstring(self._files[address + "bulletin.xml"])
        others = {
            node.get("lang"): node.get("href").removesuffix("bulletin.xml") for node in tree.iterfind("{*}version")
        }
        return others | {tree.get("{http://www.w3.org/XML/1998/namespace}lang"): self._base + address}

    def _structured(self, tree: html.HtmlElement, locale: str, versions: Versions, source: str) -> dict[str, tuple]:
        data = json.loads(tree.findtext("head/script"))
        pairs = [(node.get("property"), node.get("content")) for node in tree.iterfind("head/meta[@property]")]
        names = {tag: f"{address}#article" for tag, address in versions.items()}
        known = [names[tag] for tag in sorted(names) if tag != locale] if locale == source else []
        original = None if locale == source else names.get(source)
        heading = " ".join(tree.find(".//h1").text_content().split())
        return {
            "json-ld": (
                (data["@id"], data["inLanguage"], " ".join(data["headline"].split())),
                (names[locale], locale, heading),
            ),
            "json-ld original": (data.get("translationOfWork", {}).get("@id"), original),
            "json-ld translations": (sorted(node["@id"] for node in data.get("workTranslation", [])), sorted(known)),
            "og:url": ([value for key, value in pairs if key == "og:url"], [versions[locale]]),
            "og:locale": (
                sorted(value for key, value in pairs if key.startswith("og:locale")),
                sorted(with_territory(tag) for tag in versions),
            ),
        }

    def _items(self, address: str, locale: str, versions: Versions, source: str) -> dict[str, tuple]:
        if address + "newsml.xml" not in self._files:
            return {}
        tree = etree.fromstring(self._files[address + "newsml.xml"])
        data = json.loads(self._files[address + "ninjs.json"])
        others = versions.keys() - {locale} if locale == source else {source} & versions.keys()
        relation = TRANSLATION if locale == source else WORK
        wanted = {(tag, relation, versions[tag]) for tag in others}
        links = {
            (link.find(G2 + "language").get("tag"), link.get("reluri"), link.get("href").removesuffix("newsml.xml"))
            for link in tree.iterfind(f"{G2}itemMeta/{G2}link")
        }
        told = {
            (each["language"], each["rel"], each["renditions"][0]["href"].removesuffix("ninjs.json"))
            for each in data.get("associations", [])
        }
        return {
            "newsml": ((tree.get("{http://www.w3.org/XML/1998/namespace}lang"), links), (locale, wanted)),
            "ninjs": ((data["language"], told), (locale, wanted)),
            "names": (tree.get("guid"), data["uri"]),
        }

    def _lists(self) -> Iterator[str]:
        for locale in self._locales:
            readable = {self._base + address for address in self._pages if address.startswith(f"{locale}/")}
            dated = {address for address in readable if address.removeprefix(self._base) + "newsml.xml" in self._files}
            feed = {entry.link for entry in feedparser.parse(self._files[f"{locale}/feed.atom"]).entries}
            if feed != dated:
                yield f"{locale}/feed.atom: says {sorted(feed ^ dated)} otherwise"
            if (listed := self._listed(locale)) != readable:
                yield f"{locale}: the archive says {sorted(listed ^ readable)} otherwise"

    def _listed(self, locale: str) -> set[str]:
        """What the pages of the months, and that of what has no day, lead to."""
        found = set()
        for path, data in self._files.items():
            parts = path.split("/")
            month = len(parts) == 4 and parts[0] == locale and parts[1].isdigit()
            if month or path == f"{locale}/archive/undated/index.html":
                links = html.fromstring(data.decode()).iterfind(".//main//a[@href]")
                found |= {urljoin(self._base + path, link.get("href")) for link in links}
        return {address for address in found if address.removeprefix(self._base) + "bulletin.xml" in self._files}
