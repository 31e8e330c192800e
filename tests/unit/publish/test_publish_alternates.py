"""Laws of the table of what exists."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.publish import Alternates, Edition, Site

LOCALES = ("en", "ja")
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9))
ROWS = st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.tuples(DAYS, st.booleans()), max_size=8)


def editions(bulletin, day=None, published=True):
    """A bulletin in English, and in Japanese where it is published."""
    yield Edition(bulletin, "en", "published", "en", bulletin.upper(), day)
    yield Edition(bulletin, "ja", "published" if published else "missing", "en", "題" if published else "", day, True)


@given(ROWS)
def test_list_holds_what_is_published_newest_first_whatever_the_order_of_adding(rows):
    table, backwards = Alternates(LOCALES), Alternates(LOCALES)
    for bulletin, (day, published) in rows.items():
        table.add(editions(bulletin, day, published))
    for bulletin, (day, published) in reversed(rows.items()):
        backwards.add(editions(bulletin, day, published))
    listing = table.listing("ja")
    assert listing == backwards.listing("ja")
    assert {row.bulletin for row in listing} == {bulletin for bulletin, (_, published) in rows.items() if published}
    days = [row.day or date.min for row in listing]
    assert days == sorted(days, reverse=True)
    for one, next_one in pairwise(listing):
        assert one.day != next_one.day or one.bulletin < next_one.bulletin


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
