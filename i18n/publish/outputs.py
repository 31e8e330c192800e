"""Everything that a build makes, one maker for each kind of file.

To add an output, write a function in a module of its own and name it in one of the lists below:

``PAGE_MAKERS``
    ``maker(press, leaf)``: files of one bulletin in one language. It sees the text, the bulletin's row of the table,
    and the editions beside it in the list of its language. Called for every edition that is not missing; the text of a
    withdrawn one (``edition.state``) holds nothing but its title.
``EARLIER_MAKERS``
    ``maker(press, earlier)``: files of an earlier version of a corrected bulletin in one language.
``BULLETIN_MAKERS``
    ``maker(press, whole)``: files of one bulletin in all its languages.
``LIST_MAKERS``
    ``ListMaker(slices, maker)``: files of a part of the table. ``slices(site, calendar)`` says which parts there are, a
    language's month, its newest twenty, a year of all languages; ``maker(press, excerpt)`` makes the files of one.
    The smaller the parts, the less is made again when a bulletin changes.
``SITE_MAKERS``
    ``maker(press)``: files that depend on no bulletin.

A maker returns bytes by path from the root of the site, in the order that it likes. It reads no file (but what comes
with the package) and no clock, and keeps nothing: the build leaves it out wherever its input is what it was. What it
must know of other bulletins is a field of ``Edition``; what it shares between bulletins is a form of the ``Press``.
No two makers may make the same path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from i18n.publish import (
    archive,
    atom,
    front,
    life,
    moved,
    newsml,
    ninjs,
    page,
    robots,
    searchpage,
    sitemap,
    start,
    status,
    xmlfile,
)
from i18n.publish.addresses import Files
from i18n.publish.alternates import Calendar, Site, Slice
from i18n.publish.inputs import Earlier, Excerpt, Leaf, Whole
from i18n.publish.press import Press


class ListMaker(NamedTuple):
    """How one kind of list is made."""

    slices: Callable[[Site, Calendar], Iterable[Slice]]
    make: Callable[[Press, Excerpt], Files]


PAGE_MAKERS: tuple[Callable[[Press, Leaf], Files], ...] = (
    page.page,
    moved.moved,
    xmlfile.xml,
    newsml.newsml,
    ninjs.ninjs,
)
EARLIER_MAKERS: tuple[Callable[[Press, Earlier], Files], ...] = (life.earlier,)
BULLETIN_MAKERS: tuple[Callable[[Press, Whole], Files], ...] = ()
LIST_MAKERS: tuple[ListMaker, ...] = (
    ListMaker(start.slices, start.start),
    ListMaker(archive.overviews, archive.overview),
    ListMaker(archive.years, archive.year),
    ListMaker(archive.months, archive.month),
    ListMaker(status.overviews, status.overview),
    ListMaker(status.months, status.month),
    ListMaker(atom.slices, atom.feed),
    ListMaker(sitemap.slices, sitemap.sitemaps),
)
SITE_MAKERS: tuple[Callable[[Press], Files], ...] = (
    front.front,
    front.not_found,
    front.static_files,
    robots.robots,
    searchpage.search_pages,
)


def page_files(press: Press, leaf: Leaf) -> Files:
    """The files of one bulletin in one language."""
    return _joined(maker(press, leaf) for maker in PAGE_MAKERS)


def earlier_files(press: Press, earlier: Earlier) -> Files:
    """The files of an earlier version of a bulletin in one language."""
    return _joined(maker(press, earlier) for maker in EARLIER_MAKERS)


def bulletin_files(press: Press, whole: Whole) -> Files:
    """The files of one bulletin in all its languages."""
    return _joined(maker(press, whole) for maker in BULLETIN_MAKERS)


def site_files(press: Press) -> Files:
    """The files that depend on no bulletin."""
    return _joined(maker(press) for maker in SITE_MAKERS)


def lists(site: Site, calendar: Calendar) -> Iterator[tuple[ListMaker, Slice]]:
    """Every list of the site."""
    for maker in LIST_MAKERS:
        for part in maker.slices(site, calendar):
            yield maker, part


def _joined(made: Iterable[Files]) -> Files:
    return {name: data for files in made for name, data in files.items()}
