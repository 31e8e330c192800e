"""Numbers and dates in running text, as English, Russian, Turkmen and Japanese write them.

Digits with the separators of each language, number words, scale words, Roman numerals, 万 and 億, kanji
numerals, ordinals, dates in words and in digits, Japanese eras. The tables are ``*.toml`` beside this file.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from i18n.numerals.japanese import read_japanese
from i18n.numerals.lexicon import LANGUAGES, lexicon
from i18n.numerals.literals import folded
from i18n.numerals.spaced import read_spaced
from i18n.numerals.values import MONTHS, Clock, Date, Figures, Number

if TYPE_CHECKING:
    from i18n.model import LocaleTag

__all__ = ["LANGUAGES", "MONTHS", "Clock", "Date", "Figures", "Number", "read"]


@lru_cache(maxsize=1024)
def read(text: str, locale: LocaleTag) -> Figures:
    """Every number and date of ``text``. A language without a table is read for its digits only.

    Never raises: text that only looks like a number is left out.
    """
    language = locale.partition("-")[0]
    words = lexicon(language)
    plain = folded(text)
    figures = read_japanese(plain, words) if language == "ja" else read_spaced(plain, words, language)
    numbers = _unlisted(figures.numbers, plain)
    lower = plain.lower()
    relative = frozenset([part for part, pattern in words.relative if pattern.search(lower)])
    return Figures(numbers, figures.dates, relative | figures.relative, figures.times, words.known)


def _unlisted(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers. What counts the parts of a list, (1), (2), (3), asks for no answer: another has (a), (b), (c)."""
    if "1)" not in text or "2)" not in text:
        return numbers
    counted = 0
    result = []
    for number in numbers:
        if text[number.end : number.end + 1] == ")" and number.values == (Decimal(counted + 1),):
            counted += 1
            number = number._replace(weight="loose")
        result.append(number)
    return tuple(result) if counted > 1 else numbers
