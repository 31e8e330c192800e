"""Expressions as lxml can run them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from i18n.formats.its.tokens import Token

OF_READER = "habar-own:"
"""Stands before the functions that know the document."""


def spelled(
    expression: str, tokens: Sequence[Token], attribute: etree.QName | None, html: bool, *, pointer: bool
) -> str:
    """An expression as lxml can run it.

    lxml runs at elements only. At an attribute, every relative path is led there first: ``../@n`` becomes
    ``@name/../@n``, and ``name()`` becomes ``name(@name)``. lxml does not know either which of the selected nodes
    a pointer starts from: ``position()`` and ``last()`` outside brackets are our own, as ``id()`` is in HTML.
    """
    step = _step(attribute) if attribute else ""
    inside = frozenset(("id",)) if html else frozenset()
    own = {False: inside, True: inside | {"position", "last"} if pointer else inside}
    parts, depth, written = [], 0, 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        insert = step if step and depth == 0 and _begins_path(token, before) else ""
        insert += OF_READER if token.kind == "function" and token.text in own[depth == 0] else ""
        insert += step[:-1] if depth == 0 and _is_empty_call(tokens, index) else ""
        parts += [expression[written : token.start], insert]
        written = token.start
        depth += {"[": 1, "]": -1}.get(token.text, 0) if token.kind == "sign" else 0
    return "".join([*parts, expression[written:]])


def _is_empty_call(found: Sequence[Token], index: int) -> bool:
    """Whether this is the ) of a call without arguments that is about the node where the expression stands."""
    return index > 1 and found[index].text == ")" and found[index - 1].text == "(" and found[index - 2].text in _OF_NODE


def _step(name: etree.QName) -> str:
    return f"@habar-at:{name.localname}/" if name.namespace else f"@{name.localname}/"


def _begins_path(token: Token, before: Token | None) -> bool:
    """Whether a relative path begins with this token."""
    if token.kind in ("name", "axis") or token.text in (".", "..", "@"):
        return before is None or before.kind == "operator" or (before.kind == "sign" and before.text in _BEFORE)
    return False


_OF_NODE = frozenset("local-name namespace-uri name string string-length normalize-space number".split())
_BEFORE = frozenset({"(", ",", "|", "=", "!=", "<", "<=", ">", ">=", "+", "-"})
