"""What a translator reads: whole problems, with their places and spans."""

from __future__ import annotations

import pytest

from i18n.checks import Check, Finding, Pair, check_entry, check_pair
from i18n.checks.frame import run_check
from i18n.model import Code, Place
from i18n.problems import Problem

PLACE = Place("locales/ru/LC_MESSAGES/x.po", 12)
LINK = (Code(1, "open", "a", ('<a href="/law">',)), Code(1, "close", "a", ("</a>",)))


def said(source: str, target: str, a: str = "en", b: str = "ru") -> list[tuple[str, str, str | None]]:
    """Code, message and the marked text of each problem."""
    found = check_pair(source, target, a, b)
    return [(p.code, p.message, target[slice(*p.span)] if p.span else None) for p in found]


def test_a_whole_problem() -> None:
    pair = Pair(
        ("On January 23, 2024",), ("24 января 2024 года",), "en", "ru", "paragraph", "On January 23, 2024", PLACE
    )
    assert check_entry(pair) == [
        Problem(
            code="H233",
            severity="error",
            place=PLACE,
            message="the source has 23 January 2024, the translation has 24 January 2024",
            msgid="On January 23, 2024",
            hint="write 23 January 2024",
            span=(0, 14),
        )
    ]


def test_spans_count_the_codes_as_they_are_written() -> None:
    target = ("См. ", LINK[0], "закон", LINK[1], " от 24 января")
    pair = Pair(("See ", LINK[0], "the law", LINK[1], " of January 23"), target, "en", "ru")
    (found,) = check_entry(pair)
    assert found.span is not None
    assert "См. <a>закон</a> от 24 января"[slice(*found.span)] == "24 января"


@pytest.mark.parametrize(
    ("span", "marked", "fix"),
    [((0, 2), "ab", "X"), ((2, 4), "cd", "X"), ((1, 3), "b<a>c", None), ((4, 4), "", "X"), (None, None, None)],
)
def test_a_correction_never_takes_a_code_away(span, marked, fix):
    pair = Pair(("x", LINK[0], "y", LINK[1]), ("ab", LINK[0], "cd", LINK[1]), "en", "ru")
    check = Check("H231", "any", "", 1, lambda _: [Finding("m", span, fix="X" if span else None)])
    (found,) = run_check(check, pair)
    assert found.fix == fix
    assert (found.span and "ab<a>cd</a>"[slice(*found.span)]) == marked


def test_messages_about_numbers() -> None:
    assert said("15 states", "16 стран") == [("H232", "the source has 15, the translation has 16", "16")]
    assert said("15 states", "страны") == [("H232", "the number 15 of the source is not in the translation", None)]
    assert said("states", "15 стран") == [("H232", "the number 15 is not in the source", "15")]
    assert said("1.5 billion", "15億", "en", "ja") == []
    assert said("1.5 million", "15億", "en", "ja") == [
        ("H232", "the source has 1.5 million (1,500,000), the translation has 15億 (1,500,000,000)", "15億")
    ]


def test_messages_about_codes() -> None:
    assert said("<a>x</a>", "икс") == [
        ("H231", "<a> is missing from the translation", None),
        ("H231", "</a> is missing from the translation", None),
    ]
    assert said("<a>x</a>", "</a>икс<a>") == [("H231", "</a> stands in the wrong place", None)]
    assert said("<b>x</b>", "<b>икс</b><b>игрек</b>") == [
        ("H231", "<b> stands in the translation too often", None),
        ("H231", "</b> stands in the translation too often", None),
    ]
    assert said("<br/>x", "<br/>икс<br/>") == [("H231", "<br/> stands in the translation too often", None)]
    assert said("x", "икс &lt;b&gt;") == [
        ("H231", "“&lt;b&gt;” will be printed as it stands, it is no code of the source", "&lt;b&gt;")
    ]


def test_messages_about_letters() -> None:
    assert said("the Taliban", "«Таliban»") == [("H238", "the word Таliban mixes scripts: “Та” is Cyrillic", "Та")]
    assert said("trade", "alışweriş", "en", "tk") == [("H239", "“ı” in alışweriş is no Turkmen letter", "ı")]


def test_an_empty_translation_is_no_defect() -> None:
    assert check_pair("On January 23", "", "en", "ru") == []
    assert check_pair("On January 23", " \n", "en", "ru") == []


def test_a_title_may_leave_out_a_date_but_not_change_it() -> None:
    def severities(target: str) -> list[str]:
        pair = Pair(("The meeting of January 23",), (target,), "en", "ru", "title")
        return [problem.severity for problem in check_entry(pair)]

    assert severities("Встреча министров") == ["warning"]
    assert severities("Встреча 24 января") == ["error"]


def test_the_catalog_of_the_source_language_may_repeat_the_source() -> None:
    assert check_pair("The parties met.", "The parties met.", "en", "en") == []
    assert check_pair("Встреча 23 мая", "Встреча 24 мая", "ru", "ru")[0].code == "H233"


def test_a_language_that_is_not_known_is_read_for_its_digits() -> None:
    assert check_pair("seven states and 15 experts", "sieben Staaten und 15 Experten", "en", "de") == []
    assert check_pair("15 experts", "Experten", "en", "de") == []
    assert check_pair("15 experts", "16 Experten", "en", "de")[0].message == "the source has 15, the translation has 16"


def test_a_flood_of_findings_is_cut_off() -> None:
    codes = [problem.code for problem in check_pair("trade", "ýylı " * 500, "en", "tk")]
    assert codes.count("H239") == 20


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u0301"])
def test_the_end_of_a_word_that_an_unseen_sign_cuts_off_is_no_word(sign: str) -> None:
    """Else the correction of a doubled word would take a real word away."""
    for target in (f"цифровизаци{sign}и и науки", f"в сфере и и{sign}наче"):
        found = check_pair("of digitalization and of science", target, "en", "ru")
        assert "H246" not in {problem.code for problem in found}
