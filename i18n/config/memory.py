"""The settings ``[memory]``: what is suggested from the translation memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from i18n.config import values
from i18n.patterns import late

PASSWORD = "HABAR_MEMORY_PASSWORD"  # noqa: S105
"""The variable of the environment that holds the password of the database."""


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What a project says about its translation memory."""

    trust_exact: bool = False
    """Whether the earlier translation of the same text counts at once. Else it needs editing first."""
    minimum: int = 75
    """Per cent of likeness below which nothing is suggested."""
    url: str | None = None
    """The PostgreSQL database that a team shares; None: the project has a memory of its own."""
    name: str | None = None
    """What the project is called in it; None: as its folder."""


_HOST = r"([\w.\-]+|\[[0-9A-Fa-f:.]+\])?"
_URL = late(
    rf"postgres(ql)?://([^\s/:@?#]+)@{_HOST}(:\d{{1,5}})?/[^\s/?#]+(\?(&?(host=/[^\s&#]*|sslmode=(disable|require|verify-full)))+)?"
)
_NAME = late(r"[^\s/](.{0,78}[^\s/])?")


def _url(value: Any) -> str:
    if not isinstance(value, str) or not _URL.fullmatch(value):
        raise ValueError("the address of a database such as 'postgresql://habar@db.example.org/memory'")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or "/" in value or not _NAME.fullmatch(value):
        raise ValueError("a short name without /")
    return value


_TABLE = values.table({"trust-exact": values.switch, "minimum": values.percent, "url": _url, "name": _name})


def settings(value: Any) -> MemorySettings:
    """The check of the table."""
    if isinstance(value, dict) and isinstance(value.get("url"), str) and re.search("://[^@]*:.*@", value["url"]):
        message = f"an address without a password, which is taken from the environment: {PASSWORD}"
        raise values.InTableError("url", message)  # and does not show it
    return MemorySettings(**{key.replace("-", "_"): item for key, item in _TABLE(value).items()})
