"""The text record: a page's text as a wire or a crawler stores it.

An optional record line (`` date 2024-01-23 23 January 2024``), the frame of the page that was copied, the display
date, a counter, the title, the text, and below it who sent it. Every text of the file is a unit, or stands in
``left_out`` with the rule that left it out; what is not known stays text, with a remark.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from i18n import encoding
from i18n.formats.record import body, dates, head, lines, mail, tail, units, words
from i18n.formats.record.composed import Composed
from i18n.formats.record.places import leading_day, place_day
from i18n.formats.record.title import Head, is_title_like, shown
from i18n.formats.source import Source
from i18n.model import Document, LeftOut, Meta, Place, Remark, Unit

_FIRST_UNITS = 20
"""Among them is the first sentence."""
_CODES = encoding.Codes(empty="H101", not_utf8="H104", nul="H105")


def read(source: Source) -> Document:
    """The bulletin in a text record. The skeleton and the units' texts join to the file's text.

    A text without a title is read, too: its document has no unit ``title`` and the remark H102. So is one with a
    title alone, or none: it has the remark H103.

    :raises HabarError: H101, H104, H105, H111: nothing in it, another encoding, a NUL byte, a date that does not exist.
    """
    decoded = encoding.decode(source.data, source.path, _CODES, wide=True)
    whole = Composed(decoded.text)
    record = lines.record(whole.text, source.path)
    rest, below = tail.take(record.blocks)
    above, rest = head.take(rest, source, record.day, tail.page_title(below, whole.text))
    pieces = sorted([*above.pieces, *body.take(rest, source), *below], key=lambda piece: piece.start)
    made, divided = units.units(whole, source.path, pieces)
    left_out = units.left_out(whole, source.path, pieces)
    over, under = units.pages(pieces, made) if source.page else ((), ())
    return Document(
        id=source.id,
        place=Place(source.path),
        format="record",
        locale=source.locale,
        mode=source.mode,
        revision=hashlib.sha256(source.data).hexdigest()[:12],
        meta=_meta(source, record, above, made, left_out),
        skeleton=units.skeleton(whole, pieces, made),
        units=made,
        body=under,
        above=over,
        left_out=left_out,
        remarks=(*_remarks(source.path, record, above, made), *above.remarks, *divided),
        charset=decoded.charset,
        bom=decoded.bom,
    )


def escape(text: str, kind: str) -> str:  # noqa: ARG001
    """A plain text needs none."""
    return text


def _meta(
    source: Source, record: lines.Record, above: Head, made: tuple[Unit, ...], left_out: tuple[LeftOut, ...]
) -> Meta:
    day = record.day if record.day or above.display else _place_day(source, made) or above.sent
    near = above.display or day
    month = (record.year, record.month) if record.year and record.month and not record.day else None
    return Meta(
        record_date=day,
        display_date=above.display,
        event_date=_event(source, made, near, month) if source.event else None,
        trailers=tuple(found.text for found in left_out if found.rule == "source line"),
    )


def _event(source: Source, made: tuple[Unit, ...], near: date | None, month: tuple[int, int] | None) -> date | None:
    """From the first sentence. Lines above it may be none: a line of place and date says when a paper was signed."""
    title = next((place for place, unit in enumerate(made) if unit.role == "title"), -1)
    for place, unit in enumerate(made[: title + 1 + _FIRST_UNITS]):
        first = _composed(unit) if unit.role == "paragraph" else ""
        if not any(map(str.isalpha, first)) or place_day(first, source) or words.is_one("embargoes", first):
            continue
        day = dates.event_date(first, source.locale, near, month)
        if day or (place > title and not is_title_like(first)):
            return day
    return None


def _place_day(source: Source, made: tuple[Unit, ...]) -> date | None:
    """From a line of place and date above the first sentence or in front of it: “Ashgabat, 24 May 2023”. It stays."""
    for unit in made[:_FIRST_UNITS]:
        text = _composed(unit) if unit.role == "paragraph" else ""
        day = place_day(text, source) or leading_day(text, source)
        if day or (text and not is_title_like(text)):
            return day
    return None


def _remarks(path: str, record: lines.Record, above: Head, made: tuple[Unit, ...]) -> list[Remark]:
    found = [*_lacking(path, above, made), *mail.quoted(record.blocks, path)]
    if record.month and not record.day:
        message = f"the record line names no day, only {record.year}-{record.month:02}"
        found.append(Remark("H114", Place(path, record.line), message))
    return found


def _lacking(path: str, above: Head, made: tuple[Unit, ...]) -> list[Remark]:
    """What a bulletin has and this text has not: a title, or text below it."""
    texts = [unit for unit in made if unit.role not in ("title", "date")]
    if not texts and not above.title:
        return [Remark("H103", Place(path), "there is no title and no text")]
    if not texts:
        title = shown(" ".join(line.text for line in above.title))
        return [Remark("H103", Place(path, above.title[0].number), f"nothing follows the title {title}")]
    if not above.title:
        message = f"a title is missing: the text begins at once with {shown(_composed(texts[0]))}"
        return [Remark("H102", texts[0].place, message)]
    return []


def _composed(unit: Unit) -> str:
    return unicodedata.normalize("NFC", str(unit.content[0]))
