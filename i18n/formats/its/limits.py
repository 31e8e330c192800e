"""Storage Size and Allowed Characters as limits that a check can keep."""

from __future__ import annotations

from i18n import limits
from i18n.formats.its.categories import Information
from i18n.model import Limits

_MOST_DIGITS = 15


def limits_of(said: Information) -> tuple[Limits | None, list[str]]:
    """The limits in what the two categories say of one node, and what is wrong in it.

    A limit that nothing can be measured by is none.
    """
    wrong = []
    size, charset, allowed = (
        said.get("storageSize"),
        said.get("storageEncoding", "UTF-8"),
        said.get("allowedCharacters"),
    )
    if size is not None and not (size.isascii() and size.isdigit() and len(size) <= _MOST_DIGITS):
        wrong.append(f"the storage size “{size[:40]}” is no number of bytes")
        size = None
    if size is not None and not limits.is_charset(charset):
        wrong.append(f"the storage encoding “{charset[:40]}” is not known")
        size = None
    if allowed is not None and (fault := _fault(allowed)):
        wrong.append(f"the allowed characters “{allowed[:40]}”: {fault}")
        allowed = None
    if size is None and allowed is None:
        return None, wrong
    breaks = said.get("lineBreakType", "lf")
    return Limits(int(size) if size else None, charset, breaks, allowed), wrong  # type: ignore[arg-type]


def _fault(expression: str) -> str:
    try:
        limits.characters(expression)
    except ValueError as error:
        return str(error)
    return ""
