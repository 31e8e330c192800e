"""Checks of a source: what would go wrong in every language at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from i18n import content
from i18n.checks import pairs, spaces, spelling, weekdays
from i18n.checks.alphabet import ALPHABET
from i18n.checks.frame import Pair, language, run_check
from i18n.checks.invisible import INVISIBLE
from i18n.checks.lookalikes import LOOKALIKES
from i18n.checks.mixed import MIXED
from i18n.model import Content, Document, Place, Unit
from i18n.numerals import Date, read
from i18n.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = (MIXED, ALPHABET, LOOKALIKES, INVISIBLE)
_SOON, _LATE = 60, 14
"""Days that an announced event may lie ahead of its bulletin, and that a reported one may lie behind."""
_A_YEAR = 300


def check_source(document: Document) -> list[Problem]:
    """What is doubtful in a source, at its places: dates, letters, marks and names."""
    return [*_dates(document), *_marks(document), *_letters(document), *_names(document)]


# Dates -------------------------------------------------------------------------------------------


def _dates(document: Document) -> Iterator[Problem]:
    day, event = document.day, document.meta.event_date
    if day and event and not _fits(day, event):
        message = f"the bulletin is of {day.isoformat()}, and its first sentence speaks of {event.isoformat()}"
        yield problem("H120", document.place, message)
    for unit in document.units:
        text = content.plain(unit.content)
        for found in read(text, document.locale).dates:
            if wrong := _wrong_weekday(text, found, document):
                yield problem("H120", unit.place, wrong)


def _fits(day: date, event: date) -> bool:
    """Whether a bulletin of that day can begin with that event: yesterday's, or one that is announced."""
    ahead = (event - day).days
    return -_LATE <= ahead <= _SOON or (-_A_YEAR < ahead < _A_YEAR and abs(ahead) > 2 * _SOON)


def _wrong_weekday(text: str, found: Date, document: Document) -> str | None:
    if not (found.year and found.month and found.day):
        return None
    try:
        right = weekdays.DAYS[date(found.year, found.month, found.day).weekday()]
    except ValueError:
        return f"there is no {found}"
    beside = text[max(0, found.start - 14) : found.start] + "\n" + text[found.end : found.end + 10]
    said = weekdays.named(beside, language(document.locale))
    return f"{found} is a {right}, and the text says {said.pop()}" if len(said) == 1 and right not in said else None


# Marks and spaces --------------------------------------------------------------------------------


def _marks(document: Document) -> Iterator[Problem]:
    lonely = [(unit, sign) for unit in document.units for sign, _ in pairs.unpaired(content.plain(unit.content))]
    if len(lonely) == 1 or not pairs.answer_each_other([sign for _, sign in lonely]):
        for unit, sign in lonely:
            yield problem("H147", unit.place, f"“{sign}” has no partner in this paragraph or after it")
    for unit in document.units:
        if not unit.preserve and spaces.DOUBLE.search(_seen(unit.content)):
            found = problem("H147", unit.place, "there are two spaces between words", hint="keep one of them")
            yield replace(found, severity="info")


def _seen(text: Content) -> str:
    """The text with a sign for what stands alone in it, such as an image: the spaces around it are two."""
    return "".join([part if isinstance(part, str) else "\ufffc" if part.kind == "alone" else "" for part in text])


# Letters and names -------------------------------------------------------------------------------


def _letters(document: Document) -> Iterator[Problem]:
    for unit in document.units:
        pair = _alone(unit, document)
        for check in _LETTERS:
            for found in run_check(check, pair):
                yield problem("H148", found.place, found.message, hint=found.hint)


def _alone(unit: Unit, document: Document) -> Pair:
    """The unit as a translation of nothing: only what it shows by itself counts."""
    return Pair(("",), unit.content, document.locale, document.locale, unit.role, place=unit.place)


def _names(document: Document) -> Iterator[Problem]:
    texts = [(content.plain(unit.content), unit.place) for unit in document.units]
    for rare, usual, place in spelling.two_ways(texts, language(document.locale)):
        yield problem("H149", place or Place(""), f"“{rare}” here, “{usual}” elsewhere: is it one name?")
