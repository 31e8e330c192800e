"""A memory that a team shares, in PostgreSQL (pg8000's door).

The server is the store and no more: the texts are compared in this process, which follows what is written there.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from os import urandom
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from i18n.memory import sql
from i18n.memory.store import Row
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    import ssl

_SCHEMA = f"habar_memory_{sql.VERSION}"
_PATIENCE = 30
"""Seconds that a server may be silent, and that a process waits for another one that writes."""
_LOCK = 0x6861626172
"""Under which the tables are made, by one process."""
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = re.compile(r"[\\\t\n\r]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, as ``postgresql://user@host:port/database`` says."""

    shown: str
    user: str
    host: str
    port: int
    database: str
    tls: str

    @property
    def socket(self) -> str | None:
        """The file of a server on this machine, where the address names its folder."""
        return f"{self.host}/.s.PGSQL.{self.port}" if self.host.startswith("/") else None

    @property
    def context(self) -> ssl.SSLContext | None:
        """How the connection is encrypted: with a certificate that is right, unless the address says otherwise."""
        if self.tls == "disable" or (not self.tls and (self.socket or self.host in ("localhost", "127.0.0.1", "::1"))):
            return None
        import ssl

        context = ssl.create_default_context()
        if self.tls == "require":
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context


def address(url: str) -> Address:
    """The address in a URL as the settings have it, which checked it."""
    parts = urlsplit(url)
    more = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return Address(
        shown=url.partition("?")[0],
        user=unquote(parts.username or ""),
        host=more.get("host") or parts.hostname or "localhost",
        port=parts.port or 5432,
        database=unquote(parts.path.lstrip("/")),
        tls=more.get("sslmode", ""),
    )


class PostgresDatabase:
    """A ``Database`` on a server.

    :param password: None where the server asks for none.
    :raises HabarError: H444 by every method: the server is not there, or does not do it.
    """

    kind = "team"

    def __init__(self, where: Address, password: str | None) -> None:
        self._where = where
        if find_spec("pg8000") is None:
            raise _problem(where, "its library is not installed", "install habar with its extra: habar[postgres]")
        with self._explained():
            self._connection = _connected(where, password)
            self.run(f"SET lock_timeout = '{_PATIENCE}s'")
            self._prepare()

    def run(self, statement: str, **values: Any) -> list[Row]:
        with self._explained():
            return list(self._connection.run(statement, **values) or ())

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        with self._explained():
            self._connection.run(f"COPY {table} ({', '.join(columns)}) FROM STDIN", stream=map(_copied, rows))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.run("BEGIN")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(HabarError):
                self.run("ROLLBACK")
            raise

    def close(self) -> None:
        with suppress(Exception):
            self._connection.close()

    def _prepare(self) -> None:
        if not self.run("SELECT 1 FROM pg_namespace WHERE nspname = :name", name=_SCHEMA):
            with self.transaction():
                self.run(f"SELECT pg_advisory_xact_lock({_LOCK})")
                if not self.run("SELECT 1 FROM pg_namespace WHERE nspname = :name", name=_SCHEMA):
                    self._create()
        self.run(f"SET search_path TO {_SCHEMA}")

    def _create(self) -> None:
        self.run(f"CREATE SCHEMA {_SCHEMA}")
        self.run(f"SET search_path TO {_SCHEMA}")
        for statement in sql.TABLES:  # sorted by the characters, as everywhere else
            self.run(statement.replace("TEXT", 'TEXT COLLATE "C"'))
        self.run(sql.BEGIN, birth=urandom(8).hex())

    @contextmanager
    def _explained(self) -> Iterator[None]:
        from pg8000.exceptions import DatabaseError, InterfaceError

        try:
            yield
        except DatabaseError as error:
            said = error.args[0] if error.args else ""
            raise _problem(self._where, said.get("M", "") if isinstance(said, dict) else str(said)) from error
        except (InterfaceError, OSError) as error:
            raise _problem(self._where, str(error) or "the server does not answer") from error


def _connected(where: Address, password: str | None) -> Any:
    from pg8000.native import Connection

    place = {"unix_sock": where.socket} if where.socket else {"host": where.host, "port": where.port}
    more = {"database": where.database, "password": password or "", "ssl_context": where.context}
    try:
        return Connection(where.user, **place, **more, timeout=_PATIENCE)
    except (TypeError, ValueError, LookupError, AttributeError, struct.error) as error:  # it did not expect this answer
        raise _problem(where, "what answers there is no PostgreSQL server") from error


def _copied(row: Row) -> str:
    """A row as COPY reads it."""
    cells = (r"\N" if cell is None else _ESCAPED.sub(lambda found: _ESCAPES[found[0]], str(cell)) for cell in row)
    return "\t".join(cells) + "\n"


def _problem(where: Address, reason: str, hint: str | None = None) -> HabarError:
    message = f"the team's translation memory cannot be used: {' '.join(reason.split())}"
    return HabarError(problem("H444", Place(where.shown), message, hint=hint))
