"""Names that are spelled in two ways within one text: Meredov and Merdov, アシガバット and アシガバート."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from i18n.model import Place

_NAME = late(r"(?<![^\W_])[^\W\d_a-zа-яёäçžňöşüý][^\W\d_]{4,}(?![^\W_])")
_WORD = late(r"[^\W\d_]+")
_KATAKANA = late("[\u30a1-\u30fa\u30fc]{5,}")
_ENDING = 3  # letters at a word's end that a case can change
_MOST = 400  # names of one text that are compared with each other


def two_ways(texts: Iterable[tuple[str, Place]], language: str) -> Iterator[tuple[str, str, Place]]:
    """Pairs of spellings that differ in one letter within the word: the rarer, the other, where the rarer stands."""
    counted: Counter[str] = Counter()
    places: dict[str, Place] = {}
    plain: set[str] = set()
    for text, place in texts:
        found = (_KATAKANA if language == "ja" else _NAME).findall(text)
        counted.update(found)
        places.update({name: place for name in found if name not in places})
        plain.update(word for word in _WORD.findall(text) if word.islower())
    names = sorted(name for name in counted if name.lower() not in plain)[:_MOST]
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if one[0] != other[0]:
                break
            if _nearly_same(one, other, 0 if language == "ja" else _ENDING):
                rare, usual = sorted((one, other), key=lambda name: (counted[name], name))
                yield rare, usual, places[rare]


def _nearly_same(one: str, other: str, ending: int) -> bool:
    """Whether the words differ in one letter, and not at their ends."""
    if one.lower() == other.lower() or abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    end = _common(one[::-1], other[::-1])
    end = min(end, len(one) - start, len(other) - start)
    changed = max(len(one), len(other)) - start - end
    return changed == 1 and end >= ending and start >= 1


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
