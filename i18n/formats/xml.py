"""XML of any vocabulary. ITS rules say what in it is text; the file goes back out as it is spelled.

What is not named by a rule follows ITS: the content of elements is text, attributes are none, and every element
begins a unit. Vocabularies that habar knows come with rules of their own (``data/its``).
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from i18n.formats import its
from i18n.formats.above import raised
from i18n.formats.languagemark import contradictions
from i18n.formats.markup.decoding import parsed
from i18n.formats.markup.document import document
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.flow import has_text
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.said import Known, Sayings
from i18n.formats.markup.tokens import unix, xml_tokens
from i18n.formats.markup.vocabularies import XHTML, refuse_invalid, rules_for
from i18n.formats.markup.walk import Walk
from i18n.formats.markup.written import could_say_direction
from i18n.formats.source import Source
from i18n.model import Document, LocaleSlot, Place, Skeleton
from i18n.problems import HabarError, Problem, problem

_ENTITY = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|([^;&#\s]{1,100}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_MARKUP = Facts(translate=False, rule="ITS markup")
_UNKNOWN = Known("")
_PRESERVED = frozenset(("pre", "textarea"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(source: Source) -> Document:
    """The text of an XML document.

    :raises HabarError: H101, H104, H105, H140 to H146, H163, H252: nothing in it, a wrong encoding, no XML,
        wrong rules, no valid bulletin.
    """
    root, text, charset = parsed(source)
    place = source.path
    extra = [its.RuleFile(name, data) for name, data in rules_for(root)]
    extra += [its.RuleFile(file.path, file.data) for file in source.rules]
    refuse_invalid(root, place)
    rules = its.read_rules(root, place, html=False, load=source.load or _refuse, extra=extra)
    elements = list(root.iter("*"))
    numbers = {element: number for number, element in enumerate(elements)}
    sayings = Sayings(root, rules, numbers, html=False)
    facts = [_facts(sayings, element) for element in elements]
    _in_text(facts, elements, numbers)
    if sayings.problems:
        raise HabarError(*sayings.problems.values())
    outline = _outline(source, root, sayings, facts)
    draft = Walk(text, _flavour(root, outline.entities), outline).run(xml_tokens(text))
    made = document(
        source,
        "xml",
        draft,
        charset,
        meta=sayings.own.meta,
        resources=sayings.resources(elements),
        noticed=[*rules.problems, *_elsewhere(source.path, root), *_contradictions(source, root, sayings)],
    )
    return raised(made)


def _outline(source: Source, root: etree._Element, sayings: Sayings, facts: list[Facts]) -> Outline:
    return Outline(
        path=source.path,
        locale=source.locale,
        facts=facts,
        title=next((number for number, known in enumerate(facts) if known.role == "title"), None),
        date=next((number for number, known in enumerate(facts) if known.role == "date"), None),
        main=next((number for number, known in enumerate(facts) if known.page == "main"), None),
        entities=_entities(root),
        slots=_slots(root, sayings),
        languages=frozenset(("xml:lang",)) if next(root.iterfind(f".//*[@{_XML_LANG}]"), None) is not None
        or _XML_LANG in root.attrib else frozenset(),
        page=source.page,
    )  # fmt: skip


def escape(text: str, kind: str) -> str:
    """Text as it may stand in XML: in running text, in an attribute with either quotation mark, in CDATA."""
    if kind == "cdata":
        return text.replace("]]>", "]]]]><![CDATA[>")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if kind == "text":
        return text.replace("\r", "&#13;")
    text = text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
    return text.replace('"', "&quot;") if kind == "double" else text.replace("'", "&apos;")


class _Texts:
    """Reads the text of one document. An entity of its own is a code; one that stands for a character is text."""

    def __init__(self, characters: Mapping[str, str]) -> None:
        """``characters`` are the entities that stand for one."""
        self._characters = characters

    def texts(self, spelled: str) -> Iterator[tuple[str, str, str]]:
        """A text in pieces: ``(spelled, decoded, "")``, and ``(spelled, "", name)`` for an entity of the document."""
        if "&" not in spelled:
            yield spelled, unix(spelled), ""
            return
        start = position = 0
        decoded: list[str] = []
        for found in _ENTITY.finditer(spelled):
            decoded.append(unix(spelled[position : found.start()]))
            position = found.end()
            character = self._character(found)
            if character is not None:
                decoded.append(character)
                continue
            if text := "".join(decoded):
                yield spelled[start : found.start()], text, ""
            decoded, start = [], position
            yield found[0], "", found[3]
        if text := "".join([*decoded, unix(spelled[position:])]):
            yield spelled[start:], text, ""

    def value(self, spelled: str) -> str:
        """An attribute's value. An entity of the document's own stays as it is spelled."""
        return _ENTITY.sub(lambda found: found[0] if (char := self._character(found)) is None else char, spelled)

    def _character(self, found: re.Match[str]) -> str | None:
        if found[3]:
            return self._characters.get(found[3])
        code = int(found[1], 16) if found[1] else int(found[2])
        return chr(code) if code < 0x110000 else None


def _entities(root: etree._Element) -> dict[str, str]:
    """The entities that a document declares, in plain text; empty for what is more than text."""
    subset = root.getroottree().docinfo.internalDTD
    declared = () if subset is None else subset.iterentities()
    contents = {str(entity.name): str(entity.content or "") for entity in declared}
    return {name: "" if "<" in text else html.unescape(text) for name, text in contents.items()}


def _elsewhere(path: str, root: etree._Element) -> Iterator[Problem]:
    """What of a document stands in other files: they are not read."""
    subset = root.getroottree().docinfo.internalDTD
    files = {entity.name for entity in subset.iterentities() if entity.system_url} if subset is not None else set()
    for node in root.iter(etree.Entity, _INCLUDE):
        is_entity = node.tag is etree.Entity
        if not is_entity or node.name in files:
            what = f"what the entity “{node.name}” stands for" if is_entity else f"“{node.get('href', '')}”"
            yield problem("H164", Place(path, node.sourceline or None), f"{what} is in another file, which is not read")


def _contradictions(source: Source, root: etree._Element, sayings: Sayings) -> list[Problem]:
    """H388, by the mark on the root, or by the first that its vocabulary has."""
    marked = root.get(_XML_LANG) or root.get("lang") or next(sayings.said_languages(), None)
    return contradictions(marked, source.locale, Place(source.path, root.sourceline))


def _flavour(root: etree._Element, entities: Mapping[str, str]) -> Flavour:
    """How texts are read. A document type elsewhere is not loaded: its entities are taken for those that all have."""
    characters = _NAMED
    if root.getroottree().docinfo.system_url:
        named = {name[:-1]: text for name, text in html.entities.html5.items() if name[-1] == ";"}
        characters = {**named, **_NAMED}
    reader = _Texts({name: text for name, text in characters.items() if name in _NAMED or name not in entities})
    return Flavour(reader.texts, reader.value, html=False)


def _refuse(href: str, base: str) -> bytes:
    raise HabarError(problem("H143", Place(base), f"“{href}”: rules in other files are not read here"))


def _facts(sayings: Sayings, element: etree._Element) -> Facts:
    namespace, _, name = str(element.tag).rpartition("}")
    if namespace == f"{{{its.ITS}":
        return _span(sayings.facts(element, _UNKNOWN, _spelled), element) if name == "span" else _MARKUP
    known = Known(name, preserve=name in _PRESERVED) if namespace == f"{{{XHTML}" else _UNKNOWN
    return sayings.facts(element, known, _spelled)


def _in_text(facts: list[Facts], elements: list[etree._Element], numbers: Mapping[etree._Element, int]) -> None:
    """What is not translated does not cut a sentence in two: where text stands around it, it is part of that."""
    mixed: dict[int, bool] = {}
    for number, known in enumerate(facts):
        above = elements[number].getparent() if not known.translate and known.within == "no" else None
        if above is None or known.locales or known is _MARKUP or not facts[numbers[above]].translate:
            continue
        at = numbers[above]
        if at not in mixed:
            texts = (above.text, *(child.tail for child in above))
            mixed[at] = facts[at].within == "yes" or any(has_text(text) for text in texts if text)
        if mixed[at]:
            facts[number] = replace(known, within="yes")


def _span(facts: Facts, element: etree._Element) -> Facts:
    """``its:span`` is made to mark words in a text, whatever ITS presumes of an element."""
    return replace(facts, within="yes") if facts.within == "no" and "withinText" not in element.attrib else facts


def _spelled(element: etree._Element, name: str) -> str:
    """An attribute's name with the document's prefix."""
    if name[0] != "{":
        return name
    namespace, _, local = name[1:].partition("}")
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{local}"
    prefixes = [prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix]
    return f"{min(prefixes)}:{local}" if prefixes else local


def _slots(root: etree._Element, sayings: Sayings) -> dict[int, Skeleton]:
    """The language of a document that names none is written on its root; the direction, where there is a way to."""
    slots = []
    own = sayings.own
    if own.write and own.write not in root.attrib and _XML_LANG not in root.attrib and not sayings.languages_of(root):
        slots.append(LocaleSlot("lang", "", f' {own.write}="', '"'))
    if name := could_say_direction(root):
        slots.append(LocaleSlot("dir", "", f' {name}="', '"'))
    return {0: tuple(slots)} if slots else {}
