"""XML files of other tools. They are not trusted: no DTD, no entity, no network, all with bounds (lxml's door)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LARGEST = 32_000_000
"""Bytes of a file with translations. A thousand bulletins are some twenty of these million."""
MOST_TAGS = 800_000
"""Tags of a file: memory and time go by them. A thousand bulletins have half as many."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Refusals(NamedTuple):
    """The codes of problems with a file as XML, and how much of it is read."""

    malformed: str = "H260"
    unsafe: str = "H261"
    largest: int = LARGEST
    doctype: bytes | None = None
    """An expression for the one document type that is passed over; it may not hold declarations."""


_USUAL = Refusals()


def root_of(data: bytes, path: str, refusals: Refusals = _USUAL) -> Any:
    """The root element of an XML file.

    :raises HabarError: it is no XML, too large, or has a document type; with the line.
    """
    from lxml import etree

    check_size(data, path, refusals)
    known = _refuse_doctype(data, path, refusals)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise HabarError(malformed(error, path, refusals)) from None
    if root.getroottree().docinfo.internalDTD is not None and not known:
        raise HabarError(problem(refusals.unsafe, Place(path), NO_DOCTYPE))
    return root


def check_size(data: bytes, path: str, refusals: Refusals = _USUAL) -> None:
    """Refuses what is too large to be read at once.

    :raises HabarError: it is.
    """
    if len(data) > refusals.largest:
        message = f"the file has {len(data)} bytes; {refusals.largest} are allowed"
        raise HabarError(problem(refusals.unsafe, Place(path), message))
    if data.count(b"<") > MOST_TAGS:
        raise HabarError(problem(refusals.unsafe, Place(path), f"the file has more than {MOST_TAGS} tags"))


def malformed(error: Any, path: str, refusals: Refusals) -> Problem:
    """What lxml found to be no XML, with its place."""
    line, column = error.position
    reason = str(error.msg).removesuffix(f", line {line}, column {column}")
    return problem(refusals.malformed, Place(path, line, column), f"the file is not XML: {reason}")


NO_DOCTYPE = "a document type (<!DOCTYPE …>) is not allowed"


def _refuse_doctype(data: bytes, path: str, refusals: Refusals) -> bool:
    """Whether there is a document type that may be there. Any other is refused before the file is parsed."""
    plain = data.replace(b"\0", b"")  # in UTF-16 every other byte is one
    at = plain.find(b"<!DOCTYPE")
    if at < 0:
        return False
    if refusals.doctype and re.compile(refusals.doctype).match(plain, at):
        return True
    raise HabarError(problem(refusals.unsafe, Place(path, plain.count(b"\n", 0, at) + 1), NO_DOCTYPE))


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(parent: Any, name: str) -> Iterable[Any]:
    """The child elements of this name, in whatever namespace."""
    return (child for child in parent if local(child) == name)


def attribute(element: Any, name: str) -> str | None:
    """An attribute without a namespace, or with whatever namespace where there is none such."""
    value: str | None = element.get(name)
    if value is None:
        value = next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)
    return value


def holds(text: str) -> bool:
    """Whether XML can hold all characters of a text."""
    return NOT_XML.search(text) is None


def spelled(text: str) -> str:
    """A text as it stands in an XML file."""
    return escape(text, {"\r": "&#13;"})


def tag(name: str, attributes: Mapping[str, str | None], end: str = ">") -> str:
    """A start tag, or with the end ``/>`` an empty element. Attributes without a value are left out."""
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value is not None)
    return f"<{name}{given}{end}"


def element(name: str, attributes: Mapping[str, str | None], inner: str) -> str:
    """An element in one line; ``inner`` is XML already."""
    return f"{tag(name, attributes)}{inner}</{name}>"
