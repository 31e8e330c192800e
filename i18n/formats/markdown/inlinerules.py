"""The library's rules for inline markup, wrapped: their tokens know where their markup stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]

_LONGEST_LABEL = 999


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
