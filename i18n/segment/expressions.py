"""The expressions of a rules file: a small, safe part of the regular expressions everybody knows.

Allowed are literals, ``.``, classes, ``\\d \\s \\w \\p{L} \\p{Lu} \\p{Ll}``, alternation, groups, ``^ $ \\b``,
``? {m,n}``, ``(?=..) (?!..)`` in ``after`` and ``(?<=..) (?<!..)`` in ``before``. Every repetition has
an upper bound, so each expression has a greatest length and a greatest number of ways to try. What
is allowed means the same to Java, so a rule can travel to another tool as SRX.

An expression of ``before`` is turned around and run over the reversed text: it starts at the
position that is asked about, however long the text in front of it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 400
"""How many characters an expression may span."""
_DEEPEST = 20


Side = Literal["before", "after"]
"""Of the position that is asked about."""


class ExpressionError(ValueError):
    """The expression is not allowed. The message says why, in a translator's words."""


class UnboundedError(ExpressionError):
    """The expression could run for too long."""


# The parts of an expression --------------------------------------------------------------------


class Chars(NamedTuple):
    """One character out of a class."""

    items: tuple[tuple[str, str] | str, ...]
    """Ranges, and the names of classes such as ``p{Lu}``. Without any: every character."""
    negative: bool = False

    def admits(self, char: str) -> bool:
        return any(in_item(char, item) for item in self.items) != self.negative


class Sequence(NamedTuple):
    parts: tuple[Node, ...]


class Choice(NamedTuple):
    options: tuple[Node, ...]


class Repeat(NamedTuple):
    node: Node
    least: int
    most: int


class Look(NamedTuple):
    """A condition on what stands beside, which takes up no text."""

    node: Node
    negative: bool


class Anchor(NamedTuple):
    kind: Literal["^", "$", "b"]


Node = Chars | Sequence | Choice | Repeat | Look | Anchor


def in_item(char: str, item: tuple[str, str] | str) -> bool:
    """Whether the character is in a range or a named class."""
    match item:
        case (low, high):
            return low <= char <= high
        case "p{Lu}":
            return char.isupper()
        case "p{Ll}":
            return char.islower()
        case "p{L}":
            return char.isalpha()
        case "d":
            return char.isdecimal()
        case "s":
            return char.isspace()
        case _:
            return char.isalnum() or char == "_"


# Reading ---------------------------------------------------------------------------------------

_NAMED = ("p{Lu}", "p{Ll}", "p{L}", "d", "s", "w")
_BOUNDS = late(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}")
_LOOKS = {"(?=": "after", "(?!": "after", "(?<=": "before", "(?<!": "before"}


