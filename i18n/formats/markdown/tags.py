"""Tags of HTML inside running text: which belong together, and what a page shows of them."""

from __future__ import annotations

import html
import re

from i18n.formats import htmlnames, page
from i18n.formats.markdown.pieces import Piece, has_words

_ATTRIBUTE = re.compile(r"\s([a-zA-Z_:][a-zA-Z0-9:._-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")


def texts(name: str, tag: str) -> list[tuple[str, str]]:
    """The attributes of a tag that hold text for a reader, each with its text. They are left as they are."""
    attributes = _attributes(tag)
    held = htmlnames.texts(name, attributes)
    return [(key, value) for key, value in attributes.items() if key in held and has_words(value)]


def harmless(name: str, kind: str, tag: str) -> str:
    """What a page shows of a tag inside running text."""
    if name not in page.INLINE:
        return ""
    if kind == "close":
        return page.close_tag(name)
    return page.open_tag(name, _attributes(tag))


def _attributes(tag: str) -> dict[str, str]:
    return {found[1].lower(): html.unescape((found[2] or "").strip("\"'")) for found in _ATTRIBUTE.finditer(tag)}


def settle_tags(pieces: list[Piece]) -> None:
    """Lets a tag without its other end stand alone, and one that crosses other markup."""
    opened: list[Piece] = []
    for piece in pieces:
        if piece.kind == "open":
            opened.append(piece)
        elif piece.kind == "close" and not piece.tag:
            while opened[-1].tag:
                _stand_alone(opened.pop())
            opened.pop()
        elif piece.kind == "close":
            _close_tag(piece, opened)
    for piece in opened:
        _stand_alone(piece)


def _close_tag(piece: Piece, opened: list[Piece]) -> None:
    inner = next(
        (count for count, other in enumerate(reversed(opened)) if not other.tag or other.name == piece.name), None
    )
    if inner is None or not opened[-1 - inner].tag:
        _stand_alone(piece)
        return
    for _ in range(inner):
        _stand_alone(opened.pop())
    if not opened.pop().html:
        piece.html = ""


def _stand_alone(piece: Piece) -> None:
    piece.kind, piece.html = "alone", ""
