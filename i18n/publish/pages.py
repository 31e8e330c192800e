"""The files of the site: bulletins as HTML and XML, the list of each language, the front page.

Everything comes from values and goes out as bytes by path; the caller writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from i18n.model import LocaleTag, LocalizedDocument
from i18n.publish.addresses import FRONT, XML, page_file
from i18n.publish.alternates import Alternates, Edition, Site
from i18n.publish.atom import Feeds
from i18n.publish.bulletins import BulletinFiles
from i18n.publish.forms import Templates
from i18n.publish.frame import Version, frame, linker
from i18n.publish.packaged import packaged
from i18n.publish.robots import robots
from i18n.publish.sitemap import sitemaps
from i18n.publish.words import translator

Files = dict[str, bytes]
"""Contents by path from the root of the site, with forward slashes."""

_STATIC = ("habar.css", "favicon.svg")


def static_files() -> Files:
    """The style sheet and the icon, which all pages share."""
    return {f"static/{name}": packaged("static", name).read_bytes() for name in _STATIC}


class Renderer:
    """Makes the files of one site from the table of what exists, one page at a time."""

    def __init__(self, site: Site, table: Alternates, words: Mapping[LocaleTag, bytes]) -> None:
        """``words`` are the compiled words (``.mo``) by language; English where a language has none."""
        self._site = site
        self._table = table
        self._templates = Templates({locale: translator(words.get(locale)) for locale in site.locales})
        self._feeds = Feeds(site, self._templates)
        self._bulletins = BulletinFiles(site, table, self._templates)

    def bulletin(self, localized: LocalizedDocument) -> Files:
        """The page and the XML file of one bulletin in one language.

        The table holds it as published, and its text has passed ``refuse_forbidden``.
        """
        address = self._table.edition(localized.document.id, localized.locale).address
        page, xml = self._bulletins.page_and_xml(localized)
        return {page_file(address): page.encode(), address + XML: xml.encode()}

    def index(self, locale: LocaleTag) -> Files:
        """The list of a language's bulletins by year, the newest first."""
        address = _index(locale)
        years = groupby(self._table.listing(locale), _year)
        values = frame(self._site, locale, address, 1, self._indexes(), FRONT)
        page = self._templates.render("index.html", locale, years=years, **values)
        return {page_file(address): page.encode()}

    def front(self) -> Files:
        """The page at the root, which lets the reader choose a language."""
        locale = self._site.source
        values = frame(self._site, locale, FRONT, 0, self._indexes(), FRONT)
        languages = [self._language(choice) for choice in self._site.locales]
        page = self._templates.render("front.html", locale, languages=languages, **values)
        return {page_file(FRONT): page.encode()}

    def feed(self, locale: LocaleTag) -> Files:
        """The newest bulletins of a language as Atom."""
        return self._feeds.feed(locale, self._table.listing(locale))

    def for_crawlers(self) -> Files:
        """The sitemaps, and ``robots.txt``, which names them."""
        return sitemaps(self._site, self._table) | robots(self._site)

    def _indexes(self) -> list[Version]:
        return [Version(locale, _index(locale), True) for locale in self._site.locales]

    def _language(self, locale: LocaleTag) -> dict[str, str]:
        """What the front page shows of one language, in its own words."""
        name, name_locale = self._site.publisher_in(locale)
        values = {"link": linker(self._site, 0), "publisher": name if name_locale == locale else ""}
        parts = {"bulletins": "front_word.html", "choice": "front_choice.html"}
        return {
            part: self._templates.render(template, locale, **values).rstrip("\n") for part, template in parts.items()
        }


def _index(locale: LocaleTag) -> str:
    return f"{locale}/"


def _year(edition: Edition) -> int | None:
    return edition.day.year if edition.day else None
