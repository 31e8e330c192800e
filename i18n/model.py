"""Every value that moves through habar, and nothing else.

They cannot be changed: a step takes values and returns new ones. What is small, or what documents have by the thousand,
is a named tuple: it is made in a third of the time of a frozen dataclass, its class in an eighth. Places do not take
part in equality, because a unit that moved is still the same unit.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

LocaleTag = str
"""A BCP 47 language tag, such as ``tk`` or ``ja``."""

UnitMode = Literal["sentence", "paragraph"]
"""How a unit is cut into segments: at sentence ends, or not at all."""

OverrideKind = Literal["join", "split"]

Role = Literal["title", "date", "heading", "paragraph", "item", "quote", "cell", "caption", "note", "label"]
"""What a unit is in its bulletin. An item stands in a list, a label in an attribute such as an image's ``alt``."""

RUNNING: frozenset[Role] = frozenset(("paragraph", "item", "quote", "cell", "caption", "note"))
"""The roles of running text: cut into sentences, and without a msgctxt of their own."""


class Place(NamedTuple):
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


class UnitRef(NamedTuple):
    """A hole in a skeleton: put this unit's text here."""

    unit: str
    """The ``Unit.id``."""
    kind: str = "text"
    """How the text is escaped here, as the format names it: ``text``, ``attribute``, ``cdata``..."""
    raw: Skeleton | None = None
    """What stands here in the source, printed for as long as the unit is not translated. None: its escaped content."""
    before: str = ""
    """Stands before a translation only: comments that the source has inside the text, a start tag."""
    after: str = ""
    """Stands behind a translation only."""


class LocaleSlot(NamedTuple):
    """A hole in a skeleton: say here which language the document is in, or which way it is written."""

    fact: Literal["lang", "dir"]
    source: str
    """What stands here in the source, often nothing. It stays in a document of the source's language."""
    before: str
    """Stands before the fact in every other language, such as `` lang="``."""
    after: str


class LocaleFilter(NamedTuple):
    """For which languages a text is meant (ITS 2.0, Locale Filter)."""

    ranges: tuple[str, ...]
    """Extended language ranges of RFC 4647, such as ``ja`` or ``*-CH``."""
    include: bool = True
    """Whether it is meant for these, or for all others."""


class Only(NamedTuple):
    """A part of a skeleton that is printed only in documents of some languages."""

    locales: LocaleFilter
    parts: Skeleton


Skeleton = tuple[str | UnitRef | LocaleSlot | Only, ...]
"""A document without its text: ready markup and holes."""


class Code(NamedTuple):
    """One inline code (an XLIFF term): markup inside running text, such as one end of a link."""

    id: int
    """From 1 in the unit; the two ends of a pair share it."""
    kind: Literal["open", "close", "alone"]
    name: str
    """The element's own name, such as ``a``."""
    markup: Skeleton
    """What stands for the code in the source's format. It may hold units of its own: a title, a footnote."""
    html: str = ""
    """What stands for it on a page: harmless HTML, ready to print; empty where a page shows nothing."""
    shows: str = ""
    """What a reader sees in its place, where that is text which is not to be translated."""
    half: Literal["", "open", "close"] = ""
    """Which end of a pair a lone code is whose other end stands outside the unit. A translation cannot lose it."""


Content = tuple[str | Code, ...]
"""Plain, unescaped text and inline codes, in reading order."""


class Note(NamedTuple):
    """A word to the translator (ITS 2.0, Localization Note)."""

    text: str
    alert: bool = False
    """Whether the text cannot be translated well without it."""


class Limits(NamedTuple):
    """What a translation has to keep to (ITS 2.0, Storage Size and Allowed Characters)."""

    size: int | None = None
    """In bytes of ``charset``. A unit that has it is not cut into sentences: they share what room there is."""
    charset: str = "UTF-8"
    line_break: Literal["cr", "lf", "crlf", "nel"] = "lf"
    allowed: str | None = None
    """A regular expression for one character, as ITS restricts it (see ``limits.characters``)."""


