"""Feeds: what a reader of feeds takes from them, and the laws of their names and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from i18n.publish import Alternates, Edition, Excerpt, Press, Site, Slice
from i18n.publish.atom import NEWEST
from i18n.publish.atom import feed as make
from i18n.publish.characters import forbidden
from i18n.publish.stamps import stamp
from i18n.publish.tags import authority

SITE = Site({"en": "Ministry", "ru": "Министерство"}, ("en", "ru"), "en", "https://example.org/news/", "+05:00")
DAY = date(2024, 1, 23)
TITLES = st.text(max_size=40).filter(lambda text: not forbidden(text) and text == " ".join(text.split()) and text)
HOSTILE = ["]]>", "</title></entry>", "<![CDATA[x]]>", "&lt;b&gt;", "a &amp; b", "\u202egnp.exe", "<b>bold</b>", "'\""]


def edition(key="a", locale="en", **values):
    given = {"state": "published", "source": "en", "title": "A fair", "day": DAY} | values
    return Edition(f"2024-01-23-{key}", locale, **given)


def feed(*editions, site=SITE, locale="en"):
    table = Alternates(site.locales)
    for row in editions:
        other = "ru" if row.locale == "en" else "en"
        table.add([row, row._replace(locale=other, state="missing")])
    excerpt = Excerpt(Slice(locale), table.select(Slice(locale)), table.calendar())
    return make(Press(site, {}), excerpt)[f"{locale}/feed.atom"]


def read(data):
    found = feedparser.parse(data, sanitize_html=False)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_every_feed_of_the_example_is_read_without_a_complaint(online):
    files = online.files()
    base = online.site.base_url
    for locale in online.site.locales:
        found = read(files[f"{locale}/feed.atom"])
        assert found.feed.language == locale
        assert found.feed.title == found.feed.author == online.site.publisher[locale]
        assert found.feed.link == f"{base}{locale}/"
        assert [link.href for link in found.feed.links if link.rel == "self"] == [f"{base}{locale}/feed.atom"]
        rows = [row for row in online.table.listing(locale) if row.day]
        assert [(entry.link, entry.title) for entry in found.entries] == [(base + r.address, r.title) for r in rows]
        for entry in found.entries:
            assert entry.link.removeprefix(base) + "index.html" in files
            assert [link.hreflang for link in entry.links] == [locale, locale]
            assert entry.links[1].href.removeprefix(base) in files


def test_names_are_different_in_every_language_and_outlive_title_and_correction(online):
    files = online.files()
    ids = [
        name
        for locale in online.site.locales
        for found in [read(files[f"{locale}/feed.atom"])]
        for name in (found.feed.id, *(entry.id for entry in found.entries))
    ]
    assert len(ids) == len(set(ids)) == 10
    before = read(feed(edition())).entries[0]
    after = read(feed(edition(title="Another", revised=date(2024, 2, 1), version=2))).entries[0]
    assert before.id == after.id == "tag:example.org,2026:en/2024-01-23-a"
    assert (before.updated, after.updated) == ("2024-01-23T00:00:00+05:00", "2024-02-01T00:00:00+05:00")
    assert before.published == after.published == "2024-01-23T00:00:00+05:00"


def test_a_page_names_the_feed_of_its_own_language_first_and_a_preview_none(online, preview):
    page = online.files()["ja/index.html"].decode()
    named = [line for line in page.splitlines() if line.startswith('<link rel="alternate" type="application/atom+xml"')]
    assert [line.partition('href="')[2] for line in named] == [
        f'../{locale}/feed.atom">' for locale in ("ja", "en", "tk", "ru")
    ]
    assert not any("atom" in page.decode() for path, page in preview.files().items() if path.endswith(".html"))


def test_what_cannot_be_dated_and_what_is_not_published_are_in_no_feed():
    data = feed(edition("a", day=None), edition("b", locale="ru"), edition("c"))
    assert [entry.id for entry in read(data).entries] == ["tag:example.org,2026:en/2024-01-23-c"]


def test_an_empty_feed_has_no_date_of_its_own():
    assert read(feed()).feed.updated == "1970-01-01T00:00:00Z"


def test_the_newest_changes_come_first_and_only_so_many():
    old = [edition(f"n{number:03}", day=DAY + timedelta(number)) for number in range(NEWEST + 3)]
    corrected = edition("z", day=date(2020, 1, 1), revised=datetime(2030, 1, 1, tzinfo=UTC))
    found = read(feed(*old, corrected))
    keys = [entry.id.rpartition("-")[2] for entry in found.entries]
    assert keys == ["z", *(f"n{number:03}" for number in range(NEWEST + 2, 3, -1))]
    assert found.feed.updated == "2030-01-01T05:00:00+05:00"


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_text(title):
    entry = read(feed(edition(title=title, title_locale="ru", summary=title))).entries[0]
    assert (entry.title, entry.summary) == (title, title)
    assert (entry.title_detail.type, entry.title_detail.language) == ("text/plain", "ru")


def test_an_entry_says_that_parts_of_it_are_a_machines():
    [other, entry] = read(feed(edition("a", machine=True), edition("b"))).entries
    [category] = entry.tags
    assert (category.term, category.scheme, category.label) == (
        "compositeWithTrainedAlgorithmicMedia",
        "http://cv.iptc.org/newscodes/digitalsourcetype/",
        "Parts of this text are a machine translation.",
    )
    assert "tags" not in other


@settings(max_examples=40, deadline=None)
@given(TITLES)
def test_every_title_comes_back(title):
    found = etree.fromstring(feed(edition(title=title, summary=title))).find("{*}entry")
    assert found.findtext("{*}title") == found.findtext("{*}summary") == title


def test_a_publisher_without_a_name_is_called_as_its_host():
    found = read(feed(edition(), site=Site({}, ("en", "ru"), "en", "https://example.org:8443/news/")))
    assert found.feed.title == found.feed.author == "example.org"


@pytest.mark.parametrize(
    ("values", "published", "updated"),
    [
        ({}, "2024-01-23T18:00:00+05:00", "2024-01-23T18:00:00+05:00"),
        ({"revised": DAY, "version": 2}, "2024-01-23T18:00:00+05:00", "2024-01-23T18:00:00+05:00"),
        ({"revised": date(2024, 1, 24)}, "2024-01-23T18:00:00+05:00", "2024-01-24T00:00:00+05:00"),
        ({"day": None}, "2024-01-23T18:00:00+05:00", "2024-01-23T18:00:00+05:00"),
    ],
)
def test_an_embargo_says_the_hour(values, published, updated):
    hour = datetime(2024, 1, 23, 13, 0, tzinfo=UTC)
    [entry] = read(feed(edition(released=hour, **values))).entries
    assert (entry.published, entry.updated) == (published, updated)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (DAY, "2024-01-23T00:00:00+05:00"),
        (datetime.fromisoformat("2024-01-23T09:30"), "2024-01-23T09:30:00+05:00"),
        (datetime(2024, 1, 23, 9, 30, 1, 5, tzinfo=UTC), "2024-01-23T14:30:01+05:00"),
        (datetime(2024, 1, 23, 23, 0, tzinfo=timezone(timedelta(hours=-3))), "2024-01-24T07:00:00+05:00"),
    ],
)
def test_moments_are_told_in_the_zone_of_the_site(moment, expected):
    assert stamp(moment, "+05:00") == expected


@pytest.mark.parametrize(
    ("base_url", "own", "expected"),
    [
        ("https://www.example.org/", "", "www.example.org,2026"),
        ("https://EXAMPLE.org:8443/a/", "", "example.org,2026"),
        ("https://министерство.example/", "", "xn--b1afiashkohcid.example,2026"),
        ("https://www.example.org/", "old.example,2019-05-01", "old.example,2019-05-01"),
    ],
)
def test_who_gives_the_names(base_url, own, expected):
    assert authority(Site({}, ("en",), "en", base_url, authority=own)) == expected
