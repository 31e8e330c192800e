"""Expressions that are compiled when they are asked first: a command needs few of all that its modules have."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


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
