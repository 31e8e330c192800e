"""Sitemaps (sitemaps.org 0.9): every page that exists, each with its other languages.

``sitemap.xml`` is an index. Behind it stand a file for the pages that lead to bulletins, one for each year and
one for bulletins without a day, so that a new bulletin changes the file of its year alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from i18n.publish.addresses import FRONT, Files, absolute
from i18n.publish.alternates import Calendar, Edition, Site, Slice
from i18n.publish.frame import Version, alternates, indexes
from i18n.publish.inputs import Excerpt
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


class _Address(NamedTuple):
    """One page in a sitemap."""

    markup: str
    changed: str
    """When its content was last changed; empty where that is not known."""


def slices(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """All bulletins in all languages; nothing for a preview, which has no address."""
    return (Slice(),) if site.base_url else ()


def sitemaps(press: Press, excerpt: Excerpt) -> Files:
    """The index and the files that it names."""
    site, base_url = press.site, press.site.base_url or ""
    made: dict[str, bytes] = {}
    index: list[str] = []
    for name, addresses in _sections(site, excerpt.editions):
        for number, part in enumerate(_parts(addresses), start=1):
            path = f"sitemap-{name}.xml" if number == 1 else f"sitemap-{name}-{number}.xml"
            made[path] = "".join((_OPEN, *(address.markup for address in part), _CLOSE)).encode()
            index.append(_index_entry(absolute(path, base_url), max(address.changed for address in part)))
    entries = "".join(index)
    made[SITEMAP] = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n".encode()
    return made


def _index_entry(address: str, changed: str) -> str:
    return f"<sitemap><loc>{escape(address)}</loc>{_lastmod(changed)}</sitemap>\n"


def _sections(site: Site, editions: Iterable[Edition]) -> Iterator[tuple[str, Iterable[_Address]]]:
    """The name of each file and what stands in it."""
    yield "pages", _leading_pages(site)
    rows = [tuple(row) for _, row in groupby(editions, lambda edition: edition.bulletin)]
    rows.sort(key=lambda row: row[0].bulletin)
    for year, found in groupby(sorted(rows, key=_year), _year):
        yield year or "undated", (address for row in found for address in _bulletin(site, row))


def _year(row: Sequence[Edition]) -> str:
    return str(row[0].day.year) if row[0].day else ""


def _leading_pages(site: Site) -> Iterator[_Address]:
    versions = indexes(site)
    for address in (FRONT, *(version.address for version in versions)):
        yield _address(site, address, "", _links(site, versions, FRONT))


def _bulletin(site: Site, row: Sequence[Edition]) -> Iterator[_Address]:
    readable = [edition for edition in row if edition.published]
    versions = [Version(edition.locale, edition.address, True) for edition in readable]
    original = next((edition.address for edition in readable if edition.locale == edition.source), None)
    links = _links(site, versions, original)
    for edition in readable:
        moment = edition.updated
        yield _address(site, edition.address, stamp(moment, site.zone) if moment else "", links)


def _links(site: Site, versions: Iterable[Version], default: str | None) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{link["hreflang"]}" href="{escape(link["href"])}"/>\n'
        for link in alternates(site.base_url or "", versions, default)
    )


def _address(site: Site, address: str, changed: str, links: str) -> _Address:
    location = escape(absolute(address, site.base_url or ""))
    return _Address(f"<url><loc>{location}</loc>{_lastmod(changed)}\n{links}</url>\n", changed)


def _lastmod(changed: str) -> str:
    return f"<lastmod>{changed}</lastmod>" if changed else ""


def _parts(addresses: Iterable[_Address]) -> Iterator[list[_Address]]:
    """As many files as the protocol asks for; none where there is nothing."""
    part: list[_Address] = []
    size = room = MOST_BYTES - len(_OPEN) - len(_CLOSE)
    for address in addresses:
        length = len(address.markup.encode())
        if part and (len(part) == MOST_ADDRESSES or length > room):
            yield part
            part, room = [], size
        part.append(address)
        room -= length
    if part:
        yield part
