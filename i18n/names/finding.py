"""The names in a text that may be persons': words with capitals, katakana, and names in kanji."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from i18n.names import common, given, readings
from i18n.names.sounds import family, keys, sounds
from i18n.patterns import late

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŅŌŐŘŚŞŠȘŢŤȚŪŮŰŹŻŽÝА-ЯЁӘҒҚҢӨҰҮҺІ"
_CAPITAL = late(rf"(?<![^\W_])[{_UPPER}][^\W\d_]*(?:['’][^\W\d_]+)*")
_KATAKANA = late("[ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]+)*")
_LATIN = late(r"(?<![^\W_])[A-Z][a-z]{2,}(?![^\W_])")
_DENIED = late(r" (?:не|нет)\b")
"""Behind a Russian genitive, which ends like a family name: *Осадков не ожидается*."""
_DOTS = late("[・＝=]")
_ENDS = ".!?…:"
_QUOTES = " \u00a0\n\t«»“”\"'’‘„(—–-•"
_SHORTENED = frozenset("mr mrs ms dr prof st gen col h.e messrs г им ул проф акад св ген s ş n h j".split())
_LITTLE = 16
"""Little words inside of a name are no longer together."""
_NEAR = 24
"""A word that has so many signs and no letter before it begins a sentence."""
_LONGEST = 40
"""Letters of a word; a longer one is no name."""
_JOINED = frozenset((" ", "\u00a0", "-"))


class Word(NamedTuple):
    """A part of a name: where it stands, and how it may be spelled, in the language whose sounds these have."""

    start: int
    end: int
    forms: tuple[str, ...]
    language: str
    loose: bool = False
    """The word begins a sentence, and would have a capital anyway."""

    def quick(self) -> frozenset[str]:
        """What the word sounds like: two words that share one of these are one name."""
        if len(self.forms) == 1:
            return _quick(self.forms[0], self.language)
        return frozenset().union(*(_quick(form, self.language) for form in self.forms))


class Group(NamedTuple):
    """Words that stand together as one name: *Hakan Fidan*, *R. Meredov*, 岸田文雄."""

    words: tuple[Word, ...]
    initial: str = ""
    """The first one that stands before: the R of *R. Meredov*."""
    initial_start: int = 0

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def firm(self) -> tuple[Word, ...]:
        """The words that are surely written with a capital of their own."""
        return tuple(word for word in self.words if not word.loose)


class Names(NamedTuple):
    """What was found in a text."""

    groups: tuple[Group, ...]
    quick: frozenset[str]
    """What any word with a capital sounds like."""


@lru_cache(maxsize=16384)
def _quick(form: str, language: str) -> frozenset[str]:
    """Two words that share one of these are one name: three consonants, or all sounds of a short word."""
    return keys(form, language) or frozenset((sounds(form, language),))


def find(text: str, language: str, known: frozenset[int] = frozenset()) -> Names:
    """The names in a text, in order.

    :param language: en, ru, tk or ja; a text in another language has none.
    :param known: where words begin that are no persons: countries, cities, firms. They part the names beside them.
    """
    if language == "ja":
        return _japanese(text, known)
    return _Letters(text, language, known).names() if language in ("en", "ru", "tk") else Names((), frozenset())


# Letters -----------------------------------------------------------------------------------------


class _Letters:
    """Reads the words with capitals of a text one by one, and joins those that stand together."""

    def __init__(self, text: str, language: str, known: frozenset[int]) -> None:
        self._text, self._language, self._known = text, language, known
        self._groups: list[Group] = []
        self._words: list[Word] = []
        self._initial, self._initial_start = "", 0
        self._last = -1
        """Where the name ends that was begun, with all that belongs to it."""

    def names(self) -> Names:
        for match in _CAPITAL.finditer(self._text):
            self._take(match)
        self._close()
        heard = (word.quick() for group in self._groups for word in group.words)
        return Names(tuple(self._groups), frozenset().union(*heard))

    def _take(self, match: re.Match[str]) -> None:
        word, start = match[0], match.start()
        if (self._words or self._initial) and not self._is_joined(self._text[self._last : start]):
            self._close()
        if len(word) == 1:
            self._take_initial(match)
            return
        if start in self._known or word.isupper() or len(word) > _LONGEST or common.is_common(word, self._language):
            self._close()
        else:
            family_like = family(word, self._language, as_written=True) and not _DENIED.match(self._text, match.end())
            loose = _begins(self._text, start) and not family_like
            latin = self._language == "ru" and word[0].isascii()
            self._words.append(Word(start, match.end(), (word,), "en" if latin else self._language, loose))
        self._last = match.end()

    def _take_initial(self, match: re.Match[str]) -> None:
        """The initial before a name, or one between its words, which does not part them."""
        if self._text[match.end() : match.end() + 1] != "." or self._text[match.start() - 1 : match.start()] == "°":
            return
        if self._words and self._words[-1].loose:
            self._close()
        if not self._words and not self._initial:
            self._initial, self._initial_start = match[0], match.start()
        self._last = match.end() + 1

    def _is_joined(self, between: str) -> bool:
        if between in _JOINED or (self._text[self._last - 1] == "." and not between.strip(" \u00a0")):
            return True
        parts = between.split() if len(between) < _LITTLE and between[:1] in _JOINED else ()
        return bool(parts) and all(part in common.PARTICLES for part in parts)

    def _close(self) -> None:
        if self._words:
            first = self._words[0]
            if len(self._words) > 1 and given.is_given(first.forms[0], first.language, as_written=True):
                self._words[0] = first._replace(loose=False)
            self._groups.append(Group(tuple(self._words), self._initial, self._initial_start))
        self._words, self._initial = [], ""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins here; not behind *Mr.* and *г.*"""
    if text[start - 1 : start] in ("«", "“", "「"):  # what is quoted begins with a capital, too
        return True
    near = text[max(0, start - _NEAR) : start]
    before = near.rstrip(_QUOTES)
    if not before or before[-1] not in _ENDS:
        return not before or "\n" in near[len(before) :]
    if before[-1] != ".":
        return True
    shortened = re.search(r"(?<!°)[^\W\d_]+(?=\.\Z)", before[-8:])
    return not (shortened and (len(shortened[0]) == 1 or shortened[0].lower() in _SHORTENED))


# Japanese ----------------------------------------------------------------------------------------


def _japanese(text: str, known: frozenset[int]) -> Names:
    groups = [group for match in _KATAKANA.finditer(text) if (group := _parts(match, known))]
    groups += [Group(tuple(Word(*one[:2], forms, "en") for forms in one.parts)) for one in readings.find(text)]
    groups += [Group((Word(*match.span(), (match[0],), "en"),)) for match in _LATIN.finditer(text)]
    groups.sort(key=lambda group: group.start)
    heard = (word.quick() for group in groups for word in group.words)
    return Names(tuple(groups), frozenset().union(*heard))


def _parts(match: re.Match[str], known: frozenset[int]) -> Group | None:
    """A run of katakana by its parts, without what is known."""
    words: list[Word] = []
    start = match.start()
    for part in _DOTS.split(match[0]):
        if start not in known and 1 < len(part) <= _LONGEST:
            words.append(Word(start, start + len(part), (part,), "ja"))
        start += len(part) + 1
    return Group(tuple(words)) if words else None
