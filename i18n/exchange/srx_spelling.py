"""Spells the expressions of the segmentation rules for other tools, and for a rules file.

An expression for another tool says only what Java, ICU and .NET read alike: no possessive repetition,
every repetition bounded, white space, digits and word characters as explicit classes.
"""

from __future__ import annotations

from typing import Literal

from i18n.segment.expressions import (
    Anchor,
    Chars,
    Choice,
    Look,
    Node,
    Repeat,
    Sequence,
    Side,
    edge_of_sequence,
)

Dialect = Literal["srx", "own"]
"""The expressions of an SRX file, or those of a rules file."""

SPACE = r"\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000"
"""White space as the content of a class: Java's own class knows that of ASCII only."""
_WORD = r"\p{L}\p{N}_"
_NAMED = {"s": SPACE, "d": "0-9０-９", "w": _WORD}
WITHIN = f"(?![.!?…][{SPACE}]\\p{{Lu}})(?![。！？])"
"""Keeps a long run in its sentence: no full stop before white space and a capital."""
_WIDE = 20
_WHOLE = 300
"""A repetition that may span more holds whole sentences on purpose: those of a bracket."""
_AFTER_STOP = f'["”’»)\\]」』）]{{0,3}}[{SPACE}]{{1,3}}'
SENTENCE_START = (
    f"(?:^|(?<=(?:[!?…。！？｡．]|[\\p{{L}}0-9]{{4}}[.]|[”’»)\\]][.]){_AFTER_STOP})"
    f'|(?<=[.]{_AFTER_STOP})(?=["“«(\\[]{{0,2}}\\p{{Lu}}[\\p{{Ll}}{SPACE}])|(?<=[。！？｡][”’」』）]{{0,3}})'
    f"|(?<=[0-9][{SPACE}]?\\p{{Ll}}{{1,2}}[.][{SPACE}]{{1,3}})(?=[0-9]))"
)
"""Where a sentence may begin. SRX has no word for it: ``^`` is the start of the text there.

Behind a short word and a full stop, which may be an abbreviation, only a capitalised word begins one,
and behind a measure such as ``5 t.`` a number."""


def spell(node: Node, side: Side, dialect: Dialect = "srx", *, within: bool = False) -> str:
    """The expression as text. ``within`` keeps a long run of ``before`` from reaching over the end of a sentence."""
    return _Speller(side, dialect, within).text(node)


class _Speller:
    def __init__(self, side: Side, dialect: Dialect, within: bool) -> None:
        self.side, self.dialect, self.within = side, dialect, within

    def text(self, node: Node) -> str:
        match node:
            case Chars():
                return spell_class(node, self.dialect)
            case Sequence(parts):
                return "".join(self._part(parts, index) for index in range(len(parts)))
            case Choice(options):
                return f"(?:{'|'.join(map(self.text, options))})"
            case Repeat(inner, least, most):
                return self._repeat(inner, least, most)
            case Look(inner, negative):
                sign = "!" if negative else "="
                return f"(?{'<' if self.side == 'before' else ''}{sign}{self.text(inner)})"
            case Anchor(kind):
                return self._anchor(kind)
        raise AssertionError(node)

    def _part(self, parts: tuple[Node, ...], index: int) -> str:
        part = parts[index]
        if part != Anchor("b") or self.dialect == "own":
            return self.text(part)
        ahead = edge_of_sequence(parts[index + 1 :], last=False)
        if ahead is not None and all(map(_in_words, ahead)):
            return f"(?<![{_WORD}])"
        behind = edge_of_sequence(parts[:index][::-1], last=True)
        return f"(?![{_WORD}])" if behind is None or all(map(_in_words, behind)) else self._anchor("b")

    def _anchor(self, kind: str) -> str:
        if kind == "b":
            word = f"[{_WORD}]"
            return r"\b" if self.dialect == "own" else f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
        return SENTENCE_START if kind == "^" and self.dialect == "srx" else kind

    def _repeat(self, inner: Node, least: int, most: int) -> str:
        if not isinstance(inner, Chars):
            text = self.text(inner)
            return at_most(text, least, most) if self.dialect == "srx" else f"(?:{text}){_bounds(least, most)}"
        text = spell_class(inner, self.dialect)
        if self.within and inner.negative and _WIDE <= most <= _WHOLE:
            text = f"(?:{WITHIN}{text})"
        return text + _bounds(least, most)


def at_most(text: str, least: int, most: int) -> str:
    """A repeated group, written out: Java refuses some repeated groups in a look-behind, which many tools build."""
    optional = ""
    for _ in range(most - least):
        optional = f"(?:{text}{optional})?"
    return f"(?:{text})" * least + optional


def _bounds(least: int, most: int) -> str:
    if (least, most) == (0, 1):
        return "?"
    return f"{{{least}}}" if least == most else f"{{{least},{most}}}"


def _in_words(chars: Chars) -> bool:
    """Whether the class holds word characters only."""
    return not chars.negative and all(
        item in ("p{Lu}", "p{Ll}", "p{L}", "d", "w")
        if isinstance(item, str)
        else item[0].isalnum() and item[1].isalnum()
        for item in chars.items
    )


def spell_class(chars: Chars, dialect: Dialect = "srx") -> str:
    """One class, or one character."""
    if not chars.items:
        return "."
    if len(chars.items) == 1 and not chars.negative:
        single = chars.items[0]
        if isinstance(single, tuple) and single[0] == single[1]:
            return spell_text(single[0])
        if isinstance(single, str) and (dialect == "own" or single not in _NAMED):
            return f"\\{single}"
    inner = "".join(_item(item, dialect) for item in chars.items)
    return f"[{'^' if chars.negative else ''}{inner}]"


def _item(item: tuple[str, str] | str, dialect: Dialect) -> str:
    if isinstance(item, str):
        return _NAMED.get(item, f"\\{item}") if dialect == "srx" else f"\\{item}"
    low, high = map(_in_class, item)
    return low if low == high else f"{low}-{high}"


def _in_class(char: str) -> str:
    return f"\\{char}" if char in "\\]^-[&~|#" else char


def spell_text(text: str) -> str:
    """A text that stands for itself."""
    return "".join(f"[{char}]" if char in ".$" else f"\\{char}" if char in r"\^*+?{}[]()|#" else char for char in text)
