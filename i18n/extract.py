"""From a document to the entries that its catalogs should hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from i18n import content
from i18n.model import Code, Document, Entry, Key, Limits, LocaleTag, Role, Segment, Unit
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
_IN_ONE_LINE = {ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_MOST_PLACES = 9
"""So many further places of a repeated text are named."""


def entries(document: Document, cut: Cut, locale: LocaleTag | None = None) -> tuple[Entry, ...]:
    """The untranslated entries of a document, in reading order; text that occurs twice is one entry.

    ``cut`` is ``segment.cut(document)``. With ``locale``, only what is meant for that language.
    References name the paragraph and the sentence (``sources/x.txt:p2.s1``), not the line: an edit
    elsewhere in the file moves none of them. A unit with a name of its own has that name instead.
    """
    about = _Surroundings(document)
    found: dict[Key, list[tuple[Unit, Segment]]] = {}
    for unit, pieces in admitted(cut, locale) if locale else cut:
        for piece in pieces:
            found.setdefault(piece.key, []).append((unit, piece))
    return tuple([about.entry(key, places) for key, places in found.items()])


class _Surroundings:
    """What an entry says about its place in the document."""

    def __init__(self, document: Document) -> None:
        self._path = "%20".join(document.place.path.split())  # white space ends a reference
        title = document.unit("title")
        self._bulletin = (f"Bulletin: “{content.msgid(title.content)}”",) if title else ()
        self._speaks = any(unit.notes or unit.limits for unit in document.units)
        self._leads = {unit.id: unit for unit in document.units} if any(unit.lead for unit in document.units) else {}
        self._ranks: dict[str, int] = {}
        self._counts: dict[Role, int] = {}
        for unit in document.units:
            self._ranks[unit.id] = self._counts[unit.role] = self._counts.get(unit.role, 0) + 1

    def entry(self, key: Key, places: list[tuple[Unit, Segment]]) -> Entry:
        """The entry for a text that stands in these places, one or several."""
        context, msgid = key
        unit, piece = places[0]
        references: tuple[str, ...] = (f"{self._path}:{_reference(unit, piece)}",)
        position = self._position(unit, piece)
        about = self._bulletin
        if unit.lead or len(piece.content) > 1:
            about = (*about, *self._surroundings(unit, piece))
        if len(places) > 1:
            references = tuple([f"{self._path}:{_reference(*place)}" for place in places])
            position = _joined([position, *(self._position(*other) for other in places[1:])])
        if self._speaks:
            about = (*about, *_authors_words([unit for unit, _ in places]))
        return Entry(msgid, ("",), context, references=references, extracted=(position, *about))

    def _position(self, unit: Unit, piece: Segment) -> str:
        """Where the text stands, for a translator who sees one entry at a time."""
        noun, count = _NOUNS[unit.role], self._counts[unit.role]
        if unit.role == "title" and count == 1:
            return "Title of the bulletin"
        place = f"{noun} {self._ranks[unit.id]} of {count}"
        return f"{place}, sentence {piece.index} of {piece.of}" if piece.of > 1 else place

    def _surroundings(self, unit: Unit, piece: Segment) -> Iterator[str]:
        if unit.lead and unit.lead in self._leads:
            yield f"Follows: “{_shown(content.msgid(self._leads[unit.lead].content))}”"
        if not any(isinstance(part, Code) and part.shows for part in piece.content):
            return
        for tag, code in content.tags(piece.content).items():
            if code.shows:
                yield f"{tag} stands for “{_shown(content.fold(code.shows))}”"


def _authors_words(units: Sequence[Unit]) -> tuple[str, ...]:
    """What the author wrote to translators at these places: alerts first, then other notes, then limits."""
    lines = [
        (not note.alert, f"{'Important: ' if note.alert else ''}{content.fold(note.text)}")
        for unit in units
        for note in unit.notes
    ]
    limits = [line for unit in units if unit.limits for line in limits_in_words(unit.limits)]
    return tuple(dict.fromkeys([*(line for _, line in sorted(lines, key=lambda line: line[0])), *limits]))


def limits_in_words(limits: Limits) -> Iterator[str]:
    """What a translation has to keep to, for a translator."""
    if limits.size is not None:
        breaks = "" if limits.line_break == "lf" else f", a line break as {limits.line_break.upper()}"
        yield f"At most {limits.size} bytes in {limits.charset}{breaks}"
    if limits.allowed is not None:
        yield f"Allowed characters: {limits.allowed.translate(_IN_ONE_LINE)}"


def _reference(unit: Unit, piece: Segment) -> str:
    if not unit.name:
        return piece.id
    name = "-".join(unit.name.split())  # white space ends a reference
    return f"{name}.s{piece.index}" if piece.of > 1 else name


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _joined(positions: list[str]) -> str:
    """Where a text stands that stands in several places."""
    first, *others = positions
    places = [first, *(f"also {position[0].lower()}{position[1:]}" for position in others[:_MOST_PLACES])]
    if len(others) > _MOST_PLACES:
        places.append(f"also in {len(others) - _MOST_PLACES} more places")
    return "; ".join(places)
