"""What a memory needs of a database; the same for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from i18n.memory import sql
from i18n.memory.rows import UnitRows
from i18n.memory.units import Pair

Row = Sequence[Any]
_PAGE = 20_000
"""Rows that are in this process at once."""


class Database(Protocol):
    """A connection that speaks the SQL of ``sql``, with parameters called ``:name``."""

    kind: str

    def run(self, statement: str, **values: Any) -> list[Row]:
        """The rows of a statement.

        :raises HabarError: the database does not do it.
        """
        ...

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Adds many rows at once."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """What is written inside is there as a whole, or not at all. Two at once wait for each other."""
        ...

    def close(self) -> None: ...


class Store:
    """The units of a memory in a database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def keys(self) -> dict[str, str]:
        """The keys of all origins by their names."""
        return {name: key for name, key in self.database.run(sql.ORIGINS)}  # noqa: C416

    def identity(self) -> tuple[str, str]:
        """What kind of database it is, and a name that no other one has."""
        return self.database.kind, self.database.run(sql.BIRTH)[0][0]

    def distinct(self, pair: Pair) -> Iterator[tuple[int, str]]:
        """Hash and text of all that is in both languages, each once, in the order of the hashes."""
        after = -(2**63)
        while rows := self.database.run(sql.DISTINCT, **pair._asdict(), after=after, limit=_PAGE):
            yield from ((hash, body) for hash, body in rows)
            after = rows[-1][0]

    def in_order(self, pair: Pair) -> Iterator[tuple[int, str]]:
        """Hash and text of all that is in both languages, as often as it is there."""
        since = 0
        while rows := self.database.run(sql.IN_ORDER, **pair._asdict(), since=since, limit=_PAGE):
            yield from ((hash, body) for hash, body, _ in rows)
            since = rows[-1][2] + 1

    def since(self, pair: Pair, number: int) -> dict[int, str]:
        """The texts of the units from this number on, by their hashes."""
        return {hash: body for hash, body in self.database.run(sql.SINCE, **pair._asdict(), since=number)}  # noqa: C416

    def languages(self) -> list[str]:
        """All languages that there are texts in, sorted."""
        found: list[str] = []
        while after := self.database.run(sql.NEXT_LANGUAGE, after=found[-1] if found else "")[0][0]:
            found.append(after)
        return found

    def has(self, locale: str, texts: int) -> bool:
        """Whether there are so many texts in a language."""
        return bool(self.database.run(sql.AT_LEAST, source=locale, limit=texts)[0][0] == texts)

    def next_number(self) -> int:
        """Another number whenever anything was written."""
        return int(self.database.run(sql.NEXT)[0][0])

    def put(self, name: str, key: str, units: Sequence[UnitRows]) -> None:
        """Replaces the units of an origin, inside a transaction. What another process put there already stays."""
        first = self._numbers(len(units) + 1)
        if [known for (known,) in self.database.run(sql.KEY, name=name)] == [key]:
            return
        self._clear(name)
        self.database.run(sql.ADD_ORIGIN, id=first, name=name, key=key)
        self._insert(first, first, units)

    def put_many(self, name: str, parts: Iterable[Sequence[UnitRows]]) -> int | None:
        """Replaces the units of an origin that is too large for one transaction, part by part.

        It has no key before ``finish``, so that whoever finds it half done begins anew. Returns its number; None
        where another process began to do the same, and will end it.
        """
        origin = None
        for units in parts:
            with self.database.transaction():
                first = self._numbers(len(units) + 1)
                if origin is None:
                    origin = first
                    self._clear(name)
                    self.database.run(sql.ADD_ORIGIN, id=origin, name=name, key="")
                elif not self.database.run(sql.OWN, name=name, id=origin):
                    return None
                self._insert(origin, first, units)
        return origin

    def finish(self, name: str, number: int, key: str) -> None:
        """Gives its key to an origin that was put in part by part."""
        self.database.run(sql.SET_KEY, name=name, id=number, key=key)

    def _insert(self, origin: int, first: int, units: Sequence[UnitRows]) -> None:
        self.database.insert(
            "unit",
            ("id", "origin", "source_locale", "context", "kind", "day", "codes"),
            ((first + at, origin, *unit.facts) for at, unit in enumerate(units)),
        )
        self.database.insert(
            "variant",
            ("unit", "locale", "hash", "body", "state"),
            ((first + at, *variant) for at, unit in enumerate(units) for variant in unit.variants),
        )

    def remove(self, name: str) -> None:
        """Removes an origin with its units, inside a transaction."""
        self._numbers(1)
        self._clear(name)

    def _numbers(self, count: int) -> int:
        """The first of so many numbers that nobody else has. Whoever wants others waits until this is committed."""
        self.database.run(sql.TAKE_NUMBERS, count=count)
        return self.next_number() - count

    def _clear(self, name: str) -> None:
        for statement in sql.REMOVE:
            self.database.run(statement, name=name)
