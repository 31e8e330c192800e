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


_MOST_CELLS = 25_000_000
"""So many pairs of places are compared: two texts of 5,000 words each."""


def edits(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int, int]]:
    """A longest common subsequence as blocks: place in ``old``, place in ``new``, length. In both, they go upwards.

    Of sequences that are too long for it, what is common at the beginning and at the end.
    """
    from rapidfuzz.distance import LCSseq

    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    found = []
    if len(middle_old) * len(middle_new) <= _MOST_CELLS:
        steps = LCSseq.opcodes(middle_old, middle_new)
        found = [
            (start + step.src_start, start + step.dest_start, step.src_end - step.src_start)
            for step in steps
            if step.tag == "equal"
        ]
    ends = [(0, 0, start), *found, (len(old) - end, len(new) - end, end)]
    return [block for block in ends if block[2]]


def _common(old: Sequence[int], new: Sequence[int]) -> int:
    """How many of the first are equal."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
