"""A web server for this machine alone, which shows one folder.

It listens on 127.0.0.1, answers requests that name this host and no other (so that no page of another site can reach
it by a name of its own), reads and never writes, and lists no folder.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path

from i18n.preview.news import News
from i18n.preview.pages import EVENTS, RELOAD, content_type, from_root, target, with_reload

HOST = "127.0.0.1"
_PATIENCE = 15.0
"""Seconds after which an open page is told the same again: so the server notices that it is gone."""
_TEXT = "text/plain; charset=utf-8"


class Preview:
    """A server that shows the folder ``root`` while its block runs."""

    def __init__(self, root: Path, port: int) -> None:
        """
        :param port: 0: any that is free.
        :raises OSError: somebody else listens on the port.
        """
        self.news = News()
        self._server = _Server(port, root, self.news)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.port}/"

    def __enter__(self) -> Preview:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.news.close()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, port: int, root: Path, news: News) -> None:
        super().__init__((HOST, port), _Handler)
        self.root = root
        self.news = news

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away is nobody's fault."""


class _Handler(BaseHTTPRequestHandler):
    """Answers for the folder of its server."""

    server: _Server

    protocol_version = "HTTP/1.1"
    server_version = "habar"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        if self.headers.get("Host") not in (
            f"{HOST}:{self.server.server_port}",
            f"localhost:{self.server.server_port}",
        ):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, _TEXT, b"This preview is for this machine alone.\n")
        elif self.path == EVENTS:
            self._tell()
        elif self.path.partition("?")[0] == RELOAD:
            data = (resources.files("i18n.preview") / "reload.js").read_bytes()
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", data)
        else:
            self._show()

    def do_HEAD(self) -> None:
        self.do_GET()

    def _show(self) -> None:
        found = target(self.server.root, self.path)
        if found.elsewhere:
            self._send(HTTPStatus.MOVED_PERMANENTLY, _TEXT, b"", location=found.elsewhere)
        elif found.file:
            self._page(HTTPStatus.OK, found.file)
        elif (missing := self.server.root / "404.html").is_file():
            self._page(HTTPStatus.NOT_FOUND, missing)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", with_reload(_NOTHING, self.server.news.number))

    def _page(self, status: HTTPStatus, file: Path) -> None:
        number = self.server.news.number  # before the page is read: a newer one that comes meanwhile is asked for again
        try:
            data = file.read_bytes() if status == HTTPStatus.OK else from_root(file.read_bytes())
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, _TEXT, b"This file cannot be read.\n")
            return
        kind = content_type(file)
        self._send(status, kind, with_reload(data, number) if kind.startswith("text/html") else data)

    def _tell(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        message: str | None = self.server.news.message()
        with suppress(OSError):
            while message is not None and self.command == "GET":
                self.wfile.write(f"retry: 500\ndata: {message}\n\n".encode())
                self.wfile.flush()
                message = self.server.news.after(message, _PATIENCE)

    def _send(self, status: HTTPStatus, kind: str, data: bytes, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what is wrong with the texts."""


_NOTHING = b"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>404</title></head>
<body><h1>404</h1><p>There is nothing at this address. <a href="/">To the first page</a></p></body></html>
"""
