"""``habar status``, ``approve`` and ``log`` as a translator and a reviewer see them: the whole output."""

from __future__ import annotations

import gc
import json
import signal
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from i18n.cli.app import run

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
RU = f"locales/ru/LC_MESSAGES/{FAIR}.po"
EN = f"locales/en/LC_MESSAGES/{FAIR}.po"
ANNA = ("--to", "ru", "--as", "Анна Петрова", "--on", "2024-03-05")
HEAD = """\
      untranslated     needs     waiting  approved  waits for
                     editing  for review
"""


class Typing:
    """Types commands in a project, without a process for each."""

    def __init__(self, place, capsys) -> None:
        self._capsys = capsys
        self.place = place

    def habar(self, *arguments: str) -> Ended:
        self._capsys.readouterr()
        status = run(arguments)
        return Ended(status, *self._capsys.readouterr())

    def __getattr__(self, name: str):
        return getattr(self.place, name)


class Ended(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def ministry(ministry, capsys, monkeypatch):
    """The ministry, with commands that run in this process."""
    monkeypatch.chdir(ministry.root)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    return Typing(ministry, capsys)


@pytest.fixture
def approved(ministry):
    """The ministry with one bulletin approved."""
    assert ministry.habar("approve", FAIR, *ANNA) == (
        0,
        f"  {FAIR}  ru  3 approved\n3 translations approved\n",
        "",
    )
    return ministry


# The four states ---------------------------------------------------------------------------------


def test_status_shows_the_four_states_and_whose_turn_it_is(approved):
    approved.write("habar.toml", approved.read("habar.toml").decode() + '[reviewers]\nru = "Борис"\n')
    approved.edit(f"locales/ru/LC_MESSAGES/{CARPETS}.po", "Ковры в Ашхабаде", "")
    catalog = f"locales/ru/LC_MESSAGES/{CARPETS}.po"
    approved.edit(catalog, 'msgid "An exhibition', '#, fuzzy\nmsgid "An exhibition')
    assert approved.habar("status") == (
        0,
        f"""{HEAD}{FAIR}
  en*            0         0           0         3
  ru             0         0           0         3
{CARPETS}
  en*            0         0           0         2
  ru             1         1           0         0  translator, 8 words
{TALKS}
  en*            0         0           0         3
  ru             0         0           3         0  Борис, 11 words
* the language it was written in
""",
        "",
    )


def test_the_table_fits_80_columns_whatever_the_names(ministry):
    long = "松平健太郎" * 15
    ministry.write("habar.toml", f'source-locale = "en"\nlocales = ["en", "ru"]\nreviewers.ru = "{long}"\n')
    lines = ministry.habar("status", FAIR).stdout.splitlines()
    assert lines[4] == "  ru             0         0           3         0  松平健太郎松平健…, 13 words"
    assert sum(1 + (char > "\u2fff") for char in lines[4]) <= 80


def test_status_as_json(approved):
    approved.edit(RU, 'msgstr "На ней 40 стендов."', 'msgstr ""')
    counts = json.loads(approved.habar("status", FAIR, "--format", "json").stdout)["bulletins"][0]["languages"]["ru"]
    none = {"units": 0, "words": 0}
    assert counts == {
        "untranslated": {"units": 1, "words": 4},
        "needs_editing": none,
        "waiting_for_review": none,
        "approved": {"units": 2, "words": 9},
        "total": {"units": 3, "words": 13},
        "waits_for": {"role": "translator", "name": None, "words": 4},
    }


# Approving ---------------------------------------------------------------------------------------


def test_only_the_entries_that_are_approved_are_written_anew(ministry):
    ministry.edit(RU, 'msgid "It has 40 stands."\n', 'msgid ""\n"It has "\n"40 stands."\n')
    before = ministry.files()
    ministry.habar("approve", FAIR, *ANNA, "--entry", "p1.s1")
    after = ministry.files()
    assert {name for name in after if after[name] != before.get(name)} == {RU}
    added = [line for line in after[RU].decode().splitlines() if line not in before[RU].decode().splitlines()]
    assert len(added) == 1
    assert added[0].startswith("# Approved by Анна Петрова on 2024-03-05 [")
    assert after[RU].decode().replace(added[0] + "\n", "") == before[RU].decode()


def test_approving_again_changes_nothing(approved):
    before = approved.files()
    for day in ("2024-03-05", "2024-03-06"):
        again = approved.habar("approve", FAIR, "--to", "ru", "--as", " Анна  Петрова", "--on", day)
        assert again == (0, "0 translations approved\n", "")
    assert approved.files() == before


def test_without_a_day_it_is_today(ministry):
    before = datetime.now(tz=UTC).astimezone()
    ministry.habar("approve", FAIR, "--to", "ru", "--as", "Anna")
    days = {moment.date().isoformat() for moment in (before, datetime.now(tz=UTC).astimezone())}
    assert any(f"# Approved by Anna on {day} [" in ministry.read(RU).decode() for day in days)


def test_what_cannot_be_approved_is_told_and_the_rest_is_approved(ministry):
    ministry.edit(RU, "На ней 40 стендов.", "На ней 45 стендов.")
    ministry.edit(RU, 'msgid "A fair opened', '#, fuzzy\nmsgid "A fair opened')
    catalog = f"locales/ru/LC_MESSAGES/{TALKS}.po"
    ministry.edit(catalog, "Министры провели переговоры.", "")
    assert ministry.habar("approve", FAIR, TALKS, *ANNA) == (
        1,
        f"  {FAIR}  ru  1 approved\n  {TALKS}  ru  2 approved\n3 translations approved\n",
        f"""{RU}:29: error H290: not approved: the translation needs editing (fuzzy)
    msgid  A fair opened in Mary.
    fix    when the translation is right, clear its mark, then approve it
{RU}:35: error H292: not approved: H232, the source has 40, the translation has 45
    msgid  It has 40 stands.
    fix    compare it with the source
{catalog}:28: error H291: not approved: there is no translation
    msgid  The ministers held talks.
    fix    translate it, then approve it
""",
    )


def test_a_page_in_another_language_is_not_approved(ministry):
    for text in ("Ярмарка в Мары", "В Мары открылась ярмарка.", "На ней 40 стендов."):
        ministry.edit(RU, text, "Maryda sergi açyldy we onda 40 sany köşk bar.")
    ended = ministry.habar("approve", FAIR, *ANNA)
    assert (ended.returncode, ended.stdout) == (1, "0 translations approved\n")
    assert ended.stderr.startswith(f"{RU}: error H240: ")
    assert "Approved by" not in ministry.read(RU).decode()


def test_an_edit_makes_the_approval_void_and_its_undoing_valid(approved):
    approved.edit(RU, "На ней 40 стендов.", "Там 40 стендов.")
    assert "  ru             0         0           1         2" in approved.habar("status", FAIR).stdout
    approved.edit(RU, "Там 40 стендов.", "На ней 40 стендов.")
    assert "  ru             0         0           0         3" in approved.habar("status", FAIR).stdout


def test_a_changed_source_makes_the_approval_void_and_its_undoing_valid(approved):
    source = f"sources/{FAIR}.txt"
    before = approved.read(RU)
    approved.edit(source, "40 stands", "40 big stands")
    approved.habar("extract", FAIR)
    assert "  ru             0         1           0         2" in approved.habar("status", FAIR).stdout
    approved.edit(source, "40 big stands", "40 stands")
    approved.habar("extract", FAIR)
    assert "  ru             0         0           0         3" in approved.habar("status", FAIR).stdout
    assert approved.read(RU) == before


def test_a_second_reviewer_signs_what_is_named(approved):
    ended = approved.habar(
        "approve", FAIR, "--to", "ru", "--as", "Boris", "--entry", "It has 40 stands.", "--entry", "title"
    )
    assert (ended.returncode, ended.stdout) == (0, f"  {FAIR}  ru  2 approved\n2 translations approved\n")
    assert approved.read(RU).decode().count("# Approved by Boris on ") == 2


def test_a_correction_in_its_own_language_waits_for_review_too(ministry):
    ministry.edit(EN, 'msgstr "It has 40 stands."', 'msgstr "It has 40 stands!"')
    assert (
        "  en*            0         0           1         2  reviewer, 4 words" in ministry.habar("status", FAIR).stdout
    )
    ended = ministry.habar("approve", FAIR, "--to", "en", "--as", "Anna")
    assert ended.stdout == f"  {FAIR}  en  1 approved\n1 translation approved\n"


WRONG = {
    "no reviewer": (("--to", "ru"), "Missing option '--as'"),
    "no language": (("--as", "Anna"), "Missing option '--to'"),
    "a day that is none": ((*ANNA, "--on", "2024-02-30"), "does not match the format"),
    "a name that is none": (
        ("--to", "ru", "--as", "A\nB"),
        "--as: error H293: the reviewer must have a name without line",
    ),
    "a long name": (("--to", "ru", "--as", "A" * 100_000), "--as: error H293: the reviewer must have a name of 80"),
    "another language": (("--to", "tk", "--as", "Anna"), "habar.toml: error H523: the project has no language “tk”"),
    "another bulletin": ((*ANNA, "2024-03-09-x"), "error H507: there is no bulletin '2024-03-09-x'"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong_use_writes_nothing(arguments, message, ministry):
    before = ministry.files()
    ended = ministry.habar("approve", FAIR, *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr
    assert len(ended.stderr) < 500
    assert ministry.files() == before


def test_an_entry_that_is_not_there_is_told(ministry):
    assert ministry.habar("approve", FAIR, *ANNA, "--entry", "p9.s9") == (
        1,
        "0 translations approved\n",
        """--entry: error H294: there is no entry 'p9.s9' in these bulletins
    fix    give its whole source text, or its reference, such as p2.s1
""",
    )


def test_without_a_po_file_there_is_nothing_to_approve(ministry):
    (ministry.root / RU).unlink()
    ended = ministry.habar("approve", FAIR, *ANNA)
    assert ended.returncode == 1
    assert (
        ended.stderr == f"{RU}: error H295: there is no PO file of this bulletin yet\n    fix    run: habar extract\n"
    )


# What changed ------------------------------------------------------------------------------------


def test_changes_of_the_source_and_corrections_are_shown_word_by_word(ministry):
    ministry.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 45 new stands.")
    ministry.habar("extract", FAIR)
    ministry.edit(EN, 'msgstr "A fair opened in Mary."', 'msgstr "A fair was opened in Mary."')
    assert ministry.habar("status", "--changes", FAIR) == (
        0,
        f"""{EN}:28: the published text was corrected
    en  A fair {{+was +}}opened in Mary.
{RU}:28: the published text was corrected in {EN}:28
    en  A fair {{+was +}}opened in Mary.
    ru  В Мары открылась ярмарка.
{RU}:36: needs editing, because the source changed
    en  It has [-40-]{{+45 new+}} stands.
    ru  На ней 40 стендов.
3 changes
""",
        "",
    )
    assert ministry.habar("status", "--changes", "--to", "ru", TALKS).stdout == "0 changes\n"


def test_changes_as_json(ministry):
    ministry.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 45 stands.")
    ministry.habar("extract", FAIR)
    ended = ministry.habar("status", "--changes", FAIR, "--to", "ru", "--format", "json")
    assert json.loads(ended.stdout) == {
        "changes": [
            {
                "id": FAIR,
                "language": "ru",
                "file": RU,
                "line": 36,
                "what": "source",
                "old": "It has 40 stands.",
                "new": "It has 45 stands.",
                "diff": [
                    {"kind": "same", "text": "It has "},
                    {"kind": "removed", "text": "40"},
                    {"kind": "added", "text": "45"},
                    {"kind": "same", "text": " stands."},
                ],
                "translation": "На ней 40 стендов.",
            }
        ],
        "problems": [],
    }


def test_a_language_alone_is_no_question(ministry):
    assert ministry.habar("status", "--to", "ru").returncode == 2


# The log -----------------------------------------------------------------------------------------


def test_the_log_tells_who_approved_what_and_when(approved):
    approved.edit(RU, "Ярмарка в Мары", "Ярмарка в городе Мары")
    approved.edit(f"sources/{FAIR}.txt", " It has 40 stands.", "")
    approved.habar("extract", FAIR)
    approved.habar("approve", FAIR, "--to", "ru", "--as", "Boris", "--on", "2024-03-04")
    assert approved.habar("log", FAIR) == (
        0,
        f"""{RU}:24: 2024-03-04 Boris: approved
    A fair in Mary
{RU}:24: 2024-03-05 Анна Петрова: void, because the text was edited since
    A fair in Mary
{RU}:31: 2024-03-05 Анна Петрова: approved
    A fair opened in Mary.
{RU}:35: 2024-03-05 Анна Петрова: void, because the source has this text no more
    It has 40 stands.
4 approvals, 2 of them void
""",
        "",
    )
    assert approved.habar("log", "--to", "en").stdout == "0 approvals, 0 of them void\n"


def test_the_log_as_json(ministry):
    ministry.habar("approve", FAIR, *ANNA, "--entry", "title")
    assert json.loads(ministry.habar("log", "--format", "json").stdout) == {
        "approvals": [
            {
                "id": FAIR,
                "language": "ru",
                "reviewer": "Анна Петрова",
                "day": "2024-03-05",
                "void": None,
                "file": RU,
                "line": 23,
                "msgctxt": "title",
                "msgid": "A fair in Mary",
                "translation": "Ярмарка в Мары",
            }
        ],
        "problems": [],
    }
