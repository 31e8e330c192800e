"""The texts that are most like another one, by looking at all of them. Exact, and quick up to 100,000 texts."""

from __future__ import annotations

from typing import Protocol

from i18n import similarity
from i18n.memory import codes
from i18n.memory.store import Store
from i18n.memory.units import Pair


class Nearest(Protocol):
    """A way to find the texts that are most like another one."""

    def nearest(self, shape: str, minimum: float) -> list[tuple[float, int]]:
        """Likeness and hash of the texts that are most like this one, the most alike first.

        Equally alike texts are in the order of their characters. A text may be gone by now.
        """
        ...


class Scan:
    """All texts of a pair of languages, in this process's memory."""

    def __init__(self, store: Store, pair: Pair) -> None:
        self._store, self._pair = store, pair
        self._at = 0
        self._texts: list[str] = []
        self._hashes: list[int] = []

    def nearest(self, shape: str, minimum: float) -> list[tuple[float, int]]:
        self._follow()
        found = similarity.nearest(shape, self._texts, minimum)
        found.sort(key=lambda one: (-one[0], self._texts[one[1]]))
        return [(score, self._hashes[index]) for score, index in found]

    def _follow(self) -> None:
        """Reads everything anew where anything was written: what was removed must not be found."""
        if self._at == (now := self._store.next_number()):
            return
        self._hashes, self._texts = [], []
        for hash, body in self._store.distinct(self._pair):
            self._hashes.append(hash)
            self._texts.append(codes.shape(body))
        self._at = now
