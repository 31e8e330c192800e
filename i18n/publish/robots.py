"""``robots.txt`` (RFC 9309): crawlers may read everything, and find the sitemap."""

from __future__ import annotations

from i18n.publish.addresses import Files, absolute
from i18n.publish.press import Press
from i18n.publish.sitemap import SITEMAP

ROBOTS = "robots.txt"


def robots(press: Press) -> Files:
    """The file at the root of the site; none for a preview, which has no address."""
    base_url = press.site.base_url
    if base_url is None:
        return {}
    return {ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {absolute(SITEMAP, base_url)}\n".encode()}
