"""How much work an XPath expression can be at most, before it is run.

A rule comes with a document and is not trusted: ``//*[//*[//*]]`` on a page of a thousand elements
would run for minutes, and a run cannot be interrupted. The bound follows the way in which libxml2
works: step by step, each from every node that the step before reached; and where two nodes can reach
the same one, each new node is compared with all that were found before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from i18n.formats.its.size import Size
from i18n.formats.its.tokens import NODE_TESTS, Token

MAX_WORK = 200_000_000
"""Visits of nodes: some seconds."""
MAX_WORK_IN_ALL = 3 * MAX_WORK
"""Of all rules of one document."""
MAX_NESTING = 16
"""Brackets in brackets."""
_TEST = 10
"""What a test in brackets takes at each node, in visits."""
RUN = 1000
"""What it takes to run an expression at all, in visits."""
_COMPARISONS_A_VISIT = 8
_LONGEST_VALUE = 2000
"""Characters that a parameter can have."""


_NAMING = frozenset("local-name name namespace-uri count position last".split())
"""Functions that give no text of a node."""
_OF_CONTEXT = frozenset("string normalize-space string-length number".split())
"""Functions that read the node where they stand, if nothing is in their brackets."""


def needed(path: Sequence[Token]) -> Iterator[str]:
    """The local names of elements, and those of attributes with an @, without which a path finds nothing."""
    depth, before = 0, ""
    for token in path:
        if token.kind == "sign" and token.text in _BRACKETS:
            if token.text in "()" and depth == 0:
                return
            depth += _BRACKETS[token.text]
        elif depth == 0 and (token.kind in ("operator", "function") or token.text not in _STEPS):
            if token.kind not in ("name", "axis") or token.text in NODE_TESTS:
                return
            name = token.text.rpartition(":")[2]
            if token.kind == "name" and name != "*":
                yield f"@{name}" if before in ("@", "attribute") else name
        before = token.text


def work(expression: Sequence[Token], size: Size, contexts: int = 1, beside: int | None = None) -> int:
    """The most that the expression can visit when it is evaluated at this many different nodes.

    :param beside: what ``beside`` says of these nodes, where they are known.
    :raises ValueError: brackets do not fit.
    :raises OverflowError: they are nested deeper than ``MAX_NESTING``.
    """
    if contexts == 1 and len(expression) == 2 and expression[0].text == "//" and expression[1].kind == "name":
        return size.nodes  # one walk over the document: so do most selectors
    walk = _Walk(expression, size, size.siblings if beside is None else beside)
    walk.expression(contexts, 0)
    if walk.at < len(expression):
        raise ValueError(expression[walk.at].text)
    return walk.work


class _Walk:
    """One pass over the tokens of an expression, down into its brackets."""

    def __init__(self, expression: Sequence[Token], size: Size, beside: int) -> None:
        self.tokens, self.size, self.at, self.work = expression, size, 0, 0
        self.beside = beside

    @cached_property
    def effort(self) -> int:
        """Of a search in a text for the longest text of the expression, for each character."""
        texts = sum(_LONGEST_VALUE if token.kind == "variable" else len(token.text) for token in self.tokens
                    if token.kind in ("variable", "literal"))  # fmt: skip
        return texts // 16 + 1

    def expression(self, contexts: int, depth: int, reads: str = "") -> bool:
        """One level of brackets. ``reads`` is the function around it that reads texts, if there is one.

        Returns whether there are nodes in it whose text could be read.
        """
        if depth > MAX_NESTING:
            raise OverflowError(f"its brackets are nested more than {MAX_NESTING} deep")
        beside = self.size.siblings if depth else self.beside
        path = _Path(self.size, contexts, beside)
        paths = [path]
        results = 0
        while self.at < len(self.tokens) and self.tokens[self.at].text not in ("]", ")"):
            token = self.tokens[self.at]
            self.at += 1
            if token.text in ("[", "("):
                self._inside(path, token.text, depth)
            elif token.kind == "operator" or token.text in _SEPARATORS:
                results += path.most if token.text == "|" else 0
                reads = reads or (token.text if token.text in _COMPARISONS else "")
                self.work += path.work + self._between(token, path, results)
                path = _Path(self.size, contexts, beside)
                paths.append(path)
            else:
                path.step(token, self.tokens[self.at - 2] if self.at > 1 else None)
        self.work += path.work + contexts * results * path.most
        nodes = any(path.nodes for path in paths)
        if reads and nodes:
            effort = self.effort if reads in _SEARCHES else 0
            self.work += sum([path.reading(effort) for path in paths])
        return nodes

    def _inside(self, path: _Path, bracket: str, depth: int) -> None:
        before = self.tokens[self.at - 2] if self.at > 1 else None
        is_test = before is not None and before.text in NODE_TESTS
        reads = before.text if before is not None and before.kind == "function" and before.text in _READERS else ""
        if bracket == "[":
            self.work += path.reached * _TEST
        nodes = self.expression(path.reached if bracket == "[" else path.contexts, depth + 1, reads)
        if bracket == "(" and not (before is not None and before.text in _NAMING):
            path.nodes = path.nodes or nodes
        if self.at >= len(self.tokens) or self.tokens[self.at].text != {"[": "]", "(": ")"}[bracket]:
            raise ValueError(bracket)
        self.at += 1
        gives_nodes = before is None or before.kind != "function" or before.text == "id"
        if bracket == "(" and not is_test and gives_nodes:
            path.anything()

    def _between(self, token: Token, path: _Path, results: int) -> int:
        """The work of uniting nodes: each is compared with each."""
        return path.contexts * (results - path.most) * path.most if token.text == "|" else 0


class _Path:
    """A location path: how far its steps so far can have come, for all context nodes together.

    ``reached`` counts a node once for each context node that it was reached from, ``most`` is how many
    one context node can have reached.
    """

    def __init__(self, size: Size, contexts: int, beside: int) -> None:
        self.beside = beside
        self.size, self.contexts, self.reached, self.most, self.work = size, contexts, contexts, 1, 0
        self.axis = self.last = "child"
        self.course = "start"  # then "root", "below" (it), "down" (from the context), "up" (parents only), or "any"
        self.ups = 0
        self.nodes = False
        """Whether it leads to nodes, and is no text, number or name alone."""

    def anything(self) -> None:
        self.nodes = True
        self.most, self.course = self.size.nodes, "any"
        self.reached = self.contexts * self.most

    def step(self, token: Token, before: Token | None) -> None:
        """One token of the path."""
        self.nodes = self.nodes or token.kind in ("sign", "axis", "name") or token.text in _OF_CONTEXT
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
            self._go(self.axis, self._named(token.text), one=self._is_one(token.text))
        elif token.kind == "function":
            self.work += self.contexts
        elif token.kind in ("variable", "literal"):
            self.work += self.contexts * (len(token.text) // 64 + 1)

    def reading(self, effort: int) -> int:
        """Reading the text of the nodes that were reached. What is below the context is read once for each node
        around it; what is elsewhere, once for each context.

        :param effort: of a search, for each character; 0 where the text is read and no more.
        """
        size = self.size
        text = size.text * effort if effort else size.text // 64
        below = self.course in ("start", "down")
        if self.last == "attribute":
            return self.contexts * self.most + text * (1 if below else self.contexts)
        if below:
            return (size.nodes * size.height + text) * (1 + self.contexts // size.nodes)
        return self.contexts * (min(self.most, size.height) * size.nodes + text)

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

    def _is_one(self, test: str) -> bool:
        """Whether no node has more than one that passes a test: an attribute with a name."""
        return self.axis == "attribute" and not test.endswith("*") and test not in NODE_TESTS

    def _go(self, axis: str, named: int, *, one: bool = False) -> None:
        before_most = self.most
        visited = self._visited(axis)
        self.most = min(named, self.most if one else self._most(axis))
        self.reached = min(self.contexts * self.most, self._limit(axis, named), visited)
        self.work += visited
        if axis not in _NO_DOUBLES and before_most > 1:
            self.work += self.most * self.reached // _COMPARISONS_A_VISIT
        self._turn(axis)
        self.axis, self.last = "child", axis

    def _visited(self, axis: str) -> int:
        size = self.size
        if axis in ("self", "parent"):
            return self.reached
        if axis in _UP:
            return self.reached * size.height
        if axis in ("attribute", "namespace"):
            return self.reached * size.labels
        if axis == "child":
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
            return max(self.beside, self.contexts)
        if self.course == "up":
            return self.contexts * size.widest
        if self.course == "start":
            return size.nodes + self.contexts
        if self.course == "root":
            return self.contexts * size.top
        if self.course == "below":
            return self.reached + self.contexts * min(size.nodes, self.most * size.widest)
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


_READERS = frozenset(
    "string concat starts-with contains substring-before substring-after substring string-length normalize-space "
    "translate number sum id".split()
)
"""Functions that read the text of nodes."""
_SEARCHES = frozenset(("contains", "substring-before", "substring-after", "translate"))
"""Those that look for one text in another."""
_DOWNWARD = {"start": "down", "down": "down", "root": "below", "below": "below"}
_UP = frozenset({"ancestor", "ancestor-or-self"})
_DESCENDANTS = ("descendant", "descendant-or-self")
_SIBLINGS = ("following-sibling", "preceding-sibling")
_NO_DOUBLES = frozenset({"child", "attribute", "namespace", "self"})
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_SEPARATORS = frozenset({"|", ",", "+", "-", "and", "or", "mod", "div"}) | _COMPARISONS
_STEPS = frozenset({"/", "//", ".", "..", "@", "::"})
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
