"""What a category says of each node of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from i18n.formats.its import htmldefaults
from i18n.formats.its.categories import NOTHING, Category, Information
from i18n.formats.its.categories import category as category_of
from i18n.formats.its.local import ANNOTATORS, Local, completed
from i18n.formats.its.names import Attribute, Node
from i18n.formats.its.rules import Rule, Rules
from i18n.formats.its.said import collapsed, domains
from i18n.formats.its.standoff import Standoff


@dataclass
class Values:
    """The answers of one category for one document. Looks up what is asked for, and remembers it."""

    category: Category
    html: bool
    uniform: bool
    """Whether every element has the category's default: no rule and no markup says anything."""
    _elements: dict[etree._Element, Information]
    _attributes: dict[Attribute, Information]
    _annotators: Mapping[etree._Element, Mapping[str, str]]
    _tools: dict[etree._Element, Mapping[str, str]] = field(default_factory=dict)

    @property
    def on_attributes(self) -> bool:
        """Whether rules say anything of single attributes."""
        return bool(self._attributes)

    @property
    def with_attributes(self) -> Iterable[etree._Element]:
        """The elements of whose attributes rules say something."""
        return {attribute.element for attribute in self._attributes}

    def element(self, node: etree._Element) -> Information:
        """What the category says of an element, by the names of ITS; sorted by name, records last."""
        said = self._plain(node)
        return self._annotated(said, node) if self._annotators else said

    def attribute(self, node: etree._Element, name: str) -> Information:
        """What the category says of an attribute; ``name`` in Clark notation, as in ``node.attrib``."""
        said = self._attributes.get(Attribute(node, name)) if self._attributes else None
        if said is None:
            said = self._unselected(node, name)
        return self._annotated(said, node) if self._annotators else said

    def ruled(self, node: etree._Element, name: str) -> Information:
        """What a rule says of an attribute itself; nothing where none selects it."""
        return self._attributes.get(Attribute(node, name), NOTHING)

    def _unselected(self, node: etree._Element, name: str) -> Information:
        category = self.category
        if category.to_attributes or htmldefaults.follows_element(category, node, name, html=self.html):
            return self._plain(node)
        return category.attribute

    def _plain(self, node: etree._Element) -> Information:
        said = self._elements.get(node)
        if said is not None:
            return said
        if self.uniform or not self.category.to_elements:
            return htmldefaults.element_default(self.category, node, html=self.html)
        return self._inherited(node)

    def _inherited(self, node: etree._Element) -> Information:
        """From the nearest ancestor that has a value. Every element on the way keeps it, so each is climbed once."""
        way: list[etree._Element] = []
        above: etree._Element | None = node
        said: Information | None = None
        while above is not None and said is None:
            way.append(above)
            above = above.getparent()
            said = self._elements.get(above)
        found = self.category.element if said is None else said
        self._elements.update(dict.fromkeys(way, found))
        return found

    def _annotated(self, said: Information, node: etree._Element) -> Information:
        tools = self._tools_at(node)
        if not tools:
            return said
        listed = " ".join(f"{category}|{tool}" for category, tool in sorted(tools.items()))
        return dict(sorted({**said, ANNOTATORS: listed}.items()))

    def _tools_at(self, node: etree._Element) -> Mapping[str, str]:
        """The tool of each category, from the nearest ``annotatorsRef`` that names one."""
        way: list[etree._Element] = []
        above: etree._Element | None = node
        while above is not None and above not in self._tools:
            way.append(above)
            above = above.getparent()
        tools: Mapping[str, str] = NOTHING if above is None else self._tools[above]
        for element in reversed(way):
            if element in self._annotators:
                tools = {**tools, **self._annotators[element]}
            self._tools[element] = tools
        return tools


