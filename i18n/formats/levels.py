"""The levels of the headings of a page: none is skipped, whatever the source does (WCAG 2.2, 1.3.1 and 2.4.6)."""

from __future__ import annotations

import re

from i18n.model import Only, Skeleton
from i18n.patterns import late

_DEEP = late("<h[3-6]")
_TAG = late(r"<(/?)h([2-6])\b")
_TOP = 2
"""The level below the title."""


def without_gaps(body: Skeleton) -> Skeleton:
    """The page of a text whose headings go down one level at a time: h4 below h2 becomes h3.

    What stood on one level below the same heading stands on one level still.
    """
    if not any(isinstance(part, Only) or (isinstance(part, str) and _DEEP.search(part)) for part in body):
        return body  # nearly always
    return _Levels().parts(body)


class _Levels:
    def __init__(self) -> None:
        self._open: list[int] = []
        """The levels in the source of the headings that the next one is below."""

    def parts(self, parts: Skeleton) -> Skeleton:
        return tuple(
            [
                _TAG.sub(self._tag, part)
                if isinstance(part, str)
                else part._replace(parts=self.parts(part.parts))
                if isinstance(part, Only)
                else part
                for part in parts
            ]
        )

    def _tag(self, found: re.Match[str]) -> str:
        end, level = found[1], int(found[2])
        if not end:
            while self._open and self._open[-1] >= level:
                self._open.pop()
            self._open.append(level)
        return f"<{end}h{_TOP - 1 + len(self._open)}"
