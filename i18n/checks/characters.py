"""The characters that a translation may hold (ITS 2.0, Allowed Characters)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.limits import characters
from i18n.model import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE_NAME = Limits(allowed="[^*:?/\\\\]")
_TELETYPE = Limits(allowed="[A-Z0-9 .,\\-]")


def _run(pair: Pair) -> Iterator[Finding]:
    for expression in dict.fromkeys(limits.allowed for limits in pair.limits):
        if expression is not None:
            yield from _one(pair.target_text, expression)


def _one(text: str, expression: str) -> Iterator[Finding]:
    try:
        allowed = characters(expression)
    except ValueError:  # the reader of the source has said so
        return
    for letter in dict.fromkeys(text):
        if letter not in allowed:
            at = text.index(letter)
            yield Finding(
                f"“{letter}” (U+{ord(letter):04X}) is not one of the characters allowed here, {expression}",
                (at, at + 1),
            )


CHARACTERS = Check(
    "H251",
    "allowed-characters",
    "Some texts go where only some characters are possible, such as a teletype or the name of a file. The source says "
    "which in square brackets: [A-Z0-9] is capitals and digits, [^*?] is all but an asterisk and a question mark.",
    1,
    _run,
    (
        Example("en", "tk", "ROAD A5 CLOSED", "A5 YOL BEKLENDI", False, _TELETYPE),
        Example("en", "tk", "ROAD A5 CLOSED", "A5 ÝOL ÝAPYK", True, _TELETYPE),
        Example("en", "ru", "Report", "Отчёт", False, _FILE_NAME),
        Example("en", "ru", "Report", "Отчёт?", True, _FILE_NAME),
    ),
)
