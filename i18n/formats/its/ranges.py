"""The languages of Locale Filter: extended language ranges of RFC 4647, 2.2, with commas between them."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(?:[A-Za-z]{1,8}|\*)(?:-(?:[A-Za-z0-9]{1,8}|\*))*")
_LONGEST_SHOWN = 80


def ranges(text: str) -> tuple[str, ...]:
    """The ranges in a list; none in an empty one, which is for no language."""
    return tuple(part for piece in text.split(",") if (part := piece.strip()))


def fault(text: str) -> str:
    """What is wrong with a list, for a message; nothing where it is one."""
    if all(_RANGE.fullmatch(part) for part in ranges(text)):
        return ""
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    return f"“{shown}” is no list of languages; write it as “ru, tk” or “*-CH”, with commas between them"
