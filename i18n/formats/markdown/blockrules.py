"""The library's rules for blocks, wrapped: what they find gets its place in the text, and they take bounded time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from i18n.formats.markdown.mapped import Mapped, of_cells, of_lines, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

MOST_TOKENS = 1_000_000
"""In a table's file: a table fills up its short rows, so that a small file may have very many cells."""
MOST_TRIES = 300_000
"""So often may a line be looked at as what ends a block: each quote around a line looks at it again."""


class TooMuchError(Exception):
    """Up to this line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def install(md: MarkdownIt) -> None:
    """Puts the wrapped rules in place of the library's."""
    from markdown_it import rules_block
    from mdit_py_plugins.footnote.index import footnote_def

    paragraphs: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    quotes: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    at = md.block.ruler.at
    at("paragraph", _placed(rules_block.paragraph, _place_lines))
    at("lheading", _placed(rules_block.lheading, _place_lines))
    at("heading", _counted(_placed(rules_block.heading, _place_heading)), quotes)
    at("footnote_def", footnote_def, quotes)
    at("table", _placed(_as_on_github(rules_block.table), _place_cells), paragraphs)
    at("reference", _placed(rules_block.reference, _add_reference))


def _placed(rule: BlockRule, place: Callable[[StateBlock, int, int], None]) -> BlockRule:
    """The rule, and then ``place`` with the state, the rule's first line and its first token."""

    def with_place(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            place(state, start, before)
        return found

    return with_place


def _counted(rule: BlockRule) -> BlockRule:
    """The rule, which every line is tried with, until it was tried too often."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        tries = state.env["tries"] = state.env.get("tries", 0) + 1
        if tries > MOST_TRIES or len(state.tokens) > MOST_TOKENS:
            raise TooMuchError(start)
        return rule(state, start, end, silent)

    return bounded


def _as_on_github(table: BlockRule) -> BlockRule:
    """The rule for tables, where no other block begins or goes on in the line.

    A list item may have a table, not a table's head a list. A line that goes on a paragraph lazily is no head, nor is
    one with escaped pipes only, or above a line that makes it a heading.
    """

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if state.sCount[start] < state.blkIndent or not table(state, start, end, True):
            return False
        head, line = (state.src[state.bMarks[row] : state.eMarks[row]] for row in (start, start + 1))
        if "|" not in head.replace("\\|", "") or not ("|" in line or ":" in line):
            return False
        others = state.md.block.ruler.getRules("blockquote")
        return not any(other(state, start, end, True) for other in others) and (
            silent or table(state, start, end, False)
        )

    return rule


def _place_lines(state: StateBlock, start: int, before: int) -> None:  # noqa: ARG001
    token = state.tokens[-2]
    first, last = token.map or (0, 0)
    lines = (
        (state.getLines(line, line + 1, state.blkIndent, False), state.eMarks[line]) for line in range(first, last)
    )
    token.meta["mapped"] = of_lines(lines, token.content)


def _place_heading(state: StateBlock, start: int, before: int) -> None:
    token = state.tokens[-2]
    marks = state.bMarks[start] + state.tShift[start] + len(state.tokens[before].markup)
    token.meta["mapped"] = Mapped(token.content, (0,), (state.src.find(token.content, marks),))


def _place_cells(state: StateBlock, start: int, before: int) -> None:
    if len(state.tokens) > MOST_TOKENS:
        raise TooMuchError(start)
    inlines = (token for token in state.tokens[before:] if token.type == "inline")
    for line, row in groupby(inlines, lambda token: (token.map or [0])[0]):
        tokens, cells = list(row), _row(state, line)
        for token, cell in zip(tokens, cells, strict=False):
            token.meta["mapped"] = trimmed(cell, token.content)
        tokens[-1].meta["beyond"] = cells[len(tokens) :]


def _row(state: StateBlock, line: int) -> list[Mapped]:
    from markdown_it.common.utils import mdTrim

    begin = state.bMarks[line] + state.tShift[line]
    row = mdTrim(state.src[begin : state.eMarks[line]])
    cells = of_cells(row, state.src.find(row, begin))
    first = 1 if not cells[0].text else 0
    return cells[first : -1 if len(cells) > first and not cells[-1].text else None]


def _add_reference(state: StateBlock, start: int, before: int) -> None:  # noqa: ARG001
    """A token for a definition of a link's address, which has none in the library's stream."""
    lines = [
        (state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]], state.eMarks[line])
        for line in range(start, state.line)
    ]
    token = state.push("reference", "", 0)
    token.meta["mapped"] = of_lines(lines, "\n".join(line for line, _ in lines))
