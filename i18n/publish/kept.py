"""A page that stays as it was made earlier, beside bulletins that are others now: what it says of these is brought up.

A title that nobody may read yet, or a link that leads nowhere, must not stay with it.
"""

from __future__ import annotations

import re

from i18n.patterns import late
from i18n.publish.addresses import bulletin_path, link
from i18n.publish.alternates import Edition
from i18n.publish.entries import dates, heading
from i18n.publish.forms import tongue
from i18n.publish.listing import Neighbours
from i18n.publish.press import Press

_NAVIGATION = '<nav class="beside"'
_LINK = late(r'<link rel="(prev|next)" href="[^"]*">\n')
_NEAR = late(
    r'<a href="[^"]*" rel="(prev|next)">(<small>[^<]*</small>) <strong[^>]*>.*?</strong> <small>[^<]*</small></a>\n'
)
_EMPTY = late(r'<nav class="beside"[^>]*>\s*</nav>\n')


def with_neighbours(press: Press, page: bytes, edition: Edition, neighbours: Neighbours) -> bytes:
    """The page of an edition with the links to the bulletins before and after it as they are now.

    A link to one that is no more goes. One that the page did not have does not come: where it would stand is the
    template's business.
    """
    near = {"prev": neighbours.previous, "next": neighbours.next}

    def to(found: re.Match[str]) -> str:
        other = near[found[1]]
        return f'<link rel="{found[1]}" href="{_address(press, edition, other)}">\n' if other else ""

    def beside(found: re.Match[str]) -> str:
        other = near[found[1]]
        return _entry(press, edition, other, found[1], found[2]) if other else ""

    head, mark, navigation = page.decode().rpartition(_NAVIGATION)
    if not mark:
        return page
    navigation = _EMPTY.sub("", mark + _NEAR.sub(beside, navigation))
    return (_LINK.sub(to, head) + navigation).encode()


def _address(press: Press, edition: Edition, other: Edition) -> str:
    return link(f"{edition.locale}/{bulletin_path(other.bulletin)}/", edition.address.count("/"), press.site.base_url)


def _entry(press: Press, edition: Edition, other: Edition, side: str, label: str) -> str:
    """As in the template of a bulletin."""
    language = tongue(other.title_locale, edition.locale)
    day = dates(press, other.day, other.locale)["day_line"]
    href, title = _address(press, edition, other), heading(press, other)
    return f'<a href="{href}" rel="{side}">{label} <strong{language}>{title}</strong> <small>{day}</small></a>\n'
