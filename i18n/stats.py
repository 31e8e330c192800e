"""How far a translation is, in units and in words of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from i18n import approval
from i18n.model import Entry

State = Literal["untranslated", "needs editing", "waiting for review", "approved"]
STATES: tuple[State, ...] = ("untranslated", "needs editing", "waiting for review", "approved")
"""The words that translation platforms use, Weblate among them, in the order of the work."""

# A Chinese or Japanese character counts as a word of its own: there are no spaces to count by.
_HAN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of something."""

    units: int = 0
    words: int = 0
    """Words of the source text."""

    def __add__(self, other: Count) -> Count:
        return Count(self.units + other.units, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Progress:
    """One bulletin in one language, by the state of its entries."""

    untranslated: Count = Count()
    needs_editing: Count = Count()
    waiting_for_review: Count = Count()
    approved: Count = Count()

    @property
    def total(self) -> Count:
        return self.to_translate + self.waiting_for_review + self.approved

    @property
    def to_translate(self) -> Count:
        """What a translator has to do."""
        return self.untranslated + self.needs_editing

    @property
    def waits_for(self) -> Literal["translator", "reviewer"] | None:
        """Whose turn it is. A reviewer's comes when a translator has nothing left to do."""
        if self.to_translate.units:
            return "translator"
        return "reviewer" if self.waiting_for_review.units else None


def measure(entries: Iterable[Entry], *, own_language: bool = False) -> Progress:
    """The states of entries that are not obsolete."""
    counts: dict[State, Count] = dict.fromkeys(STATES, Count())
    for entry in entries:
        counts[state(entry, own_language=own_language)] += Count(1, words(entry.msgid))
    return Progress(*counts.values())


def state(entry: Entry, *, own_language: bool = False) -> State:
    """A fuzzy entry has a translation that a person has to look at; an empty one has none.

    :param own_language: the catalog is in the language of the source: a text that nobody edited is the source
        itself, and needs no reviewer.
    """
    if not entry.translated:
        return "needs editing" if entry.fuzzy and any(entry.msgstrs) else "untranslated"
    source_itself = own_language and entry.msgstrs == (entry.msgid,)
    return "approved" if source_itself or approval.counting(entry) else "waiting for review"


def words(text: str) -> int:
    """The number of words; a Chinese or Japanese character counts as one."""
    return len(_WORD.findall(text))
