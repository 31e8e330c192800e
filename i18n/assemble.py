"""From a document and its translations to the document in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from i18n import content
from i18n.locales import date_line
from i18n.model import (
    Content,
    Document,
    Key,
    LocaleTag,
    LocalizedDocument,
    LocalizedSegment,
    LocalizedUnit,
    Segment,
    Unit,
    UnitRef,
)
from i18n.segment import Cut, join_gap


def localize(document: Document, cut: Cut, translations: Mapping[Key, str], locale: LocaleTag) -> LocalizedDocument:
    """The document in ``locale``. A segment without a finished translation stays in the source's language.

    The date line is generated. Segments are joined as the language wants it.

    :param cut: ``segment.cut(document)``.
    :param translations: the finished ones by their keys, as ``catalogs.translations`` gives them.
    """
    units = tuple(_unit(document, unit, pieces, translations, locale) for unit, pieces in cut)
    return LocalizedDocument(document, locale, units)


def write(localized: LocalizedDocument, escape: Callable[[str], str]) -> str:
    """The localized document in the format of its source: the skeleton with its holes filled.

    Law: without translations, in the source's language, this is the source again.

    :param escape: makes text safe for the format, such as ``html.escape`` for a page.
    """
    texts = {
        unit.id: "".join(content.printed((*piece.gap, *piece.content), escape) for piece in unit.segments)
        for unit in localized.units
    }
    return "".join(texts[part.unit] if isinstance(part, UnitRef) else part for part in localized.document.skeleton)


def _unit(
    document: Document, unit: Unit, pieces: tuple[Segment, ...], translations: Mapping[Key, str], locale: LocaleTag
) -> LocalizedUnit:
    if unit.role == "date":
        return LocalizedUnit(unit.id, unit.role, (_date(document, unit, locale),))
    localized: list[LocalizedSegment] = []
    for piece in pieces:
        tag, text = _translation(document, piece, translations.get(piece.key), locale)
        gap = piece.gap
        if localized and locale != document.locale:
            gap = join_gap(gap, content.plain(localized[-1].content), content.plain(text), document.locale, locale)
        localized.append(LocalizedSegment(piece.id, tag, gap, text))
    return LocalizedUnit(unit.id, unit.role, tuple(localized))


def _date(document: Document, unit: Unit, locale: LocaleTag) -> LocalizedSegment:
    day = document.meta.display_date
    keeps = day is None or locale == document.locale
    text: Content = unit.content if keeps else (date_line(day, locale),) if day else ()
    return LocalizedSegment(unit.id, locale, (), text)


def _translation(
    document: Document, piece: Segment, msgstr: str | None, locale: LocaleTag
) -> tuple[LocaleTag, Content]:
    """The language and the text of a segment on a page in ``locale``."""
    if not msgstr:
        return document.locale, piece.content
    if locale == document.locale and msgstr == piece.key[1]:
        # Not copy-edited: the source's own spelling, with its line breaks.
        return locale, piece.content
    return locale, content.parse(msgstr.strip(" \t\r\n"), piece.content)


def percent_translated(localized: LocalizedDocument) -> int:
    """The share of segments that are in the language of the document, rounded down: 100 means every one.

    A date line does not count: nobody translates it.
    """
    pieces = [
        piece.locale == localized.locale for unit in localized.units if unit.role != "date" for piece in unit.segments
    ]
    return sum(pieces) * 100 // len(pieces)


def text_in(localized: LocalizedDocument, locale: LocaleTag) -> str:
    """The plain text of all segments that claim to be in ``locale``, one a line."""
    return "\n".join(content.plain(piece.content) for piece in localized.segments() if piece.locale == locale)
