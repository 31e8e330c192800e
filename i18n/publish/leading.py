"""The pages that lead to bulletins, in all languages: heads, switchers and the sitemap name them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from i18n.model import LocaleTag
from i18n.publish.addresses import FRONT, archive_address, index_address, search_address, status_address
from i18n.publish.alternates import Calendar, Site
from i18n.publish.frame import Version


class Leading(NamedTuple):
    """One page in all languages of the site."""

    versions: list[Version]
    default: str | None
    """The address for readers of any other language (x-default), if there is one."""

    def in_language(self, locale: LocaleTag) -> str:
        """The address of the page in one language."""
        return next(version.address for version in self.versions if version.locale == locale)


def starts(site: Site) -> Leading:
    """The start pages. Who reads none of the languages is led to the choice of languages."""
    return Leading([Version(locale, index_address(locale), True) for locale in site.locales], FRONT)


def archives(site: Site, calendar: Calendar, year: int | None = None, month: int | None = None) -> Leading:
    """The archive, or a year or month of it: there is one wherever something can be read."""

    def exists(locale: LocaleTag) -> bool:
        rows = calendar[locale]
        return year is None or any((row[0], row[1]) == (year, row[1] if month is None else month) for row in rows)

    return _leading(site, lambda locale: archive_address(locale, year, month), exists)


def statuses(site: Site, year: int | None = None, month: int | None = None) -> Leading:
    """The page of all languages, or of a month in all languages."""
    return _leading(site, lambda locale: status_address(locale, year, month), lambda _: True)


def searches(site: Site) -> Leading:
    """The pages to search in."""
    return _leading(site, search_address, lambda _: True)


def months(calendar: Calendar) -> list[tuple[int, int]]:
    """Year and month of all that can be read in any language: the latest first, what has no date last."""
    return sorted({(year, month) for rows in calendar.values() for year, month, _ in rows}, reverse=True)


def leading(site: Site, calendar: Calendar) -> Iterator[Leading]:
    """Every page of the site that leads to bulletins, but for the choice of languages."""
    known = months(calendar)
    yield starts(site)
    yield archives(site, calendar)
    yield statuses(site)
    if site.search:
        yield searches(site)
    for year in dict.fromkeys(year for year, _ in known if year):
        yield archives(site, calendar, year)
    for year, month in known:
        yield archives(site, calendar, year, month)
        yield statuses(site, year, month)


def _leading(site: Site, address: Callable[[LocaleTag], str], exists: Callable[[LocaleTag], bool]) -> Leading:
    versions = [Version(locale, address(locale), exists(locale)) for locale in site.locales]
    original = next((each.address for each in versions if each.locale == site.source and each.published), None)
    return Leading(versions, original)
