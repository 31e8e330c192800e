"""A flow: the text between two block borders, with its inline codes. It becomes one unit, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from i18n.content import merged
from i18n.model import Code, Content, Skeleton

WHITE = " \t\r\n\f"
"""What counts as white space in markup. A no-break space is text."""
_SPACE = re.compile(r"\s|&(?:nbsp|ensp|emsp|thinsp|#160|#x0{0,4}a0|#12288|#x0{0,4}3000|#8239|#x0{0,4}202f);", re.I)
"""White space as markup spells it: the wide and the unbreakable kinds, too."""
_SPACE_AT_END = re.compile(rf"(?:{_SPACE.pattern})\Z", re.I)
_LONGEST_SPACE = 12
_LETTER = re.compile(r"[^\W_]")
_DROPPED_AT_EDGES = frozenset(("br", "img", "hr", "wbr", ""))


@dataclass(slots=True)
class Piece:
    """One token of a flow. ``raw`` is how the source spells it, with holes for units inside."""

    kind: str
    """text, cdata, open, close, alone, aside (a comment: no part of the text), mark (the same, and not kept)."""
    raw: Skeleton
    text: str = ""
    """Decoded."""
    id: int = 0
    """Of a code."""
    name: str = ""
    page: str = ""
    """The HTML element that a code is on a page."""
    html: str = ""
    shows: str = ""
    keep: bool = False
    """Whether it is part of the sentence even at its edge: a code that shows text or holds a footnote, and tags of
    which one may not stay without the other."""
    half: Literal["", "open", "close"] = ""
    """Which end of a pair a lone code is."""


def has_text(text: str) -> bool:
    """Whether there is a letter or a digit in it: all else needs no translator."""
    return _LETTER.search(text) is not None


@dataclass(slots=True)
class Core:
    """What of a flow is the unit, and what stands around it."""

    before: Skeleton
    content: Content
    raw: Skeleton
    asides: str
    """The comments inside that no code carries: a translation has them in front."""
    after: Skeleton
    cdata: bool
    """Whether the whole unit stands in one CDATA section, whose borders are in ``before`` and ``after``."""
    pictures: tuple[str, str] = ("", "")
    """What a page shows of images before and behind the unit."""


def core(pieces: list[Piece], *, preserve: bool) -> Core:
    """The unit in a flow: without white space, lone codes and pairs around the whole of it.

    A code whose other end is not in the flow becomes a lone one.
    """
    if len(pieces) == 1 and pieces[0].kind == "text" and pieces[0].raw[0] == pieces[0].text and not preserve:
        return _plain(pieces[0].text)  # nearly always
    _settle(pieces)
    low, high = 0, len(pieces)
    while True:
        before = (low, high)
        low, high = _edges(pieces, low, high, preserve=preserve)
        if low < high - 1 and _is_pair(pieces[low], pieces[high - 1]):
            low, high = low + 1, high - 1
        if (low, high) == before:
            break
    return _cut(pieces, low, high, preserve=preserve)


def _plain(text: str) -> Core:
    """The unit in a single text that is spelled as it is read."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    content = (text[start:end],)
    return Core((text[:start],) if start else (), content, content, "", (text[end:],) if end < len(text) else (), False)


def _settle(pieces: list[Piece]) -> None:
    """Ends without a partner become lone codes; numbers count from 1."""
    opened: dict[int, Piece] = {}
    for piece in pieces:
        if piece.kind == "open":
            opened[piece.id] = piece
        elif piece.kind == "close" and opened.pop(piece.id, None) is None:
            piece.kind, piece.half = "alone", "close"
    for piece in opened.values():
        piece.kind, piece.half = "alone", "open"
    crossing = _crossing(pieces)
    depth = 0
    for piece in pieces:
        if piece.id in crossing:
            piece.kind = "alone"
        depth += {"open": 1, "close": -1}.get(piece.kind, 0)
        if depth:  # only a page that is no XML has half a pair inside of another one
            piece.half = ""


def _crossing(pieces: list[Piece]) -> set[int]:
    """The pairs that another one crosses: two lone codes each."""
    stack: list[int] = []
    found: set[int] = set()
    for piece in pieces:
        if piece.kind == "open":
            stack.append(piece.id)
        elif piece.kind == "close":
            while stack and stack[-1] != piece.id:
                found.add(stack.pop())
            if stack:
                stack.pop()
            else:
                found.add(piece.id)
    return found


def _edges(pieces: list[Piece], low: int, high: int, *, preserve: bool) -> tuple[int, int]:
    while low < high and _is_edge(pieces[low], preserve=preserve):
        low += 1
    while low < high and _is_edge(pieces[high - 1], preserve=preserve):
        high -= 1
    while low < high - 1 and _is_pair(pieces[low], pieces[low + 1]):  # an anchor without text
        low += 2
    while low < high - 1 and _is_pair(pieces[high - 2], pieces[high - 1]):
        high -= 2
    return low, high


def _is_edge(piece: Piece, *, preserve: bool) -> bool:
    if piece.kind == "text":
        return not preserve and not piece.text.strip(WHITE)
    lone = piece.kind == "alone" and not piece.keep and piece.page in _DROPPED_AT_EDGES
    return lone or (piece.kind in ("aside", "mark") and not piece.keep)


def _is_pair(first: Piece, last: Piece) -> bool:
    return first.kind == "open" and last.kind == "close" and first.id == last.id


