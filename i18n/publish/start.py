"""The start page of a language, with its newest bulletins: ``<language>/index.html``."""

from __future__ import annotations

from collections.abc import Iterable

from i18n.locales import year_line
from i18n.publish.addresses import FRONT, Files, archive_address, index_address, page_file
from i18n.publish.alternates import Calendar, Site, Slice
from i18n.publish.entries import entries
from i18n.publish.frame import frame
from i18n.publish.inputs import Excerpt
from i18n.publish.leading import starts
from i18n.publish.press import Press

NEWEST = 12
"""Bulletins on a start page."""


def slices(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """One page a language."""
    return (Slice(locale, newest=NEWEST) for locale in site.locales)


def start(press: Press, excerpt: Excerpt) -> Files:
    """The newest bulletins with their summaries, and the way to all others."""
    locale = excerpt.slice.locale or press.site.source
    address = index_address(locale)
    years = dict.fromkeys(year for year, _, _ in excerpt.calendar[locale] if year)
    page = press.templates.render(
        "start.html",
        locale,
        entries=entries(press, excerpt.editions, 1, told=True),
        years=[{"name": year_line(year, locale), "address": archive_address(locale, year)} for year in years],
        **frame(press.site, locale, address, 1, starts(press.site).versions, FRONT, "start"),
    )
    return {page_file(address): page.encode()}
