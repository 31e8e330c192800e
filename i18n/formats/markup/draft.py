"""A document while it is being read: its skeleton and its page, the units found so far, and what was left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from i18n import images
from i18n.formats.markup.facts import Label
from i18n.formats.markup.flow import Core, Piece, core, has_text, pictures
from i18n.formats.markup.outline import ROOT, Frame, Level, Outline
from i18n.formats.markup.pages import Pages
from i18n.formats.markup.targets import Targets
from i18n.model import Content, LeftOut, LocaleFilter, Note, Only, Picture, Place, Skeleton, Unit, UnitRef

_IN_TEXT = ("inline", "mark")
_ALT = re.compile(r"\balt\s*=\s*[\"']?\Z", re.I)


class Draft:
    """Collects what a walk finds. Whoever walks opens and closes elements and levels."""

    def __init__(self, text: str, outline: Outline) -> None:
        self._outline = outline
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._codes = self._count = 0
        self._named = {outline.title: "title", outline.date: "date"}
        """The elements whose first unit has a name of its own."""
        self.targets = Targets(text, outline)
        self.pages = Pages(outline)
        self.stack: list[Frame] = []
        """The open elements."""
        self.levels = [Level()]
        """The skeletons that are being made, the innermost last."""
        self.last: tuple[str, Content] = ("", ())
        """The unit before, and its content."""
        self.ids: list[str] = []
        """Of the units, in reading order."""
        self.units: dict[str, Unit] = {}
        self.left_out: list[LeftOut] = []
        self.pictures: list[Picture] = []

    @property
    def skeleton(self) -> Skeleton:
        """The finished skeleton of the document."""
        return self.targets.frozen(self.levels[0].out)

    @property
    def body(self) -> Skeleton:
        """The finished page."""
        return self.targets.frozen([*self.levels[0].body, *self.pages.notes()])

    @property
    def top(self) -> Frame:
        """The innermost open element."""
        return self.stack[-1] if self.stack else ROOT

    @property
    def level(self) -> Level:
        """The innermost skeleton."""
        return self.levels[-1]

    def new_code(self) -> int:
        """A number for a code."""
        self._codes += 1
        return self._codes

    def add(self, piece: Piece) -> None:
        """A piece more for the flow."""
        self.levels[-1].flow.append(piece)

    def add_text(self, piece: Piece, start: int) -> None:
        """A piece of text more for the flow."""
        level = self.levels[-1]
        if not level.id:
            if has_text(piece.text):
                self.reserve(start)
            elif not level.flow:
                level.start = start
        level.flow.append(piece)

    def add_aside(self, spelled: str) -> None:
        """What is no part of the text, such as a comment."""
        if self.targets.inside:
            return
        if self.level.flow:
            self.add(Piece("aside", (spelled,)))
        else:
            self.level.out.append(spelled)

    def reserve(self, start: int) -> None:
        """Gives the flow's unit its id, so that units inside it come after it."""
        level = self.level
        if not level.id:
            level.id, level.start = self._new_id(), start

    def _new_id(self, *, label: bool = False) -> str:
        named = None if label else next((frame.number for frame in self.stack if frame.number in self._named), None)
        if named is not None:
            self.ids.append(self._named.pop(named))
        else:
            self._count += 1
            self.ids.append(f"p{self._count}")
        return self.ids[-1]

    def flush(self, frame: Frame | None = None) -> None:
        """Makes a unit of the flow, or leaves it in the skeleton where it has no text."""
        level = self.levels[-1]
        if not level.flow:
            return
        flow, level.flow = level.flow, []
        name, level.id = level.id, ""
        notes, level.notes = level.notes, []
        text = flow[0].text if len(flow) == 1 else "".join([piece.text for piece in flow])
        if name and has_text(text):
            block = frame or next((one for one in reversed(self.stack) if one.kind not in _IN_TEXT), ROOT)
            said = tuple(dict.fromkeys((*block.facts.notes, *notes))) if notes else block.facts.notes
            self._unit(name, core(flow, preserve=block.facts.preserve), block, said)
            return
        if text.strip():
            self.leave_out(level.start, text, "no letter or digit")
        else:
            entities = [piece.shows for piece in flow if str(piece.raw[0])[0] == "&"]
            self.leave_out(level.start, "".join(entities), "entity")
        for piece in flow:
            level.out.extend(piece.raw)
        if self.pages.drawn and (shown := pictures(flow)):
            self.pages.pictures(shown, frame or self.top, self.stack, level.body)

    def _unit(self, name: str, found: Core, block: Frame, notes: tuple[Note, ...]) -> None:
        level = self.level
        facts = block.facts
        unit = self.units[name] = Unit(
            id=name,
            place=self._place(level.start),
            role="title" if name == "title" else "date" if name == "date" else block.role,
            content=found.content,
            name=facts.name,
            context=facts.context,
            notes=notes,
            lead=block.lead,
            locales=level.locales,
            limits=facts.limits,
            preserve=facts.preserve,
        )
        self.last = (name, found.content)
        hole = UnitRef(name, "cdata" if found.cdata else "text", _needed(found), found.asides)
        level.out.extend(found.before)
        level.out.extend(found.raw if self.targets.take(block.number, facts.target, hole) else (hole,))
        level.out.extend(found.after)
        if self.pages.drawn:
            self.pages.unit(unit, block, self.stack, level.body, found.pictures)

    def label(self, start: int, text: str, label: Label) -> str:
        """The unit of an attribute's text."""
        name = self._new_id(label=True)
        self.units[name] = Unit(
            name,
            self._place(start),
            "label",
            (text,),
            name=label.name,
            notes=label.notes,
            locales=label.locales or self.level.locales,
            limits=label.limits,
        )
        return name

    def picture(self, start: int, name: str, tag: Skeleton) -> str:
        """Takes note of an image; its mark on the page, or nothing where the page shows nothing.

        :param tag: with a hole for the text that stands for it.
        """
        if not self.pages.shows(self.top):
            return ""
        self.pictures.append(Picture(self._place(start), name, _alt(tag)))
        return images.mark(len(self.pictures) - 1)

    def close_level(self) -> None:
        """Ends a part that is meant for some languages only."""
        level = self.levels.pop()
        locales = level.locales or LocaleFilter(("*",))
        self.level.out.append(Only(locales, self.targets.frozen(level.out)))
        if level.body:
            self.level.body.append(Only(locales, self.targets.frozen(level.body)))

    def leave_out(self, start: int, text: str, rule: str) -> None:
        if text.strip():
            self.left_out.append(LeftOut(self._place(start), " ".join(text.split()), rule))

    def _place(self, position: int) -> Place:
        return Place(self._outline.path, bisect_right(self._lines, position))


def _alt(tag: Skeleton) -> str:
    """The unit in the ``alt`` of an image's tag."""
    for before, part in pairwise(tag):
        holes = part.parts if isinstance(part, Only) else (part,)
        if isinstance(before, str) and _ALT.search(before):
            return next((hole.unit for hole in holes if isinstance(hole, UnitRef)), "")
    return ""


def _needed(found: Core) -> Skeleton | None:
    """What the source has in a unit's place, where that is not what its content would be escaped to."""
    if len(found.content) > 1 or found.content != found.raw:
        return found.raw
    spelled = str(found.raw[0])
    return None if found.cdata or not ("&" in spelled or "<" in spelled or ">" in spelled) else found.raw
