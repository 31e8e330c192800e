"""The archive of a language: all months on one page, each year with its titles, each month with its summaries."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from i18n.locales import month_line, month_name, year_line
from i18n.model import LocaleTag
from i18n.publish.addresses import Files, archive_address, page_file
from i18n.publish.alternates import Calendar, Site, Slice
from i18n.publish.entries import entries
from i18n.publish.frame import frame
from i18n.publish.inputs import Excerpt
from i18n.publish.leading import archives
from i18n.publish.press import Press
from i18n.publish.turns import turns


def overviews(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """One page a language, which shows no bulletin."""
    return (Slice(locale, newest=0) for locale in site.locales)


def years(site: Site, calendar: Calendar) -> Iterable[Slice]:
    """One page a language and year."""
    return (Slice(locale, year) for locale in site.locales for year in _years(calendar, locale) if year)


def months(site: Site, calendar: Calendar) -> Iterable[Slice]:
    """One page a language and month, and one for what has no date."""
    return (Slice(locale, year, month) for locale in site.locales for year, month, _ in calendar[locale])


def overview(press: Press, excerpt: Excerpt) -> Files:
    """All years and months of a language, with the number of bulletins in each."""
    locale = _locale(press, excerpt)
    found = [
        {
            "name": year_line(year, locale) if year else "",
            "address": archive_address(locale, year),
            "months": [
                {"name": month_name(month, locale), "address": archive_address(locale, year, month), "count": count}
                for _, month, count in rows
                if month
            ],
        }
        for year, rows in groupby(excerpt.calendar[locale], lambda row: row[0])
    ]
    return _page(press, excerpt, "archive.html", years=found)


def year(press: Press, excerpt: Excerpt) -> Files:
    """The titles of a year, month by month."""
    locale, own = _locale(press, excerpt), excerpt.slice.year or 0
    found = [
        {
            "name": month_name(month, locale),
            "address": archive_address(locale, own, month),
            "entries": entries(press, rows, 2, told=False),
        }
        for (_, month), rows in groupby(excerpt.editions, lambda edition: edition.month)
    ]
    known = [
        (archive_address(locale, each), year_line(each, locale)) for each in _years(excerpt.calendar, locale) if each
    ]
    return _page(press, excerpt, "year.html", months=found, **turns(known, archive_address(locale, own)))


def month(press: Press, excerpt: Excerpt) -> Files:
    """The bulletins of a month with their summaries."""
    locale, part = _locale(press, excerpt), excerpt.slice
    own = archive_address(locale, part.year, part.month)
    known = [
        (archive_address(locale, year, month), month_line(year, month, locale))
        for year, month, _ in excerpt.calendar[locale]
        if year
    ]
    items = entries(press, excerpt.editions, own.count("/"), told=True)
    return _page(press, excerpt, "month.html", entries=items, **turns(known, own))


def _page(press: Press, excerpt: Excerpt, template: str, **values: Any) -> Files:
    locale, part = _locale(press, excerpt), excerpt.slice
    pages = archives(press.site, excerpt.calendar, part.year, part.month)
    own = pages.in_language(locale)
    values |= frame(press.site, locale, own, own.count("/"), pages.versions, pages.default, "archive")
    return {page_file(own): press.templates.render(template, locale, **values).encode()}


def _locale(press: Press, excerpt: Excerpt) -> LocaleTag:
    return excerpt.slice.locale or press.site.source


def _years(calendar: Calendar, locale: LocaleTag) -> Iterable[int]:
    return dict.fromkeys(year for year, _, _ in calendar[locale])
