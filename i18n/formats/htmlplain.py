"""The elements of a page that says nothing of ITS, which is nearly every page: no tree has to be made of it.

What a parser finds by the HTML standard is asked as it is (selectolax). ``htmltree`` says the same of such a page, only
slower; a law of the tests compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from i18n.formats import htmlnames
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.tokens import Token
from i18n.formats.source import Source
from i18n.problems import Problem

NUMBER = "data-habar-token"
_MARKS = ("its-", "xml:", "application/its", "<svg", "<math", "<template", "\ufffe", "\uffff")
_ATTRIBUTES = (re.compile(r"translate\s*="), re.compile(r"dir\s*="))  # two, because each is found by its letters
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f]")
_DEEPEST = 200
"""Elements in elements: far more of them are put beside each other in a tree."""


@dataclass(slots=True)
class Elements:
    """The elements of a page, by the numbers of their start tags."""

    facts: list[Facts | None]
    """None where a parser makes no element of a start tag."""
    parents: list[int]
    """The number of the nearest element around that has a start tag; -1 where there is none."""
    attributes: Mapping[int, Mapping[str, str]]
    """Those of ``html`` and of each ``meta``."""
    resources: tuple[str, ...] = ()
    """The addresses that belong to the text."""
    noticed: tuple[Problem, ...] = ()
    """What did not have to stop the reading."""


def numbered(text: str, starts: Sequence[Token]) -> str:
    """The text with an attribute more in every start tag: its number."""
    parts = []
    position = 0
    for token in starts:
        after = token.start + 1 + len(token.name)
        parts += [text[position:after], f' {NUMBER}="{token.number}"']
        position = after
    return "".join([*parts, text[position:]])


def plain(text: str, starts: Sequence[Token], source: Source) -> Elements | None:
    """What is known of the elements of a page; None where more has to be asked."""
    if source.rules or _says_more(text, starts):
        return None
    nodes: list[LexborNode | None] = [None] * len(starts)
    known: dict[int, int] = {}
    for node in LexborHTMLParser(numbered(text, starts)).css(f"[{NUMBER}]"):
        number = int(node.attributes[NUMBER] or 0)
        if nodes[number] is None:
            nodes[number] = node
            known[node.mem_id] = number
    parents = [-1 if node is None else _parent(node, known) for node in nodes]
    if _depth(parents) > _DEEPEST:
        return None
    attributes = {
        token.number: _attributes(node)
        for node, token in zip(nodes, starts, strict=True)
        if node is not None and token.name in ("meta", "html", "input")
    }
    return Elements(_facts(nodes, starts, attributes), parents, attributes)


def _says_more(text: str, starts: Sequence[Token]) -> bool:
    """Whether ITS, or a tree of XML, could make something else of it."""
    low = text.lower()
    return (
        any(mark in low for mark in _MARKS)
        or any(attribute.search(low) for attribute in _ATTRIBUTES)
        or any(":" in token.name for token in starts)
        or _CONTROL.search(text) is not None
    )


def _parent(node: LexborNode, known: Mapping[int, int]) -> int:
    above = node.parent
    while above is not None and above.mem_id not in known:
        above = above.parent
    return -1 if above is None else known[above.mem_id]


def _depth(parents: Sequence[int]) -> int:
    depths: list[int] = []
    for parent in parents:
        depths.append(0 if parent < 0 or parent >= len(depths) else depths[parent] + 1)
    return max(depths, default=0)


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in node.attributes.items() if name != NUMBER}


_FACTS: dict[tuple[str, str], Facts] = {}
"""By the name in the source and the name of the element: the same on every page."""


def _facts(
    nodes: Sequence[LexborNode | None], starts: Sequence[Token], attributes: Mapping[int, Mapping[str, str]]
) -> list[Facts | None]:
    found: list[Facts | None] = []
    for node, token in zip(nodes, starts, strict=True):
        if node is None:
            found.append(None)
            continue
        key = token.name, str(node.tag)
        facts = _FACTS.get(key) or _made(*key)
        if token.name in htmlnames.SPECIAL:
            facts = replace(facts, attributes=htmlnames.texts(token.name, attributes[token.number]))
        name = " ".join((node.id or "").split())
        found.append(replace(facts, name=name) if name else facts)
    return found


def _made(name: str, tag: str) -> Facts:
    within = "yes" if tag in htmlnames.PHRASING else "nested" if tag in htmlnames.NESTED else "no"
    facts = Facts(within=within, preserve=name in htmlnames.PRESERVED, page=name, attributes=htmlnames.texts(name, {}))
    if len(_FACTS) < 1000:
        _FACTS[name, tag] = facts
    return facts
