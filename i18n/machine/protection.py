"""What a machine must not touch: marked on the way out. Pure.

Inline codes, addresses, reference numbers, placeholders, and on request terms of the glossary are sent as marks. These
stand between spaces in plain text, so that they do not stick to words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from i18n import addresses, content
from i18n.machine.marks import BRACKETS, ELEMENT, NO_SPACE_BEFORE, NO_SPACE_BEHIND, Mark, Sent, spelled
from i18n.machine.service import Marks
from i18n.model import Code, Content

# A/RES/77/28, S00120126FR: capital letters and digits together. A hyphen alone makes none: EXPO-2025 is ЭКСПО-2025.
_REFERENCE = re.compile(
    r"(?<![\w/-])(?=[A-Z/.-]{0,40}\d)(?=[\d/.-]{0,40}[A-Z])[A-Z0-9]{1,20}(?:[.-][A-Z0-9]{1,20}){0,3}"
    r"(?:/[A-Z0-9]{1,20}(?:[.-][A-Z0-9]{1,20}){0,3}){1,6}(?![\w/-])"
    r"|(?<![\w-])[A-Z]{1,6}\d[A-Z0-9]{2,20}(?![\w-])"
)
_PLACEHOLDER = re.compile(
    r"\{\{\s?[\w.]{1,40}\s?\}\}|\$?\{[\w.]{0,40}\}|%\([\w.]{1,40}\)[sdif]|(?<![\d\w%])%(?:\d\$)?[sd](?!\w)"
)
_PHONE = re.compile(r"(?<![\w+(])\(?\+\d{1,3}[\s\u00a0(-]{1,2}\d[\d\s\u00a0()-]{5,18}\d(?!\w)")
_SENTENCE_SIGNS = ".,;:!?)»”\"'。、）」"


class Replaced(NamedTuple):
    """A stretch of the source's text that stands for something else in the translation."""

    start: int
    """In the text without codes."""
    end: int
    text: str
    """What stands there in the translation."""


def protect(source: Content, style: Marks, terms: Sequence[Replaced] = ()) -> Sent:
    """The text with marks in the place of all that a machine must not touch.

    :param terms: of the glossary, to be put into the translation as they are.
    """
    marks: list[Mark] = []
    parts: list[str] = []
    numbers: dict[int, int] = {}
    for piece in _pieces(source, terms):
        if isinstance(piece, str):
            parts.append(html.escape(piece, quote=False) if style == "xml" else piece)
            continue
        marks.append(piece)
        first = numbers.setdefault(piece.part.id, len(marks)) if isinstance(piece.part, Code) else len(marks)
        parts.append(spelled(piece, first if style == "xml" else len(marks), style))
    return Sent(_joined(parts, style), tuple(marks), style)


def _pieces(source: Content, terms: Sequence[Replaced]) -> Iterator[str | Mark]:
    """Text that is sent as it is, and what is not, in order."""
    whole = content.plain(source)
    spans = list(_spans(whole, terms))
    at = 0
    for index, part in enumerate(source):
        if isinstance(part, Code):
            yield Mark(part.kind, part, "", _ends_in_space(source, index), _begins_with_space(source, index))
            continue
        end = at
        for start, stop, text in spans:
            if at <= start and stop <= at + len(part):
                yield whole[end:start]
                around = whole[start - 1 : start].isspace(), whole[stop : stop + 1].isspace()
                yield Mark("text", text, whole[start:stop], *around)
                end = stop
        yield whole[end : at + len(part)]
        at += len(part)


def _spans(text: str, terms: Sequence[Replaced]) -> Iterator[Replaced]:
    """What is marked in a text, in order and without overlaps; addresses count more than terms."""
    found = [
        Replaced(at, at + len(one.rstrip(_SENTENCE_SIGNS)), one.rstrip(_SENTENCE_SIGNS))
        for one, at in addresses.find(text)
    ]
    for pattern in (BRACKETS, ELEMENT, _PLACEHOLDER, _PHONE, _REFERENCE):
        found += [Replaced(*match.span(), match[0]) for match in pattern.finditer(text)]
    end = 0
    kept = list(_apart(sorted(found, key=lambda one: (one.start, -one.end))))
    kept += [term for term in terms if not any(one.start < term.end and term.start < one.end for one in kept)]
    for one in sorted(kept):
        if one.start >= end and one.end > one.start:
            yield one
            end = one.end


def _apart(found: Iterable[Replaced]) -> Iterator[Replaced]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _ends_in_space(source: Content, index: int) -> bool:
    before = source[index - 1] if index else ""
    return isinstance(before, str) and before[-1:].isspace()


def _begins_with_space(source: Content, index: int) -> bool:
    behind = source[index + 1] if index + 1 < len(source) else ""
    return isinstance(behind, str) and behind[:1].isspace()


def _joined(parts: Iterable[str], style: Marks) -> str:
    """The parts as one text. Marks in brackets stand between spaces."""
    if style == "xml":
        return "".join(parts)
    whole: list[str] = []
    last, was_mark = " ", False
    for part in filter(None, parts):
        is_mark = bool(BRACKETS.fullmatch(part))
        open_before, closed_behind = last in NO_SPACE_BEHIND, part[0] in NO_SPACE_BEFORE
        glued = not last.isspace() and not part[0].isspace() and (is_mark or was_mark)
        if glued and not (is_mark and open_before) and not closed_behind:
            whole.append(" ")
        whole.append(part)
        last, was_mark = part[-1], is_mark
    return "".join(whole)
