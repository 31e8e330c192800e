"""What a reader of numbers finds: numbers, dates and words that stand for a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

Weight = Literal["figure", "code", "word", "loose"]
"""How much a number counts.

``figure``: written in digits; the other text must have it. ``code``: digits in a name such as
COVID-19, which may be spelled out. ``word``: a plain number word, such as *seven*. ``loose``: a word
that holds a number, such as *both* or *bilateral*: it answers a figure, and never asks for one.
"""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Number(NamedTuple):
    """One number in a text. ``start`` and ``end`` are offsets in the text."""

    values: tuple[Decimal, ...]
    """What it can mean as its language writes numbers: one value, or more where the writing is open."""
    start: int
    end: int
    text: str
    """As it is written."""
    weight: Weight = "figure"
    ordinal: bool = False
    foreign: tuple[Decimal, ...] = ()
    """What it would mean if it were written in the way of another language."""

    def __str__(self) -> str:
        if self.weight == "code" or not self.values:
            return self.text
        plain = f"{self.values[0].normalize():,f}"
        digits = "".join(filter(str.isdigit, self.text))
        return self.text if digits == "".join(filter(str.isdigit, plain)) else f"{self.text} ({plain})"


class Date(NamedTuple):
    """A day, or a month, of the Gregorian calendar. What the text does not say is ``None``."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day

    def __str__(self) -> str:
        month = MONTHS[self.month - 1] if self.month else None
        day = self.day if month or not self.day else f"day {self.day}"
        return " ".join(str(part) for part in (day, month, self.year) if part is not None)


class Clock(NamedTuple):
    """A time of day."""

    minutes: frozenset[int]
    """Of the day: two where the text does not tell which half of the day it is."""
    hour: int
    """As the text has it."""
    minute: int
    start: int
    end: int
    text: str
    hour_at: tuple[int, int]
    minute_at: tuple[int, int] | None
    """Where the hour and the minute stand: a start and an end."""
    spelled: bool = False
    """Whether a part of it is in words."""


class Figures(NamedTuple):
    """Every number, date and time of day of one text."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    relative: frozenset[str] = frozenset()
    """``year``, ``month``, ``day``: what the text names without a figure, such as *this year* or *today*."""
    times: tuple[Clock, ...] = ()
    known: bool = True
    """Whether the number words of the language are known."""
