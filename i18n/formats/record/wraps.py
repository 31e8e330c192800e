"""Words that were divided at the end of a line.

A hyphen at the end of a line is either a real one, or it only divides a word. It is taken for a real one where
the next line begins with no small letter, where a figure or an abbreviation stands before it, where the two parts are
known to stand with a hyphen (``hyphens.toml``, or elsewhere in the text), and before *and* and its like (*short- and
long-term*). Else it divides a word. A list cannot know every compound: the editor is told what was joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from pkgutil import get_data
from typing import Final, NamedTuple

from i18n.patterns import late

_BREAK: Final = late(
    r"(?P<left>[^\W_]+)(?P<hyphen>[-\u2010\u00ad])[ \t]*(?:\r\n|\n|\r)[ \t\u3000\u00a0]*(?P<right>[^\W_]+)"
)
_AT_END: Final = re.compile(r"[-\u2010][ \t]*[\r\n]")
# Every place where a word may begin, with the word and what is tied to it by hyphens. No word of a language is longer.
_STARTS: Final = late(r"(?<![^\W\d_])(?=([^\W\d_](?:[^\W_]|-(?=[^\W_])){0,60}))")
_SOFT: Final = "\u00ad"
_LONGER_THAN_ENDINGS: Final = 5
"""Letters: «городско-го» is one word, «городско-сельский» is not."""


class Joined(NamedTuple):
    """A text whose lines were joined."""

    text: str
    divided: tuple[tuple[int, str], ...]
    """The words that were put together without sure evidence, each with the number of line ends before it."""


class Words:
    """The words of a text, to ask whether one stands in it. Made when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sorted: list[str] = []

    def has(self, word: str) -> bool:
        """Whether the text has the word, whatever endings it has. A hyphen may be a part of it."""
        if not self._sorted:
            self._sorted = sorted({found[1] for found in _STARTS.finditer(self._text.lower())})
        place = bisect_left(self._sorted, word)
        return place < len(self._sorted) and self._sorted[place].startswith(word)


def may_be_divided(text: str) -> bool:
    """Whether a text has a soft hyphen, or a hyphen at the end of a line."""
    return _SOFT in text or (("\n" in text or "\r" in text) and _AT_END.search(text) is not None)


def join(text: str, around: Words) -> Joined:
    """The text without the hyphens that only divide words.

    :param around: the words of the whole text, among which one may stand undivided.
    """
    divided: list[tuple[int, str]] = []
    parts: list[str] = []
    end = lines = 0
    for found in _BREAK.finditer(text):
        lines += text.count("\n", end, found.start())
        keep, sure = _judge(found, around)
        parts += [text[end : found.end("left")], keep]
        end = found.start("right")
        if not sure:
            divided.append((lines, found["left"] + found["right"]))
        lines += text.count("\n", found.start(), end)
    return Joined("".join([*parts, text[end:]]).replace(_SOFT, ""), tuple(divided))


def _judge(found: re.Match[str], around: Words) -> tuple[str, bool]:
    """What stands between the two parts, and whether that is sure."""
    left, hyphen, right = found["left"], found["hyphen"], found["right"]
    if hyphen == _SOFT:
        return "", True
    low_left, low_right = left.lower(), right.lower()
    if low_right in _table("conjunctions"):
        return f"{hyphen} ", True
    if not right[0].islower() or not left[-1].isalpha() or (left.isupper() and len(left) > 1):
        return hyphen, True  # Turkmen-Japanese, 2024-nji, DIM-niň
    if _is_compound(low_left, low_right) or around.has(f"{low_left}-{low_right}"):
        return hyphen, True
    return "", around.has(low_left + low_right)


def _is_compound(left: str, right: str) -> bool:
    if left in _table("first_parts") or right in _table("last_parts"):
        return True
    if len(right) >= _LONGER_THAN_ENDINGS and left.endswith(tuple(_table("first_ends"))):
        return True
    return f"{left}-{right}".startswith(tuple(_table("pairs")))


@cache
def _table(kind: str) -> frozenset[str]:
    import tomllib

    tables = tomllib.loads((get_data(__package__, "hyphens.toml") or b"").decode())
    return frozenset(word for table in tables.values() for word in table.get(kind, "").split())
