"""Expressions that are compiled when they are asked first: a command needs few of all that its modules have."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Late:
    """Becomes the compiled expression, one method after the other, as they are asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._said = expression, flags
        self.pattern = expression

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._said)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # The method is found in the object itself from now on: a call costs what that of the expression does.
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found

    def __repr__(self) -> str:
        return f"late{self._said!r}"


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, but for its cost, which its first use bears.

    It is for expressions at the top of a module. What is wrong with one is found when it is used: a test uses all.
    """
    return cast("re.Pattern[str]", _Late(expression, flags))


_PIECE = late(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|.", re.DOTALL)


def alternatives(expression: str) -> list[str]:
    """The alternatives of an expression, one by one, where each can be tried for itself."""
    found, depth = [""], 0
    for piece in _PIECE.findall(expression):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return found


def told_apart(rows: Iterable[str], end: str = "") -> tuple[str, tuple[int, ...]]:
    """One expression for those of all rows, and of each of its groups the row that it is of (see ``Match.lastindex``).

    An empty group stands behind each alternative and none before it: one that begins with a letter is passed over at
    once where the text has another letter, which a group before it would hide.

    :param rows: expressions without groups that are remembered. ``(?!)`` is an alternative that nothing matches.
    :param end: what follows each alternative.
    """
    found = [(row, one) for row, each in enumerate(rows) for one in alternatives(each) if one != "(?!)"]
    return f"(?:{'|'.join(f'{one}{end}()' for _, one in found)})", (-1, *(row for row, _ in found))
