"""From a document to the entries that its catalogs should hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from i18n import content
from i18n.model import Document, Entry, Key, LocaleTag, Role, Segment, Unit
from i18n.segment import Cut, admitted

_NOUNS: dict[Role, str] = {
    "title": "Title",
    "heading": "Heading",
    "paragraph": "Paragraph",
    "item": "List item",
    "quote": "Quotation",
    "cell": "Table cell",
    "caption": "Caption",
    "note": "Note",
    "label": "Label",
}
_LONGEST_SHOWN = 120
_MOST_PLACES = 9
"""So many further places of a repeated text are named."""


def entries(document: Document, cut: Cut, locale: LocaleTag | None = None) -> tuple[Entry, ...]:
    """The untranslated entries of a document, in reading order; text that occurs twice is one entry.

    ``cut`` is ``segment.cut(document)``. With ``locale``, only what is meant for that language.
    References name the paragraph and the sentence (``sources/x.txt:p2.s1``), not the line: an edit
    elsewhere in the file moves none of them. A unit with a name of its own has that name instead.
    """
    about = _Surroundings(document)
    found: dict[Key, list[Entry]] = {}
    for unit, pieces in admitted(cut, locale) if locale else cut:
        for piece in pieces:
            found.setdefault(piece.key, []).append(about.entry(unit, piece))
    return tuple([same[0] if len(same) == 1 else _joined(same) for same in found.values()])


class _Surroundings:
    """What an entry says about its place in the document."""

    def __init__(self, document: Document) -> None:
        self._path = "%20".join(document.place.path.split())  # white space ends a reference
        title = document.unit("title")
        self._bulletin = (f"Bulletin: “{content.msgid(title.content)}”",) if title else ()
        self._counts = Counter(unit.role for unit in document.units)
        self._leads = {unit.id: unit for unit in document.units} if any(unit.lead for unit in document.units) else {}
        self._ranks: dict[str, int] = {}
        met: Counter[Role] = Counter()
        for unit in document.units:
            met[unit.role] += 1
            self._ranks[unit.id] = met[unit.role]

    def entry(self, unit: Unit, piece: Segment) -> Entry:
        context, msgid = piece.key
        return Entry(
            msgid,
            msgctxt=context,
            references=(f"{self._path}:{_reference(unit, piece)}",),
            extracted=(self._position(unit, piece), *self._bulletin, *self._further(unit, piece)),
        )

    def _position(self, unit: Unit, piece: Segment) -> str:
        """Where the text stands, for a translator who sees one entry at a time."""
        noun, count = _NOUNS[unit.role], self._counts[unit.role]
        if unit.role == "title" and count == 1:
            return "Title of the bulletin"
        place = f"{noun} {self._ranks[unit.id]} of {count}"
        return f"{place}, sentence {piece.index} of {piece.of}" if piece.of > 1 else place

    def _further(self, unit: Unit, piece: Segment) -> Iterator[str]:
        if unit.lead and unit.lead in self._leads:
            yield f"Follows: “{_shown(content.msgid(self._leads[unit.lead].content))}”"
        for note in sorted(unit.notes, key=lambda note: not note.alert):
            yield f"{'Important: ' if note.alert else ''}{content.fold(note.text)}"
        for tag, code in content.tags(piece.content).items():
            if code.shows:
                yield f"{tag} stands for “{_shown(content.fold(code.shows))}”"
        if unit.limits and unit.limits.size is not None:
            yield f"At most {unit.limits.size} bytes in {unit.limits.charset}"
        if unit.limits and unit.limits.allowed is not None:
            yield f"Allowed characters: {unit.limits.allowed}"


def _reference(unit: Unit, piece: Segment) -> str:
    if not unit.name:
        return piece.id
    name = "-".join(unit.name.split())  # white space ends a reference
    return f"{name}.s{piece.index}" if piece.of > 1 else name


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _joined(same: list[Entry]) -> Entry:
    """One entry for a text that stands in several places. What is said of the first one counts for all."""
    first, *others = same
    places = [first.extracted[0]]
    places += [f"also {entry.extracted[0][0].lower()}{entry.extracted[0][1:]}" for entry in others[:_MOST_PLACES]]
    if len(others) > _MOST_PLACES:
        places.append(f"also in {len(others) - _MOST_PLACES} more places")
    references = tuple([reference for entry in same for reference in entry.references])
    return replace(first, references=references, extracted=("; ".join(places), *first.extracted[1:]))
