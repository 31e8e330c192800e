"""Answers of services, kept by content, so that no text is sent twice. Derived: deleting the file costs only money."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

NAME = ".habar/answers.sqlite"


class Memo:
    """The answers that a project has already. For several threads, and several processes.

    :raises HabarError: H502 from every function: the file cannot be made, read or written.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / NAME
        self._lock = threading.Lock()
        if not Path(os.path.realpath(self._path)).is_relative_to(root.resolve()):
            raise HabarError(problem("H502", Place(NAME), "it is a link that leads out of the project"))
        with _explained():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(self._path)

    def get(self, key: str) -> str | None:
        """The answer that was given to this question."""
        with self._lock, _explained():
            found = self._connection.execute("SELECT answer FROM answers WHERE question = ?", (key,)).fetchone()
        return found[0] if found and isinstance(found[0], str) else None

    def put(self, key: str, answer: str) -> None:
        """Keeps an answer. It is on the disk when this returns."""
        with self._lock, _explained(), self._connection as connection:
            connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, answer))

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def question(*parts: str) -> str:
    """The key of a question: all that its answer rests on."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise HabarError(problem("H502", Place(NAME), f"the answers of machines cannot be kept: {error}")) from error


def _opened(path: Path) -> sqlite3.Connection:
    """The file, or a new one in the place of one that is no database or a damaged one."""
    try:
        return _connected(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, answer TEXT) WITHOUT ROWID")
        connection.execute("SELECT count(*) FROM (SELECT answer FROM answers LIMIT 1000)").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
