"""Stretches of time, told in one unit or in several: 19 months, 1年7か月, 2:23:09, two and a half hours."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.amounts import Amount, amounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from i18n.checks.frame import Pair
    from i18n.model import LocaleTag

_MONTHS = {"years": Decimal(12), "months": Decimal(1)}
_SECONDS = {
    "weeks": Decimal(604_800),
    "days": Decimal(86_400),
    "hours": Decimal(3_600),
    "minutes": Decimal(60),
    "seconds": Decimal(1),
}
_BETWEEN = re.compile(r"[ \u00a0\u202f,]{0,2}(?:(?:and|и|we) )?")
# A result in sport. Hours and minutes alone are a time of day.
_RACE = re.compile(r"(?<![\d:.,])(?:(\d{1,2}):(\d{2}):(\d{2}(?:[.,]\d{1,3})?)|(\d{1,2}):(\d{2}[.,]\d{1,3}))(?![\d:])")
_AND_A_HALF = re.compile(r"\b(?:an?|one) (year|week|day|hour|minute) and a half\b", re.IGNORECASE)
_HALVES = Decimal("0.5")
_MOST = 1_000


class Duration(NamedTuple):
    """A stretch of time, and where it is told."""

    kind: str
    """``months`` or ``seconds``: a month has no fixed number of days."""
    length: Decimal
    start: int
    end: int
    plain: bool
    """It is one number with one unit."""


Span = tuple[int, int]


def same(pair: Pair) -> tuple[list[Span], list[Span]]:
    """Where the texts tell the same stretch of time in different ways."""
    source, target = (
        _durations(pair.source_prose, pair.source_locale),
        _durations(pair.target_prose, pair.target_locale),
    )
    return _answered(source, target), _answered(target, source)


def within(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether something stands wholly in one of the spans."""
    return any(first <= start and end <= last for first, last in spans)


def _answered(text: Sequence[Duration], other: Sequence[Duration]) -> list[Span]:
    return [
        (one.start, one.end)
        for one in text
        if any((one.kind, one.length) == (two.kind, two.length) and not (one.plain and two.plain) for two in other)
    ]


@lru_cache(maxsize=256)
def _durations(text: str, locale: LocaleTag) -> tuple[Duration, ...]:
    found = list(_chains(text, amounts(text, locale)))
    for match in _RACE.finditer(text):
        hours, minutes, seconds = (match[1], match[2], match[3]) if match[1] else ("0", match[4], match[5])
        length = int(hours) * 3600 + int(minutes) * 60 + Decimal(seconds.replace(",", "."))
        found.append(Duration("seconds", length, *match.span(), plain=False))
    for match in _AND_A_HALF.finditer(text):
        unit = f"{match[1].lower()}s"
        kind, factor = ("months", _MONTHS[unit]) if unit in _MONTHS else ("seconds", _SECONDS[unit])
        found.append(Duration(kind, factor * Decimal("1.5"), *match.span(), plain=False))
    return tuple(found)


def _chains(text: str, some: Sequence[Amount]) -> Iterator[Duration]:
    """Every amount of time, and the amounts of ever smaller units that stand behind one another."""
    for at, first in enumerate(some):
        if first.unit is None:
            yield from _halves(first)
        for units, kind in ((_MONTHS, "months"), (_SECONDS, "seconds")):
            if first.unit in units:
                yield from _joined(text, some[at:], units, kind)


def _joined(text: str, some: Sequence[Amount], units: dict[str, Decimal], kind: str) -> Iterator[Duration]:
    length, last = Decimal(0), some[0]
    for place, one in enumerate(some):
        if one.unit not in units or (place and not _continues(text, last, one, units)):
            return
        length += min(one.values) * units[one.unit]
        last = one
        yield Duration(kind, length, some[0].start, one.end, plain=not place)


def _continues(text: str, last: Amount, one: Amount, units: dict[str, Decimal]) -> bool:
    smaller = units[one.unit or ""] < units[last.unit or ""]
    return smaller and bool(_BETWEEN.fullmatch(text, last.end, max(last.end, one.start)))


def _halves(one: Amount) -> Iterator[Duration]:
    """What *five and a half* can be, where the unit goes without saying."""
    value = min(one.values)
    if value < _MOST and value % 1 == _HALVES:
        for kind, factor in (("months", 12), ("seconds", 3_600), ("seconds", 60)):
            yield Duration(kind, value * factor, one.start, one.end, plain=False)
