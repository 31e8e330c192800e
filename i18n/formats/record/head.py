"""What stands above the text: the frame of a page, the date line, the counter, the title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from i18n.formats.record import furniture, words
from i18n.formats.record.dates import DateLine, date_line
from i18n.formats.record.lines import WIDE, Block, Line
from i18n.formats.record.pieces import Kept, Left, Piece, kept, left
from i18n.formats.source import Source
from i18n.model import Place, Remark

_SENTENCE_END = re.compile(r"[.!?…。！？][”»\"』」)]*\Z")
# "Acme Ltd.", "U.S.", «2024 г.»: the full stop of a title's last word.
_ABBREVIATION_END = re.compile(r"(?:\b[^\W\d_]\.|\b[A-Z][a-z]{1,3}\.|[^\W\d_]\.[^\W\d_]+\.)\Z")
_GOES_ON = re.compile(r"[,;:，、；：][”»\"』」)]*\Z")
_HANGING = re.compile(r"(?:[,，、]|\bв|\bat|nda|nde)\Z")
_LONGEST_TITLE = 400
_TITLE_SIZE = 30
"""Characters that a title mostly has, and lines of a page's frame seldom have; half of it for Japanese."""
_LONGEST_HEAD = 500
"""Lines. What is below is text, so that a file of a million short lines takes no hour."""
_PLACE_WORDS = 4
_MENU = 2
"""Lines around a text that make it a part of a menu."""


@dataclass(slots=True)
class Head:
    """What was understood above the text."""

    pieces: list[Piece] = field(default_factory=list)
    display: date | None = None
    title: Block = ()
    remarks: list[Remark] = field(default_factory=list)
    candidates: list[Block] = field(default_factory=list)
    """Short texts of which one is the title."""
    frame: dict[int, bool] = field(default_factory=dict)
    """Lines of a page's frame, and whether they are words of a menu, languages or addresses, and no icons."""


def take(blocks: list[Block], source: Source, likely: date | None, page_title: str) -> tuple[Head, list[Block]]:
    """What stands above the text, and the blocks of the text.

    :param likely: the record date.
    :param page_title: the title, folded, where the page itself says it below the text.
    :raises HabarError: H111 for a day that does not exist.
    """
    head = Head()
    rest = list(blocks)
    while rest and rest[0][0].number - blocks[0][0].number < _LONGEST_HEAD:
        run, after = _peel(rest[0], head, source, likely)
        if (
            run
            and not _is_title_like(run)
            and not (_is_before_date(rest[1:], after, source, likely, head) and _one(run))
            and not _is_repeated(run, head)
            and not _is_call(run, rest[1:], head)
        ):
            rest[:1] = [run, after] if after else [run]
            break
        rest[:1] = [after] if after else []
        if run:
            head.candidates.append(run)
    return head, _choose(head, source, page_title, rest)


def is_title_like(text: str) -> bool:
    """Whether a text may be a title: not too long, and no sentence that ends or goes on."""
    if len(text) > _LONGEST_TITLE or not any(map(str.isalpha, text)) or _GOES_ON.search(text):
        return False
    return not _SENTENCE_END.search(text) or bool(_ABBREVIATION_END.search(text))


def is_place_line(text: str, source: Source) -> bool:
    """``Ashgabat, 24 May 2023``: where and when a document was made."""
    text = " ".join(text.split())
    if len(text) > 80 or "," not in text or not any(map(str.isdigit, text)):
        return False
    before, _, after = text.partition(",")
    line = Line(0, len(after.strip()), 0, after.strip(), 0)
    return len(before.split()) <= _PLACE_WORDS and date_line(line, source.locale, None, source.path) is not None


def _peel(block: Block, head: Head, source: Source, likely: date | None) -> tuple[Block, Block]:
    """Takes what is no text off a block. Returns the first text in it, and what stands under that."""
    lines = list(block)
    while lines and _take_line(lines, head, source, likely):
        pass
    run: list[Line] = []
    while lines and (len(run) > _LONGEST_HEAD or not _is_known(lines[0], source, likely, run)):
        run.append(lines.pop(0))
    text = _text(tuple(run))
    if lines and not is_title_like(text):  # a wrapped sentence that has such a line by chance
        return (*run, *lines), ()
    return tuple(run), tuple(lines)


