"""A block's text as it is read for inline markup, with the place of every character in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_BLANK = " \t"


@dataclass(frozen=True, slots=True)
class Mapped:
    """The lines of a block without what makes them one: list indents, quote marks, the pipes of a table."""

    text: str
    starts: tuple[int, ...]
    """Offsets in ``text`` from which on characters stand side by side in the source too."""
    places: tuple[int, ...]
    """Where they stand there."""

    def at(self, offset: int) -> int:
        """Where a character of ``text`` stands in the source."""
        run = max(bisect_right(self.starts, offset) - 1, 0)
        return self.places[run] + offset - self.starts[run]

    def moved(self, distance: int) -> Mapped:
        """The same text in a source with so much in front of it."""
        return Mapped(self.text, self.starts, tuple(place + distance for place in self.places))

    def behind(self, offset: int) -> Mapped:
        """The text from ``offset`` on."""
        return Mapped(self.text[offset:], tuple(start - offset for start in self.starts), self.places)


def of_lines(lines: Iterable[tuple[str, int]], wanted: str) -> Mapped:
    """A block of lines, each with the place of its end in the source. Its blanks in front may not be the source's.

    :param wanted: the lines joined, without white space at the ends.
    """
    texts, starts, places = [], [], []
    offset = 0
    for line, end in lines:
        body = line.lstrip(_BLANK)
        texts.append(line)
        starts.append(offset + len(line) - len(body))
        places.append(end - len(body))
        offset += len(line) + 1
    shift = "\n".join(texts).find(wanted)
    return Mapped(wanted, tuple(start - shift for start in starts), tuple(places))


def of_cells(row: str, place: int) -> list[Mapped]:
    """The cells between the pipes of a row, white space and all. ``\\|`` is a pipe in a cell's text.

    :param place: where the row stands in the source.
    """
    cells, begin, escaped = [], 0, False
    for position, character in enumerate(row):
        if character == "|" and not escaped:
            cells.append(_cell(row, begin, position, place))
            begin = position + 1
        escaped = character == "\\"
    return [*cells, _cell(row, begin, len(row), place)]


def _cell(row: str, begin: int, end: int, place: int) -> Mapped:
    text, starts, places = "", [0], [place + begin]
    pieces = row[begin:end].split("\\|")
    position = begin
    for piece in pieces[:-1]:
        position += len(piece)
        text += piece + "|"
        starts += (len(text) - 1, len(text))
        places += (place + position, place + position + 2)
        position += 2
    return Mapped(text + pieces[-1], tuple(starts), tuple(places))


def trimmed(cell: Mapped, wanted: str) -> Mapped:
    """A cell without the white space at its ends."""
    return Mapped(wanted, *_shifted(cell, cell.text.find(wanted)))


def _shifted(cell: Mapped, shift: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(start - shift for start in cell.starts), cell.places
