"""The list of a language's bulletins by year: ``<language>/index.html``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from i18n.publish.addresses import FRONT, Files, index_address, page_file
from i18n.publish.alternates import Calendar, Edition, Site, Slice
from i18n.publish.frame import frame, indexes
from i18n.publish.inputs import Excerpt
from i18n.publish.press import Press


def slices(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """One list a language, with all that can be read in it."""
    return (Slice(locale) for locale in site.locales)


def index(press: Press, excerpt: Excerpt) -> Files:
    """The list of a language's bulletins by year, the newest first."""
    locale = excerpt.slice.locale or press.site.source
    address = index_address(locale)
    values = frame(press.site, locale, address, 1, indexes(press.site), FRONT)
    page = press.templates.render("index.html", locale, years=groupby(excerpt.editions, _year), **values)
    return {page_file(address): page.encode()}


def _year(edition: Edition) -> int | None:
    return edition.day.year if edition.day else None
