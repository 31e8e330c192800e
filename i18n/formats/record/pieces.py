"""What a record is made of once it is understood: texts that become units, and texts that are left out."""

from __future__ import annotations

from typing import NamedTuple

from i18n.formats.record.lines import Block, Line
from i18n.model import Role

_CLOSERS = '”»"』」)'
_LAST = frozenset(":：" + _CLOSERS)

REPEATED_TITLE = "repeated title"
"""The rule of a title that stands twice: its second place is no unit of its own, and follows the first."""


class Kept(NamedTuple):
    """A text that becomes a unit."""

    role: Role
    start: int
    end: int
    line: int
    mark: str = ""
    """The bullet or number that stands before it."""
    style: str = ""
    """What kind of mark that is."""


class Left(NamedTuple):
    """A text that becomes none, and the rule that says so."""

    rule: str
    start: int
    end: int
    line: int


Piece = Kept | Left


def leads_in(text: str) -> bool:
    """Whether a text ends with a colon, whatever closes behind it: items may follow."""
    return text[-1:] in _LAST and text.rstrip(_CLOSERS).endswith((":", "："))


def kept(role: Role, run: Block) -> Kept:
    """The lines as one unit."""
    return Kept(role, run[0].start, run[-1].end, run[0].number)


def left(rule: str, line: Line) -> Left:
    """The line as no unit."""
    return Left(rule, line.start, line.end, line.number)
