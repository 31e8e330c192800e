"""Phrases of Japanese, between which a heading may break (BudouX's door)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from i18n.patterns import late

if TYPE_CHECKING:
    from budoux import Parser


# The model cuts numbers: 202|4年. Nothing leaves a number before its counter, and 第 and 約 belong to what they count.
_TORN = late(r"(?<=[0-9０-９])(?![「『（(\[【])|(?<=[0-9０-９][かヵカヶケ箇])|(?<=[第約])(?=[0-9０-９])")


def phrases(text: str) -> list[str]:
    """A Japanese text in phrases, which join to it: 外務大臣会談に, ついて. A number is whole, and so is 第2回."""
    found: list[str] = []
    end = 0
    for phrase in _parser().parse(text):
        if found and _TORN.match(text, end):
            found[-1] += phrase
        else:
            found.append(phrase)
        end += len(phrase)
    return found


@cache
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
