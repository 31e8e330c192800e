"""Dates: every day and month of the source is in the translation, and no other."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.swapped import swapped
from i18n.numerals import Date, Figures, read
from i18n.numerals.lexicon import lexicon
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.problems import Severity

_MOST = 200
_PERIODS = ("half", "quarter", "season", "year", "month", "week", "day", "frequency")
_RANGE = 8
"""Characters between the two months of a range."""

_ERA = r"(?P<era>令和|平成|昭和|大正|明治)(?P<count>\d{1,2}|元)"
_YEAR_FIRST = late(rf"(?P<year>\d{{4}})年?[(（]{_ERA}年?[)）]")
_ERA_FIRST = late(rf"{_ERA}年?[(（](?P<year>\d{{4}})年?[)）]")
_ADJECTIVES = (
    *("январск", "февральск", "мартовск", "апрельск", "майск", "июньск"),
    *("июльск", "августовск", "сентябрьск", "октябрьск", "ноябрьск", "декабрьск"),
)


def _run(pair: Pair) -> Iterator[Finding]:
    if not pair.untouched:
        yield from _compared(pair)
    if pair.target_language == "ja":
        yield from _eras(pair.target_prose)
    yield from swapped(pair, _PERIODS)


def _compared(pair: Pair) -> Iterator[Finding]:
    source, target = read(pair.source_prose, pair.source_locale), read(pair.target_prose, pair.target_locale)
    if not source.dates and not target.dates:
        return
    lost = [date for date in _unanswered(source, target) if not _in_adjective(date, pair.target_prose)]
    added = [date for date in _unanswered(target, source) if not _in_adjective(date, pair.source_prose)]
    if not (lost or added or _from_january(source, target) or _from_january(target, source)):
        yield from _parts(source, target, pair) if source.known and target.known else ()
    while lost and added:
        one = lost.pop(0)
        other = max(added, key=lambda date: _shared(one, date))
        added.remove(other)
        yield _changed(one, other)
    if source.known and target.known:
        yield from (_lost(date, pair.loose) for date in lost if "day" not in target.relative)
        yield from (_added(date, pair.loose) for date in added if "day" not in source.relative)


def _eras(text: str) -> Iterator[Finding]:
    """A year of the calendar beside another year of an era: 2021年（令和5年）."""
    for pattern in (_YEAR_FIRST, _ERA_FIRST):
        for match in pattern.finditer(text):
            year, count = int(match["year"]), 1 if match["count"] == "元" else int(match["count"])
            if year != lexicon("ja").eras[match["era"]] + count:
                yield Finding(f"{match[0]}: these are two different years", match.span(), "compare it with the source")


def _in_adjective(date: Date, text: str) -> bool:
    """Whether a Russian text has the month as an adjective: январские 5,9 %."""
    if date.month is None or date.day is not None:
        return False
    return re.search(rf"\b{_ADJECTIVES[date.month - 1]}(?:[иоы]\w{{1,2}}|ая|ую)\b", text) is not None


def _unanswered(text: Figures, other: Figures) -> list[Date]:
    """The dates of ``text`` that ``other`` does not have, each once."""
    others, days, months = _distinct(other), _counted(other), _said(other, 1)
    counted = _from_january(text, other)
    return [
        date
        for date in _distinct(text)
        # The day may stand apart from its month: on the 14th and the 16th of August.
        if not any(_agree(date, found) for found in others) and not (date.day in days and date.month in months)
        if date not in counted
    ]


def _from_january(text: Figures, other: Figures) -> list[Date]:
    """The two months of "January to September", where the other text has nine months."""
    months = [date for date in text.dates if date.day is None and date.month is not None]
    for first, last in itertools.pairwise(months):
        if first.month == 1 and last.start - first.end <= _RANGE and last.month in _counted(other):
            return [first, last]
    return []


def _distinct(text: Figures) -> list[Date]:
    """Each date once. No text of prose has more than are compared."""
    return list({date.parts: date for date in reversed(text.dates)}.values())[::-1][:_MOST]


def _agree(one: Date, other: Date) -> bool:
    """Whether no part differs and at least one part, other than the year alone, is the same."""
    parts = [(a, b) for a, b in zip(one.parts, other.parts, strict=True) if a is not None and b is not None]
    return all(a == b for a, b in parts) and any(a == b for a, b in parts)


def _shared(one: Date, other: Date) -> int:
    return sum(a == b for a, b in zip(one.parts, other.parts, strict=True) if a is not None)


def _parts(source: Figures, target: Figures, pair: Pair) -> Iterator[Finding]:
    """Days, months and years that one text has and the other does not say at all."""
    relative = source.relative | target.relative
    for index, part in enumerate(("year", "month", "day")):
        if relative & {part, "day"}:
            continue
        said, answered = _said(source, index), _said(target, index)
        if part == "month":
            said, answered = _plain(said, pair.target_prose), _plain(answered, pair.source_prose)
        for value in sorted(said - answered - _counted(target)):
            message = f"the {part} {_name(part, value)} of the source is not in the translation"
            yield Finding(message, None, "add it to the date", pair.loose)
        new = answered - said - _counted(source)
        yield from (_unsaid(part, date, date.parts[index]) for date in _distinct(target) if date.parts[index] in new)


def _plain(months: set[int], text: str) -> set[int]:
    return {month for month in months if not _in_adjective(Date(None, month, None, 0, 0), text)}


def _unsaid(part: str, date: Date, value: int | None) -> Finding:
    message = f"the source does not say the {part} {_name(part, value or 0)}"
    return Finding(message, (date.start, date.end), "make sure that it is right", "warning")


def _said(text: Figures, index: int) -> set[int]:
    return {value for date in text.dates if (value := date.parts[index]) is not None}


def _counted(text: Figures) -> set[int]:
    return {int(value) for number in text.numbers for value in number.values if value == value.to_integral_value()}


def _name(part: str, value: int) -> str:
    return str(Date(None, value, None, 0, 0)) if part == "month" else str(value)


def _changed(source: Date, target: Date) -> Finding:
    return Finding(
        f"the source has {source}, the translation has {target}", (target.start, target.end), f"write {source}"
    )


def _lost(date: Date, severity: Severity | None) -> Finding:
    return Finding(f"the date {date} of the source is not in the translation", None, f"add {date}", severity)


def _added(date: Date, severity: Severity | None) -> Finding:
    hint = "compare it with the source"
    return Finding(f"the date {date} is not in the source", (date.start, date.end), hint, severity)


DATES = Check(
    "H233",
    "dates",
    "Every date must be the same day, in the form that the language uses: January 23, 2024; 23 января 2024 года; "
    "2024-nji ýylyň 23-nji ýanwary; 2024年1月23日 or 令和6年1月23日. In 03/07/2024 the day comes first. Halves "
    "of a year, seasons, and words such as yesterday or next year are the same, too.",
    5,
    _run,
    (
        Example("en", "ru", "up from 5.9 per cent in January", "против январских 5,9 %", False),
        Example("en", "ru", "On January 23, 2024, in Tokyo", "23 января 2024 года в Токио", False),
        Example("en", "ru", "On January 23, 2024, in Tokyo", "24 января 2024 года в Токио", True),
        Example("en", "tk", "On January 23, 2024", "2024-nji ýylyň 23-nji ýanwarynda", False),
        Example("en", "tk", "On January 23, 2024", "2024-nji ýylyň 23-nji fewralynda", True),
        Example("ru", "ja", "23 января 2024 года", "令和6年1月23日", False),
        Example("ru", "ja", "23 января 2024 года", "令和5年1月23日", True),
        Example("ru", "ja", "23 января 2024 года", "2024年（令和6年）1月23日", False),
        Example("ru", "ja", "23 января 2024 года", "2024年（令和5年）1月23日", True),
        Example("ja", "en", "1月23日から24日まで", "from 23 to 24 January", False),
        Example("en", "ja", "in the second half of the decade", "10年間の前半に", True),
        Example("ru", "tk", "осенью прошлого года", "geçen ýylyň ýazynda", True),
        Example("ja", "ru", "来年の冬", "зимой следующего года", False),
        Example("tk", "ru", "23–24-nji ýanwarda", "23–25 января", True),
    ),
)
