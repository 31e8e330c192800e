"""Connections whose answers have to be there by a certain time, however slowly a server sends them.

A timeout of requests holds for each read alone: a server that sends a byte a second would never be late. Here every
read waits for what is left of the time of the whole call.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextvars import ContextVar
from typing import Any, ClassVar

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

ENDS: ContextVar[float] = ContextVar("ENDS")
"""When, on the monotonic clock, the answer to the call in this thread has to be there."""


def left() -> float:
    """Seconds that are left of the call in this thread."""
    return ENDS.get() - time.monotonic()


class _Raw(io.RawIOBase):
    """The bytes of a connection, each read in what is left of the time."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._file = connection.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        rest = left()
        if rest <= 0:
            raise TimeoutError
        self._socket.settimeout(rest)
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *given: Any, **more: Any) -> None:
        super().__init__(sock, *given, **more)
        self.fp.close()
        self.fp = io.BufferedReader(_Raw(sock))


class _Connection(HTTPConnection):
    response_class = _Response


class _SecureConnection(HTTPSConnection):
    response_class = _Response


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class Adapter(HTTPAdapter):
    """What requests opens its connections with."""

    _POOLS: ClassVar = {"http": _Pool, "https": _SecurePool}

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        super().init_poolmanager(*given, **more)
        self.poolmanager.pool_classes_by_scheme = self._POOLS

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **more)
        manager.pool_classes_by_scheme = self._POOLS
        return manager
