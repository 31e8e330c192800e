"""The text of a bulletin as HTML: escaped, typeset, in its paragraphs, every passage in its own language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from i18n import images
from i18n.assemble import filled
from i18n.content import merged, printed
from i18n.lately import lately
from i18n.locales import admits
from i18n.model import (
    Code,
    Content,
    Document,
    LocaleSlot,
    LocaleTag,
    LocalizedDocument,
    LocalizedSegment,
    LocalizedUnit,
    Only,
    Picture,
    Skeleton,
    UnitRef,
)
from i18n.publish.figures import WIDE, Figures
from i18n.publish.forms import Form
from i18n.publish.spoken import spoken
from i18n.publish.text import escape, title, together
from i18n.publish.typography import Typesetter, breakable

_HEADINGS = frozenset(("title", "heading"))
_language = attrgetter("locale")
_page_markup = attrgetter("html")


class Parts(NamedTuple):
    """The text of a page, as HTML."""

    above: str
    """Lines above the title; nearly always none."""
    heading: str
    body: str


class PageText:
    """Makes the text of pages in one language.

    :param labels: by language, the mark of a passage that is in that one.
    """

    def __init__(
        self, locale: LocaleTag, labels: Mapping[LocaleTag, Form], typesetter: Typesetter, figures: Figures
    ) -> None:
        self._locale = locale
        self._figures = figures
        self._labels = labels
        self._typesetter = typesetter
        self._breaks = locale.partition("-")[0] == "ja"
        """Whether headings have places where they may break."""

    def page(self, localized: LocalizedDocument, depth: int) -> Parts:
        """What stands above the title, the title, and the text below it with its images and attachments.

        :param depth: of the page, in folders from the root of the site.
        """
        texts = self._texts(localized)
        document, heading = localized.document, texts[title(localized).id]
        body = self._filled(document.body if document.locale == self._locale else spoken(localized), texts)
        if WIDE in body:
            body = self._figures.tables(body)
        if document.pictures or document.attachments:
            body = self._illustrated(body, localized, texts, depth)
        return Parts(self._filled(document.above, texts) if document.above else "", heading, body)

    def _illustrated(self, body: str, localized: LocalizedDocument, texts: Mapping[str, str], depth: int) -> str:
        """The first figure stands above the text, the others below it, and then what is attached."""
        pictures = localized.document.pictures

        def shown(number: int) -> str:
            return self._figures.image(pictures[number], localized, depth) if number < len(pictures) else ""

        figures = [
            self._figures.figure(picture, localized, texts, depth, first=first) for first, picture in _beside(pictures)
        ]
        text = images.marked(body, shown).replace("<p></p>\n", "").replace("<p></p>", "")
        below = self._figures.attachments(localized, depth)
        return "\n".join([part.rstrip("\n") for part in (*figures[:1], text, *figures[1:], below) if part])

    def _texts(self, localized: LocalizedDocument) -> dict[str, str]:
        """The text of every unit, by its id."""
        kept, running = _kept(localized.document), localized.running
        texts: dict[str, str] = {}
        plain: dict[str, str] = {}
        for unit in localized.units:
            if unit.id in kept:
                texts[unit.id] = html(_joined(unit.segments))
            elif unit.id in running and not (self._breaks and unit.role in _HEADINGS):
                plain[unit.id] = running[unit.id]
            else:
                texts[unit.id] = self._unit(unit)
        return texts | together(plain, self._typeset)

    def _typeset(self, text: str) -> str:
        return self._typesetter.markup(self._typesetter.text(text, self._locale), self._locale)

    def _filled(self, body: Skeleton, texts: Mapping[str, str]) -> str:
        """The skeleton of a page with its holes filled; what is not meant for the language is left out."""
        return "".join([part if isinstance(part, str) else self._hole(part, texts) for part in body])

    def _hole(self, part: UnitRef | LocaleSlot | Only, texts: Mapping[str, str]) -> str:
        if isinstance(part, UnitRef):
            return texts.get(part.unit, "")
        if isinstance(part, Only):
            return self._filled(part.parts, texts) if admits(part.locales, self._locale) else ""
        return filled(part, self._locale)

    def _unit(self, unit: LocalizedUnit) -> str:
        """One unit's segments and what stands between them. Neighbours in one other language share a mark."""
        heading, parts = unit.role in _HEADINGS, []
        for language, run in groupby(unit.segments, _language):
            first, *others = run
            passage = self._passage((*first.content, *_joined(others)), language, heading)
            parts.append(html(first.gap))
            parts.append(passage if language == self._locale else self._labels[language].fill({"text": passage}))
        return "".join(parts)

    def _passage(self, content: Content, language: LocaleTag, heading: bool) -> str:
        content = self._typesetter.content(merged(content), language)
        pieces = breakable(content, language) if heading else [content]
        return "<wbr>".join([printed(piece, self._escape_in(language), _page_markup) for piece in pieces])

    def _escape_in(self, language: LocaleTag) -> Callable[[str], str]:
        return lambda text: self._typesetter.markup(text, language)


@lately
def _kept(document: Document) -> Set[str]:
    """The units whose white space is kept."""
    return frozenset([unit.id for unit in document.units if unit.preserve])


def _beside(pictures: Iterable[Picture]) -> list[tuple[bool, Picture]]:
    """The images that stand beside the text, and whether each is the first."""
    return [(not number, each) for number, each in enumerate(each for each in pictures if not each.in_text)]


def html(content: Content) -> str:
    """Content in HTML. A code's markup comes from the source's reader and is printed as it is."""
    if len(content) == 1 and isinstance(content[0], str):  # running text, nearly always
        return escape(content[0])
    return printed(content, escape, _page_markup) if content else ""


def _joined(segments: Iterable[LocalizedSegment]) -> tuple[str | Code, ...]:
    return tuple(chain.from_iterable([(*segment.gap, *segment.content) for segment in segments]))
