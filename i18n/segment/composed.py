"""Decomposed text (NFD) under the rules: they are written for composed letters.

Some systems store "Ý" as "Y" and a mark. Rules that ask for a capital and a full stop would miss it.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate


class Composed:
    """A text in NFC, and the way back to the offsets of the text that was given."""

    def __init__(self, text: str) -> None:
        clusters = _clusters(text)
        composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
        self.text = "".join(composed)
        here, there = accumulate(map(len, composed), initial=0), accumulate(map(len, clusters), initial=0)
        self._places = dict(zip(here, there, strict=True))

    def given(self, offset: int) -> int:
        """The offset in the text that was given. No rule cuts inside a letter."""
        return self._places[offset]


def needs_composing(text: str) -> bool:
    """Whether the text is not in NFC. Nearly every text is, and the question costs little."""
    return not unicodedata.is_normalized("NFC", text)


def _clusters(text: str) -> list[str]:
    """Each letter with the marks that follow it; a mark behind a space or a full stop stands alone."""
    found: list[str] = []
    for character in text:
        if found and found[-1][0].isalnum() and _joins(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _joins(character: str) -> bool:
    # Hangul vowels and final consonants compose with what stands before them, though they are no marks.
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
