"""What is written in digits in the same way in every language: dates, telephone numbers, codes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from i18n.numerals.values import Date, Number
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY_FIRST = late(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)")
_YEAR_FIRST = late(r"(?<![\d./-])(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?![\d/]|\.\d)")
_PIVOT = 70
"""Years of two digits from here on are of the last century."""
_BETWEEN = late(r"\d[./:-]\d")
"""What dates in digits have."""
_TELEPHONE = late(r"(?<![\d.,])(?:\+|\(\+?)?\d[\d() -]{5,24}\d(?![\d.,]\d)")


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with ``spans`` filled with NUL, which is neither a space nor part of a word. Same length."""
    if not spans:
        return text
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            parts += (text[done:start], "\0" * (end - max(start, done)))
            done = end
    return "".join([*parts, text[done:]])


def numeric_dates(text: str) -> Iterator[Date]:
    """23/01/2024, 23.01.2024, 23.01.24, 2024-01-23, 2024/1/23. The day comes first unless it cannot."""
    if not _BETWEEN.search(text):
        return
    for match in _YEAR_FIRST.finditer(text):
        if found := _date(int(match[1]), int(match[3]), int(match[4]), match):
            yield found
    for match in _DAY_FIRST.finditer(text):
        year, first, second = int(match[4]), int(match[1]), int(match[3])
        if len(match[4]) == 2:
            if len(match[1]) < 2 or len(match[3]) < 2:
                continue
            year += 1900 if year >= _PIVOT else 2000
        if found := _date(year, second, first, match) or _date(year, first, second, match):
            yield found


def _date(year: int, month: int, day: int, match: re.Match[str]) -> Date | None:
    if 1 <= month <= 12 and 1 <= day <= 31:
        return Date(year, month, day, match.start(), match.end())
    return None


def telephones(text: str) -> Iterator[Number]:
    """+993 12 39-95-87: one number, however its digits are grouped."""
    if not any(sign in text for sign in "+(") and text.count("-") < 2:
        return
    for match in _TELEPHONE.finditer(text):
        number = match[0]
        digits = "".join(filter(str.isdigit, number))
        marked = number[0] in "+(" or number.count("-") > 1
        if marked and 7 <= len(digits) <= 15:
            yield Number((Decimal(digits),), match.start(), match.end(), number)
