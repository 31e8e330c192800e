"""Names of two texts side by side: which have no equal, and whether two of them are one, or surely two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from i18n.names import families, sounds
from i18n.names.finding import Group, Names, Word
from i18n.patterns import late

MOST = 12
"""Names of a text that are compared with those of the other."""
_MOST_WORDS, _LONGEST = 400, 40
_ANY_WORD = {"ja": late("[ァ-ヺー]{2,}|[A-Za-z]{3,}")}
_LETTERS = late(r"[^\W\d_]{3,}")


def missing(names: Names, other: Names) -> list[Group]:
    """The names of which a word has no equal in the other text, at first sight."""
    groups = (group for group in names.groups if _is_missing(group, other))
    return list(islice(groups, MOST))


def _is_missing(group: Group, other: Names) -> bool:
    return any(word.quick().isdisjoint(other.quick) for word in group.firm or group.words)


def is_said(group: Group, other: Names, text: str, language: str) -> bool:
    """Whether any word of the name is in the other text, in any spelling, capital or not."""
    return any(stands(word, other, text, language) for word in group.firm or group.words)


def stands(word: Word, other: Names, text: str, language: str) -> bool:
    """Whether a word of a name is among the names of the other text, or anywhere else in it."""
    return is_named(word, other) or any(
        _is_spelled(form, word.language, one, language) for one in _words(text, language) for form in word.forms
    )


def is_named(word: Word, other: Names) -> bool:
    """Whether a word of a name is among the names of the other text."""
    if not word.quick().isdisjoint(other.quick):
        return True
    return any(families.alike(form, word.language, *part) for part in _parts(other) for form in word.forms)


def _is_spelled(form: str, spoken: str, one: str, language: str) -> bool:
    """Whether a word of the text, with a capital or without, is the name: марыйский is Mary."""
    if language == "ja" and not "ァ" <= one[0] <= "ヺ":
        language = "en"
    return sounds.may_begin_alike(form, spoken, one, language) and families.alike(form, spoken, one, language)


@lru_cache(maxsize=256)
def _words(text: str, language: str) -> frozenset[str]:
    found = (match[0] for match in _ANY_WORD.get(language, _LETTERS).finditer(text))
    return frozenset(islice((word for word in found if len(word) <= _LONGEST), _MOST_WORDS))


def are_near(one: Word, other: Word) -> bool:
    """Whether two words can be one name."""
    if not one.quick().isdisjoint(other.quick()):
        return True
    return any(families.alike(a, one.language, b, other.language) for a in one.forms for b in other.forms)


def differ(one: Word, other: Word) -> bool:
    """Whether two words are surely two names, however they are read."""
    return all(families.unlike(a, one.language, b, other.language) for a in one.forms for b in other.forms)


def is_more_often(group: Group, here: Names, there: Names) -> bool:
    """Whether the texts have the name, and the first one more often."""
    counts = [sum(_share(group, other) for other in names.groups) for names in (there, here)]
    return 0 < counts[0] < counts[1]


def _share(one: Group, other: Group) -> bool:
    return any(not a.quick().isdisjoint(b.quick()) for a in one.firm for b in other.firm)


def gender(word: Word) -> str | None:
    """``m`` or ``f``, where the ending of a family name tells it."""
    return sounds.gender(word.forms[0], word.language)


def all_words(names: Names) -> Iterator[Word]:
    """The words of all names, as many as are compared."""
    return islice((word for group in names.groups for word in group.words), _MOST_WORDS)


def _parts(names: Names) -> list[tuple[str, str]]:
    return [(form, word.language) for word in all_words(names) for form in word.forms]


def length(word: Word) -> int:
    """In letters or kana, of its longest spelling."""
    return max(map(len, word.forms))