def _cut(pieces: list[Piece], low: int, high: int, *, preserve: bool) -> Core:
    inner, around = pieces[low:high], (pictures(pieces[:low]), pictures(pieces[high:]))
    head, tail = ("", "") if preserve else (_trimmed(inner, 0), _trimmed(inner, -1))
    before = _joined([*_raws(pieces[:low]), head])
    after = _joined([tail, *_raws(pieces[high:])])
    if len(inner) == 1 and inner[0].kind == "cdata":
        before, after = (
            _joined([*_raws(pieces[:low]), "<![CDATA[", head]),
            _joined([tail, "]]>", *_raws(pieces[high:])]),
        )
        return Core(before, (inner[0].text,), (section(str(inner[0].raw[0])),), "", after, True, around)
    raw, asides = _joined(_raws(inner)), ""
    if any(piece.kind == "aside" for piece in inner):
        inner, asides = _carrying(inner)
    content = _content(inner)
    if not preserve and "mark" in (inner[0].kind, inner[-1].kind):  # behind which there may be white space
        content = _stripped(content)
    return Core(before, content, raw, asides, after, False, around)


def _carrying(inner: list[Piece]) -> tuple[list[Piece], str]:
    """The pieces with each comment that touches a code in that code's markup, which goes where the code goes.

    The others are the second value: in a text whose words are other ones, nobody knows where they belong.
    """
    found: list[Piece] = []
    waiting, lost = "", []
    for piece in inner:
        if piece.kind == "aside":
            text = "".join([part for part in piece.raw if isinstance(part, str)])
            if found and not waiting and _is_code(found[-1]):
                found[-1] = replace(found[-1], raw=_joined([*found[-1].raw, text]))
            else:
                waiting += text
            continue
        if waiting and _is_code(piece):
            piece = replace(piece, raw=_joined([waiting, *piece.raw]))
        elif waiting:
            lost.append(waiting)
        waiting = ""
        found.append(piece)
    return found, "".join([*lost, waiting])


def _is_code(piece: Piece) -> bool:
    return piece.kind in ("open", "close", "alone")


def pictures(pieces: list[Piece]) -> str:
    """What a page shows of the images among these."""
    return "".join([piece.html for piece in pieces if piece.page == "img"])


def _stripped(content: Content) -> Content:
    """The content without white space at its ends."""
    parts = list(content)
    if isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part)


def _trimmed(inner: list[Piece], index: int) -> str:
    """Takes the white space off one end of the flow and returns it, as it is spelled."""
    piece = inner[index]
    if piece.kind == "cdata":
        return _trimmed_section(piece, index, alone=len(inner) == 1)
    if piece.kind != "text":
        return ""
    raw, text = str(piece.raw[0]), piece.text
    if index == 0:
        count, size = _spaces_before(raw, len(text) - len(text.lstrip()))
        piece.text, piece.raw = text[count:], (raw[size:],)
        return raw[:size]
    count, size = _spaces_behind(raw, len(text) - len(text.rstrip()))
    piece.text, piece.raw = text[: len(text) - count], (raw[: len(raw) - size],)
    return raw[len(raw) - size :]


def _spaces_before(raw: str, most: int) -> tuple[int, int]:
    """How many characters of white space a spelled text begins with, and how long their spelling is."""
    count = size = 0
    while count < most and (found := _SPACE.match(raw, size)):
        count, size = count + 1, found.end()
    return count, size


def _spaces_behind(raw: str, most: int) -> tuple[int, int]:
    """How many characters of white space a spelled text ends with, and how long their spelling is."""
    count, end = 0, len(raw)
    while count < most and (found := _SPACE_AT_END.search(raw, max(0, end - _LONGEST_SPACE), end)):
        count, end = count + 1, found.start()
    return count, len(raw) - end


def _trimmed_section(piece: Piece, index: int, *, alone: bool) -> str:
    """The same in a CDATA section. Where there is more, its borders stay in the unit, and the white space with them."""
    text, raw = piece.text, section(str(piece.raw[0]))
    piece.text = text.lstrip() if index == 0 else text.rstrip()
    if not alone:
        return ""
    kept = raw.lstrip() if index == 0 else raw.rstrip()
    piece.raw = (f"<![CDATA[{kept}]]>",)
    return raw[: len(raw) - len(kept)] if index == 0 else raw[len(kept) :]


def section(spelled: str) -> str:
    """What stands in a CDATA section."""
    return spelled[9:].removesuffix("]]>")


def _raws(pieces: list[Piece]) -> list[object]:
    return [part for piece in pieces for part in piece.raw]


def _joined(parts: list[object]) -> Skeleton:
    """The parts with neighbouring strings in one."""
    result: list[object] = []
    run: list[str] = []
    for part in parts:
        if isinstance(part, str):
            run.append(part)
            continue
        if text := "".join(run):
            result.append(text)
        run = []
        result.append(part)
    if text := "".join(run):
        result.append(text)
    return tuple(result)  # type: ignore[arg-type]


def _content(inner: list[Piece]) -> Content:
    numbers: dict[int, int] = {}
    parts: list[str | Code] = []
    for piece in inner:
        if piece.kind in ("text", "cdata"):
            parts.append(piece.text)
        elif piece.kind not in ("aside", "mark"):
            # A lone end of a pair has a number of its own.
            number = len(numbers) + 1 if piece.kind == "alone" else numbers.get(piece.id, len(numbers) + 1)
            numbers[-len(numbers) - 1 if piece.kind == "alone" else piece.id] = number
            code = Code(number, piece.kind, piece.name, piece.raw, piece.html, piece.shows, piece.half)  # type: ignore[arg-type]
            parts.append(code)
    return merged(parts)
