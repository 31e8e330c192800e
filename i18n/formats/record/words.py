"""The words of web pages that are not text (``words.toml``)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Final, NamedTuple

_NUMBER: Final = r"\d[\d.,\u00a0 ]{0,15}k?\+?"
_ANYTHING: Final = r"[^\n]*"
_DASHES: Final = "‐‑‒–—−"
_DROPPED: Final = "\u00ad“”„«»\"'‘’"
_SAME: Final = {**dict.fromkeys(map(ord, _DASHES), "-"), **dict.fromkeys(map(ord, _DROPPED), None)}
"""Dashes are one dash; quotation marks and soft hyphens do not count."""
_OUTSIDE: Final = _DROPPED + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What does not count at the ends of a line."""
_IS_OUTSIDE: Final = frozenset(_OUTSIDE)
_SPARE: Final = 40
"""Quotation marks and spaces that a line may have more than the list's."""
_LONGEST: Final = 300
"""Characters of a line that is compared at all."""


class _List(NamedTuple):
    """What is known of the lines of a list before one is compared with them."""

    longest: int
    """Characters of a line that may be one of them."""
    first: frozenset[str]
    """See ``_ends``."""
    last: frozenset[str]


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """A text as it is compared: capitals, kinds of space, of dash and of quotation mark do not count."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SAME).casefold().split())


def is_one(kind: str, line: str) -> bool:
    """Whether a line is one of a list's, in any language."""
    known = _list(kind)
    return len(line) <= known.longest and _may_be_one(known, line) and bool(_pattern(kind).fullmatch(folded(line)))


def may_be_one(kind: str, line: str) -> bool:
    """Whether a line, however long, begins or ends as one of a list's does: the quick question."""
    return _may_be_one(_list(kind), line)


def _may_be_one(known: _List, line: str) -> bool:
    begin, end = line[:1], line[-1:]
    if begin in _IS_OUTSIDE or end in _IS_OUTSIDE:
        within = line.strip(_OUTSIDE)
        begin, end = within[:1], within[-1:]
    begin = begin.casefold()[:1]
    if begin in known.first or end.casefold()[-1:] in known.last or begin.isdecimal():
        return True
    return not known.first or not (line.isascii() or unicodedata.is_normalized("NFC", line))


@cache
def _list(kind: str) -> _List:
    return _List(_longest(kind), *_ends(kind))


def _ends(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """What the lines of a list begin with, folded, and what those end with that begin with anything.

    Nothing where a line of the list has anything at both ends.
    """
    first, last = set(_DASHES), set[str]()
    for line in _lines(kind):
        parts = re.split(r"[#*]", line)
        if line[0] == "*":
            last.add(folded(parts[-1])[-1:])
        elif line[0] != "#":  # that is a number
            first.add(folded(parts[0])[:1])
    return (frozenset(), frozenset()) if "" in first | last else (frozenset(first), frozenset(last))


def _longest(kind: str) -> int:
    """Characters of a line that may be one of a list's. A line that is longer need not be folded."""
    if any("*" in line for line in _lines(kind)):
        return _LONGEST
    return max((len(line) + 20 * line.count("#") + _SPARE for line in _lines(kind)), default=0)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(map(_expression, _lines(kind))) or r"(?!)")


def _lines(kind: str) -> list[str]:
    return [line for table in _tables().values() for line in table.get(kind, ())]


def _expression(line: str) -> str:
    parts = re.split(r"([#*])", line)
    return "".join({"#": _NUMBER, "*": _ANYTHING}.get(part) or re.escape(_inside(part)) for part in parts)


def _inside(part: str) -> str:
    """Folded, with the spaces at its ends, which stand beside a number or anything."""
    text = folded(part)
    before = " " if part[:1] == " " and text else ""
    after = " " if part[-1:] == " " and text else ""
    return f"{before}{text}{after}"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    # Here and not above: most of what imports this package reads no record.
    import tomllib

    return tomllib.loads((get_data(__package__, "words.toml") or b"").decode())
