"""How far a translation is, in units and in words of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from i18n.model import Entry

State = Literal["translated", "fuzzy", "untranslated"]
STATES: tuple[State, ...] = ("translated", "fuzzy", "untranslated")

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

    translated: Count = Count()
    fuzzy: Count = Count()
    untranslated: Count = Count()

    @property
    def total(self) -> Count:
        return self.translated + self.fuzzy + self.untranslated

    @property
    def percent(self) -> int:
        """The share of units that are translated, rounded down: 100 means every one."""
        return self.translated.units * 100 // self.total.units if self.total.units else 0


def measure(entries: Iterable[Entry]) -> Progress:
    """The states of entries that are not obsolete."""
    counts: dict[State, Count] = dict.fromkeys(STATES, Count())
    for entry in entries:
        counts[state(entry)] += Count(1, words(entry.msgid))
    return Progress(**counts)


def state(entry: Entry) -> State:
    """A fuzzy entry has a translation that a person has to look at; an empty one has none."""
    if entry.translated:
        return "translated"
    return "fuzzy" if entry.fuzzy and any(entry.msgstrs) else "untranslated"


def words(text: str) -> int:
    """The number of words; a Chinese or Japanese character counts as one."""
    return len(_WORD.findall(text))
