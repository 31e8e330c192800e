"""What the head of a bulletin's page says to search engines and to those who show a link: JSON-LD and OpenGraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from i18n.locales import with_territory
from i18n.model import LocaleTag
from i18n.publish.addresses import absolute, bulletin_path
from i18n.publish.alternates import Edition, Site
from i18n.publish.forms import Form, Templates, slot
from i18n.publish.jsonld import article, json_text
from i18n.publish.stamps import stamp
from i18n.publish.text import escape

_SLOTS = ("path", "title", "json_title", "summary", "json_summary", "published", "modified")


class _Shape(NamedTuple):
    """All that decides the form."""

    locale: LocaleTag
    source: LocaleTag
    readable: tuple[LocaleTag, ...]
    has: tuple[str, ...]


class Sharing:
    """Makes the lines of the heads. Keeps the forms, one for each shape."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self._site = site
        self._templates = templates
        self._forms: dict[_Shape, Form] = {}

    def head(self, edition: Edition, row: Sequence[Edition]) -> str:
        """The lines for one page; nothing in a preview, which has no address.

        :param row: the bulletin's editions in all languages.
        """
        if self._site.base_url is None:
            return ""
        values = self._values(edition)
        readable = tuple([other.locale for other in row if other.published])
        shape = _Shape(edition.locale, edition.source, readable, tuple([name for name in values if values[name]]))
        form = self._forms.get(shape)
        if form is None:
            form = self._forms[shape] = self._form(shape, self._site.base_url)
        return form.fill(values)

    def _values(self, edition: Edition) -> dict[str, str]:
        zone = self._site.zone
        return {
            "path": bulletin_path(edition.bulletin),
            "title": escape(edition.title),
            "json_title": json_text(edition.title),
            "summary": escape(edition.summary),
            "json_summary": json_text(edition.summary),
            "published": stamp(edition.day, zone) if edition.day else "",
            "modified": stamp(edition.updated, zone) if edition.updated else "",
        }

    def _form(self, shape: _Shape, base_url: str) -> Form:
        addresses = {locale: f"{locale}/{slot('path')}/" for locale in shape.readable}
        name, _ = self._site.publisher_in(shape.locale)
        return self._templates.form(
            "sharing.html", shape.locale, _SLOTS,
            address=absolute(addresses[shape.locale], base_url),
            publisher=name,
            has=shape.has,
            territory=with_territory(shape.locale),
            others=[with_territory(locale) for locale in shape.readable if locale != shape.locale],
            article=article(self._site, base_url, addresses, shape.locale, shape.source, shape.has),
        )  # fmt: skip
