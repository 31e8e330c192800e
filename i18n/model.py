"""Every value that moves through habar, and nothing else.

The dataclasses are frozen: a step takes values and returns new ones. Places do not take part in
equality, because a unit that moved is still the same unit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

LocaleTag = str
"""A BCP 47 language tag, such as ``tk`` or ``ja``."""

UnitMode = Literal["sentence", "paragraph"]
"""How a unit is cut into segments: at sentence ends, or not at all."""

OverrideKind = Literal["join", "split"]

Role = Literal["title", "date", "paragraph"]
"""What a unit is in its bulletin."""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file that a person can jump to. Prints as ``path:line:column``."""

    path: str
    """Relative to the project where it lies inside, with forward slashes."""
    line: int | None = None
    """From 1."""
    column: int | None = None
    """From 1, in characters."""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


# Sources ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A hole in a skeleton: put this unit's text here."""

    unit: str
    """The ``Unit.id``."""


Skeleton = tuple[str | UnitRef, ...]
"""A document without its text: ready markup and holes."""


@dataclass(frozen=True, slots=True)
class Code:
    """One inline code (an XLIFF term): markup inside running text, such as one end of a link."""

    id: int
    """From 1 in the unit; the two ends of a pair share it."""
    kind: Literal["open", "close", "alone"]
    name: str
    """The element's own name, such as ``a``."""
    markup: str
    """What stands for the code in the source and in the output, ready to print."""


Content = tuple[str | Code, ...]
"""Plain, unescaped text and inline codes, in reading order."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One block of a bulletin: a title, a date line, a paragraph. Never cut across."""

    id: str
    """``title``, ``date``, ``p1``, ``p2``...: stable for as long as the blocks before it stand."""
    place: Place = field(compare=False)
    role: Role
    content: Content
    """As it stands in the source, without white space at the ends."""


Key = tuple[str | None, str]
"""What identifies an entry in its catalog: ``(msgctxt, msgid)``. No context and an empty one differ."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable piece of a unit: what becomes one catalog entry."""

    unit: str
    """The ``Unit.id``."""
    index: int
    """From 1 in the unit."""
    of: int
    """How many segments the unit has."""
    gap: Content
    """What stands between this segment and the one before: white space, sometimes markup."""
    content: Content
    key: Key
    """The key of its entry in a catalog."""

    @property
    def id(self) -> str:
        """``p2.s3``; a unit that is one segment by nature keeps the unit's own id."""
        return self.unit if self.unit == "title" else f"{self.unit}.s{self.index}"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a bulletin says about itself outside its text."""

    record_date: date | None = None
    """The day under which the record was filed."""
    display_date: date | None = None
    """The day printed above the text. Its line is generated in every language, never translated."""


@dataclass(frozen=True, slots=True)
class Override:
    """What a person decided about the cuts of one bulletin: no cut here, or one here."""

    kind: OverrideKind
    before: str
    """The words in front of the place."""
    after: str
    """The words behind it. How much white space stands between words does not count."""
    place: Place = field(compare=False)
    """Where the person wrote it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One bulletin as a reader understood it: skeleton, units and metadata."""

    id: str
    """The file's name without its suffix, such as ``2024-01-23-turkmenistan-japan-ministers``."""
    place: Place = field(compare=False)
    format: str
    """The name of the format in ``formats.FORMATS``."""
    locale: LocaleTag
    """The language that the bulletin was written in."""
    mode: UnitMode
    """Whether its catalogs hold sentences or whole paragraphs."""
    revision: str
    """Twelve hexadecimal digits of the SHA-256 of the source's bytes."""
    meta: Meta
    skeleton: Skeleton
    units: tuple[Unit, ...]
    overrides: tuple[Override, ...] = ()
    """Where this bulletin is to be cut otherwise than the rules say."""

    def unit(self, role: Role) -> Unit | None:
        """The first unit with this role."""
        return next((unit for unit in self.units if unit.role == role), None)

    @property
    def day(self) -> date | None:
        """The day that the bulletin is dated in public: the display date, else the record date."""
        return self.meta.display_date or self.meta.record_date


# Catalogs --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a PO file, with everything that gettext lets stand around it."""

    msgid: str
    msgstrs: tuple[str, ...] = ("",)
    """One translation, or one for each plural form where ``msgid_plural`` is set."""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    flags: tuple[str, ...] = ()
    """The words of the ``#,`` lines, ``fuzzy`` among them."""
    obsolete: bool = False
    """Marked ``#~``: its source text is gone, its translation is kept."""
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    """The source text that a fuzzy translation was really made from (``#| msgid``)."""
    previous_msgid_plural: str | None = None
    references: tuple[str, ...] = ()
    """Where the text stands (``#:``), such as ``sources/x.txt:p2.s1``."""
    extracted: tuple[str, ...] = ()
    """Lines for the translator from the program (``#.``)."""
    comments: tuple[str, ...] = ()
    """Lines from people (``#``)."""
    place: Place | None = field(default=None, compare=False)
    raw: str | None = field(default=None, compare=False, repr=False)
    """The entry as its file spells it. A writer keeps this spelling for every part that is unchanged."""

    @property
    def key(self) -> Key:
        return self.msgctxt, self.msgid

    @property
    def msgstr(self) -> str:
        """The translation, or the first plural form of it."""
        return self.msgstrs[0]

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether it may be published: no form is blank, and a person does not have to look again."""
        return not self.obsolete and not self.fuzzy and all(text.strip() for text in self.msgstrs)


@dataclass(frozen=True, slots=True)
class FileStyle:
    """How a PO file is spelled outside its entries, so that it can be written back as it was."""

    newline: Literal["\n", "\r\n"] = "\n"
    bom: bool = False
    tail: str = ""
    """Whatever follows the last entry: comments that belong to none, blank lines."""
    header_at: int = 0
    """How many entries stand before the header. None, in every catalog but the strangest."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO file: the entries of one bulletin in one language."""

    id: str
    """The bulletin's id, or ``site`` for the words of the page frame."""
    locale: LocaleTag
    """Empty for a template (``.pot``)."""
    place: Place = field(compare=False)
    header: Entry
    """The entry with the empty msgid; its msgstr holds the header fields."""
    entries: tuple[Entry, ...]
    style: FileStyle = field(default=FileStyle(), compare=False)

    def by_key(self) -> dict[Key, Entry]:
        """The living entries by their key."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}


# Localized documents ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LocalizedSegment:
    """One segment in the language of a page, or in the source's where the translation is missing."""

    id: str
    """The ``Segment.id``."""
    locale: LocaleTag
    """The language that the text is really in."""
    gap: Content
    """What the joiner puts before it."""
    content: Content


@dataclass(frozen=True, slots=True)
class LocalizedUnit:
    """One unit in the language of a page."""

    id: str
    role: Role
    segments: tuple[LocalizedSegment, ...]


@dataclass(frozen=True, slots=True)
class LocalizedDocument:
    """A bulletin put together again in one language."""

    document: Document
    locale: LocaleTag
    units: tuple[LocalizedUnit, ...]

    def segments(self) -> Iterable[LocalizedSegment]:
        return (segment for unit in self.units for segment in unit.segments)

    @property
    def complete(self) -> bool:
        """Whether every segment is in the language of the page."""
        return all(segment.locale == self.locale for segment in self.segments())
