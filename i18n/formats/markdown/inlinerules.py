"""The library's rules for inline markup, wrapped: their tokens know where their markup stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]

_LONGEST_LABEL = 999
_OPAQUE = ("script", "style", "iframe", "textarea", "xmp", "noembed", "noframes")
"""Elements whose content is no markup (the HTML standard's raw text), and so not Markdown's either."""
_PROGRAM = re.compile(rf"<({'|'.join(_OPAQUE)})(?=[\s/>])", re.IGNORECASE)
_PROGRAM_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _OPAQUE}


def install(md: MarkdownIt) -> None:
    """Puts the wrapped rules in place of the library's."""
    from markdown_it import rules_inline
    from mdit_py_plugins.footnote.index import footnote_ref

    at = md.inline.ruler.at
    at("link", _spanned(rules_inline.link, "link_close"))
    at("image", _spanned(rules_inline.image, "image"))
    at("autolink", _spanned(rules_inline.autolink, "link_close"))
    at("backticks", _spanned(rules_inline.backtick, "code_inline"))
    at("newline", _spanned(rules_inline.newline, "hardbreak"))
    at("escape", _spanned(rules_inline.escape, "hardbreak"))
    at("html_inline", _spanned(_with_program(rules_inline.html_inline), "html_inline"))
    at("footnote_ref", _spanned(_closed_soon(footnote_ref), "footnote_ref"))


def _spanned(rule: InlineRule, type: str) -> InlineRule:
    """The rule, and its last token of that type knows from where to where its markup goes."""

    def with_span(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > before and state.tokens[-1].type == type:
            state.tokens[-1].meta["span"] = (start, state.pos)
            if type == "link_close" and state.src[start] == "[":
                state.tokens[-1].meta["label_end"] = state.md.helpers.parseLinkLabel(state, start, True)
        return found

    return with_span


def _closed_soon(rule: InlineRule) -> InlineRule:
    """The rule, where a bracket closes as soon as a label may be long: else many open brackets take too much time."""

    def guarded(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith("[^", state.pos):
            return False
        return state.src.find("]", state.pos, state.pos + _LONGEST_LABEL) > 0 and rule(state, silent)

    return guarded


def _with_program(rule: InlineRule) -> InlineRule:
    """The rule, and the tag of a program or a style takes all up to its end tag: nothing in there is Markdown's."""

    def whole(state: StateInline, silent: bool) -> bool:
        program = _PROGRAM.match(state.src, state.pos)
        if not rule(state, silent):
            return False
        if program:
            name, start = program[1].lower(), program.start()
            end = _program_end(state, name)
            state.pos = end or state.posMax
            if not silent:
                state.tokens[-1].content = state.src[start : state.pos]
                state.tokens[-1].meta.update(program=name, missing="" if end else f"</{name}>")
        return True

    return whole


def _program_end(state: StateInline, name: str) -> int:
    """Where its end tag ends; 0 without one: the rest of the block belongs to the program."""
    tag = _PROGRAM_ENDS[name].search(state.src, state.pos, state.posMax)
    end = state.src.find(">", tag.end(), state.posMax) if tag else -1
    return end + 1
