"""A check that a person silenced, and every way in which that can be said wrong."""

from __future__ import annotations

import pytest

from i18n import catalogs
from i18n.checks import Pair, Policy, check_entry, judge, level_of

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TEXTS = '#: sources/x.txt:p1.s1\nmsgid "It has 40 stands."\nmsgstr "На ней 41 стенд."\n'


def said(*comments: str, texts: str = TEXTS, levels=None) -> list[tuple[str, str, int | None]]:
    """Code, severity and line of each problem of the entry with these comments."""
    raw = HEADER + "".join(f"# {line}".rstrip() + "\n" for line in comments) + texts
    (entry,) = catalogs.parse(raw.encode(), "x.po").entries
    pair = Pair((entry.msgid,), (entry.msgstr,), "en", "ru", msgid=entry.msgid, place=entry.place)
    return [(one.code, one.severity, one.place.line) for one in judge(pair, entry, Policy(levels or {}))]


def test_without_a_comment_the_check_speaks() -> None:
    assert said() == [("H232", "error", 5)]
    assert said("A note that speaks of habar: ignore it.") == [("H232", "error", 6)]


@pytest.mark.parametrize(
    "line",
    [
        "habar: ignore H232: the source has a slip",
        "  Habar:  Ignore  h232 :  опечатка в источнике",
        "habar：ignore H232：原文の誤り",
        "habar:ignore H232:see the errata: page 2",
        "habar: ignore H235, H232: two at once",
        "habar: ignore H232 H235: two at once",
    ],
)
def test_a_reason_silences_the_check(line: str) -> None:
    assert ("H232", "error", 6) not in said(line)
    assert {code for code, _, _ in said(line)} <= {"H530"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["habar: ignore H232"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ignore H232:"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ignore H232: ..."], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ignore: no code"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ingore H232: a slip"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ignore H999: unknown"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["habar: ignore everything: please"], [("H232", "error", 6), ("H528", "error", 4)]),
        (["First.", "habar: ignore H231: I like codes"], [("H232", "error", 7), ("H529", "error", 5)]),
        (["habar: ignore H238, H232: mixed"], [("H529", "error", 4)]),
        (["habar: ignore H240: it is my page"], [("H232", "error", 6), ("H529", "error", 4)]),
        (["habar: ignore H233: no date here"], [("H232", "error", 6), ("H530", "info", 4)]),
        (["habar: ignore H232: once", "", "habar: ignore H232: twice"], [("H530", "info", 6)]),
    ],
)
def test_what_is_said_wrong_is_told_with_its_line(lines, expected) -> None:
    assert said(*lines) == expected


@pytest.mark.parametrize("code", ["H231", "H238", "H254", "H256"])
def test_what_could_harm_a_reader_is_never_silent(code: str) -> None:
    wrong = {
        "H231": ("See it.", "См. <b>это</b> здесь."),
        "H238": ("the movement", "движение «Таliban»"),
        "H254": ("See www.mfa.gov.tm for more.", "Подробнее: www.mfa.gov.ru"),
        "H256": ("Turkmenistan", "Туркмени\u202eстан"),
    }[code]
    texts = f'msgid "{wrong[0]}"\nmsgstr "{wrong[1]}"\n'
    codes = [found[0] for found in said(f"habar: ignore {code}: trust me", texts=texts)]
    assert code in codes
    assert "H529" in codes
    with pytest.raises(ValueError, match="cannot be lowered"):
        level_of(code, "warning")


def test_a_comment_that_an_editor_wrapped_still_counts() -> None:
    assert said("habar: ignore H232: the source counts the stands of the", "organisers, too, and says so") == []


def test_an_entry_that_is_saved_by_another_editor_keeps_its_silence() -> None:
    polib = pytest.importorskip("polib")
    raw = HEADER + "# habar: ignore H232: опечатка\n" + TEXTS
    saved = str(polib.pofile(raw))
    (entry,) = catalogs.parse(saved.encode(), "x.po").entries
    assert judge(Pair((entry.msgid,), (entry.msgstr,), "en", "ru", place=entry.place), entry, Policy()) == []


def test_severities_of_a_project() -> None:
    pair = Pair(("It has 40 stands.",), ("На ней 41 стенд.",), "en", "ru")
    assert [one.severity for one in check_entry(pair, Policy({"H232": "info"}))] == ["info"]
    assert check_entry(pair, Policy({"H232": "off"})) == []
    title = Pair(("A fair",), ("Ярмарка 2024 года",), "en", "ru", "title")
    assert [one.severity for one in check_entry(title)] == ["warning"]
    assert [one.severity for one in check_entry(title, Policy({"H232": "error"}))] == ["error"]


@pytest.mark.parametrize(("sign", "severity"), [("\u202e", "error"), ("\u200b\u2067", "error"), ("\u200b", "warning")])
def test_signs_that_turn_the_text_around_are_errors(sign: str, severity: str) -> None:
    pair = Pair(("Turkmenistan",), (f"Туркмени{sign}стан",), "en", "ru")
    assert [(one.code, one.severity, one.fix) for one in check_entry(pair)] == [("H256", severity, "")]
