"""What ITS rules and markup say of the elements of a document, as facts for the walk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from i18n.formats import its
from i18n.formats.markup import answers
from i18n.formats.markup.facts import Facts, Label
from i18n.formats.markup.own import Page, own
from i18n.formats.markup.written import Names, directions, languages
from i18n.model import Limits, Place
from i18n.problems import Problem, problem

if TYPE_CHECKING:
    from lxml import etree

Spelled = Callable[["etree._Element", str], str]
"""Gives the name of an attribute as the document spells it."""
_CATEGORIES = (
    "translate", "elements-within-text", "preserve-space", "locale-filter", "id-value", "storage-size",
    "allowed-characters", "target-pointer", "external-resource", *answers.ASKED,
)  # fmt: skip
_OF_LABELS = ("locale-filter", "id-value", "storage-size", "allowed-characters", *answers.ASKED)
"""What rules can say of an attribute that holds text."""
_NOTHING = Page()


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
        self._languages = languages(rules, self.own.languages)
        self._directions = directions(root)
        self.problems: dict[str, Problem] = {}
        """What is wrong in what the rules and the markup say, once each."""
        self._speaks = {name: not values.uniform for name, values in self._values.items()}
        self._attributes = any(True for _ in rules.of("translateRule"))
        special = set(_CATEGORIES) - {"translate", "elements-within-text", "id-value"}
        self._labels = [name for name in _OF_LABELS if self._values[name].on_attributes]
        rules_speak = self.own.pages or self._languages or self._attributes or self._labels
        self.plain = not rules_speak and not any(self._speaks[name] for name in special)
        """Whether nothing but translate, within-text and ids has anything to say."""
        ruled = any(True for _ in rules.of("withinTextRule")) or "withinText" in rules.local.its
        self.constant = self.plain and not ruled and not self._speaks["translate"]
        """Whether elements of one name have the same facts, but for their ids."""
        self._shared = [self._values[name] for name in _CATEGORIES if self._speaks[name] and name != "id-value"]
        self._quoting = [self._values[name] for name in ("terminology", "text-analysis") if self._speaks[name]]
        selected = [node for values in self._values.values() for node in values.with_attributes]
        self._single = {*selected, *self._targets, *self._languages, *self._directions}
        self._single |= self.own.segments | self.own.codes
        self._same: dict[object, tuple[Facts, object]] = {}

    def facts(self, element: etree._Element, known: Known, spelled: Spelled) -> Facts:
        """What is known about one element. ``spelled`` gives an attribute's name as the document spells it."""
        if self.html or element in self._single or any(v.element(element) != v.category.element for v in self._quoting):
            return self._asked(element, known, spelled)
        said = [values.element(element) for values in self._shared]
        page = self.own.pages.get(element, _NOTHING)
        key = (known, page.page, page.role, page.context, *map(id, said))
        found = self._same.get(key)
        if found is None:  # what was said is kept with it, so that its identity stays its own
            made = self._asked(element, known, spelled)
            found = self._same[key] = (replace(made, name=None) if made.name else made, said)
        name = self.name(element)
        return replace(found[0], name=name) if name else found[0]

    def _asked(self, element: etree._Element, known: Known, spelled: Spelled) -> Facts:
        translate = self._one("translate", element, "translate") != "no"
        within = self._one("elements-within-text", element, "withinText") or "no"
        if self.plain:
            return Facts(
                translate,
                within,
                known.preserve,
                known.page,
                attributes=known.attributes if translate else frozenset(),
                directions=_spelled(self._directions, element, spelled),
                name=self.name(element),
            )
        return self._full(element, known, spelled, translate, within)

    def _full(self, element: etree._Element, known: Known, spelled: Spelled, translate: bool, within: str) -> Facts:
        """The facts of an element of a document in which rules or markup say more."""
        ask = self._asker(element)
        texts = self._texts(element, known, translate, spelled)
        page = self.own.pages.get(element, _NOTHING)
        filtered = answers.locales(ask("locale-filter"))
        nobody = filtered is not None and filtered.include and not filtered.ranges
        return Facts(
            translate=translate and not nobody,
            rule="for no language" if nobody else "translate=no",
            within="mark" if element in self.own.segments else within,
            preserve=known.preserve or self._one("preserve-space", element, "space") == "preserve",
            page=known.page if page.page is None else page.page,
            role=page.role,
            attributes=frozenset(texts),
            labels=self._labelled(element, texts) if self._labels else {},
            notes=tuple(answers.notes(ask, lambda: _text_of(element))),
            locales=filtered,
            name=self.name(element),
            context=page.context,
            limits=self._limits(ask, element),
            target=self._targets.get(element),
            languages=_spelled(self._languages, element, spelled),
            directions=_spelled(self._directions, element, spelled),
            stands=_code(element) if element in self.own.codes else None,
        )

    def languages_of(self, element: etree._Element) -> Collection[str]:
        """What of an element names a language, in Clark notation; an empty name for its text."""
        return self._languages.get(element, ())

    def said_languages(self) -> Iterator[str]:
        """The languages that the document names by the rules, as they are written."""
        for element, names in self._languages.items():
            for name in sorted(names):
                yield element.get(name, "") if name else "".join(element.itertext())

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

    def _asker(self, element: etree._Element) -> answers.Ask:
        speaks, values = self._speaks, self._values
        return lambda category: values[category].element(element) if speaks[category] else {}

    def _texts(self, element: etree._Element, known: Known, translate: bool, spelled: Spelled) -> dict[str, str]:
        """The attributes that hold text, as they are spelled, each with its name in Clark notation."""
        found = {name: name for name in known.attributes} if translate else {}
        if not self._attributes:
            return found
        values = self._values["translate"]
        for name in map(str, element.attrib):
            shown = spelled(element, name)
            said = values.attribute(element, name).get("translate")
            if said == "yes" and (not self.html or shown not in NO_TEXT):
                found[shown] = name
            elif said == "no":
                found.pop(shown, None)
        return found

    def _labelled(self, element: etree._Element, texts: Mapping[str, str]) -> dict[str, Label]:
        """What rules say of the attributes that hold text. One that no rule selects has the notes of its element."""
        found = {}
        for shown, name in texts.items():
            said = {category: self._values[category].ruled(element, name) for category in self._labels}
            if any(said.values()):
                found[shown] = self._label(element, name, said)
        return found

    def _label(self, element: etree._Element, name: str, said: Mapping[str, its.Information]) -> Label:
        def ask(category: str) -> its.Information:
            return said.get(category, {})

        return Label(
            notes=tuple(answers.notes(ask, lambda: element.get(name, ""))),
            locales=answers.locales(ask("locale-filter")),
            name=ask("id-value").get("idValue") or None,
            limits=self._limits(ask, element),
        )

    def _limits(self, ask: answers.Ask, element: etree._Element) -> Limits | None:
        found, wrong = its.limits_of({**ask("storage-size"), **ask("allowed-characters")})
        for message in wrong:
            self.problems.setdefault(message, problem("H252", Place(self._rules.place, element.sourceline), message))
        return found


def _spelled(names: Names, element: etree._Element, spelled: Spelled) -> frozenset[str]:
    found = names.get(element)
    return frozenset([spelled(element, name) if name else "" for name in found]) if found else frozenset()


def _code(element: etree._Element) -> tuple[str, str, int]:
    """The code that an element of a published bulletin stands for."""
    number = element.get("id", "")
    return element.get("kind", "alone"), element.get("name", "x"), int(number[:9]) if number.isdecimal() else 0


def _text_of(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


NO_TEXT = frozenset("download lang style srcdoc content value".split())
"""Attributes that ITS takes for text in HTML, and that hold none for a reader, or only now and then."""


def _targets(rules: its.Rules) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each element whose translation belongs into another one, and that one."""
    for rule in rules.of("targetPointerRule"):
        pointer = rule.said.pointers.get("targetPointer")
        nodes = [node for node in rules.selected(rule) if not isinstance(node, its.Attribute)]
        if pointer is None:
            continue
        rules.reader.check(pointer, nodes)
        for node in nodes:
            found = rules.reader.value(pointer, node)
            if isinstance(found, list) and found and not isinstance(found[0], (str, its.Attribute)):
                yield node, found[0]
