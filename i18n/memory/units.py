"""What goes into a translation memory, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from i18n.model import LocaleTag, UnitMode
from i18n.problems import Problem

State = Literal["translated", "approved"]


class Pair(NamedTuple):
    """From which language into which."""

    source: LocaleTag
    target: LocaleTag


@dataclass(frozen=True, slots=True)
class Variant:
    """A text in one language, spelled as in a catalog: inline codes are ``<a>``, ``</a>``, ``<br/>``."""

    text: str
    state: State = "translated"


@dataclass(frozen=True, slots=True)
class Unit:
    """One text in several languages (TMX calls it a translation unit)."""

    variants: Mapping[LocaleTag, Variant]
    source_locale: LocaleTag | None = None
    """The language that it was written in; None: nobody knows."""
    context: str | None = None
    """The msgctxt."""
    kind: UnitMode = "sentence"
    day: date | None = None
    """The day of its bulletin."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where units are from: a bulletin with its catalogs, or a TMX file."""

    name: str
    """The bulletin's id, or the path of the file."""
    key: str
    """A digest of all that ``load`` reads: while it is the same, nothing is read again."""
    load: Callable[[], Loaded]


class Loaded(NamedTuple):
    """The units of an origin, in the order of the text, and why some are not there."""

    units: Iterable[Unit]
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One text with its translation, as a memory gives it."""

    source: str
    target: str
    source_locale: LocaleTag
    target_locale: LocaleTag
    kind: UnitMode
    bulletin: str
    """Its origin's name."""
    day: date | None
    state: State
    """Approved where both texts are; what the bulletin's author wrote needs no approval."""
    context: str | None = None
    before: str | None = None
    """The text before it in the source language; None at the beginning, or where there is none."""
    after: str | None = None


class Context(NamedTuple):
    """Where a text that is looked up stands."""

    msgctxt: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A segment that was found for a text."""

    segment: Segment
    score: float
    """The normalized Levenshtein similarity: 1 for the same text. An inline code counts as one character."""
    text: str
    """The translation with its codes spelled as in the text that was looked up; what that does not have is left out."""
    in_context: bool = False
    """Whether msgctxt and both neighbours are the same, too."""

    @property
    def percent(self) -> int:
        """For people: 100 only where the texts are the same."""
        return int(self.score * 100)
