"""Another number in the place of one, written as the target writes numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from i18n.adapt import russian, turkmen
from i18n.numerals import Number
from i18n.numerals.lexicon import lexicon
from i18n.numerals.literals import folded, values

_PARTS = re.compile(r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(.*)", re.DOTALL)
_SPACES = re.compile(r"[ \u00a0\u202f]")
_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
_GLUED = re.compile(r"-?[^\W\d_]")
_EN_ORDINAL = re.compile(r"st|nd|rd|th")
_EN_ARTICLE = re.compile(r"\b(?:an?)[\s\u00a0]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as a text has it."""

    digits: str
    tail: str
    """An ending, or a word such as *million*."""
    value: Decimal
    """Of the digits alone."""
    factor: Decimal
    """What the tail makes of it."""
    wide: bool = False
    """Whether the digits are full-width ones."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A number in its text."""

    number: Number
    text: str
    language: str

    @property
    def before(self) -> str:
        return self.text[: self.number.start]

    @property
    def behind(self) -> str:
        return self.text[self.number.end :]

    def written(self) -> Written | None:
        """None where the digits are not all of one kind, or the number is made of several."""
        raw = self.text[self.number.start : self.number.end]
        plain = raw.translate({0xFF10 + digit: ord("0") + digit for digit in range(10)})
        wide = plain != raw
        parts = _PARTS.fullmatch(plain)
        if not parts or (wide and any(sign in raw for sign in "0123456789")):
            return None
        own, _ = values(_SPACES.sub("", folded(parts[1])), lexicon(self.language).decimal)
        if len(own) != 1 or (own[0] == 0) != (self.number.values[0] == 0):
            return None
        factor = self.number.values[0] / own[0] if own[0] else Decimal(1)
        return Written(parts[1], parts[2], own[0], factor, wide)


def rewritten(spot: Spot, was: Spot, now: Spot) -> str | None:
    """The number of ``spot`` in a translation with the value of ``now``; None where its form is in doubt.

    :param was: what the number answers in the source that was translated.
    :param now: what stands in its place in the new source.
    """
    target, old, new = spot.written(), was.written(), now.written()
    if target is None or old is None or new is None or not _same_kind(was, now, old, new):
        return None
    value = now.number.values[0] / target.factor
    if value * target.factor != now.number.values[0]:
        return None
    digits = new.digits if _copied(target, old, new) else _digits(target, old, new, value, spot.language)
    if digits is None or not _fits(spot, target.value, value):
        return None
    tail = _tail(target.tail, target.value, value, spot.language)
    return None if tail is None else (digits.translate(_WIDE) if target.wide else digits) + tail


def _same_kind(was: Spot, now: Spot, old: Written, new: Written) -> bool:
    if was.number.ordinal != now.number.ordinal or old.factor != new.factor:
        return False
    return was.number.ordinal or old.tail == new.tail


def _copied(target: Written, old: Written, new: Written) -> bool:
    """Whether the digits stand in both languages alike, such as the parts of a time: 09:05."""
    return old.digits == target.digits and new.digits.isdigit() and len(new.digits) == len(old.digits)


def _digits(target: Written, old: Written, new: Written, value: Decimal, language: str) -> str | None:
    """The digits of a value with the signs of the language, in the style of the old ones."""
    if any(len(one.digits) > 1 and one.digits[0] == "0" and one.digits[1].isdigit() for one in (target, old, new)):
        return None
    places, was = _places(value.normalize() if target.factor != old.factor else new.value), _places(target.value)
    if places != was and not (target.factor == old.factor and was == _places(old.value)):
        return None
    whole, _, fraction = f"{value:.{places}f}".partition(".")
    grouped = _grouped(whole, target.digits.partition(lexicon(language).decimal)[0])
    return grouped and grouped + (lexicon(language).decimal + fraction if fraction else "")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _grouped(whole: str, old: str) -> str | None:
    """A whole number with the sign between groups that the old one has; None where it does not show."""
    signs = {sign for sign in old if not sign.isdigit()}
    length = len(old) if not signs else sum(map(str.isdigit, old))
    if len(whole) <= 3 and length <= 3:
        return whole
    if len(signs) > 1 or (min(len(whole), length) < 5 and len(whole) != length):
        return None
    return f"{int(whole):,}".replace(",", signs.pop()) if signs else whole


def _fits(spot: Spot, was: Decimal, now: Decimal) -> bool:
    """Whether the words around the number may stay as they are."""
    if spot.language == "ru" and _GLUED.match(spot.behind):
        return False
    if spot.language == "ru":
        return spot.number.ordinal or russian.agrees(was, now, spot.before, spot.behind)
    if spot.language == "ja":
        return not spot.behind.startswith("つ") or now < 10
    if spot.language == "tk":
        return not _GLUED.match(spot.behind) or turkmen.last_word(int(was)) == turkmen.last_word(int(now))
    if spot.language != "en":
        return False
    if _EN_ARTICLE.search(spot.before) and _begins_with_vowel(was) != _begins_with_vowel(now):
        return False
    return spot.number.ordinal or (was == 1) == (now == 1)


def _begins_with_vowel(number: Decimal) -> bool:
    """Whether it is read with a vowel first: eight, eleven, eighteen, eighty..."""
    leading = int(number)
    while leading >= 1000:
        leading //= 1000
    return leading in (8, 11, 18) or 80 <= leading < 90 or 800 <= leading < 900


def _tail(old: str, was: Decimal, now: Decimal, language: str) -> str | None:
    if language == "ru":
        return russian.ending(old)
    if language == "tk":
        return turkmen.ending(old, int(was), int(now))
    return en_ordinal(int(now)) if language == "en" and _EN_ORDINAL.fullmatch(old) else old


def en_ordinal(number: int) -> str:
    """``st``, ``nd``, ``rd`` or ``th``."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
