"""Checks of sources: what would go wrong in every language at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from i18n.checks import check_source
from i18n.model import Code, Document, Meta, Place, Unit

DAY = date(2024, 1, 23)


def document(*texts: str, locale: str = "en", day: date | None = DAY, event: date | None = None) -> Document:
    units = tuple(Unit(f"p{at}", Place("sources/x.txt", at), "paragraph", (text,)) for at, text in enumerate(texts, 1))
    return Document(
        "x", Place("sources/x.txt"), "record", locale, "sentence", "0" * 12, Meta(day, day, event), (), units
    )


def said(*texts: str, locale: str = "en", event: date | None = None) -> list[tuple[str, str, str]]:
    return [(p.code, str(p.place), p.message) for p in check_source(document(*texts, locale=locale, event=event))]


@pytest.mark.parametrize("event", [None, DAY, date(2024, 1, 22), date(2024, 2, 20)])
def test_an_event_of_these_days_fits(event: date | None) -> None:
    assert said("The ministers met.", event=event) == []


def test_an_event_of_another_year_is_doubtful() -> None:
    assert said("The ministers met.", event=date(2023, 1, 22)) == [
        ("H120", "sources/x.txt", "the bulletin is of 2024-01-23, and its first sentence speaks of 2023-01-22")
    ]


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("en", "On Tuesday, January 23, 2024, they met.", "On Monday, January 23, 2024, they met."),
        ("ru", "Во вторник, 23 января 2024 года, они встретились.", "В среду, 23 января 2024 года, они встретились."),
        ("ja", "2024年1月23日（火）に会談した。", "2024年1月23日（水）に会談した。"),
    ],
)
def test_a_day_of_the_week_that_the_calendar_contradicts(locale: str, right: str, wrong: str) -> None:
    assert said(right, locale=locale) == []
    assert [code for code, _, _ in said(wrong, locale=locale)] == ["H120"]


def test_a_date_that_does_not_exist() -> None:
    assert said("They met on February 30, 2024.") == [("H120", "sources/x.txt:1", "there is no 30 February 2024")]


def test_marks_without_a_partner() -> None:
    assert said("He said: “Good.", "“It is.”") == [
        ("H147", "sources/x.txt:1", "““” has no partner in this paragraph or after it")
    ]
    assert said("He said: “Good.", "It is.”") == []


def test_two_spaces_are_information() -> None:
    (found,) = check_source(document("They  met."))
    assert (found.code, found.severity) == ("H147", "info")


@pytest.mark.parametrize(("kind", "spaces"), [("alone", 0), ("open", 1)])
def test_spaces_around_what_stands_alone_are_not_side_by_side(kind: str, spaces: int) -> None:
    made = document("They met.")
    content = ("A photo ", Code(1, kind, "img", ("![x](y)",)), " in a text")  # type: ignore[arg-type]
    shown = replace(made, units=(made.units[0]._replace(content=content),))
    assert [found.code for found in check_source(shown)] == ["H147"] * spaces


def test_letters_that_only_look_right() -> None:
    assert [code for code, _, _ in said("the Таliban movement")] == ["H148"]
    assert [code for code, _, _ in said("Duşuşık geçirildi.", locale="tk")] == ["H148"]
    assert [code for code, _, _ in said("トルクメ二スタン", locale="ja")] == ["H148"]
    assert said("the COVID-19 pandemic and UNESCO") == []


def test_a_name_in_two_spellings() -> None:
    found = said("Rashid Meredov met the Minister.", "Mr. Merdov thanked him.", "Meredov left.")
    assert found == [("H149", "sources/x.txt:2", "“Merdov” here, “Meredov” elsewhere: is it one name?")]
    assert [c for c, _, _ in said("アシガバットに到着。", "アシガハットで会談。", locale="ja")] == ["H149"]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ru", "Рашид Мередов встретил делегацию. Делегация Рашида Мередова уехала с Мередовым."),
        ("tk", "Türkmenistan we Türkmenistanyň wekilleri. Aşgabat, Aşgabada, Aşgabatda."),
        ("en", "Ministers and Minister, Japan and Japanese, Station and Nation."),
    ],
)
def test_cases_of_a_name_are_no_other_spelling(locale: str, text: str) -> None:
    assert said(text, locale=locale) == []
