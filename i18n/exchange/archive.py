"""A whole bulletin in one XML file, for archives: source, settings, and every entry of every language.

The vocabulary has the namespace ``urn:habar:archive:1`` and a schema, ``i18n/data/archive.rng``. What stands in a
catalog comes back as it was, value by value (see ``archive_read``).
"""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from i18n import approval
from i18n.exchange.xmlfile import NOT_XML, element, holds, spelled, tag
from i18n.model import Catalog, Entry, LocaleTag

if TYPE_CHECKING:
    from datetime import date

NAMESPACE = "urn:habar:archive:1"

State = Literal["untranslated", "needs-editing", "translated", "approved"]
"""What became of one text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of the source."""

    id: str
    msgid: str


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the source."""

    id: str
    role: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All that a project knows of one bulletin."""

    bulletin: str
    locale: LocaleTag
    """The language that it was written in."""
    revision: str
    """Of the source, as ``Document.revision``."""
    recorded: date | None
    dated: date | None
    files: Mapping[str, bytes]
    """The source and the settings of the bulletin, by their paths in the project."""
    blocks: tuple[Block, ...] = ()
    """The text as it was cut: for readers, and for whoever cuts it in another way one day."""
    catalogs: tuple[Catalog, ...] = field(default=())
    """In the order of the project's languages."""


def state(entry: Entry) -> State:
    """What became of a text: approved counts only where name and day are bound to this text and translation."""
    if entry.fuzzy:
        return "needs-editing"
    if not all(text.strip() for text in entry.msgstrs):
        return "untranslated"
    return "approved" if approval.counting(entry) else "translated"


def write(archive: Archive) -> bytes:
    """The file, in UTF-8. The same archive gives the same bytes."""
    attributes = {
        "xmlns": NAMESPACE,
        "bulletin": archive.bulletin,
        "xml:lang": archive.locale,
        "revision": archive.revision,
        "recorded": archive.recorded.isoformat() if archive.recorded else None,
        "dated": archive.dated.isoformat() if archive.dated else None,
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', tag("archive", attributes)]
    lines += [_file(name, archive.files[name]) for name in sorted(archive.files)]
    lines += ["<text>", *map(_block, archive.blocks), "</text>"]
    for catalog in archive.catalogs:
        lines += _catalog(catalog)
    return "\n".join([*lines, "</archive>", ""]).encode()


def _file(name: str, data: bytes) -> str:
    """A file, readable where it is text."""
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
        if holds(text):
            return element("file", {"name": name}, spelled(text))
    return element("file", {"name": name, "encoding": "base64"}, "\n" + encodebytes(data).decode("ascii"))


def _block(block: Block) -> str:
    inner = "".join(element("s", {"id": passage.id}, _text(passage.msgid)) for passage in block.passages)
    return element("block", {"id": block.id, "role": block.role}, inner)


def _catalog(catalog: Catalog) -> Iterator[str]:
    style = catalog.style
    attributes = {
        "xml:lang": catalog.locale,
        "line-ends": "crlf" if style.newline == "\r\n" else None,
        "bom": "true" if style.bom else None,
        "header-at": str(style.header_at) if style.header_at else None,
    }
    yield tag("catalog", attributes)
    yield element("header", {}, "\n" + _parts(catalog.header))
    for entry in catalog.entries:
        attributes = {"state": state(entry), "obsolete": "true" if entry.obsolete else None}
        yield element("entry", attributes, "\n" + _parts(entry))
    if style.tail:
        yield element("tail", {}, _text(style.tail))
    yield "</catalog>"


def _parts(entry: Entry) -> str:
    return "".join(f"{part}\n" for part in _each_part(entry))


def _each_part(entry: Entry) -> Iterator[str]:
    """In the order of a PO file."""
    yield from map(_comment, entry.comments)
    for name, lines in (("extracted", entry.extracted), ("reference", entry.references), ("flag", entry.flags)):
        yield from (element(name, {}, _text(line)) for line in lines)
    texts = (
        ("previous-context", entry.previous_msgctxt),
        ("previous-source", entry.previous_msgid),
        ("previous-plural", entry.previous_msgid_plural),
        ("context", entry.msgctxt),
        ("source", entry.msgid),
        ("plural", entry.msgid_plural),
    )
    yield from (element(name, {}, _text(text)) for name, text in texts if text is not None)
    yield from (element("translation", {}, _text(text)) for text in entry.msgstrs)


def _comment(line: str) -> str:
    """A person's line. An approval says its parts; one that is spelled otherwise stays as it is."""
    found = approval.found_in([line])
    if len(found) == 1 and str(found[0]) == line and holds(line):
        given = found[0]
        return tag("approval", {"by": given.name, "day": given.day.isoformat(), "digest": given.digest}, "/>")
    return element("comment", {}, _text(line))


def _text(text: str) -> str:
    """A text with all its characters: those that XML cannot hold by their numbers."""
    return NOT_XML.sub(lambda found: f'<character code="{ord(found[0]):04X}"/>', spelled(text))
