"""What decides the form of a bulletin's files, so that bulletins of one shape share it; and the values in the holes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from i18n.locales import date_line
from i18n.model import Document, LocaleTag, Meta
from i18n.publish import text
from i18n.publish.addresses import bulletin_path
from i18n.publish.alternates import Edition, Site
from i18n.publish.forms import slot
from i18n.publish.frame import Version
from i18n.publish.listing import Neighbours


class Shape(NamedTuple):
    """All that decides the form of a bulletin's files."""

    locale: LocaleTag
    source: LocaleTag
    provisional: bool
    withdrawn: bool
    machine: bool
    published: tuple[bool, ...]
    """By language, in the site's order."""
    depth: int
    """Folders from the root of the site."""
    above: bool
    """Whether something stands above the title."""
    dated: bool
    recorded: bool
    displayed: bool
    older: LocaleTag | None
    """The language of the older neighbour's title; None where there is no neighbour."""
    newer: LocaleTag | None
    summary: LocaleTag | None
    """The language of the summary; None where there is none."""

    @property
    def status(self) -> str:
        if self.withdrawn:
            return "withdrawn"
        if self.locale == self.source:
            return "original"
        return "provisional" if self.provisional else "approved"

    @property
    def address(self) -> str:
        """The address of the page, with a slot for what differs."""
        return _address(self.locale)

    def versions(self, site: Site) -> list[Version]:
        """The bulletin in every language, as the switcher names it."""
        known = zip(site.locales, self.published, strict=True)
        return [Version(locale, _address(locale), published) for locale, published in known]


def shape_of(edition: Edition, row: tuple[Edition, ...], neighbours: Neighbours, meta: Meta, *, above: bool) -> Shape:
    return Shape(
        edition.locale,
        edition.source,
        edition.provisional,
        edition.state == "withdrawn",
        edition.machine,
        tuple([other.published for other in row]),
        edition.address.count("/"),
        above,
        edition.day is not None,
        meta.record_date is not None,
        meta.display_date is not None,
        _title_locale(neighbours.previous),
        _title_locale(neighbours.next),
        (edition.summary_locale or edition.locale) if edition.summary else None,
    )


def _title_locale(neighbour: Edition | None) -> LocaleTag | None:
    return (neighbour.title_locale or neighbour.locale) if neighbour else None


def values_of(edition: Edition, document: Document) -> dict[str, str]:
    """What fills the holes of any file of a bulletin, escaped, but for the text."""
    meta = document.meta
    return {
        "bulletin": edition.bulletin,
        "path": bulletin_path(edition.bulletin),
        "revision": document.revision,
        "title": text.escape(edition.title),
        "summary": text.escape(edition.summary),
        "day": _iso(edition.day),
        "record_date": _iso(meta.record_date),
        "display_date": _iso(meta.display_date),
        "display_line": date_line(meta.display_date, edition.locale) if meta.display_date else "",
    }


def _address(locale: LocaleTag) -> str:
    return f"{locale}/{slot('path')}/"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
