"""Laws of the table of what exists."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.publish import Alternates, Edition, Site, Slice

LOCALES = ("en", "ja")
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9))
ROWS = st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.tuples(DAYS, st.booleans()), max_size=8)


def editions(bulletin, day=None, published=True):
    """A bulletin in English, and in Japanese where it is published."""
    yield Edition(bulletin, "en", "published", "en", bulletin.upper(), day=day)
    state = "published" if published else "missing"
    yield Edition(bulletin, "ja", state, "en", "題" if published else "", day=day, provisional=True)


@given(ROWS)
def test_list_holds_what_is_published_newest_first_whatever_the_order_of_adding(rows):
    table, backwards = Alternates(LOCALES), Alternates(LOCALES)
    for bulletin, (day, published) in rows.items():
        table.add(editions(bulletin, day, published))
    for bulletin, (day, published) in reversed(rows.items()):
        backwards.add(editions(bulletin, day, published))
    listing = table.listing("ja")
    assert listing.editions == backwards.listing("ja").editions
    assert {row.bulletin for row in listing} == {bulletin for bulletin, (_, published) in rows.items() if published}
    days = [row.day or date.min for row in listing]
    assert days == sorted(days, reverse=True)
    for one, next_one in pairwise(listing):
        assert one.day != next_one.day or one.bulletin < next_one.bulletin


@given(ROWS)
def test_archive_and_neighbours_are_cuts_of_the_list(rows):
    table = Alternates(LOCALES)
    for bulletin, (day, published) in rows.items():
        table.add(editions(bulletin, day, published))
    listing = table.listing("ja")
    assert [row for year in listing.years.values() for row in year] == list(listing)
    for year, found in listing.years.items():
        assert {row.day and row.day.year for row in found} == {year}
        if year is not None:
            assert tuple(row for month in listing.months(year).values() for row in month) == found
    for older, row in pairwise(reversed(listing.editions)):
        assert listing.neighbours(older.bulletin).next is row
        assert listing.neighbours(row.bulletin).previous is older
    if len(listing):
        assert listing.neighbours(listing.editions[0].bulletin).next is None
        assert listing.neighbours(listing.editions[-1].bulletin).previous is None


def test_months_are_told_apart_and_hold_what_was_added_later():
    table = Alternates(LOCALES)
    table.add(editions("a", date(2024, 1, 5)))
    assert list(table.listing("en").months(2024)) == [1]
    table.add(editions("b", date(2024, 3, 5)))
    table.add(editions("c", date(2023, 3, 5)))
    assert {month: [row.bulletin for row in rows] for month, rows in table.listing("en").months(2024).items()} == {
        3: ["b"],
        1: ["a"],
    }
    assert table.listing("en").months(2022) == {}
    assert [row[0].bulletin for row in table.rows()] == ["a", "b", "c"]


@given(ROWS)
def test_parts_of_the_table_are_the_whole_filtered(rows):
    table = Alternates(LOCALES)
    for bulletin, (day, published) in rows.items():
        table.add(editions(bulletin, day, published))
    whole, every = table.select(Slice("ja")), table.select(Slice())
    assert len(every) == 2 * len(rows)
    assert whole == table.listing("ja").editions
    assert tuple(edition for edition in every if edition.locale == "ja" and edition.published) == whole
    assert table.select(Slice("ja", newest=3)) == whole[:3]
    assert table.select(Slice(newest=3)) == every[:6]
    calendar = table.calendar()["ja"]
    months = [table.select(Slice("ja", year, month)) for year, month, _ in calendar]
    assert [len(month) for month in months] == [count for _, _, count in calendar]
    assert tuple(edition for month in months for edition in month) == whole


def test_row_stands_in_the_order_of_the_languages():
    table = Alternates(LOCALES)
    en, ja = editions("a")
    table.add([ja, en])
    assert table.of("a") == (en, ja)
    assert table.edition("a", "ja") is ja


@pytest.mark.parametrize(
    "rows",
    [
        [],
        list(editions("a"))[:1],
        [*editions("a"), *editions("a")],
        [*list(editions("a"))[:1], *list(editions("b"))[1:]],
        [*editions("a"), Edition("a", "ru", "missing", "en")],
    ],
)
def test_table_refuses_a_row_that_is_not_one_edition_for_each_language(rows):
    with pytest.raises(ValueError, match="is needed"):
        Alternates(LOCALES).add(rows)


def test_table_refuses_a_bulletin_twice():
    table = Alternates(LOCALES)
    table.add(editions("a"))
    with pytest.raises(ValueError, match="a is given twice"):
        table.add(editions("a"))


@pytest.mark.parametrize(
    ("names", "locale", "expected"),
    [
        ({"ja": "外務省", "en": "Ministry"}, "ja", ("外務省", "ja")),
        ({"en": "Ministry", "ja": ""}, "ja", ("Ministry", "en")),
        ({"tk": "Ministrlik"}, "ja", ("Ministrlik", "tk")),
        ({}, "ja", ("", "ja")),
    ],
)
def test_publisher_in_a_language_that_has_no_name(names, locale, expected):
    assert Site(names, ("en", "tk", "ja"), "en").publisher_in(locale) == expected
