"""Words in a sentence, found in what was translated before (a concordance)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from i18n.memory import codes
from i18n.memory.units import Segment

# Han, kana and full-width forms; Thai, Lao, Myanmar and Khmer: no spaces between words.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_MOST_WORDS = 20


class Spot(NamedTuple):
    """A segment whose source has all the words."""

    segment: Segment
    spans: tuple[tuple[int, int], ...]
    """Where they are in its source: start and end, in characters."""


class Words:
    """What is looked for: all of some words, in any order, each at the beginning of a word, in any case.

    Where a language puts no spaces between its words, a word is found anywhere.
    """

    def __init__(self, text: str) -> None:
        wanted = unicodedata.normalize("NFC", text).split()[:_MOST_WORDS]
        patterns = [_pattern(word) for word in dict.fromkeys(wanted)]
        self._letters = sorted({word.lower() for word in wanted}, key=len, reverse=True)
        self._each = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
        gap = r"[\s\U000f0000-\U000ffffd]+"
        self._phrase = re.compile(gap.join(map(_pattern, wanted)), re.IGNORECASE)

    def __bool__(self) -> bool:
        return bool(self._each)

    def best(self, texts: Iterable[tuple[int, str]], limit: int) -> list[int]:
        """The hashes of those texts that have all the words: side by side first, then in the shorter texts."""
        return [hash for _, hash in nsmallest(limit, self._found(texts))]

    def _found(self, texts: Iterable[tuple[int, str]]) -> Iterator[tuple[tuple[object, ...], int]]:
        seen: set[int] = set()
        for hash, body in texts:
            text = body.lower()  # to look for letters is thirty times quicker than an expression
            if all(letters in text for letters in self._letters) and hash not in seen and self._fits(body):
                seen.add(hash)
                yield self._rank(body), hash

    def _fits(self, body: str) -> bool:
        return all(word.search(body) for word in self._each)

    def _rank(self, body: str) -> tuple[object, ...]:
        return not self._phrase.search(body), len(body), body

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words are in a text, outside its codes; what overlaps is one."""
        names: list[str] = []
        body = codes.packed(text, names)
        together: list[tuple[int, int]] = []
        for start, end in sorted(self._spans(body)):
            if together and start <= together[-1][1]:
                together[-1] = together[-1][0], max(end, together[-1][1])
            else:
                together.append((start, end))
        return tuple((len(codes.spelled(body[:start], names)), len(codes.spelled(body[:end], names)))
                     for start, end in together)  # fmt: skip

    def _spans(self, body: str) -> Iterator[tuple[int, int]]:
        if phrases := [found.span() for found in self._phrase.finditer(body)]:
            yield from phrases
        else:
            yield from (found.span() for word in self._each for found in word.finditer(body))


def _pattern(word: str) -> str:
    free = _UNSPACED.match(word) or not re.match(r"\w", word)
    return re.escape(word) if free else rf"(?<!\w){re.escape(word)}"
