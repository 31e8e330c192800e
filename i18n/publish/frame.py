"""What stands around the text of every page: links, language switcher, head links, the publisher's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from i18n.model import LocaleTag
from i18n.publish.addresses import absolute, feed_address, index_address, link
from i18n.publish.alternates import Site


class Version(NamedTuple):
    """A page in one language, as the switcher names it."""

    locale: LocaleTag
    address: str
    """May hold slots."""
    published: bool


def frame(
    site: Site, locale: LocaleTag, own: str, depth: int, versions: Iterable[Version], default: str | None
) -> dict[str, Any]:
    """The values of ``base.html``.

    ``own`` is the page's address and ``depth`` the number of its folders; ``default`` is the address for
    readers of any other language (x-default), if there is one.
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
    }


def _own_first(site: Site, locale: LocaleTag) -> list[LocaleTag]:
    """The languages whose feeds a page names. A preview has no feeds."""
    return sorted(site.locales, key=lambda tag: tag != locale) if site.base_url else []


def indexes(site: Site) -> list[Version]:
    """The list of every language: where the switcher leads on pages of no single bulletin."""
    return [Version(locale, index_address(locale), True) for locale in site.locales]


def linker(site: Site, depth: int) -> Callable[[str], str]:
    """The function by which a template spells a link to an address."""
    return lambda address: link(address, depth, site.base_url)


def alternates(base_url: str, versions: Iterable[Version], default: str | None) -> list[dict[str, str]]:
    """All versions of a page by language (hreflang), and the one for every other language (x-default)."""
    targets = [(version.locale, version.address) for version in versions if version.published]
    if default is not None:
        targets.append(("x-default", default))
    return [{"hreflang": tag, "href": absolute(address, base_url)} for tag, address in targets]
