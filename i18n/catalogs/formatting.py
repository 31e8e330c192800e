"""A whole catalog in canonical form: what ``msgcat --no-wrap`` of GNU gettext writes, and nothing lost."""

from __future__ import annotations

import re
from dataclasses import replace

from i18n.catalogs.lexer import Lexer
from i18n.catalogs.reader import NO_HEADER
from i18n.catalogs.writer import canonical
from i18n.model import Catalog, Entry, FileStyle
from i18n.patterns import late

_KEYWORDS = late(r"^(?!#[^|~])", re.MULTILINE)
"""The first line of an entry that is no comment."""


def formatted(catalog: Catalog) -> Catalog:
    """The catalog with every entry on one line a field, a blank line between entries and obsolete ones at the end.

    Line ends are those of Unix, and there is no byte order mark. Lines that habar does not understand are kept.
    """
    entries = sorted(catalog.entries, key=lambda entry: entry.obsolete)
    header = catalog.header
    if header != NO_HEADER or header.raw:
        header = header._replace(raw=_text(header))
    tail = catalog.style.tail.replace("\r\n", "\n").strip()
    style = FileStyle(tail=f"\n{tail}\n" if tail else "")
    spelled = [entry._replace(raw="\n" + _text(entry)) for entry in entries]
    if not header.raw:
        spelled[:1] = [first._replace(raw=_text(first)) for first in entries[:1]]
    return replace(catalog, header=header, entries=tuple(spelled), style=style)


def _text(entry: Entry) -> str:
    """The canonical form, with the lines that no field holds above the keywords."""
    text = canonical(entry)
    raw = (entry.raw or "").replace("\r\n", "\n")
    others = [raw[found.start : found.end] for found in Lexer(raw).statements() if found.kind in ("other", "domain")]
    if not others:
        return text
    at = _KEYWORDS.search(text)
    start = at.start() if at else 0
    return "".join([text[:start], *(f"{line}\n" for line in others), text[start:]])
