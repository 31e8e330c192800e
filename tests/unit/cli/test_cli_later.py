"""Commands that are loaded when they are asked for."""

from __future__ import annotations

import click

from i18n.cli.later import Later
from i18n.cli.review import approve, status


def test_a_command_is_what_its_module_has_and_keeps_its_place() -> None:
    commands = Later({"status": "review:status", "init": "", "approve": "review:approve"})
    mine = click.Command("init")
    commands["init"] = mine
    assert list(commands) == ["status", "init", "approve"]
    assert list(commands.values()) == [status, mine, approve]
    assert commands.get("publish") is None


def test_a_command_can_be_taken_away() -> None:
    commands = Later({"status": "review:status"})
    del commands["status"]
    assert (len(commands), "status" in commands) == (0, False)
