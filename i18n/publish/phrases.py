"""Phrases of Japanese, between which a heading may break (BudouX's door)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser


def phrases(text: str) -> list[str]:
    """A Japanese text in phrases, which join to it: 外務大臣会談に, ついて."""
    return _parser().parse(text)


@cache
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
