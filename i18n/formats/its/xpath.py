"""Selectors and pointers: XPath 1.0 with an upper bound on its work, run on elements and on attributes.

lxml is asked for its "smart strings" where a selector may find attributes: nothing else says which
element an attribute belongs to. Values are read without them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from i18n.formats.its import cost, css
from i18n.formats.its.names import Attribute, Node
from i18n.formats.its.size import Size, beside, size_of
from i18n.formats.its.spelling import OF_READER, spelled
from i18n.formats.its.tokens import Token, tokens
from i18n.formats.its.values import text_of
from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_READ = 50_000_000
"""Characters that the pointers of one document read, all together; a text that many lead to counts once."""
MAX_LENGTH = 2000
"""Characters of one expression."""
_LONGEST_SHOWN = 80
QUERY_LANGUAGES = ("xpath", "css")
_OWN = "urn:habar:xpath"
_FUNCTIONS = frozenset(
    "last position count id local-name namespace-uri name string concat starts-with contains substring-before "
    "substring-after substring string-length normalize-space translate boolean not true false lang number sum floor "
    "ceiling round".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule stands: what its expressions are to be understood with."""

    place: Place
    prefixes: Mapping[str, str]
    language: str
    params: Mapping[str, str]
    html: bool


@dataclass(frozen=True)
class Expression:
    """A checked expression, as XPath."""

    text: str
    tokens: tuple[Token, ...]
    scope: Scope

    @cached_property
    def parts(self) -> tuple[tuple[Expression, frozenset[str]], ...]:
        """The expressions between the | of a union, each with the names without which it finds nothing, as ``Size``
        has them.
        """
        return tuple((Expression(text, path, self.scope), names) for text, path, names in _parts(self.text))

    @cached_property
    def selecting(self) -> etree.XPath | None:
        """It as lxml runs it at a document, for all documents; None where it asks something of one of them."""
        path = spelled(self.text, self.tokens, None, self.scope.html, pointer=False)
        known = {**self.scope.prefixes, "habar-own": _OWN, "habar-at": _OWN}
        return None if OF_READER in path else _shared(path, tuple(sorted(known.items())), True)


