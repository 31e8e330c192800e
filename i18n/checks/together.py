"""All translations of a project together: one text translated in two ways, two texts translated in one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from i18n.model import Entry, LocaleTag, Place
from i18n.patterns import late
from i18n.problems import Problem, problem

TOGETHER = "H259"
"""The code of all that is found here."""
_FEWEST = 24
"""Letters of a source that is long enough to have a translation of its own."""
_SIGNS = late(r"[\W_]+")


class _First(NamedTuple):
    """Where a text was seen first, and with what."""

    other: int
    place: Place


class Together:
    """Takes the finished translations of a project one by one, in the order of its files.

    It keeps a number for each text, not the texts themselves: a project may have a million.
    """

    def __init__(self) -> None:
        self._by_source: dict[int, _First] = {}
        self._by_target: dict[int, _First] = {}

    def add(self, entry: Entry, locale: LocaleTag) -> list[Problem]:
        """What the translation shows together with those that came before.

        A text with a context, such as a title, is one of its own: it may be translated in another way.
        """
        if not entry.translated or entry.msgid_plural is not None or entry.msgid == entry.msgstr:
            return []
        source, target = _folded(entry.msgid), _folded(entry.msgstr)
        if source == target:
            return []
        place = entry.place or Place("")
        keys = hash((locale, entry.msgctxt, source)), hash((locale, entry.msgctxt, target))
        return [*self._two_ways(keys, entry, place), *self._two_sources(keys, source, entry, place)]

    def _two_ways(self, keys: tuple[int, int], entry: Entry, place: Place) -> list[Problem]:
        first = self._by_source.setdefault(keys[0], _First(keys[1], place))
        if first.other == keys[1]:
            return []
        message = f"the same text is translated in another way at {first.place}"
        return [problem(TOGETHER, place, message, msgid=entry.msgid)]

    def _two_sources(self, keys: tuple[int, int], source: str, entry: Entry, place: Place) -> list[Problem]:
        if len(source) < _FEWEST:
            return []
        first = self._by_target.setdefault(keys[1], _First(keys[0], place))
        if first.other == keys[0]:
            return []
        message = f"another text has this translation at {first.place}"
        return [Problem(TOGETHER, "info", place, message, entry.msgid, "see whether it fits both texts")]


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """The text without what does not make it another: case, spaces and signs at its ends."""
    return _SIGNS.sub(" ", text.casefold()).strip()
