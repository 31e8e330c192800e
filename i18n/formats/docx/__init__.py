"""Word files. Their text is converted to HTML and read as a page is; what is not taken over is reported.

The text is first made anew from the parts of the file (``story``, ``inline``), and only what is known there reaches
the converter. So every text of the file is in a unit, or in ``left_out`` with the reason, or was deleted by an
accepted change. A Word file is not written back: its skeleton is a page.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from i18n.formats import html
from i18n.formats.above import raised
from i18n.formats.docx import changes, convert, rest, roles
from i18n.formats.docx.convert import Page
from i18n.formats.docx.package import Package
from i18n.formats.docx.reading import Reading
from i18n.formats.docx.result import Result
from i18n.formats.record import dates, places
from i18n.formats.record import title as titles
from i18n.formats.source import Source
from i18n.model import Document, Meta
from i18n.problems import HabarError

escape = html.escape


def read(source: Source) -> Document:
    """The text of a Word file. The line of a unit is the number of its paragraph in the file.

    :raises HabarError: H155 to H157: no Word file, too large, damaged; H158 with every tracked change, unless
        ``accept_changes``; H111: a date that does not exist; H161: the converter is not installed.
    """
    reading = Reading(Package(source.data, source.path), source.path)
    tracked = [] if source.accept_changes else reading.changes()
    if tracked:
        raise HabarError(*changes.problems(tracked, source.path))
    reading.run()
    rest.leave(reading)
    day = roles.give(reading.text.paragraphs, source, reading.found)
    page = convert.convert(reading.text, source.path)
    _report(page, reading)
    result = Result(source, reading.text, page)
    document = replace(
        result.document,
        format="docx",
        revision=hashlib.sha256(source.data).hexdigest()[:12],
        meta=_meta(result, source, day),
        left_out=(*result.left_out, *reading.found.left_out),
        remarks=(*result.remarks, *reading.found.remarks),
    )
    return raised(document)


def _report(page: Page, reading: Reading) -> None:
    for said in page.lost:
        reading.found.miss("character", said, None)
    for made in convert.missing(page, reading.text):
        reading.found.miss("text", made.text, made.number)


def _meta(result: Result, source: Source, day: date | None) -> Meta:
    filed = None if day else _place_day(result, source)
    event = _event(result, source, day or filed) if source.event else None
    return Meta(record_date=filed, display_date=day, event_date=event)


def _place_day(result: Result, source: Source) -> date | None:
    """From a line of place and date above the first sentence, as in a text record."""
    for made in result.text.paragraphs:
        if made.role or made.heading is not None:
            continue
        text = made.text.strip()
        found = places.place_day(text, source) or places.leading_day(text, source)
        if found or not titles.is_title_like(text):
            return found
    return None


def _event(result: Result, source: Source, day: date | None) -> date | None:
    """From the first sentence."""
    for made in result.text.paragraphs:
        if made.role or made.heading is not None:
            continue
        found = dates.event_date(made.text.strip(), source.locale, day, None)
        if found or not titles.is_title_like(made.text.strip()):
            return found
    return None
