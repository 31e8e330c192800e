"""Where a document was cut, to cut it in the same places whatever the rules say by then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from i18n.content import entry_key
from i18n.model import Document, Segment
from i18n.segment.units import Cut, pieces_of, running_text

Places = Mapping[str, Sequence[tuple[int, int]]]
"""By the id of a unit: where its segments begin and end in its running text. Not of a unit that is one segment."""


class _Kept(NamedTuple):
    places: Sequence[tuple[int, int]]

    def sentences(self, text: str) -> list[tuple[int, int]]:
        return list(self.places) if self.places[-1][1] <= len(text) else []


def places(cut: Cut) -> Places:
    """The places of a cut."""
    return {unit.id: _ends(pieces) for unit, pieces in cut if len(pieces) > 1}


def _ends(pieces: tuple[Segment, ...]) -> list[tuple[int, int]]:
    lengths = [len(running_text(part)) for piece in pieces for part in (piece.gap, piece.content)]
    ends = [0, *accumulate(lengths)]
    return [(start, end) for place, (start, end) in enumerate(pairwise(ends)) if place % 2]


def cut_at(document: Document, places: Places) -> Cut:
    """The units of a document, cut in these places and nowhere else.

    Law: ``cut_at(document, places(cut)) == cut`` for every cut of the document.
    """
    cuts = []
    for unit in document.units:
        parts = pieces_of(unit.content, _Kept(places[unit.id])) if places.get(unit.id) else [((), unit.content)]
        pieces = [
            Segment(unit.id, index, len(parts), gap, content, entry_key(unit, content))
            for index, (gap, content) in enumerate(parts, 1)
        ]
        cuts.append((unit, tuple(pieces) if unit.content and unit.role != "date" else ()))
    return tuple(cuts)
