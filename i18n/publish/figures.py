"""Images in the text of a page and beside it, its tables, and the files that are offered below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from i18n.content import fold, plain
from i18n.locales import file_size
from i18n.model import Attachment, LocaleTag, LocalizedDocument, LocalizedUnit, Picture
from i18n.publish.addresses import link
from i18n.publish.forms import Form, Templates, tongue
from i18n.publish.text import escape

WIDE = '<div class="wide" tabindex="0">'
"""How the text of a page begins a frame for a wide table."""
_IMAGE = ("src", "width", "height", "alt", "lang", "lazy")
_FIGURE = ("image", "caption", "credit", "lang")


class _Text(NamedTuple):
    text: str
    locale: LocaleTag


class Figures:
    """Makes the images of pages in one language. It remembers forms, and nothing of a bulletin."""

    def __init__(self, templates: Templates, locale: LocaleTag) -> None:
        self._templates = templates
        self._locale = locale
        self._forms: dict[tuple[bool, bool] | None, Form] = {}

    def image(self, picture: Picture, localized: LocalizedDocument, depth: int, *, lazy: bool = True) -> str:
        """The image itself; nothing where it cannot be shown.

        :param depth: of the page, in folders from the root of the site.
        :param lazy: whether a browser may wait until a reader comes near it.
        """
        if picture.file is None:
            return ""
        if None not in self._forms:
            self._forms[None] = self._templates.form("image.html", self._locale, _IMAGE)
        alt = _text_of(localized, picture.alt)
        return self._forms[None].fill(
            {
                "src": escape(link(picture.file.address, depth, None)),
                "width": str(picture.file.width),
                "height": str(picture.file.height),
                "alt": escape(alt.text),
                "lang": self._lang(alt.locale),
                "lazy": ' loading="lazy"' if lazy else "",
            }
        )

    def figure(
        self, picture: Picture, localized: LocalizedDocument, texts: Mapping[str, str], depth: int, *, first: bool
    ) -> str:
        """An image with its caption and its credit.

        :param texts: the units' texts as HTML, by their ids.
        :param first: whether it stands above the text, where every reader sees it at once.
        """
        image = self.image(picture, localized, depth, lazy=not first)
        if not image:
            return ""
        caption = texts.get(picture.caption, "")
        shape = (bool(caption), bool(picture.credit))
        if shape not in self._forms:
            self._forms[shape] = self._templates.form(
                "figure.html", self._locale, _FIGURE, captioned=shape[0], credited=shape[1]
            )
        lang = self._lang(localized.document.locale)
        return self._forms[shape].fill(
            {"image": image, "caption": caption, "credit": escape(picture.credit), "lang": lang}
        )

    def tables(self, body: str) -> str:
        """The text of a page in which the frame of every wide table has a name: who comes to it is told what it is."""
        return body.replace(WIDE, self._templates.render("wide.html", self._locale))

    def attachments(self, localized: LocalizedDocument, depth: int) -> str:
        """The list of files; nothing where there are none."""
        files = [self._file(each, localized, depth) for each in localized.document.attachments if each.file]
        return self._templates.render("attachments.html", self._locale, files=files) if files else ""

    def _file(self, attachment: Attachment, localized: LocalizedDocument, depth: int) -> dict[str, str]:
        file, title = attachment.file, _text_of(localized, attachment.title)
        address, size = (file.address, file.size) if file else ("", 0)
        return {
            "href": link(address, depth, None),
            "type": file.type if file else "",
            "kind": address.rpartition(".")[2].upper(),
            "size": file_size(size, self._locale),
            "locale": attachment.locale,
            "title": title.text,
            "lang": "" if title.locale == self._locale else title.locale,
        }

    def _lang(self, locale: LocaleTag) -> str:
        return tongue(locale, self._locale)


def _text_of(localized: LocalizedDocument, id: str) -> _Text:
    unit: LocalizedUnit | None = next((unit for unit in localized.units if unit.id == id), None)
    if unit is None:
        return _Text("", localized.locale)
    parts = [plain(part) for piece in unit.segments for part in (piece.gap, piece.content)]
    return _Text(fold("".join(parts)), unit.segments[0].locale)
