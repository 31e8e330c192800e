"""Names of persons by their sound: another name stands in the place of the source's, or none."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.persons import another, other_spelling
from i18n.checks.script import wrong_language
from i18n.checks.vocabulary import LANGUAGES, named
from i18n.names import compare, finding, persons, readings, sounds
from i18n.names.finding import Group, Names, Word
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.termbase import Mention

_NO_PERSONS = ("country", "place", "firm", "organisation")
_FULL = 2
_PATRONYMIC = late("(?:[ое]вич|[ое]вн|ичн|[oe][vw]i(?:ch|ç)|[oe][vw]n)\\w{0,3}\\Z")
_JAPANESE = late(
    r"(?:(?:[kstnhmyrwgzjdbpf]|ch|sh|ts|[kgnhmrbp]y)?[aeiou]|n)+"
    r"|(?:(?:[кстнхмрвгздбпфц]|дз)?[аеиоуыэюяйё]|н)+ы?|(?:(?:[kstnhmýrwgzjdbpfçş]|ts|[kgnhmrbp]ý)?[aeiouýä]|n)+(?:n[yi]ň|ny|ni)?",
    re.IGNORECASE,
)
"""A name of Japanese syllables, in English, Russian or Turkmen letters."""
_SHORT = 2
"""So short a part of a name, such as *Li*, is written in many ways; in a name of three parts, *Jin*, too."""


def _run(pair: Pair) -> Iterator[Finding]:
    ours, theirs = pair.source_language, pair.target_language
    if pair.monolingual or ours == theirs or ours not in LANGUAGES or theirs not in LANGUAGES:
        return
    source = _names(pair.source_prose, ours)
    if not source.groups:
        return
    target = _names(pair.target_prose, theirs)
    lost = compare.missing(source, target)
    women = [group for group in source.groups if _has_gender(group)][: compare.MOST] if target.groups else []
    initials = [group for group in source.groups if group.initial][: compare.MOST] if target.groups else []
    if not (lost or women or initials) or is_copy(pair) or wrong_language(pair):
        return
    yield from _persons(pair, lost, source, target)
    for group in women:
        yield from _other_gender(group, source, target, pair)
    for group in initials:
        yield from _other_initial(group, target, pair)


@lru_cache(maxsize=512)
def _names(text: str, language: str) -> Names:
    """The names of a text that are not in the tables of countries, cities and organisations."""
    known = named(text, language)
    spans = (range(one.start, one.end) for kind in _NO_PERSONS for one in known.get(kind, ()))
    return finding.find(text, language, frozenset(chain.from_iterable(spans)))


# Persons -----------------------------------------------------------------------------------------


def _persons(pair: Pair, missing: list[Group], source: Names, target: Names) -> Iterator[Finding]:
    here = compare.missing(target, source)
    if not any(group.firm for group in (*missing, *here)):
        return
    lost = [group for group in missing if not compare.is_said(group, target, pair.target_prose, pair.target_language)]
    added = [group for group in here if not compare.is_said(group, source, pair.source_prose, pair.source_language)]
    for one in lost:
        if _in_glossary(pair, one.start, one.end):
            continue
        other = next((other for other in added if _are_two(one, other, pair)), None)
        if other is not None:
            added.remove(other)
            yield _instead(pair, one.start, one.end, other.start, other.end)
        elif not added:
            yield from _left_out(one, pair, source, target)
    for one in (one for one in missing if one not in lost):
        yield from _half(one, here, pair)


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
    pairs = [compare.differ(a, b) for a in one.firm or one.words for b in other.firm or other.words]
    return sum(pairs) * 2 >= len(pairs)


def _half(one: Group, others: list[Group], pair: Pair) -> Iterator[Finding]:
    """One word of a name is that of the source, and the other is another: Hakan Kalin for Hakan Fidan."""
    for other in others:
        word, there = _beside_the_same(one, other), _beside_the_same(other, one)
        if word is None or there is None:
            continue
        short = _SHORT + (len(one.words) + len(other.words) > 2 * _FULL)
        if min(compare.length(word), compare.length(there)) <= short:
            continue
        if compare.differ(word, there) and _is_whole(one, other, word, there, pair):
            yield _instead(pair, word.start, word.end, there.start, there.end)


def _beside_the_same(group: Group, other: Group) -> Word | None:
    """The word of a name that the other name does not have, beside one that it has.

    A rank before it and a father's name inside may be in one text alone: *Chief Physician Maya Orazova*.
    """
    words = [word for word in group.words if not _PATRONYMIC.search(word.forms[0].lower())]
    same = [any(compare.are_near(word, there) for there in other.words) for word in words]
    place = next((at for at, found in enumerate(same) if found), None)
    if place is None:
        return None
    beside = place + 1 if place + 1 < len(words) else place - 1
    return words[beside] if len(words) > 1 and not same[beside] and not words[beside].loose else None


def _is_whole(one: Group, other: Group, word: Word, there: Word, pair: Pair) -> bool:
    """Whether both are persons, neither word is elsewhere in the other text, and the glossary has nothing to say."""
    ours, theirs = (pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)
    if not persons.is_person(one, *ours) or not persons.is_person(other, *theirs):
        return False
    if compare.is_named(word, _names(*theirs)) or compare.is_named(there, _names(*ours)):
        return False
    return not _is_told(pair, one.start, one.end)


def _left_out(one: Group, pair: Pair, source: Names, target: Names) -> Iterator[Finding]:
    """A person who is not there: another one of the source is named twice, or nothing stands for the name."""
    name = pair.source_text[one.start : one.end]
    if pair.target_language == "ja" and all(_JAPANESE.fullmatch(form) for word in one.words for form in word.forms):
        return  # in kanji that are not read here
    if pair.role == "title" or not persons.is_person(one, pair.source_prose, pair.source_language):
        return
    twice = next((other for other in reversed(target.groups) if compare.is_more_often(other, target, source)), None)
    if twice is not None:
        yield _instead(pair, one.start, one.end, twice.start, twice.end)
    elif len(one.firm) >= _FULL and not target.groups and not _is_said_otherwise(pair):
        yield Finding(f"the translation does not name “{name}”")


def _is_said_otherwise(pair: Pair) -> bool:
    text = pair.target_prose
    return pair.target_language == "ja" and (readings.unread(text) or "同" in text or "駐" in text)


# Initials ----------------------------------------------------------------------------------------


def _other_initial(group: Group, target: Names, pair: Pair) -> Iterator[Finding]:
    """S. Meredov for R. Meredov. Vowels are written in too many ways."""
    there = [other for other in target.groups if other.initial and compare.are_near(group.words[-1], other.words[-1])]
    first = group.initial, pair.source_language
    if not there or any(sounds.may_begin_alike(*first, other.initial, pair.target_language) for other in there):
        return
    if not _is_told(pair, group.start, group.end):
        yield _instead(pair, group.initial_start, group.end, there[0].initial_start, there[0].end)


# Men and women -----------------------------------------------------------------------------------


def _has_gender(group: Group) -> bool:
    return any(compare.gender(word) for word in group.words)


def _other_gender(group: Group, source: Names, target: Names, pair: Pair) -> Iterator[Finding]:
    """Where every name that sounds so is a woman's, and the source's is a man's, or the other way round."""
    for word in (word for word in group.words if compare.gender(word)):
        wanted = compare.gender(word)
        there = [one for one in compare.all_words(target) if compare.are_near(word, one)]
        differs = there and all(compare.gender(one) not in (None, wanted) for one in there)
        couple = any(compare.gender(one) != wanted and compare.are_near(word, one) for one in compare.all_words(source))
        if differs and not couple and not _in_glossary(pair, group.start, group.end):
            yield _instead(pair, word.start, word.end, there[0].start, there[0].end)


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
    5,
    _run,
    (
        Example("en", "ru", "Deputy Minister Orazov met them.", "Их встретил заместитель министра Оразов.", False),
        Example("en", "ru", "Deputy Minister Orazov met them.", "Их встретил заместитель министра Аннаев.", True),
        Example("tk", "ja", "Antoniu Guterriş geldi.", "アントニオ・グテーレス氏が到着した。", False),
        Example("tk", "ja", "Antoniu Guterriş geldi.", "オラフ・ショルツ氏が到着した。", True),
        Example("ja", "en", "岸田総理大臣が到着した。", "Prime Minister Kishida arrived.", False),
        Example("ja", "en", "岸田総理大臣が到着した。", "Prime Minister Ishiba arrived.", True),
        Example("ru", "tk", "Осадков не ожидается.", "Ygala garaşylmaýar.", False),
        Example("en", "ru", "It is 9 °C. Guests are welcome.", "Сейчас 9 °C. Гостям рады.", False),
        Example("tk", "ru", "Ýaragly Güýçleriň serkerdesi", "Командующий Вооружёнными Силами", False),
        Example("ru", "tk", "Мурат Каррыев выступил.", "Myrat Saparow çykyş etdi.", True),
        Example("en", "ja", "Ambassador Kenji Nakamura spoke.", "中山健二大使が発言した。", True),
        Example("ru", "en", "Депутат Атаев выступил.", "The deputy Atayeva spoke.", True),
    ),
)
