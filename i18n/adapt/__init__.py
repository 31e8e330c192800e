"""A near match made to fit: today's numbers, dates and names in the translation of yesterday's sentence.

Only where the whole form is certain, in the target's own grammar: *23 января*, "23-nji ýanwarynda", 1月23日. A sentence
that says anything else, or where a word beside the number might have to change, is left to a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, cast

from i18n.adapt import days, figures, names
from i18n.adapt.slots import Days, Kind, Slot, frame, rest, slots
from i18n.checks import CHECKS, Pair
from i18n.checks.frame import run_check
from i18n.model import LocaleTag
from i18n.numerals import Number, read
from i18n.termbase import Mention, Termbase

__all__ = ["Adapted", "Replaced", "adapt"]

_JUDGES = frozenset(("H232", "H233", "H234", "H248", "H249", "H253", "H258"))
"""The checks that must have nothing to say, neither before nor after."""


class Replaced(NamedTuple):
    """One part of a translation that was changed."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Adapted:
    """A translation that was made to fit."""

    target: str
    replaced: tuple[Replaced, ...]
    """In the order of the text, each once. None where the two sources are one."""


def adapt(
    new_source: str,
    old_source: str,
    old_target: str,
    source_locale: LocaleTag,
    target_locale: LocaleTag,
    terms: Termbase | None,
) -> Adapted | None:
    """The old translation with the numbers, dates and names of a new source; None where that is not certain.

    The two sources may differ in nothing else. Nothing is adapted where a check of numbers, dates, times, units or
    names says anything about the old translation or the new one, nor where adapting back would not give the old one.

    :param terms: the project's glossary; without it names are not adapted.
    """
    if new_source == old_source:
        return Adapted(old_target, ())
    languages = source_locale.partition("-")[0], target_locale.partition("-")[0]
    if languages[0] == languages[1]:
        return None
    work = partial(_adapted, languages=languages, terms=terms)
    made = work(new_source, old_source, old_target)
    if made is None or (back := work(old_source, new_source, made.target)) is None or back.target != old_target:
        return None
    pairs = (old_source, old_target), (new_source, made.target)
    return made if all(_silent(*pair, languages, terms) for pair in pairs) else None


def _silent(source: str, target: str, languages: tuple[str, str], terms: Termbase | None) -> bool:
    pair = Pair((source,), (target,), *languages, terms=terms)
    return not any(run_check(check, pair) for check in CHECKS if check.id in _JUDGES)


def _adapted(
    new_source: str, old_source: str, old_target: str, languages: tuple[str, str], terms: Termbase | None
) -> Adapted | None:
    olds, news = (slots(text, languages[0], terms) for text in (old_source, new_source))
    if frame(old_source, olds) != frame(new_source, news):
        return None
    work = _Work(new_source, old_source, old_target, *languages, terms)
    changes = _changes(olds, news)
    if changes is None or not all(work.begin(old, new) for old, new in zip(olds, news, strict=True)):
        return None
    found = slots(old_target, languages[1], terms)
    if not _answered(olds, found, changes) or not work.nothing_else(olds, found, changes):
        return None
    return work.replace(
        [(slot, changes[slot.kind, slot.value]) for slot in found if (slot.kind, slot.value) in changes]
    )


_Key = tuple[Kind, Hashable]


def _changes(olds: Sequence[Slot], news: Sequence[Slot]) -> dict[_Key, tuple[Slot, Slot]] | None:
    """What became of each value that changed. None where one became two, or two became one."""
    became: dict[_Key, Hashable] = {}
    came: dict[_Key, Hashable] = {}
    for old, new in zip(olds, news, strict=True):
        if became.setdefault((old.kind, old.value), new.value) != new.value:
            return None
        if came.setdefault((new.kind, new.value), old.value) != old.value:
            return None
    pairs = reversed([pair for pair in zip(olds, news, strict=True) if pair[0].value != pair[1].value])
    return {(old.kind, old.value): (old, new) for old, new in pairs}


