"""One table is behind everything that names bulletins: each of them names exactly what the table has as published."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree, html

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = ("feed", "newsml.xml", "ninjs.json")


class Site:
    """The files of the example, by what they say of the bulletins of one language."""

    def __init__(self, example):
        self.base, self.files, self.table = example.site.base_url, example.files(), example.table
        self.pages = {
            path.removesuffix("index.html"): self._tree(path)
            for path, data in self.files.items()
            if path.endswith("/index.html") and b"<article>" in data
        }

    def _tree(self, path):
        tree = html.fromstring(self.files[path].decode(), base_url=self.base + path.removesuffix("index.html"))
        tree.make_links_absolute()
        return tree

    def expected(self, locale, voice=""):
        """What is published; what has no day is no news and in no feed."""
        rows = (row for bulletin in self.table.rows() for row in bulletin)
        wanted = (row for row in rows if row.published and (row.day or voice not in NEWS))
        return {self.base + row.address for row in wanted if row.locale == locale}

    def _bulletins(self, addresses, locale):
        known = {self.base + path for path in self.pages} | {
            self.base + row.address for bulletin in self.table.rows() for row in bulletin
        }
        return {address for address in addresses if address in known and address.startswith(f"{self.base}{locale}/")}

    def _linked(self, pattern, locale, xpath=".//main//a"):
        trees = [self._tree(path) for path in self.files if re.fullmatch(pattern, path)]
        assert trees
        return self._bulletins({link.get("href") for tree in trees for link in tree.iterfind(xpath)}, locale)

    def said_by(self, voice, locale):
        """The addresses of bulletins in a language that one part of the site names."""
        everywhere = [node for tree in self.pages.values() for node in tree.iterfind("head/*")]
        if voice == "pages":
            return {self.base + path for path in self.pages if path.startswith(f"{locale}/")}
        if voice == "hreflang":
            return {node.get("href") for node in everywhere if node.get("hreflang") == locale}
        if voice == "canonical":
            return self._bulletins({node.get("href") for node in everywhere if node.get("rel") == "canonical"}, locale)
        if voice == "switcher":
            return self._linked(r".*index\.html", locale, ".//nav[@class='languages']//a")
        if voice == "start":
            return self._linked(rf"{locale}/index\.html", locale)
        if voice == "years":
            return self._linked(rf"{locale}/(\d{{4}}|archive/undated)/index\.html", locale)
        if voice == "months":
            return self._linked(rf"{locale}/(\d{{4}}/\d\d|archive/undated)/index\.html", locale)
        if voice == "languages":
            return self._linked(r"\w\w/languages/(\d{4}/\d\d|undated)/index\.html", locale)
        if voice == "sitemap":
            parts = [path for path in self.files if re.fullmatch(r"sitemap-.+\.xml", path)]
            locs = {node.text for path in parts for node in etree.fromstring(self.files[path]).iter(LOC)}
            return self._bulletins(locs, locale)
        if voice == "feed":
            entries = etree.fromstring(self.files[f"{locale}/feed.atom"]).iter(ATOM + "entry")
            return {entry.find(f"{ATOM}link[@type='text/html']").get("href") for entry in entries}
        if voice == "JSON-LD":
            scripts = (json.loads(node.text) for node in everywhere if node.tag == "script")
            return {said["url"] for said in scripts if said["inLanguage"] == locale}
        if voice == "OpenGraph":
            return self._bulletins(
                {node.get("content") for node in everywhere if node.get("property") == "og:url"}, locale
            )
        assert voice in ("newsml.xml", "ninjs.json", "bulletin.xml")
        found = {path.removesuffix(voice) for path in self.files if path.endswith("/" + voice)}
        return {self.base + path for path in found if path.startswith(f"{locale}/")}


@pytest.fixture(scope="module")
def site(online):
    return Site(online)


VOICES = [
    "pages", "hreflang", "canonical", "switcher", "start", "years", "months", "languages", "sitemap", "feed", "JSON-LD",
    "OpenGraph", "newsml.xml", "ninjs.json", "bulletin.xml",
]  # fmt: skip


@pytest.mark.parametrize("locale", ["en", "tk", "ru", "ja"])
@pytest.mark.parametrize("voice", VOICES)
def test_it_names_what_the_table_has(site, voice, locale):
    assert site.said_by(voice, locale) == site.expected(locale, voice)


def test_the_table_has_what_is_missing_too(site):
    """Else nothing were compared above: some bulletins are not there in some languages."""
    assert [len(site.expected(locale)) for locale in ("en", "tk", "ru", "ja")] == [1, 3, 2, 1]
