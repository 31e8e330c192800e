"""The date line above a text, and the day that a first sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from i18n import locales, numerals, segment
from i18n.formats import dateline
from i18n.formats.record import words
from i18n.formats.record.lines import Line
from i18n.model import LocaleTag, Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

_LANGUAGES = ("en", "ru", "tk", "ja")
_CLOCK_FIRST = late(r"\d{1,2}:\d{2}(?=\d{1,2}[./]\d{1,2}[./]\d{4})")
_DIGITS = late(
    r"(?<!\d)(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\. \d{1,2}\. \d{4}"
    r"|(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-\d{4})(?!\d)"
)
_YEAR_WORD = late(r"[ \u00a0\u202f]*(?:года|г\.|ý\.|ýyl)(?!\w)")
_CLOCK = late(r"\d{1,2}:\d{2}(?::\d{2})?")
_BESIDE = late(r"\d{1,2}:\d{2}(?::\d{2})?|(?:UTC|GMT|МСК|MSK)(?:[+\-−]\d{1,2}(?::?\d{2})?)?|[\d.,]*\dk?\+?")
_PARTS = late(r"[^\w\s.]+")
"""What parts are divided by: bars, commas, brackets, small pictures."""
_SECTION = late(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_SHORT = late(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)")
_NEAR = timedelta(days=31)
_DATELINE = 160
"""Characters into the first sentence that the formula of date and place may take."""
_HEAD = 600


class DateLine(NamedTuple):
    """A line that is a date, with the offsets of the date in it."""

    day: date
    start: int
    end: int


def date_line(line: Line, locale: LocaleTag, likely: date | None, path: str) -> DateLine | None:
    """The date of a line that holds a date and beside it nothing but a time, a counter, or words such as *Published*.

    Digits are day, month, year, in this order.

    :param likely: the record date, which it mostly is.
    :raises HabarError: H111 for a day that does not exist.
    """
    if likely and line.text == locales.date_line(likely, locale):
        return DateLine(likely, 0, len(line.text))
    text = line.text
    if not dateline.may_be_one(text):
        return None
    for start, end, found in dates_in(text, locale):
        before, after = text[:start], text[end:]
        if (is_beside(before) and is_beside(after)) or _has_section(before, after):
            day = day_of(found, text[start:end], Place(path, line.number))
            if day:
                return DateLine(day, start, end)
    return None


def has_short_year(text: str) -> bool:
    """Whether a line would be a date line, were its year not of two digits: ``23.03.24``, ``Updated 23/03/24``."""
    found = _SHORT.search(text) if len(text) <= dateline.LONGEST else None
    return found is not None and is_beside(text[: found.start()]) and is_beside(text[found.end() :])


def has_word(text: str) -> bool:
    """Whether letters stand in a text: *Updated*, or the name of a day."""
    return any(map(str.isalpha, text))


def dates_in(text: str, locale: LocaleTag) -> Iterator[tuple[int, int, numerals.Date | None]]:
    """The dates of a line with their offsets; None for digits that are no date."""
    clock = _CLOCK_FIRST.match(text)
    plain = " " * clock.end() + text[clock.end() :] if clock else text
    for language in dict.fromkeys((locale, *_LANGUAGES)):
        for found in numerals.read(plain, language).dates:
            year = _YEAR_WORD.match(plain, found.end)
            yield found.start, year.end() if year else found.end, found
    for digits in _DIGITS.finditer(plain):
        yield digits.start(), digits.end(), None


def is_beside(text: str) -> bool:
    """Whether a date line may hold this beside its date."""
    parts = (part.strip(" .") for part in _PARTS.split(words.folded(_BESIDE.sub(" ", text))))
    return all(not part or words.is_one("date_words", part) or words.is_one("weekdays", part) for part in parts)


def _has_section(before: str, after: str) -> bool:
    """``Business 13 May 2021 11:39 (UTC+04:00)``, ``23 January 2024 | Press service | Views: 12``.

    The name of a section is told by a bar, or by the time of the day.
    """
    *first, left = before.split("|")
    right, *last = after.split("|")
    others = [part.strip() for part in (*first, *last)]
    if others:
        named = all(is_beside(part) or _SECTION.fullmatch(part) for part in others)
        return named and is_beside(left) and is_beside(right)
    return bool(_CLOCK.search(after) and _SECTION.fullmatch(before.strip()) and is_beside(after))


def day_of(found: numerals.Date | None, written: str, place: Place) -> date | None:
    if found and (found.year is None or found.month is None or found.day is None):
        return None
    try:
        if not found:  # nothing but digits, and no month has the second number
            day, month, year = map(int, re.findall(r"\d+", written))
            return date(year, month, day)
        return date(found.year or 0, found.month or 0, found.day or 0)
    except ValueError as error:
        named = str(found) if found else f"{written} (day, month, year)"
        raise HabarError(problem("H111", place, f"there is no day {named}")) from error


def event_date(text: str, locale: LocaleTag, near: date | None, month: tuple[int, int] | None) -> date | None:
    """The day that the first sentence says the event was on, where that is told for sure.

    :param near: the display date or the record date: gives the year to a date without one; the event lies within a
        month of it.
    :param month: the year and month of a record line that names no day.
    """
    plain = text[:_HEAD]
    sentences = segment.split(plain, locale)
    first = plain[: sentences[0][1]] if sentences else ""
    for found in numerals.read(first, locale).dates:
        if found.start > _DATELINE or found.day is None:
            continue
        day = _completed(found, near or (date(*month, 15) if month else None))
        if day and (near is None or abs(day - near) <= _NEAR):
            return day
    return None


def _completed(found: numerals.Date, near: date | None) -> date | None:
    """The date with the year, or the month too, of what it lies nearest to."""
    day = found.day or 1
    if found.year and found.month:
        return _or_none(found.year, found.month, day)
    if near is None:
        return None
    months = [near.month + step for step in (-1, 0, 1)]
    wanted = [
        _or_none(near.year + (number - 1) // 12, (number - 1) % 12 + 1, day) for number in months if not found.month
    ] + [_or_none(near.year + step, found.month, day) for step in (-1, 0, 1) if found.month]
    return min((made for made in wanted if made), key=lambda made: abs(made - near), default=None)


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
