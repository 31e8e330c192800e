"""What changed between two texts, word by word. Where words have no spaces between them, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from i18n.similarity import edits

Kind = Literal["same", "removed", "added"]


class Piece(NamedTuple):
    """A stretch of text that is in both texts, in the old one only, or in the new one only."""

    kind: Kind
    text: str


# Han, kana and full-width forms; Thai, Lao, Myanmar and Khmer have no spaces either.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"\s+|[{_UNSPACED}]|[^\W{_UNSPACED}]+|.", re.DOTALL)


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The way from the old text to the new one, in reading order; what was removed stands before what was added.

    Laws: the pieces that are ``same`` or ``removed`` join to the old text, those that are ``same`` or ``added`` to
    the new one; no piece is empty, and no two neighbours are of one kind. Of very long texts that have little in
    common, the middle is one change.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    numbers: dict[str, int] = {}
    known = [[numbers.setdefault(token, len(numbers)) for token in tokens] for tokens in (before, after)]
    return tuple(_joined(_pieces(before, after, edits(*known))))


def _pieces(before: Sequence[str], after: Sequence[str], blocks: Sequence[tuple[int, int, int]]) -> Iterator[Piece]:
    """Everything between two common blocks is a change. A blank between two changes belongs to them."""
    done_old = done_new = 0
    ends = len(before), len(after)
    for start_old, start_new, length in (*blocks, (*ends, 0)):
        same = "".join(before[start_old : start_old + length])
        if same.isspace() and (start_old or start_new) and (start_old + length, start_new + length) != ends:
            continue
        yield Piece("removed", "".join(before[done_old:start_old]))
        yield Piece("added", "".join(after[done_new:start_new]))
        yield Piece("same", same)
        done_old, done_new = start_old + length, start_new + length


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces that are not empty, neighbours of one kind put together."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last and last.kind == piece.kind:
            last = Piece(piece.kind, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
