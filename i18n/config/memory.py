"""The settings ``[memory]``: what is suggested from the translation memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from i18n.config import values


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What a project says about its translation memory."""

    trust_exact: bool = False
    """Whether the earlier translation of the same text counts at once. Else it needs editing first."""
    minimum: int = 75
    """Per cent of likeness below which nothing is suggested."""


_TABLE = values.table({"trust-exact": values.switch, "minimum": values.percent})


def settings(value: Any) -> MemorySettings:
    """The check of the table."""
    return MemorySettings(**{key.replace("-", "_"): item for key, item in _TABLE(value).items()})
