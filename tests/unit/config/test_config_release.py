"""The settings about what goes out: gates, languages that belong together, embargoes, corrections, withdrawals."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from i18n import config
from i18n.problems import HabarError
from i18n.release import Correction, Gate, Terms, Withdrawal

PROJECT = """locales = ["en", "tk", "ru"]
gate = "reviewed"
together = ["ru", "en"]
[gates]
ru = { share = 90, state = "approved" }
tk = 50
"""


def terms(tmp_path: Path, own: str, project: str = PROJECT) -> Terms:
    (tmp_path / "sources").mkdir()
    (tmp_path / "habar.toml").write_text(project, encoding="utf-8")
    (tmp_path / "sources" / "b.toml").write_text(own, encoding="utf-8")
    return config.terms_of(config.find(tmp_path), "b")


def refused(tmp_path: Path, own: str, project: str = PROJECT) -> str:
    with pytest.raises(HabarError) as stopped:
        terms(tmp_path, own, project)
    (problem,) = stopped.value.problems
    return str(problem)


GATES = {"en": Gate(100, "reviewed"), "tk": Gate(50, "reviewed"), "ru": Gate(90, "approved")}


@pytest.mark.parametrize(
    ("own", "gates"),
    [
        ("", GATES),
        ("gate = 70", {"en": Gate(70, "reviewed"), "tk": Gate(70, "reviewed"), "ru": Gate(70, "approved")}),
        ("gates.tk = 'translated'", GATES | {"tk": Gate(50, "translated")}),
        ("gate = 1\n[gates]\nen = { state = 'approved' }", {
            "en": Gate(1, "approved"), "tk": Gate(1, "reviewed"), "ru": Gate(1, "approved"),
        }),
    ],
)  # fmt: skip
def test_each_part_of_a_gate_comes_from_the_nearest_setting(own, gates, tmp_path):
    assert terms(tmp_path, own) == Terms(gates, ("en", "ru"))


def test_a_bulletin_without_settings_has_the_projects(tmp_path):
    terms(tmp_path, "")
    assert config.terms_of(config.find(tmp_path), "c") == Terms(GATES, ("en", "ru"))


@pytest.mark.parametrize(
    ("own", "together"),
    [
        ("together = true", ("en", "tk", "ru")),
        ("together = false", ()),
        ("together = []", ()),
        ('together = ["tk"]', ("tk",)),
    ],
)
def test_languages_that_go_out_together(own, together, tmp_path):
    assert terms(tmp_path, own).together == together


FIVE, NINE, ZERO = (timezone(timedelta(hours=hours)) for hours in (5, 9, 0))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ('"2024-01-23T18:00+05:00"', datetime(2024, 1, 23, 18, tzinfo=FIVE)),
        ('"2024-01-23 18:00:30+05:00"', datetime(2024, 1, 23, 18, 0, 30, tzinfo=FIVE)),
        ("2024-01-23T18:00:00+05:00", datetime(2024, 1, 23, 18, tzinfo=FIVE)),
        ('"2024-01-23T13:00Z"', datetime(2024, 1, 23, 18, tzinfo=FIVE)),
        ('"2024-01-23T18:00[Asia/Ashgabat]"', datetime(2024, 1, 23, 18, tzinfo=FIVE)),
        ('"2024-01-23T18:00[Asia/Tokyo]"', datetime(2024, 1, 23, 18, tzinfo=NINE)),
        ('"2024-07-01T12:00[Europe/London]"', datetime(2024, 7, 1, 11, tzinfo=ZERO)),
        ('"2024-01-01T12:00[Europe/London]"', datetime(2024, 1, 1, 12, tzinfo=ZERO)),
    ],
)
def test_an_embargo_has_a_zone(written, moment, tmp_path):
    assert terms(tmp_path, f"embargo = {written}").embargo == moment


SUCH = "a time with its zone, such as '2024-01-23T18:00+05:00' or '2024-01-23T18:00[Asia/Ashgabat]'"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ('embargo = "2024-01-23T18:00"', f"embargo must be {SUCH}, not '2024-01-23T18:00'"),
        ('embargo = "tomorrow"', f"embargo must be {SUCH}, not 'tomorrow'"),
        ('embargo = "[Asia/Ashgabat]"', f"embargo must be {SUCH}, not '[Asia/Ashgabat]'"),
        (
            'embargo = "2024-01-23T18:00[Asia/Atlantis]"',
            ("embargo must be in a time zone that this machine knows, or with its offset, such as +05:00; Asia/Atlantis, not '2024-01-23T18:00[Asia/Atlantis]'"),
        ),
        (
            'embargo = "2024-03-31T01:30[Europe/London]"',
            ("embargo must be a time that there is once on that day: the clocks are changed then; write it with its offset, not '2024-03-31T01:30[Europe/London]'"),
        ),
        (
            'embargo = "2024-10-27T01:30[Europe/London]"',
            ("embargo must be a time that there is once on that day: the clocks are changed then; write it with its offset, not '2024-10-27T01:30[Europe/London]'"),
        ),
        (
            'embargo = "2024-01-23T18:00+05:00[Asia/Ashgabat]"',
            ("embargo must be a time with an offset or with the name of a zone, not with both, not '2024-01-23T18:00+05:00[Asia/Ashgabat]'"),
        ),
        ('gate = "aproved"', "gate must be one of 'translated', 'reviewed', 'approved', or a share in per cent, not 'aproved'"),
        ("gate = 101", "gate must be a whole number from 0 to 100, not 101"),
        ("gate = true", "gate must be a whole number from 0 to 100, not true"),
        ("gate = []", "gate must be per cent, one of 'translated', 'reviewed', 'approved', or a table with share and state, not []"),
        ("together = 'ru'", "together must be a list of different language tags, or true for all languages, not 'ru'"),
        ("corrections = 1", "corrections must be tables headed [[corrections]], not 1"),
        ("[[corrections]]\nversion = 2", "corrections must be tables with a date each, not [a table]"),
        (
            "[[corrections]]\nversion = 1\ndate = 2024-02-01",
            "corrections.version must be a whole number from 2: the first version was no correction, not 1",
        ),
        ("[withdrawn]\nreason.en = 'x'", "withdrawn must be a table with a date"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(own, said, tmp_path):
    assert refused(tmp_path, own).partition("H506: ")[2] == said


def test_a_language_that_is_not_there_would_hold_everything_back(tmp_path):
    assert refused(tmp_path, 'together = ["fr"]') == (
        "sources/b.toml: error H523: together: the project has no language fr: en, tk, ru"
    )


def test_corrections_and_withdrawals_arrive(tmp_path):
    own = """
