"""What a reader is given."""

from __future__ import annotations

from dataclasses import dataclass

from i18n.model import LocaleTag, UnitMode


@dataclass(frozen=True, slots=True)
class Source:
    """One source file and what its project decided about it."""

    id: str
    path: str
    """As it is called in messages and references."""
    data: bytes
    locale: LocaleTag
    mode: UnitMode
