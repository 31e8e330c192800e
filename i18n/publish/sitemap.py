"""Sitemaps (sitemaps.org 0.9): every page that exists, each with its other languages.

``sitemap.xml`` is an index. Behind it stand a file for the pages that lead to bulletins, one for each year and
one for bulletins without a day, so that a bulletin changes the file of its year alone. What is in the index
follows from how many bulletins there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, islice

from i18n.ids import LONGEST
from i18n.publish.addresses import FRONT, Files, absolute
from i18n.publish.alternates import UNDATED, Calendar, Edition, Site, Slice
from i18n.publish.frame import Version, alternates
from i18n.publish.inputs import Excerpt
from i18n.publish.leading import leading
from i18n.publish.press import Press
from i18n.publish.stamps import stamp
from i18n.publish.text import escape

SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What the protocol allows in one file, before compression."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_OPEN = f'{_HEAD}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_CLOSE = "</urlset>\n"


def slices(site: Site, calendar: Calendar) -> Iterable[Slice]:
    """The index, which sees no bulletin, and every year; nothing for a preview, which has no address."""
    if site.base_url is None:
        return ()
    return (Slice(newest=0), *(Slice(year=year) for year in _years(calendar)))


def sitemaps(press: Press, excerpt: Excerpt) -> Files:
    """The index with the file of the leading pages, or the files of one year."""
    site, year = press.site, excerpt.slice.year
    if year is None:
        return {SITEMAP: _index(site, excerpt.calendar), _name("pages"): _file(_leading_pages(site, excerpt.calendar))}
    rows = [tuple(row) for _, row in groupby(excerpt.editions, lambda edition: edition.bulletin)]
    rows.sort(key=lambda row: row[0].bulletin)
    addresses = (address for row in rows for address in _bulletin(site, row))
    names = _parts(site, year, _years(excerpt.calendar)[year])
    return {name: _file(islice(addresses, most(site))) for name in names}


def most(site: Site) -> int:
    """How many addresses one file holds, however long they are."""
    return _most(site.base_url or "", site.locales, MOST_ADDRESSES, MOST_BYTES)


@lru_cache(maxsize=8)
def _most(base_url: str, locales: tuple[str, ...], addresses: int, size: int) -> int:
    longest = Site({}, locales, locales[0], base_url)
    row = [Edition("x" * LONGEST, tag, "published", locales[0], day=date.max) for tag in locales]
    bytes_each = max(len(markup.encode()) for markup in _bulletin(longest, row))
    return max(1, min(addresses, (size - len(_OPEN) - len(_CLOSE)) // bytes_each))


def _index(site: Site, calendar: Calendar) -> bytes:
    names = [_name("pages"), *(name for year, count in _years(calendar).items() for name in _parts(site, year, count))]
    entries = [f"<sitemap><loc>{escape(absolute(name, site.base_url or ''))}</loc></sitemap>\n" for name in names]
    return f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{''.join(entries)}</sitemapindex>\n".encode()


def _years(calendar: Calendar) -> dict[int, int]:
    """How many pages of bulletins there are of each year, in the order of the years."""
    counts: Counter[int] = Counter()
    for months in calendar.values():
        for year, _, count in months:
            counts[year] += count
    return {year: counts[year] for year in sorted(counts)}


def _parts(site: Site, year: int, count: int) -> list[str]:
    """The names of the files for a year of so many pages."""
    name = "undated" if year == UNDATED else str(year)
    parts = -(-count // most(site))
    return [_name(name if number == 1 else f"{name}-{number}") for number in range(1, parts + 1)]


def _name(part: str) -> str:
    return f"sitemap-{part}.xml"


def _file(addresses: Iterable[str]) -> bytes:
    return "".join((_OPEN, *addresses, _CLOSE)).encode()


def _leading_pages(site: Site, calendar: Calendar) -> Iterator[str]:
    for pages in leading(site, calendar):
        links = _links(site, pages.versions, pages.default)
        if pages.default == FRONT:
            yield _address(site, FRONT, "", links)
        for version in pages.versions:
            if version.published:
                yield _address(site, version.address, "", links)


def _bulletin(site: Site, row: Sequence[Edition]) -> Iterator[str]:
    readable = [edition for edition in row if edition.published]
    versions = [Version(edition.locale, edition.address, True) for edition in readable]
    original = next((edition.address for edition in readable if edition.locale == edition.source), None)
    links = _links(site, versions, original)
    for edition in readable:
        moment = edition.updated
        yield _address(site, edition.address, stamp(moment, site.zone) if moment else "", links)


def _links(site: Site, versions: Iterable[Version], default: str | None) -> str:
    return "".join(
        [
            f'<xhtml:link rel="alternate" hreflang="{link["hreflang"]}" href="{escape(link["href"])}"/>\n'
            for link in alternates(site.base_url or "", versions, default)
        ]
    )


def _address(site: Site, address: str, changed: str, links: str) -> str:
    location = escape(absolute(address, site.base_url or ""))
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{location}</loc>{lastmod}\n{links}</url>\n"
