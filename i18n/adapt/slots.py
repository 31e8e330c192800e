"""Where a text has a number, a date or a name, and what the text is without them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from i18n import addresses, inflection
from i18n.numerals import Date, Number, read

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from i18n.termbase import Mention, Termbase

Kind = Literal["number", "date", "name"]


@dataclass(frozen=True, slots=True)
class Days:
    """A day, a month, or several days of one month: what a text says in one place. What it does not say is ``None``."""

    years: tuple[int | None, ...]
    months: tuple[int | None, ...]
    days: tuple[int | None, ...]

    @property
    def shape(self) -> tuple[int, bool, bool]:
        """How many they are, and whether they say a year and a day."""
        return len(self.days), self.years[0] is None, self.days[0] is None


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a text that may have another value in a text that is like it."""

    kind: Kind
    start: int
    end: int
    value: Hashable
    """By which two slots mean the same: an amount, days, a concept and which of its forms."""
    made_of: Number | Days | Mention

    def text(self, whole: str) -> str:
        return whole[self.start : self.end]


@lru_cache(maxsize=512)
def slots(text: str, language: str, terms: Termbase | None) -> tuple[Slot, ...]:
    """The slots of a text in order; none that shares a sign with another. Kept, for one text meets several matches."""
    prose = addresses.blanked(text)
    figures = read(prose, language)
    found = [*_dates(figures.dates), *_numbers(figures.numbers)]
    taken = {at for slot in found for at in range(slot.start, slot.end)}
    taken |= {at for date in figures.dates for at in range(date.start, date.end)}
    if terms:
        found += [slot for slot in _names(prose, language, terms) if taken.isdisjoint(range(slot.start, slot.end))]
    return tuple(sorted(found, key=lambda slot: slot.start))


def _names(prose: str, language: str, terms: Termbase) -> Iterator[Slot]:
    for one in terms.names(prose, language):
        place = terms.own_forms(one.form.concept, language).index(one.form.text)
        yield Slot("name", one.start, one.end, (one.form.concept, place), one)


def _dates(dates: tuple[Date, ...]) -> Iterator[Slot]:
    spans: dict[tuple[int, int], list[Date]] = {}
    for date in dates:
        spans.setdefault((date.start, date.end), []).append(date)
    for span, found in spans.items():
        days = Days(*(tuple(part) for part in zip(*(date.parts for date in found), strict=True)))
        if days.months[0] is not None:
            yield Slot("date", *span, days, days)


def _numbers(numbers: tuple[Number, ...]) -> Iterator[Slot]:
    for number in numbers:
        if number.weight == "figure" and number.text[0].isdigit() and len(number.values) == 1:
            yield Slot("number", number.start, number.end, number.values[0], number)


def frame(text: str, found: Iterable[Slot]) -> tuple[str, ...]:
    """The text between the slots, with what kind of slot stands there."""
    parts: list[str] = []
    end = 0
    for slot in found:
        parts += (text[end : slot.start], slot.kind)
        end = slot.end
    return (*parts, text[end:])


def rest(text: str, found: Iterable[Slot]) -> str:
    """The plain text with its slots blanked."""
    for slot in found:
        text = f"{text[: slot.start]}{' ' * (slot.end - slot.start)}{text[slot.end :]}"
    return inflection.plain(text)
