"""What every CPython from 3.11 on reads alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "i18n"
# CPython 3.11.0 to 3.11.4 miss matches of a possessive repeat of a group whose body can go back (python/cpython#106052).
_REPEATED_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{+[0-9,]*\}+)\+(?![\w\s])")


@pytest.mark.parametrize("line", [r"(?:a|bc)*+", r"(x)?+", r"(?:ab?c){{0,4}}+)", r"(?:\s[a-z])++$"])
def test_a_repeated_group_is_seen(line: str) -> None:
    assert _REPEATED_GROUP.search(line)


def test_no_group_is_repeated_possessively() -> None:
    """Such a group stands in an atomic one, ``(?>(?:...)*)``: older versions read that right."""
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _REPEATED_GROUP.search(line)
    ]
    assert found == []
