"""How each language writes numbers and dates: tables, read as whole values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n.numerals import Figures, read

if TYPE_CHECKING:
    from decimal import Decimal

NUMBERS = [
    # locale, text, every reading that is exact, in order
    ("en", "1,234.5", ["1234.5"]),
    ("en", "two hundred and fifty-three", ["253"]),
    ("en", "one hundred five", ["105"]),
    ("en", "one and a half million", ["1500000"]),
    ("en", "half a million", ["500000"]),
    ("en", "the twenty-first", ["21"]),
    ("en", "1st and 22nd", ["1", "22"]),
    ("en", "five six", ["5", "6"]),
    ("en", "2023-24", ["2023", "24|2024"]),
    ("en", "the 90s", ["90|1990"]),
    ("en", "COVID-19 and 5G", ["19", "5"]),
    ("en", "10:30 and 3 p.m.", ["10", "30", "3|15"]),
    ("en", "3-5 million", ["3|3000000", "5000000"]),
    ("en", "+993 12 39-95-87", ["99312399587"]),
    ("en", "the VI Summit", ["6"]),
    ("en", "no number, and we may march", []),
    ("ru", "1 234 567,89", ["1234567.89"]),
    ("ru", "1\u00a0234\u202f567", ["1234567"]),
    ("ru", "1.234.567", ["1234567"]),
    ("ru", "двадцать третьего", ["23"]),
    ("ru", "тысяча девятьсот девяносто пятого", ["1995"]),
    ("ru", "двумястами пятьюдесятью", ["250"]),
    ("ru", "15 млн 300 тыс. тонн", ["15300000"]),
    ("ru", "2,5 тыс.", ["2500"]),
    ("ru", "1-го, 5-ти и 30-летие", ["1", "5", "30"]),
    ("ru", "полтора миллиона", ["1500000"]),
    ("ru", "2 с половиной часа", ["2.5"]),
    ("ru", "в 2024 300 человек", ["2024", "300"]),
    ("tk", "1 234,5", ["1234.5"]),
    ("tk", "2024-2026-njy", ["2024", "2026"]),
    ("tk", "müň dokuz ýüz togsan bäş", ["1995"]),
    ("tk", "on birinji", ["11"]),
    ("tk", "ondan soň onuň", []),
    ("tk", "2 müň 345", ["2345"]),
    ("tk", "1 million 250 müňden", ["1250000"]),
    ("tk", "iki ýarym", ["2.5"]),
    ("tk", "altysynda", ["6"]),
    ("ja", "1万2,350人", ["12350"]),
    ("ja", "3億5,000万円", ["350000000"]),
    ("ja", "1.5億", ["150000000"]),
    ("ja", "5千万円", ["50000000"]),
    ("ja", "第二十三回", ["23"]),
    ("ja", "二千二十四", ["2024"]),
    ("ja", "２０２４年", ["2024"]),
    ("ja", "令和元年", ["2019|1"]),
    ("en", "at half past eight in the evening", ["8|20"]),
    ("en", "at a quarter to nine p.m.", ["8|20"]),
    ("en", "at eight o'clock", ["8|20"]),
    ("en", "from 9:00 to 17:00", ["9", "17"]),
    ("ru", "в половине девятого", ["8|20"]),
    ("ru", "без четверти девять утра", ["8"]),
    ("ru", "в восемь часов вечера", ["8|20"]),
    ("ru", "в 10.30 и 10.30 %", ["10", "30", "|10.3"]),
    ("tk", "agşam sagat sekizde", ["8|20"]),
    ("tk", "sagat 17:00-da", ["17"]),
    ("ja", "（1）申請書、（2）写真2枚", ["2"]),
    ("ja", "午後3時", ["3|15"]),
    ("ja", "午後 3 時 30 分", ["3|15", "30"]),
    ("ja", "19 億ドルと 2 万人", ["1900000000", "20000"]),
    ("ja", "2時間半", ["2|2.5"]),
    ("ja", "万博、唯一", []),
    ("de", "1,5 und zwei", ["|1.5"]),
    ("zh-TW", "15", ["15"]),
]


@pytest.mark.parametrize(("locale", "text", "expected"), NUMBERS)
def test_numbers(locale: str, text: str, expected: list[str]) -> None:
    exact = [number for number in read(text, locale).numbers if number.weight != "loose"]
    found = ["|".join(map(plain, number.values)) or "|" + plain(number.foreign[0]) for number in exact]
    assert found == expected


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


DATES = [
    ("en", "January 23, 2024", ["23 January 2024"]),
    ("en", "23rd of January", ["23 January"]),
    ("en", "25, 26 and 27 October 2023", ["25 October 2023", "26 October 2023", "27 October 2023"]),
    ("en", "23/01/2024", ["23 January 2024"]),
    ("en", "01/23/2024", ["23 January 2024"]),
    ("en", "03/07/2024", ["3 July 2024"]),
    ("en", "2024-01-23", ["23 January 2024"]),
    ("en", "They may march. May they? In May, Jan left.", ["May"]),
    ("en", "No one may leave. The first of May.", ["1 May"]),
    ("en", "23/01/94 and 23/01/24", ["23 January 1994", "23 January 2024"]),
    ("ru", "23–24 января 2024 г.", ["23 January 2024", "24 January 2024"]),
    ("ru", "с 28 февраля по 2 марта", ["28 February", "2 March"]),
    ("ru", "двадцать третьего января", ["23 January"]),
    ("tk", "2024-nji ýylyň 23-nji ýanwarynda", ["23 January 2024"]),
    ("tk", "2014-nji ýylyň 9-njy iýulyndaky 1286 belgili", ["9 July 2014"]),
    ("tk", "ýanwar aýynyň 23-ine", ["23 January"]),
    ("tk", "maýa goýumlary we ýanynda", []),
    ("ja", "2024年1月23日", ["23 January 2024"]),
    ("ja", "令和6年1月23日から24日まで", ["23 January 2024", "24 January 2024"]),
    ("ja", "平成31年4月30日", ["30 April 2019"]),
    ("ja", "二〇二四年一月二十三日", ["23 January 2024"]),
    ("ja", "2024 年 1 月 23 日から 24 日まで", ["23 January 2024", "24 January 2024"]),
    ("ja", "令和 6 年 1 月", ["January 2024"]),
    ("ja", "3か月、3月間", []),
    ("ja", "本23日", ["day 23"]),
    ("ja", "13月1日", []),
]


@pytest.mark.parametrize(("locale", "text", "expected"), DATES)
def test_dates(locale: str, text: str, expected: list[str]) -> None:
    assert list(map(str, read(text, locale).dates)) == expected


RELATIVE = [
    ("en", "this year and today", {"year", "day"}),
    ("ru", "в мае текущего года", {"year"}),
    ("tk", "şu ýylyň maý aýynda", {"year"}),
    ("ja", "本23日、昨年", {"year", "month"}),
    ("ru", "в течение года", set()),
]


@pytest.mark.parametrize(("locale", "text", "expected"), RELATIVE)
def test_words_that_stand_for_a_date(locale: str, text: str, expected: set[str]) -> None:
    assert read(text, locale).relative == expected


def test_spans_point_at_the_text() -> None:
    text = "On January 23, 2024, １５ states and 1.5 billion dollars"
    figures = read(text, "en")
    assert [text[number.start : number.end] for number in figures.numbers] == ["１５", "1.5 billion"]
    assert [text[date.start : date.end] for date in figures.dates] == ["January 23, 2024"]


def test_no_figures() -> None:
    assert read("", "tk") == Figures()
    assert read("text", "de") == Figures(known=False)


def test_a_number_shows_its_value_where_its_writing_hides_it() -> None:
    shown = [str(number) for number in read("15億と1,234と7つ", "ja").numbers]
    assert shown == ["15億 (1,500,000,000)", "1,234", "7"]
