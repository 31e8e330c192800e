"""What ITS rules and markup say of the elements of a document, as facts for the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from i18n.formats import its
from i18n.formats.its import limits_of
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.own import Page, own
from i18n.model import Limits, LocaleFilter, Note, Place
from i18n.problems import Problem, problem

if TYPE_CHECKING:
    from lxml import etree

_CATEGORIES = (
    "translate", "elements-within-text", "preserve-space", "localization-note", "locale-filter", "id-value",
    "storage-size", "allowed-characters", "target-pointer", "terminology", "external-resource",
)  # fmt: skip
_NOTHING = Page()
_EVERYONE = LocaleFilter(("*",))


@dataclass(frozen=True, slots=True)
class Known:
    """What a vocabulary is known for, before any rule is asked."""

    page: str
    """The HTML element that stands for an element on a page."""
    preserve: bool = False
    attributes: frozenset[str] = frozenset()


class Sayings:
    """The answers of every category that a reader uses, for one document."""

    def __init__(
        self, root: etree._Element, rules: its.Rules, numbers: Mapping[etree._Element, int], *, html: bool
    ) -> None:
        """``numbers`` are those of the elements' start tags."""
        self.html = html
        self._values = {name: its.evaluate(root, rules, name, html=html) for name in _CATEGORIES}
        self._rules = rules
        self.own = own(rules)
        self._targets = {node: numbers[found] for node, found in _targets(rules) if found in numbers}
        self.problems: dict[str, Problem] = {}
        """What is wrong in what the rules and the markup say, once each."""
        self._speaks = {name: not values.uniform for name, values in self._values.items()}
        self._attributes = any(True for _ in rules.of("translateRule"))
        special = set(_CATEGORIES) - {"translate", "elements-within-text", "id-value"}
        self.plain = (
            not self.own.pages
            and not self.own.languages
            and not self._attributes
            and not any(self._speaks[name] for name in special)
        )
        """Whether nothing but translate, within-text and ids has anything to say."""
        ruled = any(True for _ in rules.of("withinTextRule")) or "withinText" in rules.local.its
        self.constant = self.plain and not ruled and not self._speaks["translate"]
        """Whether elements of one name have the same facts, but for their ids."""

    def facts(self, element: etree._Element, known: Known, spelled: Callable[[etree._Element, str], str]) -> Facts:
        """What is known about one element. ``spelled`` gives an attribute's name as the document spells it."""
        translate = self._one("translate", element, "translate") != "no"
        within = self._one("elements-within-text", element, "withinText") or "no"
        if self.plain:
            return Facts(
                translate,
                within,
                known.preserve,
                known.page,
                attributes=known.attributes if translate else frozenset(),
                name=self.name(element),
            )
        page = self.own.pages.get(element, _NOTHING)
        return Facts(
            translate=translate,
            within=within,
            preserve=known.preserve or self._one("preserve-space", element, "space") == "preserve",
            page=known.page if page.page is None else page.page,
            role=page.role,
            attributes=self._texts(element, known, translate, spelled),
            notes=tuple(self._notes(element)),
            locales=self._locales(element),
            name=self.name(element),
            context=page.context,
            limits=self._limits(element),
            target=self._targets.get(element),
            languages=self._languages(element, spelled),
        )

    def _languages(self, element: etree._Element, spelled: Callable[[etree._Element, str], str]) -> frozenset[str]:
        names = self.own.languages.get(element)
        return frozenset([spelled(element, name) if name else "" for name in names]) if names else frozenset()

    def resources(self, elements: Sequence[etree._Element]) -> tuple[str, ...]:
        """The addresses that belong to the text, in order."""
        values = self._values["external-resource"]
        if values.uniform and not list(self._rules.of("externalResourceRefRule")):
            return ()
        found: dict[str, None] = {}
        for element in elements:
            for said in (values.element(element), *(values.attribute(element, str(name)) for name in element.attrib)):
                if address := said.get("externalResourceRef"):
                    found[address] = None
        return tuple(found)

    def name(self, element: etree._Element) -> str | None:
        """The element's id (ITS, Id Value)."""
        if not self._speaks["id-value"]:
            return None
        return self._values["id-value"].element(element).get("idValue") or None

    def _one(self, category: str, element: etree._Element, key: str) -> str:
        if not self._speaks[category] and not self.html:
            return ""
        return self._values[category].element(element).get(key, "")

    def _texts(
        self,
        element: etree._Element,
        known: Known,
        translate: bool,
        spelled: Callable[[etree._Element, str], str],
    ) -> frozenset[str]:
        """The attributes that hold text."""
        own = known.attributes if translate else frozenset()
        if not self._attributes:
            return own
        values = self._values["translate"]
        found = set(own)
        for name in map(str, element.attrib):
            shown = spelled(element, name)
            said = values.attribute(element, name).get("translate")
            if said == "yes" and (not self.html or shown not in NO_TEXT):
                found.add(shown)
            elif said == "no":
                found.discard(shown)
        return frozenset(found)

    def _notes(self, element: etree._Element) -> Iterator[Note]:
        if self._speaks["localization-note"]:
            said = self._values["localization-note"].element(element)
            alert = said.get("locNoteType") == "alert"
            if text := said.get("locNote"):
                yield Note(text, alert)
            if address := said.get("locNoteRef"):
                yield Note(f"See {address}", alert)
        if self._speaks["terminology"]:
            said = self._values["terminology"].element(element)
            if said.get("term") == "yes":
                text = " ".join("".join(map(str, element.itertext())).split())
                more = said.get("termInfo") or said.get("termInfoRef") or ""
                yield Note(f"Term: {text}{f' ({more})' if more else ''}")

    def _locales(self, element: etree._Element) -> LocaleFilter | None:
        if not self._speaks["locale-filter"]:
            return None
        said = self._values["locale-filter"].element(element)
        listed = said.get("localeFilterList", "*")
        ranges = tuple(part.strip() for part in listed.split(",") if part.strip())
        found = LocaleFilter(ranges, said.get("localeFilterType", "include") != "exclude")
        return None if found == _EVERYONE else found

    def _limits(self, element: etree._Element) -> Limits | None:
        said = self._values["storage-size"].element(element) if self._speaks["storage-size"] else {}
        characters = self._values["allowed-characters"].element(element) if self._speaks["allowed-characters"] else {}
        if not said and not characters:
            return None
        found, wrong = limits_of({**said, **characters})
        for message in wrong:
            self.problems.setdefault(message, problem("H252", Place(self._rules.place, element.sourceline), message))
        return found


NO_TEXT = frozenset("download lang style srcdoc content value".split())
"""Attributes that ITS takes for text in HTML, and that hold none for a reader, or only now and then."""


def _targets(rules: its.Rules) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each element whose translation belongs into another one, and that one."""
    for rule in rules.of("targetPointerRule"):
        pointer = rule.said.pointers.get("targetPointer")
        nodes = [node for node in rules.selected(rule) if not isinstance(node, its.Attribute)]
        if pointer is None:
            continue
        rules.reader.check(pointer, len(nodes))
        for node in nodes:
            found = rules.reader.value(pointer, node)
            if isinstance(found, list) and found and not isinstance(found[0], (str, its.Attribute)):
                yield node, found[0]
