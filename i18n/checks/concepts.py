"""Words that every language has its own of, and that must be the same in two texts: weekdays, currencies, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

Words = Mapping[str, Mapping[str, str]]
"""By language and concept: a regular expression, for text in lower case."""
Patterns = Mapping[str, re.Pattern[str]]


class Found(NamedTuple):
    """A concept where it is named."""

    concept: str
    start: int
    end: int


class Table:
    """The words of each concept in each language."""

    def __init__(self, sure: Words, unsure: Words) -> None:
        """:param sure: words that can mean nothing else: they ask for an answer. ``unsure`` words only answer."""
        self._words = sure, unsure
        self._sure, self._unsure = cache(partial(_compiled, sure)), cache(partial(_compiled, unsure))

    def knows(self, *languages: str) -> bool:
        return all(language in self._words[0] for language in languages)

    def named(self, text: str, language: str) -> set[str]:
        """The concepts that a text surely names."""
        lower = text.lower()
        return {concept for concept, pattern in self._sure(language).items() if pattern.search(lower)}

    def differences(
        self, texts: tuple[str, str], languages: tuple[str, str], needed: re.Pattern[str] | None = None
    ) -> tuple[list[Found], list[Found]]:
        """What only the first text names, and what only the second does, each concept once and in order.

        :param needed: what a text without it names no concept for certain.
        """
        source, target = (text.lower() for text in texts)
        if (len(source), len(target)) != tuple(map(len, texts)):  # a letter has no small form of its length
            return [], []
        first, second = languages
        return (
            self._unanswered(source, target, first, second, needed),
            self._unanswered(target, source, second, first, needed),
        )

    def _unanswered(
        self, text: str, other: str, language: str, another: str, needed: re.Pattern[str] | None
    ) -> list[Found]:
        if needed and not needed.search(text):
            return []
        found = [
            Found(concept, *match.span())
            for concept, pattern in self._sure(language).items()
            if (match := pattern.search(text)) and not self._names(other, another, concept)
        ]
        return sorted(found, key=lambda one: one.start)

    def _names(self, text: str, language: str, concept: str) -> bool:
        patterns = self._sure(language).get(concept), self._unsure(language).get(concept)
        return any(pattern and pattern.search(text) for pattern in patterns)


def _compiled(words: Words, language: str) -> Patterns:
    """The patterns of one language; made when a text in it is met, for there are hundreds."""
    return {concept: re.compile(pattern) for concept, pattern in words.get(language, {}).items()}
