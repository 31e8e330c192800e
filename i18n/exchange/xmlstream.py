"""XML files that are larger than memory, read element by element. They are no more trusted than small ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from i18n.exchange.xmlfile import NO_DOCTYPE, Refusals, local, malformed
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PROLOG = 65_536
"""Bytes in which the first element must begin."""
_MOST_BETWEEN = 8_000_000
"""Bytes from the end of one element to that of the next: memory goes by them."""
_NO_MARKUP = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ELEMENT = re.compile(rb"<[A-Za-z_]")


def elements(pieces: Iterable[bytes], path: str, root: str, name: str, refusals: Refusals) -> Iterator[Any]:
    """The elements called ``name`` in a file whose first element is ``root``. Each is gone when the next is asked for.

    :raises HabarError: it is no XML, has a document type or another first element, or one element is too large; with
        the line. What comes before the fault is given.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",), tag=(f"{{*}}{name}", name), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    between, first = 0, True
    try:
        for piece in _checked(pieces, path, refusals):
            between += len(piece)
            parser.feed(piece)
            for _, element in parser.read_events():
                if first:
                    _check_root(element.getroottree().getroot(), path, root, refusals)
                first, between = False, 0
                yield element
                _forget(element)
            if between > _MOST_BETWEEN:
                message = f"there is no end of a <{name}> in {_MOST_BETWEEN} bytes"
                raise HabarError(problem(refusals.unsafe, Place(path), message))
        whole = parser.close()
    except etree.XMLSyntaxError as error:
        for _, element in () if first else parser.read_events():
            yield element
        raise HabarError(malformed(error, path, refusals)) from None
    if first:
        _check_root(whole, path, root, refusals)


def _checked(pieces: Iterable[bytes], path: str, refusals: Refusals) -> Iterator[bytes]:
    """The pieces, when what stands before the first element holds nothing that is not safe."""
    start, rest = b"", iter(pieces)
    for piece in rest:
        start += piece
        if len(start) >= _PROLOG:
            break
    plain = _NO_MARKUP.sub(b"", start.replace(b"\0", b""))  # in UTF-16 every other byte is one
    element, doctype = _ELEMENT.search(plain), plain.find(b"<!DOCTYPE")
    if doctype >= 0 and (element is None or doctype < element.start()):
        if not (refusals.doctype and re.compile(refusals.doctype).match(plain, doctype)):
            line = start.count(b"\n", 0, max(start.find(b"<!DOCTYPE"), 0)) + 1
            raise HabarError(problem(refusals.unsafe, Place(path, line), NO_DOCTYPE))
    elif element is None and len(start) >= _PROLOG:
        raise HabarError(problem(refusals.malformed, Place(path), f"no element begins in the first {_PROLOG} bytes"))
    yield start
    yield from rest


def _check_root(found: Any, path: str, wanted: str, refusals: Refusals) -> None:
    if local(found) != wanted:
        message = f"the file begins with <{local(found)}>; a {wanted.upper()} file begins with <{wanted}>"
        raise HabarError(problem("H262", Place(path, found.sourceline), message))
    if found.getroottree().docinfo.internalDTD is not None and not refusals.doctype:
        raise HabarError(problem(refusals.unsafe, Place(path), NO_DOCTYPE))


def _forget(element: Any) -> None:
    """Frees an element that was read, and what stands before it beside it."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
