"""The whole example site, byte for byte; ``HABAR_BLESS=1`` rewrites what is expected, and git shows the change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from lxml import etree, html

from i18n.publish import page_files

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
            switcher = {link.get("hreflang"): link.get("href") for link in tree.iterfind(".//nav//a")}
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
        tree = html.fromstring(files[f"{locale}/index.html"].decode(), base_url=f"{online.site.base_url}{locale}/")
        tree.make_links_absolute()
        listed = [(link.get("href"), link.text.replace("\u00a0", " ")) for link in tree.iterfind(".//main//a")]
        rows = [row for bulletin in BULLETINS for row in online.table.of(bulletin) if row.locale == locale]
        assert listed == [(online.site.base_url + row.address, row.title) for row in rows if row.published]


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
    assert len(online.files()["static/habar.css"]) <= 5632


def _versions(xml):
    return {node.get("lang"): node.get("href") for node in etree.fromstring(xml).iterfind("{*}version")}
