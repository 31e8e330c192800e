"""The formats in which bulletins arrive. A format is a module and one line in ``FORMATS``.

A reader takes bytes and returns the same ``Document`` whatever the format: a skeleton with holes and
the units that belong in them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from i18n.formats import record
from i18n.formats.source import Source
from i18n.model import Document, Place
from i18n.problems import HabarError, problem

__all__ = ["FORMATS", "Format", "Source", "for_name", "known_suffixes", "read"]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of source file."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[Source], Document]
    """Raises ``HabarError`` with every reason why the file cannot be read."""
    escape: Callable[[str, str], str]
    """Text that may stand in this format in a place of the given kind (``UnitRef.kind``)."""


FORMATS: tuple[Format, ...] = (Format("record", (".txt",), record.read, record.escape),)


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
        raise HabarError(problem("H106", Place(source.path), "no reader knows this file", hint=known_suffixes()))
    return known.read(source)


def known_suffixes() -> str:
    """What to do about a file of no known format."""
    return "use one of: " + ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
