"""How much work an XPath expression can be at most, before it is run.

A rule comes with a document and is not trusted: ``//*[//*[//*]]`` on a page of a thousand elements
would run for minutes, and a run cannot be interrupted. The bound follows the way in which libxml2
works: step by step, each from every node that the step before reached; and where two nodes can reach
the same one, each new node is compared with all that were found before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from i18n.formats.its.tokens import NODE_TESTS, Token

MAX_WORK = 200_000_000
"""Visits of nodes: some seconds."""
MAX_WORK_IN_ALL = 10 * MAX_WORK
"""Of all rules of one document."""
MAX_NESTING = 16
"""Brackets in brackets."""
_COMPARISONS_A_VISIT = 8


@dataclass(frozen=True, slots=True)
class Size:
    """What of a document decides how long a walk takes."""

    nodes: int = 1
    """Elements, attributes and texts."""
    height: int = 1
    """How deep the deepest element lies."""
    siblings: int = 1
    """Pairs of nodes with one parent."""
    widest: int = 1
    """The most children of one element."""
    text: int = 1
    """Characters, each counted once for every element around it."""
    elements: Mapping[str, int] | None = None
    """How many elements have a local name; None where the document is not known yet."""
    attributes: Mapping[str, int] | None = None


def size_of(root: etree._Element) -> Size:
    """The size of a document, in one walk without recursion."""
    nodes = siblings = widest = height = text = depth = 0
    elements: Counter[str] = Counter()
    attributes: Counter[str] = Counter()
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="*"):
        if not isinstance(element.tag, str):  # an entity
            continue
        if event == "end":
            depth -= 1
            continue
        depth += 1
        height = max(height, depth)
        own = 2 * len(element) + 1
        nodes += own + 1 + len(element.attrib)
        siblings += own * own
        widest = max(widest, own)
        text += depth * (len(element.text or "") + len(element.tail or ""))
        elements[element.tag] += 1
        attributes.update(element.keys())
    return Size(nodes, height + 1, siblings, widest, text, _local(elements), _local(attributes))


def _local(names: Counter[str]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for name, count in names.items():
        found[name.rpartition("}")[2]] += count
    return found


def work(expression: Sequence[Token], size: Size, contexts: int = 1) -> int:
    """The most that the expression can visit when it is evaluated at this many different nodes.

    :raises ValueError: brackets do not fit, or are nested deeper than ``MAX_NESTING``.
    """
    walk = _Walk(expression, size)
    walk.expression(contexts, 0)
    if walk.at < len(expression):
        raise ValueError(expression[walk.at].text)
    return walk.work


class _Walk:
    """One pass over the tokens of an expression, down into its brackets."""

    def __init__(self, expression: Sequence[Token], size: Size) -> None:
        self.tokens, self.size, self.at, self.work = expression, size, 0, 0

    def expression(self, contexts: int, depth: int) -> None:
        if depth > MAX_NESTING:
            raise ValueError("(" * 3)
        path = _Path(self.size, contexts)
        results = 0
        while self.at < len(self.tokens) and self.tokens[self.at].text not in ("]", ")"):
            token = self.tokens[self.at]
            self.at += 1
            if token.text in ("[", "("):
                self._inside(path, token.text, depth)
            elif token.kind == "operator" or token.text in _SEPARATORS:
                results += path.most if token.text == "|" else 0
                self.work += path.work + self._between(token, path, results)
                path = _Path(self.size, contexts)
            else:
                path.step(token, self.tokens[self.at - 2] if self.at > 1 else None)
        self.work += path.work + contexts * results * path.most

    def _inside(self, path: _Path, bracket: str, depth: int) -> None:
        is_test = self.tokens[self.at - 2].text in NODE_TESTS if self.at > 1 else False
        self.expression(path.reached if bracket == "[" else path.contexts, depth + 1)
        if self.at >= len(self.tokens) or self.tokens[self.at].text != {"[": "]", "(": ")"}[bracket]:
            raise ValueError(bracket)
        self.at += 1
        if bracket == "(" and not is_test:  # what is in brackets, or what a function gives back, can be any nodes
            path.anything()

    def _between(self, token: Token, path: _Path, results: int) -> int:
        """The work of an operator: comparing reads the text of nodes, uniting compares nodes."""
        if token.text == "|":
            return path.contexts * (results - path.most) * path.most
        if token.text in _COMPARISONS:
            return self.size.text // 64 * (1 + path.contexts // self.size.nodes)
        return 0


class _Path:
    """A location path: how far its steps so far can have come, for all context nodes together.

    ``reached`` counts a node once for each context node that it was reached from, ``most`` is how many
    one context node can have reached.
    """

    def __init__(self, size: Size, contexts: int) -> None:
        self.size, self.contexts, self.reached, self.most, self.work = size, contexts, contexts, 1, 0
        self.axis = "child"
        self.course = "start"  # then "root", "below" (it), "down" (from the context), "up" (parents only), or "any"
        self.ups = 0

    def anything(self) -> None:
        self.most, self.course = self.size.nodes, "any"
        self.reached = self.contexts * self.most

    def step(self, token: Token, before: Token | None) -> None:
        """One token of the path."""
        if token.text in ("/", "//"):
            if self.course == "start" and (before is None or before.text in _SEPARATORS or before.text in ("[", "(")):
                self.course = "root"
            self.axis = "descendant" if token.text == "//" else "child"
        elif token.kind == "axis":
            self._either(token.text)
        elif token.text == "@":
            self._either("attribute")
        elif token.text == "..":
            self._either("parent")
            self._go("parent", self.size.nodes)
        elif token.kind == "name":
            self._go(self.axis, self._named(token.text))
        elif token.kind == "function":
            self.work += self.contexts + self.size.text // 64 * (1 + self.contexts // self.size.nodes)

    def _either(self, axis: str) -> None:
        """``//`` before another axis than child is a step of its own."""
        if self.axis == "descendant":
            self._go("descendant", self.size.nodes)
        self.axis = axis

    def _named(self, test: str) -> int:
        """How many nodes of the document can pass a test."""
        counts = self.size.attributes if self.axis == "attribute" else self.size.elements
        name = test.rpartition(":")[2]
        if counts is None or name == "*" or test in NODE_TESTS:
            return self.size.nodes
        return counts.get(name, 0)

    def _go(self, axis: str, named: int) -> None:
        before_most = self.most
        visited = self._visited(axis)
        self.most = min(named, self._most(axis))
        self.reached = min(self.contexts * self.most, self._limit(axis, named), visited)
        self.work += visited
        if axis not in _NO_DOUBLES and before_most > 1:
            self.work += self.most * self.reached // _COMPARISONS_A_VISIT
        self._turn(axis)
        self.axis = "child"

    def _visited(self, axis: str) -> int:
        size = self.size
        if axis in ("self", "parent"):
            return self.reached
        if axis in _UP:
            return self.reached * size.height
        if axis in ("child", "attribute", "namespace"):
            return self._children()
        if axis in _DESCENDANTS and self.course in ("start", "root", "down", "below"):
            again = size.height if self.course in ("down", "below") else 1  # a node is below each node above it
            return self._rounds() * size.nodes * again
        if axis in _SIBLINGS and self.course in ("start", "down", "below"):
            return size.siblings * (self._rounds() if self.course != "start" else 1)
        return self.reached * size.nodes

    def _rounds(self) -> int:
        """How often a node can be met on the way down: from every context, or from those above it."""
        return self.contexts if self.course in ("root", "below") else min(self.contexts, self.size.height)

    def _children(self) -> int:
        size = self.size
        if self.course == "up" and self.ups == 1:
            return max(size.siblings, self.contexts)
        if self.course == "up":
            return self.contexts * size.widest
        if self.course == "start":
            return size.nodes + self.contexts
        return self.reached + (self.contexts if self.course == "any" else self._rounds()) * size.nodes

    def _most(self, axis: str) -> int:
        if axis in ("self", "parent"):
            return self.most
        if axis in _UP:
            return self.most * self.size.height
        return self.size.widest * self.most if axis in ("child", *_SIBLINGS) else self.size.nodes

    def _limit(self, axis: str, named: int) -> int:
        """Downward, a node is reached from no more context nodes than it has ancestors."""
        if self.course in ("start", "down") and axis in ("child", "attribute", "self", *_DESCENDANTS):
            return named * self.size.height
        return self.contexts * named

    def _turn(self, axis: str) -> None:
        if axis == "self":
            return
        if axis in ("child", "attribute", *_DESCENDANTS):
            self.course = _DOWNWARD.get(self.course, "any")
        elif axis == "parent" and self.course in ("start", "up"):
            self.course, self.ups = "up", self.ups + 1
        else:
            self.course = "any"


_DOWNWARD = {"start": "down", "down": "down", "root": "below", "below": "below"}
_UP = frozenset({"ancestor", "ancestor-or-self"})
_DESCENDANTS = ("descendant", "descendant-or-self")
_SIBLINGS = ("following-sibling", "preceding-sibling")
_NO_DOUBLES = frozenset({"child", "attribute", "namespace", "self"})
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_SEPARATORS = frozenset({"|", ",", "+", "-", "and", "or", "mod", "div"}) | _COMPARISONS
