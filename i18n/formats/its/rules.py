"""Finding the rules of a document: embedded, linked, chained, and those that come from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lxml import etree

from i18n.formats.its.categories import BY_RULE
from i18n.formats.its.loading import Loader, file_of, linked, parse_xml
from i18n.formats.its.local import Local, html_name
from i18n.formats.its.names import ITS, MEDIA_TYPE, XHTML, XLINK, XML, Node, is_its_script
from i18n.formats.its.ranges import fault
from i18n.formats.its.said import Said, said_by
from i18n.formats.its.xpath import QUERY_LANGUAGES, Expression, Reader, Scope, expression_of
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

MAX_RULES = 2000
MAX_PARAM = 2000
"""Characters in the value of an its:param."""
MAX_FILES = 50
"""Linked rule files of one document."""
VERSIONS = ("1.0", "2.0")
_RULES, _PARAM = f"{{{ITS}}}rules", f"{{{ITS}}}param"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """Rules that come from outside the document."""

    place: str
    """Its path for messages, and what its links are relative to."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule element, with what its expressions need."""

    scope: Scope
    selector: Expression | None
    said: Said
    name: str
    """Of the element, in Clark notation."""
    attributes: Mapping[str, str]
    """As they are written on it."""


@dataclass
class Rules:
    """The rules of one document in the order of precedence: a later one wins."""

    root: etree._Element
    place: str
    html: bool
    load: Loader
    reader: Reader
    local: Local
    rules: tuple[Rule, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    """What does not stop the reading, such as a reference to records that leads nowhere."""
    _selected: dict[int, list[Node]] = field(default_factory=dict)

    @cached_property
    def _named(self) -> Mapping[str, list[Rule]]:
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.name, []).append(rule)
        return found

    def of(self, name: str | None) -> Sequence[Rule]:
        """The rules whose element has this local name in the namespace of ITS."""
        return self._named.get(f"{{{ITS}}}{name}", ())

    def selected(self, rule: Rule) -> list[Node]:
        """What a rule's selector finds: elements, and ``Attribute`` for attributes.

        :raises HabarError: H142 or H145 at the rule's line.
        """
        key = id(rule)
        if key not in self._selected:
            self._selected[key] = [] if rule.selector is None else self.reader.select(rule.selector)
        return self._selected[key]

    def foreign(self, namespace: str) -> list[tuple[Rule, list[Node]]]:
        """The rules of another namespace with the nodes that their ``selector`` finds.

        In the order of precedence: a later one wins.

        :raises HabarError: H142 or H145 at the rule's line.
        """
        mine = f"{{{namespace}}}"
        return [(rule, self.selected(rule)) for rule in self.rules if rule.name.startswith(mine)]


def read_rules(root: etree._Element, place: str, *, html: bool, load: Loader, extra: Sequence[RuleFile] = ()) -> Rules:
    """Collects every rule that speaks about a document.

    :param place: the document's path, in messages and as the base of its links.
    :param html: whether the tree is HTML, as ``html5.parse`` builds it.
    :param extra: rules from outside. They count before those of the document: a later rule wins.
    :raises HabarError: H140 to H146, each with file and line, all that were found.
    """
    collector = _Collector(html, load)
    for file in extra:
        collector.outside(file)
    collector.document(root, place)
    local = Local(root, html)
    collector.problems += _wrong_filters(local, place)
    if collector.problems:
        raise HabarError(*collector.problems)
    return Rules(root, place, html, load, Reader(root, html), local, tuple(collector.found))


def _wrong_filters(local: Local, place: str) -> Iterator[Problem]:
    """Filters in local markup that nothing can be compared with: their text would be for nobody."""
    for element, value in local.its.get("localeFilterList", ()):
        if wrong := fault(value):
            name = html_name("localeFilterList") if local.html else "localeFilterList"
            yield problem("H144", Place(place, element.sourceline), f"{name}: {wrong}")


