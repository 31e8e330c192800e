"""A memory in a file of the project, by SQLite. It can be made anew at any time.

A damaged file is never mended or emptied in place, because another process may have it open: the next one gets another
number in its name, and the old one is removed.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from i18n.memory import sql
from i18n.memory.store import Row
from i18n.model import Place
from i18n.problems import HabarError, problem

FOLDER = ".habar/memory"
_NAME = re.compile(r"v(\d+)-(\d+)\.sqlite(-journal)?")
_PATIENCE = 30.0
"""Seconds that a process waits for another one that writes."""


class DamagedError(HabarError):
    """The file is no database, or a broken one. It was put away: the next to open it gets a new one."""


class SqliteDatabase:
    """A ``Database`` in a file, or in the process's own memory.

    Every method may raise ``DamagedError``.
    """

    kind = "file"

    def __init__(self, path: Path | None) -> None:
        self.path = path
        with self._explained():
            self._connection = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA trusted_schema = OFF")  # the file may be a stranger's
            self._connection.execute("PRAGMA cache_size = -65536")  # kibibytes
        if not self.run("SELECT 1 FROM sqlite_master WHERE name = 'clock'"):
            self._create()

    def run(self, statement: str, **values: Any) -> list[Row]:
        with self._explained():
            return self._connection.execute(statement, values).fetchall()

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        places = ", ".join("?" * len(columns))
        with self._explained():
            self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        self._connection.close()

    def _create(self) -> None:
        with self.transaction():
            if not self.run("SELECT 1 FROM sqlite_master WHERE name = 'clock'"):  # another process was first
                for statement in sql.TABLES:
                    self.run(statement.replace("BIGINT", "INTEGER"))
                self.run(sql.BEGIN, birth=os.urandom(8).hex())

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            message = f"the translation memory cannot be read or written: {error}"
            raise HabarError(problem("H440", Place(FOLDER), message)) from error
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
            raise
        except sqlite3.DatabaseError as error:
            if self.path:
                _put_away(self.path)
            message = f"the translation memory is damaged, and is made anew: {error}"
            raise DamagedError(problem("H441", Place(FOLDER), message)) from error


def opened(root: Path) -> SqliteDatabase:
    """The database of the project in ``root``; a new one where it is damaged or not there.

    Where the project may only be read, it is in the process's own memory.
    """
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            with suppress(DamagedError):
                return SqliteDatabase(_newest(folder))
            return SqliteDatabase(_newest(folder))
    except OSError:
        pass
    return SqliteDatabase(None)


def _newest(folder: Path) -> Path:
    return folder / _named(max((number for path in folder.iterdir() if (number := _number(path))), default=1))


def _named(number: int) -> str:
    return f"v{sql.VERSION}-{number}.sqlite"


def _number(path: Path) -> int | None:
    found = _NAME.fullmatch(path.name)
    return int(found[2]) if found and int(found[1]) == sql.VERSION else None


def _put_away(damaged: Path) -> None:
    """Makes place for a new file, and removes this one."""
    number = _number(damaged) or 1
    with suppress(OSError):
        (damaged.parent / _named(number + 1)).touch()
        for path in list(damaged.parent.iterdir()):
            if (other := _number(path)) and other <= number:
                path.unlink(missing_ok=True)
