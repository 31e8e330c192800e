"""The one table of what exists: every bulletin in every language, its address and its state.

Head, language switcher, lists and front page all read this table, so they cannot disagree. It holds
titles and dates but no texts, and it is complete before the first page is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from i18n.model import LocaleTag
from i18n.publish.addresses import bulletin_path

State = Literal["published", "missing"]
"""Whether a bulletin can be read in a language. A missing one has no page and is named in the switcher."""


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

    def publisher_in(self, locale: LocaleTag) -> tuple[str, LocaleTag]:
        """The publisher's name and the language it is really in: the source's, then any, where it is missing."""
        for tag in (locale, self.source, *self.locales):
            if name := self.publisher.get(tag, ""):
                return name, tag
        return "", locale


@dataclass(frozen=True, slots=True)
class Edition:
    """One bulletin in one language."""

    bulletin: str
    """The ``Document.id``."""
    locale: LocaleTag
    state: State
    source: LocaleTag
    """The language that the bulletin was written in."""
    title: str = ""
    """Plain text. Empty where the edition is missing."""
    day: date | None = None
    """The day that the bulletin is dated in public."""
    provisional: bool = False
    """A translation that no named reviewer has approved. Never set on the source version."""

    @property
    def address(self) -> str:
        """The page's folder from the root of the site: ``ru/2024/01/23/turkmenistan-japan-ministers/``."""
        return f"{self.locale}/{bulletin_path(self.bulletin)}/"

    @property
    def published(self) -> bool:
        return self.state == "published"


class Alternates:
    """Every edition of every bulletin. Built once; nothing changes it afterwards."""

    def __init__(self, locales: tuple[LocaleTag, ...], editions: Iterable[Edition]) -> None:
        """Takes one edition for every bulletin and language.

        :raises ValueError: an edition is given twice, is not given, or is in a language of no page.
        """
        self._locales = locales
        self._bulletins: dict[str, tuple[Edition, ...]] = _by_bulletin(locales, editions)

    def of(self, bulletin: str) -> tuple[Edition, ...]:
        """All editions of one bulletin, missing ones included, in the order of the site's languages."""
        return self._bulletins[bulletin]

    def edition(self, bulletin: str, locale: LocaleTag) -> Edition:
        """The bulletin in one language."""
        return self._bulletins[bulletin][self._locales.index(locale)]

    def listing(self, locale: LocaleTag) -> list[Edition]:
        """What can be read in a language: the newest day first, one day's bulletins by id, undated ones last."""
        position = self._locales.index(locale)
        rows = (editions[position] for editions in self._bulletins.values())
        found = sorted((row for row in rows if row.published), key=lambda row: row.bulletin)
        return sorted(found, key=lambda row: row.day or date.min, reverse=True)


def _by_bulletin(locales: tuple[LocaleTag, ...], editions: Iterable[Edition]) -> dict[str, tuple[Edition, ...]]:
    table: dict[str, dict[LocaleTag, Edition]] = {}
    for edition in editions:
        row = table.setdefault(edition.bulletin, {})
        if edition.locale in row:
            raise ValueError(f"{edition.bulletin} in {edition.locale} is given twice")
        row[edition.locale] = edition
    for bulletin, row in table.items():
        if set(row) != set(locales):
            raise ValueError(f"{bulletin} is given in {sorted(row)}, not in {sorted(locales)}")
    return {bulletin: tuple(row[locale] for locale in locales) for bulletin, row in table.items()}
