"""What a text must hold for an expression to be found in it: a cheap question that is asked before a dear one.

To look for a string is many times faster than to try an expression at every letter, and most expressions are in
few texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_QUANTIFIER = re.compile(r"(?:(?P<none>[*?]|\{0*(?:,\d*)?\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?:|\?>|\?P<\w+>|(?!\?))")
_LOOK = re.compile(r"\(\?<?[=!]")
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_NO_LETTER = re.compile(r"\\[bBAZdDsSwW]|[.^$]")
_NEVER = re.compile(r"\(\?!\)(?![*?{])")
_RARE = 3
"""The weight of a needle that many texts do not hold."""

Runs = tuple[str, ...]
"""Strings that every match of an alternative holds, all of them."""


class Guarded:
    """An expression that is tried only in texts with one of its needles. Finds what the bare expression finds.

    It is made ready when it is asked first: a run meets few languages.
    """

    def __init__(self, expression: str) -> None:
        self._expression = expression

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._expression)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return needles(self._expression)

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text) if holds(text, self.needles) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.pattern.match(text) if holds(text, self.needles) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if holds(text, self.needles) else iter(())

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.pattern.sub(put, text) if holds(text, self.needles) else text


def holds(text: str, wanted: tuple[str, ...]) -> bool:
    """Whether the text has one of the needles; of none, nothing can be told."""
    for needle in wanted:  # a generator would take twice the time
        if needle in text:
            return True
    return not wanted


def needles(expression: str) -> tuple[str, ...]:
    """Strings of which every match of the expression holds one; none where that cannot be told.

    :param expression: without flags.
    """
    try:
        alternatives = _Reader(expression).read()
    except _UnknownError:
        return ()
    return _cover(alternatives) if all(alternatives) else ()


def _cover(alternatives: list[Runs]) -> tuple[str, ...]:
    """Few strings that have one in each alternative: what several of them share comes first."""
    parts = dict.fromkeys(part for runs in alternatives for part in _parts(runs))
    # No expression has half a letter.
    whole = ["\ud800".join(runs) for runs in alternatives]
    told = {part: {at for at, runs in enumerate(whole) if part in runs} for part in parts}
    found: list[str] = []
    untold = set(range(len(alternatives)))
    while untold:
        counted = {part: len(where & untold) for part, where in told.items()}
        best = max(filter(counted.get, counted), key=lambda part: (min(_weight(part), _RARE), counted[part], len(part)))
        found.append(best)
        untold -= told[best]
    return tuple(found)


def _parts(runs: Runs) -> Iterator[str]:
    """What can be a needle: the runs and their words, unless these are short."""
    parts = [part for run in runs for part in (run, *run.split(" "))]
    return iter([part for part in parts if _weight(part) >= _RARE] or [max(runs, key=_weight)])


def _weight(part: str) -> int:
    """How rare a string is: a letter counts one, a kana two, a kanji three."""
    if not part or max(part) < "\u3041":
        return len(part)
    return sum(1 if letter < "\u3041" else 2 if letter < "\u3400" else 3 for letter in part)


def _rarity(alternatives: list[Runs]) -> int:
    return min(_RARE, *(max(map(_weight, runs), default=0) for runs in alternatives))


class _UnknownError(ValueError):
    """The expression has a part of which nothing is known here."""


class _Reader:
    """Reads an expression for the letters that it must have."""

    def __init__(self, expression: str) -> None:
        self.text = expression
        self.at = 0

    def read(self) -> list[Runs]:
        """Of each alternative the strings that it must have; none where it has none."""
        found = self._choice()
        if self.at < len(self.text):
            raise _UnknownError
        return found

    def _choice(self) -> list[Runs]:
        found = self._sequence()
        while self.text.startswith("|", self.at):
            self.at += 1
            found += self._sequence()
        return found

    def _sequence(self) -> list[Runs]:
        """Its own letters, or the alternatives of a group, whichever are rarer. Nothing where it can match nothing."""
        runs: list[str] = [""]
        groups: list[list[Runs]] = []
        never = False
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            never = never or _NEVER.match(self.text, self.at) is not None
            item = self._item()
            quantifier = _QUANTIFIER.match(self.text, self.at)
            self.at = quantifier.end() if quantifier else self.at
            if quantifier and quantifier["none"]:
                item = None
            if isinstance(item, str):
                runs[-1] += item
            elif item is not None:
                groups.append(item)
            if quantifier or not isinstance(item, str):
                runs.append("")
        if never or [] in groups:
            return []
        return max([[tuple(filter(None, runs))], *groups], key=_rarity)

    def _item(self) -> str | list[Runs] | None:
        """A letter, the alternatives of a group, or None for what may be any letter or none."""
        if match := _GROUP.match(self.text, self.at) or _LOOK.match(self.text, self.at):
            self.at = match.end()
            inner = self._choice()
            self._close()
            return inner if _GROUP.match(match[0]) else None
        if match := _CLASS.match(self.text, self.at) or _NO_LETTER.match(self.text, self.at):
            self.at = match.end()
            return None
        if self.text.startswith("\\", self.at):
            self.at += 1
        letter = self.text[self.at : self.at + 1]
        if letter in ("", "(", "[") or (self.text[self.at - 1 : self.at] == "\\" and letter.isalnum()):
            raise _UnknownError
        self.at += 1
        return letter

    def _close(self) -> None:
        if not self.text.startswith(")", self.at):
            raise _UnknownError
        self.at += 1