def _take_line(lines: list[Line], head: Head, source: Source, likely: date | None) -> bool:
    line = lines[0]
    if len(lines) > 1 and _goes_on(line.text, lines[1].text):
        return False
    found = date_line(line, source.locale, likely, source.path)
    if found and head.display in (None, found.day):
        head.pieces += _dated(line, found) if head.display is None else [left("repeated date", line)]
        head.display = found.day
    elif rule := furniture.in_head(line.text) or furniture.in_text(line.text):
        head.pieces.append(left(rule, line))
        head.frame[line.number] = not words.is_one("icons", line.text)
    else:
        return False
    del lines[0]
    return True


def _goes_on(text: str, following: str) -> bool:
    """Whether a line is the first of a wrapped sentence: «23 января 2024 года в», “23-nji ýanwarynda”."""
    return bool(_HANGING.search(text)) or (following[:1].islower() and not furniture.in_head(following))


def _is_known(line: Line, source: Source, likely: date | None, run: list[Line]) -> bool:
    """Whether a line under a text is no part of it."""
    if not run:
        return False
    known = furniture.in_head(line.text) or date_line(line, source.locale, likely, source.path)
    return bool(known)


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
    text = _text(run)
    return len(text) <= 200 and len(re.findall(r"[.!?…。！？](?:\s|\Z)", text)) == 1


def _is_call(run: Block, rest: list[Block], head: Head) -> bool:
    """Whether it is a short cry of the page, such as «Welcome to our site!», with the title right below."""
    if head.candidates or len(_text(run)) > _TITLE_SIZE or not rest:
        return False
    return _is_title_like(rest[0]) and _has_size(rest[0])


def _is_repeated(run: Block, head: Head) -> bool:
    text = words.folded(_text(run))
    return any(words.folded(_text(known)) == text for known in head.candidates)


def _is_title_like(run: Block) -> bool:
    return is_title_like(_text(run))


def _text(run: Block) -> str:
    return "\n".join(line.text for line in run)


def _choose(head: Head, source: Source, page_title: str, rest: list[Block]) -> list[Block]:
    """Which candidate is the title. Those above it are kept as text, those below begin the text."""
    found = [run for run in head.candidates if not is_place_line(_text(run), source)]
    names = [words.folded(_text(run)) for run in found]
    chosen = next(
        (run for run, name in zip(found, names, strict=True) if names.count(name) > 1 or name == page_title), ()
    )
    head.title = chosen or _likely_title(found, head, source.path)
    title = words.folded(_text(head.title))
    below: list[Block] = []
    for run in head.candidates:
        if run == head.title:
            head.pieces.append(kept("title", run))
        elif words.folded(_text(run)) == title:
            head.pieces += [left("repeated title", line) for line in run]
        elif head.title and run[0].start < head.title[0].start:
            head.pieces.append(kept("paragraph", run))
            message = f"it is not known what this line above the title is: {shown(_text(run))}"
            head.remarks.append(Remark("H115", Place(source.path, run[0].number), message))
        else:
            below.append(run)
    return [*below, *rest]


def _likely_title(found: list[Block], head: Head, path: str) -> Block:
    """The first that is as long as a title. Where all are shorter, the nearest to the date line, with a remark."""
    pool = [run for run in found if not (_is_framed(run, head) or words.is_one("sites", _text(run)))] or found
    sized = next(filter(_has_size, pool), ())
    if sized or len(pool) < 2:
        return sized or next(iter(pool), ())
    near = min(pool, key=_from_date(head))
    message = f"of {len(pool)} short lines above the text, this was taken for the title: {shown(_text(near))}"
    head.remarks.append(Remark("H116", Place(path, near[0].number), message))
    return near


def _from_date(head: Head) -> Callable[[Block], tuple[int, int]]:
    """How far a text is from the date line; of two as far, the one below it counts as nearer."""
    found = [piece.line for piece in head.pieces if isinstance(piece, Kept) and piece.role == "date"]
    if not found:
        return lambda run: (0, run[0].number)
    return lambda run: (abs(run[0].number - found[0]), -run[0].number)


def _is_framed(run: Block, head: Head) -> bool:
    """Whether it stands among the lines of a page's menu: the name of the site or of the office, the year's motto."""
    above, below = run[0].number - 1, run[-1].number + 1
    while above in head.frame:
        above -= 1
    while below in head.frame:
        below += 1
    return sum(head.frame.get(number, False) for number in range(above, below)) >= _MENU


def _has_size(run: Block) -> bool:
    text = _text(run)
    return len(text) >= (_TITLE_SIZE // 2 if WIDE.search(text) else _TITLE_SIZE)


def shown(text: str) -> str:
    """The beginning of a text, for a message."""
    first = " ".join(text.split())
    return f"“{first[:40]}…”" if len(first) > 40 else f"“{first}”"
