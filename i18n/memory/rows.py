"""From units to rows of a database, and from rows to segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from i18n.memory import codes
from i18n.memory.units import Pair, Segment, State, Unit, Variant
from i18n.model import LocaleTag

LONGEST = 100_000
"""Characters of a text. The longest paragraph of a bulletin is a hundredth of it."""


class UnitRows(NamedTuple):
    """A unit as it is written down, without its number."""

    facts: tuple[str | None, ...]
    """Language of the source, context, kind, day, names of the codes."""
    variants: list[tuple[str, int, str, str]]
    """Language, hash, text, state."""


class Found(NamedTuple):
    """A row of a segment that was looked up."""

    source: str
    target: str
    codes: str
    source_locale: str | None
    kind: Any
    origin: str
    day: str | None
    source_state: Any
    target_state: Any
    context: str | None
    before: str | None
    after: str | None
    unit: int


@lru_cache(maxsize=1000)
def language_of(tag: LocaleTag) -> str:
    """The language and the script of a tag: what differs in its region only is the same language to a memory."""
    subtags = tag.replace("_", "-").lower().split("-")
    script = [part for part in subtags[1:2] if len(part) == 4 and part.isalpha()]
    return "-".join((subtags[0], *script))


def rows_of(unit: Unit) -> UnitRows | None:
    """The rows of a unit; None where its source cannot be kept. One without translations is a neighbour of others."""
    first = unit.source_locale if unit.source_locale in unit.variants else next(iter(unit.variants), None)
    if first is None or not _keeps(unit.variants[first]):
        return None
    names: list[str] = []
    variants: dict[str, tuple[str, int, str, str]] = {}
    for tag in (first, *(tag for tag in unit.variants if tag != first)):
        variant, locale = unit.variants[tag], language_of(tag)
        if locale not in variants and _keeps(variant):
            body = codes.packed(variant.text, names, closed=tag != first)
            variants[locale] = (locale, codes.hashed(codes.shape(body)), body, variant.state)
    source = language_of(unit.source_locale) if unit.source_locale else None
    day = unit.day.isoformat() if unit.day else None
    return UnitRows((source, unit.context, unit.kind, day, " ".join(names)), list(variants.values()))


def _keeps(variant: Variant) -> bool:
    return bool(variant.text.strip()) and len(variant.text) <= LONGEST and codes.storable(variant.text)


def segment_of(found: Found, pair: Pair) -> Segment:
    """The segment of a row, with its codes called as they were in its bulletin."""
    names = found.codes.split()

    def said(body: str | None) -> str | None:
        return None if body is None else codes.spelled(body, {})

    both: tuple[State, State] = found.source_state, found.target_state
    return Segment(
        source=codes.spelled(found.source, names),
        target=codes.spelled(found.target, names),
        source_locale=pair.source,
        target_locale=pair.target,
        kind=found.kind,
        bulletin=found.origin,
        day=_day(found.day),
        state="approved" if both == ("approved", "approved") else "translated",
        context=found.context,
        before=said(found.before),
        after=said(found.after),
    )


def as_asked(found: Found, names: Sequence[str]) -> str:
    """The translation with its codes called as in the text that was looked up, where the first code is the first."""
    numbers = codes.order(found.source)
    return codes.spelled(found.target, dict(zip(numbers, names, strict=False)))


def units_of(rows: Iterable[Sequence[Any]]) -> Iterable[tuple[str, Unit]]:
    """All units with the names of their origins, from the rows of ``sql.ALL``."""
    unit: tuple[Sequence[Any], dict[LocaleTag, Variant]] | None = None
    for row in rows:
        if unit and unit[0][0] != row[0]:
            yield _unit(*unit)
            unit = None
        unit = unit or (row, {})
        unit[1][row[7]] = Variant(codes.spelled(row[8], row[6].split()), row[9])
    if unit:
        yield _unit(*unit)


def _unit(row: Sequence[Any], variants: dict[LocaleTag, Variant]) -> tuple[str, Unit]:
    _, origin, source, context, kind, day = row[:6]
    return origin, Unit(variants, source, context, kind, _day(day))


def _day(text: str | None) -> date | None:
    """A day as it is written down; none where somebody else wrote nonsense into the database."""
    with suppress(ValueError, TypeError):
        return date.fromisoformat(text or "")
    return None
