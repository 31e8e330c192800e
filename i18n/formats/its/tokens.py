"""XPath 1.0 as a list of tokens: enough to see what an expression names and how it walks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["literal", "number", "variable", "axis", "function", "name", "sign", "operator"]

_NAME = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<literal>"[^"]*"|'[^']*')
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<variable>\${_NAME}(?::{_NAME})?)
    | (?P<axis>{_NAME})\s*::
    | (?P<name>{_NAME}:\*|{_NAME}:{_NAME}|{_NAME})
    | (?P<sign>\.\.|//|::|!=|<=|>=|[()\[\].@,/|+\-=<>*])
    )""",
    re.VERBOSE,
)
_OPERAND_FOLLOWS = frozenset({"", "@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">="})
"""After one of these (or an operator's name), ``*`` and ``and`` are names of nodes (XPath 1.0, 3.7)."""
_OPERATORS = frozenset({"and", "or", "mod", "div", "*"})
NODE_TESTS = frozenset({"node", "text", "comment", "processing-instruction"})
"""Tests for nodes of a kind (XPath 1.0, 2.3); with a ( behind them, no names."""


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    start: int
    """Where it stands in the expression."""


@lru_cache(2048)
def tokens(expression: str) -> tuple[Token, ...]:
    """The tokens of an expression.

    :raises ValueError: a character begins no token.
    """
    found: list[Token] = []
    at, end = 0, len(expression.rstrip())
    while at < end:
        match = _TOKEN.match(expression, at)
        if match is None:
            raise ValueError(expression[at:].strip()[:20])
        found.append(_token(match, found[-1] if found else None))
        at = match.end()
    return tuple(_function(token, following) for token, following in zip(found, [*found[1:], None], strict=True))


def _token(match: re.Match[str], before: Token | None) -> Token:
    group = match.lastgroup or ""
    text, start = match[group], match.start(group)
    kind: Kind = group  # type: ignore[assignment]
    if text in _OPERATORS and not _operand_follows(before):
        kind = "operator"
    elif text == "*":
        kind = "name"
    return Token(kind, text, start)


def _operand_follows(before: Token | None) -> bool:
    if before is None or before.kind in ("axis", "operator"):
        return True
    return before.kind == "sign" and before.text in _OPERAND_FOLLOWS


def _function(token: Token, following: Token | None) -> Token:
    called = following is not None and following.text == "(" and following.kind == "sign"
    if token.kind == "name" and called and token.text not in NODE_TESTS:
        return Token("function", token.text, token.start)
    return token
