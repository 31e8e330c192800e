"""The XML vocabularies that habar knows, and the ITS rules that come with it for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"


class Vocabulary(NamedTuple):
    """How a vocabulary is recognised, and its rules."""

    rules: tuple[str, ...]
    """Files in ``data/its``; where two speak of one element, the later one counts."""
    namespace: str = ""
    """Of the root."""
    roots: frozenset[str] = frozenset()
    """Local names of the root; empty: any."""
    children: frozenset[str] = frozenset()
    """One of these must stand right below the root, where names alone say little."""
    public_id: str = ""
    """A part of the public identifier in the document type. It says enough by itself."""


_SETS = frozenset("set book part article chapter appendix preface section sect1 simplesect refentry reference".split())
_BEGINNINGS = frozenset("title articleinfo bookinfo setinfo info para sect1 section chapter refnamediv".split())
VOCABULARIES = (
    Vocabulary(("docbook.its",), "http://docbook.org/ns/docbook"),
    Vocabulary(("docbook.its",), public_id="//DTD DocBook"),
    Vocabulary(("nitf.its",), "http://iptc.org/std/NITF/2006-10-18/"),
    Vocabulary(("nitf.its",), roots=frozenset(("nitf",)), children=frozenset(("head", "body"))),
    Vocabulary(("xhtml.its", "nitf.its", "newsml-g2.its"), "http://iptc.org/std/nar/2006-10-01/"),
    Vocabulary(("xhtml.its", "rss.its"), roots=frozenset(("rss",)), children=frozenset(("channel",))),
    Vocabulary(("rss.its",), "http://www.w3.org/1999/02/22-rdf-syntax-ns#", frozenset(("RDF",)),
               frozenset(("{http://purl.org/rss/1.0/}channel",))),
    Vocabulary(("xhtml.its", "atom.its"), "http://www.w3.org/2005/Atom"),
    Vocabulary(("xhtml.its",), XHTML),
    Vocabulary(("docbook.its",), roots=_SETS, children=_BEGINNINGS),
)  # fmt: skip
"""The first that fits counts."""


def rules_for(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the rule files for a document; none for a vocabulary that is not known."""
    known = next((known for known in VOCABULARIES if _fits(known, root)), None)
    for name in known.rules if known else ():
        yield name, _shipped(name)


def _fits(known: Vocabulary, root: etree._Element) -> bool:
    if known.public_id:
        return known.public_id in (root.getroottree().docinfo.public_id or "")
    namespace, _, name = str(root.tag).removeprefix("{").rpartition("}")
    if known.namespace != namespace or (known.roots and name not in known.roots):
        return False
    return not known.children or any(child.tag in known.children for child in root)


@cache
def _shipped(name: str) -> bytes:
    return (resources.files("i18n") / "data" / "its" / name).read_bytes()
