"""What the head of a bulletin's page says to search engines and to those who show a link: JSON-LD and OpenGraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from i18n.locales import with_territory
from i18n.model import LocaleTag
from i18n.publish import pictures
from i18n.publish.addresses import NEWSML, NINJS, absolute, bulletin_path
from i18n.publish.alternates import Edition, Site
from i18n.publish.forms import Form, slot
from i18n.publish.jsonld import article, guarded, json_text
from i18n.publish.press import Press
from i18n.publish.stamps import stamp
from i18n.publish.text import escape

_SLOTS = ("path", "title", "json_title", "summary", "json_summary", "published", "modified", "json_note")


class _Shape(NamedTuple):
    """All that decides the form."""

    locale: LocaleTag
    source: LocaleTag
    readable: tuple[LocaleTag, ...]
    has: tuple[str, ...]
    note: LocaleTag
    """The language of the note on a correction."""
    images: tuple[pictures.Frame, ...]
    machine: bool


def head(press: Press, edition: Edition, row: Sequence[Edition]) -> str:
    """The lines for one page; nothing in a preview, which has no address.

    :param row: the bulletin's editions in all languages.
    """
    base_url = press.site.base_url
    if base_url is None:
        return ""
    values = _values(press.site, edition)
    readable = tuple([other.locale for other in row if other.published])
    has = tuple([name for name in values if values[name]])
    note, images = edition.note_locale or edition.locale, pictures.frames(edition.images)
    shape = _Shape(edition.locale, edition.source, readable, has, note, images, edition.machine)
    if edition.images:
        values |= pictures.values(edition.images, base_url, escape)
        values |= pictures.values(edition.images, base_url, lambda text: guarded(json_text(text)), "json ")
    return press.form(("sharing.html", shape), lambda: _form(press, shape, base_url)).fill(values)


def _values(site: Site, edition: Edition) -> dict[str, str]:
    return {
        "path": bulletin_path(edition.bulletin),
        "title": escape(edition.title),
        "json_title": guarded(json_text(edition.title)),
        "summary": escape(edition.summary),
        "json_summary": guarded(json_text(edition.summary)),
        "published": stamp(edition.issued, site.zone) if edition.issued else "",
        "modified": stamp(edition.updated, site.zone) if edition.updated else "",
        "json_note": guarded(json_text(edition.note)),
    }


def _form(press: Press, shape: _Shape, base_url: str) -> Form:
    addresses = {locale: f"{locale}/{slot('path')}/" for locale in shape.readable}
    name, _ = press.site.publisher_in(shape.locale)
    return press.templates.form(
        "sharing.html",
        shape.locale,
        (*_SLOTS, *pictures.names(shape.images), *pictures.names(shape.images, "json ")),
        address=absolute(addresses[shape.locale], base_url),
        publisher=name,
        has=shape.has,
        newsml=NEWSML,
        ninjs=NINJS,
        territory=with_territory(shape.locale),
        others=[with_territory(locale) for locale in shape.readable if locale != shape.locale],
        article=article(
            press.site,
            base_url,
            addresses,
            shape.locale,
            shape.source,
            shape.has,
            shape.note,
            pictures.shown(shape.images, "json "),
            machine=shape.machine,
        ),
        images=pictures.shown(shape.images),
    )
