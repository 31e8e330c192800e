"""Which file of a site an address means, and what the preview adds to a page."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

RELOAD = "/.habar/reload.js"
EVENTS = "/.habar/events"

_TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
}
_OTHER = "application/octet-stream"
_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_STYLE = re.compile(rb'href="([^"]*)static/habar\.css"')
_NEEDED = (b"script-src", b"connect-src")


class Target(NamedTuple):
    """What an address stands for."""

    file: Path | None = None
    """None: nothing."""
    elsewhere: str = ""
    """The address that should have been asked for: a folder's ends in a slash."""


def target(root: Path, address: str) -> Target:
    """The file below ``root`` that an address means. What is hidden, or lies outside, is not there."""
    path, query = address.partition("#")[0].partition("?")[::2]
    parts = unquote(path, errors="surrogateescape").split("/")[1:]
    *folders, name = parts or [""]
    if any(_is_odd(part) for part in folders) or (name and _is_odd(name)):
        return Target()
    try:
        file = root.joinpath(*folders, name).resolve()
        if not file.is_relative_to(root.resolve()):
            return Target()
        if name and file.is_dir():
            return Target(elsewhere="/" + "/".join(path.split("/")[1:]) + "/" + ("?" + query if query else ""))
        file = file if name else (file / "index.html").resolve()
        return Target(file if file.is_file() and file.is_relative_to(root.resolve()) else None)
    except (OSError, RuntimeError, ValueError):
        return Target()


def _is_odd(part: str) -> bool:
    return not part or part.startswith(".") or bool(set("\\\0:") & set(part)) or os.sep in part


def content_type(file: Path) -> str:
    """What a browser has to take a file for."""
    return _TYPES.get(file.suffix[1:].lower(), _OTHER)


def from_root(page: bytes) -> bytes:
    """The page for wrong addresses, with links that hold at any address of the preview.

    They begin at the page's own folder, or at that of the site on its server. Which, the link to the style says.
    """
    found = _STYLE.search(page)
    if found is None:
        return page
    begin = re.escape(found[1]) if found[1] else rb"(?![#/]|[a-z]+:)"
    return re.sub(rb'((?:href|src)=")' + begin, rb"\1/", page)


def with_reload(page: bytes, number: int) -> bytes:
    """A page with the preview's script in it, and its policy widened for that script and what it asks for."""
    script = f'<script src="{RELOAD}?{number}" defer></script>'.encode()
    page = _POLICY.sub(_widened, page, count=1)
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page + script


def _widened(found: re.Match[bytes]) -> bytes:
    missing = b"".join(b"; " + name + b" 'self'" for name in _NEEDED if name not in found[2])
    return found[1] + found[2] + missing
