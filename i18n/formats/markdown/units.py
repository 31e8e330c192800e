"""From the inline markup of a block to a unit's content, and to what surrounds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from i18n import content
from i18n.formats import page
from i18n.formats.markdown.pieces import Piece
from i18n.model import Code, Content

_BLANK = " \t\n"


@dataclass(frozen=True, slots=True)
class Core:
    """A text without the codes that surround all of it. Offsets are of the block's text."""

    start: int
    end: int
    pieces: Sequence[Piece]
    before: str
    """What stands for the surrounding codes on a page."""
    after: str
    tail: str
    """What must stand behind a translation, where a link has its text for a name."""


def core(text: str, pieces: list[Piece]) -> Core:
    """Takes the pairs of codes off that surround the whole text."""
    start, end, before, after, tail = 0, len(text), "", "", ""
    while _surrounded(pieces):
        first, last = pieces[0], pieces[-1]
        before, after, tail = before + first.html, last.html + after, last.after
        start, end = start + first.length, end - last.length
        pieces = pieces[1:-1]
        if tail:  # its hole goes on to the last bracket, so nothing more can be taken off
            end += last.skips
            break
    return _stripped(text, Core(start, end, pieces, before, after, tail))


def _surrounded(pieces: list[Piece]) -> bool:
    """Whether the first code opens what only the last one closes."""
    if len(pieces) < 3 or pieces[0].kind != "open" or pieces[-1].kind != "close":
        return False
    depth = 0
    for piece in pieces[:-1]:
        depth += (piece.kind == "open") - (piece.kind == "close")
        if depth == 0:
            return False
    return True


def _stripped(text: str, found: Core) -> Core:
    """Without white space at its ends in the source."""
    if found.tail:
        return found
    inner = text[found.start : found.end]
    start = found.start + len(inner) - len(inner.lstrip(_BLANK))
    return Core(start, found.end - len(inner) + len(inner.rstrip(_BLANK)), found.pieces, found.before, found.after, "")


def numbered(pieces: Sequence[Piece]) -> Content:
    """The pieces as content in normal form, without white space at its ends; the codes are numbered."""
    parts: list[str | Code] = []
    opened: list[int] = []
    count = 0
    for piece in pieces:
        if piece.kind == "text":
            parts.append(piece.text)
            continue
        if piece.kind == "close":
            number = opened.pop()
        else:
            number = count = count + 1
        if piece.kind == "open":
            opened.append(number)
        parts.append(Code(number, piece.kind, piece.name, piece.markup, piece.html, piece.shows))
    merged = list(content.merged(parts))
    if merged and isinstance(merged[0], str):
        merged[0] = merged[0].lstrip(_BLANK)
    if merged and isinstance(merged[-1], str):
        merged[-1] = merged[-1].rstrip(_BLANK)
    return content.merged(merged)


def on_page(pieces: Sequence[Piece]) -> str:
    """Pieces that are no unit, as a page shows them."""
    return "".join(page.escape(piece.text) if piece.kind == "text" else piece.html for piece in pieces)
