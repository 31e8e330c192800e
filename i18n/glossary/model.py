"""Concepts and what they are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from i18n.locales import is_tag
from i18n.model import LocaleTag, Place

KIND, NOTE, SOURCE = "kind", "note", "source"


@dataclass(frozen=True, slots=True)
class Term:
    """What a concept is called in one language."""

    preferred: str | None = None
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The preferred form and the allowed ones."""
        return (self.preferred, *self.allowed) if self.preferred else self.allowed

    def __bool__(self) -> bool:
        return bool(self.preferred or self.allowed or self.forbidden)


@dataclass(frozen=True, slots=True)
class Concept:
    """One row."""

    terms: Mapping[LocaleTag, Term]
    """No empty ones."""
    about: Mapping[str, str] = field(default_factory=dict)
    """The other columns: ``kind``, ``note``..."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The whole file."""

    columns: tuple[str, ...]
    concepts: tuple[Concept, ...]

    @property
    def locales(self) -> tuple[LocaleTag, ...]:
        return tuple(column for column in self.columns if is_tag(column))


def keys(forms: Iterable[str]) -> set[str]:
    """By what forms are the same."""
    return set(map(key, forms))


def key(form: str) -> str:
    """By what two forms are the same: case and white space do not count."""
    return " ".join(unicodedata.normalize("NFC", form).casefold().split())
