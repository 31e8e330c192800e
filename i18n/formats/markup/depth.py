"""Pages of elements inside elements without end: a parser's time grows with the square of their depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from i18n.formats.markup.tokens import Token
from i18n.model import Place
from i18n.problems import HabarError, problem

MOST = 3000
"""Browsers stop at 512."""
_ENDLESS = frozenset(
    "area base basefont bgsound br caption col colgroup dd dt embed frame hr html head body img input keygen li link "
    "meta option optgroup p param rb rp rt rtc source tbody td tfoot th thead tr track wbr".split()
)
"""Elements that may have no end tag, or never have one: many of them side by side are no depth."""


def refuse_depth(tokens: Iterable[Token], text: str, path: str) -> None:
    """Refuses a page whose tags open far more elements than they close.

    :raises HabarError: H151 with the line.
    """
    opened: Counter[str] = Counter()
    depth = 0
    for token in tokens:
        if token.kind == "start" and token.name not in _ENDLESS:
            opened[token.name] += 1
            depth += 1
            if depth > MOST:
                place = Place(path, text.count("\n", 0, token.start) + 1)
                raise HabarError(problem("H151", place, f"elements are nested more than {MOST} deep"))
        elif token.kind == "end" and opened[token.name]:
            opened[token.name] -= 1
            depth -= 1
