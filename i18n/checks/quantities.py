"""Quantities in one unit or in several: 19 months, 1年7か月, 2:23:09, 36 hours, полтора суток, 1メートル20センチ."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.amounts import Amount, amounts
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from i18n.checks.frame import Pair
    from i18n.model import LocaleTag

# A month has no fixed number of days.
_UNITS = {
    "months": {"centuries": "1200", "decades": "120", "years": "12", "months": "1"},
    "seconds": {"weeks": "604800", "days": "86400", "hours": "3600", "minutes": "60", "seconds": "1"},
    "metres": {"kilometres": "1000", "metres": "1", "centimetres": "0.01", "millimetres": "0.001"},
    "kilograms": {"tonnes": "1000", "centners": "100", "kilograms": "1", "grams": "0.001"},
    "watts": {"gigawatts": "1e9", "megawatts": "1e6", "kilowatts": "1e3", "watts": "1"},
    "watt hours": {"gigawatt hours": "1e9", "megawatt hours": "1e6", "kilowatt hours": "1e3"},
}
_MEASURED = {unit: (kind, Decimal(size)) for kind, units in _UNITS.items() for unit, size in units.items()}
_BETWEEN = late(r"[ \u00a0\u202f,]{0,2}(?:(?:and|и|we) )?")
# A result in sport. Hours and minutes alone are a time of day.
_RACE = late(r"(?<![\d:.,])(?:(\d{1,2}):(\d{2}):(\d{2}(?:[.,]\d{1,3})?)|(\d{1,2}):(\d{2}[.,]\d{1,3}))(?![\d:])")
_AND_A_HALF = late(r"\b(?:an?|one) (year|week|day|hour|minute) and a half\b", re.IGNORECASE)
_HALVES = Decimal("0.5")
_MOST = 1_000


class Quantity(NamedTuple):
    """So much of something, and where it is told."""

    kind: str
    """The unit of ``size``."""
    size: Decimal
    start: int
    end: int


Span = tuple[int, int]


def same(pair: Pair) -> tuple[list[Span], list[Span]]:
    """Where the texts tell the same quantities, in whatever units."""
    source, target = _all(pair.source_prose, pair.source_locale), _all(pair.target_prose, pair.target_locale)
    return (_answered(source, target), _answered(target, source)) if source and target else ([], [])


def within(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether something stands wholly in one of the spans."""
    return any(first <= start and end <= last for first, last in spans)


def _answered(text: Sequence[Quantity], other: Sequence[Quantity]) -> list[Span]:
    told = {(two.kind, two.size) for two in other}
    return [(one.start, one.end) for one in text if (one.kind, one.size) in told]


@lru_cache(maxsize=256)
def _all(text: str, locale: LocaleTag) -> tuple[Quantity, ...]:
    found = list(_chains(text, amounts(text, locale)))
    for match in _RACE.finditer(text) if ":" in text else ():
        hours, minutes, seconds = (match[1], match[2], match[3]) if match[1] else ("0", match[4], match[5])
        size = int(hours) * 3600 + int(minutes) * 60 + Decimal(seconds.replace(",", "."))
        found.append(Quantity("seconds", size, *match.span()))
    for match in _AND_A_HALF.finditer(text) if "and a half" in text.lower() else ():
        kind, size = _MEASURED[f"{match[1].lower()}s"]
        found.append(Quantity(kind, size * Decimal("1.5"), *match.span()))
    return tuple(found)


def _chains(text: str, some: Sequence[Amount]) -> Iterator[Quantity]:
    """Every amount, and the amounts of ever smaller units that stand behind one another."""
    for at, first in enumerate(some):
        if first.unit is None:
            yield from _halves(first)
        elif first.unit in _MEASURED:
            kind, size = _MEASURED[first.unit]
            yield Quantity(kind, min(first.values) * size, first.start, first.end)
            yield from _joined(text, some[at:])


def _joined(text: str, some: Sequence[Amount]) -> Iterator[Quantity]:
    last = some[0]
    kind, least = _MEASURED[last.unit or ""]
    total = min(last.values) * least
    for one in some[1:]:
        of, size = _MEASURED.get(one.unit or "", ("", Decimal(0)))
        if of != kind or size >= least or not _BETWEEN.fullmatch(text, last.end, max(last.end, one.start)):
            return
        total += min(one.values) * size
        last, least = one, size
        yield Quantity(kind, total, some[0].start, one.end)


def _halves(one: Amount) -> Iterator[Quantity]:
    """What *five and a half* can be, where the unit goes without saying."""
    value = min(one.values)
    if value < _MOST and value % 1 == _HALVES:
        for kind, unit in (("months", 12), ("seconds", 3_600), ("seconds", 60)):
            yield Quantity(kind, value * unit, one.start, one.end)
