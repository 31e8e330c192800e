"""Conflict markers that a version control system left in a file: found, named, and taken out of the way.

So that the rest of the file can be looked at, one of the two sides is read as if it had been chosen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from i18n.catalogs.lexer import Fault
from i18n.patterns import late

_MARKER = late(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r]|$)[^\n]*", re.MULTILINE)


@dataclass(slots=True)
class Conflict:
    """One conflict, from its first marker to its last."""

    markers: list[tuple[str, int]]
    """``<``, ``|``, ``=`` or ``>``, and its line."""

    @property
    def fault(self) -> Fault:
        numbers = [str(line) for _, line in self.markers]
        where = f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
        return Fault("H204", self.markers[0][1], f"a merge conflict was not solved: its markers stand in {where}")


def find_conflicts(text: str) -> list[Conflict]:
    """Every conflict in the text. A marker without its fellows is one too."""
    conflicts: list[Conflict] = []
    line, position = 1, 0
    for match in _MARKER.finditer(text):
        line, position = line + text.count("\n", position, match.start()), match.start()
        mark = match[0][0]
        if not conflicts or mark == "<" or conflicts[-1].markers[-1][0] == ">":
            conflicts.append(Conflict([]))
        conflicts[-1].markers.append((mark, line))
    return conflicts


def one_side(text: str, conflicts: list[Conflict], side: str) -> str:
    """The text with the lines of the markers and of the other sides blank, so that line numbers stay.

    ``side`` is ``<`` (what was here) or ``=`` (what came from the other branch).
    """
    lines = text.split("\n")
    for conflict in conflicts:
        ends = [line for _, line in conflict.markers[1:]] + [conflict.markers[-1][1] + 1]
        for (mark, line), end in zip(conflict.markers, ends, strict=True):
            kept = lines[line : end - 1] if mark == side else []
            lines[line - 1 : end - 1] = [""] + (kept or [""] * (end - line - 1))
    return "\n".join(lines)