class Unit(NamedTuple):
    """One block of a bulletin: a title, a date line, a paragraph. Never cut across."""

    id: str
    """``title``, ``date``, ``p1``, ``p2``...: stable for as long as the blocks before it stand."""
    place: Place
    role: Role
    content: Content
    """As it stands in the source, without white space at the ends unless that is to be kept."""
    name: str | None = None
    """The author's own id for it (ITS 2.0, Id Value): stays when blocks come and go."""
    context: str | None = None
    """A msgctxt that the author gave."""
    notes: tuple[Note, ...] = ()
    lead: str | None = None
    """The id of the unit that leads in to this one, such as "The parties signed:" before list items."""
    locales: LocaleFilter | None = None
    """None: it is meant for every language."""
    limits: Limits | None = None
    preserve: bool = False
    """Whether white space is kept as it is: a poem, a listing. Such a unit is not cut into sentences."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unit) and self[0] == other[0] and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self[0], self[2:]))


Key = tuple[str | None, str]
"""What identifies an entry in its catalog: ``(msgctxt, msgid)``. No context and an empty one differ."""


class Segment(NamedTuple):
    """One translatable piece of a unit: what becomes one catalog entry."""

    unit: str
    """The ``Unit.id``."""
    index: int  # type: ignore[assignment]  # not the method of tuples
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


class Meta(NamedTuple):
    """What a bulletin says about itself outside its text."""

    record_date: date | None = None
    """The day under which the record was filed."""
    display_date: date | None = None
    """The day printed above the text. Its line is generated in every language, never translated."""
    event_date: date | None = None
    """The day that the first sentence says the event was on."""
    trailers: tuple[str, ...] = ()
    """Lines after the text that name its sender or its origin."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text of the source that did not become a unit. It stays in the skeleton."""

    place: Place = field(compare=False)
    text: str
    """In one line."""
    rule: str
    """Why, in a few words: ``translate="no"``, ``script``, ``view counter``."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader noticed and a person should know."""

    code: str
    """A key of ``problems.RULES``. An error keeps a bulletin from being published."""
    place: Place = field(compare=False)
    message: str


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
class Published:
    """A file beside a bulletin as readers get it: under a name that changes with its bytes."""

    address: str
    """From the root of the site."""
    type: str
    """Its media type, such as ``image/jpeg``."""
    size: int
    """In bytes."""
    width: int = 0
    """Of an image, in pixels, as it is shown."""
    height: int = 0
    path: str = field(default="", compare=False)
    """Where it lies in the project."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of a bulletin."""

    place: Place = field(compare=False)
    name: str
    """The address of its file as the author wrote it."""
    alt: str
    """The id of the unit that says what is to be seen, for those who do not see it; empty where there is none."""
    caption: str = ""
    """The id of the unit that stands below it."""
    credit: str = ""
    """Whose image it is. Never translated."""
    in_text: bool = True
    """Whether the text has a mark for it (see ``images.marks``); else it is a figure beside the text."""
    file: Published | None = None
    """What readers get. None: it is not known yet, or the image cannot be shown."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is offered below a bulletin, such as a signed agreement."""

    place: Place = field(compare=False)
    name: str
    title: str
    """The id of the unit that names it."""
    locale: LocaleTag
    """The language that it is in."""
    file: Published | None = None
    """What readers get. None: it is not known yet."""


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
    body: Skeleton = ()
    """The text as a page shows it: harmless HTML with holes for the units, without the title and the date."""
    above: Skeleton = ()
    """The lines above the title as a page shows them there, such as “PRESS RELEASE”: as ``body``."""
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Remark, ...] = ()
    resources: tuple[str, ...] = ()
    """Addresses of what belongs to the text but is not text (ITS 2.0, External Resource)."""
    aliases: tuple[str, ...] = ()
    """Ids that it had before: their addresses lead to it."""
    charset: str = "utf-8"
    """The encoding of the source, for those who write it in its own format again."""
    bom: bool = False
    """Whether the source begins with a byte order mark."""
    overrides: tuple[Override, ...] = ()
    """Where this bulletin is to be cut otherwise than the rules say."""
    pictures: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def unit(self, role: Role) -> Unit | None:
        """The first unit with this role."""
        return next((unit for unit in self.units if unit.role == role), None)

    @property
    def day(self) -> date | None:
        """The day that the bulletin is dated in public: the display date, else the record date."""
        return self.meta.display_date or self.meta.record_date


# Catalogs --------------------------------------------------------------------------------------


class Entry(NamedTuple):
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
    place: Place | None = None
    raw: str | None = None
    """The entry as its file spells it. A writer keeps this spelling for every part that is unchanged."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and self[:-2] == other[:-2]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-2])

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
        if self.obsolete or "fuzzy" in self.flags:
            return False
        return bool(self.msgstrs[0].strip()) if len(self.msgstrs) == 1 else all(map(str.strip, self.msgstrs))


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
        return {(entry.msgctxt, entry.msgid): entry for entry in self.entries if not entry.obsolete}

    def translations(self) -> dict[Key, str]:
        """The finished translations by their keys: neither empty, fuzzy nor obsolete. Of a plural, the first form."""
        return {(entry.msgctxt, entry.msgid): entry.msgstrs[0] for entry in self.entries if entry.translated}


# Pages -----------------------------------------------------------------------------------------

JapaneseYears = Literal["gregorian", "era", "both"]
"""How a Japanese date says its year: 2024年, 令和6年, 令和6年（2024年）."""


class Typography(NamedTuple):
    """What a project chose for the typography of its pages."""

    hanging_prepositions: bool = False
    """Whether a Russian word of one letter may end a line."""
    japanese_years: JapaneseYears = "gregorian"


# Localized documents ---------------------------------------------------------------------------


class LocalizedSegment(NamedTuple):
    """One segment in the language of a page, or in the source's where the translation is missing."""

    id: str
    """The ``Segment.id``."""
    locale: LocaleTag
    """The language that the text is really in."""
    gap: Content
    """What the joiner puts before it."""
    content: Content


class LocalizedUnit(NamedTuple):
    """One unit in the language of a page."""

    id: str
    role: Role
    segments: tuple[LocalizedSegment, ...]


@dataclass(frozen=True)
class LocalizedDocument:
    """A bulletin put together again in one language."""

    document: Document
    locale: LocaleTag
    units: tuple[LocalizedUnit, ...]

    @cached_property
    def running(self) -> dict[str, str]:
        """The texts of the units that are nothing but text in the language of the document, as nearly all are, by id.

        Units without any text are left out.
        """
        texts: dict[str, str] = {}
        for unit in self.units:
            parts: list[Any] = []
            for _, language, gap, content in unit.segments:
                if language != self.locale:
                    break
                parts += gap
                parts += content
            else:
                with suppress(TypeError):  # a code: to ask for the type of every part would cost more
                    if text := "".join(parts):
                        texts[unit.id] = text
        return texts

    def segments(self) -> Iterable[LocalizedSegment]:
        return (segment for unit in self.units for segment in unit.segments)

    @property
    def complete(self) -> bool:
        """Whether every segment is in the language of the page."""
        return all(segment.locale == self.locale for segment in self.segments())
