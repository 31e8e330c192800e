"""The text record: a page's text as a wire or a crawler stores it.

An optional record line (`` date 2024-01-23 23 January 2024``), then blocks with blank lines between:
the display date where the record line has none, the title, the paragraphs. The record line's first
date says when the record was filed; the display date is what the page prints.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from i18n import encoding, locales, numerals
from i18n.formats import page
from i18n.formats.source import Source
from i18n.model import Document, Meta, Place, Role, Skeleton, Unit, UnitRef
from i18n.problems import HabarError, problem

_RECORD = re.compile(r"\s*date (\d{4})-(\d{2})-(\d{2})(?!\d)[ \t]*")
_SENTENCE_END = re.compile(r"[.!?…。！？][”»\"』」)]*\Z")
# "Acme Ltd.", "U.S.", «2024 г.»: the full stop of a title's last word.
_ABBREVIATION_END = re.compile(r"(?:\b[^\W\d_]\.|\b[A-Z][a-z]{1,3}\.|[^\W\d_]\.[^\W\d_]+\.)\Z")
_YEAR_WORDS = ("", "года", "г.", "ý.", "ýyl")
_LONGEST_DATE_LINE = 60
_LONGEST_TITLE = 400
_CODES = encoding.Codes(empty="H101", not_utf8="H104", nul="H105")


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of lines without a blank one between, as a piece of the text."""

    start: int
    end: int
    line: int
    text: str


def read(source: Source) -> Document:
    """The bulletin in a text record. The skeleton and the units' texts join to the file's text.

    :raises HabarError: H101 to H105 and H111: no text, no title, another encoding, a date that does not exist.
    """
    text = encoding.decode(source.data, source.path, _CODES).text
    record_date, blocks = _record_line(text, source.path)
    display_date = _date_line(blocks[0], source, record_date) if blocks else None
    dated, rest = (blocks[:1], blocks[1:]) if display_date else ([], blocks)
    _require(source.path, rest)
    units = tuple(_units(source.path, dated, rest))
    return Document(
        id=source.id,
        place=Place(source.path),
        format="record",
        locale=source.locale,
        mode=source.mode,
        revision=hashlib.sha256(source.data).hexdigest()[:12],
        meta=Meta(record_date, display_date),
        skeleton=_skeleton(text, blocks, units),
        units=units,
        body=page.paragraphs(units),
    )


def escape(text: str, kind: str) -> str:  # noqa: ARG001
    """A plain text needs none."""
    return text


def _record_line(text: str, path: str) -> tuple[date | None, list[_Block]]:
    """The record date and all blocks. What follows the date on its line is a block of its own."""
    found = _RECORD.match(text)
    if not found:
        return None, list(_blocks(text, 0, 1))
    line = text.count("\n", 0, found.start(1)) + 1
    try:
        record_date = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        day = "-".join(found.groups())
        raise HabarError(problem("H111", Place(path, line), f"there is no day {day}")) from error
    end = text.find("\n", found.end())
    end = len(text) if end < 0 else end
    first = _blocks(text[:end], found.end(), line)
    return record_date, [*first, *_blocks(text, end, line)]


def _blocks(text: str, offset: int, line: int) -> Iterator[_Block]:
    """Trimmed runs of non-blank lines from ``offset`` on, which lies in line number ``line``."""
    start = end = first = 0  # of the run at hand; first is 0 outside a run
    for number, row in enumerate(text[offset:].split("\n"), line):
        body = row.strip()
        if body:
            begin = offset + row.find(body)
            start, first = (start, first) if first else (begin, number)
            end = begin + len(body)
        elif first:
            yield _Block(start, end, first, text[start:end])
            first = 0
        offset += len(row) + 1
    if first:
        yield _Block(start, end, first, text[start:end])


def _date_line(block: _Block, source: Source, likely: date | None) -> date | None:
    """The date, where the block is a date and nothing else. Mostly it is the ``likely`` one, in the house's form."""
    if likely and block.text == locales.date_line(likely, source.locale):
        return likely
    if len(block.text) > _LONGEST_DATE_LINE:
        return None
    text = unicodedata.normalize("NFC", block.text)  # the months of Turkmen are typed in two ways
    for language in dict.fromkeys((source.locale, "en")):
        for found in numerals.read(text, language).dates:
            if found.start == 0 and text[found.end :].strip() in _YEAR_WORDS:
                return _day(found, Place(source.path, block.line))
    return None


def _day(found: numerals.Date, place: Place) -> date | None:
    if found.year is None or found.month is None or found.day is None:
        return None
    try:
        return date(found.year, found.month, found.day)
    except ValueError as error:
        raise HabarError(problem("H111", place, f"there is no day {found}")) from error


def _require(path: str, blocks: list[_Block]) -> None:
    if not blocks:
        raise HabarError(problem("H103", Place(path), "there is no title and no text"))
    title = blocks[0]
    place = Place(path, title.line)
    if _SENTENCE_END.search(title.text) and not _ABBREVIATION_END.search(title.text):
        raise HabarError(problem("H102", place, f"a title is missing: the text begins at once with {_shown(title)}"))
    if len(title.text) > _LONGEST_TITLE:
        raise HabarError(problem("H102", place, f"a title is missing: {_shown(title)} is too long for one"))
    if len(blocks) == 1:
        raise HabarError(problem("H103", place, f"nothing follows the title {_shown(title)}"))


def _shown(block: _Block) -> str:
    first = " ".join(block.text.split())
    return f"“{first[:40]}…”" if len(first) > 40 else f"“{first}”"


def _units(path: str, dated: list[_Block], blocks: list[_Block]) -> Iterator[Unit]:
    for block in dated:
        yield _unit(path, "date", "date", block)
    yield _unit(path, "title", "title", blocks[0])
    for number, block in enumerate(blocks[1:], 1):
        yield _unit(path, f"p{number}", "paragraph", block)


def _unit(path: str, name: str, role: Role, block: _Block) -> Unit:
    return Unit(name, Place(path, block.line), role, (block.text,))


def _skeleton(text: str, blocks: list[_Block], units: tuple[Unit, ...]) -> Skeleton:
    parts: list[str | UnitRef] = []
    end = 0
    for block, unit in zip(blocks, units, strict=True):
        parts += [text[end : block.start], UnitRef(unit.id)]
        end = block.end
    return tuple(part for part in [*parts, text[end:]] if part != "")
