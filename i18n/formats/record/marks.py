"""Bullets and numbers before the items of a list."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from i18n.patterns import late

_KANA: Final = "アイウエオカキクケコサシスセソタチツテト"
_KANJI: Final = "一二三四五六七八九"
# Mark, and the white space behind it. Each has a kind, and what counts in it.
_MARKS: Final = tuple(
    (kind, late(pattern))
    for kind, pattern in (
        ("bullet", r"[•·▪◦●○■□][\s]*"),
        ("・", r"・\s*"),
        ("star", r"\*\s+"),
        ("hyphen", r"[-‐]\s+"),
        ("dash", r"[–−]\s+"),
        ("speech", r"—\s+"),
        ("1.", r"(?P<n>\d{1,3})\.\s+"),
        ("1)", r"(?P<n>\d{1,3})\)\s*"),
        ("(1)", r"[(（](?P<n>\d{1,3})[)）]\s*"),
        ("１", r"(?P<n>\d{1,2})\u3000\s*"),
        ("第1条", r"第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})条[\s\u3000]+"),
        ("ア", rf"(?P<n>[{_KANA}])[\u3000 ]\s*"),
        ("a)", r"[(]?(?P<n>[a-zа-я])\)\s+"),
    )
)
_MAY_BEGIN: Final = late(rf"[•·▪◦●○■□・*\-‐–−—\d(（第{_KANA}]|[a-zа-я]\)")
"""What every mark begins with."""
BULLETS: Final = frozenset(("bullet", "・", "star", "hyphen", "dash", "speech"))


class Mark(NamedTuple):
    """The mark that a line begins with."""

    kind: str
    number: int
    """0 for a bullet."""
    length: int
    """With the white space behind it."""
    shown: str


def mark_of(text: str) -> Mark | None:
    """The mark that may begin an item; whether it does, the lines around have to say."""
    if not _MAY_BEGIN.match(text):  # nearly always
        return None
    for kind, pattern in _MARKS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            number = _number(found["n"]) if "n" in pattern.groupindex else 0
            return Mark(kind, number, found.end(), text[: found.end()].strip())
    return None


def _number(sign: str) -> int:
    if sign in _KANA:
        return _KANA.index(sign) + 1
    if sign[0] in _KANJI + "十":
        return _kanji(sign)
    if sign.isdigit():
        return int(unicodedata.normalize("NFKC", sign))
    return ord(sign) - ord("a" if sign.isascii() else "а") + 1


def _kanji(sign: str) -> int:
    """Up to 99: 二十三."""
    tens, ten, ones = sign.rpartition("十")
    return (_digit(tens, 1) if ten else 0) * 10 + _digit(ones, 0)


def _digit(sign: str, empty: int) -> int:
    return _KANJI.index(sign[0]) + 1 if sign else empty
