"""The one table of what exists: every bulletin in every language, its address and its state.

Head, language switcher, lists and front page all read this table, so they cannot disagree. It holds
titles and dates but no texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from i18n.model import LocaleTag, Typography
from i18n.publish.addresses import bulletin_path
from i18n.publish.listing import Listing

State = Literal["published", "withdrawn", "missing"]
"""Whether a bulletin can be read in a language. A missing one has no page and is named in the switcher. A withdrawn
one has a page that says so, and is in no list."""


UNDATED = 0
"""The year and the month of bulletins without a date."""

Calendar = Mapping[LocaleTag, tuple[tuple[int, int, int], ...]]
"""By language: year, month, and how many bulletins can be read that are dated in it; the newest month first."""


@dataclass(frozen=True)
class Site:
    """What all pages have in common."""

    publisher: Mapping[LocaleTag, str]
    """Who publishes, in each language: the name at the head of every page."""
    locales: tuple[LocaleTag, ...]
    """The languages of the site, in the order of the switcher."""
    source: LocaleTag
    """The language that most bulletins are written in: stands in where a name is missing."""
    base_url: str | None = None
    """Where the site will live, such as ``https://example.org/news/``. None: a preview, read from files."""
    zone: str = "+00:00"
    """The offset from UTC in which a day begins, such as ``+05:00``."""
    authority: str = ""
    """Who gives names that last (RFC 4151), such as ``mfa.example,2024``. Empty: the host of ``base_url``."""
    typography: Typography = field(default_factory=Typography)
    """How pages are typeset."""
    search: bool = False
    """Whether the site has a page to search in each language."""

    def publisher_in(self, locale: LocaleTag) -> tuple[str, LocaleTag]:
        """The publisher's name and the language it is really in: the source's, then any, where it is missing."""
        for tag in (locale, self.source, *self.locales):
            if name := self.publisher.get(tag, ""):
                return name, tag
        return "", locale


class Illustration(NamedTuple):
    """An image of a bulletin, for those who name it elsewhere: feeds, search engines, shown links."""

    address: str
    """From the root of the site."""
    type: str
    """Its media type, such as ``image/jpeg``."""
    size: int
    """In bytes."""
    width: int
    """In pixels."""
    height: int
    alt: str = ""
    """What is to be seen, as plain text."""
    alt_locale: LocaleTag = ""
    """The language that ``alt`` is really in, where it is not the edition's."""
    credit: str = ""
    """Whose image it is."""
    caption: str = ""
    """What stands below it on the page, as plain text."""
    caption_locale: LocaleTag = ""
    """The language that the caption is really in, where it is not the edition's."""


class Edition(NamedTuple):
    """One bulletin in one language: all that lists, heads and other bulletins' pages say of it.

    Fields are strings, numbers, truth values, dates, or tuples of these. Texts do not belong here.
    """

    bulletin: str
    """The ``Document.id``."""
    locale: LocaleTag
    state: State
    source: LocaleTag
    """The language that the bulletin was written in."""
    title: str = ""
    """Plain text. Empty where the edition is missing."""
    title_locale: LocaleTag = ""
    """The language that the title is really in, where it is not the edition's."""
    day: date | None = None
    """The day that the bulletin is dated in public."""
    provisional: bool = False
    """A translation that no named reviewer has approved. Never set on the source version."""
    machine: bool = False
    """A translation with texts that are word for word a machine's, and that no reviewer approved."""
    summary: str = ""
    """The first sentence or sentences, as plain text of at most 150 characters."""
    summary_locale: LocaleTag = ""
    """The language that the summary is really in, where it is not the edition's."""
    version: int = 1
    """Counts the texts that were published: a correction makes it rise, and so does a withdrawal."""
    revised: date | None = None
    """The day, or the moment, of the last correction, or of the withdrawal. None: there was none."""
    note: str = ""
    """For readers: what was corrected then, or why it was withdrawn."""
    note_locale: LocaleTag = ""
    """The language that the note is really in, where it is not the edition's."""
    lag: date | None = None
    """The day of a correction of the original that this translation does not have yet."""
    earlier: tuple[int, ...] = ()
    """The versions before this one that can still be read, at ``v1/`` and so on below the address."""
    aliases: tuple[str, ...] = ()
    """Ids that the bulletin had before: their addresses lead to its own."""
    images: tuple[Illustration, ...] = ()
    """What its page shows, the most telling first."""
    released: datetime | None = None
    """The moment at which it went out on its day, where an embargo says it."""
    text: str = ""
    """Tells its text from those of other versions; empty where the bulletin was never corrected."""
    gate: tuple[int, str] | None = None
    """What it had reached when it was made: so many per cent, and the state that was asked for."""
    again: int = 0
    """How often it was published on the day of its last correction or withdrawal before that: no clock tells it."""

    @property
    def issued(self) -> date | None:
        """When it was first published, as far as the data say it."""
        return self.released or self.day

    @property
    def updated(self) -> date | None:
        """When what is published was last changed, as far as the data say it. It never goes back."""
        if self.revised is None:
            return self.issued
        issued = self.issued
        start = issued if issued and self.revised.toordinal() <= issued.toordinal() else self.revised
        return _later(start, self.again) if self.again else start

    @property
    def address(self) -> str:
        """The page's folder from the root of the site: ``ru/2024/01/23/turkmenistan-japan-ministers/``."""
        return f"{self.locale}/{bulletin_path(self.bulletin)}/"

    @property
    def published(self) -> bool:
        """Whether lists hold it and the switcher leads to it."""
        return self.state == "published"

    @property
    def month(self) -> tuple[int, int]:
        """Year and month of its day; ``UNDATED`` twice where there is none."""
        return (self.day.year, self.day.month) if self.day else (UNDATED, UNDATED)


