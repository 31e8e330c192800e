"""Reads a Markdown file."""

from __future__ import annotations

import hashlib
from datetime import date

from i18n import encoding
from i18n.formats.above import raised
from i18n.formats.dateline import dated
from i18n.formats.languagemark import contradictions, is_of
from i18n.formats.markdown import fields, matter, parser
from i18n.formats.markdown.found import Found
from i18n.formats.markdown.lines import Text
from i18n.formats.markdown.pieces import has_words
from i18n.formats.markdown.walk import Walk
from i18n.formats.source import Source
from i18n.model import Document, LocaleSlot, Meta, Place, Remark, UnitRef
from i18n.problems import HabarError, problem

LARGEST = 4_000_000
"""In characters. A bulletin has some thousands."""
_CODES = encoding.Codes(empty="H101", not_utf8="H104", nul="H105")


def read(source: Source) -> Document:
    """The bulletin in a Markdown file. Without translations its skeleton is the file's text, character for character.

    A text without a title, or with a title alone, is read, too: its document has the remark H102 or H103.

    :raises HabarError: H101, H104, H105: nothing in it, another encoding, a NUL byte; H111: a date that does not exist;
        H150: a damaged front matter; H151 and H152: a text that is nested too deeply or too large.
    """
    decoded = encoding.decode(source.data, source.path, _CODES, wide=True)
    if len(decoded.text) > LARGEST:
        raise HabarError(problem("H152", Place(source.path), f"the text is longer than {LARGEST} characters"))
    text = Text(decoded.text)
    found = Found(text, source.path)
    front = matter.read(text, source.path)
    day = _front(found, front, source)
    tokens = parser.parse(text.plain[front.end :], Place(source.path, text.line(front.end)))
    body = Walk(found, tokens, front.end).body()
    document = Document(
        id=source.id,
        place=Place(source.path),
        format="markdown",
        locale=source.locale,
        mode=source.mode,
        revision=hashlib.sha256(source.data).hexdigest()[:12],
        meta=Meta(display_date=day),
        skeleton=found.skeleton(0, len(text.plain), found.holes),
        units=tuple(found.units),
        body=body,
        left_out=tuple(found.left_out),
        remarks=(*_remarks(found), *found.remarks),
        charset=decoded.charset,
        bom=decoded.bom,
        pictures=tuple(found.pictures),
    )
    return raised(dated(document))


def _front(found: Found, front: matter.Matter, source: Source) -> date | None:
    """Takes the front matter's texts, its language and its day."""
    day = None
    for field in front.fields:
        value = field.value
        if field.key in fields.TEXTS and isinstance(value, str) and has_words(value):
            _text(found, field, value)
        elif field.key in fields.LANGUAGES and isinstance(value, str) and is_of(value, source.locale):
            _language(found, field)
        elif field.key == "date" and value and (said := matter.day_of(field, source.path, found.text)):
            day = said
        else:
            written = found.text.plain[field.start : field.end]
            if field.key in fields.LANGUAGES and isinstance(value, str):
                wrong = contradictions(value, source.locale, found.place(field.start))
                found.remarks += [Remark(one.code, one.place, one.message) for one in wrong]
            found.leave(f"{field.key}: {written}", field.start, "front matter")
    return day


def _text(found: Found, field: fields.Field, value: str) -> None:
    role = "title" if field.key == "title" else "label"
    unit = found.units[found.add(role, (value,), field.start)]  # type: ignore[arg-type]
    raw = (found.text.source(field.start, field.end),)
    found.holes.append((field.start, field.end, UnitRef(unit.id, "quoted", raw)))


def _language(found: Found, field: fields.Field) -> None:
    written = found.text.source(field.start, field.end)
    mark = written[0] if written[0] in "\"'" else ""
    found.holes.append((field.start, field.end, LocaleSlot("lang", written, mark, mark)))


def _remarks(found: Found) -> tuple[Remark, ...]:
    """What a bulletin has and this text has not: a title, or text below it."""
    if not found.units:
        return (Remark("H103", Place(found.path), "there is no title and no text"),)
    first = found.units[0].place
    if not found.title:
        return (Remark("H102", first, "a title is missing: no heading begins with a single #"),)
    if all(unit.role == "title" for unit in found.units):
        return (Remark("H103", first, "nothing follows the title"),)
    return ()
