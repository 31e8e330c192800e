"""The texts that are most like another one, by looking at all of them. Exact, and quick up to 100,000 texts."""

from __future__ import annotations

from i18n import similarity
from i18n.memory import codes
from i18n.memory.store import Store
from i18n.memory.units import Pair


class Scan:
    """All texts of a pair of languages."""

    def __init__(self, store: Store, pair: Pair) -> None:
        self._store, self._pair = store, pair
        self._at = 0
        self._texts: list[str] = []
        self._hashes: list[int] = []

    def nearest(self, shape: str, minimum: float) -> list[tuple[float, int]]:
        """Likeness and hash of the texts that are most like this one, the most alike first.

        Equally alike texts are in the order of their characters.
        """
        self._follow()
        found = similarity.nearest(shape, self._texts, minimum)
        found.sort(key=lambda one: (-one[0], self._texts[one[1]]))
        return [(score, self._hashes[index]) for score, index in found]

    def _follow(self) -> None:
        """Reads everything anew where anything was written: what was removed must not be found."""
        if self._at == (now := self._store.next_number()):
            return
        texts = {hash: body for hash, body, _ in self._store.texts(self._pair)}
        self._hashes, self._texts = list(texts), [codes.shape(body) for body in texts.values()]
        self._at = now
