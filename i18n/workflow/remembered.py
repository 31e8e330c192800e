"""Suggestions from a translation memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from i18n.interchange import SUGGESTED, Answers, Asked, Suggestion
from i18n.memory import Context, Match, Memory, Pair
from i18n.model import Key
from i18n.problems import HabarError, Problem

Opening = Callable[[], tuple[Memory, list[Problem]]]


class Remembered:
    """A ``Suggester`` of what was translated before: the same texts first, then those that are most like one.

    :param name: what the memory is called in the comment of a suggestion.
    :param opening: opens the memory when it is first asked, and says what is wrong with it.
    :param minimum: the least likeness that is suggested, from 0 to 1; None: only the same texts.
    :param trusted: whether a translation of the same text counts without a person who looks at it.
    """

    def __init__(self, name: str, opening: Opening, minimum: float | None, *, trusted: bool = False) -> None:
        self.name = name
        self._opening, self._minimum, self._trusted = opening, minimum, trusted
        self._problems: list[Problem] = []

    def answers(self, asked: Sequence[Asked]) -> Answers:
        """What the memory has. What is wrong with it is told once; then it has nothing, and others may be asked."""
        found: dict[Key, Suggestion] = {}
        try:
            if memory := self._memory:
                matches = {one.entry.key: self._best(memory, one) for one in asked}
                found = {key: self._suggestion(match) for key, match in matches.items() if match}
        except HabarError as error:
            self._problems += error.problems
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

    def _best(self, memory: Memory, asked: Asked) -> Match | None:
        pair = Pair(asked.source_locale, asked.target_locale)
        context = Context(asked.entry.msgctxt, asked.before, asked.after)
        found = memory.exact(asked.entry.msgid, pair, context, limit=1)
        if not found and self._minimum is not None:
            found = memory.near(asked.entry.msgid, pair, self._minimum, limit=1, context=context)
        return next((match for match in found if match.text.strip()), None)

    def _suggestion(self, match: Match) -> Suggestion:
        same = match.score == 1
        return Suggestion(
            text=match.text,
            comment=self._comment(match),
            fuzzy=not (same and self._trusted),
            previous_msgctxt=None if same else match.segment.context,
            previous_msgid=None if same else match.segment.source,
        )

    def _comment(self, match: Match) -> str:
        segment = match.segment
        if segment.bulletin == self.name:
            return f"{SUGGESTED} {self.name}"
        day = f" of {segment.day.isoformat()}" if segment.day else ""
        return f"{SUGGESTED} {self.name}, {match.percent} %: {segment.bulletin}{day}"
