"""What a file of an office program, or a PDF, tells of those who made it: names, comments, tracked changes.

It is looked for where such programs write it. What is packed or encrypted in a PDF is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from lxml import etree

from i18n.content import fold
from i18n.formats.docx.package import Package
from i18n.formats.docx.parts import parse
from i18n.patterns import late
from i18n.problems import HabarError

_ABOUT = frozenset(("docProps/core.xml", "meta.xml"))
_AUTHORS = frozenset(("creator", "lastModifiedBy", "initial-creator"))
_TEXTS = late(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml\Z|content\.xml\Z")
_COMMENTS = late(r"(word|ppt|xl)/(\w+/)?(comments?|threadedComment|modernComment)\w*\.xml\Z")
_REVISIONS = late(r"xl/revisions/.*\.xml\Z")
_NOTES = frozenset(("annotation", "comment", "cm", "threadedComment"))
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "changed-region"))
_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:[^()\\]|\\.){1,400})\)|<([0-9A-Fa-f\s]{2,800})>)")
_PDF_XMP = re.compile(rb"<dc:creator>(.{1,2000}?)</dc:creator>", re.DOTALL)
_PDF_XMP_NAME = re.compile(rb"<rdf:li[^>]*>([^<]{1,400})</rdf:li>")
_PDF_NOTE = re.compile(rb"/Subtype\s*/(?:Text|FreeText|Highlight|StrikeOut)\b")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LONGEST = 80
"""Characters of a name."""


class Traces(NamedTuple):
    """What a reader may find in a file beside its text."""

    authors: tuple[str, ...] = ()
    comments: bool = False
    changes: bool = False


def traces(data: bytes, path: str) -> Traces:
    """What a file tells. Of one that cannot be read, nothing is said."""
    if data.startswith(b"%PDF-"):
        return _of_pdf(data)
    with suppress(HabarError):
        return _of_package(Package(data, path), path)
    return Traces()


def _of_package(package: Package, path: str) -> Traces:
    names = [name for name in package.names if package.has(name)]
    about = [part for name in names if name in _ABOUT for part in _elements(package, name, path)]
    found = {
        local
        for name in names
        if _TEXTS.match(name) or _COMMENTS.match(name)
        for local, _ in _elements(package, name, path)
    }
    changes = bool(found & _CHANGES) or any(_REVISIONS.match(name) for name in names)
    return Traces(_distinct(text for local, text in about if local in _AUTHORS), bool(found & _NOTES), changes)


def _elements(package: Package, name: str, path: str) -> Iterator[tuple[str, str]]:
    """Every element of a part: its name without its namespace, and the text that it begins with."""
    with suppress(HabarError):
        for element in parse(package, name, path).iter(etree.Element):
            yield etree.QName(element).localname, element.text or ""


def _of_pdf(data: bytes) -> Traces:
    if b"/Encrypt" in data:
        return Traces()
    spelled = [_unescaped(plain) if plain else _unhexed(packed) for plain, packed in _PDF_AUTHOR.findall(data)]
    named = [name for found in _PDF_XMP.findall(data) for name in _PDF_XMP_NAME.findall(found)]
    texts = [*map(_decoded, spelled), *(name.decode("utf-8", "replace") for name in named)]
    return Traces(_distinct(texts), _PDF_NOTE.search(data) is not None)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    folded = (fold("".join(filter(str.isprintable, name)))[:_LONGEST] for name in names)
    return tuple(dict.fromkeys(name for name in folded if name))


_SIGNS: Mapping[bytes, bytes] = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


def _unescaped(text: bytes) -> bytes:
    """A string of a PDF without its backslashes (ISO 32000, 7.3.4.2)."""

    def sign(found: re.Match[bytes]) -> bytes:
        number = found[1]
        return bytes([int(number, 8) & 255]) if number.isdigit() else _SIGNS.get(number, number)

    return _ESCAPED.sub(sign, text)


def _unhexed(text: bytes) -> bytes:
    digits = b"".join(text.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _decoded(text: bytes) -> str:
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    return text.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if text.startswith(b"\xef\xbb\xbf") else "latin-1")
