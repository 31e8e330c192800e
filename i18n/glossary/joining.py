"""Two glossaries brought together, so that nothing of the first is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.glossary.model import Concept, Glossary, Term, key, keys
from i18n.glossary.table import FORBIDDEN
from i18n.locales import is_tag
from i18n.model import LocaleTag


@dataclass(frozen=True, slots=True)
class Difference:
    """A term that the other glossary prefers and this one does not, or forbids."""

    concept: Concept
    """Of the other glossary."""
    locale: LocaleTag
    own: str
    """The preferred form here, or the forbidden one with its mark."""
    other: str


def joined(own: Glossary, other: Glossary) -> tuple[Glossary, list[Difference]]:
    """``own`` with what ``other`` has besides: concepts, languages, allowed and forbidden forms.

    Two concepts are one where they agree on the preferred form in more languages than they differ in. Nothing of
    ``own`` is changed or removed; where they differ, own stays.
    """
    concepts = list(own.concepts)
    index: dict[tuple[LocaleTag, str], list[int]] = {}
    for at, concept in enumerate(concepts):
        _enter(index, concept, at)
    differences: list[Difference] = []
    for concept in filter(lambda concept: concept.terms, other.concepts):
        same = _same(concept, concepts, index)
        if same is None:
            concepts.append(concept)
            _enter(index, concept, len(concepts) - 1)
        else:
            differences += _differences(concepts[same], concept)
            concepts[same] = _filled(concepts[same], concept)
    used = {name for concept in concepts for name in (*concept.terms, *concept.about)}
    new = [name for name in other.columns if name not in own.columns and name in used]
    tags = [name for name in new if is_tag(name)]
    last = max((at for at, name in enumerate(own.columns) if is_tag(name)), default=-1) + 1
    columns = (*own.columns[:last], *tags, *own.columns[last:], *(name for name in new if name not in tags))
    return Glossary(columns, tuple(concepts)), differences


def _enter(index: dict[tuple[LocaleTag, str], list[int]], concept: Concept, at: int) -> None:
    for name in (*_names(concept), *_never(concept)):
        index.setdefault(name, []).append(at)


def _names(concept: Concept) -> Iterator[tuple[LocaleTag, str]]:
    """By what a concept is known again: its preferred forms; where a language has none, the forbidden ones."""
    for locale, term in concept.terms.items():
        yield from ((locale, name) for name in sorted(keys((term.preferred,) if term.preferred else term.forbidden)))


def _never(concept: Concept) -> Iterator[tuple[LocaleTag, str]]:
    """Its forbidden forms, with their mark. They alone do not make two concepts one."""
    for locale, term in concept.terms.items():
        yield from ((locale, f"{FORBIDDEN}{name}") for name in sorted(keys(term.forbidden)))


def _same(concept: Concept, known: Sequence[Concept], index: Mapping[tuple[LocaleTag, str], list[int]]) -> int | None:
    """The known concept that this one is: one that says all of it already, or that with the most agreements."""
    candidates: dict[int, int] = {}
    for name in _names(concept):
        for at in index.get(name, ()):
            candidates[at] = candidates.get(at, 0) + 1
    for name in _never(concept):
        for at in index.get(name, ()):
            candidates.setdefault(at, 0)
    for at in sorted(candidates):
        if _filled(known[at], concept) is known[at] and not _differences(known[at], concept):
            return at
    most = max(candidates.values(), default=0)
    alike = sorted(at for at, count in candidates.items() if count == most)
    return next((at for at in alike if most > len(_differences(known[at], concept))), None)


def _differences(own: Concept, other: Concept) -> list[Difference]:
    found = []
    for locale, term in other.terms.items():
        mine = own.terms.get(locale, Term())
        fine = keys(mine.wanted)
        if not term.preferred or key(term.preferred) in fine:
            continue
        if key(term.preferred) in keys(mine.forbidden):
            found.append(Difference(other, locale, f"{FORBIDDEN}{term.preferred}", term.preferred))
        elif mine.preferred:
            found.append(Difference(other, locale, mine.preferred, term.preferred))
    return found


def _filled(own: Concept, other: Concept) -> Concept:
    terms = dict(own.terms)
    for locale, term in other.terms.items():
        mine = terms.get(locale, Term())
        known = keys((*mine.wanted, *mine.forbidden))
        terms[locale] = replace(
            mine,
            preferred=mine.preferred or (None if key(term.preferred or "") in known else term.preferred),
            allowed=(*mine.allowed, *(form for form in term.allowed if key(form) not in known)),
            forbidden=(*mine.forbidden, *(form for form in term.forbidden if key(form) not in known)),
        )
    about = {**other.about, **own.about}
    return own if (terms, about) == (dict(own.terms), dict(own.about)) else replace(own, terms=terms, about=about)