[[corrections]]
date = 2024-02-01
note = { en = "The name of the hall.", ru = "Название зала." }
[[corrections]]
version = 4
date = "2024-02-03"
[withdrawn]
date = 2024-03-01
languages = ["en", "ru"]
[withdrawn.reason]
en = "It was sent by mistake."
"""
    found = terms(tmp_path, own)
    assert found.corrections == (
        Correction(2, date(2024, 2, 1), {"en": "The name of the hall.", "ru": "Название зала."}),
        Correction(4, date(2024, 2, 3)),
    )
    assert found.version == 4
    assert found.withdrawal == Withdrawal(date(2024, 3, 1), {"en": "It was sent by mistake."}, ("en", "ru"))


@pytest.mark.parametrize(
    ("first", "second"),
    [("version = 3\ndate = 2024-02-01", "date = 2024-02-02"), ("date = 2024-02-02", "date = 2024-02-01")],
)
def test_corrections_stand_in_their_order(first, second, tmp_path):
    said = refused(tmp_path, f"[[corrections]]\n{first}\n[[corrections]]\n{second}\n")
    assert "in the order of their" in said
    assert " stands behind " in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("embargo = 2024-03-01T10:00:00", "not 2024-03-01T10:00:00"),
        ("aliases = [2024-01-23, true, {}]", "not [2024-01-23, true, a table]"),
        ("embargo = 10:00:00", "not 10:00:00"),
    ],
)
def test_a_wrong_value_is_named_as_it_was_written(written, said, tmp_path):
    assert said in refused(tmp_path, f"{written}\n")
