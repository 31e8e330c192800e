"""The hooks for pre-commit: what they run exists, looks at the right files, and stops a commit where it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
FAIR_PO = "locales/ru/LC_MESSAGES/2024-03-01-fair.po"


def run(ministry, name: str):
    """As pre-commit does: the entry, and behind it the files of the commit where they are wanted."""
    hook = HOOKS[name]
    command, *arguments = hook["entry"].split()
    assert command == "habar"
    files = [] if hook.get("pass_filenames") is False else [FAIR_PO]
    return ministry.habar(*arguments, *files)


def test_the_hooks_are_complete():
    assert list(HOOKS) == ["habar-check", "habar-format"]
    for hook in HOOKS.values():
        assert set(hook) <= {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
        assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("name", "file", "wanted"),
    [
        ("habar-check", FAIR_PO, True),
        ("habar-check", "sources/a.txt", True),
        ("habar-check", "habar.toml", True),
        ("habar-check", "rules/ru.toml", True),
        ("habar-check", "output/index.html", False),
        ("habar-format", FAIR_PO, True),
        ("habar-format", "locales/templates/a.pot", False),
    ],
)
def test_they_look_at_the_right_files(name, file, wanted):
    assert bool(re.search(HOOKS[name]["files"], file)) == wanted


def test_a_right_commit_passes(ministry):
    before = ministry.files()
    assert [run(ministry, name).returncode for name in HOOKS] == [0, 0]
    assert ministry.files() == before


def test_a_wrong_number_stops_a_commit(ministry):
    ministry.edit(FAIR_PO, "На ней 40 стендов.", "На ней 41 стенд.")
    assert run(ministry, "habar-check").returncode == 1


def test_another_form_is_brought_into_the_right_one(ministry):
    before = ministry.read(FAIR_PO)
    ministry.edit(FAIR_PO, 'msgstr "На ней 40 стендов."', 'msgstr ""\n"На ней "\n"40 стендов."')
    run(ministry, "habar-format")
    assert ministry.read(FAIR_PO) == before
