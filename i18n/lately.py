"""Work that is asked for several times in a row, such as by each language of one bulletin, and done once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Value = TypeVar("Value")
Answer = TypeVar("Answer")


def lately(work: Callable[[Value], Answer]) -> Callable[[Value], Answer]:
    """``work`` with its last answer remembered, as long as the very same object asks.

    To compare objects takes no time, unlike to hash one, as other caches do. The answer is not to be changed.
    """
    last: tuple[Any, Any] = object(), None

    @wraps(work)
    def answer(value: Value) -> Answer:
        nonlocal last
        known = last  # another thread may ask of something else meanwhile
        if known[0] is not value:
            last = known = value, work(value)
        found: Answer = known[1]
        return found

    return answer
