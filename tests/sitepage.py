"""A page of a finished site, as its files have it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import html


class Page:
    """One page and what it says about itself."""

    def __init__(self, path: str, data: bytes, base_url: str | None, written: Iterable[str] = ()) -> None:
        self.path, self.data, self.text = path, data, data.decode("utf-8")
        self.without = self.text
        for text in written:
            self.without = self.without.replace(text, "")
        self.tree = html.fromstring(self.text)
        self.address = path.removesuffix("index.html")
        self.url = (base_url or "") + self.address
        self.language = self.tree.get("lang", "")
        robots = self.tree.find("head/meta[@name='robots']")
        self.indexed = robots is None or "noindex" not in robots.get("content", "")
        self.moved = self.tree.find("head/meta[@http-equiv='refresh']") is not None
        self.alternates = {
            node.get("hreflang"): node.get("href", "") for node in self.tree.iterfind("head/link[@hreflang]")
        }

    def target(self, href: str, base_url: str | None) -> str | None:
        """The path in the site that a link leads to; None where it leads elsewhere."""
        base = urlsplit(base_url or "")
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            if not base_url or not href.startswith(base_url):
                return None
            path = parts.path.removeprefix(base.path)
        elif parts.path.startswith("/"):
            path = parts.path.removeprefix(base.path or "/")
        elif parts.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), parts.path))
            path = "" if path == "." else path + ("/" if parts.path.endswith("/") else "")
        else:
            path = self.path
        return path + "index.html" if path == "" or path.endswith("/") else path
