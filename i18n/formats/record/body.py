"""The text: paragraphs, items of lists, headings, signatures."""

from __future__ import annotations

from typing import NamedTuple

from i18n.formats.record import furniture
from i18n.formats.record.lines import WIDE, Block, Line
from i18n.formats.record.marks import BULLETS, Mark, mark_of
from i18n.formats.record.pieces import Kept, Piece, kept, leads_in, left
from i18n.formats.record.places import is_place_line
from i18n.formats.record.title import text_of
from i18n.formats.source import Source
from i18n.patterns import late

_CLOSERS = '”»"』」)'
_SENTENCE_ENDS = frozenset(".!?…。！？;；")
_COLUMNS = late(r"(?: {3,}|\t+ *)")
_SHORT = 50
_HEADING = 15
_PADDED = 4
_SIGNATURE = range(2, 5)
"""How many lines a signature has."""


class _Run(NamedTuple):
    """Lines that belong together, and the mark before them."""

    lines: Block
    mark: Mark | None
    rule: str | None = None
    """Why they are no text."""

    @property
    def ends(self) -> str:
        return self.lines[-1].text


def take(blocks: list[Block], source: Source) -> list[Piece]:
    """Every text and every line that is none, in the order of the file."""
    signature = _signature(blocks, source)
    runs = [run for number, block in enumerate(blocks) if number != signature for run in _runs(block)]
    items = _items(runs)
    pieces = [piece for run, is_item in zip(runs, items, strict=True) for piece in _pieces(run, is_item)]
    if signature is not None:
        pieces += [kept("paragraph", part) for part in _parts(blocks[signature])]
    return sorted(pieces, key=lambda piece: piece.start)


def _runs(block: Block) -> list[_Run]:
    """The lines of a block as far as they belong together: a mark begins a new run."""
    if len(block) == 1:
        text = block[0].text
        rule = furniture.in_text(text)
        return [_Run(block, None if rule else mark_of(text), rule)]
    found: list[tuple[list[Line], Mark | None, str | None]] = []
    for line in block:
        rule, mark = furniture.in_text(line.text), mark_of(line.text)
        if rule and rule != "no letters" and not (rule == "credit" and _is_wrapped(block)):
            found.append(([line], None, rule))
        elif mark or not found or found[-1][2] or _ends(found[-1][0], found[-1][1], line):
            found.append(([line], mark, None))
        else:
            found[-1][0].append(line)
    return [_Run(tuple(lines), mark, rule) for lines, mark, rule in found]


def _is_wrapped(block: Block) -> bool:
    """Whether a block is one caption on more than one line."""
    goes_on = all(line.text[:1].islower() for line in block[1:])
    return goes_on and furniture.is_caption(text_of(block))


def _ends(lines: list[Line], mark: Mark | None, line: Line) -> bool:
    """Whether a line begins anew: a caption does, a row of a table, what stands under a caption's end or an item."""
    if furniture.is_caption(line.text) or ("\t" in line.text and "\t" in lines[-1].text):
        return True
    first = lines[0].text
    ended = len(lines) == 1 and _is_ended(first) and furniture.is_caption(first)
    return ended or _ends_item(lines, mark, line)


def _ends_item(lines: list[Line], mark: Mark | None, line: Line) -> bool:
    """Whether a line under an item is a paragraph of its own: it is not indented, and the item is at its end."""
    if not mark or line.indent > lines[0].indent:
        return False
    last = lines[-1].text
    if len(last) <= _HEADING < len(line.text) and WIDE.search(last):
        return True  # Japanese is broken anywhere, so a line that was wrapped is never short
    return _is_ended(last) and not line.text[:1].islower()


