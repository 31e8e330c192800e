"""From the tokens of a document, and the facts about its elements, to its skeleton, units and page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from i18n.formats import page
from i18n.formats.markup.facts import Facts, Label
from i18n.formats.markup.flow import Core, Piece, core, has_text, section
from i18n.formats.markup.outline import ROOT, Flavour, Frame, Level, Outline
from i18n.formats.markup.pages import Pages
from i18n.formats.markup.tags import Tags, short
from i18n.formats.markup.targets import Targets
from i18n.formats.markup.tokens import Token, unix
from i18n.model import LeftOut, LocaleFilter, LocaleSlot, Note, Only, Place, Role, Skeleton, Unit, UnitRef

ROLES: dict[str, Role] = {
    "title": "heading", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "summary": "heading", "legend": "heading", "li": "item", "dt": "item", "dd": "item",
    "blockquote": "quote", "td": "cell", "th": "cell", "caption": "caption", "figcaption": "caption",
}  # fmt: skip
"""What the text of an element is, by the HTML element that stands for it."""
_PASSED_ON = frozenset(("item", "quote", "cell", "caption", "note"))
"""Roles that paragraphs inside have as well."""
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
_LEAD_ENDS = (":", "：")
_PROGRAMS = frozenset(("script", "style"))
_DEEPEST = 60
"""Units inside units: deeper ones are taken for text that is not translated."""
_LONGEST_SHOWN = 200


class Walk:
    """One document. ``run`` once, then read what was found."""

    def __init__(self, text: str, flavour: Flavour, outline: Outline) -> None:
        self._text = text
        self._flavour = flavour
        self._outline = outline
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._levels = [Level()]
        self._stack: list[Frame] = []
        self._codes = self._count = 0
        self._title = outline.title
        self._last: tuple[str, str] = ("", "")
        self._tags = Tags(text, flavour, outline, self._label)
        self._targets = Targets(text, outline)
        self._pages = Pages(outline)
        self.ids: list[str] = []
        """Of the units, in reading order."""
        self.units: dict[str, Unit] = {}
        self.left_out: list[LeftOut] = []

    def run(self, tokens: Iterable[Token]) -> None:
        """Goes through the document."""
        take = {
            "text": self._take_text,
            "cdata": self._take_cdata,
            "start": self._take_start,
            "empty": self._take_start,
            "end": self._take_end,
            "comment": self._take_comment,
            "raw": self._take_raw,
            "pi": self._take_instruction,
            "other": self._take_other,
        }
        for token in tokens:
            take[token.kind](token)
        while self._stack:
            self._close(self._stack[-1])
        self._flush()

    @property
    def skeleton(self) -> Skeleton:
        return self._targets.frozen(self._levels[0].out)

    @property
    def body(self) -> Skeleton:
        return self._targets.frozen([*self._levels[0].body, *self._pages.notes()])

    # Text ---------------------------------------------------------------------------------------

    def _take_text(self, token: Token) -> None:
        if self._targets.inside:
            return
        spelled = self._text[token.start : token.end]
        if not self._top.facts.translate:
            self._fix(token, spelled, "".join(text or raw for raw, text, _ in self._flavour.texts(spelled)))
            return
        for raw, text, entity in self._flavour.texts(spelled):
            if entity:
                self._add_entity(raw, entity)
            else:
                self._add_text(Piece("text", (raw,), text), token.start)

    def _add_entity(self, raw: str, name: str) -> None:
        stands = self._outline.entities.get(name, "")
        html, shows = page.escape(stands), " ".join(stands.split())[:_LONGEST_SHOWN]
        self._add(Piece("alone", (raw,), "", self._new_code(), name, html=html, shows=shows, keep=True))

    def _take_cdata(self, token: Token) -> None:
        if self._targets.inside:
            return
        spelled = self._text[token.start : token.end]
        inner = unix(section(spelled))
        if self._top.facts.translate:
            self._add_text(Piece("cdata", (spelled,), inner), token.start)
        else:
            self._fix(token, spelled, inner)

    def _fix(self, token: Token, spelled: str, text: str) -> None:
        """Text that is not translated, where no unit is around it."""
        self._flush()
        level = self._level
        level.fixed.append(text)
        if "" in self._top.facts.languages and self._tags.is_own(text):
            level.out.append(LocaleSlot("lang", spelled, "", ""))
            return
        level.out.append(spelled)
        self._leave_out(token.start, text, self._top.facts.rule)

    def _take_comment(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        self._leave_out(token.start, spelled.removeprefix("<!--").removesuffix("-->"), "comment")
        self._aside(spelled)

    def _take_raw(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        self._leave_out(token.start, spelled, self._top.name)
        self._aside(spelled)

    def _take_instruction(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        if self._level.id and not self._targets.inside:
            self._add(Piece("alone", (spelled,), id=self._new_code(), name=token.name or "pi"))
        else:
            self._aside(spelled)

    def _take_other(self, token: Token) -> None:
        self._flush()
        self._level.out.append(self._text[token.start : token.end])

    def _aside(self, spelled: str) -> None:
        if self._targets.inside:
            return
        if self._level.flow:
            self._add(Piece("aside", (spelled,)))
        else:
            self._level.out.append(spelled)

    # Start tags ---------------------------------------------------------------------------------

    def _take_start(self, token: Token) -> None:
        outline = self._outline
        facts = outline.facts[token.number] if token.number < len(outline.facts) else None
        if outline.parents is not None and facts is not None:
            self._sync(outline.parents[token.number])
        if self._targets.inside:
            if token.kind == "start":
                self._stack.append(replace(ROOT, number=token.number, name=token.name))
            return
        top = self._top
        facts = facts or Facts(translate=top.facts.translate, within="yes")
        if self._flavour.html and token.name in _PROGRAMS:
            facts = Facts(translate=False, within="yes", rule=token.name)
        kind = self._kind(facts, top)
        if kind == "inline":
            self._open_inline(token, facts)
        elif kind == "nested" or (kind == "fixed" and top.facts.translate):
            self._open_level(token, facts, kind)
        else:
            self._open_block(token, facts, kind)

    def _kind(self, facts: Facts, top: Frame) -> str:
        """What an element is where it stands."""
        if facts.within == "no":
            return "block"
        if facts.within == "nested" or (facts.locales and facts.locales != self._level.locales):
            return "nested" if len(self._levels) < _DEEPEST and facts.translate else "fixed"
        if not facts.translate:
            return "fixed" if len(self._levels) < _DEEPEST else "block"
        return "inline" if top.facts.translate else "block"

    def _open_inline(self, token: Token, facts: Facts) -> None:
        number = self._new_code()
        self._level.notes.extend(facts.notes)
        alone = token.kind == "empty"
        html = page.open_tag(facts.page, self._tags.values(token)) if facts.page else ""
        shape = facts.page or ("" if self._flavour.html else token.name)
        tag = self._tags.start(token, facts)
        self._add(Piece("alone" if alone else "open", tag, id=number, name=short(token.name), page=shape, html=html))
        if not alone:
            self._stack.append(self._framed(token, facts, "inline", number))

    def _open_level(self, token: Token, facts: Facts, kind: str) -> None:
        """An inline element that is one code with all that is in it."""
        if kind == "nested":
            self._reserve(token.start)
        else:
            self._level.notes.extend(facts.notes)
        level = Level(locales=facts.locales or self._level.locales)
        self._levels.append(level)
        level.out.extend(self._tags.start(token, facts))
        frame = self._framed(token, facts, kind, self._new_code())
        if facts.within == "nested":
            frame.role = facts.role or "note"
        if token.kind == "empty":
            self._close_code(frame, (), whole=True)
        else:
            self._stack.append(frame)

    def _open_block(self, token: Token, facts: Facts, kind: str) -> None:
        self._flush()
        if facts.locales is not None and facts.locales != self._level.locales and len(self._levels) < _DEEPEST:
            self._levels.append(Level(locales=facts.locales))
            kind = "only"
        frame = self._framed(token, facts, kind)
        if self._targets.begins(token.number):
            self._open_target(token, frame)
            return
        self._level.out.extend(self._tags.start(token, facts))
        self._pages.opened(frame, self._tags.values(token) if facts.page else {}, self._level.body)
        self._stack.append(frame)
        if token.kind == "empty":
            self._close(frame)

    def _open_target(self, token: Token, frame: Frame) -> None:
        if token.kind == "empty":
            self._level.out.append(self._targets.empty(token))
            return
        self._level.out.extend((*self._tags.start(token, frame.facts), self._targets.opened(token)))
        self._stack.append(frame)

    def _framed(self, token: Token, facts: Facts, kind: str, code: int = 0) -> Frame:
        top = self._top
        role = facts.role or ROLES.get(facts.page) or (top.role if top.role in _PASSED_ON else "paragraph")
        lead = top.lead
        if facts.page in _LISTS:
            lead = self._last[0] if self._last[1].rstrip().endswith(_LEAD_ENDS) else None
        return Frame(token.number, token.name, facts, kind, role, lead, code, hidden=top.hidden)

    def _sync(self, parent: int) -> None:
        """Ends what a parser ended before an element, though no tag says so."""
        if self._top.number == parent or (parent >= 0 and all(frame.number != parent for frame in self._stack)):
            return
        while self._stack and self._top.number != parent:
            self._close(self._stack[-1])

    # End tags -----------------------------------------------------------------------------------

    def _take_end(self, token: Token) -> None:
        stack = self._stack
        depth = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].name == token.name), None)
        if depth is None:
            self._stray(token)
            return
        frame = stack[depth]
        if frame.kind == "inline" and depth < len(stack) - 1:
            del stack[depth]  # formatting that ends inside what it began outside of
            self._add_end(frame, token)
            return
        while stack[-1] is not frame:
            self._close(stack[-1])
        self._close(frame, token)

    def _stray(self, token: Token) -> None:
        """An end tag without a beginning."""
        if self._targets.inside:
            return
        if self._level.flow:
            self._add(Piece("alone", self._slice(token), id=self._new_code(), name=short(token.name)))
        else:
            self._level.out.extend(self._slice(token))

    def _close(self, frame: Frame, token: Token | None = None) -> None:
        """Ends an element, with its tag or, where that is missing, without."""
        self._stack.pop()
        tag = self._slice(token) if token else ()
        if self._targets.inside:
            if mark := self._targets.closed(frame.number, token):
                self._level.out.extend(tag)
                self._leave_out(mark.start, mark.raw, "holds the translation of another element")
        elif frame.kind == "inline":
            if token:
                self._add_end(frame, token)
        elif frame.code:
            self._close_code(frame, tag, whole=token is not None)
        else:
            self._close_block(frame, tag)

    def _add_end(self, frame: Frame, token: Token) -> None:
        html = page.close_tag(frame.facts.page) if frame.facts.page else ""
        self._add(Piece("close", self._slice(token), id=frame.code, name=short(frame.name), html=html))

    def _close_block(self, frame: Frame, tag: Skeleton) -> None:
        self._flush(frame)
        self._level.out.extend(tag)
        self._pages.closed(frame, self._level.body)
        if frame.kind == "only":
            level = self._levels.pop()
            locales = level.locales or LocaleFilter(("*",))
            self._level.out.append(Only(locales, self._targets.frozen(level.out)))
            if level.body:
                self._level.body.append(Only(locales, self._targets.frozen(level.body)))

    def _close_code(self, frame: Frame, tag: Skeleton, *, whole: bool) -> None:
        """Ends an inline element that is one code. One without an end tag must not move: no unit ends with it."""
        self._flush(frame)
        piece = self._code(frame, self._levels.pop(), tag)
        self._add(piece if whole else replace(piece, page="", keep=False))

    def _code(self, frame: Frame, level: Level, tag: Skeleton) -> Piece:
        """The piece for an inline element that is one code."""
        raw: Skeleton = (*self._targets.frozen(level.out), *tag)
        name = short(frame.name)
        if frame.kind == "nested":
            if level.locales is not None and level.locales != self._level.locales:
                raw = (Only(level.locales, raw),)
            note = "" if frame.hidden else self._pages.note(level.body)
            return Piece("alone", raw, id=frame.code, name=name, html=note, keep=True)
        if self._flavour.html and frame.name in _PROGRAMS:
            return Piece("aside", raw)
        shown = "".join(level.fixed)
        html = page.open_tag(frame.facts.page, {}) + page.escape(shown) + page.close_tag(frame.facts.page)
        shows = " ".join(shown.split())[:_LONGEST_SHOWN]
        return Piece("alone", raw, "", frame.code, name, frame.facts.page, html, shows, keep=bool(shows))

    # Flows --------------------------------------------------------------------------------------

    @property
    def _top(self) -> Frame:
        return self._stack[-1] if self._stack else ROOT

    @property
    def _level(self) -> Level:
        return self._levels[-1]

    def _new_code(self) -> int:
        self._codes += 1
        return self._codes

    def _add(self, piece: Piece) -> None:
        self._levels[-1].flow.append(piece)

    def _add_text(self, piece: Piece, start: int) -> None:
        level = self._level
        if not level.id and has_text(piece.text):
            self._reserve(start)
        elif not level.flow:
            level.start = start
        self._add(piece)

    def _reserve(self, start: int) -> None:
        """Gives the flow's unit its id, so that units inside it come after it."""
        level = self._level
        if not level.id:
            level.id, level.start = self._new_id(), start

    def _new_id(self, *, label: bool = False) -> str:
        title = self._title
        if title is not None and not label and any(frame.number == title for frame in self._stack):
            self._title = None
            self.ids.append("title")
        else:
            self._count += 1
            self.ids.append(f"p{self._count}")
        return self.ids[-1]

    def _flush(self, frame: Frame | None = None) -> None:
        """Makes a unit of the flow, or leaves it in the skeleton where it has no text."""
        level = self._level
        if not level.flow:
            return
        flow, level.flow = level.flow, []
        name, level.id = level.id, ""
        notes, level.notes = level.notes, []
        text = "".join([piece.text for piece in flow])
        if name and has_text(text):
            block = frame or next((frame for frame in reversed(self._stack) if frame.kind != "inline"), ROOT)
            said = tuple(dict.fromkeys((*block.facts.notes, *notes)))
            self._unit(name, core(flow, preserve=block.facts.preserve), block, said)
            return
        if text.strip():
            self._leave_out(level.start, text, "no letter or digit")
        else:
            entities = [piece.shows for piece in flow if str(piece.raw[0])[0] == "&"]
            self._leave_out(level.start, "".join(entities), "entity")
        for piece in flow:
            level.out.extend(piece.raw)

    def _unit(self, name: str, found: Core, block: Frame, notes: tuple[Note, ...]) -> None:
        level = self._level
        facts = block.facts
        unit = self.units[name] = Unit(
            id=name,
            place=self._place(level.start),
            role="title" if name == "title" else block.role,
            content=found.content,
            name=facts.name,
            context=facts.context,
            notes=notes,
            lead=block.lead,
            locales=level.locales,
            limits=facts.limits,
            preserve=facts.preserve,
        )
        self._last = (name, "".join([part for part in found.content if isinstance(part, str)]))
        hole = UnitRef(name, "cdata" if found.cdata else "text", _needed(found), found.asides)
        level.out.extend(found.before)
        level.out.extend(found.raw if self._targets.take(block.number, facts.target, hole) else (hole,))
        level.out.extend(found.after)
        self._pages.unit(unit, block, self._stack, level.body)

    def _label(self, start: int, text: str, label: Label) -> str:
        """The unit of an attribute's text."""
        name = self._new_id(label=True)
        self.units[name] = Unit(
            name,
            self._place(start),
            "label",
            (text,),
            name=label.name,
            notes=label.notes,
            locales=label.locales or self._level.locales,
            limits=label.limits,
        )
        return name

    # Places -------------------------------------------------------------------------------------

    def _slice(self, token: Token) -> Skeleton:
        return (self._text[token.start : token.end],)

    def _leave_out(self, start: int, text: str, rule: str) -> None:
        if text.strip():
            self.left_out.append(LeftOut(self._place(start), " ".join(text.split()), rule))

    def _place(self, position: int) -> Place:
        return Place(self._outline.path, bisect_right(self._lines, position))


def _needed(found: Core) -> Skeleton | None:
    """What the source has in a unit's place, where that is not what its content would be escaped to."""
    plain = len(found.content) == 1 and found.content == found.raw
    return None if plain and (found.cdata or not set("&<>") & set(str(found.raw[0]))) else found.raw
