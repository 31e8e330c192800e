"""``habar check --fix``: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from i18n.checks import corrections
from i18n.workflow import fixing

FAIR, TALKS = "2024-03-01-fair", "2024-03-03-talks"
FAIR_PO, TALKS_PO = (f"locales/ru/LC_MESSAGES/{name}.po" for name in (FAIR, TALKS))
DIFF = [
    f"--- {FAIR_PO}",
    f"+++ {FAIR_PO}",
    "@@ line 28, H256, H245 @@",
    " msgid  “A fair opened in Mary.”",
    "-msgstr “В Ма\\u200bры  открылась ярмарка.”",
    "+msgstr “В Мары открылась ярмарка.”",
    f"--- {TALKS_PO}",
    f"+++ {TALKS_PO}",
    "@@ line 28, H245 @@",
    " msgid  “The ministers held talks.”",
    "-msgstr “Министры  провели 7 переговоров.”",
    "+msgstr “Министры провели 7 переговоров.”",
]


@pytest.fixture
def faulty(ministry):
    ministry.edit(FAIR_PO, "В Мары открылась ярмарка.", "В Ма\u200bры  открылась ярмарка.")
    ministry.edit(TALKS_PO, "Министры провели переговоры.", "Министры  провели 7 переговоров.")
    return ministry


def test_nothing_is_written_unasked(faulty):
    before = faulty.files()
    ended = faulty.habar("check", "--fix")
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        *DIFF,
        "nothing was written: run it in a terminal and say yes, or add --yes",
    ]
    assert ended.stdout.splitlines()[-1] == "16 translations checked, 4 problems"
    assert faulty.files() == before


def test_safe_corrections_are_written_and_nothing_else(faulty):
    before = faulty.files()
    ended = faulty.habar("check", "--fix", "--yes", "--format", "github")
    assert ended.stderr.splitlines() == [*DIFF, "2 translations corrected in 2 files"]
    assert (ended.returncode, ended.stdout.count("\n")) == (1, 1)
    assert "the number 7 is not in the source" in ended.stdout
    after = faulty.files()
    assert after.pop(FAIR_PO).decode() == before.pop(FAIR_PO).decode().replace("Ма\u200bры  о", "Мары о")
    assert after.pop(TALKS_PO).decode() == before.pop(TALKS_PO).decode().replace("Министры  п", "Министры п")
    assert after == before
    again = faulty.habar("check", "--fix", "--yes")
    assert again.stderr == "nothing can be corrected safely\n"


def test_the_named_bulletins_alone(faulty):
    ended = faulty.habar("check", "--fix", "--yes", TALKS)
    assert ended.stderr.splitlines() == [*DIFF[6:], "1 translation corrected in 1 file"]


def test_a_silenced_problem_is_not_corrected(faulty):
    faulty.edit(TALKS_PO, 'msgid "The min', '# habar: ignore H245: two spaces are our style\nmsgid "The min')
    assert [one.bulletin for one in fixing.plan(faulty.project).corrections] == [FAIR]


def test_what_a_translator_changed_in_the_meantime_stays(faulty):
    planned = fixing.plan(faulty.project).corrections
    faulty.edit(FAIR_PO, "В Ма\u200bры  открылась ярмарка.", "В городе  Мары открылась ярмарка.")
    faulty.edit(TALKS_PO, "Они встретятся снова.", "Они встретятся опять.")
    report = fixing.write(faulty.project, planned)
    assert (report.entries, report.files, report.problems) == (1, 1, [])
    assert "В городе  Мары открылась" in faulty.read(FAIR_PO).decode()
    assert "Министры провели 7" in faulty.read(TALKS_PO).decode()
    assert "опять" in faulty.read(TALKS_PO).decode()


def test_a_correction_that_would_bring_an_error_is_not_made(faulty, monkeypatch):
    monkeypatch.setattr(fixing.checks, "corrected", lambda text, _: corrections.Corrected("<b>слово", ("H245",)))
    assert fixing.plan(faulty.project).corrections == []


def test_it_waits_for_another_command(faulty):
    (faulty.root / ".habar").mkdir(exist_ok=True)
    with open(faulty.root / ".habar/lock", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write("habar extract, process 7")
        held.flush()
        command = [sys.executable, "-m", "i18n", "check", "--fix", "--yes"]
        running = subprocess.Popen(
            command,
            cwd=faulty.root,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            stderr=subprocess.PIPE,
            text=True,
        )
        said = [running.stderr.readline() for _ in range(len(DIFF) + 1)]
        assert said[-1] == "waiting for habar extract, process 7\n"
        assert "\u200b" in faulty.read(FAIR_PO).decode()
    assert running.communicate(timeout=20)[1] == "2 translations corrected in 2 files\n"


@pytest.mark.parametrize(("answer", "written"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_in_a_terminal_it_asks(answer, written, faulty):
    terminal, stdin = os.openpty()
    os.write(terminal, answer)
    ended = subprocess.run(
        [sys.executable, "-m", "i18n", "check", "--fix", TALKS],
        cwd=faulty.root, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        stdin=stdin, capture_output=True, text=True, timeout=20, check=False,
    )  # fmt: skip
    os.close(stdin)
    os.close(terminal)
    assert ended.stderr.startswith("\n".join([*DIFF[6:], "Write these corrections? [y/N]: "]))
    assert ("1 translation corrected in 1 file" in ended.stderr) == written
    assert ("Министры провели 7" in faulty.read(TALKS_PO).decode()) == written


def test_yes_alone_is_no_word(faulty):
    assert faulty.habar("check", "--yes").returncode == 2
