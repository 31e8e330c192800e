"""Where pages live and how one page names another.

An address is a path from the root of the site, without a leading slash. A folder ends in a slash and
means the page in it. Addresses rest on the bulletin's id alone, so that an edited title moves nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from i18n.model import LocaleTag
from i18n.patterns import late

Files = dict[str, bytes]
"""Contents by path from the root of the site, with forward slashes."""

PAGE = "index.html"
XML = "bulletin.xml"
NEWSML = "newsml.xml"
NINJS = "ninjs.json"
FEED = "feed.atom"
FRONT = ""
"""The address of the front page."""

_OF_A_TIME = late(r"[^/]+/((archive|languages)/undated|(languages/)?\d{4}(/\d{2})?)/\Z", re.ASCII)
_DATED = late(r"(\d{4})-(\d{2})-(\d{2})-(.+)\Z", re.ASCII)


@lru_cache(maxsize=8192)
def bulletin_path(bulletin: str) -> str:
    """``2024/01/23/key`` for ``2024-01-23-key``; an id without a date in front stays as it is."""
    found = _DATED.match(bulletin)
    return "/".join(found.groups()) if found else bulletin


def media_address(bulletin: str, name: str, digest: str, ending: str) -> str:
    """Where readers get a file that belongs to a bulletin, in all languages. Other bytes have another address.

    :param name: in words that an address may hold.
    :param digest: of the file's bytes.
    """
    return f"media/{bulletin_path(bulletin)}/{name}.{digest[:12]}.{ending}"


def index_address(locale: LocaleTag) -> str:
    """The list of a language's bulletins."""
    return f"{locale}/"


def feed_address(locale: LocaleTag) -> str:
    """Where the feed of a language lies."""
    return f"{locale}/{FEED}"


def archive_address(locale: LocaleTag, year: int | None = None, month: int | None = None) -> str:
    """The archive of a language, of a year, of a month. The year 0 stands for bulletins without a date."""
    if year is None:
        return f"{locale}/archive/"
    if not year:
        return f"{locale}/archive/undated/"
    return f"{locale}/{year:04}/{month:02}/" if month else f"{locale}/{year:04}/"


def is_of_a_time(address: str) -> bool:
    """Whether an address is that of the list of a month, of a year, or of what has no date."""
    return _OF_A_TIME.match(address) is not None


def status_address(locale: LocaleTag, year: int | None = None, month: int | None = None) -> str:
    """The page of all languages, or of one month. The year 0 stands for bulletins without a date."""
    if year is None:
        return f"{locale}/languages/"
    return f"{locale}/languages/{year:04}/{month or 0:02}/" if year else f"{locale}/languages/undated/"


def search_address(locale: LocaleTag) -> str:
    """The page where one can search in a language."""
    return f"{locale}/search/"


def link(address: str, depth: int, base_url: str | None) -> str:
    """A relative link to ``address`` from a page that lies ``depth`` folders below the root.

    This is the one place that decides how a link is spelled. With a ``base_url`` a folder is linked as
    itself; without one the site is a preview, and the page is named so that it opens from a file.
    """
    target = "../" * depth + (address if base_url else page_file(address))
    return target or "./"


def absolute(address: str, base_url: str) -> str:
    """The full address, for what must not depend on where it is read: canonical and hreflang links."""
    return base_url.rstrip("/") + "/" + address


def page_file(address: str) -> str:
    """The file that a folder's address stands for; a file's address stays as it is."""
    return address + PAGE if address == FRONT or address.endswith("/") else address
