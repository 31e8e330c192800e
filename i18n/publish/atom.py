"""The feed of a language: its newest bulletins as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest
from urllib.parse import urlsplit

from i18n.model import LocaleTag
from i18n.publish import origins
from i18n.publish.addresses import FRONT, NEWSML, Files, absolute, feed_address
from i18n.publish.alternates import Calendar, Edition, Illustration, Site, Slice
from i18n.publish.forms import Form
from i18n.publish.inputs import Excerpt
from i18n.publish.newsitem import MACHINE
from i18n.publish.press import Press
from i18n.publish.stamps import NEVER, stamp
from i18n.publish.tags import edition_tag, language_tag
from i18n.publish.text import escape

NEWEST = 50
"""Entries of a feed."""

_SLOTS = ("id", "title", "title_lang", "published", "updated", "href", "enclosures", "summary", "origin")


def slices(site: Site, calendar: Calendar) -> Iterable[Slice]:  # noqa: ARG001
    """What is published in each language; nothing for a preview, which has no address."""
    return (Slice(locale) for locale in site.locales) if site.base_url else ()


def feed(press: Press, excerpt: Excerpt) -> Files:
    """The feed of one language. What cannot be dated is in no feed: a date that is made up would be read as news."""
    site, locale = press.site, excerpt.slice.locale or press.site.source
    base_url = site.base_url or ""
    newest = nlargest(NEWEST, _candidates(excerpt.editions), key=lambda edition: _age(site, edition))
    form = press.form(("entry.atom", locale), lambda: press.templates.form("entry.atom", locale, _SLOTS, newsml=NEWSML))
    machine = press.templates.translator(locale)(MACHINE)
    entries = "".join([_entry(site, form, edition, machine) for edition in newest])
    name, name_locale = site.publisher_in(locale)
    rendered = press.templates.form(
        "feed.atom", locale, ("entries",),
        id=language_tag(site, locale),
        publisher={"name": name, "locale": name_locale},
        host=urlsplit(base_url).hostname,
        updated=_age(site, newest[0])[0] if newest else NEVER,
        home=absolute(FRONT, base_url),
        own=absolute(feed_address(locale), base_url),
        page=absolute(f"{locale}/", base_url),
        others=[
            {"locale": other, "href": absolute(feed_address(other), base_url)}
            for other in site.locales if other != locale
        ],
    )  # fmt: skip
    return {feed_address(locale): rendered.fill({"entries": entries}).encode()}


def _candidates(editions: Iterable[Edition]) -> Iterator[Edition]:
    """Those among which the newest are: of the editions by day, the first, and all that were corrected."""
    left = NEWEST
    for edition in editions:
        if edition.revised:
            yield edition
        elif edition.updated and left:
            left -= 1
            yield edition


def _age(site: Site, edition: Edition) -> tuple[str, str]:
    """By which the newest are chosen: when it was changed, and one moment's by id."""
    return stamp(edition.updated, site.zone) if edition.updated else NEVER, edition.bulletin


def _entry(site: Site, form: Form, edition: Edition, machine: str) -> str:
    updated, _ = _age(site, edition)
    return form.fill(
        {
            "id": edition_tag(site, edition),
            "title": escape(edition.title),
            "title_lang": _language(edition.title_locale),
            "published": stamp(edition.issued, site.zone) if edition.issued else updated,
            "updated": updated,
            "href": escape(absolute(edition.address, site.base_url or "")),
            "enclosures": "".join([_enclosure(site, image) for image in edition.images]),
            "summary": _summary(edition),
            "origin": _origin(machine) if edition.machine else "",
        }
    )


def _enclosure(site: Site, image: Illustration) -> str:
    href = escape(absolute(image.address, site.base_url or ""))
    return f'<link rel="enclosure" type="{image.type}" length="{image.size}" href="{href}"/>\n'


def _summary(edition: Edition) -> str:
    if not edition.summary:
        return ""
    return f"<summary{_language(edition.summary_locale)}>{escape(edition.summary)}</summary>\n"


def _origin(machine: str) -> str:
    """Says in words, and in IPTC's, that parts of a text are a machine's. Readers of feeds can choose by it."""
    return f'<category term="{origins.TERM}" scheme="{origins.SCHEME}" label="{escape(machine)}"/>\n'


def _language(other: LocaleTag) -> str:
    return f' xml:lang="{other}"' if other else ""
