"""What a mail leaves in a text that was copied from it: its head (RFC 5322), and marks before every line."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from i18n.formats.record import dates, words
from i18n.formats.record.lines import Block, Line
from i18n.formats.record.pieces import Left, left
from i18n.formats.source import Source
from i18n.model import Place, Remark
from i18n.patterns import late
from i18n.problems import HabarError

_SAYS_SO = {"from", "subject", "от", "от кого", "тема", "差出人", "件名"}
_FIELDS = _SAYS_SO | {
    "to", "cc", "bcc", "date", "sent", "reply-to", "importance", "attachments", "message-id", "mime-version",
    "content-type", "content-transfer-encoding", "кому", "копия", "дата", "отправлено", "вложения", "宛先", "日時",
    "送信日時",
}  # fmt: skip
_DATED = frozenset(("date", "sent", "дата", "отправлено", "日時", "送信日時"))
_FIELD = late(r"([^\W\d_][^:：\n]{0,30}?)\s?[:：]")
_FORWARDED = late(
    r"-{2,} ?(?:forwarded message|original message|пересылаемое сообщение|исходное сообщение) ?-{2,}\Z"
    r"|begin forwarded message:\Z",
    re.IGNORECASE,
)
_FEWEST = 3
"""Lines of a head. A letter, too, may begin with whom it is from, and to."""


def take(blocks: list[Block]) -> tuple[list[Left], list[Block]]:
    """The lines of the head, which are no text, and the blocks without them."""
    lines = blocks[0] if blocks else ()
    begin = 1 if lines and _FORWARDED.match(lines[0].text) else 0
    names: list[str] = []
    end = begin
    while end < len(lines) and (name := _name(lines[end], going_on=bool(names))) is not None:
        names.append(name)
        end += 1
    if len(names) < _FEWEST or _SAYS_SO.isdisjoint(names):
        return [], blocks
    rest = [lines[end:]] if end < len(lines) else []
    return [left("head of a mail", line) for line in lines[:end]], [*rest, *blocks[1:]]


def sent(lines: Block, source: Source) -> date | None:
    """The day that the head names; None where it names none for sure: ``11/12/2026`` is read in two ways.

    :param lines: the head.
    """
    for line in lines:
        found = _FIELD.match(line.text)
        value = line.text[found.end() :] if found and words.folded(found[1]) in _DATED else ""
        for start, end, said in dates.dates_in(value, source.locale) if "/" not in value else ():
            with suppress(HabarError):  # no day of any calendar
                if day := dates.day_of(said, value[start:end], Place(source.path, line.number)):
                    return day
    return None


def quoted(blocks: list[Block], path: str) -> list[Remark]:
    """Says that all lines are quoted as in an answer to a mail: the marks are in the text then."""
    lines = [line for block in blocks for line in block]
    if len(lines) < _FEWEST or not all(line.text.startswith(">") for line in lines):
        return []
    return [Remark("H391", Place(path, lines[0].number), "every line begins with >, as in an answer to a mail")]


def _name(line: Line, *, going_on: bool) -> str | None:
    """Of the field in a line; empty where the line goes on with one; None: it is no line of a head."""
    found = _FIELD.match(line.text)
    name = words.folded(found[1]) if found else ""
    if name in _FIELDS:
        return name
    return "" if going_on and line.indent else None
