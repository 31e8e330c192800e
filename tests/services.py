"""A server on this machine that behaves as services for machine translation do, also when they behave badly."""

from __future__ import annotations

import html
import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

CYRILLIC = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "абцдефгхийклмнопкрстувшкызАБЦДЕФГХИЙКЛМНОПКРСТУВШКЫЗ",
        strict=True,
    )
)
_KEPT = re.compile(r"\[X\d+X\]|</?[ck]\d+\s?/?>|&\w+;")


def in_cyrillic(text: str) -> str:
    """A translation in which letters are Cyrillic, and marks, numbers and signs as they were."""
    end, parts = 0, []
    for match in _KEPT.finditer(text):
        parts += [text[end : match.start()].translate(str.maketrans(CYRILLIC)), match[0]]
        end = match.end()
    return "".join([*parts, text[end:].translate(str.maketrans(CYRILLIC))])


@dataclass(frozen=True)
class Call:
    """One call as the server saw it."""

    method: str
    path: str
    query: dict[str, str]
    body: bytes
    headers: dict[str, str]
    at: float

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode(), keep_blank_values=True).items()}


Fault = Callable[["_Handler"], None]
"""Answers one call as a service should not."""


@dataclass
class Services:
    """All services at one address."""

    address: str
    translate: Callable[[str], str] = in_cyrillic
    faults: list[Fault] = field(default_factory=list)
    """For the next calls for a translation, one each, in their order."""
    calls: list[Call] = field(default_factory=list)
    seconds: float = 0
    """That each translation takes."""
    most: int = 0
    """Calls that were open at the same time."""
    key: str = ""
    """That is wanted; empty: none."""
    languages: tuple[str, ...] = ("en", "tk", "ru", "ja")
    _open: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def asked(self) -> list[str]:
        """The texts that came, in their order."""
        return [text for call in self.calls if (text := _text_of(call)) is not None]


def _text_of(call: Call) -> str | None:
    if call.path in ("/m", "/get"):
        return call.query["q"]
    if call.path == "/translate":
        found = json.loads(call.body)[0]["text"] if "api-version" in call.query else call.form.get("q")
        return str(found)
    if call.path.endswith("tr.json/translate"):
        return call.form["text"]
    return str(json.loads(call.body)["text"][0]) if call.path == "/v2/translate" else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _serve(self, body: bytes) -> None:
        services = self.server.services
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        call = Call(self.command, parts.path, query, body, dict(self.headers), time.monotonic())
        text = _text_of(call)
        with services._lock:
            services.calls.append(call)
            services._open += 1
            services.most = max(services.most, services._open)
            fault = services.faults.pop(0) if text is not None and services.faults else None
        try:
            time.sleep(services.seconds if text is not None else 0)
            if fault:
                fault(self)
            else:
                self._answer(call, services, text)
        except OSError:
            self.close_connection = True  # whoever asked has hung up
        finally:
            with services._lock:
                services._open -= 1

    def _answer(self, call: Call, services: Services, text: str | None) -> None:
        answer = services.translate(text) if text is not None else ""
        codes = services.languages
        if call.path == "/m":
            self.html(f'<html><body><div class="result-container">{html.escape(answer)}</div></body></html>')
        elif call.path == "/get":
            self.json({"responseData": {"translatedText": answer, "match": 0.85}, "responseStatus": 200, "matches": []})
        elif call.path == "/languages" and "api-version" in call.query:
            self.json({"translation": {code: {"name": code} for code in codes}})
        elif call.path == "/languages":
            self.json(
                [{"code": code, "name": code, "targets": [one for one in codes if one != code]} for code in codes]
            )
        elif call.path == "/translate" and "api-version" in call.query:
            if services.key != call.headers.get("Ocp-Apim-Subscription-Key", ""):
                self.json({"error": {"code": 401000, "message": "The key is not valid."}}, 401)
            else:
                self.json([{"translations": [{"text": answer, "to": call.query["to"]}]}])
        elif call.path == "/translate":
            if services.key != call.form.get("api_key", ""):
                self.json({"error": "Invalid API key"}, 403)
            else:
                self.json({"translatedText": answer})
        elif call.path.endswith("tr.json/getLangs"):
            self.json({"dirs": [f"{one}-{other}" for one in codes for other in codes if one != other]})
        elif call.path.endswith("tr.json/translate"):
            self.json({"code": 200, "lang": call.form["lang"], "text": [answer]})
        elif call.path == "/v2/languages":
            self.json([{"language": code.upper(), "name": code, "supports_formality": False} for code in codes])
        elif call.path == "/v2/translate":
            if call.headers.get("Authorization") != f"DeepL-Auth-Key {services.key}":
                self.json({"message": "Forbidden"}, 403)
            else:
                self.json(
                    {"translations": [{"detected_source_language": "EN", "text": answer, "billed_characters": 1}]}
                )
        else:
            self.html("<h1>Not Found</h1>", 404)

    def json(self, value: object, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self._send(json.dumps(value).encode(), "application/json", status, headers or {})

    def html(self, text: str, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self._send(text.encode(), "text/html; charset=utf-8", status, headers or {})

    def _send(self, data: bytes, kind: str, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *given: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    services: Services

    def handle_error(self, *given: object) -> None:
        """Whoever asked has hung up, or does not trust the certificate: that is his business."""


@contextmanager
def running(secure: ssl.SSLContext | None = None) -> Iterator[Services]:
    """The server, for as long as the block lasts."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.services = Services(f"http{'s' if secure else ''}://127.0.0.1:{server.server_address[1]}/")
    if secure:
        server.socket = secure.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.services
    finally:
        server.shutdown()
        server.server_close()


# Faults ------------------------------------------------------------------------------------------


def status(code: int, said: str = "no", headers: dict[str, str] | None = None) -> Fault:
    """An error that is told in JSON."""
    return lambda handler: handler.json({"error": said}, code, headers)


def page(code: int = 200) -> Fault:
    """A page where data is expected, as a proxy in between sends it."""
    return lambda handler: handler.html(
        "<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>", code
    )


def body(value: object) -> Fault:
    """Other data than what is expected."""
    return lambda handler: handler.json(value)


def silent(seconds: float) -> Fault:
    """Nothing at all, for so long."""
    return lambda _handler: time.sleep(seconds)


def slow(pause: float, times: int) -> Fault:
    """A byte now and then: each one comes in time, the whole does not."""

    def fault(handler: _Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(times):
            handler.wfile.write(b" ")
            time.sleep(pause)

    return fault


def cut_off(handler: _Handler) -> None:
    """Half an answer, then nothing."""
    handler.wfile.write(
        b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"translated'
    )
    handler.close_connection = True


def hung_up(handler: _Handler) -> None:
    """The connection ends without a word."""
    handler.close_connection = True


def redirected(where: str) -> Fault:
    return lambda handler: handler.html("", 302, {"Location": where})
