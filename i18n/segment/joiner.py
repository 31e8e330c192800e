"""What stands between two translated segments."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from i18n.model import Code, Content

_UNSPACED = frozenset(("ja", "zh", "yue"))
"""Languages that put no space between sentences."""
_TIGHT = "「『（、。"
_TIGHT_MORE = "〈《【〔［｛〖｢，．！？：；・…"
"""What opens or goes on without a space, even after Latin text."""


def join_gap(gap: Content, left: str, right: str, source: str, target: str) -> Content:
    """The gap between two segments of a page in ``target``, from the gap between them in ``source``.

    ``left`` and ``right`` are the plain texts of the two segments in the page. The same language
    keeps the gap as it is. A spaced language gets one space, or the line break that was there.
    Japanese and Chinese get nothing, and one space only where Latin text meets more text. Codes of
    the gap stay in their order; the space comes behind closing ones. Nothing is added beside a space.
    """
    if _language(source) == _language(target):
        return gap
    codes = [part for part in gap if isinstance(part, Code)]
    separator = _separator(gap, left, right, _language(target))
    if not separator:
        return tuple(codes)
    if not codes:
        return (separator,)
    place = _place(gap)
    return (*codes[:place], separator, *codes[place:])


@lru_cache(maxsize=64)
def _language(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _separator(gap: Content, left: str, right: str, target: str) -> str:
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    if any(isinstance(part, Code) and part.name == "br" for part in gap):
        return ""
    if target in _UNSPACED:
        return "" if _is_wide(left) or right[0] in _TIGHT + _TIGHT_MORE else " "
    return "\n" if any(isinstance(part, str) and ("\n" in part or "\r" in part) for part in gap) else " "


def _is_wide(text: str) -> bool:
    """Whether the text ends in a character that takes no space behind it."""
    # A curly quotation mark is as wide as the text that it closes.
    last = (text.rstrip("”’") or text)[-1]
    return unicodedata.east_asian_width(last) in "WFH" or last == "…"


def _place(gap: Content) -> int:
    """Before which of the gap's codes the space goes: where white space was, but behind closing codes."""
    codes = [part for part in gap if isinstance(part, Code)]
    first = next((index for index, part in enumerate(gap) if isinstance(part, str)), len(gap))
    place = sum(isinstance(part, Code) for part in gap[:first])
    if first == len(gap):
        place = 0
    while place < len(codes) and codes[place].kind == "close":
        place += 1
    return place
