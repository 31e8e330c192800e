"""Sitemaps hold what exists, with the alternates of the pages' heads, and no file is larger than crawlers read."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from lxml import etree, html

from i18n.publish import Alternates, Edition, Site, sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = Site({}, ("en", "ru"), "en", "https://example.org/a&b/")


def addresses(files):
    """Every address of a site's sitemaps with its alternates, found as a crawler finds them: by robots.txt."""
    base = next(line for line in files["robots.txt"].decode().splitlines() if line.startswith("Sitemap: "))[9:]
    root = base.removesuffix("sitemap.xml")
    index = etree.fromstring(files[base.removeprefix(root)])
    assert index.tag == SITEMAP + "sitemapindex"
    parts = [node.text.removeprefix(root) for node in index.iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc")]
    assert sorted(parts) == sorted(name for name in files if name.startswith("sitemap-"))
    urls = chain.from_iterable(etree.fromstring(files[part]).iterfind(SITEMAP + "url") for part in parts)
    return [
        (
            url.findtext(SITEMAP + "loc"),
            {(link.get("hreflang"), link.get("href")) for link in url.iterfind(XHTML + "link")},
            url.findtext(SITEMAP + "lastmod"),
        )
        for url in urls
    ]


@pytest.fixture
def for_crawlers(lists_of):
    """The sitemaps and robots.txt of a table."""

    def files(bulletins, site=SITE, missing=()):
        made = lists_of(site, table_of(bulletins, site, missing))
        return {path: data for path, data in made.items() if path.startswith(("sitemap", "robots"))}

    return files


def table_of(bulletins, site, missing):
    table = Alternates(site.locales)
    for bulletin, day in bulletins:
        states = {locale: "missing" if (bulletin, locale) in missing else "published" for locale in site.locales}
        table.add(Edition(bulletin, locale, states[locale], "en", "A fair", day=day) for locale in site.locales)
    return table


def test_sitemap_holds_the_pages_with_the_alternates_of_their_heads(online):
    files = online.files()
    found = addresses(files)
    pages = {}
    for path, data in files.items():
        if path.endswith(".html") and b'<meta name="robots" content="noindex">' not in data:
            head = html.fromstring(data.decode()).iterfind("head/link[@hreflang]")
            links = {(link.get("hreflang"), link.get("href")) for link in head}
            pages[online.site.base_url + path.removesuffix("index.html")] = links
    assert {address: links for address, links, _ in found} == pages
    assert len(found) == len(pages)
    days = {address.rpartition("/202")[0][-2:]: changed for address, _, changed in found if "ministers" in address}
    assert set(days.values()) == {"2024-01-23T00:00:00+05:00"}


def test_a_preview_has_neither_sitemap_nor_robots(preview):
    assert [path for path in preview.files() if path.startswith(("sitemap", "robots"))] == []


def test_what_is_published_in_no_language_is_in_no_sitemap(for_crawlers):
    made = for_crawlers([("x", date(2024, 1, 1))], missing=[("x", "en"), ("x", "ru")])
    assert sorted(made) == ["robots.txt", "sitemap-pages.xml", "sitemap.xml"]


def test_one_without_its_original_has_no_default(for_crawlers):
    made = for_crawlers([("x", date(2024, 1, 1))], missing=[("x", "en")])
    found = [entry for entry in addresses(made) if entry[0].endswith("/x/")]
    assert found == [
        ("https://example.org/a&b/ru/x/", {("ru", "https://example.org/a&b/ru/x/")}, "2024-01-01T00:00:00+00:00")
    ]


def test_a_new_bulletin_changes_the_file_of_its_year_alone(for_crawlers):
    old = [("a", date(2023, 1, 1)), ("b", None), ("c", date(2024, 1, 1))]
    before = for_crawlers(old)
    after = for_crawlers([*old, ("d", date(2024, 1, 2))])
    assert {name for name in after if after[name] != before.get(name)} == {"sitemap-2024.xml"}
    year_more = for_crawlers([*old, ("d", date(2025, 2, 2))])
    assert {name for name in year_more if year_more[name] != before.get(name)} == {
        "sitemap.xml",
        "sitemap-2025.xml",
        "sitemap-pages.xml",
    }


@pytest.mark.parametrize(("setting", "limit"), [("MOST_ADDRESSES", 3), ("MOST_BYTES", 1500), ("MOST_BYTES", 9000)])
@pytest.mark.parametrize("name", ["x{}", "{:0120}"])
def test_files_are_split_where_a_crawler_would_stop(for_crawlers, monkeypatch, name, setting, limit):
    bulletins = [(name.format(number), date(2024, 1, 1)) for number in range(17)]
    whole = addresses(for_crawlers(bulletins))
    monkeypatch.setattr(sitemap, setting, limit)
    made = for_crawlers(bulletins)
    assert addresses(made) == whole
    assert "sitemap-2024-2.xml" in made
    for path, data in made.items():
        if path.startswith("sitemap-2"):
            count = data.count(b"<url>")
            assert count >= 1
            assert count <= limit if setting == "MOST_ADDRESSES" else len(data) <= limit or count == 1


def test_limits_are_those_of_the_protocol():
    assert (sitemap.MOST_ADDRESSES, sitemap.MOST_BYTES) == (50_000, 52_428_800)
    assert sitemap.most(SITE) == 50_000
    many = Site({}, tuple("en ru tk ja de fr es it pt uk kk uz ky az".split()), "en", "https://www.example.org/news/")
    assert 15_000 < sitemap.most(many) < 16_500
