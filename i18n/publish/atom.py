"""The feed of a language: its newest bulletins as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from urllib.parse import urlsplit

from i18n.model import LocaleTag
from i18n.publish.addresses import FRONT, absolute, feed_address
from i18n.publish.alternates import Edition, Site
from i18n.publish.forms import Form, Templates
from i18n.publish.stamps import NEVER, stamp
from i18n.publish.tags import edition_tag, language_tag
from i18n.publish.text import escape

NEWEST = 50
"""Entries of a feed."""

_SLOTS = ("id", "title", "title_lang", "published", "updated", "href", "summary")


class Feeds:
    """Makes the feeds. What cannot be dated is in no feed: a date that is made up would be read as news."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self._site = site
        self._templates = templates

    def feed(self, locale: LocaleTag, editions: Iterable[Edition]) -> dict[str, bytes]:
        """The feed of one language; none for a preview, which has no address.

        :param editions: what is published in the language, in any order.
        """
        base_url = self._site.base_url
        if base_url is None:
            return {}
        newest = nlargest(NEWEST, (edition for edition in editions if edition.updated), key=self._age)
        form = self._templates.form("entry.atom", locale, _SLOTS)
        entries = "".join([self._entry(form, edition, base_url) for edition in newest])
        name, name_locale = self._site.publisher_in(locale)
        rendered = self._templates.form(
            "feed.atom", locale, ("entries",),
            id=language_tag(self._site, locale),
            publisher={"name": name, "locale": name_locale},
            host=urlsplit(base_url).hostname,
            updated=self._age(newest[0])[0] if newest else NEVER,
            home=absolute(FRONT, base_url),
            own=absolute(feed_address(locale), base_url),
            page=absolute(f"{locale}/", base_url),
            others=[
                {"locale": other, "href": absolute(feed_address(other), base_url)}
                for other in self._site.locales if other != locale
            ],
        )  # fmt: skip
        return {feed_address(locale): rendered.fill({"entries": entries}).encode()}

    def _age(self, edition: Edition) -> tuple[str, str]:
        """By which the newest are chosen: when it was changed, and one moment's by id."""
        return stamp(edition.updated, self._site.zone) if edition.updated else NEVER, edition.bulletin

    def _entry(self, form: Form, edition: Edition, base_url: str) -> str:
        updated, _ = self._age(edition)
        return form.fill(
            {
                "id": edition_tag(self._site, edition),
                "title": escape(edition.title),
                "title_lang": _language(edition.title_locale),
                "published": stamp(edition.day, self._site.zone) if edition.day else updated,
                "updated": updated,
                "href": escape(absolute(edition.address, base_url)),
                "summary": _summary(edition),
            }
        )


def _summary(edition: Edition) -> str:
    if not edition.summary:
        return ""
    return f"<summary{_language(edition.summary_locale)}>{escape(edition.summary)}</summary>\n"


def _language(other: LocaleTag) -> str:
    return f' xml:lang="{other}"' if other else ""
