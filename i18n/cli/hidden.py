"""Signs that nobody sees, or sees as part of another one, spelled out."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_COMBINING = frozenset(map(chr, range(0x300, 0x370)))
"""Accents that stand as signs of their own. Vowel signs of other scripts are no accents."""


def is_hidden(char: str) -> bool:
    """Whether a reader cannot tell the sign from nothing, from a space, or from its neighbour."""
    if char in " \u3000":
        return False
    return char.isspace() or char in _COMBINING or unicodedata.category(char) in _UNSEEN


def spelled(char: str) -> str:
    """The sign as Python and JSON spell it: ``\\u200b``."""
    return ascii(char)[1:-1]


def revealed(text: str) -> str:
    """The text with what is hidden spelled out."""
    return "".join(spelled(char) if is_hidden(char) else char for char in text)
