"""markdown-it's door: CommonMark with tables, strikethrough and footnotes, and where everything stands.

The library says of a block in which lines it is, and of inline markup nothing. Its rules are wrapped: what a rule adds
to the stream of tokens gets its place while the rule's state is still at hand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.formats.markdown import blockrules, inlinerules
from i18n.formats.markdown.mapped import Mapped
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60
"""So many levels of quotes, lists and their paragraphs may stand in each other."""
MOST_BRACKETS = 10_000
"""In one block."""
LONGEST = 100_000
"""In characters: one block. Marks that nothing closes take more than linear time."""
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


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
    except blockrules.TooMuchError as error:
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
        if token.type == "inline" and len(token.content) > LONGEST:
            raise _refused("H152", place, line, f"this paragraph is longer than {LONGEST} characters")


def _refused(code: str, place: Place, line: int, message: str) -> HabarError:
    return HabarError(problem(code, Place(place.path, (place.line or 1) + line), message))


def _take_task(token: Token, env: dict[str, Any]) -> None:
    mapped: Mapped = token.meta["mapped"]
    box = _TASK.match(mapped.text)
    if box and box[1].strip().upper() not in env.get("references", {}):
        token.meta.update(task=box[0], mapped=mapped.behind(box.end()))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.core.ruler.enableOnly(["normalize", "block"])
    blockrules.install(md)
    inlinerules.install(md)
    return md