def evaluate(root: etree._Element, rules: Rules, category: str, *, html: bool) -> Values:
    """The answers of one category for every node of a document.

    :param root: the document that ``rules`` was read from.
    :param category: its identifier, such as ``translate``.
    :raises ValueError: there is no such category (the message lists them), or ``rules`` are of another document.
    :raises HabarError: H142 or H145 for an expression that cannot be run, at the line of its rule.
    """
    if root is not rules.root:
        raise ValueError("these rules were read from another document")
    found = category_of(category)
    elements, attributes = _globally(rules, found)
    local = rules.local.of(found)
    elements.update(local)
    if found.standoff:
        _expand(rules, found, elements, attributes)
    uniform = not elements and not htmldefaults.varies(found, html=html)
    annotators = _annotators(rules.local) if found.annotated else {}
    return Values(found, html, uniform and not annotators, elements, attributes, annotators)


def _globally(
    rules: Rules, category: Category
) -> tuple[dict[etree._Element, Information], dict[Attribute, Information]]:
    """What the rules say. A later rule takes the place of an earlier one as a whole."""
    elements: dict[etree._Element, Information] = {}
    attributes: dict[Attribute, Information] = {}
    for rule in rules.of(category.rule) if category.rule else ():
        nodes = rules.selected(rule)
        for node, said in _by_rule(rules, category, rule, nodes):
            if isinstance(node, Attribute):
                attributes[node] = said
            else:
                elements[node] = said
    return elements, attributes


def _by_rule(rules: Rules, category: Category, rule: Rule, nodes: list[Node]) -> list[tuple[Node, Information]]:
    fixed, pointers = rule.said.fixed, dict(rule.said.pointers)
    if category.identifier == "target-pointer":
        pointers = {}
    if not pointers and not nodes:  # nearly always
        return []
    if not pointers:
        same = completed(category, {name: collapsed(value) for name, value in fixed.items()})
        return [(node, same) for node in nodes]
    for expression in pointers.values():
        rules.reader.check(expression, nodes)
    answers = []
    known: dict[tuple[str, ...], str] = {}
    for number, node in enumerate(nodes, 1):
        said = _pointed(rules, rule, node, (number, len(nodes)), known)
        values = {name: collapsed(value) for name, value in fixed.items()} | said
        if category.needs & values.keys():
            answers.append((node, completed(category, values)))
    return answers


def _pointed(
    rules: Rules, rule: Rule, node: Node, position: tuple[int, int], known: dict[tuple[str, ...], str]
) -> dict[str, str]:
    """The values that a rule's pointers lead to; nothing for a pointer that leads nowhere.

    :param known: the domains in texts that were read before.
    """
    found: dict[str, str] = {}
    for name, expression in rule.said.pointers.items():
        value = rules.reader.value(expression, node, position)
        items = value if isinstance(value, list) else [value]
        if name == "domains":
            texts = tuple([rules.reader.text(item, expression) for item in items])
            if texts not in known:
                known[texts] = domains(texts, rule.said.mapping)
            text = known[texts]
        else:
            exact = name == "allowedCharacters"
            text = rules.reader.text(items[0], expression, exact=exact) if items else ""
        if text:
            found[name] = text
    return found


def _expand(
    rules: Rules,
    category: Category,
    elements: dict[etree._Element, Information],
    attributes: dict[Attribute, Information],
) -> None:
    standoff = Standoff(rules)
    for node, said in elements.items():
        elements[node] = standoff.expanded(category, said, node.sourceline)
    for attribute, said in attributes.items():
        attributes[attribute] = standoff.expanded(category, said, attribute.element.sourceline)


def _annotators(local: Local) -> Mapping[etree._Element, Mapping[str, str]]:
    """``annotatorsRef`` by element: the tool of each category that it names."""
    found: dict[etree._Element, Mapping[str, str]] = {}
    for element, value in local.its.get(ANNOTATORS, ()):
        pairs = [part.partition("|") for part in value.split()]
        found[element] = {category: tool for category, bar, tool in pairs if bar}
    return found
