"""The file that the state lies in, and what becomes of it when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

FILE = ".habar/state.sqlite"
_CHANGING = ".habar/changing"
"""Is there while files are another than the state knows: it stays where a process was killed then."""
_FORMAT = 2
_TABLES = ("facts", "folders", "inputs", "uses", "results", "editions", "outputs")
_FOUND_OUT = ("facts", "folders", "inputs", "uses")
_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders (path TEXT PRIMARY KEY, names TEXT NOT NULL, stamps BLOB NOT NULL);
CREATE TABLE inputs (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, inode INTEGER NOT NULL,
    digest BLOB NOT NULL, alone INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX alone ON inputs (path) WHERE alone;
CREATE TABLE uses (path TEXT, owner TEXT, PRIMARY KEY (path, owner)) WITHOUT ROWID;
CREATE INDEX used ON uses (owner);
CREATE TABLE results (
    owner TEXT PRIMARY KEY, file TEXT NOT NULL, pages INTEGER NOT NULL, remarks TEXT NOT NULL, held TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX remarked ON results (file) WHERE remarks <> '';
CREATE INDEX held ON results (owner) WHERE held <> '';
CREATE TABLE editions (
    bulletin TEXT, position INTEGER, listed INTEGER NOT NULL, day INTEGER NOT NULL,
    data TEXT NOT NULL, beside BLOB NOT NULL, PRIMARY KEY (bulletin, position)
) WITHOUT ROWID;
CREATE INDEX listed ON editions (position, day DESC, bulletin) WHERE listed;
CREATE INDEX dated ON editions (position, day DESC, bulletin);
CREATE TABLE outputs (owner TEXT, name TEXT, size INTEGER NOT NULL, PRIMARY KEY (owner, name)) WITHOUT ROWID;
"""


class Store:
    """An open state. What is done to it counts when it is ``save``d."""

    def __init__(self, connection: sqlite3.Connection, mark: Path | None) -> None:
        """:param mark: the file that says that it is in doubt; None where the state ends with the process."""
        self.connection = connection
        self._mark = mark

    @property
    def doubtful(self) -> bool:
        """Whether a run began to change what the state is about, and was killed before it could ``save`` it."""
        return self._mark is not None and self._mark.exists()

    def change(self) -> None:
        """What the state is about changes from now on: it is in doubt until it is saved.

        :raises HabarError: H390, there is no room on the disk to say so.
        """
        try:
            if self._mark:
                self._mark.touch()
        except OSError as error:
            raise HabarError(_failed(error)) from error

    def fact(self, name: str) -> str:
        """A single thing that is remembered; empty where it is not."""
        found = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return found[0] if found else ""

    def facts(self, prefix: str) -> dict[str, str]:
        """All that is remembered under names that begin with a prefix, without it."""
        asked = "SELECT substr(name, ?), value FROM facts WHERE name >= ? AND name < ?"
        return dict(self.connection.execute(asked, (len(prefix) + 1, prefix, prefix + "\U0010ffff")))

    def remember(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def forget(self) -> None:
        """Nothing is known any more but what was made: its pages stay where no new ones can be made."""
        for table in _FOUND_OUT:
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def save(self) -> None:
        self.connection.commit()
        if self._mark:
            with suppress(OSError):
                self._mark.unlink(missing_ok=True)


@contextmanager
def opened(root: Path) -> Iterator[Store]:
    """The state of the project in ``root``. Where it cannot be kept, or what is there is none, it is empty.

    :raises HabarError: H390 where it fails while it is in use: damaged within, or no room on the disk.
    """
    path = root / FILE
    connection = _kept(path)
    mark = root / _CHANGING if connection else None
    connection = connection or _usable(sqlite3.connect(":memory:"))
    try:
        yield Store(connection, mark)
    except sqlite3.OperationalError as error:
        raise HabarError(_failed(error)) from error
    except sqlite3.DatabaseError as error:
        _discard(path)  # the next run begins it anew
        raise HabarError(_failed(error)) from error
    finally:
        connection.close()


def _failed(error: sqlite3.Error | OSError) -> Problem:
    return problem("H390", Place(FILE), f"what habar remembers of the project cannot be used: {error}")


def _kept(path: Path) -> sqlite3.Connection | None:
    """The state in a file; None where there cannot be one."""
    for attempt in range(2):
        try:
            path.parent.mkdir(exist_ok=True)
            if not _may_change(path):
                break
            return _usable(sqlite3.connect(path, timeout=10))
        except (sqlite3.Error, OSError):
            if attempt == 0:
                _discard(path)
    return None


def _may_change(path: Path) -> bool:
    """Whether SQLite may write to the file, or make it, and its journal beside it."""
    return os.access(path.parent, os.W_OK) and (os.access(path, os.W_OK) or not path.exists())


def _usable(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Where it is of another format, it is begun anew."""
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        known = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if version != _FORMAT or not known.issuperset(_TABLES):
            if known:
                raise sqlite3.DatabaseError("of another format")
            connection.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}PRAGMA user_version = {_FORMAT};COMMIT;")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _discard(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
