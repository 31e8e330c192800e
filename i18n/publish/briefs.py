"""A bulletin in short, for heads, lists and feeds: its title, and a summary from its first paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, takewhile
from typing import NamedTuple

from i18n.content import fold, plain
from i18n.model import Document, LocaleTag, LocalizedDocument, LocalizedSegment, LocalizedUnit
from i18n.patterns import late
from i18n.publish.alternates import Edition, Illustration

LONGEST = 150
"""Characters of a summary: what search engines show of it."""
LONGEST_BY_LANGUAGE = {"ja": 80, "zh": 80, "ko": 80}
"""Where letters are as wide as two."""

_FIRST = 5
"""Paragraphs that are looked at."""
_LONGEST_LINE = 80
_END = late(r"[.!?…:。！？：][”»\"』」)）]*\Z")
_PAUSES = "、，。"
"""A text without spaces is cut behind these, where that leaves at least half of it."""


class Brief(NamedTuple):
    """A short plain text and the language that it is really in."""

    text: str
    locale: LocaleTag


def title(localized: LocalizedDocument) -> Brief:
    """The title in one line."""
    unit = next(unit for unit in localized.units if unit.role == "title")
    other = (piece.locale for piece in unit.segments if piece.locale != localized.locale)
    return Brief(_text(unit.segments), next(other, localized.locale))


def summary(localized: LocalizedDocument) -> Brief:
    """The first sentences of the first paragraph: as many whole ones as there is room for.

    A short first line that is no sentence, such as “Ashgabat, 24 May 2023”, says nothing of what happened: the
    paragraph below it is taken. A sentence that is too long is cut at a word and ends in an ellipsis. All are in one
    language. The text is empty where a bulletin has no paragraph.
    """
    speaking = islice(_paragraphs(localized), _FIRST)
    opening = next(speaking, None)
    if opening is None:
        return Brief("", localized.locale)
    paragraph = next((unit for unit, text in chain([opening], speaking) if not _is_line(text)), opening[0])
    first = paragraph.segments[0]
    run = list(takewhile(lambda piece: piece.locale == first.locale, paragraph.segments))
    longest = LONGEST_BY_LANGUAGE.get(first.locale.partition("-")[0], LONGEST)
    return Brief(_cut(run, longest), first.locale)


def _is_line(text: str) -> bool:
    """Whether it is a line above the text, and no sentence."""
    return len(text) <= _LONGEST_LINE and not _END.search(text)


def _paragraphs(localized: LocalizedDocument) -> Iterator[tuple[LocalizedUnit, str]]:
    """The paragraphs that say something, with their texts."""
    for unit in localized.units:
        if unit.role == "paragraph" and (text := _text(unit.segments)):
            yield unit, text


def _text(segments: Iterable[LocalizedSegment]) -> str:
    return fold("".join([plain(part) for piece in segments for part in (piece.gap, piece.content)]))


def _cut(segments: list[LocalizedSegment], longest: int) -> str:
    text = _text(segments[:1])
    if len(text) > longest:
        return shortened(text, longest)
    for count in range(2, len(segments) + 1):
        longer = _text(segments[:count])
        if len(longer) > longest:
            break
        text = longer
    return text


def shortened(text: str, longest: int) -> str:
    """The text with at most ``longest`` characters: cut behind a word, or behind a pause, and an ellipsis put there."""
    if len(text) <= longest:
        return text
    head = text[:longest]  # one character more than stays: a word that ends exactly there is whole
    space = head.rfind(" ")
    pause = max(head.rfind(mark, 0, longest - 1) + 1 for mark in _PAUSES)
    end = next((cut for cut in (space, pause) if cut > longest // 2), longest - 1)
    return head[:end].rstrip(" ,;:–—-、，。.(«“「\u00a0") + "…"


def edition(
    document: Document,
    locale: LocaleTag,
    localized: LocalizedDocument | None,
    *,
    provisional: bool = False,
    machine: bool = False,
    text: str = "",
    gate: tuple[int, str] | None = None,
) -> Edition:
    """The row of the table for a bulletin in one language. Without ``localized`` it cannot be read there yet.

    The keywords are fields of ``Edition``.
    """
    if localized is None:
        return Edition(document.id, locale, "missing", document.locale, day=document.day)
    heading, opening = title(localized), summary(localized)
    return Edition(
        bulletin=document.id,
        locale=locale,
        state="published",
        source=document.locale,
        title=heading.text,
        title_locale=_other(heading, locale),
        day=document.day,
        provisional=provisional,
        machine=machine,
        aliases=document.aliases,
        summary=opening.text,
        summary_locale=_other(opening, locale),
        images=_images(localized) if document.pictures else (),
        text=text,
        gate=gate,
    )


def _images(localized: LocalizedDocument) -> tuple[Illustration, ...]:
    """What the page shows: figures beside the text first."""
    units = {unit.id: unit for unit in localized.units}
    shown = [(picture, picture.file) for picture in localized.document.pictures if picture.file]
    found = []
    for picture, file in sorted(shown, key=lambda each: each[0].in_text):
        alt, caption = [_brief(units.get(id), localized.locale) for id in (picture.alt, picture.caption)]
        found.append(
            Illustration(
                *(file.address, file.type, file.size, file.width, file.height),
                alt=alt.text,
                alt_locale=_other(alt, localized.locale),
                credit=picture.credit,
                caption=caption.text,
                caption_locale=_other(caption, localized.locale),
            )
        )
    return tuple(found)


def _brief(unit: LocalizedUnit | None, locale: LocaleTag) -> Brief:
    """The text of a unit, and the language that it begins in."""
    return Brief(_text(unit.segments), unit.segments[0].locale) if unit else Brief("", locale)


def _other(brief: Brief, locale: LocaleTag) -> LocaleTag:
    return "" if brief.locale == locale else brief.locale