class _Reader:
    def __init__(self, text: str, side: Side) -> None:
        self.text, self.side = text, side
        self.at = self.depth = 0

    def read(self) -> Node:
        node = self._choice()
        if self.at < len(self.text):
            raise ExpressionError(f"')' at character {self.at + 1} closes nothing")
        return node

    def _take(self, token: str) -> bool:
        if not self.text.startswith(token, self.at):
            return False
        self.at += len(token)
        return True

    def _need(self, token: str, what: str) -> None:
        if not self._take(token):
            raise ExpressionError(f"{what} is not closed by {token!r}")

    def _choice(self) -> Node:
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self._repeated())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _repeated(self) -> Node:
        node = self._atom()
        if self._take("?"):
            node = Repeat(node, 0, 1)
        elif match := _BOUNDS.match(self.text, self.at):
            self.at = match.end()
            node = _repeat(node, match)
        if self.at < len(self.text) and self.text[self.at] in "*+?{":
            return self._unbounded()
        return node

    def _unbounded(self) -> Node:
        sign = self.text[self.at]
        if sign in "*+" and self.text[self.at - 1] not in "*+?}":
            least = 0 if sign == "*" else 1
            raise UnboundedError(f"the repetition '{sign}' has no upper bound; write {{{least},40}} in its place")
        raise ExpressionError(f"'{sign}' at character {self.at + 1} repeats nothing")

    def _atom(self) -> Node:
        if self.side == "before" and self._take("^"):
            return Anchor("^")
        if self.side == "after" and self._take("$"):
            return Anchor("$")
        if self._take("."):
            return Chars((), negative=True)
        if self._take("["):
            return self._class()
        if self._take("\\b"):
            return Anchor("b")
        if self.text[self.at] == "(":
            return self._group()
        if self.text[self.at] in "*+?{":
            return self._unbounded()
        if self.text[self.at] in "^$":
            raise ExpressionError(f"'{self.text[self.at]}' is not allowed in '{self.side}'")
        return Chars((self._item(),))

    def _group(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ExpressionError(f"groups stand more than {_DEEPEST} deep")
        node = self._opened()
        self.depth -= 1
        return node

    def _opened(self) -> Node:
        for sign, side in _LOOKS.items():
            if self._take(sign):
                if side != self.side:
                    raise ExpressionError(f"'{sign}' is not allowed in '{self.side}'")
                node = Look(self._choice(), sign[-1] == "!")
                self._need(")", f"'{sign}'")
                return node
        if self._take("(?:") or (not self.text.startswith("(?", self.at) and self._take("(")):
            inner = self._choice()
            self._need(")", "'('")
            return inner
        raise ExpressionError(f"{self.text[self.at : self.at + 4]!r} is not allowed")

    def _class(self) -> Node:
        negative = self._take("^")
        items: list[tuple[str, str] | str] = []
        while not self._take("]"):
            if self.at >= len(self.text):
                raise ExpressionError("'[' is not closed by ']'")
            items.append(self._range())
        if not items:
            raise ExpressionError("the class '[]' is empty")
        return Chars(tuple(items), negative)

    def _range(self) -> tuple[str, str] | str:
        low = self._item()
        if isinstance(low, str) or self.text.startswith("-]", self.at) or not self._take("-"):
            return low
        high = self._item()
        if isinstance(high, str) or high[0] < low[0]:
            raise ExpressionError(f"the range from {low[0]!r} runs backwards")
        return low[0], high[0]

    def _item(self) -> tuple[str, str] | str:
        if not self._take("\\"):
            char = self.text[self.at : self.at + 1]
            self.at += 1
            return char, char
        for name in _NAMED:
            if self._take(name):
                return name
        char = self.text[self.at : self.at + 1]
        if not char or char.isalnum():
            raise ExpressionError(f"'\\{char}' is not known here")
        self.at += 1
        return char, char


def _repeat(node: Node, match: re.Match[str]) -> Repeat:
    least = int(match[1])
    if match[2] and not match[3]:
        raise UnboundedError(f"the repetition {match[0]} has no upper bound; write {{{least},40}}")
    most = int(match[3]) if match[2] else least
    if most < least:
        raise ExpressionError(f"the repetition {match[0]} runs backwards")
    return Repeat(node, least, most)


@lru_cache(maxsize=1024)
def parse(text: str, side: Side) -> Node:
    """The parts of an expression. Raises ``ExpressionError`` when it is not well formed or not allowed."""
    return _Reader(text, side).read()


# Use -------------------------------------------------------------------------------------------


def edge(node: Node, *, last: bool) -> tuple[Chars, ...] | None:
    """What the first (or the ``last``) character of a match can be; None when it can be anything or nothing."""
    match node:
        case Chars():
            return (node,)
        case Choice(options):
            return _union(edge(option, last=last) for option in options)
        case Repeat(inner, least, _):
            return edge(inner, last=last) if least else None
        case Sequence(parts):
            return edge_of_sequence(parts[::-1] if last else parts, last)
    return None


def edge_of_sequence(parts: tuple[Node, ...], last: bool) -> tuple[Chars, ...] | None:
    """The same for a sequence, whose ``parts`` come in the order in which it is run."""
    found: list[Chars] = []
    for part in parts:
        if isinstance(part, Look | Anchor):
            continue
        optional = isinstance(part, Repeat) and part.least == 0
        chars = edge(part.node if isinstance(part, Repeat) else part, last=last)
        if chars is None:
            return None
        found += chars
        if not optional:
            return tuple(found)
    return None


def _union(edges: Iterator[tuple[Chars, ...] | None]) -> tuple[Chars, ...] | None:
    found: list[Chars] = []
    for chars in edges:
        if chars is None:
            return None
        found += chars
    return tuple(found)


def compiled(node: Node, side: Side) -> re.Pattern[str]:
    """The expression for ``re``; that of ``before`` is to be matched on the reversed text."""
    return re.compile(_spell(node, side == "before"), re.DOTALL)


def _spell(node: Node, backwards: bool) -> str:
    match node:
        case Chars(items, negative):
            return _spell_class(items, negative)
        case Sequence(parts):
            return "".join(_spell(part, backwards) for part in (parts[::-1] if backwards else parts))
        case Choice(options):
            return f"(?:{'|'.join(_spell(option, backwards) for option in options)})"
        case Repeat(inner, least, most):
            spelled = _spell(inner, backwards)
            return f"{spelled if isinstance(inner, Chars) else f'(?:{spelled})'}{{{least},{most}}}"
        case Look(inner, negative):
            return f"(?{'!' if negative else '='}{_spell(inner, backwards)})"
        case Anchor("b"):
            return r"\b"
        case Anchor(kind):
            return r"\Z" if (kind == "$") != backwards else r"(?!)"
    raise AssertionError(node)


# The capitals and small letters of Latin, Greek and Cyrillic, as they stand in a class. Short, because every
# expression pays for their length; where one character decides, ``Chars.admits`` knows them all.
_PAIRED = "".join(
    map(chr, (*range(0x100, 0x138, 2), *range(0x139, 0x149, 2), *range(0x14A, 0x178, 2), 0x179, 0x17B, 0x17D))
)
_CAPITALS = "A-ZÀ-ÖØ-Þ" + _PAIRED + "ŸƏƠƯȘȚΆΈ-ΏΑ-ΫЀ-ЯҐҒҖҚҢҮҰҲҶҺӘӨ"
_SMALL = "a-zß-öø-ÿ" + "".join(chr(ord(char) + 1) for char in _PAIRED) + "əơưșțά-ώа-џґғҗқңүұҳҷһәө"


def _spell_class(items: tuple[tuple[str, str] | str, ...], negative: bool) -> str:
    if not items:
        return "."
    if "p{L}" in items:
        others = "".join(map(_spell_item, (item for item in items if item != "p{L}")))
        letter = f"(?:[^\\W\\d_]{'|[' + others + ']' if others else ''})"
        return f"(?:(?!{letter}).)" if negative else letter
    return f"[{'^' if negative else ''}{''.join(map(_spell_item, items))}]"


def _spell_item(item: tuple[str, str] | str) -> str:
    match item:
        case (low, high):
            return re.escape(low) if low == high else f"{re.escape(low)}-{re.escape(high)}"
        case "p{Lu}":
            return _CAPITALS
        case "p{Ll}":
            return _SMALL
        case name:
            return f"\\{name}"
