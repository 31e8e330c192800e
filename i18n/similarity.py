"""How alike two texts are, and which of many belong together (RapidFuzz's door)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

CUTOFF = 0.6
"""The least likeness that is offered to a translator. GNU msgmerge's threshold is the same."""


_MOST = 8
"""So many of the old texts that are most like a new one are looked at."""


class Pairing(NamedTuple):
    """A new text and the old one that it was most likely made from."""

    new: int
    """Index in the new texts."""
    old: int
    """Index in the old texts."""
    score: float
    """From 0 to 1; 1 for equal texts."""


def pairings(new: Sequence[str], old: Sequence[str], cutoff: float = CUTOFF) -> list[Pairing]:
    """For each new text the old one that it is most like, the most alike first.

    An old text may be that of several new ones: formulas differ in a name or a number only, and a text must not lose
    its own to another one that is still more alike. Of old texts that are equally like, one that is nobody's yet is
    taken, then the earlier one. Likeness is the normalized Indel similarity.
    """
    from rapidfuzz import fuzz, process

    found = []
    for index, text in enumerate(new):
        best = process.extract(text, old, scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=_MOST)
        if best:
            found.append((index, [(score, position) for _, score, position in best]))
    found.sort(key=lambda one: (-one[1][0][0], one[0]))
    taken: set[int] = set()
    chosen = []
    for index, likely in found:
        score = likely[0][0]
        equal = sorted(position for other, position in likely if other == score)
        position = next((position for position in equal if position not in taken), equal[0])
        taken.add(position)
        chosen.append(Pairing(index, position, score / 100))
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


def nearest(text: str, texts: Sequence[str], minimum: float) -> list[tuple[float, int]]:
    """The texts that are as much alike as ``minimum`` or more: likeness and index, the most alike first.

    Likeness is the normalized Levenshtein similarity, from 0 to 1. Of equally alike texts, the earlier one is first.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extract(text, texts, scorer=Levenshtein.normalized_similarity, score_cutoff=minimum, limit=None)
    return sorted(((score, index) for _, score, index in found), key=lambda one: (-one[0], one[1]))
