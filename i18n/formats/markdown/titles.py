"""Titles of links: the words in quotation marks behind an address."""

from __future__ import annotations

from typing import NamedTuple

_SPACE = " \t\n"


class Title(NamedTuple):
    """The title of a link: its text, and where it stands between its quotation marks."""

    text: str
    start: int
    end: int


def link_title(text: str, position: int) -> Title | None:
    """The title behind an address that begins at ``position`` or behind white space there."""
    from markdown_it.helpers import parseLinkDestination, parseLinkTitle

    position = _skip_space(text, position)
    address = parseLinkDestination(text, position, len(text))
    if address.ok:
        position = address.pos
    position = _skip_space(text, position)
    title = parseLinkTitle(text, position, len(text), None)
    return Title(title.str, position + 1, title.pos - 1) if title.ok else None


def reference_title(text: str) -> Title | None:
    """The title in the definition of a link's address."""
    position = 1
    while text[position] != "]":
        position += 2 if text[position] == "\\" else 1
    title = link_title(text, position + 2)
    return title if title and not text[title.end + 1 :].partition("\n")[0].strip(_SPACE) else None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position
