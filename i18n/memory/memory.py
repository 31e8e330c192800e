"""The translation memory: what was translated before, looked up by text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n.memory import codes, sql, trigrams
from i18n.memory.ledger import Ledger
from i18n.memory.rows import Found, as_asked, language_of, segment_of, units_of
from i18n.memory.scan import Nearest, Scan
from i18n.memory.store import Store
from i18n.memory.units import Context, Match, Origin, Pair, Unit
from i18n.memory.words import Spot, Words
from i18n.memory.writing import Refreshed, Writing
from i18n.model import LocaleTag

NOWHERE = Context()
MINIMUM = 0.75
"""The least likeness that is offered. Below it, a translator is quicker without."""
_MOST_SAME = 500
"""So many places of one text are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class PairCount:
    """How much there is of a pair of languages."""

    pair: Pair
    segments: int
    texts: int
    """Different ones."""
    approved: int


class Memory:
    """Texts in several languages, ready to be looked up in any of them.

    :param folder: where indexes of very many texts may lie; None: all texts are looked at.
    :param ledger: what was given to a store that others give to, too; None: it is this project's alone.
    """

    def __init__(self, store: Store, folder: Path | None = None, ledger: Ledger | None = None) -> None:
        self._store, self._folder, self._ledger = store, folder, ledger
        self._nearest: dict[Pair, Nearest] = {}

    def refresh(self, origins: Iterable[Origin], *, whole: bool = True) -> Refreshed:
        """Brings the memory up to its origins. Only what is new or changed is read.

        An origin that cannot be read whole gives what it has, and is read again the next time.

        :param whole: these are all; others are removed.
        :raises HabarError: the database cannot be written.
        """
        done = Refreshed()
        wanted = {origin.name: origin for origin in origins}
        known = self._store.keys()
        given = self._ledger.read() if self._ledger else known
        changed = [origin for name, origin in wanted.items() if origin.key not in (known.get(name), given.get(name))]
        for name, key in Writing(self._store, done, partly=self._ledger is None).write(changed):
            given[name] = key
        gone = [name for name in given if name not in wanted and name in known] if whole else []
        if gone:
            with self._store.database.transaction():
                for name in gone:
                    self._store.remove(name)
        if self._ledger:
            self._ledger.write({name: key for name, key in (known | given).items() if name in wanted})
        done.read, done.removed = len(changed), len(gone)
        return done

    def exact(self, text: str, pair: Pair, context: Context = NOWHERE, limit: int = 5) -> list[Match]:
        """The translations of exactly this text, each once.

        White space and what codes are called do not count. First those in the same context (msgctxt and both
        neighbours, then msgctxt alone), then approved ones, newer ones, and those that stand first.

        :param text: as it stands in a catalog.
        """
        names: list[str] = []
        if not codes.storable(text):
            return []
        shape = codes.shape(codes.packed(text, names))
        found = self._rows(codes.hashed(shape), pair)
        return _matches([row for row in found if codes.shape(row.source) == shape], pair, names, context, 1.0)[:limit]

    def near(
        self, text: str, pair: Pair, minimum: float = MINIMUM, limit: int = 5, context: Context = NOWHERE
    ) -> list[Match]:
        """The translations of the texts that are most like this one, the same among them, the most alike first.

        :param minimum: the least likeness, from 0 to 1.
        """
        names: list[str] = []
        if not codes.storable(text):
            return []
        own = Pair(*map(language_of, pair))
        shape = codes.shape(codes.packed(text, names))
        found: list[Match] = []
        if own not in self._nearest:
            self._nearest[own] = self._way(own)
        for score, hash in self._nearest[own].nearest(shape, minimum):
            if len(found) >= limit:
                break
            found += _matches(self._rows(hash, pair), pair, names, context, score)
        return found[:limit]

    def words(self, text: str, pair: Pair, limit: int = 10) -> list[Spot]:
        """What was translated before and has all these words (see ``Words``), each text once."""
        wanted = Words(text)
        if not wanted or not codes.storable(text):
            return []
        found = []
        for hash in wanted.best(self._store.in_order(Pair(*map(language_of, pair))), limit):
            best = [match.segment for match in _matches(self._rows(hash, pair), pair, (), NOWHERE, 1)[:1]]
            found += [Spot(segment, wanted.spans(segment.source)) for segment in best]
        return found

    def pairs(self, source: LocaleTag | None = None, target: LocaleTag | None = None) -> list[Pair]:
        """The pairs of languages that may have something, of those that were asked for; None stands for any."""
        known = self._store.languages()
        wanted = [[language_of(tag)] if tag else known for tag in (source, target)]
        return [Pair(one, other) for one in wanted[0] for other in wanted[1] if one != other]

    def counts(self) -> list[PairCount]:
        """How much there is of every pair of languages."""
        rows = self._store.database.run(sql.PAIRS)
        return [PairCount(Pair(one, other), *map(int, numbers)) for one, other, *numbers in rows]

    def origins(self) -> list[str]:
        """The names of all origins, sorted."""
        return sorted(self._store.keys())

    def units(self) -> Iterator[tuple[str, Unit]]:
        """Everything, with the name of its origin, in the order of the origins' names and of their texts."""
        for name in self.origins():
            yield from units_of(self._store.database.run(sql.ALL, name=name))

    def close(self) -> None:
        self._store.database.close()

    def _way(self, pair: Pair) -> Nearest:
        if self._folder and trigrams.available() and self._store.has(pair.source, trigrams.LARGE):
            return trigrams.Trigrams(self._folder, self._store, pair)
        return Scan(self._store, pair)

    def _rows(self, hash: int, pair: Pair) -> list[Found]:
        source, target = map(language_of, pair)
        rows = self._store.database.run(sql.BY_HASH, source=source, target=target, hash=hash, limit=_MOST_SAME)
        return [Found(*row) for row in rows]


def _matches(rows: Sequence[Found], pair: Pair, names: Sequence[str], context: Context, score: float) -> list[Match]:
    """The segments of one text, each translation once, the best place of each."""
    ranked = []
    around = _shaped(context.before), _shaped(context.after)
    for row in rows:
        segment = segment_of(row, pair)
        same = row.context == context.msgctxt
        near = (context.before, context.after) != (None, None) and around == (_bare(row.before), _bare(row.after))
        match = Match(segment, score, as_asked(row, names), same and near and score == 1)
        ranked.append((_rank(match, same, row.unit), match))
    ranked.sort(key=lambda one: one[0])
    best: dict[str, Match] = {}
    for _, match in ranked:
        best.setdefault(match.text, match)
    return list(best.values())


def _rank(match: Match, same: bool, unit: int) -> tuple[object, ...]:
    segment = match.segment
    age = -segment.day.toordinal() if segment.day else 0
    return not match.in_context, not same, segment.state != "approved", age, segment.bulletin, unit


def _shaped(text: str | None) -> str | None:
    return None if text is None else codes.shape(codes.packed(text, []))


def _bare(body: str | None) -> str | None:
    return None if body is None else codes.shape(body)
