"""How alike two texts are, and which of many belong together (RapidFuzz's door)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

CUTOFF = 0.6
"""The least likeness that is offered to a translator. GNU msgmerge's threshold is the same."""


class Pairing(NamedTuple):
    """A new text and the old one that it was most likely made from."""

    new: int
    """Index in the new texts."""
    old: int
    """Index in the old texts."""
    score: float
    """From 0 to 1; 1 for equal texts."""


def pairings(new: Sequence[str], old: Sequence[str], cutoff: float = CUTOFF) -> list[Pairing]:
    """The best one-to-one pairing of new with old texts, the most alike first.

    Every text is paired once at most, so that of two near matches the better one wins. Likeness is
    the normalized Indel similarity. Ties fall to the earlier texts.
    """
    from rapidfuzz import fuzz, process

    candidates = [
        Pairing(index, position, score / 100)
        for index, text in enumerate(new)
        for _, score, position in process.extract(text, old, scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=8)
    ]
    candidates.sort(key=lambda pair: (-pair.score, pair.new, pair.old))
    return _one_to_one(candidates)


def _one_to_one(candidates: list[Pairing]) -> list[Pairing]:
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    chosen: list[Pairing] = []
    for pair in candidates:
        if pair.new not in taken_new and pair.old not in taken_old:
            taken_new.add(pair.new)
            taken_old.add(pair.old)
            chosen.append(pair)
    return chosen
