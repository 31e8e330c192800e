"""The whole example site, byte for byte; ``HABAR_BLESS=1`` rewrites what is expected, and git shows the change."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from i18n.publish import Alternates, Excerpt, Press, Slice, page_files
from i18n.publish.status import overview

EXPECTED = Path(__file__).parent / "example"
SCHEMA = Path(__file__).parents[3] / "i18n" / "data" / "bulletin.rng"
SITES = ("preview", "online")
BULLETINS = ("2024-01-23-turkmenistan-japan-ministers", "2023-12-05-information-for-the-media", "about-these-pages")
"""The newest first, the undated one last: the order of a list."""


@pytest.mark.parametrize("name", SITES)
def test_example_site_is_what_it_was(name, request):
    made = request.getfixturevalue(name).files()
    folder = EXPECTED / name
    if os.environ.get("HABAR_BLESS"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in made.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    expected = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(expected)
    assert {path: data.decode() for path, data in made.items()} == {p: data.decode() for p, data in expected.items()}


def test_same_values_make_same_bytes_in_any_order(online):
    first, second = online.press(), online.press()
    leaves = [online.leaf(localized) for localized in online.localized]
    backwards = [page_files(second, leaf) for leaf in reversed(leaves)]
    assert [page_files(first, leaf) for leaf in leaves] == backwards[::-1]


@pytest.mark.parametrize("name", SITES)
def test_xml_of_every_bulletin_follows_the_schema(name, request):
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    files = request.getfixturevalue(name).files()
    documents = {path: etree.fromstring(data) for path, data in files.items() if path.endswith("/bulletin.xml")}
    assert len(documents) == 7
    for path, document in documents.items():
        schema.validate(document)
        assert (path, list(schema.error_log)) == (path, [])


def test_head_switcher_xml_and_lists_agree_with_the_table(online):
    """One table is behind them all: planted in any of them alone, a difference is found here."""
    files = online.files()
    base = online.site.base_url
    for bulletin in BULLETINS:
        published = {row.locale: base + row.address for row in online.table.of(bulletin) if row.published}
        for row in online.table.of(bulletin):
            page = files.get(row.address + "index.html")
            assert (page is not None) == row.published
            assert (row.address + "bulletin.xml" in files) == row.published
            if page is None:
                continue
            tree = html.fromstring(page.decode(), base_url=base + row.address)
            tree.make_links_absolute()
            head = {link.get("hreflang"): link.get("href") for link in tree.iterfind("head/link[@hreflang]")}
            switcher = {
                link.get("hreflang"): link.get("href") for link in tree.iterfind(".//nav[@class='languages']//a")
            }
            default = head.pop("x-default", None)
            assert head == switcher == published
            assert default == published[row.source]
            assert [link.get("href") for link in tree.iterfind("head/link[@rel='canonical']")] == [base + row.address]
            assert _versions(files[row.address + "bulletin.xml"]) == {
                locale: address + "bulletin.xml" for locale, address in published.items() if locale != row.locale
            }


def test_lists_hold_what_is_published_and_nothing_else(online):
    files = online.files()
    for locale in online.site.locales:
        rows = [online.table.edition(bulletin, locale) for bulletin in BULLETINS]
        rows = [row for row in rows if row.published]
        assert _listed(files, online, f"{locale}/") == _named(online, rows)
        for year in (2024, 2023):
            of_year = [row for row in rows if row.day and row.day.year == year]
            assert _listed(files, online, f"{locale}/{year}/") == _named(online, of_year)
            month = 1 if year == 2024 else 12
            assert _listed(files, online, f"{locale}/{year}/{month:02}/") == _named(online, of_year)
        undated = [row for row in rows if not row.day]
        assert _listed(files, online, f"{locale}/archive/undated/") == _named(online, undated)


def test_archive_leads_to_every_list_and_counts_it(online):
    files = online.files()
    for locale in online.site.locales:
        tree = _tree(files, online, f"{locale}/archive/")
        months = {link.get("href"): int(link.getnext().text) for link in tree.iterfind(".//main//li/a")}
        counted = {path: len(_listed(files, online, path)) for path in files_of_months(files, locale)}
        assert months == {online.site.base_url + path: count for path, count in counted.items()}
        years = {link.get("href") for link in tree.iterfind(".//main//h2/a")}
        expected = {path.rsplit("/", 2)[0] + "/" for path in counted}
        if f"{locale}/archive/undated/index.html" in files:
            expected.add(f"{locale}/archive/undated/")
        assert years == {online.site.base_url + path for path in expected}


def files_of_months(files, locale):
    return [
        path.removesuffix("index.html") for path in files if re.fullmatch(rf"{locale}/\d{{4}}/\d\d/index\.html", path)
    ]


def test_page_of_all_languages_says_what_the_table_says(online):
    """By month and on the page of the newest: each language of each bulletin, a link where there is a page."""
    files = online.files()
    for locale in online.site.locales:
        for path, bulletins in (
            ("languages/", BULLETINS),
            ("languages/2024/01/", BULLETINS[:1]),
            ("languages/2023/12/", BULLETINS[1:2]),
            ("languages/undated/", BULLETINS[2:]),
        ):
            tree = _tree(files, online, f"{locale}/{path}")
            items = tree.findall(".//main/ul[@class='entries']/li")
            assert len(items) == len(bulletins)
            for item, bulletin in zip(items, bulletins, strict=True):
                row = online.table.of(bulletin)
                found = [(node.get("lang"), node.get("href")) for node in item.iterfind(".//li/*[@lang]")]
                known = [(each.locale, online.site.base_url + each.address if each.published else None) for each in row]
                assert found == known
                own = online.table.edition(bulletin, locale)
                heading = item.find(".//h2")
                assert plain(heading.text) == (own.title or online.table.edition(bulletin, own.source).title)
                assert heading.get("lang", locale) == (locale if own.published else own.source)


def test_a_bulletin_that_the_public_does_not_know_is_on_no_list(online):
    table = Alternates(("en", "ru"))
    hidden = online.table.of(BULLETINS[0])[0]._replace(state="missing", title="", summary="")
    table.add([hidden, hidden._replace(locale="ru")])
    site = replace(online.site, locales=("en", "ru"))
    excerpt = Excerpt(Slice(newest=20), table.select(Slice(newest=20)), table.calendar())
    for path, page in overview(Press(site, online.words), excerpt).items():
        assert (path, BULLETINS[0][11:] in page.decode()) == (path, False)


def test_an_old_address_leads_to_the_bulletin(online, preview):
    for example in (online, preview):
        files = example.files()
        for row in example.table.of(BULLETINS[1]):
            old = f"{row.locale}/2023/12/04/information/index.html"
            assert (old in files) == row.published
            if row.published:
                page = html.fromstring(files[old].decode())
                refresh = page.find("head/meta[@http-equiv='refresh']").get("content")
                assert refresh == "0; url=" + page.find(".//main//a").get("href")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(old), page.find(".//main//a").get("href")))
                assert target.removesuffix("/index.html") == row.address.rstrip("/")
                assert page.find("head/meta[@name='robots']").get("content") == "noindex"


def test_neighbours_lead_forward_and_back_through_the_language(online):
    files = online.files()
    for locale in online.site.locales:
        rows = [row for bulletin in BULLETINS if (row := online.table.edition(bulletin, locale)).published]
        for older, row in pairwise(reversed(rows)):
            assert _neighbour(files, online, row, "prev") == (online.site.base_url + older.address, older.title)
            assert _neighbour(files, online, older, "next") == (online.site.base_url + row.address, row.title)
        assert _neighbour(files, online, rows[0], "next") is None
        assert _neighbour(files, online, rows[-1], "prev") is None


def test_not_found_page_speaks_every_language_and_its_links_begin_at_the_root(online, preview):
    page = html.fromstring(online.files()["404.html"].decode())
    assert [item.get("lang") for item in page.iterfind(".//main//li")] == list(online.site.locales)
    links = [value for _, _, value, _ in page.iterlinks()]
    assert [value for value in links if not value.startswith(("/mfa/", "#"))] == []
    assert "/mfa/ja/" in links
    assert b'="/' not in preview.files()["404.html"]


def _tree(files, example, address):
    tree = html.fromstring(files[address + "index.html"].decode(), base_url=example.site.base_url + address)
    tree.make_links_absolute()
    return tree


def _listed(files, example, address):
    if address + "index.html" not in files:
        return []
    links = _tree(files, example, address).iterfind(".//main//ul[@class='entries']//a")
    return [(link.get("href"), plain(link.text)) for link in links]


def plain(text):
    """What is typeset, as the table has it."""
    return text.replace("\u00a0", " ")


def _named(example, rows):
    return [(example.site.base_url + row.address, row.title) for row in rows]


def _neighbour(files, example, row, side):
    link = _tree(files, example, row.address).find(f".//nav[@class='beside']/a[@rel='{side}']")
    head = _tree(files, example, row.address).find(f"head/link[@rel='{side}']")
    assert (link is None) == (head is None)
    if link is None:
        return None
    assert link.get("href") == head.get("href")
    return link.get("href"), plain(link.findtext("strong"))


def test_every_link_of_the_preview_names_a_file_that_is_there(preview):
    files = preview.files()
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        tree = html.fromstring(data.decode(), base_url="http://site/" + path)
        tree.make_links_absolute()
        targets = {link.removeprefix("http://site/").partition("#")[0] for _, _, link, _ in tree.iterlinks()}
        assert sorted(target for target in targets if target not in files) == []


def test_an_empty_language_says_so(online, empty_list):
    main = html.fromstring(empty_list(online.site, online.words, "ja")).find(".//main")
    assert main.text_content().split() == ["報道発表", "この言語で公開された報道発表はまだありません。"]


def test_style_sheet_stays_small(online):
    assert len(online.files()["static/habar.css"]) <= 11264


def _versions(xml):
    return {node.get("lang"): node.get("href") for node in etree.fromstring(xml).iterfind("{*}version")}
