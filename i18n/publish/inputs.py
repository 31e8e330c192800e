"""What the makers of outputs see, and nothing else: a bulletin in one language, in all of them, or a part of the table.

All of it is values. What a maker makes depends on its input and on the ``Press`` alone, so that a build may leave out
every output whose input is what it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18n.model import Document, LocaleTag, LocalizedDocument
from i18n.publish.alternates import Calendar, Edition, Slice
from i18n.publish.listing import ALONE, Neighbours
from i18n.publish.outline import Spot, outline
from i18n.publish.shape import Shape, shape_of, values_of
from i18n.publish.text import escape, together


@dataclass(frozen=True)
class Leaf:
    """One bulletin in one language: what a page is made of. What several makers ask of it is found out once."""

    localized: LocalizedDocument
    """The text. It has passed ``refuse_forbidden``."""
    row: tuple[Edition, ...]
    """The bulletin in every language of the site, in their order, missing ones included."""
    neighbours: Neighbours = ALONE
    """The older and the newer edition beside it in the list of its language."""

    edition: Edition = field(init=False, compare=False)
    """The bulletin in the language of the leaf."""
    address: str = field(init=False, compare=False)
    """The folder of its page."""
    shape: Shape = field(init=False, compare=False)
    """What decides the form of its files."""
    values: Mapping[str, str] = field(init=False, compare=False)
    """What fills the holes of its files, but for the text."""

    def __post_init__(self) -> None:
        edition, document = _own(self.row, self.localized.locale), self.localized.document
        self.__dict__.update(
            edition=edition,
            address=edition.address,
            shape=shape_of(edition, self.row, self.neighbours, document.meta, above=bool(document.above)),
            values=values_of(edition, document),
        )

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """Where its units stand on the page, for the files that are laid out otherwise."""
        return outline(self.localized.document)

    @cached_property
    def escaped(self) -> Mapping[str, str]:
        """The running texts, escaped."""
        return together(self.localized.running, escape)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version of a bulletin in one language, as it was published then."""

    localized: LocalizedDocument
    """The text. It has passed ``refuse_forbidden``."""
    version: int
    title: str
    """Its title then, in one line."""
    provisional: bool
    """Whether it was a translation that no reviewer had approved."""
    machine: bool
    """Whether texts in it were word for word a machine's."""
    row: tuple[Edition, ...]
    """The bulletin in every language of the site today."""

    @property
    def edition(self) -> Edition:
        """The bulletin today, in the language of the text."""
        return _own(self.row, self.localized.locale)


@dataclass(frozen=True, slots=True)
class Whole:
    """One bulletin in all languages that may go out: what a file of the whole bulletin is made of."""

    document: Document
    localized: Mapping[LocaleTag, LocalizedDocument]
    """The languages that are not missing, in the site's order."""
    row: tuple[Edition, ...]
    """The bulletin in every language of the site, in their order, missing ones included."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of the table: what a list is made of."""

    slice: Slice
    """Which part."""
    editions: tuple[Edition, ...]
    """What stands in it, the newest day first, one day's bulletins by id, undated ones last."""
    calendar: Calendar
    """How many bulletins each language has in which month: for links to other lists."""


def _own(row: tuple[Edition, ...], locale: LocaleTag) -> Edition:
    for edition in row:
        if edition.locale == locale:
            return edition
    raise LookupError(locale)
