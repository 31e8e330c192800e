"""From a document to the entries that its catalogs should hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from i18n import content, segment
from i18n.model import Document, Entry, Segment, Unit

TITLE_CONTEXT = "title"
"""The msgctxt of titles. Running text has none, so that a repeated sentence is translated once."""


def segments(document: Document) -> tuple[tuple[Unit, tuple[Segment, ...]], ...]:
    """Every unit with its segments, in reading order. A date has none: it is generated, never translated."""
    return tuple((unit, _segments(document, unit)) for unit in document.units)


def entry_key(unit: Unit, piece: Segment) -> tuple[str | None, str]:
    """The ``Entry.key`` of a segment."""
    return TITLE_CONTEXT if unit.role == "title" else None, content.msgid(piece.content)


def entries(document: Document) -> tuple[Entry, ...]:
    """The untranslated entries of a document, in reading order; text that occurs twice is one entry.

    References name the paragraph and the sentence (``sources/x.txt:p2.s1``), not the line: an edit
    elsewhere in the file moves none of them.
    """
    cut = segments(document)
    counts = Counter(unit.role for unit in document.units)
    title = document.unit("title")
    heading = content.msgid(title.content) if title else document.id
    found: dict[tuple[str | None, str], Entry] = {}
    for unit, pieces in cut:
        for piece in pieces:
            key = entry_key(unit, piece)
            fresh = _entry(document, unit, piece, counts[unit.role], heading)
            found[key] = _joined(found[key], fresh) if key in found else fresh
    return tuple(found.values())


def _segments(document: Document, unit: Unit) -> tuple[Segment, ...]:
    return () if unit.role == "date" else segment.segments(unit, document.locale, document.mode)


def _entry(document: Document, unit: Unit, piece: Segment, count: int, heading: str) -> Entry:
    context, msgid = entry_key(unit, piece)
    return Entry(
        msgid,
        msgctxt=context,
        references=(f"{document.place.path}:{piece.id}",),
        extracted=(_position(unit, piece, count), f"Bulletin: {heading}"),
    )


def _position(unit: Unit, piece: Segment, count: int) -> str:
    """Where the text stands, for a translator who sees one entry at a time."""
    if unit.role == "title":
        return "Title of the bulletin"
    place = f"Paragraph {unit.id[1:]} of {count}"
    return f"{place}, sentence {piece.index} of {piece.of}" if piece.of > 1 else place


def _joined(first: Entry, again: Entry) -> Entry:
    position, *rest = first.extracted
    return replace(
        first,
        references=(*first.references, *again.references),
        extracted=(f"{position}; also {again.extracted[0][0].lower()}{again.extracted[0][1:]}", *rest),
    )
