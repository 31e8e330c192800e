"""What is known about an element before its text is cut into units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from i18n.model import Limits, LocaleFilter, Note, Role


@dataclass(frozen=True, slots=True)
class Label:
    """What is known about the text of one attribute."""

    notes: tuple[Note, ...] = ()
    locales: LocaleFilter | None = None
    name: str | None = None
    limits: Limits | None = None


_NO_LABELS: Mapping[str, Label] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Facts:
    """One element's facts, from ITS rules and from what its vocabulary is known for."""

    translate: bool = True
    within: str = "no"
    """``no``: it begins a unit. ``yes``: it is an inline code. ``nested``: a code with units of its own.
    ``mark``: its tags are no part of the text."""
    preserve: bool = False
    """Whether white space is kept."""
    page: str = ""
    """The HTML element that stands for it on a page; empty: none, its text stands there without it."""
    role: Role | None = None
    """Where it is another one than that of the HTML element."""
    attributes: frozenset[str] = frozenset()
    """The attributes that hold text, as they are spelled."""
    labels: Mapping[str, Label] = field(default_factory=lambda: _NO_LABELS)
    """What rules say of single attributes, as they are spelled."""
    rule: str = "translate=no"
    """Why its text is left out, where it is not translated."""
    notes: tuple[Note, ...] = ()
    locales: LocaleFilter | None = None
    name: str | None = None
    """Its id (ITS, Id Value)."""
    context: str | None = None
    """The msgctxt of its text."""
    limits: Limits | None = None
    target: int | None = None
    """The number of the element that its translation is written into (ITS, Target Pointer)."""
    languages: frozenset[str] = frozenset()
    """The attributes that name the language of the text, as they are spelled; an empty name for its own text."""
    directions: frozenset[str] = frozenset()
    """The attributes that say the direction of the document, as they are spelled."""
    stands: tuple[str, str, int] | None = None
    """The kind, the name and the number of the code that it stands for."""