def _is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does. An expression would look for that at every letter."""
    return text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS


def _items(runs: list[_Run]) -> list[bool]:
    """Which runs are items. A mark alone proves nothing: the list has to go on, or to be led in."""
    found: list[bool] = []
    numbers = {(run.mark.kind, run.mark.number) for run in runs if run.mark}
    for place, run in enumerate(runs):
        if run.mark is None:
            found.append(False)
            continue
        before, after = runs[place - 1] if place else None, runs[place + 1] if place + 1 < len(runs) else None
        found.append(_is_item(run.mark, run, before, after, found[-1] if found else False, numbers))
    return found


def _is_item(
    mark: Mark, run: _Run, before: _Run | None, after: _Run | None, was: bool, numbers: set[tuple[str, int]]
) -> bool:
    led = before is not None and leads_in(before.ends)
    if mark.kind not in BULLETS:
        near = (mark.kind, mark.number - 1) in numbers or (mark.kind, mark.number + 1) in numbers
        return near or (led and mark.number == 1)
    goes_on = after is not None and after.mark is not None and after.mark.kind == mark.kind
    follows = was and before is not None and before.mark is not None and before.mark.kind == mark.kind
    if mark.kind == "speech":  # a dash begins direct speech in Russian; a list of speech has no semicolons
        return follows or (led and run.ends.endswith((";", "；")))
    return mark.kind == "bullet" or led or goes_on or follows


def _pieces(run: _Run, is_item: bool) -> list[Piece]:
    if run.rule:
        return [left(run.rule, line) for line in run.lines]
    if is_item and run.mark:
        start = run.lines[0].start + run.mark.length
        return [Kept("item", start, run.lines[-1].end, run.lines[0].number, run.mark.shown, run.mark.kind)]
    if furniture.is_caption(text_of(run.lines)):
        return [kept("caption", run.lines)]
    return [kept("heading" if _is_heading(run.lines) else "paragraph", run.lines)]


def _is_heading(lines: Block) -> bool:
    """A single line in capitals."""
    text = lines[0].text
    if len(lines) > 1 or not text.isupper() or text.endswith(tuple(".!?:;,")):
        return False
    return sum(map(str.isalpha, text)) >= 4


# Signatures ------------------------------------------------------------------------------------


def _signature(blocks: list[Block], source: Source) -> int | None:
    """The number of the block that signs: the last one, or the one before the line of place and date."""
    last = len(blocks) - 1
    if last > 0 and is_place_line("\n".join(line.text for line in blocks[last]), source):
        last -= 1
    return last if last > 0 and _signs(blocks[last]) else None


def _signs(block: Block) -> bool:
    """Two to four short lines without a full stop: padded, in columns, or each with a beginning of its own."""
    if any(_is_ended(line.text) or leads_in(line.text) or mark_of(line.text) for line in block):
        return False
    if any(_COLUMNS.search(line.text) for line in block):
        return len(block) < _SIGNATURE.stop and all(len(_COLUMNS.sub(" ", line.text)) <= 2 * _SHORT for line in block)
    if len(block) not in _SIGNATURE or any(len(line.text) > _SHORT for line in block):
        return False
    if all(line.indent >= _PADDED for line in block):
        return True
    begins = all(line.text[:1].isupper() or line.text[:1].isdigit() for line in block)
    return begins and not any(line.text.endswith((",", "-")) for line in block[1:])


def _parts(block: Block) -> list[Block]:
    """A signature's lines; in columns, what stands left of the gap is one text with the lines above it."""
    if not any(_COLUMNS.search(line.text) for line in block):
        return [(line,) for line in block]
    parts: list[Block] = []
    open_part: Block = ()
    for line in block:
        cells = _cells(line)
        open_part = (*open_part, cells[0])
        if len(cells) > 1:
            parts += [open_part, *((cell,) for cell in cells[1:])]
            open_part = ()
    return [*parts, open_part] if open_part else parts


def _cells(line: Line) -> list[Line]:
    cells = []
    start = 0
    for end, after in [*(gap.span() for gap in _COLUMNS.finditer(line.text)), (len(line.text), 0)]:
        cells.append(Line(line.start + start, line.start + end, line.number, line.text[start:end], line.indent))
        start = after
    return cells
