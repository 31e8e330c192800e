"""From a document to the entries that its catalogs should hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from i18n import content
from i18n.model import Document, Entry, Key, Segment, Unit
from i18n.segment import Cut


def entries(document: Document, cut: Cut) -> tuple[Entry, ...]:
    """The untranslated entries of a document, in reading order; text that occurs twice is one entry.

    ``cut`` is ``segment.cut(document)``.
    References name the paragraph and the sentence (``sources/x.txt:p2.s1``), not the line: an edit
    elsewhere in the file moves none of them.
    """
    counts = Counter(unit.role for unit in document.units)
    title = document.unit("title")
    heading = content.msgid(title.content) if title else document.id
    found: dict[Key, Entry] = {}
    for unit, pieces in cut:
        for piece in pieces:
            fresh = _entry(document, unit, piece, counts[unit.role], heading)
            found[fresh.key] = _joined(found[fresh.key], fresh) if fresh.key in found else fresh
    return tuple(found.values())


def _entry(document: Document, unit: Unit, piece: Segment, count: int, heading: str) -> Entry:
    context, msgid = piece.key
    return Entry(
        msgid,
        msgctxt=context,
        references=(f"{document.place.path}:{piece.id}",),
        extracted=(_position(unit, piece, count), f"Bulletin: “{heading}”"),
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