class _Collector:
    def __init__(self, html: bool, load: Loader) -> None:
        self.html, self.load = html, load
        self.found: list[Rule] = []
        self.problems: list[Problem] = []
        self.files = 0

    def document(self, root: etree._Element, place: str) -> None:
        """The rules in a document, in its order."""
        self._version(root.get(f"{{{ITS}}}version"), Place(place, root.sourceline))
        for element in root.iter(_RULES, f"{{{XHTML}}}script", f"{{{XHTML}}}link"):
            if element.tag == _RULES:
                self._rules(element, place, 0, (place,))
            elif is_its_script(element):
                self._script(element, place)
            elif _links_rules(element):
                self._follow(element.get("href", ""), Place(place, element.sourceline), (place,))

    def outside(self, file: RuleFile) -> None:
        """The rules in a file that comes from outside. One that links nothing is read once for all documents."""
        known = _standalone(file, self.html)
        if known is None or len(self.found) + len(known) > MAX_RULES:
            self.file(file.place, file.data)
        else:
            self.found += known

    def file(
        self, place: str, data: bytes, trail: tuple[str, ...] = (), line: int = 0, *, script: bool = False
    ) -> None:
        """The rules in a rules file, or in a script of HTML."""
        try:
            root = parse_xml(data, place, line=line)
        except HabarError as error:
            self.problems += error.problems
            return
        for element in root.iter(_RULES):
            self._rules(element, place, line, (*trail, place))
        if not script and next(root.iter(_RULES), None) is None:
            self._problem("H144", Place(place, 1), "there is no its:rules in this file")

    def _script(self, element: etree._Element, place: str) -> None:
        line = (element.sourceline or 1) - 1
        text = "".join(element.itertext())
        if text.strip():
            self.file(place, script_bytes(text), line=line, script=True)

    def _rules(self, rules: etree._Element, place: str, line: int, trail: tuple[str, ...]) -> None:
        self._version(rules.get("version"), _place(rules, place, line))
        href = rules.get(f"{{{XLINK}}}href")
        if href is not None:  # as if its rules stood at the top of these
            self._follow(href, _place(rules, place, line), trail)
        language = (rules.get("queryLanguage") or "xpath").strip().lower()
        if language not in QUERY_LANGUAGES:
            self._problem("H144", _place(rules, place, line), f"the query language “{language}” is not known")
            return
        params = _params(rules)
        if long := [name for name, value in params.items() if len(value) > MAX_PARAM]:
            message = f"the parameter “{long[0][:40]}” is longer than {MAX_PARAM} characters"
            self._problem("H145", _place(rules, place, line), message)
            return
        for child in rules.iterchildren("*"):
            if child.tag != _PARAM:
                scope = Scope(_place(child, place, line), _prefixes(child), language, params, self.html)
                self._rule(child, scope)

    def _rule(self, element: etree._Element, scope: Scope) -> None:
        if len(self.found) >= MAX_RULES:
            if len(self.found) == MAX_RULES and not self.problems:
                self._problem("H145", scope.place, f"there are more than {MAX_RULES} rules")
            return
        name = etree.QName(element)
        if name.namespace == ITS and name.localname not in BY_RULE:
            return  # of another version of ITS: to be passed over, as the Recommendation says
        try:
            category = BY_RULE.get(name.localname) if name.namespace == ITS else None
            said = said_by(element, category, scope) if category else Said()
            self.found.append(Rule(scope, self._selector(element, scope), said, element.tag, dict(element.attrib)))
        except HabarError as error:
            self.problems += error.problems

    def _selector(self, element: etree._Element, scope: Scope) -> Expression | None:
        selector = element.get("selector")
        if selector is not None:
            return expression_of(selector, scope, selector=True)
        if etree.QName(element).namespace == ITS:
            self._problem("H144", scope.place, f"{etree.QName(element).localname} has no selector")
        return None

    def _follow(self, href: str, at: Place, trail: tuple[str, ...]) -> None:
        name = linked(trail[-1], file_of(href))
        if name in trail:
            self._problem("H143", at, f"“{href}” links back to a file that links to it")
            return
        self.files += 1
        if self.files > MAX_FILES:
            self._problem("H143", at, f"more than {MAX_FILES} rules files are linked")
            return
        try:
            data = self.load(href, trail[-1])
        except HabarError as error:
            self.problems += [_moved(found, at, href) for found in error.problems]
            return
        self.file(name, data, trail)

    def _version(self, version: str | None, at: Place) -> None:
        if version is not None and version.strip() not in VERSIONS:
            self._problem("H140", at, f"ITS version “{version}” is not known")

    def _problem(self, code: str, place: Place, message: str) -> None:
        self.problems.append(problem(code, place, message))


@lru_cache(64)
def _standalone(file: RuleFile, html: bool) -> tuple[Rule, ...] | None:
    """The rules of a file in which nothing is wrong and nothing is linked; None for any other."""
    collector = _Collector(html, _nothing)
    collector.file(file.place, file.data)
    return None if collector.problems or collector.files else tuple(collector.found)


def _nothing(_href: str, _base: str) -> bytes:
    return b""


def script_bytes(text: str) -> bytes:
    """XML in a script of HTML: an encoding that it may declare does not hold there."""
    text = text.lstrip() if text.lstrip().startswith("<?xml") else text
    if text.startswith("<?xml"):
        head, end, rest = text.partition("?>")
        text = "\n" * head.count("\n") + rest if end else text
    return text.encode("utf-8", "replace")


def _moved(found: Problem, at: Place, href: str) -> Problem:
    """A loader knows the file that links, not the line."""
    message = found.message if found.code == "H143" else f"“{href}”: {found.message}"
    return problem("H143", at, message)


def _place(element: etree._Element, place: str, line: int) -> Place:
    return Place(place, element.sourceline + line if element.sourceline else None)


def _links_rules(element: etree._Element) -> bool:
    rel = (element.get("rel") or "").lower().split()
    kind = (element.get("type") or MEDIA_TYPE).strip().lower()
    return (
        "its-rules" in rel and element.get("href") is not None and kind in (MEDIA_TYPE, "application/xml", "text/xml")
    )


def _params(rules: etree._Element) -> Mapping[str, str]:
    return {param.get("name", ""): "".join(param.itertext()) for param in rules.iterchildren(_PARAM)}


def _prefixes(element: etree._Element) -> Mapping[str, str]:
    return {"xml": XML, **{prefix: uri for prefix, uri in element.nsmap.items() if prefix}}


def scripts(root: etree._Element) -> Iterator[etree._Element]:
    """The scripts of an HTML document that hold rules or records."""
    return (element for element in root.iter(f"{{{XHTML}}}script") if is_its_script(element))
