"""What a project decided about the checks: how grave each code is, and rules of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from i18n.checks.frame import Check
    from i18n.checks.house import HouseRule
    from i18n.problems import Problem
    from i18n.termbase import Termbase

Level = Literal["off", "info", "warning", "error"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the lowest to the highest."""


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """The decisions of one project. Equal to itself alone, so that what was found under it can be remembered."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """By code, as ``level`` lets them pass."""
    terms: Termbase | None = None
    """The project's glossary."""
    rules: tuple[HouseRule, ...] = ()
    """The project's own rules."""

    def runs(self, check: Check) -> bool:
        """Whether a check is asked at all."""
        return self.levels.get(check.id) != "off"

    def grave(self, check: Check) -> Check | None:
        """What of a check may find errors; None: it finds none."""
        if self.levels.get(check.id, check.severity) == "error":
            return check
        return replace(check, run=check.grave) if check.grave else None

    def heard(self, found: Iterable[Problem]) -> list[Problem]:
        """The problems that the project wants to be told, each with its severity."""
        return [self.weighed(one) for one in found if self.levels.get(one.code) != "off"]

    def weighed(self, found: Problem) -> Problem:
        """The problem with the severity that the project gave to its code."""
        level = self.levels.get(found.code)
        return found if level is None or level == "off" else replace(found, severity=level)


def level(value: object, lowest: Level = "off") -> Level:
    """The level that a setting gives to a check.

    :param lowest: that it can have.
    :raises ValueError: it cannot have that; the message says what it can, as the end of a sentence.
    """
    allowed = LEVELS[LEVELS.index(lowest) :]
    found = next((one for one in allowed if one == value), None)
    if found is None:
        choices = " or ".join(f"“{one}”" for one in allowed)
        why = ": what could harm a reader cannot be lowered" if lowest != "off" else ""
        raise ValueError(f"{choices}{why}")
    return found
