"""How long an expression can be and how long it can take: the proof that a rule cannot run wild."""

from __future__ import annotations

from math import prod

from i18n.segment.expressions import (
    LONGEST,
    Chars,
    Choice,
    Look,
    Node,
    Repeat,
    Sequence,
    Side,
    UnboundedError,
    edge_of_sequence,
    in_item,
    parse,
)

MOST_WAYS = 2_000
"""In how many ways an expression may be tried at one position."""


def check(text: str, side: Side) -> None:
    """Refuse an expression that is not safe to run.

    Raises ``ExpressionError`` when it is not well formed or not allowed, ``UnboundedError`` when it
    spans more than ``LONGEST`` characters or could be tried in more than ``MOST_WAYS`` ways.
    """
    node = parse(text, side)
    if (width := _longest(node)) > LONGEST:
        raise UnboundedError(f"the expression can span {width} characters; {LONGEST} are allowed")
    if (ways := _ways(node, side == "before")) > MOST_WAYS:
        raise UnboundedError(f"the expression can be tried in {ways} ways; {MOST_WAYS} are allowed: use smaller bounds")


def _longest(node: Node) -> int:
    match node:
        case Chars():
            return 1
        case Sequence(parts):
            return sum(map(_longest, parts))
        case Choice(options):
            return max(map(_longest, options))
        case Repeat(inner, _, most):
            return _longest(inner) * most
        case Look(inner):
            _longest_look(inner)
    return 0


def _longest_look(inner: Node) -> None:
    if _longest(inner) > LONGEST:
        raise UnboundedError(f"a condition can span more than {LONGEST} characters")


def _ways(node: Node, backwards: bool) -> int:
    """An upper bound of the ways in which a backtracking matcher can try the expression at one position."""
    match node:
        case Sequence(parts):
            run = parts[::-1] if backwards else parts
            ways = prod(
                1 if _settled(part, run[index + 1 :], backwards) else _ways(part, backwards)
                for index, part in enumerate(run)
            )
        case Choice(options):
            ways = 1 if _distinct(options, backwards) else sum(_ways(option, backwards) for option in options)
        case Repeat(inner, least, most):
            ways = _ways_repeated(_ways(inner, backwards), least, most)
        case Look(inner):
            ways = _ways(inner, backwards)
        case _:
            ways = 1
    return min(ways, MOST_WAYS * 1_000)


def _distinct(options: tuple[Node, ...], backwards: bool) -> bool:
    """Whether the options are words of which at most one can match."""
    words = [word[::-1] if backwards else word for word in map(_literal, options)]
    return all(words) and not any(
        other.startswith(one) for i, one in enumerate(words) for j, other in enumerate(words) if i != j
    )


def _literal(node: Node) -> str:
    """The one text that the expression stands for, or nothing."""
    parts = node.parts if isinstance(node, Sequence) else (node,)
    items = [part.items[0] for part in parts if isinstance(part, Chars) and len(part.items) == 1 and not part.negative]
    chars = [item[0] for item in items if isinstance(item, tuple) and item[0] == item[1]]
    return "".join(chars) if chars and len(chars) == len(parts) else ""


def _settled(part: Node, rest: tuple[Node, ...], backwards: bool) -> bool:
    """Whether a repeated class ends where the rest begins: then giving characters back cannot help."""
    if not isinstance(part, Repeat) or not isinstance(part.node, Chars):
        return False
    own = part.node
    beside = edge_of_sequence(rest, backwards)
    return beside is not None and all(_disjoint(own, chars) for chars in beside)


def _disjoint(one: Chars, other: Chars) -> bool:
    """Whether no character is in both classes, as far as that is plain to see."""
    if one.negative and other.negative:
        return False
    if one.negative:
        one, other = other, one
    if other.negative:
        return all(item in other.items or not _named_or_inside(item, other) for item in one.items)
    return not any(_meet(item, beside) for item in one.items for beside in other.items)


def _named_or_inside(item: tuple[str, str] | str, chars: Chars) -> bool:
    """Whether the item is a named class, or a range with a character that the class has."""
    return isinstance(item, str) or any(chars.admits(char) for char in _probes(item))


def _meet(item: tuple[str, str] | str, other: tuple[str, str] | str) -> bool:
    return any(in_item(char, other) for char in _probes(item)) or any(in_item(char, item) for char in _probes(other))


def _probes(item: tuple[str, str] | str) -> str:
    """The characters of a range (the first 300), or some that stand for a named class."""
    if isinstance(item, tuple):
        return "".join(map(chr, range(ord(item[0]), min(ord(item[1]), ord(item[0]) + 300) + 1)))
    return {"p{Lu}": "AЯÝ", "p{Ll}": "aяý", "p{L}": "AaЯяÝýあ語", "d": "0129", "s": " \n\t\u00a0"}.get(item, "Aaяý0_あ")


def _ways_repeated(each: int, least: int, most: int) -> int:
    if each == 1:
        return most - least + 1
    return sum(each ** min(count, 30) for count in range(least, most + 1))
