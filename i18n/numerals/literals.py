"""Numbers in digits: what ``1,234.5`` means in one language, and what it would mean in another."""

from __future__ import annotations

import re
from decimal import Decimal

from i18n.patterns import late

# Full-width forms, every space and every dash as one sign. The length does not change, so offsets stay.
_FOLDED: dict[int, int] = {0xFF01 + i: 0x21 + i for i in range(94)}
_FOLDED |= dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r"), 0x20
)
_FOLDED |= dict.fromkeys(map(ord, "‐‑‒–—―−〜～"), 0x2D)
_FOLDED |= {ord("İ"): ord("I")}

_FOLDABLE = late(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")
_FIGURE = late(r"\d")

_LONGEST = 40  # A longer row of digits is no number of prose, and arithmetic with it would take its time.
_COMMA_GROUPS = late(r"\d{1,3}(,\d{3})+(\.\d+)?")
_DOT_GROUPS = late(r"\d{1,3}(\.\d{3})+(,\d+)?")
_DOT_DECIMAL = late(r"\d+\.\d+")
_COMMA_DECIMAL = late(r"\d+,\d+")


def folded(text: str) -> str:
    """The text with one kind of digit, space and dash, each at its place. Same length."""
    return text.translate(_FOLDED) if _FOLDABLE.search(text) else text


def has_figures(text: str) -> bool:
    """Whether the text has a decimal digit of any script."""
    return _FIGURE.search(text) is not None


def values(literal: str, decimal: str) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """What a number can mean where ``decimal`` is the decimal sign, and what it means elsewhere.

    ``literal`` is digits with ``.`` and ``,`` between them; groups joined by spaces come without them.
    """
    if len(literal) > _LONGEST:
        return (), ()
    if literal.isdigit():
        return (Decimal(literal),), ()
    english, other = _english(literal), _continental(literal)
    own, foreign = (english, other) if decimal == "." else (other, english)
    if not own and not foreign:
        return (), ()
    return own, tuple(value for value in foreign if value not in own)


def _english(literal: str) -> tuple[Decimal, ...]:
    if _COMMA_GROUPS.fullmatch(literal):
        return (Decimal(literal.replace(",", "")),)
    return (Decimal(literal),) if _DOT_DECIMAL.fullmatch(literal) else ()


def _continental(literal: str) -> tuple[Decimal, ...]:
    if _DOT_GROUPS.fullmatch(literal):
        return (Decimal(literal.replace(".", "").replace(",", ".")),)
    return (Decimal(literal.replace(",", ".")),) if _COMMA_DECIMAL.fullmatch(literal) else ()


_ROMAN = late(r"(?=[IVXL])X{0,3}(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(word: str) -> int | None:
    """The value of a Roman numeral below 90 (``VI``, ``XXI``, and the single sign ``Ⅵ``), or ``None``."""
    if len(word) == 1 and "\u2160" <= word <= "\u216b":
        return ord(word) - 0x215F
    if not _ROMAN.fullmatch(word):
        return None
    digits = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