@dataclass
class Reader:
    """Runs expressions on one document."""

    root: etree._Element
    html: bool
    _spent: int = 0
    _read: int = 0
    _texts: dict[etree._Element, tuple[str, str]] = field(default_factory=dict)
    _position: tuple[int, int] = (1, 1)
    _compiled: dict[tuple[str, str, tuple[tuple[str, str], ...], bool], etree.XPath] = field(default_factory=dict)

    @cached_property
    def size(self) -> Size:
        return size_of(self.root)

    @cached_property
    def ids(self) -> Mapping[str, etree._Element]:
        """The elements of an HTML document by their id; the first one with an id has it."""
        found: dict[str, etree._Element] = {}
        for element in self.root.iterfind(".//*[@id]"):
            found.setdefault(element.get("id", ""), element)
        return found

    def select(self, expression: Expression) -> list[Node]:
        """The elements and attributes that a selector finds, each once.

        The parts of a union are run one by one: libxml2 compares each node of one with each of the other.
        """
        found: dict[Node, None] = {}
        there = self.size.names
        for part, names in expression.parts:
            if not names <= there:
                continue
            self.check(part)
            answer = self._run(part, self.root, smart=True)
            if not isinstance(answer, list):
                raise refused(expression.scope.place, f"“{shown(expression.text)}” selects no nodes")
            nodes = [node for item in answer if (node := _node(item)) is not None]
            if answer and not nodes:
                message = f"“{shown(part.text)}” selects texts, but a rule is about elements or attributes"
                raise refused(expression.scope.place, message)
            found.update(dict.fromkeys(nodes))
        return list(found)

    def check(self, expression: Expression, nodes: Sequence[Node] | None = None) -> None:
        """Refuses an expression that could run for too long at these nodes, alone or with those before it.

        :param nodes: None for the document.
        :raises HabarError: H145.
        """
        if nodes is None:
            work = cost.work(expression.tokens, self.size)
        else:
            around = beside(node.element if isinstance(node, Attribute) else node for node in nodes)
            work = cost.work(expression.tokens, self.size, len(nodes), around) + len(nodes) * cost.RUN
        self._spent += work
        if work > cost.MAX_WORK or self._spent > cost.MAX_WORK_IN_ALL:
            message = f"“{shown(expression.text)}” could run for too long on this document"
            raise HabarError(problem("H145", expression.scope.place, message))

    def value(self, expression: Expression, node: Node, position: tuple[int, int] = (1, 1)) -> Any:
        """What an expression gives at a node: a list of nodes and texts, a text, a number or a truth value.

        :param position: which of how many selected nodes it is, counted from 1.
        """
        self._position = position
        if isinstance(node, Attribute):
            return self._run(expression, node.element, attribute=node.name)
        return self._run(expression, node)

    def text(self, item: Any, expression: Expression, *, exact: bool = False) -> str:
        """The text of what a pointer gave, its white space collapsed where it is not to be ``exact``.

        :raises HabarError: H145 where all the texts together are more than a document can mean.
        """
        found = self._texts.get(item) if isinstance(item, etree._Element) else None
        if found is None:
            text = text_of(item)
            found = (text, " ".join(text.split()))
            self._read += len(text)
            if isinstance(item, etree._Element):
                self._texts[item] = found
        if self._read > MAX_READ:
            message = f"“{shown(expression.text)}” leads to more than {MAX_READ} characters"
            raise HabarError(problem("H145", expression.scope.place, message))
        return found[0 if exact else 1]

    def _run(self, expression: Expression, element: etree._Element, *, attribute: str = "", smart: bool = False) -> Any:
        try:
            return self._compile(expression, attribute, smart)(element, **expression.scope.params)
        except etree.XPathError as error:
            raise refused(
                expression.scope.place, f"“{shown(expression.text)}” is no expression: {_plain(error)}"
            ) from error

    def _compile(self, expression: Expression, attribute: str, smart: bool) -> etree.XPath:
        if smart and not attribute and expression.selecting is not None:
            return expression.selecting
        prefixes = expression.scope.prefixes
        key = (expression.text, attribute, tuple(sorted(prefixes.items())), smart)
        if key not in self._compiled:
            name = etree.QName(attribute) if attribute else None
            known = {**prefixes, "habar-own": _OWN, "habar-at": (name and name.namespace) or _OWN}
            path = spelled(expression.text, expression.tokens, name, self.html, pointer=not smart)
            if OF_READER in path:
                self._compiled[key] = etree.XPath(
                    path, namespaces=known, extensions=self._functions, regexp=False, smart_strings=smart
                )
            else:
                self._compiled[key] = _shared(path, tuple(sorted(known.items())), smart)
        return self._compiled[key]

    @cached_property
    def _functions(self) -> dict[tuple[str, str], Any]:
        return {
            (_OWN, "id"): self._by_id,
            (_OWN, "position"): lambda _: float(self._position[0]),
            (_OWN, "last"): lambda _: float(self._position[1]),
        }

    def _by_id(self, _context: object, value: Any) -> list[etree._Element]:
        """The function ``id`` in HTML, where libxml2 knows of no attribute that it is an ID."""
        texts = map(text_of, value if isinstance(value, list) else [value])
        wanted = {name for text in texts for name in text.split()}
        return [self.ids[name] for name in sorted(wanted) if name in self.ids]


@lru_cache(2048)
def _shared(spelled: str, prefixes: tuple[tuple[str, str], ...], smart: bool) -> etree.XPath:
    """An expression that asks nothing of one document, for all documents."""
    return etree.XPath(spelled, namespaces=dict(prefixes), regexp=False, smart_strings=smart)


