"""XML of any vocabulary. ITS rules say what in it is text; the file goes back out as it is spelled.

What is not named by a rule follows ITS: the content of elements is text, attributes are none, and every element
begins a unit. Vocabularies that habar knows come with rules of their own (``data/its``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from i18n.formats.markup.document import BOMS, Charset, document
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.tokens import unix, xml_tokens
from i18n.formats.markup.walk import Walk
from i18n.formats.source import Source
from i18n.model import Document, LocaleSlot, Place, Skeleton
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from lxml import etree

_ENTITY = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|([^;&#\s]{1,100}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_VOCABULARIES = {
    "http://docbook.org/ns/docbook": "docbook",
    "http://iptc.org/std/NITF/2006-10-18/": "nitf",
    "http://iptc.org/std/nar/2006-10-01/": "newsml-g2",
    "http://www.w3.org/2005/Atom": "atom",
    "urn:habar:bulletin:1": "bulletin",
    "rss": "rss",
    "nitf": "nitf",
}
"""Rule files by the namespace of the root, or by its name where it has none."""
_DOCBOOK_4 = frozenset(("article", "book", "chapter", "section", "sect1", "refentry", "set", "part"))


def read(source: Source) -> Document:
    """The text of an XML document.

    :raises HabarError: H101, H105, H140 to H149, H252: nothing in it, a NUL byte, no well-formed XML, wrong rules.
    """
    from i18n.formats import its
    from i18n.formats.markup.said import Known, Sayings

    root, text, charset = _parsed(source)
    place = source.path
    extra = [its.RuleFile(f"{name}.xml", data) for name, data in _shipped(root)]
    extra += [its.RuleFile(file.path, file.data) for file in source.rules]
    rules = its.read_rules(root, place, html=False, load=source.load or _refuse, extra=extra)
    elements = list(root.iter("*"))
    numbers = {element: number for number, element in enumerate(elements)}
    sayings = Sayings(root, rules, numbers, html=False)
    facts = [_facts(sayings, element, Known(""), its.ITS) for element in elements]
    if sayings.problems:
        raise HabarError(*sayings.problems.values())
    titles = [number for number, known in enumerate(facts) if known.role == "title"]
    walk = Walk(
        text,
        FLAVOUR,
        Outline(
            path=place,
            locale=source.locale,
            facts=facts,
            title=titles[0] if titles else None,
            main=next((number for number, known in enumerate(facts) if known.page == "main"), None),
            slots=_slots(root),
            languages=frozenset(("xml:lang",)) if _has_language(elements) else frozenset(),
        ),
    )
    walk.run(xml_tokens(text))
    return document(source, "xml", walk, charset, resources=sayings.resources(elements))


def escape(text: str, kind: str) -> str:
    """Text as it may stand in XML: in running text, in an attribute with either quotation mark, in CDATA."""
    if kind == "cdata":
        return text.replace("]]>", "]]]]><![CDATA[>")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if kind == "text":
        return text.replace("\r", "&#13;")
    text = text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
    return text.replace('"', "&quot;") if kind == "double" else text.replace("'", "&apos;")


def texts(spelled: str) -> Iterator[tuple[str, str, str]]:
    """A text in pieces: ``(spelled, decoded, "")``, and ``(spelled, "", name)`` for an entity of the document's own."""
    if "&" not in spelled:
        yield spelled, unix(spelled), ""
        return
    start = position = 0
    decoded: list[str] = []
    for found in _ENTITY.finditer(spelled):
        decoded.append(unix(spelled[position : found.start()]))
        position = found.end()
        character = _character(found)
        if character is not None:
            decoded.append(character)
            continue
        if text := "".join(decoded):
            yield spelled[start : found.start()], text, ""
        decoded, start = [], position
        yield found[0], "", found[3]
    if text := "".join([*decoded, unix(spelled[position:])]):
        yield spelled[start:], text, ""


def value(spelled: str) -> str:
    """An attribute's value. An entity of the document's own stays as it is spelled."""
    return _ENTITY.sub(lambda found: found[0] if (char := _character(found)) is None else char, spelled)


FLAVOUR = Flavour(texts, value, html=False)


def _character(found: re.Match[str]) -> str | None:
    if found[3]:
        return _NAMED.get(found[3])
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code < 0x110000 else None


def _parsed(source: Source) -> tuple[etree._Element, str, Charset]:
    """The root, the text without a byte order mark, and its encoding."""
    from i18n.formats.its import parse_xml

    if not source.data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise HabarError(problem("H101", Place(source.path, 1), "there is nothing in the file"))
    root = parse_xml(source.data, source.path)
    mark, charset = next(((mark, name) for mark, name in BOMS if source.data.startswith(mark)), (b"", ""))
    charset = charset or (root.getroottree().docinfo.encoding or "utf-8").lower()
    try:
        text = source.data[len(mark) :].decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        message = f"the text is not in the encoding that its first line names, {charset}"
        raise HabarError(problem("H104", Place(source.path, 1), message)) from error
    return root, text, Charset(charset, bool(mark))


def _refuse(href: str, base: str) -> bytes:
    raise HabarError(problem("H143", Place(base), f"“{href}”: rules in other files are not read here"))


def _facts(sayings: object, element: etree._Element, known: object, its_namespace: str) -> Facts:
    if str(element.tag).startswith(f"{{{its_namespace}}}") and not str(element.tag).endswith("}span"):
        return Facts(translate=False, rule="ITS markup")
    return sayings.facts(element, known, _spelled)  # type: ignore[attr-defined, no-any-return]


def _spelled(element: etree._Element, name: str) -> str:
    """An attribute's name with the document's prefix."""
    if name[0] != "{":
        return name
    namespace, _, local = name[1:].partition("}")
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{local}"
    prefixes = [prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix]
    return f"{min(prefixes)}:{local}" if prefixes else local


def _shipped(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """The rules that come with habar for a document's vocabulary."""
    namespace, _, name = str(root.tag).rpartition("}")
    vocabulary = _VOCABULARIES.get(namespace.removeprefix("{") or name)
    if vocabulary is None and not namespace and (name in _DOCBOOK_4 or "DocBook" in (_public_id(root) or "")):
        vocabulary = "docbook4" if "DocBook" in (_public_id(root) or "") else None
    if vocabulary and (data := _rules(vocabulary)):
        yield vocabulary, data


def _public_id(root: etree._Element) -> str | None:
    found: str | None = root.getroottree().docinfo.public_id
    return found


@cache
def _rules(vocabulary: str) -> bytes | None:
    file = resources.files("i18n") / "data" / "its" / f"{vocabulary}.xml"
    return file.read_bytes() if file.is_file() else None


def _has_language(elements: Sequence[etree._Element]) -> bool:
    return any(_XML_LANG in element.attrib for element in elements)


def _slots(root: etree._Element) -> dict[int, Skeleton]:
    """The language of a document that names none is written on its root."""
    if _XML_LANG in root.attrib:
        return {}
    return {0: (LocaleSlot("lang", "", ' xml:lang="', '"'),)}
