"""Names of persons by their sound: another name stands in the place of the source's, or none."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.persons import another, other_spelling
from i18n.checks.script import wrong_language
from i18n.checks.vocabulary import LANGUAGES, named
from i18n.names import finding, persons, readings, sounds
from i18n.names.finding import Group, Names, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.termbase import Mention

_NO_PERSONS = ("country", "place", "firm", "organisation")
_ANY_WORD = {"ja": re.compile("[ァ-ヺー]{2,}|[A-Za-z]{3,}")}
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_FULL = 2
_SHORT = 2
"""So short a part of a name, such as *San* or *Li*, is written in many ways."""
_MOST, _MOST_WORDS, _LONGEST = 12, 400, 40
"""Names and words of a text that are compared with one another, and letters of a word."""


def _run(pair: Pair) -> Iterator[Finding]:
    ours, theirs = pair.source_language, pair.target_language
    if pair.monolingual or ours == theirs or ours not in LANGUAGES or theirs not in LANGUAGES:
        return
    source = _names(pair.source_prose, ours)
    if not source.groups:
        return
    target = _names(pair.target_prose, theirs)
    lost = _missing(source, target)
    women = [group for group in source.groups if _has_gender(group)][:_MOST] if target.groups else []
    if not (lost or women) or is_copy(pair) or wrong_language(pair):
        return
    yield from _persons(pair, lost, source, target)
    for group in women:
        yield from _other_gender(group, source, target, pair)


def _names(text: str, language: str) -> Names:
    """The names of a text that are not in the tables of countries, cities and organisations."""
    known = named(text, language)
    spans = (range(one.start, one.end) for kind in _NO_PERSONS for one in known.get(kind, ()))
    return finding.find(text, language, frozenset(chain.from_iterable(spans)))


def _missing(names: Names, other: Names) -> list[Group]:
    """The names of which a word has no equal in the other text, at first sight."""
    groups = (group for group in names.groups if _is_missing(group, other))
    return list(islice(groups, _MOST))


def _is_missing(group: Group, other: Names) -> bool:
    return any(word.quick().isdisjoint(other.quick) for word in group.firm or group.words)


# Persons -----------------------------------------------------------------------------------------


def _persons(pair: Pair, missing: list[Group], source: Names, target: Names) -> Iterator[Finding]:
    here = _missing(target, source)
    if not any(group.firm for group in (*missing, *here)):
        return
    lost = [group for group in missing if not _said(group, target, pair.target_prose, pair.target_language)]
    added = [group for group in here if not _said(group, source, pair.source_prose, pair.source_language)]
    for one in lost:
        if _in_glossary(pair, one.start, one.end):
            continue
        other = next((other for other in added if _are_two(one, other, pair)), None)
        if other is not None:
            added.remove(other)
            yield _instead(pair, one.start, one.end, other.start, other.end)
        elif not added and _is_left_out(one, pair, target):
            name = pair.source_text[one.start : one.end]
            yield Finding(f"the translation does not name “{name}”")
    for one in (one for one in missing if one not in lost):
        yield from _half(one, here, pair)


def _said(group: Group, other: Names, text: str, language: str) -> bool:
    """Whether any word of the name is in the other text, in any spelling, capital or not."""
    return any(_stands(word, other, text, language) for word in group.firm or group.words)


def _stands(word: Word, other: Names, text: str, language: str) -> bool:
    if not word.quick().isdisjoint(other.quick):
        return True
    parts = _parts(other)
    if any(sounds.alike(form, word.language, *part) for part in parts for form in word.forms):
        return True
    return any(_is_spelled(form, word.language, one, language) for one in _words(text, language) for form in word.forms)


def _is_spelled(form: str, spoken: str, one: str, language: str) -> bool:
    """Whether a word of the text, with a capital or without, is the name: марыйский is Mary."""
    if language == "ja" and not "ァ" <= one[0] <= "ヺ":
        language = "en"
    return sounds.may_begin_alike(form, spoken, one, language) and sounds.alike(form, spoken, one, language)


@lru_cache(maxsize=256)
def _words(text: str, language: str) -> frozenset[str]:
    found = (match[0] for match in _ANY_WORD.get(language, _LETTERS).finditer(text))
    return frozenset(islice((word for word in found if len(word) <= _LONGEST), _MOST_WORDS))


def _parts(names: Names) -> list[tuple[str, str]]:
    return [(form, word.language) for word in _all_words(names) for form in word.forms]


def _are_two(one: Group, other: Group, pair: Pair) -> bool:
    """Whether both are persons' names, as far as can be told, and surely not the same person's."""
    told = (
        persons.is_person(one, pair.source_prose, pair.source_language),
        persons.is_person(other, pair.target_prose, pair.target_language),
    )
    # One word at the beginning of a sentence may be a name, where the other text has a person too many.
    may_be = [persons.is_full(group) or not group.firm for group in (one, other)]
    if not any(told) or not all(a or b for a, b in zip(told, may_be, strict=True)):
        return False
    if readings.unread(pair.source_prose if pair.source_language == "ja" else pair.target_prose):
        return False
    pairs = [_differ(a, b) for a in one.firm or one.words for b in other.firm or other.words]
    return sum(pairs) * 2 >= len(pairs)


def _differ(one: Word, other: Word) -> bool:
    return all(sounds.unlike(a, one.language, b, other.language) for a in one.forms for b in other.forms)


def _half(one: Group, others: list[Group], pair: Pair) -> Iterator[Finding]:
    """One word of a name is that of the source, and the other is another: Hakan Kalin for Hakan Fidan."""
    for other in others:
        if len(one.words) != len(other.words) or len(one.words) > 3:
            continue
        mine = [word for word in one.firm if not any(_near(word, there) for there in other.words)]
        yours = [word for word in other.firm if not any(_near(there, word) for there in one.words)]
        if len(mine) == len(yours) == 1 and len(one.words) == 2 and _differ(mine[0], yours[0]):
            word, there = mine[0], yours[0]
            if min(_length(word), _length(there)) > _SHORT and _is_whole(one, other, word, there, pair):
                yield _instead(pair, word.start, word.end, there.start, there.end)


def _length(word: Word) -> int:
    return max(map(len, word.forms))


def _near(one: Word, other: Word) -> bool:
    if not one.quick().isdisjoint(other.quick()):
        return True
    return any(sounds.alike(a, one.language, b, other.language) for a in one.forms for b in other.forms)


def _is_whole(one: Group, other: Group, word: Word, there: Word, pair: Pair) -> bool:
    """Whether both are persons, neither word is elsewhere in the other text, and the glossary has nothing to say."""
    ours, theirs = (pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)
    if not persons.is_person(one, *ours) or not persons.is_person(other, *theirs):
        return False
    if _stands(word, _names(*theirs), *theirs) or _stands(there, _names(*ours), *ours):
        return False
    return not _is_told(pair, one.start, one.end)


def _is_left_out(one: Group, pair: Pair, target: Names) -> bool:
    """Whether a full name of a person is not there, and nothing else stands for the person."""
    if pair.role == "title" or len(one.firm) < _FULL or target.groups:
        return False
    if not persons.is_person(one, pair.source_prose, pair.source_language):
        return False
    return not (pair.target_language == "ja" and (readings.unread(pair.target_prose) or "同" in pair.target_prose))


# Men and women -----------------------------------------------------------------------------------


def _has_gender(group: Group) -> bool:
    return any(_gender(word) for word in group.words)


def _gender(word: Word) -> str | None:
    return sounds.gender(word.forms[0], word.language)


def _other_gender(group: Group, source: Names, target: Names, pair: Pair) -> Iterator[Finding]:
    """Where every name that sounds so is a woman's, and the source's is a man's, or the other way round."""
    for word in (word for word in group.words if _gender(word)):
        wanted = _gender(word)
        there = [one for one in _all_words(target) if _near(word, one)]
        differs = there and all(_gender(one) not in (None, wanted) for one in there)
        couple = any(_gender(one) != wanted and _near(word, one) for one in _all_words(source))
        if differs and not couple and not _in_glossary(pair, group.start, group.end):
            yield _instead(pair, word.start, word.end, there[0].start, there[0].end)


