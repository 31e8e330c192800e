"""What stands below the text: senders, addresses, the rest of a web page."""

from __future__ import annotations

from itertools import chain, islice

from i18n.formats.record import furniture, words
from i18n.formats.record.lines import Block, Line
from i18n.formats.record.pieces import Left, left
from i18n.patterns import late

_GLUED = late(r"(?<=[.!?…。»”\")])[ \t\u00a0]+(///?[ ]?[^\W\d_][^/\n]{0,60})\Z")


def take(blocks: list[Block]) -> tuple[list[Block], list[Left]]:
    """The blocks without what stands below the text, and that, in the order of the file."""
    blocks, after_end = _end_of_page(blocks)
    found: list[Left] = []
    while blocks:
        block = blocks[-1]
        rest, trailing = _trailing(block)
        found = trailing + found
        if rest == block and not trailing:
            break
        blocks = [*blocks[:-1], rest] if rest else blocks[:-1]
        if rest:
            break
    return blocks, found + after_end


def page_title(lefts: list[Left], text: str) -> str:
    """The title that a page repeats after "You just read:", folded; empty where it does not."""
    ended = [piece for piece in lefts if piece.rule == "end of page"]
    return words.folded(text[ended[1].start : ended[1].end]) if len(ended) > 1 else ""


def _end_of_page(blocks: list[Block]) -> tuple[list[Block], list[Left]]:
    """Everything from a line such as "You just read:" on, where the page goes on as such pages do."""
    for number, block in enumerate(blocks):
        if not words.is_one("ends", block[0].text):
            continue
        following = chain.from_iterable(blocks[number:])
        if any(words.is_one("end_signs", line.text) for line in islice(following, 4)):
            return blocks[:number], [left("end of page", line) for block in blocks[number:] for line in block]
    return blocks, []


def _trailing(block: Block) -> tuple[Block, list[Left]]:
    """A last block without what is no text at its end."""
    if furniture.is_contact(block):
        return (), [left("contact", line) for line in block]
    lines, found = list(block), list[Left]()
    while lines and (rule := furniture.in_tail(lines[-1].text)):
        found.insert(0, left(rule, lines.pop()))
    if lines and (glued := _GLUED.search(lines[-1].text)):
        last = lines.pop()
        begin = last.start + glued.start(1)
        found.insert(0, Left("source line", begin, last.end, last.number))
        end = last.start + glued.start()
        lines.append(Line(last.start, end, last.number, last.text[: glued.start()], last.indent))
    return tuple(lines), found
