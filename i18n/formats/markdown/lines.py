"""The text of a source with one kind of line end, and the way back to what it has."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_LINE_END = re.compile(r"\r\n?|\n")


class Text:
    """A text whose line ends are all ``\\n``. Offsets are of ``plain``, from 0; lines count from 1."""

    def __init__(self, original: str) -> None:
        ends = list(_LINE_END.finditer(original))
        self.plain = _LINE_END.sub("\n", original) if "\r" in original else original
        self._original = original
        self._begins = [0, *(end.end() for end in ends)]
        shorter = accumulate((end.end() - end.start() - 1 for end in ends), initial=0)
        self._starts = [begin - less for begin, less in zip(self._begins, shorter, strict=True)]

    def line(self, offset: int) -> int:
        """The line that a character stands in."""
        return bisect_right(self._starts, offset)

    def start(self, line: int) -> int:
        """Where a line begins."""
        return self._starts[line - 1]

    def source(self, start: int, end: int) -> str:
        """What the source has from ``start`` up to ``end``, character for character."""
        if self.plain is self._original:
            return self.plain[start:end]
        return self._original[self._place(start) : self._place(end)]

    def _place(self, offset: int) -> int:
        line = self.line(offset) - 1
        return self._begins[line] + offset - self._starts[line]
