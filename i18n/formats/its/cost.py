"""How many nodes an XPath expression can visit at most, before it is run.

A rule comes with a document and is not trusted: ``//*[//*[//*]]`` on a page of a thousand elements
would run for minutes, and a run cannot be interrupted. The bound counts what each step may visit
from the nodes that the steps before it may have reached. It is coarse, and never too small for the
way in which steps are evaluated one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from i18n.formats.its.tokens import Token

MAX_VISITS = 300_000_000
"""Some seconds of work."""
MAX_NESTING = 16
"""Brackets in brackets."""

_DOWN = frozenset({"child", "attribute", "self", "namespace"})
_UP = frozenset({"parent", "ancestor", "ancestor-or-self"})
_SIDE = frozenset({"following-sibling", "preceding-sibling"})
_TREE = frozenset({"following", "preceding"})


@dataclass(frozen=True, slots=True)
class Size:
    """What of a document decides how long a walk takes."""

    nodes: int
    """Elements, attributes and texts."""
    pairs: int
    """Pairs of a node and an ancestor of it, or itself; text counts for one node in each 64 characters."""
    siblings: int
    """Pairs of nodes with one parent."""
    height: int
    """How deep the deepest element lies."""


def size_of(root: etree._Element) -> Size:
    """The size of a document, in one walk without recursion."""
    nodes = pairs = siblings = height = depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        height = max(height, depth)
        children = len(element)
        own = 2 + len(element.attrib) + children
        nodes += own
        pairs += (own + _text_size(element)) * (depth + 1)
        siblings += own * own
    return Size(nodes + 1, pairs + 1, siblings + 1, height + 1)


def _text_size(element: etree._Element) -> int:
    """Text is copied for every element around it when expressions compare it."""
    return (len(element.text or "") + len(element.tail or "")) // 64


def visits(expression: Sequence[Token], size: Size, contexts: int = 1) -> int:
    """The most nodes that the expression visits when it is evaluated at this many different nodes.

    :raises ValueError: brackets do not fit, or are nested deeper than ``MAX_NESTING``.
    """
    walk = _Walk(expression, size)
    walk.expression(contexts, 0)
    if walk.at < len(expression):
        raise ValueError(expression[walk.at].text)
    return walk.visited


class _Walk:
    """One pass over the tokens. ``reached`` is how many nodes the path so far stands at, over all contexts."""

    def __init__(self, expression: Sequence[Token], size: Size) -> None:
        self.tokens, self.size, self.at, self.visited = expression, size, 0, 0

    def expression(self, contexts: int, depth: int) -> None:
        if depth > MAX_NESTING:
            raise ValueError("(" * 3)
        path = _Path(self, contexts)
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text in ("]", ")") and token.kind == "sign":
                return
            self.at += 1
            if token.kind == "sign" and token.text in ("[", "("):
                self._inside(path, token.text, depth)
            else:
                path = self._one(path, token)

    def _inside(self, path: _Path, bracket: str, depth: int) -> None:
        start = path.reached if bracket == "[" else path.contexts
        self.expression(start, depth + 1)
        if self.at >= len(self.tokens) or self.tokens[self.at].text != {"[": "]", "(": ")"}[bracket]:
            raise ValueError(bracket)
        self.at += 1
        if bracket == "(":  # what is in brackets, or what a function gives back, can be any nodes
            path.anything()

    def _one(self, path: _Path, token: Token) -> _Path:
        if token.kind == "function" or token.text in _COMPARISONS:  # the text of what stands beside it is read
            self.visited += (1 + path.contexts // self.size.nodes) * self.size.pairs
        if token.kind == "operator" or token.text in ("|", ",", "=", "!=", "<", "<=", ">", ">=", "+", "-"):
            return _Path(self, path.contexts)
        path.step(token, self.tokens[self.at - 2] if self.at > 1 else None)
        return path


class _Path:
    def __init__(self, walk: _Walk, contexts: int) -> None:
        self.walk, self.contexts = walk, contexts
        self.reached = contexts
        self.most = contexts * walk.size.nodes
        self.starts = True  # no step yet: each context stands at a node of its own
        self.down = True  # only downward so far: no node is reached from more contexts than it has ancestors
        self.absolute = False
        self.axis = "child"

    def anything(self) -> None:
        self.reached, self.starts, self.down = self.most, False, False

    def step(self, token: Token, before: Token | None) -> None:
        if token.kind == "axis":
            self.axis = token.text
        elif token.text in ("/", "//"):
            self._slash(token.text, before)
        elif token.text == "@":
            self.axis = "attribute"
        elif token.text == "..":
            self._go("parent")
        elif token.kind == "name":
            self._go(self.axis)
            self.axis = "child"

    def _slash(self, text: str, before: Token | None) -> None:
        if self.starts and (before is None or before.kind in ("operator",) or before.text in _BEFORE_A_PATH):
            self.absolute = True
        if text == "//":
            self._go("descendant")
        self.starts = self.starts and self.absolute and text == "/"

    def _go(self, axis: str) -> None:
        self.reached = min(self.most, self._after(axis))
        self.walk.visited += max(self._visits(axis), self.reached)
        self.starts = False

    def _after(self, axis: str) -> int:
        """How many nodes are reached, counted once for each context."""
        size = self.walk.size
        if axis in _UP:
            self.down = False
            return self.reached * (1 if axis == "parent" else size.height)
        if axis in _SIDE or axis in _TREE:
            self.down = False
            return self.most
        if self.absolute or not self.down:
            return self.most
        return max(size.pairs, self.reached)

    def _visits(self, axis: str) -> int:
        size, rounds = self.walk.size, self.contexts
        if axis in _DOWN:
            return self.reached
        if axis in _UP:
            return self.reached * (1 if axis == "parent" else size.height)
        if axis in _SIDE:
            return size.siblings if self.starts else rounds * size.siblings
        if axis in _TREE:
            return self.most if self.starts else self.most * size.nodes
        if self.absolute:
            return rounds * (size.nodes if self.starts else size.pairs)
        return size.pairs if self.starts else (size.pairs * size.height if self.down else rounds * size.pairs)


_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_BEFORE_A_PATH = frozenset({"(", "[", ",", "|", "=", "!=", "<", "<=", ">", ">=", "+", "-"})
