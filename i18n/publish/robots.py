"""``robots.txt`` (RFC 9309): crawlers may read everything, and find the sitemap."""

from __future__ import annotations

from i18n.publish.addresses import absolute
from i18n.publish.alternates import Site
from i18n.publish.sitemap import SITEMAP

ROBOTS = "robots.txt"


def robots(site: Site) -> dict[str, bytes]:
    """The file at the root of the site; none for a preview, which has no address."""
    if site.base_url is None:
        return {}
    return {ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {absolute(SITEMAP, site.base_url)}\n".encode()}
