"""Lines and blocks of a text, and the line that a crawler puts before it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

_RECORD = late(r"\s*date (\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])[ \t]*")
WIDE = late("[\u3040-\u30ff\u4e00-\u9fff]")
_SIGNATURE = "--"
"""The line above the signature of a mail (RFC 3676): it divides, as a blank line does."""
_WRAPPED = 120
"""No line that was wrapped for reading is longer; half of it for Japanese."""


class Line(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    """Offset in the file's text, as ``end``."""
    end: int
    number: int
    """From 1 in the file."""
    text: str
    indent: int
    """Characters of white space before it."""


Block = tuple[Line, ...]
"""Lines without a blank one between."""


class Record(NamedTuple):
    """What the record line says, and the text after it."""

    year: int | None
    month: int | None
    day: date | None
    """None where the record line names a month only, or there is none."""
    line: int
    blocks: list[Block]


def record(text: str, path: str) -> Record:
    """The record line and the blocks. What follows the date on its line begins the first block.

    :raises HabarError: H111 for a day or a month that does not exist.
    """
    found = _RECORD.match(text)
    if not found:
        return Record(None, None, None, 1, blocks(text, 0, 1))
    line = 1 + text.count(_end(text), 0, found.start(1))
    year, month = int(found[1]), int(found[2])
    try:
        day = date(year, month, int(found[3] or 1))
    except ValueError as error:
        named = "-".join(part for part in found.groups() if part)
        raise HabarError(problem("H111", Place(path, line), f"there is no day {named}")) from error
    return Record(year, month, day if found[3] else None, line, blocks(text, found.end(), line))


def blocks(text: str, offset: int, number: int) -> list[Block]:
    """The blocks from ``offset`` on, which lies in line ``number``.

    A text without any blank line, but with lines too long to be wrapped ones, has a paragraph in every line.
    """
    full: list[Block] = []
    block: list[Line] = []
    begin = offset
    for line, whole in enumerate(text[offset:].split(_end(text)), number):
        body = whole.strip()
        if body and body != _SIGNATURE:
            indent = whole.find(body) if len(body) < len(whole) else 0
            start = begin + indent
            block.append(Line(start, start + len(body), line, body, indent))
        elif block:
            full.append(tuple(block))
            block = []
        begin += len(whole) + 1
    if block:
        full.append(tuple(block))
    if len(full) == 1 and any(_is_long(line.text) for line in full[0]):
        return [(line,) for line in full[0]]
    return full


def _end(text: str) -> str:
    """Line ends of Unix and Windows; a lone carriage return is one only where the file has no other (old Macintosh)."""
    return "\n" if "\n" in text else "\r"


def _is_long(text: str) -> bool:
    return len(text) > (_WRAPPED // 2 if WIDE.search(text) else _WRAPPED)