def _all_words(names: Names) -> Iterator[Word]:
    return islice((word for group in names.groups for word in group.words), _MOST_WORDS)


# Words -------------------------------------------------------------------------------------------


def _in_glossary(pair: Pair, start: int, end: int) -> bool:
    """Whether the project's glossary has the name: then it is compared with that."""
    return any(True for _ in _mentions(pair, start, end))


def _mentions(pair: Pair, start: int, end: int) -> Iterator[Mention]:
    if pair.terms is not None:
        mentions = pair.terms.mentions(pair.source_prose, pair.source_language)
        yield from (one for one in mentions if one.start < end and start < one.end)


def _is_told(pair: Pair, start: int, end: int) -> bool:
    """Whether the check of terms speaks of the name. It lets a person pass who is named in short, by one word."""
    for one in _mentions(pair, start, end):
        base = pair.terms
        forms = base.forms(one.form.concept, pair.target_language) if base else []
        if base and forms and base.kinds[one.form.concept] == "person":
            told = another(base, pair) or other_spelling(forms, pair.target_prose, pair.target_language)
            return told is not None
        return bool(forms)
    return False


def _instead(pair: Pair, start: int, end: int, first: int, last: int) -> Finding:
    source, target = pair.source_text[start:end], pair.target_text[first:last]
    return Finding(f"“{target}” stands where the source has “{source}”", (first, last))


NAMES = Check(
    "H289",
    "names",
    "Names of persons are compared by their sound, in whatever script: Мередов, Meredow and メレドフ are one name, and "
    "岸田 is Kishida. It speaks where another name stands in the place of the source's, and where a person's full name "
    "is missing. Names of the glossary are left to H258, and so are countries, cities and firms.",
    1,
    _run,
    (
        Example("en", "ru", "Deputy Minister Orazov met them.", "Их встретил заместитель министра Оразов.", False),
        Example("en", "ru", "Deputy Minister Orazov met them.", "Их встретил заместитель министра Аннаев.", True),
        Example("tk", "ja", "Antoniu Guterriş geldi.", "アントニオ・グテーレス氏が到着した。", False),
        Example("tk", "ja", "Antoniu Guterriş geldi.", "オラフ・ショルツ氏が到着した。", True),
        Example("ja", "en", "岸田総理大臣が到着した。", "Prime Minister Kishida arrived.", False),
        Example("ja", "en", "岸田総理大臣が到着した。", "Prime Minister Ishiba arrived.", True),
        Example("ru", "tk", "Мурат Каррыев выступил.", "Myrat Saparow çykyş etdi.", True),
        Example("ru", "en", "Депутат Атаев выступил.", "The deputy Atayeva spoke.", True),
    ),
)
