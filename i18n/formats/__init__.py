"""The formats in which bulletins arrive. A format is a module of its name and one line in ``FORMATS``.

A reader takes bytes and returns the same ``Document`` whatever the format: a skeleton with holes and
the units that belong in them. A reader and the libraries behind it are loaded when a file of its format is there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from i18n import assemble, content
from i18n.formats import foreign, levels
from i18n.formats.source import RuleFile, Source
from i18n.model import Document, LocalizedDocument, Place
from i18n.problems import HabarError, Problem, problem

__all__ = ["FORMATS", "Format", "RuleFile", "Source", "for_name", "no_reader", "read", "write", "written_name"]


class Reader(Protocol):
    """What the module of a format has."""

    def read(self, source: Source) -> Document:
        """Raises ``HabarError`` with every reason why the file cannot be read."""

    def escape(self, text: str, kind: str) -> str:
        """Text that may stand in this format in a place of the given kind (``UnitRef.kind``).

        A module may have ``printed``, too, where it matters what stands beside a code (``assemble.Printed``).
        """


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of source file."""

    name: str
    """Of its module, too."""
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    written: str = ""
    """The suffix of what a file becomes in another language, where that is another format."""

    @property
    def reader(self) -> Reader:
        return _reader(self.name)


@cache
def _reader(name: str) -> Reader:
    return cast(Reader, import_module(f"{__name__}.{name}"))


FORMATS: tuple[Format, ...] = (
    Format("record", (".txt",)),
    Format("html", (".html", ".htm")),
    Format("xml", (".xml", ".xhtml", ".dbk", ".docbook", ".rss", ".atom", ".nitf", ".page", ".dita")),
    Format("markdown", (".md", ".markdown")),
    Format("docx", (".docx",), written=".html"),
)


def for_name(name: str) -> Format | None:
    """The format of a file, by its suffix."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def read(source: Source) -> Document:
    """The document that a source file holds.

    :raises HabarError: H106 for a file of no known format; else as the format's reader.
    """
    known = for_name(source.path)
    if known is None:
        raise HabarError(no_reader(source.path))
    document = known.reader.read(source)
    body = levels.without_gaps(document.body)
    return document if body is document.body else replace(document, body=body)


def written_name(name: str) -> str:
    """The name of a file in another language: its own, or with another suffix where its format is only read."""
    known = for_name(name)
    return f"{name[: name.rfind('.')]}{known.written}" if known and known.written else name


def write(localized: LocalizedDocument) -> bytes:
    """A bulletin in the format and the encoding of its source. In the source's language, untouched, it is the source.

    What is only read becomes a file of the format that ``Format.written`` names.

    :raises HabarError: H304 for text that the encoding has no letters for, where they cannot be spelled otherwise.
    """
    document = localized.document
    reader = next(known.reader for known in FORMATS if known.name == document.format)
    letters = _Letters(document)

    def escape(text: str, kind: str) -> str:
        return letters.spelled(reader.escape(text, kind), kind)

    text = assemble.write(localized, escape, getattr(reader, "printed", content.printed))
    return (("\ufeff" if document.bom else "") + text).encode(document.charset)


class _Letters:
    """Spells what the encoding of a source lacks as character references."""

    def __init__(self, document: Document) -> None:
        self._place = document.place
        self._charset = document.charset
        self._complete = document.charset.startswith("utf-")

    def spelled(self, text: str, kind: str) -> str:
        if self._complete:
            return text
        try:
            text.encode(self._charset)
        except UnicodeEncodeError as error:
            if kind == "cdata":
                message = f"“{text[error.start]}” cannot be written in a CDATA section in {self._charset}"
                raise HabarError(problem("H304", self._place, message)) from error
            return text.encode(self._charset, "xmlcharrefreplace").decode(self._charset)
        return text


def no_reader(name: str) -> Problem:
    """What is said of a file of no known format, and what to do about it."""
    hint = foreign.way_out(name, [suffix for known in FORMATS for suffix in known.suffixes])
    return problem("H106", Place(name), "no reader knows this kind of file", hint=hint)
