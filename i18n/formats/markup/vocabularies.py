"""The XML vocabularies that habar knows, and the ITS rules that come with it for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from lxml import etree

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

BULLETIN = "urn:habar:bulletin:1"
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
_BEGINNINGS = frozenset("title articleinfo bookinfo setinfo info sect1 section chapter refnamediv".split())
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
    Vocabulary(("bulletin.its",), BULLETIN, frozenset(("bulletin",))),
    Vocabulary(("docbook.its",), roots=_SETS, children=_BEGINNINGS),
)  # fmt: skip
"""The first that fits counts."""
_BROKEN = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"Type date doesn't allow value '(.*)'", r"“\1” is no day that exists, written as 2024-03-21"),
        (r"Type language doesn't allow value '(.*)'", r"“\1” is no language tag"),
        (r"Type ID doesn't allow value '(.*)'|ID (\S+) redefined", "an id is no name, or stands twice"),
        (r"Type \w+ doesn't allow value '(.*)'", r"the value “\1” is not allowed here"),
        (r"Invalid attribute (\S+) for element (\S+)", r"<\2> has no attribute “\1”, or not with this value"),
        (r"Element (\S+) failed to validate attributes", r"an attribute of <\1> is missing"),
        (r"Did not expect element text there", "text stands here without an element around it"),
        (r"Did not expect element (\S+) there", r"<\1> does not belong here"),
        (r"Element (\S+) has wrong namespace", r"<\1> does not belong here"),
        (r"Did not expect text in element (\S+) content", r"text does not belong directly into <\1>"),
        (r"Expecting (?:an )?element (\S+), got (?!nothing)(\S+)", r"<\1> is missing: here stands <\2>"),
    )
)


def rules_for(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the rule files for a document; none for a vocabulary that is not known."""
    known = next((known for known in VOCABULARIES if _fits(known, root)), None)
    for name in known.rules if known else ():
        yield name, _shipped(name)


def refuse_invalid(root: etree._Element, path: str) -> None:
    """Stops a bulletin of habar's own vocabulary that is not built as ``data/bulletin.rng`` asks.

    :raises HabarError: H163, one for each place.
    """
    if root.tag != f"{{{BULLETIN}}}bulletin":
        return
    schema = etree.RelaxNG(etree.fromstring((resources.files("i18n") / "data" / "bulletin.rng").read_bytes()))
    if not schema.validate(root):
        raise HabarError(*_faults(schema, path))


def _faults(schema: etree.RelaxNG, path: str) -> Iterator[Problem]:
    """What a validator found, as far as it is not only a consequence of something else."""
    matches = [
        (rank, error.line, found.expand(words))
        for error in schema.error_log
        for rank, (pattern, words) in enumerate(_BROKEN)
        if (found := pattern.match(error.message))
    ]
    best = min((rank for rank, _, _ in matches), default=0)
    for line, words in dict.fromkeys((line, words) for rank, line, words in matches if rank == best):
        yield problem("H163", Place(path, line), words)
    if not matches:
        yield problem("H163", Place(path, 1), f"it does not follow its schema: {schema.error_log.last_error.message}")


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
