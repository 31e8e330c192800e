"""Numbers that a machine copied in the writing of the source, written as the target language writes them. Pure."""

from __future__ import annotations

import re

from i18n.problems import Problem

_CODE = "H234"
_COMMA_IS_DECIMAL = frozenset(("ru", "tk"))
_COMMA_IS_THOUSANDS = frozenset(("en", "ja"))
_FIGURE = {
    True: re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?"),
    False: re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"),
}
"""By whether the comma is the decimal sign."""


def in_the_way_of(language: str, text: str, source: str, problems: list[Problem]) -> str:
    """The text, with those of its numbers rewritten that stand in the source letter by letter and are misread here.

    :param problems: of the text, from its checks.
    """
    if language not in _COMMA_IS_DECIMAL | _COMMA_IS_THOUSANDS:
        return text
    end = 0
    parts: list[str] = []
    for start in sorted(found.span[0] for found in problems if found.code == _CODE and found.span):
        figure = _FIGURE[language not in _COMMA_IS_DECIMAL].match(text, start)
        if figure and start >= end and figure[0] in source:
            parts += (text[end:start], _rewritten(figure[0], to_comma=language in _COMMA_IS_DECIMAL))
            end = figure.end()
    return "".join((*parts, text[end:]))


def _rewritten(figure: str, *, to_comma: bool) -> str:
    if to_comma:
        return figure.replace(",", "\u00a0").replace(".", ",")
    return re.sub("[ \u00a0\u202f]", "\0", figure).replace(",", ".").replace("\0", ",")
