"""Corrections that need no second look: what checks mark as safe, put into a translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from i18n.problems import Problem


class Corrected(NamedTuple):
    """A translation with its safe corrections in it."""

    text: str
    codes: tuple[str, ...]
    """Of the problems that were corrected, each once."""


def corrected(text: str, problems: Sequence[Problem]) -> Corrected:
    """``text`` with every correction of its problems. Where two of them overlap, the first alone is made.

    :param problems: of a translation that is written as ``text``.
    """
    parts: list[str] = []
    codes: list[str] = []
    end = 0
    for start, stop, fix, code in _spans(problems):
        overlaps = start < end or (start == stop == end and bool(parts))  # two want to put something in one place
        if not overlaps and stop <= len(text) and text[start:stop] != fix:
            parts += (text[end:start], fix)
            codes.append(code)
            end = stop
    return Corrected("".join((*parts, text[end:])), tuple(dict.fromkeys(codes)))


def _spans(problems: Sequence[Problem]) -> list[tuple[int, int, str, str]]:
    return sorted((*found.span, found.fix, found.code) for found in problems if found.span and found.fix is not None)
