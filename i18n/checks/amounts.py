"""Amounts in a text: every number together with the unit or currency that is written beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.currency_words import QUALIFIERS
from i18n.checks.measure_words import KINDS, LANGUAGES, TABLE
from i18n.numerals import read
from i18n.patterns import late, told_apart

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from i18n.model import LocaleTag
    from i18n.numerals import Number

_NAMES = tuple(TABLE)
_SIGNS = {
    "$": "dollars", "＄": "dollars", "€": "euros", "¥": "yen", "￥": "yen", "£": "pounds", "₽": "roubles",
    "₺": "lira", "₩": "won", "₹": "rupees", "₴": "hryvnias", "₸": "tenge",
}  # fmt: skip
_CODES = {
    "usd": "dollars", "cad": "dollars", "aud": "dollars", "hkd": "dollars", "sgd": "dollars", "nzd": "dollars",
    "eur": "euros", "jpy": "yen", "gbp": "pounds", "egp": "pounds", "rub": "roubles", "byn": "roubles",
    "tmt": "manats", "azn": "manats", "cny": "yuan", "chf": "francs", "aed": "dirhams", "kzt": "tenge", "uzs": "sums",
    "sek": "crowns", "nok": "crowns", "dkk": "crowns", "czk": "crowns", "kwd": "dinars", "iqd": "dinars",
    "inr": "rupees", "pkr": "rupees", "pln": "zloty", "huf": "forints",
}  # fmt: skip
_LEADING = late(rf"([{''.join(_SIGNS)}]|\b(?:{'|'.join(_CODES)}))\s?\Z")
# What may stand between a number and its unit.
_JOINT = (
    r"(?:(?:(?<=тыс)|(?<=млн)|(?<=млрд)|(?<=трлн)|(?<=mln)|(?<=mlrd)|(?<=trln))\.)?"
    r"[\s\u00a0\u202f-]{0,2}(?:\([^()]{1,40}\)\s?)?"
    r"(?:(?:us|u\.s\.|american|more|full|calendar|working|business|consecutive|whole|long"
    r"|американск\w+|календарн\w+|рабоч\w+|банковск\w+|полных|целых|с половиной|с лишним"
    r"|amerikan|abş-nyň|senenama|iş|doly|ýarym)[\s\u00a0])?(?:米|営業)?"
)
_NO_LETTER = r"(?![^\W\d_])"
_END = {"en": _NO_LETTER, "ru": _NO_LETTER, "tk": _NO_LETTER, "ja": "(?![a-z])"}
_START = {**dict.fromkeys(("en", "ru", "tk"), r"(?<![^\W\d_])"), "ja": ""}
_DIGITS = late(r"[\d.,\s]*\d")
_ROOTS = {
    "дневн": "days", "летн": "years", "лети": "years", "годичн": "years", "месячн": "months", "недельн": "weeks",
    "часов": "hours", "минутн": "minutes", "километров": "kilometres", "процентн": "per cent",
}  # fmt: skip
"""Units in a word with their number: двухдневный."""
_IN_WORD = late("|".join(_ROOTS))
_SCALES = ("degrees Celsius", "degrees Fahrenheit")
_SCALE = late(
    r"(?:(?P<celsius>摂氏|(?:selsi|цельси)\w*)|華氏|(?:f[ae]ren[gh]e[ýi]t|фаренгейт)\w*)"
    r"(?: (?:boýunça|şkalasy\w*))*\s?\Z"
)
"""A scale that is named before the number."""
_ONLY = {"kilograms or kilometres": ("kilograms", "kilometres"), "nautical miles": ("miles",), "degrees": _SCALES}
"""What a unit can stand for, too."""


class Amount(NamedTuple):
    """A number with its unit, where there is one."""

    values: frozenset[Decimal]
    unit: str | None
    text: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        return KINDS[self.unit] if self.unit else ""


@lru_cache(maxsize=256)
def amounts(text: str, locale: LocaleTag) -> tuple[Amount, ...]:
    """Every number of a text, in order, with the unit that stands beside it."""
    language, lower = locale.partition("-")[0], text.lower()
    if language not in LANGUAGES or len(lower) != len(text):
        return ()
    return tuple(_amount(number, lower, language) for number in read(text, locale).numbers if number.values)


@lru_cache(maxsize=256)
def named(text: str, language: str) -> frozenset[str]:
    """The units that a text names in words, with a number or without."""
    units = _words(language)
    return frozenset([units.unit(match) for match in units.pattern.finditer(text.lower())])


def anywhere(text: str, language: str) -> set[str]:
    """The units that a text may name, in abbreviations, too."""
    units = _all(language)
    return {units.unit(match) for match in units.pattern.finditer(text.lower())}


def is_unit(text: str, language: str) -> bool:
    """Whether what follows a number, in lower case, begins with a unit or currency."""
    return bool(_beside(language).pattern.match(text))


def alike(one: str, other: str) -> bool:
    """Whether two units can be one: キロ is kilometres or kilograms."""
    return one == other or other in _ONLY.get(one, ()) or one in _ONLY.get(other, ())


def _amount(number: Number, lower: str, language: str) -> Amount:
    unit, start, end = _before(number, lower) or _behind(number, lower, language) or (None, number.start, number.end)
    if unit == "degrees" and (scale := _SCALE.search(lower, max(0, start - 24), start)):
        unit = _SCALES[not scale["celsius"]]
    return Amount(frozenset(number.values), unit, lower[start:end], start, end)


def _behind(number: Number, lower: str, language: str) -> tuple[str, int, int] | None:
    units = _beside(language)
    if match := units.pattern.match(lower, number.end):
        return units.unit(match), number.start, match.end()
    digits = _DIGITS.match(lower, number.start, number.end)
    # в 2019-м: no metres
    inside = digits and not number.ordinal and digits.end() < number.end
    found = units.pattern.match(lower, digits.end()) if digits and inside else None
    if found:
        return units.unit(found), number.start, max(found.end(), number.end)  # 6秒43 goes on behind its unit
    root = _IN_WORD.search(lower, number.start, number.end) if language == "ru" else None
    return (_ROOTS[root[0]], number.start, number.end) if root else None


def _before(number: Number, lower: str) -> tuple[str, int, int] | None:
    match = _LEADING.search(lower, max(0, number.start - 8), number.start)
    return ({**_SIGNS, **_CODES}[match[1]], match.start(), number.end) if match else None


class _Units:
    """What the units of a language look like, in one expression, and which of them was found."""

    def __init__(self, language: str, part: Callable[[str], str], before: str) -> None:
        columns = (part(row[LANGUAGES.index(language)]) for row in TABLE.values())
        units, self._rows = told_apart(columns, _END[language])
        self.pattern = re.compile(before + units)

    def unit(self, match: re.Match[str]) -> str:
        return _NAMES[self._rows[match.lastindex or 0]]


@cache
def _beside(language: str) -> _Units:
    """What a unit looks like from the end of a number on."""
    at = LANGUAGES.index(language)
    countries = "|".join(columns[at] for columns in QUALIFIERS.values())
    country = f"(?:(?:{countries})・?)?" if language == "ja" else rf"(?:(?:{countries})[\s\u00a0-])?"
    return _Units(language, lambda words: words.replace(";", "|"), _JOINT + country)


@cache
def _words(language: str) -> _Units:
    return _Units(language, lambda words: words.partition(";")[2], _START[language])


@cache
def _all(language: str) -> _Units:
    return _Units(language, lambda words: words.replace(";", "|"), _START[language])
