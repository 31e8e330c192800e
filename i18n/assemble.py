"""From a document and its translations to the document in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from i18n import content
from i18n.locales import admits, date_line, direction
from i18n.model import (
    Code,
    Content,
    Document,
    Key,
    LocaleSlot,
    LocaleTag,
    LocalizedDocument,
    LocalizedSegment,
    LocalizedUnit,
    Only,
    Segment,
    Skeleton,
    Unit,
    UnitRef,
)
from i18n.segment import Cut, admitted, join_gap

Escape = Callable[[str, str], str]
"""Makes text safe for a place of the given kind (``UnitRef.kind``) in a format."""
Printed = Callable[[Content, Callable[[str], str], Callable[[Code], str]], str]
"""Joins a translation's texts and codes in a format, given how to escape the one and to write the other."""


def localize(document: Document, cut: Cut, translations: Mapping[Key, str], locale: LocaleTag) -> LocalizedDocument:
    """The document in ``locale``. A segment without a finished translation stays in the source's language.

    A unit that is not meant for ``locale`` is left out. The date line is generated. Segments are joined as the
    language wants it. Codes of a translation that would break the markup are left out.

    :param cut: ``segment.cut(document)``.
    :param translations: the finished ones by their keys, as ``catalogs.translations`` gives them.
    """
    units = tuple([_unit(document, unit, pieces, translations, locale) for unit, pieces in admitted(cut, locale)])
    return LocalizedDocument(document, locale, units)


def write(localized: LocalizedDocument, escape: Escape, printed: Printed = content.printed) -> str:
    """The localized document in the format of its source: the skeleton with its holes filled.

    Law: without translations this is the source again, character for character; it names the language of the source.
    """
    return _Writer(localized, escape, printed).printed(localized.document.skeleton)


class _Writer:
    """Prints skeletons in one language. What is meant for other languages only stays in the source's own language."""

    def __init__(self, localized: LocalizedDocument, escape: Escape, joined: Printed) -> None:
        self._locale = localized.locale
        self._direction = direction(localized.document.locale)
        self._own = localized.locale == localized.document.locale
        self._names_itself = any(piece.locale == localized.locale for piece in localized.segments())
        self._escape = escape
        self._joined = joined
        self._source = {unit.id: unit.content for unit in localized.document.units}
        self._texts = {unit.id: text_of(unit) for unit in localized.units}

    def printed(self, skeleton: Skeleton) -> str:
        return "".join([part if isinstance(part, str) else self._hole(part) for part in skeleton])

    def _hole(self, part: UnitRef | LocaleSlot | Only) -> str:
        if isinstance(part, UnitRef):
            return self._text(part)
        if isinstance(part, Only):
            return self.printed(part.parts) if self._own or admits(part.locales, self._locale) else ""
        same = part.fact == "dir" and direction(self._locale) == self._direction
        return part.source if self._own or same or not self._names_itself else filled(part, self._locale)

    def _text(self, hole: UnitRef) -> str:
        source = self._source[hole.unit]
        text = self._texts.get(hole.unit, source)
        if hole.raw is not None and text == source:
            return self.printed(hole.raw)
        shown = self._joined(text, lambda part: self._escape(part, hole.kind), lambda code: self.printed(code.markup))
        return hole.before + shown + hole.after


def filled(slot: LocaleSlot, locale: LocaleTag) -> str:
    """What stands in a slot in a document in ``locale``."""
    return f"{slot.before}{locale if slot.fact == 'lang' else direction(locale)}{slot.after}"


def text_of(unit: LocalizedUnit) -> Content:
    """The whole text of a unit, gaps and segments joined."""
    if len(unit.segments) == 1 and not unit.segments[0].gap:
        return unit.segments[0].content
    return content.merged(part for piece in unit.segments for part in (*piece.gap, *piece.content))


def _unit(
    document: Document, unit: Unit, pieces: tuple[Segment, ...], translations: Mapping[Key, str], locale: LocaleTag
) -> LocalizedUnit:
    if unit.role == "date":
        return LocalizedUnit(unit.id, unit.role, (_date(document, unit, locale),))
    source = document.locale
    localized: list[LocalizedSegment] = []
    for piece in pieces:
        tag, text = _translation(source, unit, piece, translations.get(piece.key), locale)
        gap = piece.gap
        if localized and locale != source and locale in (tag, localized[-1].locale):
            gap = join_gap(gap, content.plain(localized[-1].content), content.plain(text), source, locale)
        localized.append(LocalizedSegment(piece.id, tag, gap, text))
    return LocalizedUnit(unit.id, unit.role, tuple(localized))


def _date(document: Document, unit: Unit, locale: LocaleTag) -> LocalizedSegment:
    day = document.meta.display_date
    keeps = day is None or locale == document.locale
    text: Content = unit.content if keeps else (date_line(day, locale),) if day else ()
    return LocalizedSegment(unit.id, locale, (), text)


def _translation(
    source: LocaleTag, unit: Unit, piece: Segment, msgstr: str | None, locale: LocaleTag
) -> tuple[LocaleTag, Content]:
    """The language and the text of a segment on a page in ``locale``."""
    own = piece.content
    if not msgstr:
        return source, own
    if locale == source and msgstr == piece.key[1]:
        # Not copy-edited: the source's own spelling, with its line breaks.
        return locale, own
    text = msgstr if unit.preserve else msgstr.strip(" \t\r\n")
    if len(piece.content) == 1 and isinstance(piece.content[0], str):  # nearly always: it has no codes
        return locale, (text,) if text else ()
    said = content.parse(text, own)
    if len(own) == 1 and isinstance(own[0], str):  # nearly always: no code can be lost or stand in a wrong place
        return locale, said
    return locale, content.well_nested(content.with_halves(said, own))


def percent_translated(localized: LocalizedDocument) -> int:
    """The share of segments that are in the language of the document, rounded down: 100 means every one.

    A date line does not count: nobody translates it.
    """
    running = localized.running
    if not [unit for unit in localized.units if unit.id not in running and unit.role != "date"]:  # nearly always
        return 100
    pieces = [
        piece.locale == localized.locale for unit in localized.units if unit.role != "date" for piece in unit.segments
    ]
    return sum(pieces) * 100 // len(pieces) if pieces else 100


def text_in(localized: LocalizedDocument, locale: LocaleTag) -> str:
    """The plain text of all segments that claim to be in ``locale``, one a line."""
    return "\n".join(content.plain(piece.content) for piece in localized.segments() if piece.locale == locale)
