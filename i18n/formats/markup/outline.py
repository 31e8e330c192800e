"""What is known about a document before its walk, and what the walk keeps while it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from i18n.formats.markup.facts import Facts
from i18n.formats.markup.flow import Piece
from i18n.model import LocaleFilter, LocaleTag, Note, Role, Skeleton


@dataclass(frozen=True, slots=True)
class Flavour:
    """How XML and HTML differ to the walk."""

    texts: Callable[[str], Iterable[tuple[str, str, str]]]
    """A text token in pieces: ``(spelled, decoded, entity)``; one of the last two is empty."""
    value: Callable[[str], str]
    """An attribute's value, decoded."""
    html: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known about the whole document."""

    path: str
    locale: LocaleTag
    facts: Sequence[Facts | None]
    """By the numbers of the start tags; None: the parser knows no such element."""
    parents: Sequence[int] | None = None
    """By number, the number of the element that a parser put it into, -1 for none. None: as the tags say."""
    title: int | None = None
    """The element whose text is the title."""
    date: int | None = None
    """The element whose text is the date line."""
    main: int | None = None
    """The element whose text a page shows; None: all of them."""
    slots: Mapping[int, Skeleton] = field(default_factory=dict)
    """By number: what goes behind the element's name, such as a slot for the language."""
    entities: Mapping[str, str] = field(default_factory=dict)
    """What the document's own entities stand for, in plain text."""
    languages: frozenset[str] = frozenset()
    """The attributes that name the language of the text, as they are spelled."""
    page: bool = True
    """Whether the page is drawn."""


@dataclass(slots=True)
class Frame:
    """An open element."""

    number: int
    name: str
    facts: Facts
    kind: str
    """block, inline, mark (no part of the text), fixed (not translated), nested (a code with units of its own), only
    (for some languages)."""
    role: Role
    lead: str | None
    """The unit that leads in to its text."""
    code: int = 0
    """The number of its code; 0 where it is none."""
    page: str = ""
    """The HTML element that it is on the page."""
    body_at: int = -1
    """Where its start stands in the body."""
    body_size: int = 0
    """How long the body was behind its start."""
    shown: bool = True
    """Whether a page shows the start of an inline element."""
    hidden: bool = False
    """Whether a page leaves its text out."""


@dataclass(slots=True)
class Level:
    """A skeleton that is being made: that of the document, of a part for some languages, of a code."""

    out: list[object] = field(default_factory=list)
    body: list[object] = field(default_factory=list)
    flow: list[Piece] = field(default_factory=list)
    locales: LocaleFilter | None = None
    id: str = ""
    """That the unit in the flow will have, from its first letter on."""
    start: int = 0
    """Where its first letter stands."""
    notes: list[Note] = field(default_factory=list)
    """Of the inline elements in the flow."""
    fixed: list[str] = field(default_factory=list)
    """Text that is not translated, where the level is one code."""


ROOT = Frame(-1, "", Facts(), "block", "paragraph", None)
"""Stands around all elements."""
