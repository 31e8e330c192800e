"""markdown-it's door: CommonMark with tables, strikethrough and footnotes, and where everything stands.

The library says of a block in which lines it is, and of inline markup nothing. Its rules are wrapped here: what a rule
adds to the stream of tokens gets its place while the rule's state is still at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.formats.markdown.mapped import Mapped, of_cells, of_lines, trimmed
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    InlineRule = Callable[[StateInline, bool], bool]

DEEPEST = 60
"""So many levels of quotes, lists and their paragraphs may stand in each other."""
MOST_BRACKETS = 10_000
"""In one block."""
MOST_TOKENS = 1_000_000
"""In a table's file: a table fills up its short rows, so that a small file may have very many cells."""
_LONGEST_LABEL = 999
_SPACE = " \t\n"
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


MOST_TRIES = 300_000
"""So often may a line be looked at as what ends a block: each quote around a line looks at it again."""


class _TooMuchError(Exception):
    """Up to this line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Tokens(NamedTuple):
    """A text as a stream of tokens.

    ``meta["mapped"]`` of an inline token is a ``Mapped``; ``meta["beyond"]`` of a row's last: cells that no page shows.
    """

    blocks: list[Token]
    footnotes: dict[str, int]
    """The number of each footnote by its label, from 0 in the order of first mention; -1 where nothing mentions it."""


def parse(text: str, place: Place) -> Tokens:
    """The blocks of a text, and the inline markup in them as ``children``. Line ends are ``\\n``.

    The box of a task at the start of a list item is no text: it becomes ``meta["task"]``.

    :param place: where the text begins in its file.
    :raises HabarError: H151 and H152: it is nested too deeply, or has too many cells or brackets.
    """
    md = _parser()
    env: dict[str, Any] = {}
    try:
        blocks = md.parse(text, env)
    except _TooMuchError as error:
        raise _refused("H152", place, error.line, "there are too many cells, blocks or levels up to here") from error
    _require_modest(blocks, place)
    for position, token in enumerate(blocks):
        if token.type == "inline" and token.content:
            if blocks[position - 2].type == "list_item_open":
                _take_task(token, env)
            token.children = md.inline.parse(token.meta["mapped"].text, md, env, [])
    footnotes = {label[1:]: number for label, number in env.get("footnotes", {}).get("refs", {}).items()}
    return Tokens(blocks, footnotes)


def _require_modest(blocks: list[Token], place: Place) -> None:
    """What lies deeper than ``DEEPEST`` is not in the stream at all. Brackets take the most time of all marks."""
    line = 0
    for token in blocks:
        line = token.map[0] if token.map else line
        if token.nesting == 1 and token.level >= DEEPEST - 1:
            raise _refused("H151", place, line, "quotes or lists are nested too deeply here")
        if token.type == "inline" and token.content.count("[") > MOST_BRACKETS:
            raise _refused("H152", place, line, f"this paragraph has more than {MOST_BRACKETS} brackets")


def _refused(code: str, place: Place, line: int, message: str) -> HabarError:
    return HabarError(problem(code, Place(place.path, (place.line or 1) + line), message))


def _take_task(token: Token, env: dict[str, Any]) -> None:
    mapped: Mapped = token.meta["mapped"]
    box = _TASK.match(mapped.text)
    if box and box[1].strip().upper() not in env.get("references", {}):
        token.meta.update(task=box[0], mapped=mapped.behind(box.end()))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_block, rules_inline
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.core.ruler.enableOnly(["normalize", "block"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    md.block.ruler.at("paragraph", _placed(rules_block.paragraph, _place_lines))
    md.block.ruler.at("lheading", _placed(rules_block.lheading, _place_lines))
    everywhere: RuleOptionsType = {"alt": [*interrupts["alt"], "blockquote"]}
    md.block.ruler.at("heading", _counted(_placed(rules_block.heading, _place_heading)), everywhere)
    md.block.ruler.at("footnote_def", footnote_def, everywhere)
    md.block.ruler.at("table", _placed(_as_on_github(rules_block.table), _place_cells), interrupts)
    md.block.ruler.at("reference", _placed(rules_block.reference, _add_reference))
    md.inline.ruler.at("link", _spanned(rules_inline.link, "link_close"))
    md.inline.ruler.at("image", _spanned(rules_inline.image, "image"))
    md.inline.ruler.at("autolink", _spanned(rules_inline.autolink, "link_close"))
    md.inline.ruler.at("backticks", _spanned(rules_inline.backtick, "code_inline"))
    md.inline.ruler.at("newline", _spanned(rules_inline.newline, "hardbreak"))
    md.inline.ruler.at("escape", _spanned(rules_inline.escape, "hardbreak"))
    md.inline.ruler.at("footnote_ref", _spanned(_closed_soon(footnote_ref), "footnote_ref"))
    return md


# Blocks ------------------------------------------------------------------------------------------


def _placed(rule: BlockRule, place: Callable[[StateBlock, int, int], None]) -> BlockRule:
    """The rule, and then ``place`` with the state, the rule's first line and its first token."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            place(state, start, before)
        return found

    return placed


def _counted(rule: BlockRule) -> BlockRule:
    """The rule, which every line is tried with, until it was tried too often."""

    def counted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        tries = state.env["tries"] = state.env.get("tries", 0) + 1
        if tries > MOST_TRIES or len(state.tokens) > MOST_TOKENS:
            raise _TooMuchError(start)
        return rule(state, start, end, silent)

    return counted


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
        raise _TooMuchError(start)
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


# Inline markup -----------------------------------------------------------------------------------


def _spanned(rule: InlineRule, type: str) -> InlineRule:
    """The rule, and its last token of that type knows from where to where its markup goes."""

    def spanned(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > before and state.tokens[-1].type == type:
            state.tokens[-1].meta["span"] = (start, state.pos)
            if type == "link_close" and state.src[start] == "[":
                state.tokens[-1].meta["label_end"] = state.md.helpers.parseLinkLabel(state, start, True)
        return found

    return spanned


def _closed_soon(rule: InlineRule) -> InlineRule:
    """The rule, where a bracket closes as soon as a label may be long: else many open brackets take too much time."""

    def guarded(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith("[^", state.pos):
            return False
        return state.src.find("]", state.pos, state.pos + _LONGEST_LABEL) > 0 and rule(state, silent)

    return guarded


class Title(NamedTuple):
    """The title of a link: its text, and where it stands between its quotation marks."""

    text: str
    start: int
    end: int


def link_title(text: str, position: int) -> Title | None:
    """The title behind an address that begins at ``position`` or behind white space there."""
    md = _parser()
    position = _skip_space(text, position)
    address = md.helpers.parseLinkDestination(text, position, len(text))
    if address.ok:
        position = address.pos
    position = _skip_space(text, position)
    title = md.helpers.parseLinkTitle(text, position, len(text), None)
    return Title(title.str, position + 1, title.pos - 1) if title.ok else None


def reference_title(text: str) -> Title | None:
    """The title in the definition of a link's address."""
    position = 1
    while text[position] != "]":
        position += 2 if text[position] == "\\" else 1
    title = link_title(text, position + 2)
    return title if title and not text[title.end + 1 :].partition("\n")[0].strip(_SPACE) else None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position
