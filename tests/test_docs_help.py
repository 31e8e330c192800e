"""The stored help page is what the parser says, and teaches what there is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from i18n.cli.app import habar, help_page

ROOT = Path(__file__).parents[1]
STORED = (ROOT / "i18n" / "cli" / "help.txt").read_text(encoding="utf-8")


def printed(*arguments: str) -> str:
    """What the command prints on a terminal of 80 columns."""
    ended = subprocess.run(
        [sys.executable, "-m", "i18n", *arguments],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        capture_output=True, encoding="utf-8", timeout=30, check=True,
    )  # fmt: skip
    return ended.stdout


def test_the_stored_page_is_what_the_parser_says() -> None:
    assert help_page() == STORED
    assert max(map(len, STORED.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("-C", ".", "--help")], ids=" ".join)
def test_every_way_to_ask_gives_the_stored_page(arguments: tuple[str, ...]) -> None:
    assert printed(*arguments) == STORED


def commands(group: click.Group, path: str = "") -> dict[str, click.Command]:
    """Every command by what is typed for it, those of groups too."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[f"{path}{name}"] = command
        if isinstance(command, click.Group):
            found |= commands(command, f"{path}{name} ")
    return found


COMMANDS = commands(habar)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    command = COMMANDS[name]
    page = command.get_help(click.Context(command, info_name=f"habar {name}", terminal_width=80))
    assert page.startswith(f"Usage: habar {name} [OPTIONS]")
    assert command.short_help is not None
    assert command.help is not None
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert max(map(len, page.splitlines())) <= 80
