"""The glossary of a ministry: for each concept and language the preferred form, the allowed and the forbidden ones.

It is a CSV file with a row for each concept. A column that has a language tag for its name holds the forms of it,
``preferred | allowed | !forbidden``; ``kind`` and ``note`` are about the concept; any other column is kept as it is.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n.locales import is_tag
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, problem

KIND, NOTE = "kind", "note"
_BETWEEN, _NOT = "|", "!"


@dataclass(frozen=True, slots=True)
class Term:
    """What a concept is called in one language."""

    preferred: str | None = None
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.preferred or self.allowed or self.forbidden)


@dataclass(frozen=True, slots=True)
class Concept:
    """One row."""

    terms: Mapping[LocaleTag, Term]
    """No empty ones."""
    about: Mapping[str, str] = field(default_factory=dict)
    """The other columns: ``kind``, ``note``..."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The whole file."""

    columns: tuple[str, ...]
    concepts: tuple[Concept, ...]

    @property
    def locales(self) -> tuple[LocaleTag, ...]:
        return tuple(column for column in self.columns if is_tag(column))


def parse(text: str, path: str) -> Glossary:
    """The glossary in the text of a CSV file, comma-separated.

    :raises HabarError: H279 with every line that cannot be read.
    """
    reader = csv.reader(f"{line}\n" for line in text.removesuffix("\n").split("\n"))
    problems = []
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise HabarError(problem("H279", Place(path, line), f"it is no CSV here: {error}")) from None
    columns = tuple(cell.strip() for cell in rows[0][1]) if rows else ()
    if not any(map(is_tag, columns)) or len(set(columns)) < len(columns):
        message = "the first line has to name the columns, each once, languages by their tags: en,tk,ru,kind,note"
        raise HabarError(problem("H279", Place(path, 1), message))
    for at, row in rows[1:]:
        if len(row) > len(columns):
            message = f"the line has {len(row)} cells, and there are {len(columns)} columns: put “ ” around a comma"
            problems.append(problem("H279", Place(path, at), message.replace("“ ”", '" "')))
    if problems:
        raise HabarError(*problems)
    return Glossary(columns, tuple(_concept(columns, row, Place(path, at)) for at, row in rows[1:]))


def render(glossary: Glossary) -> str:
    """The text of the CSV file. Same glossary, same text."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(glossary.columns)
    for concept in glossary.concepts:
        writer.writerow([_cell(concept, column) for column in glossary.columns])
    return "".join(lines.written)


def forms(cell: str) -> Term:
    """The forms in a cell."""
    parts = [part.strip() for part in cell.split(_BETWEEN)]
    wanted = [part for part in parts if part and not part.startswith(_NOT)]
    forbidden = [part.removeprefix(_NOT).strip() for part in parts if part.startswith(_NOT)]
    return Term(wanted[0] if wanted else None, tuple(wanted[1:]), tuple(filter(None, forbidden)))


def spelled(term: Term | None) -> str:
    """A cell with these forms."""
    if not term:
        return ""
    wanted = (term.preferred, *term.allowed) if term.preferred else ()
    return f" {_BETWEEN} ".join((*map(str, wanted), *(f"{_NOT}{form}" for form in term.forbidden)))


class _Lines:
    """What a CSV writer writes to."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)


def _concept(columns: Sequence[str], row: Sequence[str], place: Place) -> Concept:
    cells = dict(zip(columns, row, strict=False))
    terms = {column: forms(cell) for column, cell in cells.items() if is_tag(column)}
    about = {column: cell for column, cell in cells.items() if cell and not is_tag(column)}
    return Concept({column: term for column, term in terms.items() if term}, about, place)


def _cell(concept: Concept, column: str) -> str:
    return spelled(concept.terms.get(column)) if is_tag(column) else concept.about.get(column, "")


# Bringing two together -------------------------------------------------------------------------


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
    for name in _names(concept):
        index.setdefault(name, []).append(at)


def _names(concept: Concept) -> Iterator[tuple[LocaleTag, str]]:
    """By what a concept is known again: its preferred forms; where a language has none, the forbidden ones."""
    for locale, term in concept.terms.items():
        yield from ((locale, name) for name in sorted(_keys((term.preferred,) if term.preferred else term.forbidden)))


def _same(concept: Concept, known: Sequence[Concept], index: Mapping[tuple[LocaleTag, str], list[int]]) -> int | None:
    """The known concept that this one is: that with the most agreements, of several one that says all of it already."""
    candidates: dict[int, int] = {}
    for name in _names(concept):
        for at in index.get(name, ()):
            candidates[at] = candidates.get(at, 0) + 1
    most = max(candidates.values(), default=0)
    alike = sorted(at for at, count in candidates.items() if count == most)
    alike = [at for at in alike if most > len(_differences(known[at], concept))]
    return next((at for at in alike if _filled(known[at], concept) is known[at]), alike[0] if alike else None)


def _differences(own: Concept, other: Concept) -> list[Difference]:
    found = []
    for locale, term in other.terms.items():
        mine = own.terms.get(locale, Term())
        fine = _keys((*filter(None, (mine.preferred,)), *mine.allowed))
        if not term.preferred or _key(term.preferred) in fine:
            continue
        if _key(term.preferred) in _keys(mine.forbidden):
            found.append(Difference(other, locale, f"{_NOT}{term.preferred}", term.preferred))
        elif mine.preferred:
            found.append(Difference(other, locale, mine.preferred, term.preferred))
    return found


def _filled(own: Concept, other: Concept) -> Concept:
    terms = dict(own.terms)
    for locale, term in other.terms.items():
        mine = terms.get(locale, Term())
        known = _keys((*filter(None, (mine.preferred,)), *mine.allowed, *mine.forbidden))
        terms[locale] = replace(
            mine,
            preferred=mine.preferred or (None if _key(term.preferred or "") in known else term.preferred),
            allowed=(*mine.allowed, *(form for form in term.allowed if _key(form) not in known)),
            forbidden=(*mine.forbidden, *(form for form in term.forbidden if _key(form) not in known)),
        )
    about = {**other.about, **own.about}
    return own if (terms, about) == (dict(own.terms), dict(own.about)) else replace(own, terms=terms, about=about)


def _keys(forms: Iterable[str]) -> set[str]:
    return set(map(_key, forms))


def _key(form: str) -> str:
    """By what two forms are the same."""
    return " ".join(unicodedata.normalize("NFC", form).casefold().split())
