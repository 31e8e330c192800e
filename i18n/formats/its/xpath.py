"""Selectors and pointers: XPath 1.0 with an upper bound on its work, run on elements and on attributes.

lxml is asked for its "smart strings" where a selector may find attributes: nothing else says which
element an attribute belongs to. Values are read without them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

from i18n.formats.its import cost, css
from i18n.formats.its.names import Attribute, Node
from i18n.formats.its.tokens import NODE_TESTS, Token, tokens
from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_LENGTH = 2000
"""Characters of one expression."""
QUERY_LANGUAGES = ("xpath", "css")
_OWN = "urn:habar:xpath"
_STRING = etree.XPath("string()", regexp=False, smart_strings=False)
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


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression, as XPath."""

    text: str
    tokens: tuple[Token, ...]
    scope: Scope


@dataclass
class Reader:
    """Runs expressions on one document."""

    root: etree._Element
    html: bool
    _spent: int = 0
    _position: tuple[int, int] = (1, 1)
    _compiled: dict[tuple[str, str, tuple[tuple[str, str], ...], bool], etree.XPath] = field(default_factory=dict)

    @cached_property
    def size(self) -> cost.Size:
        return cost.size_of(self.root)

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
        for part in _parts(expression):
            if self._finds_nothing(part):
                continue
            self.check(part, 1)
            answer = self._run(part, self.root, smart=True)
            if not isinstance(answer, list):
                raise refused(expression.scope.place, f"“{expression.text}” selects no nodes")
            found.update(dict.fromkeys(node for item in answer if (node := _node(item)) is not None))
        return list(found)

    def _finds_nothing(self, expression: Expression) -> bool:
        """Whether a path has a step by a name that nothing in the document has: it needs not be run."""
        depth, before = 0, ""
        for token in expression.tokens:
            if token.kind == "sign" and token.text in _BRACKETS:
                if token.text in "()" and depth == 0:
                    return False
                depth += _BRACKETS[token.text]
            elif depth == 0 and (token.kind in ("operator", "function") or token.text not in _STEPS):
                if token.kind not in ("name", "axis") or token.text in NODE_TESTS:
                    return False
                known = self.size.attributes if before in ("@", "attribute") else self.size.elements
                name = token.text.rpartition(":")[2]
                if token.kind == "name" and name != "*" and known is not None and name not in known:
                    return True
            before = token.text
        return False

    def check(self, expression: Expression, contexts: int) -> None:
        """Refuses an expression that could run for too long at so many nodes, alone or with those before it.

        :raises HabarError: H145.
        """
        work = cost.work(expression.tokens, self.size, contexts)
        self._spent += work
        if work > cost.MAX_WORK or self._spent > cost.MAX_WORK_IN_ALL:
            message = f"“{expression.text}” could run for too long on this document"
            raise HabarError(problem("H145", expression.scope.place, message))

    def value(self, expression: Expression, node: Node, position: tuple[int, int] = (1, 1)) -> Any:
        """What an expression gives at a node: a list of nodes and texts, a text, a number or a truth value.

        :param position: which of how many selected nodes it is, counted from 1.
        """
        self._position = position
        if isinstance(node, Attribute):
            return self._run(expression, node.element, attribute=node.name)
        return self._run(expression, node)

    def _run(self, expression: Expression, element: etree._Element, *, attribute: str = "", smart: bool = False) -> Any:
        try:
            return self._compile(expression, attribute, smart)(element, **expression.scope.params)
        except etree.XPathError as error:
            raise refused(expression.scope.place, f"“{expression.text}” is no expression: {_plain(error)}") from error

    def _compile(self, expression: Expression, attribute: str, smart: bool) -> etree.XPath:
        prefixes = expression.scope.prefixes
        key = (expression.text, attribute, tuple(sorted(prefixes.items())), smart)
        if key not in self._compiled:
            name = etree.QName(attribute) if attribute else None
            known = {**prefixes, "habar-own": _OWN, "habar-at": (name and name.namespace) or _OWN}
            self._compiled[key] = etree.XPath(
                _spelled(expression, name, self.html, pointer=not smart), namespaces=known,
                extensions={(_OWN, "id"): self._by_id, (_OWN, "position"): lambda _: float(self._position[0]),
                            (_OWN, "last"): lambda _: float(self._position[1])},
                regexp=False, smart_strings=smart,
            )  # fmt: skip
        return self._compiled[key]

    def _by_id(self, _context: object, value: Any) -> list[etree._Element]:
        """The function ``id`` in HTML, where libxml2 knows of no attribute that it is an ID."""
        texts = [text_of(item) for item in value] if isinstance(value, list) else [str(value)]
        wanted = {name for text in texts for name in text.split()}
        return [self.ids[name] for name in sorted(wanted) if name in self.ids]


def text_of(item: Any) -> str:
    """The text of a node or value that an expression gave."""
    if isinstance(item, etree._Element):
        return str(_STRING(item))
    if isinstance(item, float):
        return str(int(item)) if item == int(item) else str(item)
    return str(item)


