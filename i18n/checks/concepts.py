"""Words that every language has its own of, and that must be the same in two texts: weekdays, currencies, units."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

from i18n.needles import Guarded, holds, needles

Words = Mapping[str, Mapping[str, str]]
"""By language and concept: a regular expression, for text in lower case."""


class Patterns(NamedTuple):
    """The expressions of one language."""

    needles: tuple[str, ...]
    """A text without any of them names no concept."""
    by_concept: Mapping[str, Guarded]


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
        return {one.concept for one in self._found(text.lower(), language)}

    def may_name(self, text: str, language: str, concept: str) -> bool:
        """Whether a word of the text answers the concept."""
        return self._names(text.lower(), language, concept)

    def differences(self, texts: tuple[str, str], languages: tuple[str, str]) -> tuple[list[Found], list[Found]]:
        """What only the first text names, and what only the second does, each concept once and in order."""
        source, target = (text.lower() for text in texts)
        if (len(source), len(target)) != tuple(map(len, texts)):  # a letter has no small form of its length
            return [], []
        first, second = languages
        return self._unanswered(source, target, first, second), self._unanswered(target, source, second, first)

    def _unanswered(self, text: str, other: str, language: str, another: str) -> list[Found]:
        found = [one for one in self._found(text, language) if not self._names(other, another, one.concept)]
        return sorted(found, key=lambda one: one.start)

    def _found(self, text: str, language: str) -> list[Found]:
        patterns = self._sure(language)
        if not holds(text, patterns.needles):
            return []
        matches = ((concept, pattern.search(text)) for concept, pattern in patterns.by_concept.items())
        return [Found(concept, *match.span()) for concept, match in matches if match]

    def _names(self, text: str, language: str, concept: str) -> bool:
        patterns = (words(language).by_concept.get(concept) for words in (self._sure, self._unsure))
        return any(pattern and pattern.search(text) for pattern in patterns)


def _compiled(words: Words, language: str) -> Patterns:
    """The patterns of one language; made when a text in it is met, for there are hundreds."""
    own = words.get(language, {})
    return Patterns(needles("|".join(own.values())), {concept: Guarded(pattern) for concept, pattern in own.items()})
