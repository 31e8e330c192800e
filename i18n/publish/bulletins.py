"""The two files of one bulletin in one language: its page and its XML, from forms that are filled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from i18n.locales import date_line
from i18n.model import LocaleTag, LocalizedDocument
from i18n.publish import text
from i18n.publish.addresses import XML, absolute, bulletin_path, link
from i18n.publish.alternates import Alternates, Edition, Site
from i18n.publish.forms import Form, Templates, slot
from i18n.publish.frame import Version, frame
from i18n.publish.sharing import Sharing

_PAGE_SLOTS = ("path", "title", "heading", "day", "day_line", "body", "sharing")
_XML_SLOTS = (
    "path", "bulletin", "revision", "record_date", "display_date", "display_line", "title", "title_lang", "body",
)  # fmt: skip


class _Shape(NamedTuple):
    """All that decides the form of a bulletin's files, so that bulletins of one shape share it."""

    locale: LocaleTag
    source: LocaleTag
    provisional: bool
    published: tuple[bool, ...]
    """By language, in the site's order."""
    depth: int
    """Folders from the root of the site."""
    dated: bool
    recorded: bool
    displayed: bool

    @property
    def status(self) -> str:
        if self.locale == self.source:
            return "original"
        return "provisional" if self.provisional else "approved"


class _Labels(dict[LocaleTag, Form]):
    """The mark of a passage in another language, on the pages of one language, made when it is first needed."""

    def __init__(self, templates: Templates, locale: LocaleTag) -> None:
        super().__init__()
        self._templates = templates
        self._locale = locale

    def __missing__(self, language: LocaleTag) -> Form:
        self[language] = self._templates.form("untranslated.html", self._locale, ("text",), language=language)
        return self[language]


class BulletinFiles:
    """Makes the files of bulletins. Keeps the forms, one for each shape, and nothing of a bulletin."""

    def __init__(self, site: Site, table: Alternates, templates: Templates) -> None:
        self._site = site
        self._table = table
        self._templates = templates
        self._forms: dict[_Shape, tuple[Form, Form]] = {}
        self._sharing = Sharing(site, templates)
        self._labels = {locale: _Labels(templates, locale) for locale in site.locales}

    def page_and_xml(self, localized: LocalizedDocument) -> tuple[str, str]:
        """The HTML page and the XML file of a document that has passed ``refuse_forbidden``."""
        edition = self._table.edition(localized.document.id, localized.locale)
        row = self._table.of(edition.bulletin)
        shape = _shape(localized, edition, row)
        page, xml = self._forms.get(shape) or self._make_forms(shape)
        values = _values(localized, edition) | {"sharing": self._sharing.head(edition, row)}
        return page.fill(values | self._html_text(localized)), xml.fill(values | _xml_text(localized))

    def _html_text(self, localized: LocalizedDocument) -> dict[str, str]:
        labels = self._labels[localized.locale]
        return {
            "heading": text.html_unit(text.title(localized), localized.locale, labels),
            "body": text.html_body(localized, labels),
        }

    def _make_forms(self, shape: _Shape) -> tuple[Form, Form]:
        page = self._templates.form("bulletin.html", shape.locale, _PAGE_SLOTS, **self._page_values(shape))
        xml = self._templates.form("bulletin.xml", shape.locale, _XML_SLOTS, **self._xml_values(shape))
        self._forms[shape] = page, xml
        return page, xml

    def _page_values(self, shape: _Shape) -> dict[str, Any]:
        base_url = self._site.base_url
        versions = self._versions(shape)
        own = _address(shape.locale)
        original = next((version for version in versions if version.locale == shape.source and version.published), None)
        values = frame(self._site, shape.locale, own, shape.depth, versions, original.address if original else None)
        return values | {
            "original": {
                "locale": shape.source,
                "href": link(original.address, shape.depth, base_url) if original else None,
            },
            "permanent": absolute(own, base_url) if base_url else "/" + own,
            "xml": XML,
            "provisional": shape.provisional,
            "dated": shape.dated,
        }

    def _xml_values(self, shape: _Shape) -> dict[str, Any]:
        others = [version for version in self._versions(shape) if version.published and version.locale != shape.locale]
        return {
            "versions": [
                {"locale": version.locale, "href": self._reference(version.address + XML, shape.depth)}
                for version in others
            ],
            "source": shape.source,
            "status": shape.status,
            "recorded": shape.recorded,
            "displayed": shape.displayed,
        }

    def _reference(self, address: str, depth: int) -> str:
        base_url = self._site.base_url
        return absolute(address, base_url) if base_url else link(address, depth, base_url)

    def _versions(self, shape: _Shape) -> list[Version]:
        known = zip(self._site.locales, shape.published, strict=True)
        return [Version(locale, _address(locale), published) for locale, published in known]


def _address(locale: LocaleTag) -> str:
    return f"{locale}/{slot('path')}/"


def _shape(localized: LocalizedDocument, edition: Edition, editions: Sequence[Edition]) -> _Shape:
    meta = localized.document.meta
    return _Shape(
        edition.locale,
        edition.source,
        edition.provisional,
        tuple([other.published for other in editions]),
        edition.address.count("/"),
        edition.day is not None,
        meta.record_date is not None,
        meta.display_date is not None,
    )


def _values(localized: LocalizedDocument, edition: Edition) -> dict[str, str]:
    meta = localized.document.meta
    return {
        "bulletin": edition.bulletin,
        "path": bulletin_path(edition.bulletin),
        "revision": localized.document.revision,
        "title": text.escape(edition.title),
        "day": _iso(edition.day),
        "day_line": date_line(edition.day, edition.locale) if edition.day else "",
        "record_date": _iso(meta.record_date),
        "display_date": _iso(meta.display_date),
        "display_line": date_line(meta.display_date, edition.locale) if meta.display_date else "",
    }


def _xml_text(localized: LocalizedDocument) -> dict[str, str]:
    heading = text.title(localized).segments[0]
    return {"title_lang": text.xml_language(heading, localized.locale), "body": text.xml_body(localized)}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
