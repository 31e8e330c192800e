"""In which languages each bulletin can be read: the newest of them, and every month: ``<language>/languages/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from i18n.locales import month_line
from i18n.model import LocaleTag
from i18n.publish.addresses import Files, bulletin_path, link, page_file, status_address
from i18n.publish.alternates import Calendar, Edition, Site, Slice, State
from i18n.publish.entries import dates, heading
from i18n.publish.forms import Form, slot
from i18n.publish.frame import frame
from i18n.publish.inputs import Excerpt
from i18n.publish.leading import months as known_months
from i18n.publish.leading import statuses
from i18n.publish.press import Press
from i18n.publish.turns import turns

NEWEST = 20
"""Bulletins on the page that leads to the months."""

_SLOTS = ("path", "title", "day", "day_line")
_bulletin = attrgetter("bulletin")


class _Shape(NamedTuple):
    """All that decides the form of an item."""

    locale: LocaleTag
    depth: int
    dated: bool
    title_locale: LocaleTag
    source: LocaleTag
    states: tuple[tuple[State, bool, bool], ...]
    """By language, in the site's order: the state, whether it is provisional, and whether it lags behind."""


def overviews(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """The newest bulletins."""
    return [Slice(newest=NEWEST)]


def months(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """Every month in which a language has a bulletin, and what has no date."""
    return (Slice(None, year, month) for year, month in known_months(calendar))


def overview(press: Press, excerpt: Excerpt) -> Files:
    """The newest bulletins in every language of the site, and the way to all others."""
    known = known_months(excerpt.calendar)
    counts = {(tag, *month): count for tag, rows in excerpt.calendar.items() for *month, count in rows}
    rows, made = _known(excerpt.editions), Files()
    for locale in press.site.locales:
        table = [
            {
                "name": month_line(year, month, locale) if year else "",
                "address": status_address(locale, year, month),
                "counts": [counts.get((tag, year, month), 0) for tag in press.site.locales],
            }
            for year, month in known
        ]
        made |= _page(press, excerpt, rows, locale, months=table, languages=press.site.locales, **turns((), ""))
    return made


def month(press: Press, excerpt: Excerpt) -> Files:
    """The bulletins of a month in every language of the site."""
    rows, made = _known(excerpt.editions), Files()
    for locale in press.site.locales:
        known = [
            (status_address(locale, year, month), month_line(year, month, locale))
            for year, month in known_months(excerpt.calendar)
            if year
        ]
        own = status_address(locale, excerpt.slice.year, excerpt.slice.month)
        made |= _page(press, excerpt, rows, locale, months=(), **turns(known, own))
    return made


def _page(
    press: Press, excerpt: Excerpt, known: Iterable[Sequence[Edition]], locale: LocaleTag, **values: Any
) -> Files:
    pages = statuses(press.site, excerpt.slice.year, excerpt.slice.month)
    own = pages.in_language(locale)
    values |= frame(press.site, locale, own, own.count("/"), pages.versions, pages.default, "status")
    rows = "\n".join([_item(press, locale, row, own.count("/")) for row in known])
    values |= {"rows": rows, "part": excerpt.slice.year is not None}
    return {page_file(own): press.templates.render("status.html", locale, **values).encode()}


def _known(editions: Iterable[Edition]) -> list[Sequence[Edition]]:
    """The rows of the bulletins that can be read in any language."""
    rows = [tuple(row) for _, row in groupby(editions, _bulletin)]
    return [row for row in rows if any(edition.published for edition in row)]


def _item(press: Press, locale: LocaleTag, row: Sequence[Edition], depth: int) -> str:
    named = _named(locale, row)
    language = named.title_locale or named.locale
    shape = _Shape(
        locale,
        depth,
        named.day is not None,
        "" if language == locale else language,
        named.source,
        tuple((edition.state, edition.provisional, edition.lag is not None) for edition in row),
    )
    form = press.form(("status_entry.html", shape), lambda: _form(press, shape))
    return form.fill(
        {"path": bulletin_path(named.bulletin), "title": heading(press, named), **dates(press, named.day, locale)}
    )


def _named(locale: LocaleTag, row: Sequence[Edition]) -> Edition:
    """The edition whose title stands for the bulletin: the page's own, else the original, else any."""
    known = [edition for edition in row if edition.title]
    order = (locale, row[0].source)
    return min(known, key=lambda edition: order.index(edition.locale) if edition.locale in order else len(order))


def _form(press: Press, shape: _Shape) -> Form:
    editions = [
        {
            "locale": tag,
            "state": state,
            "provisional": provisional,
            "lag": lag,
            "original": tag == shape.source,
            "href": link(f"{tag}/{slot('path')}/", shape.depth, press.site.base_url),
        }
        for tag, (state, provisional, lag) in zip(press.site.locales, shape.states, strict=True)
    ]
    return press.templates.form(
        "status_entry.html", shape.locale, _SLOTS, editions=editions, dated=shape.dated, title_locale=shape.title_locale
    )
