"""What a text is made of while its numbers are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from i18n.numerals.values import Number


class Item(NamedTuple):
    """A token, or what several tokens were read as."""

    kind: str
    """``n`` digits or a number, ``w`` a word, ``m`` a month, ``s`` one sign."""
    text: str
    start: int
    end: int
    number: Number | None = None
    month: int | None = None
