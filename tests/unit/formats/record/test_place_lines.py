"""Lines of place and date, as wires and press offices write them, above the text and at its beginning."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import formats
from i18n.model import Document

DAY = date(2024, 1, 23)
_TITLES = {
    "en": "About the meeting of the Ministers of Turkmenistan and Japan",
    "tk": "Türkmenistanyň we Ýaponiýanyň ministrleriniň duşuşygy barada",
    "ru": "О встрече министров иностранных дел Туркменистана и Японии",
    "ja": "日・トルクメニスタン外相会談の開催について",
}
_TEXTS = {
    "en": "The Ministers met. They discussed cooperation.",
    "tk": "Ministrler duşuşdylar. Taraplar hyzmatdaşlyk barada gürleşdiler.",
    "ru": "Министры встретились. Стороны обсудили сотрудничество.",
    "ja": "両大臣は会談しました。双方は協力について協議しました。",
}
WITH_A_YEAR = [
    ("en", "Tokyo, 23 January 2024 –"), ("en", "TOKYO, Jan. 23, 2024 (AP) —"), ("en", "Ashgabat, 23 January, 2024."),
    ("en", "Ashgabat (23 January 2024)"), ("en", "Ashgabat - 23 January 2024"), ("en", "Tokyo, Japan, 23 January 2024"),
    ("en", "NEW YORK, January 23, 2024 /nCa/ -"), ("en", "23 January 2024, Ashgabat"), ("en", "Ashgabat, Tuesday, 23 January 2024"),
    ("en", "Ashgabat, Turkmenistan – January 23, 2024 –"), ("en", "(Ashgabat, January 23, 2024)"),
    ("tk", "Aşgabat, 2024-nji ýylyň 23-nji ýanwary."), ("tk", "Aşgabat ş., 2024-nji ýylyň 23-nji ýanwary"),
    ("tk", "AŞGABAT, 23-nji ýanwar 2024 ý. (TDH) –"),
    ("ru", "Ашхабад, 23 января 2024 года."), ("ru", "г. Ашхабад, 23 января 2024 г."), ("ru", "г. Ашхабад      23 января 2024 года"),
    ("ru", "23 января 2024 года, г. Ашхабад"), ("ru", "Токио, 23.01.2024"), ("ru", "АШХАБАД, 23 января 2024 г. /ТАСС/."),
    ("ja", "東京、2024年1月23日"), ("ja", "（東京、令和6年1月23日）"), ("ja", "東京　令和6年1月23日"), ("ja", "令和6年1月23日　東京"),
]  # fmt: skip
WITHOUT_A_YEAR = [
    ("en", "ASHGABAT, January 23 (MFA)"), ("en", "ASHGABAT, January 23 (MFA) –"), ("en", "ASHGABAT, 23 January /TDH/."),
    ("tk", "Aşgabat, 23-nji ýanwar –"), ("tk", "AŞGABAT, 23-nji ýanwar (TDH)."),
    ("ru", "Ашхабад, 23 января. –"), ("ru", "АШХАБАД, 23 янв - РИА Новости."), ("ru", "Ашхабад, 23 января (МИД) –"),
    ("ja", "東京、1月23日"), ("ja", "【東京1月23日】"), ("ja", "【東京＝1月23日】"), ("ja", "[東京 23日 ロイター] -"),
]  # fmt: skip
LEADING = [
    ("en", "TOKYO, Jan. 23, 2024 (AP) — "), ("en", "ASHGABAT, TURKMENISTAN, January 23, 2024 -- "), ("en", "Tokyo, 23 January 2024. "),
    ("tk", "AŞGABAT, 23-nji ýanwar 2024 ý. (TDH). "), ("ru", "АШХАБАД, 23 января 2024 г. /ТАСС/. "), ("ja", "（東京、令和6年1月23日）"),
]  # fmt: skip
TITLES = [
    ("en", "Meeting of the Ministers (23 January 2024)"), ("en", "On the visit to Japan - January 23"),
    ("en", "Ashgabat, January 23: the Ministers meet"), ("ru", "О визите министра (23 января)"),
    ("tk", "Ministriň sapary – 23-nji ýanwar"), ("ja", "外務大臣の訪問（1月23日）について"),
]  # fmt: skip
NOT_LEADING = [
    ("en", "On 23 January 2024 – a Tuesday – the Ministers met. They talked."),
    ("en", "Since independence, 27 September 1991. The country has changed. It has grown."),
    ("ru", "Встреча состоялась 23 января 2024 г. – во вторник. Она была третьей."),
]


def read(locale: str, *blocks: str) -> Document:
    text = "\n\n".join(blocks) + "\n"
    return formats.read(formats.Source("x", "x.txt", text.encode(), locale, "paragraph"))


def title_of(document: Document) -> str | None:
    unit = document.unit("title")
    return str(unit.content[0]) if unit else None


@pytest.mark.parametrize(("locale", "line"), WITH_A_YEAR + WITHOUT_A_YEAR)
def test_it_is_text_and_never_the_title(locale: str, line: str) -> None:
    below = read(locale, _TITLES[locale], line, _TEXTS[locale])
    above = read(locale, line, _TITLES[locale], _TEXTS[locale])
    for document in (below, above):
        assert title_of(document) == _TITLES[locale]
        assert line in [unit.content[0] for unit in document.units if unit.role == "paragraph"]
        assert document.remarks == ()
    assert title_of(read(locale, line, _TEXTS[locale])) is None


@pytest.mark.parametrize(("locale", "line"), WITH_A_YEAR)
def test_it_gives_an_undated_text_its_day(locale: str, line: str) -> None:
    assert read(locale, _TITLES[locale], line, _TEXTS[locale]).day == DAY
    assert read(locale, f" date 2024-01-25 {_TITLES[locale]}", line, _TEXTS[locale]).day == date(2024, 1, 25)


@pytest.mark.parametrize(("locale", "line"), WITHOUT_A_YEAR[:-1])
def test_without_a_year_it_says_the_day_of_the_event(locale: str, line: str) -> None:
    assert read(locale, _TITLES[locale], line, _TEXTS[locale]).day is None
    dated = read(locale, f" date 2024-01-25 {_TITLES[locale]}", line, _TEXTS[locale])
    assert dated.meta.event_date == DAY


@pytest.mark.parametrize(("locale", "lead"), LEADING)
def test_a_sentence_may_begin_with_it(locale: str, lead: str) -> None:
    document = read(locale, _TITLES[locale], lead + _TEXTS[locale])
    assert document.day == document.meta.event_date == DAY


@pytest.mark.parametrize(("locale", "text"), NOT_LEADING)
def test_a_date_in_a_sentence_is_no_day_of_the_text(locale: str, text: str) -> None:
    assert read(locale, _TITLES[locale], text).day is None


@pytest.mark.parametrize(("locale", "line"), TITLES)
def test_a_title_with_a_date_stays_one(locale: str, line: str) -> None:
    assert title_of(read(locale, line, _TEXTS[locale])) == line
