"""Writing what was read into a store: small origins many at once, large ones in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from i18n.memory.rows import UnitRows, rows_of
from i18n.memory.store import Store
from i18n.memory.units import Origin
from i18n.problems import HabarError, Problem

_BATCH = 20_000
"""Units that are in this process, and written, at once."""


@dataclass(slots=True)
class Refreshed:
    """What was brought up."""

    read: int = 0
    """Origins that were read, because they are new or changed."""
    removed: int = 0
    problems: list[Problem] = field(default_factory=list)


class _Reading:
    """The units of one origin as rows, to the end or to the first fault."""

    def __init__(self, origin: Origin) -> None:
        self.problems: list[Problem] = []
        self.rows = self._read(origin)

    def _read(self, origin: Origin) -> Iterator[UnitRows]:
        try:
            loaded = origin.load()
            self.problems += loaded.problems
            yield from (rows for unit in loaded.units if (rows := rows_of(unit)))
        except HabarError as error:
            self.problems += error.problems


class Writing:
    """Writes origins into a store, and adds what is wrong with them to ``done``.

    :param partly: also where not all of an origin can be read.
    """

    def __init__(self, store: Store, done: Refreshed, *, partly: bool) -> None:
        self._store, self._done, self._partly = store, done, partly

    def write(self, origins: Iterable[Origin]) -> Iterator[tuple[str, str]]:
        """The names and keys of the origins that were written."""
        waiting: list[tuple[str, str, list[UnitRows]]] = []
        count = 0
        for origin in origins:
            reading = _Reading(origin)
            rows = list(islice(reading.rows, _BATCH))
            if len(rows) == _BATCH:
                yield from self._large(origin, reading, rows)
                continue
            self._done.problems += reading.problems
            if not reading.problems or self._partly:
                waiting.append((origin.name, "" if reading.problems else origin.key, rows))
                count += len(rows)
            if count >= _BATCH:
                yield from self._small(waiting)
                waiting, count = [], 0
        yield from self._small(waiting)

    def _small(self, waiting: Sequence[tuple[str, str, list[UnitRows]]]) -> Iterator[tuple[str, str]]:
        if not waiting:
            return
        with self._store.database.transaction():
            for name, key, rows in waiting:
                self._store.put(name, key, rows)
        yield from ((name, key) for name, key, _ in waiting)

    def _large(self, origin: Origin, reading: _Reading, first: list[UnitRows]) -> Iterator[tuple[str, str]]:
        parts = chain((first,), iter(lambda: list(islice(reading.rows, _BATCH)), []))
        whole = self._store.put_many(origin.name, parts)
        self._done.problems += reading.problems
        if whole and not reading.problems:
            self._store.finish(origin.name, whole, origin.key)
            yield origin.name, origin.key
