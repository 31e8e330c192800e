"""What is known about languages."""

from __future__ import annotations

from datetime import date

import pytest
from babel.core import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers

from i18n import locales

FIRST, LATE = date(2024, 1, 2), date(2023, 12, 31)


@pytest.mark.parametrize("tag", ["en", "tk", "ru", "ja", "sr-Latn", "pt-BR", "zh-Hant-TW", "es-419"])
def test_tags(tag: str) -> None:
    assert locales.is_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "EN", "english", "en_US", "en-us", "qq", "../x", "en\n", "en-", "x", "en-٤١٩", "ja.UTF-8", "C"]
)
def test_what_is_no_tag(tag: str) -> None:
    assert not locales.is_tag(tag)


@pytest.mark.parametrize(
    ("locale", "first", "late"),
    [
        ("en", "2 January 2024", "31 December 2023"),
        ("tk", "2 ýanwar 2024", "31 dekabr 2023"),
        ("ru", "2 января 2024\u00a0г.", "31 декабря 2023\u00a0г."),
        ("ja", "2024年1月2日", "2023年12月31日"),
    ],
)
def test_date_lines(locale: str, first: str, late: str) -> None:
    assert (locales.date_line(FIRST, locale), locales.date_line(LATE, locale)) == (first, late)


def test_every_language_dates_a_page_as_cldr_says() -> None:
    tags = [tag for tag in locale_identifiers() if "_" not in tag and locales.is_tag(tag) and tag != "en"]
    days = [date(y, m, d) for y in (987, 1987, 2010, 2026) for m, d in ((1, 1), (2, 28), (3, 26), (10, 10), (11, 9))]
    assert len(tags) > 150
    for tag in tags:
        known = Locale.parse(tag)
        for day in days:
            said = format_date(day, "long", locale=known).replace("\u202f", "\u00a0")
            assert locales.date_line(day, tag) == said


@pytest.mark.parametrize(
    ("locale", "own", "english", "direction", "posix", "plurals"),
    [
        ("en", "English", "English", "ltr", "en", "nplurals=2;"),
        ("tk", "Türkmençe", "Turkmen", "ltr", "tk", "nplurals=2;"),
        ("ru", "Русский", "Russian", "ltr", "ru", "nplurals=3;"),
        ("ja", "日本語", "Japanese", "ltr", "ja", "nplurals=1;"),
        ("fa", "فارسی", "Persian", "rtl", "fa", "nplurals=1;"),
        ("pt-BR", "Português (Brasil)", "Portuguese (Brazil)", "ltr", "pt_BR", "nplurals=2;"),
    ],
)
def test_facts(locale: str, own: str, english: str, direction: str, posix: str, plurals: str) -> None:
    assert locales.own_name(locale) == own
    assert locales.english_name(locale) == english
    assert locales.direction(locale) == direction
    assert locales.posix_name(locale) == posix
    assert locales.plural_forms(locale).startswith(plurals)


def test_an_unknown_language_has_no_dates() -> None:
    with pytest.raises(ValueError, match="unknown language tag 'qq'"):
        locales.date_line(FIRST, "qq")


@pytest.mark.parametrize(
    ("day", "era", "both"),
    [
        (date(2024, 1, 23), "令和6年1月23日", "令和6年（2024年）1月23日"),
        (date(2019, 5, 1), "令和元年5月1日", "令和元年（2019年）5月1日"),
        (date(2019, 4, 30), "平成31年4月30日", "平成31年（2019年）4月30日"),
        (date(1989, 1, 7), "昭和64年1月7日", "昭和64年（1989年）1月7日"),
        (date(1926, 12, 24), "大正15年12月24日", "大正15年（1926年）12月24日"),
        (date(1873, 1, 1), "明治6年1月1日", "明治6年（1873年）1月1日"),
        (date(1872, 12, 31), "1872年12月31日", "1872年12月31日"),
    ],
)
def test_japanese_eras(day: date, era: str, both: str) -> None:
    assert (locales.date_line(day, "ja", "era"), locales.date_line(day, "ja", "both")) == (era, both)
    assert locales.date_line(day, "ru", "era") == locales.date_line(day, "ru")
