"""From the pieces of a record to units, skeleton and page."""

from __future__ import annotations

from collections.abc import Iterator

from i18n import content
from i18n.formats import page
from i18n.formats.record import wraps
from i18n.formats.record.composed import Composed
from i18n.formats.record.marks import BULLETS
from i18n.formats.record.pieces import REPEATED_TITLE, Kept, Left, Piece, leads_in
from i18n.model import LeftOut, Place, Remark, Skeleton, Unit, UnitRef
from i18n.patterns import late

_PLAIN_NUMBER = late(r"(\d{1,3})[.)]\Z")


def units(whole: Composed, path: str, pieces: list[Piece]) -> tuple[tuple[Unit, ...], list[Remark]]:
    """A unit for every kept piece, and a remark for every word that was put together without sure evidence."""
    found: list[Unit] = []
    remarks: list[Remark] = []
    leads = _Leads()
    around = wraps.Words(whole.text)
    paragraphs = 0
    for piece in pieces:
        if isinstance(piece, Left):
            continue
        own_id = piece.role if piece.role in ("title", "date") else f"p{(paragraphs := paragraphs + 1)}"
        text = whole.text[piece.start : piece.end]
        lead = leads.of(piece, own_id, text)
        joined = wraps.join(text, around) if wraps.may_be_divided(text) else None
        if joined and joined.text != text:
            for line, word in joined.divided:
                message = f"a hyphen at the end of the line was left out: “{word}”"
                remarks.append(Remark("H117", Place(path, piece.line + line), message))
            text = joined.text
        elif not whole.same:
            text = whole.spelled(piece)
        found.append(Unit(own_id, Place(path, piece.line), piece.role, (text,), None, None, (), lead))
    return tuple(found), remarks


class _Leads:
    """Which unit leads in to an item: a text that ends with a colon, or the item above that it belongs under."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, str | None]] = []
        """The lists that are open, outermost first: the kind of mark and what leads in."""
        self._colon: str | None = None
        self._item: str | None = None

    def of(self, piece: Kept, unit: str, text: str) -> str | None:
        is_item = piece.role == "item"
        lead = self._lead(piece) if is_item else None
        if not lead and self._lists:
            self._close(piece)
        self._item = unit if is_item else None
        self._colon = unit if leads_in(text) and piece.role not in ("title", "date") else None
        return lead

    def _lead(self, piece: Kept) -> str | None:
        kinds = [kind for kind, _ in self._lists]
        if self._colon or piece.style not in kinds:
            self._lists.append((piece.style, self._colon or self._item))
        else:
            del self._lists[kinds.index(piece.style) + 1 :]
        return self._lists[-1][1]

    def _close(self, piece: Kept) -> None:
        """A paragraph ends a list of bullets; numbers go on behind it."""
        if piece.role != "item":
            self._lists = [known for known in self._lists if known[0] not in BULLETS]


def skeleton(whole: Composed, pieces: list[Piece], made: tuple[Unit, ...]) -> Skeleton:
    """The text with a hole for every unit, and where the title is repeated.

    Where lines were joined, the hole knows what stood there.
    """
    parts: list[str | UnitRef] = []
    end = 0
    units = iter(made)
    for found in pieces:
        repeated = isinstance(found, Left) and found.rule == REPEATED_TITLE
        if isinstance(found, Left) and not repeated:
            continue
        piece = found if whole.same else whole.back(found)
        name, text = ("title", "") if repeated else next((unit.id, unit.content[0]) for unit in units)
        raw = whole.raw[piece.start : piece.end]
        if end < piece.start:
            parts.append(whole.raw[end : piece.start])
        # 15:0704.04.2024: another language may begin its date with a digit, too.
        glued = name == "date" and whole.raw[piece.start - 1 : piece.start].isdigit()
        parts.append(UnitRef(name, raw=(raw,), before=" " * glued) if glued or text != raw else UnitRef(name))
        end = piece.end
    if end < len(whole.raw):
        parts.append(whole.raw[end:])
    return tuple(parts)


def left_out(whole: Composed, path: str, pieces: list[Piece]) -> tuple[LeftOut, ...]:
    """What did not become a unit, in the order of the file."""
    return tuple(
        LeftOut(Place(path, piece.line), content.fold(whole.text[piece.start : piece.end]), piece.rule)
        for piece in pieces
        if isinstance(piece, Left)
    )


def pages(pieces: list[Piece], made: tuple[Unit, ...]) -> tuple[Skeleton, Skeleton]:
    """What a page shows above the title, and below it."""
    kept = [piece for piece in pieces if isinstance(piece, Kept)]
    title = next((place for place, unit in enumerate(made) if unit.role == "title"), 0)
    return _body(kept[:title], made[:title]), _body(kept[title:], made[title:])


def _body(kept: list[Kept], made: tuple[Unit, ...]) -> Skeleton:
    """Paragraphs, headings, lists. A number that HTML cannot count is printed as it is."""
    parts: list[str | UnitRef] = []
    open_list = ""
    for piece, unit in zip(kept, made, strict=True):
        if unit.role in ("title", "date"):
            continue
        wanted = _list_of(piece)
        if open_list and open_list != wanted:
            parts.append(f"</{open_list}>\n")
        if wanted and open_list != wanted:
            parts.append(f"<{wanted}>\n")
        open_list = wanted
        parts += _block(piece, unit)
    if open_list:
        parts.append(f"</{open_list}>\n")
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].removesuffix("\n")
    return tuple(_merged(parts))


def _block(piece: Kept, unit: Unit) -> list[str | UnitRef]:
    if _list_of(piece):
        number = _PLAIN_NUMBER.match(piece.mark)
        value = f' value="{int(number[1])}"' if number else ""
        return [f'<li id="{unit.id}"{value}>', UnitRef(unit.id), "</li>\n"]
    if unit.role == "heading":
        return [f'<h2 id="{unit.id}">', UnitRef(unit.id), "</h2>\n"]
    mark = f"{page.escape(piece.mark)} " if piece.mark else ""
    return [f'<p id="{unit.id}">{mark}', UnitRef(unit.id), "</p>\n"]


def _list_of(piece: Kept) -> str:
    if piece.role != "item":
        return ""
    if piece.style in BULLETS:
        return "ul"
    return "ol" if _PLAIN_NUMBER.match(piece.mark) else ""


def _merged(parts: list[str | UnitRef]) -> Iterator[str | UnitRef]:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text
