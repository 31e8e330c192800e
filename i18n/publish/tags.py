"""Names that last: ``tag:`` URIs (RFC 4151) for what feeds and news items speak of.

They rest on the bulletin's id and the language, so that no edited title, moved site or correction changes them.
"""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

from i18n.model import LocaleTag
from i18n.publish.alternates import Edition, Site

SINCE = "2026"
"""A day on which the publisher held the host of ``base-url``, where no setting names one."""


def authority(site: Site) -> str:
    """Who gives the names: ``www.example.org,2026``. The setting, or the host of the site's address."""
    if site.authority:
        return site.authority
    host = urlsplit(site.base_url or "").hostname or ""
    with suppress(UnicodeError):  # an address that no network knows either
        host = host.encode("idna").decode("ascii")
    return f"{host},{SINCE}"


def edition_tag(site: Site, edition: Edition) -> str:
    """The name of a bulletin in one language, through all its corrections."""
    return f"{language_tag(site, edition.locale)}{edition.bulletin}"


def bulletin_tag(site: Site, bulletin: str) -> str:
    """The name that all languages of a bulletin share."""
    return f"tag:{authority(site)}:{bulletin}"


def language_tag(site: Site, locale: LocaleTag) -> str:
    """The name of everything in one language: of its feed."""
    return f"tag:{authority(site)}:{locale}/"
