"""The size that a translation may have where it is stored (ITS 2.0, Storage Size)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.limits import stored_size
from i18n.model import Code, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = Limits(size=20, charset="ISO-8859-1")


def _run(pair: Pair) -> Iterator[Finding]:
    text = "".join(part.shows if isinstance(part, Code) else part for part in pair.target)
    for limits in pair.limits:
        if limits.size is not None:
            yield from _one(text, pair, limits, limits.size)


def _one(text: str, pair: Pair, limits: Limits, most: int) -> Iterator[Finding]:
    try:
        size = stored_size(text, limits)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        at = pair.target_text.find(letter)
        hint = f"use letters that {limits.charset} has"
        yield Finding(f"“{letter}” cannot be stored in {limits.charset}", (at, at + 1) if at >= 0 else None, hint)
        return
    except LookupError:  # the reader of the source has said so
        return
    if size > most:
        yield Finding(f"the text takes {size} bytes in {limits.charset}, and {most} are the most")


STORAGE = Check(
    "H250",
    "storage-size",
    "Some texts have to fit where they are stored or shown: a ticker, a short message, a field of a form. What counts "
    "is bytes in the encoding of that place, not letters: in UTF-8 a Cyrillic letter takes two and a kana three. Codes "
    "do not count, a line break does. Such a text is one entry, however many sentences it has.",
    1,
    _run,
    (
        Example("en", "ru", "Gate closed", "Выход закрыт", False, Limits(size=24)),
        Example("en", "ru", "Gate closed", "Этот выход закрыт", True, Limits(size=24)),
        Example("en", "ja", "Gate closed", "閉門中", False, Limits(size=9)),
        Example("en", "ja", "Gate closed", "閉門中", True, Limits(size=8)),
        Example("en", "tk", "Gate closed", "Derweze ýapyk", False, _LATIN),
        Example("en", "tk", "The hall is closed", "Zal ýapyk, giriş ýok", True, _LATIN),
    ),
)
