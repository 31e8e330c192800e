"""Numbers and dates in running text, as English, Russian, Turkmen and Japanese write them.

Digits with the separators of each language, number words, scale words, Roman numerals, 万 and 億, kanji
numerals, ordinals, dates in words and in digits, Japanese eras. The tables are ``*.toml`` beside this file.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from i18n.numerals.japanese import read_japanese
from i18n.numerals.lexicon import LANGUAGES, lexicon
from i18n.numerals.literals import folded, has_figures
from i18n.numerals.spaced import read_spaced
from i18n.numerals.values import MONTHS, Date, Figures, Number

if TYPE_CHECKING:
    from i18n.model import LocaleTag

__all__ = ["LANGUAGES", "MONTHS", "Date", "Figures", "Number", "has_figures", "read"]


@lru_cache(maxsize=1024)
def read(text: str, locale: LocaleTag) -> Figures:
    """Every number and date of ``text``. A language without a table is read for its digits only.

    Never raises: text that only looks like a number is left out.
    """
    language = locale.partition("-")[0]
    words = lexicon(language)
    plain = folded(text)
    figures = read_japanese(plain, words) if language == "ja" else read_spaced(plain, words)
    lower = plain.lower()
    relative = frozenset(part for part, pattern in words.relative if pattern.search(lower))
    return Figures(figures.numbers, figures.dates, relative | figures.relative, words.known)
