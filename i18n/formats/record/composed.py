"""A text in composed form (NFC), in which it is read, and the way back to how its file spells it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

from i18n.formats.record.pieces import Piece

_MARKS = 30
"""More than stand on a letter of any language."""


class Composed:
    """A text whose pieces are found in ``text`` and cut out of ``raw``. No composition reaches across a line end."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw if unicodedata.is_normalized("NFC", raw) else unicodedata.normalize("NFC", raw)
        self.same = self.text == raw
        """Whether the file spells it so."""
        self._lines = [] if self.same else raw.split("\n")
        self._raw_starts = _starts(self._lines)
        self._starts = [] if self.same else _starts(self.text.split("\n"))

    def back(self, piece: Piece) -> Piece:
        """The piece with its offsets in ``raw``."""
        if self.same:
            return piece
        return piece._replace(start=self._offset(piece.start), end=self._offset(piece.end))

    def spelled(self, piece: Piece) -> str:
        """The piece's text as its file spells it."""
        if self.same:
            return self.raw[piece.start : piece.end]
        return self.raw[self._offset(piece.start) : self._offset(piece.end)]

    def _offset(self, offset: int) -> int:
        number = bisect_right(self._starts, offset) - 1
        line = self._lines[number]
        whole = [place for place in range(len(line)) if place == 0 or not _joins(line[place])]
        places = [*whole, len(line)]
        wanted = offset - self._starts[number]
        found = bisect_left(places, wanted, key=lambda place: len(unicodedata.normalize("NFC", line[:place])))
        return self._raw_starts[number] + _exact(line, places[min(found, len(places) - 1)], wanted)


def _exact(line: str, place: int, wanted: int) -> int:
    """The place, or that of a mark shortly before it that composes with nothing: a text may begin with one."""
    for other in range(place, max(place - _MARKS, -1), -1):
        before, behind = unicodedata.normalize("NFC", line[:other]), unicodedata.normalize("NFC", line[other:])
        if len(before) == wanted and before + behind == unicodedata.normalize("NFC", line):
            return other
        if len(before) < wanted:
            break
    return place


def _joins(character: str) -> bool:
    """Whether it may compose with what stands before it: a mark, or a vowel or a final of a Korean syllable."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _starts(lines: list[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines)][: len(lines)]