def _later(start: date, times: int) -> datetime:
    """A moment that follows others of its day: a day has seconds enough to tell them apart."""
    moment = start if isinstance(start, datetime) else datetime.combine(start, time.min)
    return moment + timedelta(seconds=times)


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of the table that one list shows."""

    locale: LocaleTag | None = None
    """What can be read in this language. None: every bulletin in every language, missing ones included, row by row."""
    year: int | None = None
    """Only of this year (``UNDATED``: without a date); None: of any."""
    month: int | None = None
    """Only of this month of the year."""
    newest: int | None = None
    """Only so many bulletins from the top."""

    def holds(self, edition: Edition) -> bool:
        """Whether it asks for the edition, but for ``newest``."""
        year, month = edition.month
        wanted = edition.published and edition.locale == self.locale if self.locale else True
        return wanted and self.year in (None, year) and self.month in (None, month)


class Alternates:
    """Every edition of every bulletin. It grows bulletin by bulletin.

    A bulletin's pages need its own row only, so they can be made as soon as it is there; lists are
    drawn when the last bulletin is in.
    """

    def __init__(self, locales: tuple[LocaleTag, ...]) -> None:
        self._locales = locales
        self._bulletins: dict[str, tuple[Edition, ...]] = {}
        self._listings: dict[LocaleTag, Listing] = {}

    def add(self, editions: Iterable[Edition]) -> None:
        """Takes one bulletin's editions: one for every language of the site.

        :raises ValueError: a language is given twice or not at all, or the bulletin is there already.
        """
        given = list(editions)
        row = {edition.locale: edition for edition in given}
        bulletins = {edition.bulletin for edition in given}
        if len(bulletins) != 1 or len(given) != len(row) or set(row) != set(self._locales):
            raise ValueError(f"one edition of one bulletin for each of {self._locales} is needed, not {given}")
        bulletin = bulletins.pop()
        if bulletin in self._bulletins:
            raise ValueError(f"{bulletin} is given twice")
        self._bulletins[bulletin] = tuple(row[locale] for locale in self._locales)
        self._listings.clear()

    def of(self, bulletin: str) -> tuple[Edition, ...]:
        """All editions of one bulletin, missing ones included, in the order of the site's languages."""
        return self._bulletins[bulletin]

    def edition(self, bulletin: str, locale: LocaleTag) -> Edition:
        """The bulletin in one language."""
        return self._bulletins[bulletin][self._locales.index(locale)]

    def rows(self) -> Iterable[tuple[Edition, ...]]:
        """Every bulletin's editions, in the order of the ids."""
        return (self._bulletins[bulletin] for bulletin in sorted(self._bulletins))

    def listing(self, locale: LocaleTag) -> Listing:
        """What can be read in a language. It is made once, until the next bulletin is added."""
        if locale not in self._listings:
            position = self._locales.index(locale)
            rows = (editions[position] for editions in self._bulletins.values())
            self._listings[locale] = Listing(row for row in rows if row.published)
        return self._listings[locale]

    def select(self, part: Slice) -> tuple[Edition, ...]:
        """A part of the table: the newest day first, one day's bulletins by id, undated ones last."""
        rows = sorted(self._bulletins.items())
        rows.sort(key=lambda row: row[1][0].day or date.min, reverse=True)
        found = [held for _, row in rows if (held := [edition for edition in row if part.holds(edition)])]
        return tuple(edition for row in found[: part.newest] for edition in row)

    def calendar(self) -> Calendar:
        """How many bulletins each language has in which month."""
        months = {locale: Counter(edition.month for edition in self.listing(locale)) for locale in self._locales}
        return {
            locale: tuple((*month, found[month]) for month in sorted(found, reverse=True))
            for locale, found in months.items()
        }
