"""What stands above the text: the frame of a page, the date line, the counter, the title."""

from __future__ import annotations

import re
from datetime import date

from i18n.formats.record import furniture, mail, words
from i18n.formats.record.dates import DateLine, date_line, has_short_year, has_word
from i18n.formats.record.lines import Block, Line
from i18n.formats.record.pieces import Kept, Left, Piece, kept, left
from i18n.formats.record.title import TITLE_SIZE, Head, choose, has_size, is_never_title, is_title_like, shown, text_of
from i18n.formats.source import Source
from i18n.model import Place, Remark
from i18n.patterns import late

_HANGING = late(r"(?:[,，、]|\bв|\bat|nda|nde)\Z")
_LONGEST_HEAD = 500
"""Lines. What is below is text, so that a file of a million short lines takes no hour."""


def take(blocks: list[Block], source: Source, likely: date | None, page_title: str) -> tuple[Head, list[Block]]:
    """What stands above the text, and the blocks of the text.

    :param likely: the record date.
    :param page_title: the title, folded, where the page itself says it below the text.
    :raises HabarError: H111 for a day that does not exist.
    """
    mailed, rest = mail.take(list(blocks))
    head = Head(pieces=list(mailed), sent=mail.sent(blocks[0][: len(mailed)], source) if mailed else None)
    while rest and rest[0][0].number - blocks[0][0].number < _LONGEST_HEAD:
        run, after = _peel(rest[0], head, source, likely)
        if (
            run
            and not is_title_like(text_of(run))
            and not (_is_before_date(rest[1:], after, source, likely, head) and _one(run))
            and not _is_repeated(run, head)
            and not (is_never_title(text_of(run), source) or words.is_one("kinds", text_of(run)))
            and not _is_call(run, rest[1:], head, source)
        ):
            rest[:1] = [run, after] if after else [run]
            break
        rest[:1] = [after] if after else []
        if run:
            head.candidates.append(run)
    return head, choose(head, source, page_title, rest)


def _peel(block: Block, head: Head, source: Source, likely: date | None) -> tuple[Block, Block]:
    """Takes what is no text off a block. Returns the first text in it, and what stands under that."""
    lines = list(block)
    while lines and _take_line(lines, head, source, likely):
        pass
    run: list[Line] = []
    while lines and (len(run) > _LONGEST_HEAD or not _is_known(lines[0], source, likely, run)):
        run.append(lines.pop(0))
    text = text_of(tuple(run))
    if lines and not (is_title_like(text) or words.is_one("kinds", text)):  # a wrapped sentence with such a line
        return (*run, *lines), ()
    return tuple(run), tuple(lines)


def _take_line(lines: list[Line], head: Head, source: Source, likely: date | None) -> bool:
    line = lines[0]
    if len(lines) > 1 and _goes_on(line.text, lines[1].text):
        return False
    found = date_line(line, source.locale, likely, source.path)
    if found:
        _take_date(line, found, head, source.path)
    elif has_short_year(line.text):
        _doubt(line, "a year of two digits is no date", head, source.path)
    elif furniture.is_caption(line.text):
        head.pieces.append(kept("caption", (line,)))
    elif rule := furniture.in_head(line.text) or furniture.in_text(line.text):
        head.pieces.append(left(rule, line))
        head.frame[line.number] = not words.is_one("icons", line.text)
    else:
        return False
    del lines[0]
    return True


def _take_date(line: Line, found: DateLine, head: Head, path: str) -> None:
    """The first is the display date. Another day with a word beside it is when the page was changed."""
    if head.display is None:
        head.pieces += _dated(line, found)
        head.display = found.day
    elif head.display == found.day:
        head.pieces.append(left("repeated date", line))
    elif has_word(line.text[: found.start] + line.text[found.end :]):
        head.pieces.append(left("date line", line))
    else:
        _doubt(line, f"the date line above says {head.display}", head, path)


def _doubt(line: Line, why: str, head: Head, path: str) -> None:
    """Keeps a line that is never a title as text, and asks about it."""
    head.pieces.append(kept("paragraph", (line,)))
    message = f"it is not known what this line is: {shown(line.text)}; {why}"
    head.remarks.append(Remark("H115", Place(path, line.number), message))


def _goes_on(text: str, following: str) -> bool:
    """Whether a line is the first of a wrapped sentence: «23 января 2024 года в», “23-nji ýanwarynda”."""
    return bool(_HANGING.search(text)) or (following[:1].islower() and not furniture.in_head(following))


def _is_known(line: Line, source: Source, likely: date | None, run: list[Line]) -> bool:
    """Whether a line under a text is no part of it."""
    if not run:
        return False
    if furniture.in_head(line.text) or has_short_year(line.text):
        return True
    begins = not line.text[:1].islower()
    if begins and (words.is_one("kinds", line.text) or (len(run) == 1 and words.is_one("kinds", run[0].text))):
        return True
    return date_line(line, source.locale, likely, source.path) is not None


def _dated(line: Line, found: DateLine) -> list[Piece]:
    """The date as a unit, and what stands beside it."""
    pieces: list[Piece] = [Kept("date", line.start + found.start, line.start + found.end, line.number)]
    for start, end in ((0, found.start), (found.end, len(line.text))):
        body = line.text[start:end].strip(" \t\u00a0")
        if body:
            begin = line.start + line.text.index(body, start)
            pieces.append(Left("date line", begin, begin + len(body), line.number))
    return sorted(pieces, key=lambda piece: piece.start)


def _is_before_date(rest: list[Block], after: Block, source: Source, likely: date | None, head: Head) -> bool:
    """Whether a date line follows at once: what stands above it is a title, even with a full stop."""
    following = after or (rest[0] if rest else ())
    if head.display or not following:
        return False
    return date_line(following[0], source.locale, likely, source.path) is not None


def _one(run: Block) -> bool:
    text = text_of(run)
    return len(text) <= 200 and len(re.findall(r"[.!?…。！？](?:\s|\Z)", text)) == 1


def _is_call(run: Block, rest: list[Block], head: Head, source: Source) -> bool:
    """Whether it is a short cry of the page, such as «Welcome to our site!», with the title right below."""
    others = [known for known in head.candidates if not is_never_title(text_of(known), source)]
    if others or len(text_of(run)) > TITLE_SIZE or not rest:
        return False
    return is_title_like(text_of(rest[0])) and has_size(rest[0])


def _is_repeated(run: Block, head: Head) -> bool:
    if not head.candidates:
        return False
    text = words.folded(text_of(run))
    return any(words.folded(text_of(known)) == text for known in head.candidates)
