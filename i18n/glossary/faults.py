"""What is wrong with a glossary in itself: rows that say nothing, say the same, or contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from i18n import locales
from i18n.glossary.model import KIND, Concept, Glossary, key, keys
from i18n.model import LocaleTag, Place
from i18n.patterns import late
from i18n.problems import Problem, problem

PERSON = "person"
_LIKE_A_TAG = late(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_MOST_ALIKE = 8
"""So many rows with one name are compared with each other."""
_Index = Mapping[tuple[LocaleTag, str], list[Concept]]


def faults(glossary: Glossary, path: str) -> list[Problem]:
    """Every fault, in the order of the lines: H282 to H287.

    :param path: of the glossary, for the faults of its first line.
    """
    named = _by_name(glossary)
    found = [*_columns(glossary, path), *_rows(glossary, _by_form(glossary)), *_pairs(named)]
    return sorted(found, key=lambda one: (one.place.line or 0, one.code))


def _columns(glossary: Glossary, path: str) -> Iterator[Problem]:
    for column in glossary.columns:
        meant = locales.meant(column) if _LIKE_A_TAG.fullmatch(column) and not locales.is_tag(column) else None
        if meant:
            yield problem("H285", Place(path, 1), f"“{column}” is no tag of a language", hint=f"write {meant}")


def _rows(glossary: Glossary, wanted: _Index) -> Iterator[Problem]:
    for concept in glossary.concepts:
        if not concept.terms:
            yield problem("H282", concept.place, "the row has no term in any language")
        for locale, term in concept.terms.items():
            for form in term.forbidden:
                yield from _forbidden(concept, locale, form, wanted.get((locale, key(form)), ()))


def _forbidden(concept: Concept, locale: LocaleTag, form: str, wanted: list[Concept] | tuple[()]) -> Iterator[Problem]:
    if any(other is concept for other in wanted):
        yield problem("H286", concept.place, f"“{form}” ({locale}) is both right and forbidden in this row")
    elif wanted:
        message = f"“{form}” ({locale}) is forbidden here and right in line {wanted[0].place.line}: it is not reported"
        yield Problem("H286", "warning", concept.place, message, hint="see whether both are meant")


def _by_form(glossary: Glossary) -> _Index:
    index: dict[tuple[LocaleTag, str], list[Concept]] = {}
    for concept in glossary.concepts:
        for locale, term in concept.terms.items():
            for name in keys(term.wanted):
                index.setdefault((locale, name), []).append(concept)
    return index


def _by_name(glossary: Glossary) -> _Index:
    """The concepts by their preferred forms."""
    index: dict[tuple[LocaleTag, str], list[Concept]] = {}
    for concept in glossary.concepts:
        for locale, term in concept.terms.items():
            if term.preferred:
                index.setdefault((locale, key(term.preferred)), []).append(concept)
    return index


def _pairs(named: _Index) -> Iterator[Problem]:
    """Rows that are called the same in some language, each pair once."""
    seen: set[tuple[int, int]] = set()
    for alike in named.values():
        for one, other in combinations(alike[:_MOST_ALIKE], 2):
            pair = id(one), id(other)
            if pair not in seen:
                seen.add(pair)
                yield from _pair(one, other)


def _pair(first: Concept, second: Concept) -> Iterator[Problem]:
    kinds = {concept.about.get(KIND, "") for concept in (first, second)}
    if len(kinds - {""}) > 1:
        return
    same, other = _compared(first, second)
    name = f"“{second.terms[same[0]].preferred}” ({same[0]})"
    where = f"line {first.place.line}" if first.place.path == second.place.path else str(first.place)
    if not other:
        yield problem("H283", second.place, f"{name} stands in {where}, too")
    elif kinds == {PERSON} or len(same) >= len(other):
        now, was = (concept.terms[other[0]].preferred for concept in (second, first))
        message = f"{name} is “{now}” ({other[0]}) here and “{was}” in {where}"
        yield problem("H287" if kinds == {PERSON} else "H284", second.place, message)


def _compared(first: Concept, second: Concept) -> tuple[list[LocaleTag], list[LocaleTag]]:
    """The languages in which two concepts are called the same, and in which neither is called as the other."""
    same, other = [], []
    for locale, term in first.terms.items():
        theirs = second.terms.get(locale)
        if not theirs or not term.preferred or not theirs.preferred:
            continue
        if key(term.preferred) == key(theirs.preferred):
            same.append(locale)
        elif key(term.preferred) not in keys(theirs.wanted) and key(theirs.preferred) not in keys(term.wanted):
            other.append(locale)
    return same, other