def expression_of(text: str, scope: Scope, *, selector: bool) -> Expression:
    """An expression as it stands in a rule, checked as far as it can be without running it.

    :param selector: whether it starts at the document instead of at a selected node.
    :raises HabarError: H142 for what is no expression; H145 for one that is too long.
    """
    if not text.strip():
        raise refused(scope.place, "an expression is empty")
    if len(text) > MAX_LENGTH:
        raise HabarError(problem("H145", scope.place, f"an expression is longer than {MAX_LENGTH} characters"))
    xpath = _as_xpath(text, scope, selector)
    try:
        found = tokens(xpath)
        cost.work(found, Size())
        etree.XPath(xpath)
    except ValueError as error:
        raise refused(scope.place, f"“{shown(text)}” is no expression, from “{error}” on") from error
    except OverflowError as error:
        raise HabarError(problem("H145", scope.place, f"“{shown(text)}”: {error}")) from error
    except etree.XPathError as error:
        raise refused(scope.place, f"“{shown(text)}” is no expression: {_plain(error)}") from error
    _check_names(text, found, scope)
    if selector and scope.language == "xpath" and not _absolute(found):
        raise refused(scope.place, f"“{shown(text)}” does not begin with /, so it is no selector")
    return Expression(xpath, found, scope)


def shown(expression: str) -> str:
    """An expression for a message."""
    return expression if len(expression) <= _LONGEST_SHOWN else f"{expression[: _LONGEST_SHOWN - 1]}…"


@lru_cache(2048)
def _parts(union: str) -> tuple[tuple[str, tuple[Token, ...], frozenset[str]], ...]:
    """The expressions between the | of a union, with their tokens and the names that each one's steps need."""
    depth, start, parts = 0, 0, []
    for token in (*tokens(union), Token("sign", "|", len(union))):
        depth += _BRACKETS.get(token.text, 0) if token.kind == "sign" else 0
        if depth == 0 and token.kind == "sign" and token.text == "|":
            text = union[start : token.start]
            parts.append((text, tokens(text), frozenset(cost.needed(tokens(text)))))
            start = token.start + 1
    return tuple(parts)


_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


def refused(place: Place, message: str) -> HabarError:
    return HabarError(problem("H142", place, message))


def _as_xpath(text: str, scope: Scope, selector: bool) -> str:
    if scope.language == "xpath":
        return text.strip()
    try:
        return css.to_xpath(text, html=scope.html, prefixes=scope.prefixes, start="//" if selector else "descendant::")
    except ValueError as error:
        raise refused(scope.place, f"“{shown(text)}” is no selector that can be used: {_plain(error)}") from error


def _absolute(found: tuple[Token, ...]) -> bool:
    return bool(found) and (found[0].text in ("/", "//", "(") or found[0].kind == "function")


def _check_names(text: str, found: tuple[Token, ...], scope: Scope) -> None:
    """Prefixes, parameters and functions that nothing declares."""
    for token in found:
        prefix, colon, _ = token.text.partition(":")
        if token.kind in ("name", "function") and colon and prefix not in scope.prefixes:
            raise refused(scope.place, f"the prefix “{prefix}” in “{shown(text)}” is not declared")
        if token.kind == "variable" and token.text[1:] not in scope.params:
            raise refused(scope.place, f"“{shown(text)}” uses {token.text}, but no its:param has this name")
        if token.kind == "function" and token.text not in _FUNCTIONS:
            raise refused(scope.place, f"“{shown(text)}” calls {token.text}(), which XPath 1.0 does not have")


def _node(item: Any) -> Node | None:
    if isinstance(item, etree._Element):
        return item if isinstance(item.tag, str) else None
    if getattr(item, "is_attribute", False):
        return Attribute(item.getparent(), item.attrname)
    return None


def _plain(error: Exception) -> str:
    return str(error)[:1].lower() + str(error)[1:].removesuffix(".")
