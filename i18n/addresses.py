"""Web and mail addresses in running text."""

from __future__ import annotations

import re
from functools import lru_cache

from i18n.patterns import late

_DOMAINS = "tm|jp|ru|uk|us|eu|kz|uz|tr|cn|com|org|net|int|gov|edu|info"
# Every part is bounded by signs that it cannot hold itself, so no part can give letters to another.
_ADDRESS = late(
    r"(?:https?://|www\.)[!-;=?-~]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    rf"|(?<![\w.@-])(?:[\w-]{{1,63}}\.){{1,4}}(?:{_DOMAINS})(?![\w-])(?:/[\w./?=&%-]*)?",
    re.ASCII,
)


_INSIDE = late(r"\.[\w-]", re.ASCII)
"""A dot inside a word. Every address that does not say at its beginning that it is one has such a dot."""


def find(text: str) -> list[tuple[str, int]]:
    """Every address with its offset; a sign of the sentence may stand at its end."""
    return [(match[0], match.start()) for match in _ADDRESS.finditer(text)] if _may_have(text) else []


def _may_have(text: str) -> bool:
    return "." in text and ("://" in text or "www." in text or _INSIDE.search(text) is not None)


@lru_cache(maxsize=1024)
def blanked(text: str) -> str:
    """The text with NUL in place of every letter of an address, so that nobody takes it for prose. Same length."""
    if not _may_have(text):
        return text
    return _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
