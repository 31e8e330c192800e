"""Suggestions from a translation memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from i18n.adapt import Adapted, adapt
from i18n.interchange import SUGGESTED, Answers, Asked, Suggestion
from i18n.memory import Context, Match, Memory, Pair
from i18n.model import Key
from i18n.problems import HabarError, Problem
from i18n.termbase import Termbase
from i18n.workflow.rules import Rules
from i18n.workflow.sentences import Piece, composed, pieces

_ADAPTABLE = 0.6
"""A sentence with another day may be less like it than what is offered as it is."""
_TRIED = 5
"""Near matches that are tried whether they can be made to fit."""
Opening = Callable[[], tuple[Memory, list[Problem]]]


class Remembered:
    """A ``Suggester`` of what was translated before: the same texts first, then those that are most like one.

    :param name: what the memory is called in the comment of a suggestion.
    :param opening: opens the memory when it is first asked, and says what is wrong with it.
    :param minimum: the least likeness that is suggested, from 0 to 1; None: only the same texts.
    :param trusted: whether a translation of the same text counts without a person who looks at it.
    :param terms: the glossary, for names that differ.
    :param own: by which a paragraph is cut, where only its sentences are known.
    """

    def __init__(
        self,
        name: str,
        opening: Opening,
        minimum: float | None,
        *,
        trusted: bool = False,
        terms: Termbase | None = None,
        own: Rules | None = None,
    ) -> None:
        self.name = name
        self._opening, self._minimum, self._trusted = opening, minimum, trusted
        self._terms, self._own = terms, own or Rules()
        self._problems: list[Problem] = []

    def answers(self, asked: Sequence[Asked]) -> Answers:
        """What the memory has. What is wrong with it is told once; then it has nothing, and others may be asked."""
        found: dict[Key, Suggestion] = {}
        try:
            if memory := self._memory:
                made = {one.entry.key: self._suggestion(memory, one) for one in asked}
                found = {key: suggestion for key, suggestion in made.items() if suggestion}
        except HabarError as error:
            self._problems += error.problems
            self._memory = None  # it was told; nobody is asked in vain
        problems, self._problems = self._problems, []
        return Answers(found, problems)

    @cached_property
    def _memory(self) -> Memory | None:
        try:
            found, self._problems = self._opening()
        except HabarError as error:
            self._problems = list(error.problems)
            return None
        return found

    def _suggestion(self, memory: Memory, asked: Asked) -> Suggestion | None:
        return self._same(memory, asked) or self._by_sentences(memory, asked) or self._near(memory, asked)

    def _same(self, memory: Memory, asked: Asked) -> Suggestion | None:
        context = Context(asked.entry.msgctxt, asked.before, asked.after)
        for match in memory.exact(asked.entry.msgid, _pair(asked), context):
            if match.text.strip():
                return Suggestion(match.text, self._comment(match), fuzzy=not self._trusted)
        return None

    def _by_sentences(self, memory: Memory, asked: Asked) -> Suggestion | None:
        """A paragraph whose sentences were all translated before, each in some place."""
        found: list[tuple[Piece, Match]] = []
        for piece in pieces(asked.entry.msgid, asked.source_locale, self._own):
            match = next(iter(memory.exact(piece.text, _pair(asked), limit=1)), None)
            if match is None or not match.text.strip():
                return None
            found.append((piece, match))
        if not found:
            return None
        text = composed([(piece, match.text) for piece, match in found], _pair(asked))
        origins = dict.fromkeys(match.segment.bulletin for _, match in found)
        return Suggestion(text, f"{SUGGESTED} {self.name}, sentence by sentence: {', '.join(origins)}")

    def _near(self, memory: Memory, asked: Asked) -> Suggestion | None:
        """The nearest one that can be made to fit; else the nearest."""
        if self._minimum is None:
            return None
        context = Context(asked.entry.msgctxt, asked.before, asked.after)
        least = min(self._minimum, _ADAPTABLE)
        found = memory.near(asked.entry.msgid, _pair(asked), least, _TRIED, context)
        found = [match for match in found if match.text.strip()]
        made = ((match, self._adapted(asked, match)) for match in found)
        match, fitting = next((one for one in made if one[1]), (found[0] if found else None, None))
        if match is None or (fitting is None and match.score < self._minimum):
            return None
        return Suggestion(
            text=fitting.target if fitting else match.text,
            comment=self._comment(match, fitting),
            previous_msgctxt=match.segment.context,
            previous_msgid=match.segment.source,
        )

    def _adapted(self, asked: Asked, match: Match) -> Adapted | None:
        return adapt(asked.entry.msgid, match.segment.source, match.text, *_pair(asked), self._terms)

    def _comment(self, match: Match, adapted: Adapted | None = None) -> str:
        segment = match.segment
        if segment.bulletin == self.name:
            return f"{SUGGESTED} {self.name}"
        day = f" of {segment.day.isoformat()}" if segment.day else ""
        changes = "; ".join(f"{one.old} → {one.new}" for one in adapted.replaced) if adapted else ""
        how = f", adapted ({changes})" if changes else ""
        return f"{SUGGESTED} {self.name}, {match.percent} %{how}: {segment.bulletin}{day}"


def _pair(asked: Asked) -> Pair:
    return Pair(asked.source_locale, asked.target_locale)
