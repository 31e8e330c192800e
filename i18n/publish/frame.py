"""What stands around the text of every page: links, language switcher, head links, the publisher's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from i18n.model import LocaleTag
from i18n.publish.addresses import (
    absolute,
    archive_address,
    feed_address,
    index_address,
    link,
    search_address,
    status_address,
)
from i18n.publish.alternates import Site

Section = Literal["start", "archive", "status", "search"]
"""A part of the site that every page leads to."""


class Version(NamedTuple):
    """A page in one language, as the switcher names it."""

    locale: LocaleTag
    address: str
    """May hold slots."""
    published: bool


def frame(
    site: Site,
    locale: LocaleTag,
    own: str,
    depth: int,
    versions: Iterable[Version],
    default: str | None,
    section: Section | None = None,
) -> dict[str, Any]:
    """The values of ``base.html``.

    ``own`` is the page's address and ``depth`` the number of its folders; ``default`` is the address for
    readers of any other language (x-default), if there is one; ``section`` is the part of the site that it belongs to.
    """
    versions = list(versions)
    name, name_locale = site.publisher_in(locale)
    to = linker(site, depth)
    return {
        "link": to,
        "publisher": {"name": name, "locale": name_locale},
        "versions": [
            {"locale": v.locale, "href": to(v.address), "published": v.published, "current": v.locale == locale}
            for v in versions
        ],
        "canonical": absolute(own, site.base_url) if site.base_url else None,
        "alternates": alternates(site.base_url, versions, default) if site.base_url else [],
        "feeds": [{"locale": tag, "href": to(feed_address(tag))} for tag in _own_first(site, locale)],
        "sections": _sections(site, locale, own, section),
    }


def _sections(site: Site, locale: LocaleTag, own: str, section: Section | None) -> dict[Section, dict[str, str]]:
    """The parts of the site: the address of each, and whether the page is it (``page``) or belongs to it (``true``)."""
    found: dict[Section, str] = {
        "start": index_address(locale),
        "archive": archive_address(locale),
        "status": status_address(locale),
    }
    if site.search:
        found["search"] = search_address(locale)
    return {
        name: {"address": address, "current": "" if name != section else "page" if address == own else "true"}
        for name, address in found.items()
    }


def _own_first(site: Site, locale: LocaleTag) -> list[LocaleTag]:
    """The languages whose feeds a page names. A preview has no feeds."""
    return sorted(site.locales, key=lambda tag: tag != locale) if site.base_url else []


def linker(site: Site, depth: int) -> Callable[[str], str]:
    """The function by which a template spells a link to an address."""
    return lambda address: link(address, depth, site.base_url)


def alternates(base_url: str, versions: Iterable[Version], default: str | None) -> list[dict[str, str]]:
    """All versions of a page by language (hreflang), and the one for every other language (x-default)."""
    targets = [(version.locale, version.address) for version in versions if version.published]
    if default is not None:
        targets.append(("x-default", default))
    return [{"hreflang": tag, "href": absolute(address, base_url)} for tag, address in targets]