def _answered(olds: Sequence[Slot], found: Sequence[Slot], changes: dict[_Key, tuple[Slot, Slot]]) -> bool:
    """Whether the translation has every value that changed as often as its source."""
    asked, given = (Counter((slot.kind, slot.value) for slot in one) for one in (olds, found))
    return all(asked[key] == given[key] for key in changes)


@dataclass(frozen=True, slots=True)
class _Work:
    """One translation that is made to fit."""

    new_source: str
    old_source: str
    target: str
    source_language: str
    language: str
    terms: Termbase | None

    def begin(self, old: Slot, new: Slot) -> bool:
        """Whether one place of the sources may differ as it does."""
        if old.text(self.old_source) == new.text(self.new_source):
            return True
        if isinstance(old.made_of, Days) and isinstance(new.made_of, Days):
            return old.made_of.shape == new.made_of.shape
        if isinstance(old.made_of, Mention) and isinstance(new.made_of, Mention):
            person = self._kind(old) == "person"
            if person != (self._kind(new) == "person"):
                return False
            texts = self.old_source, self.new_source
            return names.same_case(old, new, texts, self.source_language, person=person)
        return old.value != new.value

    def nothing_else(self, olds: Sequence[Slot], found: Sequence[Slot], changes: dict[_Key, tuple[Slot, Slot]]) -> bool:
        """Whether no other word of the two texts says what changes: *both*, *bilateral*, *Japanese*."""
        values = {value for kind, value in changes if kind == "number"}
        for text, language in ((self.old_source, self.source_language), (self.target, self.language)):
            if any(values.intersection(n.values) for n in read(text, language).numbers if n.weight != "figure"):
                return False
        sides = (self.old_source, olds, self.source_language), (self.target, found, self.language)
        return all(self._alone(slot, *side) for side in sides for slot in side[1] if (slot.kind, slot.value) in changes)

    def _alone(self, slot: Slot, text: str, places: Sequence[Slot], language: str) -> bool:
        if not isinstance(slot.made_of, Mention):
            return True
        country = self._kind(slot) == "country"
        return names.alone(rest(text, places), slot.made_of.form.text, language, country=country)

    def _kind(self, slot: Slot) -> str:
        return self.terms.kinds[cast(Mention, slot.made_of).form.concept] if self.terms else ""

    def replace(self, places: Sequence[tuple[Slot, tuple[Slot, Slot]]]) -> Adapted | None:
        parts: list[str] = []
        replaced: list[Replaced] = []
        end = 0
        for slot, (old, new) in places:
            text = self._rewritten(slot, old, new)
            if text is None:
                return None
            parts += (self.target[end : slot.start], text)
            replaced.append(Replaced(slot.text(self.target), text))
            end = slot.end
        return Adapted("".join([*parts, self.target[end:]]), tuple(dict.fromkeys(replaced)))

    def _rewritten(self, slot: Slot, old: Slot, new: Slot) -> str | None:
        if isinstance(slot.made_of, Days):
            change = days.Change(cast(Days, old.made_of), cast(Days, new.made_of))
            return days.rewritten(slot.text(self.target), self.target[: slot.start], self.language, change)
        if isinstance(slot.made_of, Number):
            was = figures.Spot(cast(Number, old.made_of), self.old_source, self.source_language)
            now = figures.Spot(cast(Number, new.made_of), self.new_source, self.source_language)
            return figures.rewritten(figures.Spot(slot.made_of, self.target, self.language), was, now)
        name = self._name(cast("tuple[int, int]", new.value))
        if name is None:
            return None
        return names.rewritten(self.target, slot.made_of, self.language, name, person=self._kind(old) == "person")

    def _name(self, value: tuple[int, int]) -> str | None:
        """What the target has for a form of a source: for the preferred the preferred, for a second a second."""
        concept, place = value
        if self.terms is None:
            return None
        forms, others = (self.terms.own_forms(concept, one) for one in (self.language, self.source_language))
        return forms[place] if place < len(forms) and (place == 0 or len(forms) == len(others)) else None
