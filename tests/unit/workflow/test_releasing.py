"""What goes out by which gate, all languages at once, and an embargo that nothing in the output gives away."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from i18n.workflow import approve, build, status

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
RUSSIAN_FAIR = f"locales/ru/LC_MESSAGES/{FAIR}.po"
AFTER = datetime(2024, 3, 1, 13, 0, tzinfo=UTC)
BEFORE = datetime(2024, 3, 1, 12, 59, 59, tzinfo=UTC)


def setting(ministry, text: str) -> None:
    ministry.write("habar.toml", ministry.read("habar.toml") + text.encode())


def signed(ministry, name: str, *entries: str) -> None:
    assert approve.run(ministry.project, [FAIR], "ru", name, date(2024, 3, 5), entries).problems == []


def withheld(ministry, now=None) -> list[str]:
    report = build.run(ministry.project, now=now)
    assert report.problems == []
    return [f"{held.bulletin} {held.locale} {held.message}" for held in report.withheld if held.bulletin == FAIR]


def traces(ministry) -> list[str]:
    """The files of the site that name the fair, or show its words."""
    words = ("fair", "Fair", "Ярмарка", "ярмарка")
    return [
        name
        for name, data in ministry.files("output").items()
        if any(word in name or word in data.decode("utf-8", "replace") for word in words)
    ]


def test_reviewed_is_by_anybody_and_approved_by_the_reviewer_of_the_settings(ministry):
    setting(ministry, 'gate = "reviewed"\nreviewers.ru = "Anna"\n')
    assert withheld(ministry) == [f"{FAIR} ru 0 % reviewed, needs 100 %"]
    signed(ministry, "Boris")
    assert withheld(ministry) == []
    ministry.write(f"sources/{FAIR}.toml", 'gate = "approved"\n')
    assert withheld(ministry) == [f"{FAIR} ru 0 % approved, needs 100 %"]
    signed(ministry, "Anna", "title", "p1.s1")
    assert withheld(ministry) == [f"{FAIR} ru 66 % approved, needs 100 %"]
    signed(ministry, "Anna", "p1.s2")
    assert withheld(ministry) == []


def test_without_a_reviewer_in_the_settings_any_approves(ministry):
    setting(ministry, 'gates.ru = "approved"\n')
    signed(ministry, "Boris")
    assert withheld(ministry) == []


def test_an_edit_after_the_approval_closes_the_gate_again(ministry):
    setting(ministry, 'gates.ru = { share = 60, state = "reviewed" }\n')
    signed(ministry, "Boris")
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Там 40 стендов.")
    assert withheld(ministry) == []
    before = ministry.files("output")
    ministry.edit(RUSSIAN_FAIR, "В Мары открылась ярмарка.", "В городе Мары открылась ярмарка.")
    assert withheld(ministry) == [f"{FAIR} ru 33 % reviewed, needs 60 %; its page stays as it is"]
    assert ministry.files("output") == before


def test_a_copy_edit_of_the_source_waits_for_its_reviewer(ministry):
    setting(ministry, 'gates.en = "approved"\n')
    assert withheld(ministry) == []
    ministry.edit(f"locales/en/LC_MESSAGES/{FAIR}.po", 'msgstr "It has 40 stands."', 'msgstr "There are 40 stands."')
    assert withheld(ministry) == [f"{FAIR} en 66 % approved, needs 100 %; its page stays as it is"]


@pytest.mark.parametrize(
    "fault", [("На ней 40 стендов.", ""), ("На ней 40 стендов.", "На ней 41 стенд."), ('msgid "It', "msgid It")]
)
def test_nothing_appears_before_all_languages_are_ready(fault, ministry):
    ministry.write(f"sources/{FAIR}.toml", "together = true\n")
    ministry.edit(RUSSIAN_FAIR, *fault)
    report = build.run(ministry.project)
    assert [(held.locale, held.why) for held in report.withheld if held.locale == "en"] == [("en", "together")]
    assert traces(ministry) == []
    assert report.pages == 4


def test_both_languages_appear_at_once(ministry):
    ministry.write(f"sources/{FAIR}.toml", 'together = ["en", "ru"]\n')
    assert withheld(ministry) == []
    assert len(traces(ministry)) > 4


@pytest.mark.parametrize("written", ["2024-03-01T18:00+05:00", "2024-03-01T18:00[Asia/Ashgabat]"])
def test_before_an_embargo_ends_nothing_gives_the_bulletin_away(written, ministry):
    built = build.run(ministry.project)
    assert built.pages == 6
    ministry.write(f"sources/{FAIR}.toml", f'embargo = "{written}"\n')
    assert withheld(ministry, BEFORE) == [f"{FAIR}  embargo until 2024-03-01 18:00+05:00"]
    assert traces(ministry) == []
    assert withheld(ministry) != []  # without a clock it holds
    assert withheld(ministry, AFTER) == []
    assert len(traces(ministry)) > 4
    before = ministry.files("output")
    build.run(ministry.project, now=BEFORE)
    build.run(ministry.project, now=AFTER)
    assert ministry.files("output") == before


def test_an_error_below_an_embargo_is_nobodys_business_yet(ministry):
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "2024-03-01T18:00+05:00"\n')
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "На ней 41 стенд.")
    assert withheld(ministry, BEFORE) == [f"{FAIR}  embargo until 2024-03-01 18:00+05:00"]


def test_the_command_takes_a_time(ministry):
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "2024-03-01T18:00+05:00"\n')
    early = ministry.habar("compile", "--at", "2024-03-01T17:59+05:00")
    assert early.stdout.splitlines()[0] == f"  not built: {FAIR}: embargo until 2024-03-01 18:00+05:00"
    assert ministry.habar("compile", "--at", "2024-03-01T18:00[Asia/Ashgabat]").stdout.startswith("6 pages built")
    assert ministry.habar("compile").stdout.startswith("6 pages built")
    wrong = ministry.habar("compile", "--at", "2024-03-01T18:00")
    assert wrong.returncode == 2
    assert "it must be a time with its zone" in wrong.stderr


def test_status_says_what_keeps_a_bulletin_back(ministry):
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "2024-03-01T18:00+05:00"\n')
    ministry.write(f"sources/{TALKS}.toml", 'gates.ru = "approved"\ntogether = ["ru"]\n')
    rows = {row.bulletin: row.withheld for row in status.run(ministry.project, now=BEFORE).rows}
    assert {name: [held.message for held in found] for name, found in rows.items()} == {
        FAIR: ["embargo until 2024-03-01 18:00+05:00"],
        CARPETS: [],
        TALKS: ["goes out together with ru, which cannot go out yet", "0 % approved, needs 100 %"],
    }
    text = ministry.habar("status", FAIR, "--at", "2024-03-01T17:00+05:00").stdout
    assert "    not built: embargo until 2024-03-01 18:00+05:00\n" in text
    data = json.loads(ministry.habar("status", TALKS, "--format", "json").stdout)["bulletins"][0]["withheld"]
    assert data[1] == {"language": "ru", "why": "gate", "message": "0 % approved, needs 100 %"}


def test_wrong_settings_stop_their_bulletin_alone(ministry):
    ministry.write(f"sources/{FAIR}.toml", 'embargo = "soon"\n')
    report = build.run(ministry.project)
    assert (report.pages, [found.code for found in report.problems]) == (4, ["H506"])
