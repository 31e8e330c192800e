"""The commands as a person types them: exit statuses, what is printed, what is written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"


# Exit statuses -----------------------------------------------------------------------------------


def test_zero_where_all_is_well(ministry):
    ended = [ministry.habar(command) for command in ("extract", "status", "check", "compile", "log")]
    assert [(run.returncode, run.stderr) for run in ended] == [(0, "")] * 5
    assert ended[2].stdout == "16 translations checked, 0 problems\n"


def test_one_where_there_is_an_error(ministry):
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", "На ней 40 стендов.", "На ней 45 стендов.")
    ended = ministry.habar("check")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout == (
        f"locales/ru/LC_MESSAGES/{FAIR}.po:34: error H232: the source has 40, the translation has 45\n"
        "    msgid  It has 40 stands.\n"
        "    fix    compare it with the source\n"
        "16 translations checked, 1 problem\n"
    )


def test_zero_where_there_is_only_a_warning(ministry):
    ministry.edit(f"sources/{TALKS}.txt", "They will meet again.", "They will meet again in Mary.")
    ended = ministry.habar("check")
    assert ended.returncode == 0
    assert ": warning H221: " in ended.stdout


WRONG = {
    "no such command": ("translate",),
    "no such option": ("extract", "--quick"),
    "no such bulletin": ("extract", "2024-03-01-fare"),
    "no such format": ("status", "--format", "xml"),
    "no such folder": ("-C", "nowhere", "status"),
    "no folder named": ("init",),
    "no such shell": ("completion", "tcsh"),
    "too much": ("compile", FAIR),
    "project there already": ("init", "."),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_two_where_it_is_used_wrongly(arguments, ministry):
    before = ministry.files()
    ended = ministry.habar(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr
    assert "Traceback" not in ended.stderr
    assert ministry.files() == before


def test_two_where_the_settings_cannot_be_read(ministry):
    ministry.write("habar.toml", "gate = 200\n")
    for command in ("extract", "status", "check", "compile"):
        ended = ministry.habar(command)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("habar.toml:1: error H506: gate must be a whole number from 0 to 100, not 200\n")


def test_a_bulletin_can_be_named(ministry):
    for name in (FAIR, TALKS):
        ministry.write(f"sources/{name}.txt", ministry.read(f"sources/{name}.txt") + b"\nMore is to come.\n")
    ended = ministry.habar("extract", TALKS)
    assert ended.returncode == 0
    assert ended.stdout == f"  {TALKS}  en  1 new\n  {TALKS}  ru  1 new\n2 catalogs, 2 of them written\n"


def test_another_folder_can_be_named(ministry, tmp_path):
    assert ministry.habar("-C", str(ministry.root), "check", cwd=tmp_path).returncode == 0
    assert ministry.habar("check", cwd=ministry.root / "sources").returncode == 0


# JSON --------------------------------------------------------------------------------------------


def test_check_as_json(ministry):
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", "На ней 40 стендов.", "На ней 45 стендов.")
    ended = ministry.habar("check", "--format", "json")
    assert ended.returncode == 1
    assert json.loads(ended.stdout) == {
        "checked": 16,
        "problems": [
            {
                "code": "H232",
                "severity": "error",
                "file": f"locales/ru/LC_MESSAGES/{FAIR}.po",
                "line": 34,
                "column": None,
                "message": "the source has 40, the translation has 45",
                "msgid": "It has 40 stands.",
                "fix": "compare it with the source",
                "span": [7, 9],
                "replacement": None,
            }
        ],
    }


# A new project -----------------------------------------------------------------------------------


def test_a_new_project_works_at_once(workplace):
    assert workplace.habar("init", "new").returncode == 0
    files = [".gitignore", "habar.toml", "locales/glossary.csv", "sources/2024-03-21-first-bulletin.txt"]
    assert list(workplace.files("new")) == files
    for command in ("extract", "check", "compile"):
        ended = workplace.habar("-C", "new", command)
        assert (ended.returncode, ended.stderr) == (0, "")
    page = workplace.read("new/output/en/2024/03/21/first-bulletin/index.html").decode()
    assert '<html lang="en"' in page
    assert "<h1>How a bulletin travels from here to its readers</h1>" in page
    assert "21\u00a0March 2024" in page


def test_a_new_project_is_refused_where_it_cannot_be(workplace):
    ended = workplace.habar("init", "habar.toml/new")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("habar.toml/new: error H508: the folder cannot be made: Not a directory\n")


# Completion --------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_one_for_its_shell(shell, workplace):
    script = workplace.habar("completion", shell)
    assert script.returncode == 0
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=script.stdout, text=True, check=True, timeout=20)


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash_completes_commands_and_bulletins(ministry, tmp_path):
    program = tmp_path / "bin" / "habar"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m i18n "$@"\n')
    program.chmod(0o755)
    script = """
        eval "$(habar completion bash)"
        complete -p habar >/dev/null || exit 3
        for words in "habar ext" "habar check 2024-03-03"; do
            COMPREPLY=(); COMP_WORDS=($words); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _habar_completion habar; echo "${COMPREPLY[@]}"
        done
    """
    ended = subprocess.run(
        ["bash", "-c", script], cwd=ministry.root, capture_output=True, text=True, check=True, timeout=20,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PATH": f"{program.parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert (ended.stdout, ended.stderr) == (f"extract\n{TALKS}\n", "")


# Ends before the end -----------------------------------------------------------------------------


def start(place, *arguments, **more):
    from_here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, "-m", "i18n", *arguments]
    return subprocess.Popen(command, cwd=place.root, env=from_here, stderr=subprocess.PIPE, text=True, **more)


@pytest.mark.parametrize(
    "arguments", [("status",), ("status", "--format", "json"), ("--help",), ("compile",)], ids=" ".join
)
def test_a_reader_that_goes_away_is_no_error(arguments, ministry):
    process = start(ministry, *arguments, stdout=subprocess.PIPE)
    process.stdout.close()
    _, errors = process.communicate(timeout=20)
    # 141 as shells count, or ended by the signal itself.
    assert process.returncode in (0, 141, -signal.SIGPIPE)
    assert errors == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", [("status",), ("check",), ("status", "--format", "json")], ids=" ".join)
def test_a_full_disk_under_the_output_is_told(arguments, ministry):
    with open("/dev/full", "w") as full:
        process = start(ministry, *arguments, stdout=full)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors.splitlines()) == (
        2,
        [
            "habar: error H385: habar cannot go on: No space left on device",
            "    fix    mend what the message names and run the command again",
        ],
    )


def test_a_closed_output_is_no_error(ministry):
    for arguments in ("--help", "status", "check --format json"):
        line = f"exec {sys.executable} -m i18n {arguments} >&-"
        process = subprocess.run(
            ["sh", "-c", line], cwd=ministry.root, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            stderr=subprocess.PIPE, text=True, check=False, timeout=20,
        )  # fmt: skip
        assert (process.returncode, process.stderr) == (0, "")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_quietly_and_leaves_no_half_file(number, status, ministry):
    for index in range(400):
        ministry.write(f"sources/2024-04-01-copy-{index}.txt", ministry.read(f"sources/{FAIR}.txt"))
    # A shell that started the tests in the background made them deaf to an interrupt.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = start(ministry, "extract", stdout=subprocess.PIPE, preexec_fn=hearing)
    first = ministry.root / "locales" / "ru" / "LC_MESSAGES" / "2024-04-01-copy-0.po"
    while not first.exists() and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(number)
    output, errors = process.communicate(timeout=20)
    assert (process.returncode, output, errors.strip()) == (status, "", "")
    assert [name for name in ministry.files() if name.endswith(".tmp")] == []
    assert ministry.habar("extract").returncode == 0


# Texts from files --------------------------------------------------------------------------------


def test_what_steers_a_terminal_is_spelled_out(ministry):
    ministry.write(
        f"sources/{FAIR}.txt", ministry.read(f"sources/{FAIR}.txt").replace(b"It has", b"It\x1b[31m\xe2\x80\xae has")
    )
    catalog = f"locales/ru/LC_MESSAGES/{CARPETS}.po"
    ministry.write(catalog, ministry.read(catalog) + b'msgs\x1b[2J "x"\n')
    ministry.write("sources/evil\x1b[2J\n.txt", "x")
    assert ministry.habar("extract").returncode == 1
    for command in ("extract", "status", "check", "compile"):
        ended = ministry.habar(command)
        shown = ended.stdout + ended.stderr
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\\x1b" in shown
        assert not any(line.startswith(".txt") for line in shown.splitlines())
