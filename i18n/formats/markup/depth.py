"""Pages of elements inside elements, or of attributes, without end: a parser's time grows with the square of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from i18n.formats.markup.tokens import Token, count_attributes, html_tokens
from i18n.model import Place
from i18n.problems import HabarError, problem

MOST = 3000
"""Browsers stop at 512."""
MOST_ATTRIBUTES = 1000
_MERGED = frozenset(("html", "body"))
"""Elements that take the attributes of every later tag of their name, too."""
_ENDLESS = frozenset(
    "area base basefont bgsound br caption col colgroup dd dt embed frame hr html head body img input keygen li link "
    "meta option optgroup p param rb rp rt rtc source tbody td tfoot th thead tr track wbr".split()
)
"""Elements that may have no end tag, or never have one: many of them side by side are no depth."""


def refuse(text: str, path: str) -> None:
    """Refuses a page that is not to be parsed.

    :raises HabarError: H151, H152.
    """
    tokens = list(html_tokens(text))
    refuse_depth(tokens, text, path)
    refuse_attributes((token for token in tokens if token.number >= 0), text, path)


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


def refuse_attributes(starts: Iterable[Token], text: str, path: str) -> None:
    """Refuses a page with a tag that has far more attributes than anybody writes.

    :raises HabarError: H152 with the line.
    """
    merged: Counter[str] = Counter()
    for token in starts:
        together = token.name in _MERGED
        if together or token.end - token.start > 2 * MOST_ATTRIBUTES:
            count = merged[token.name] + count_attributes(text, token)
            if count > MOST_ATTRIBUTES:
                place = Place(path, text.count("\n", 0, token.start) + 1)
                message = f"the element {token.name} has more than {MOST_ATTRIBUTES} attributes"
                raise HabarError(problem("H152", place, message, hint="take attributes out of its tag"))
            merged[token.name] = count if together else 0
