"""Katakana as sounds: a syllable is a consonant and a vowel, and a small vowel takes the place of the large one."""

from __future__ import annotations

import re

from i18n.patterns import late

_ROWS = (
    ("アイウエオ", ""),
    ("カキクケコ", "k"),
    ("ガギグゲゴ", "g"),
    ("サシスセソ", "s"),
    ("ザジズゼゾ", "z"),
    ("タチツテト", "t"),
    ("ダヂヅデド", "d"),
    ("ナニヌネノ", "n"),
    ("ハヒフヘホ", "h"),
    ("バビブベボ", "b"),
    ("パピプペポ", "p"),
    ("マミムメモ", "m"),
    ("ラリルレロ", "r"),
)
_BASE = {kana: row + vowel for letters, row in _ROWS for kana, vowel in zip(letters, "aiueo", strict=True)} | {
    "シ": "Si", "ジ": "Zi", "チ": "Ci", "ツ": "cu", "ヂ": "Zi", "ヅ": "zu", "フ": "fu", "ヴ": "vu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "va", "ヲ": "o", "ン": "n", "ヷ": "va", "ヺ": "vo",
}  # fmt: skip
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "a", "ュ": "u", "ョ": "o", "ヮ": "a"}
_SILENT = "ーッ"
_WITH_SMALL = late("([ァ-ヺ])([ァィゥェォャュョヮ])")
_ONE = late("[ァ-ヺー]")


def sounds(katakana: str) -> str:
    """The sounds of a katakana word, one letter each; see ``i18n.names.sounds``."""
    return _ONE.sub(_single, _WITH_SMALL.sub(_pair, katakana))


def _pair(match: re.Match[str]) -> str:
    first, small = match[1], _SMALL[match[2]]
    if first == "ウ":  # ウィ is wi
        return f"v{small}"
    return _BASE.get(first, "")[:-1] + small


def _single(match: re.Match[str]) -> str:
    sign = match[0]
    return "" if sign in _SILENT else _BASE.get(sign) or _SMALL.get(sign, "")