def expression_of(text: str, scope: Scope, *, selector: bool) -> Expression:
    """An expression as it stands in a rule, checked as far as it can be without running it.

    :param selector: whether it starts at the document instead of at a selected node.
    :raises HabarError: H142 for what is no expression; H145 for one that is too long.
    """
    if len(text) > MAX_LENGTH:
        raise HabarError(problem("H145", scope.place, f"an expression is longer than {MAX_LENGTH} characters"))
    try:
        xpath = _as_xpath(text, scope, selector)
        found = tuple(tokens(xpath))
        cost.work(found, cost.Size())
        etree.XPath(xpath)
    except ValueError as error:
        raise refused(scope.place, f"“{text}” is no expression, from “{error}” on") from error
    except etree.XPathError as error:
        raise refused(scope.place, f"“{text}” is no expression: {_plain(error)}") from error
    _check_names(text, found, scope)
    if selector and scope.language == "xpath" and not _absolute(found):
        raise refused(scope.place, f"“{text}” does not begin with /, so it is no selector")
    return Expression(xpath, found, scope)


def _parts(expression: Expression) -> list[Expression]:
    """The expressions between the | of a union."""
    depth, start, parts = 0, 0, []
    ends = [*expression.tokens, Token("sign", "|", len(expression.text))]
    for token in ends:
        depth += _BRACKETS.get(token.text, 0) if token.kind == "sign" else 0
        if depth == 0 and token.kind == "sign" and token.text == "|":
            text = expression.text[start : token.start]
            parts.append(Expression(text, tuple(tokens(text)), expression.scope))
            start = token.start + 1
    return parts


_STEPS = frozenset({"/", "//", ".", "..", "@", "::"})
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


def refused(place: Place, message: str) -> HabarError:
    return HabarError(problem("H142", place, message))


def _as_xpath(text: str, scope: Scope, selector: bool) -> str:
    if scope.language == "xpath":
        return text.strip()
    return css.to_xpath(text, html=scope.html, prefixes=scope.prefixes, start="//" if selector else "descendant::")


def _absolute(found: tuple[Token, ...]) -> bool:
    return bool(found) and (found[0].text in ("/", "//", "(") or found[0].kind == "function")


def _check_names(text: str, found: tuple[Token, ...], scope: Scope) -> None:
    """Prefixes, parameters and functions that nothing declares."""
    for token in found:
        prefix, colon, _ = token.text.partition(":")
        if token.kind in ("name", "function") and colon and prefix not in scope.prefixes:
            raise refused(scope.place, f"the prefix “{prefix}” in “{text}” is not declared")
        if token.kind == "variable" and token.text[1:] not in scope.params:
            raise refused(scope.place, f"“{text}” uses {token.text}, but no its:param has this name")
        if token.kind == "function" and token.text not in _FUNCTIONS:
            raise refused(scope.place, f"“{text}” calls {token.text}(), which XPath 1.0 does not have")


def _spelled(expression: Expression, attribute: etree.QName | None, html: bool, *, pointer: bool) -> str:
    """The expression as lxml can run it.

    lxml runs at elements only. At an attribute, every relative path is led there first: ``../@n`` becomes
    ``@name/../@n``, and ``name()`` becomes ``name(@name)``. lxml does not know either which of the selected nodes
    a pointer starts from: ``position()`` and ``last()`` outside brackets are our own, as ``id()`` is in HTML.
    """
    step = _step(attribute) if attribute else ""
    inside = frozenset(("id",)) if html else frozenset()
    own = {False: inside, True: inside | {"position", "last"} if pointer else inside}
    parts, depth, written = [], 0, 0
    for index, token in enumerate(expression.tokens):
        before = expression.tokens[index - 1] if index else None
        insert = step if step and depth == 0 and _begins_path(token, before) else ""
        insert += "habar-own:" if token.kind == "function" and token.text in own[depth == 0] else ""
        insert += step[:-1] if depth == 0 and _is_empty_call(expression.tokens, index) else ""
        parts += [expression.text[written : token.start], insert]
        written = token.start
        depth += {"[": 1, "]": -1}.get(token.text, 0) if token.kind == "sign" else 0
    return "".join([*parts, expression.text[written:]])


def _is_empty_call(found: Sequence[Token], index: int) -> bool:
    """Whether this is the ) of a call without arguments that is about the node where the expression stands."""
    return index > 1 and found[index].text == ")" and found[index - 1].text == "(" and found[index - 2].text in _OF_NODE


def _step(name: etree.QName) -> str:
    return f"@habar-at:{name.localname}/" if name.namespace else f"@{name.localname}/"


def _begins_path(token: Token, before: Token | None) -> bool:
    """Whether a relative path begins with this token."""
    if token.kind in ("name", "axis") or token.text in (".", "..", "@"):
        return before is None or before.kind == "operator" or (before.kind == "sign" and before.text in _BEFORE)
    return False


_OF_NODE = frozenset("local-name namespace-uri name string string-length normalize-space number".split())
_BEFORE = frozenset({"(", ",", "|", "=", "!=", "<", "<=", ">", ">=", "+", "-"})


def _node(item: Any) -> Node | None:
    if isinstance(item, etree._Element):
        return item if isinstance(item.tag, str) else None
    if getattr(item, "is_attribute", False):
        return Attribute(item.getparent(), item.attrname)
    return None


def _plain(error: Exception) -> str:
    return str(error)[:1].lower() + str(error)[1:]
