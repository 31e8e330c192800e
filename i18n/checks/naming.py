"""Names in all translations of a project together: one spelling for each in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from i18n import addresses, content, inflection
from i18n.model import Document, Entry, LocaleTag, Place
from i18n.patterns import late
from i18n.problems import Problem, problem
from i18n.termbase import Termbase

NAMING = "H288"
"""The code of all that is found here."""
_LIKE = 0.7
_LETTER = r"[^\W\d_]"
_PAIR = late(rf"(?<![\w-])(?=({_LETTER}+(?:[’'-]{_LETTER}+)*)[ \u00a0]({_LETTER}+(?:[’'-]{_LETTER}+)*))")
_KATAKANA = late("([\u30a1-\u30fa\u30fc]{2,})[・＝]([\u30a1-\u30fa\u30fc]{2,})")
_BETWEEN = late("[ \u00a0・＝]")
_SHORTEST = 3
_MOST = 12
"""Names of a text that are looked at."""
Name = tuple[str, str]


class _First(NamedTuple):
    """How a name was translated first: every pair of words with capitals in that sentence."""

    names: frozenset[Name]
    place: Place


class Naming:
    """Takes the finished translations of a project one by one, in the order of its files.

    A name is two words with capitals, one behind the other. Where a translation spells the same name of a source
    nearly as another did before, and it is no case of that, one of the two is a slip.
    """

    def __init__(self, terms: Termbase | None) -> None:
        self._terms = terms
        self._persons: dict[str, dict[tuple[str, str], list[Name]]] = {}
        self._known: dict[tuple[LocaleTag, LocaleTag, Name], _First] = {}

    def add(self, entry: Entry, source: LocaleTag, locale: LocaleTag) -> list[Problem]:
        """What the names of a translation show together with those that came before.

        Names of the glossary are left to the check that compares them with it.
        """
        if not entry.translated or source == locale or entry.msgctxt == "title":
            return []
        asked = _names(entry.msgid, source.partition("-")[0])
        given = _names(entry.msgstr, locale.partition("-")[0]) if asked else frozenset()
        if not given:
            return []
        place = entry.place or Place("")
        found = (self._compared((source, locale, name), given, place) for name in sorted(asked))
        said = dict.fromkeys(pair for pair in found if pair)
        return [self._problem(*pair, entry, place) for pair in said if not self._in_glossary(pair[0], locale)]

    def source(self, document: Document) -> list[Problem]:
        """The names in a source that are nearly a person's of the glossary, and none of its forms in any case."""
        if self._terms is None:
            return []
        language = document.locale.partition("-")[0]
        found: dict[tuple[str, str], Place] = {}
        for unit in document.units:
            for name in sorted(_names(content.plain(unit.content), language)):
                if right := self._meant(name, language):
                    found.setdefault((_joined(name, language), _joined(right, language)), unit.place)
        return [problem(NAMING, at, f"“{now}” is “{right}” in the glossary") for (now, right), at in found.items()]

    def _meant(self, name: Name, language: str) -> Name | None:
        known = self._known_persons(language).get(_initials(name), ())
        if any(_same(name, one, language) for one in known):
            return None
        return next((one for one in known if _alike(name, one)), None)

    def _known_persons(self, language: str) -> dict[tuple[str, str], list[Name]]:
        """The names of the glossary's persons that are two words, by how these begin."""
        if language not in self._persons and self._terms:
            index = self._persons[language] = {}
            persons = (at for at, kind in enumerate(self._terms.kinds) if kind == "person")
            for form in (form for at in persons for form in self._terms.own_forms(at, language)):
                parts = tuple(_BETWEEN.split(form))
                for first, second in (parts, parts[::-1]) if len(parts) == 2 else ():
                    index.setdefault(_initials((first, second)), []).append((first, second))
        return self._persons[language]

    def _compared(
        self, key: tuple[LocaleTag, LocaleTag, Name], given: frozenset[Name], place: Place
    ) -> tuple[str, str, Place] | None:
        first = self._known.setdefault(key, _First(given, place))
        language = key[1].partition("-")[0]
        if first.names & given or any(_same(*pair, language) for pair in _product(first.names, given)):
            return None
        alike = sorted(pair for pair in _product(first.names, given) if _alike(*pair))
        return (_joined(alike[0][1], language), _joined(alike[0][0], language), first.place) if alike else None

    def _in_glossary(self, name: str, locale: LocaleTag) -> bool:
        return bool(self._terms and self._terms.names(name, locale.partition("-")[0]))

    @staticmethod
    def _problem(now: str, was: str, first: Place, entry: Entry, place: Place) -> Problem:
        return problem(NAMING, place, f"“{now}” is spelled “{was}” at {first}", msgid=entry.msgid)


@lru_cache(maxsize=1024)
def _names(text: str, language: str) -> frozenset[Name]:
    if language == "ja":
        return frozenset((one[1], one[2]) for one in islice(_KATAKANA.finditer(text), _MOST))
    pairs = ((match[1], match[2]) for match in _PAIR.finditer(addresses.blanked(text)))
    return frozenset(islice((pair for pair in pairs if all(map(_is_name, pair))), _MOST))


def _initials(name: Name) -> tuple[str, str]:
    return name[0][0], name[1][0]


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and not word.isupper()


def _product(olds: Iterable[Name], news: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    news = tuple(news)
    return ((old, new) for old in olds for new in news)


def _same(one: Name, other: Name, language: str) -> bool:
    """Whether two names are one, in two cases."""
    return all(inflection.same(a, b, language) for a, b in zip(one, other, strict=True))


def _alike(one: Name, other: Name) -> bool:
    """Whether one may be a slip of the other, endings aside."""
    return all(a[0] == b[0] and _likeness(a.lower(), b.lower()) >= _LIKE for a, b in zip(one, other, strict=True))


def _likeness(one: str, other: str) -> float:
    shorter = min(len(one), len(other))
    return SequenceMatcher(None, one[:shorter], other[:shorter], autojunk=False).ratio()


def _joined(name: Name, language: str) -> str:
    return ("・" if language == "ja" else " ").join(name)
