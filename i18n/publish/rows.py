"""The rows of a table from its texts, in any vocabulary that has ``tr``, ``th`` and ``td``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from i18n.publish.outline import Spot

_EMPTY = "<td></td>"
_WIDEST = 100
"""Empty cells that are written before one that has a text."""


def rows(spots: Sequence[Spot], texts: Sequence[str]) -> list[str]:
    """A line for each row. Cells without a text, or below and beside one that takes several places, are empty.

    :param spots: where the texts stand, in their order.
    :param texts: blocks; several may stand in one cell.
    """
    placed = list(zip(spots, texts, strict=True))
    return [f"<tr>{''.join(_cells([*row]))}</tr>" for _, row in groupby(placed, lambda each: each[0].row)]


def _cells(row: Sequence[tuple[Spot, str]]) -> list[str]:
    made: list[str] = []
    following = 1
    for spot, cell in groupby(row, lambda each: each[0]):
        missing = spot.column - following
        made += [_EMPTY] * (missing if missing <= _WIDEST else 0)
        name = "th" if spot.head else "td"
        made.append(f"<{name}>{''.join([text for _, text in cell])}</{name}>")
        following = spot.column + 1
    return made
