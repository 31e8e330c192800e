"""From the tokens of a document, and the facts about its elements, to its skeleton, units and page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from i18n.formats import page
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.flow import Core, Piece, core, has_text
from i18n.formats.markup.tokens import Attribute, Token, attributes
from i18n.model import (
    LeftOut,
    LocaleFilter,
    LocaleSlot,
    LocaleTag,
    Note,
    Only,
    Place,
    Role,
    Skeleton,
    Unit,
    UnitRef,
)

ROLES: dict[str, Role] = {
    "title": "heading", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "summary": "heading", "legend": "heading", "li": "item", "dt": "item", "dd": "item",
    "blockquote": "quote", "td": "cell", "th": "cell", "caption": "caption", "figcaption": "caption",
}  # fmt: skip
"""What the text of an element is, by the HTML element that stands for it."""
_HIDDEN = frozenset(
    "head nav header footer aside form menu dialog template noscript select button object canvas audio video svg math "
    "textarea".split()
)  # fmt: skip
"""HTML elements whose text is no part of what a page tells, outside the main part."""
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
_LEAD_ENDS = (":", "：", "—", "–")
_DEEPEST = 60
"""Units inside units: deeper ones are taken for plain inline codes."""
_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Flavour:
    """How XML and HTML differ to the walk."""

    texts: Callable[[str], Iterable[tuple[str, str, str]]]
    """A text token in pieces: ``(spelled, decoded, entity)``; one of the last two is empty."""
    value: Callable[[str], str]
    """An attribute's value, decoded."""
    html: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known about the whole document."""

    path: str
    locale: LocaleTag
    facts: Sequence[Facts | None]
    """By the numbers of the start tags; None: the parser knows no such element."""
    parents: Sequence[int] | None = None
    """By number, the number of the element that a parser put it into, -1 for none. None: as the tags say."""
    title: int | None = None
    """The element whose text is the title."""
    main: int | None = None
    """The element whose text a page shows; None: all of them."""
    slots: Mapping[int, Skeleton] = field(default_factory=dict)
    """By number: what goes behind the element's name, such as a slot for the language."""
    languages: frozenset[str] = frozenset()
    """The attributes that name the language of the text, as they are spelled."""


@dataclass(slots=True)
class Frame:
    """An open element."""

    number: int
    name: str
    facts: Facts
    kind: str
    """block, inline, nested, only, fixed."""
    role: Role
    lead: str | None
    code: int = 0
    body_at: int = -1
    """Where its start stands in the body, until a unit has given it an id."""
    body_size: int = 0
    page: str = ""
    hidden: bool = False


@dataclass(slots=True)
class Level:
    """A skeleton that is being made: that of the document, of a part for some languages, of a code."""

    out: list[object] = field(default_factory=list)
    body: list[object] = field(default_factory=list)
    flow: list[Piece] = field(default_factory=list)
    locales: LocaleFilter | None = None
    id: str = ""
    """That the unit in the flow will have, from its first letter on."""
    start: int = 0
    """Where its first letter stands."""
    notes: list[Note] = field(default_factory=list)
    """Of the inline elements in the flow."""
    fixed: list[str] = field(default_factory=list)
    """Text that is not translated, where the level is one code."""


@dataclass(slots=True)
class Target:
    """Stands in a skeleton for what a later element's translation will be."""

    source: int
    raw: str
    before: str
    after: str


class Walk:
    """One document. ``run`` once, then read what was found."""

    def __init__(self, text: str, flavour: Flavour, outline: Outline) -> None:
        self._text = text
        self._flavour = flavour
        self._outline = outline
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._levels = [Level()]
        self._root = Frame(-1, "", Facts(), "block", "paragraph", None)
        self._stack: list[Frame] = []
        self._count = 0
        self._codes = 0
        self._titled = False
        self._shown = outline.main is None
        self._notes: list[list[object]] = []
        self._last: tuple[str, str] = ("", "")
        self._in_target = -1
        self._targets: dict[int, UnitRef] = {}
        self._wanted = {
            facts.target: number for number, facts in enumerate(outline.facts) if facts and facts.target is not None
        }
        self.ids: list[str] = []
        """Of the units, in reading order."""
        self.units: dict[str, Unit] = {}
        self.left_out: list[LeftOut] = []

    # Results ------------------------------------------------------------------------------------

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
        return self._frozen(self._levels[0].out)

    @property
    def body(self) -> Skeleton:
        parts = list(self._levels[0].body)
        if self._notes:
            parts += [
                '<ol class="notes">',
                *(part for note in self._notes for part in ["<li>", *note, "</li>"]),
                "</ol>",
            ]
        return self._frozen(parts)

    # Tokens -------------------------------------------------------------------------------------

    def _take_text(self, token: Token) -> None:
        if self._in_target >= 0:
            return
        spelled = self._text[token.start : token.end]
        top = self._top
        if not top.facts.translate:
            self._fix(token, spelled, top.facts.rule)
            return
        for raw, text, entity in self._flavour.texts(spelled):
            if entity:
                self._add(Piece("alone", (raw,), id=self._new_code(), name=entity, keep=True))
            else:
                self._add_text(Piece("text", (raw,), text), token.start)

    def _take_cdata(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        inner = spelled[9:].removesuffix("]]>")
        if self._in_target >= 0:
            return
        if not self._top.facts.translate:
            self._fix(token, spelled, self._top.facts.rule, inner)
            return
        self._add_text(Piece("cdata", (spelled,), inner), token.start)

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
        if self._in_target >= 0:
            return
        if self._level.id:
            self._add(Piece("alone", (spelled,), id=self._new_code(), name=token.name or "pi"))
        else:
            self._aside(spelled)

    def _take_other(self, token: Token) -> None:
        self._flush()
        self._level.out.append(self._text[token.start : token.end])

    def _aside(self, spelled: str) -> None:
        if self._in_target >= 0:
            return
        if self._level.flow:
            self._add(Piece("aside", (spelled,)))
        else:
            self._level.out.append(spelled)

    def _fix(self, token: Token, spelled: str, rule: str, shown: str | None = None) -> None:
        """Text that is not translated, where no unit is around it."""
        self._flush()
        decoded = self._flavour.texts(spelled) if shown is None else [("", shown, "")]
        text = "".join(text or entity for _, text, entity in decoded)
        self._level.fixed.append(text)
        self._level.out.append(spelled)
        self._leave_out(token.start, text, rule)

    # Elements -----------------------------------------------------------------------------------

    def _take_start(self, token: Token) -> None:
        outline = self._outline
        facts = outline.facts[token.number] if token.number < len(outline.facts) else None
        if outline.parents is not None and facts is not None:
            self._sync(outline.parents[token.number])
        if self._in_target >= 0:
            self._push(Frame(token.number, token.name, facts or Facts(), "fixed", "paragraph", None), token)
            return
        top = self._top
        facts = facts or Facts(translate=top.facts.translate, within="yes")
        if token.name in ("script", "style") and self._flavour.html:
            facts = Facts(translate=False, within="yes", rule=token.name)
        kind = self._kind(facts, top)
        if kind == "inline":
            self._open_inline(token, facts)
        elif kind == "fixed" and top.facts.translate:
            self._open_fixed(token, facts)
        elif kind == "nested":
            self._open_nested(token, facts)
        else:
            self._open_block(token, facts, kind)

    def _kind(self, facts: Facts, top: Frame) -> str:
        """What an element is where it stands."""
        if facts.within == "no":
            return "block"
        if facts.within == "nested" or (facts.locales and facts.locales != self._level.locales):
            return "nested" if len(self._levels) < _DEEPEST and facts.translate else "fixed"
        if not facts.translate:
            return "fixed"
        return "inline" if top.facts.translate else "block"

    def _open_inline(self, token: Token, facts: Facts) -> None:
        number = self._new_code()
        self._level.notes.extend(facts.notes)
        alone = token.kind == "empty"
        shows = page.open_tag(facts.page, self._values(token)) if facts.page else ""
        piece = Piece("alone" if alone else "open", self._tag(token, facts), id=number, name=_short(token.name))
        piece.page, piece.html = facts.page or ("" if self._flavour.html else token.name), shows
        self._add(piece)
        if not alone:
            self._stack.append(self._framed(token, facts, "inline", code=number))

    def _open_fixed(self, token: Token, facts: Facts) -> None:
        """An inline element that is not translated, inside a text: one code for all of it."""
        level = Level(locales=self._level.locales)
        self._levels.append(level)
        level.out.extend(self._tag(token, facts))
        self._stack.append(self._framed(token, facts, "fixed", code=self._new_code()))
        if token.kind == "empty":
            self._close(self._stack[-1])

    def _open_nested(self, token: Token, facts: Facts) -> None:
        self._reserve(token.start)
        level = Level(locales=facts.locales or self._level.locales)
        self._levels.append(level)
        level.out.extend(self._tag(token, facts))
        frame = self._framed(token, facts, "nested", code=self._new_code())
        frame.role = facts.role or ("note" if facts.within == "nested" else frame.role)
        self._stack.append(frame)
        if token.kind == "empty":
            self._close(frame)

    def _open_block(self, token: Token, facts: Facts, kind: str) -> None:
        self._flush()
        if facts.locales != self._level.locales and facts.locales is not None and len(self._levels) < _DEEPEST:
            self._levels.append(Level(locales=facts.locales))
            kind = "only"
        frame = self._framed(token, facts, kind)
        if token.number in self._wanted and self._start_target(token, frame):
            return
        self._level.out.extend(self._tag(token, facts))
        self._open_page(token, frame)
        self._stack.append(frame)
        if token.kind == "empty":
            self._close(frame)

    def _framed(self, token: Token, facts: Facts, kind: str, code: int = 0) -> Frame:
        top = self._top
        role = facts.role or ROLES.get(facts.page)
        if role is None:
            role = top.role if top.role in ("item", "quote", "cell", "caption", "note") else "paragraph"
        lead = top.lead
        if facts.page in _LISTS:
            lead = self._last[0] if self._last[1].rstrip().endswith(_LEAD_ENDS) else None
        return Frame(token.number, token.name, facts, kind, role, lead, code, hidden=top.hidden)

    def _take_end(self, token: Token) -> None:
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].name == token.name:
                break
        else:
            self._stray(token)
            return
        frame = self._stack[depth]
        if frame.kind == "inline" and depth < len(self._stack) - 1:
            del self._stack[depth]  # formatting that ends inside what it began outside of
            self._add(Piece("close", self._slice(token), id=frame.code, name=_short(frame.name)))
            return
        while self._stack[-1] is not frame:
            self._close(self._stack[-1])
        self._close(frame, token)

    def _stray(self, token: Token) -> None:
        """An end tag without a beginning."""
        if self._level.flow and self._in_target < 0:
            self._add(Piece("alone", self._slice(token), id=self._new_code(), name=_short(token.name)))
        elif self._in_target < 0:
            self._level.out.append(self._text[token.start : token.end])

    def _close(self, frame: Frame, token: Token | None = None) -> None:
        """Ends an element, with its tag or, where that is missing, without."""
        self._stack.pop()
        if self._in_target >= 0:
            self._end_target(frame, token)
            return
        tag = self._slice(token) if token else ()
        if frame.kind == "inline":
            html = page.close_tag(frame.facts.page) if frame.facts.page else ""
            if token:
                self._add(Piece("close", tag, id=frame.code, name=_short(frame.name), html=html))
            return
        if frame.kind == "fixed" and frame.code:
            self._close_fixed(frame, tag)
        elif frame.kind == "nested":
            self._close_nested(frame, tag)
        else:
            self._flush(frame)
            self._level.out.extend(tag)
            self._close_page(frame)
            if frame.kind == "only":
                self._close_only()

    def _close_fixed(self, frame: Frame, tag: Skeleton) -> None:
        self._flush(frame)
        level = self._levels.pop()
        shown = "".join(level.fixed)
        raw = (*self._frozen(level.out), *tag)
        if frame.name in ("script", "style") and self._flavour.html:
            self._add(Piece("aside", raw))
            return
        name = _short(frame.name)
        html = page.open_tag(frame.facts.page, {}) + page.escape(shown) + page.close_tag(frame.facts.page)
        shows = " ".join(shown.split())[:_LONGEST_SHOWN]
        piece = Piece("alone", raw, id=frame.code, name=name, html=html, shows=shows, keep=bool(shows))
        piece.page = frame.facts.page
        self._add(piece)

    def _close_nested(self, frame: Frame, tag: Skeleton) -> None:
        self._flush(frame)
        level = self._levels.pop()
        raw: Skeleton = (*self._frozen(level.out), *tag)
        if level.locales is not None and level.locales != self._level.locales:
            raw = (Only(level.locales, raw),)
        html = ""
        if level.body and self._shows:
            self._notes.append(level.body)
            html = f"<sup>{len(self._notes)}</sup>"
        self._add(Piece("alone", raw, id=frame.code, name=_short(frame.name), html=html, keep=True))

    def _close_only(self) -> None:
        level = self._levels.pop()
        locales = level.locales or LocaleFilter(("*",))
        self._level.out.append(Only(locales, self._frozen(level.out)))
        if level.body:
            self._level.body.append(Only(locales, self._frozen(level.body)))

    def _sync(self, parent: int) -> None:
        """Ends what a parser ended before an element, though no tag says so."""
        if self._top.number == parent or (parent >= 0 and all(frame.number != parent for frame in self._stack)):
            return
        while self._stack and self._top.number != parent:
            self._close(self._stack[-1])

    # Pages --------------------------------------------------------------------------------------

    @property
    def _shows(self) -> bool:
        return self._shown and not self._top.hidden

    def _open_page(self, token: Token, frame: Frame) -> None:
        if token.number == self._outline.main:
            self._shown = True
        frame.hidden = frame.hidden or (frame.facts.page in _HIDDEN and self._outline.main is None)
        frame.page = "h2" if frame.facts.page == "h1" else frame.facts.page
        if not self._shown or frame.hidden or token.number == self._outline.title:
            frame.page = ""
        if tag := page.open_tag(frame.page, self._values(token)) if frame.page else "":
            frame.body_at = len(self._level.body)
            self._level.body.append(tag)
        frame.body_size = len(self._level.body)

    def _close_page(self, frame: Frame) -> None:
        if frame.number == self._outline.main:
            self._shown = False
        body = self._level.body
        if frame.body_at >= 0 and frame.body_size == len(body) and frame.page not in ("td", "th", "hr"):
            del body[frame.body_at :]
        elif frame.body_at >= 0 and (tag := page.close_tag(frame.page)):
            body.append(f"{tag}\n" if frame.page not in ("li", "td", "th", "dt", "dd") else tag)

    def _show(self, unit: Unit, block: Frame) -> None:
        """Puts a unit's hole into the body."""
        if not self._shown or block.hidden or unit.id == "title":
            return
        body = self._level.body
        frames = (frame for frame in (block, *reversed(self._stack)) if frame.page or frame.kind == "nested")
        block = next(frames, self._root)
        if block.page not in page.TEXT_BLOCKS or block.kind == "nested":
            body += (f'<p id="{unit.id}">', UnitRef(unit.id), "</p>\n")
            return
        first = body[block.body_at] if block.body_at >= 0 else None
        if isinstance(first, str) and block.body_size == len(body):
            body[block.body_at] = f'{first[:-1]} id="{unit.id}">'
        body.append(UnitRef(unit.id))

    # Flows --------------------------------------------------------------------------------------

    @property
    def _top(self) -> Frame:
        return self._stack[-1] if self._stack else self._root

    @property
    def _level(self) -> Level:
        return self._levels[-1]

    def _new_code(self) -> int:
        self._codes += 1
        return self._codes

    def _add(self, piece: Piece) -> None:
        self._level.flow.append(piece)

    def _add_text(self, piece: Piece, start: int) -> None:
        if not self._level.id and has_text(piece.text):
            self._reserve(start)
        self._add(piece)

    def _reserve(self, start: int) -> None:
        """Gives the flow's unit its id, so that units inside it come after it."""
        level = self._level
        if not level.id:
            level.id, level.start = self._new_id(), start

    def _new_id(self) -> str:
        inside = any(frame.number == self._outline.title for frame in self._stack)
        if inside and not self._titled:
            self._titled = True
            self.ids.append("title")
            return "title"
        return self._next_id()

    def _flush(self, frame: Frame | None = None) -> None:
        """Makes a unit of the flow, or leaves it in the skeleton where it has no text."""
        level = self._level
        flow, level.flow = level.flow, []
        name, level.id = level.id, ""
        notes, level.notes = level.notes, []
        block = frame or next((f for f in reversed(self._stack) if f.kind != "inline"), self._root)
        if not flow:
            return
        if not name or not any(has_text(piece.text) for piece in flow):
            text = "".join(piece.text for piece in flow)
            if text.strip():
                self._leave_out(level.start, text, "no letter or digit")
            for piece in flow:
                level.out.extend(piece.raw)
            return
        block_notes = tuple(dict.fromkeys((*block.facts.notes, *notes)))
        self._unit(name, core(flow, preserve=block.facts.preserve), block, block_notes)

    def _unit(self, name: str, found: Core, block: Frame, notes: tuple[Note, ...]) -> None:
        level = self._level
        unit = Unit(
            id=name,
            place=self._place(level.start),
            role="title" if name == "title" else block.role,
            content=found.content,
            name=block.facts.name,
            context=block.facts.context,
            notes=notes,
            lead=block.lead,
            locales=level.locales,
            limits=block.facts.limits,
            preserve=block.facts.preserve,
        )
        self.units[name] = unit
        self._last = (name, "".join(part for part in found.content if isinstance(part, str)))
        hole = UnitRef(name, "cdata" if found.cdata else "text", _needed(found), found.asides)
        level.out.extend(found.before)
        if block.facts.target is not None and block.number not in self._targets:
            self._targets[block.number] = hole
            level.out.extend(found.raw)
        else:
            level.out.append(hole)
        level.out.extend(found.after)
        self._show(unit, block)

    # Tags ---------------------------------------------------------------------------------------

    def _slice(self, token: Token) -> Skeleton:
        return (self._text[token.start : token.end],)

    def _values(self, token: Token) -> dict[str, str]:
        decode = self._flavour.value
        return {
            (item.name.lower() if self._flavour.html else item.name): decode(self._text[item.start : item.end])
            for item in attributes(self._text, token)
        }

    def _tag(self, token: Token, facts: Facts) -> Skeleton:
        """A start tag, with holes for the texts in its attributes and for the language."""
        text, outline = self._text, self._outline
        slot = outline.slots.get(token.number)
        if not slot and not facts.attributes and not outline.languages:
            return (text[token.start : token.end],)
        parts: list[str | UnitRef | LocaleSlot | Only] = []
        position = token.start
        if slot:
            position += 1 + len(token.name)
            parts += [text[token.start : position], *slot]
        for item in attributes(text, token):
            hole = self._attribute(token, item, facts)
            if hole is not None:
                parts += [text[position : item.start], hole]
                position = item.end
        return (*parts, text[position : token.end])

    def _attribute(self, token: Token, item: Attribute, facts: Facts) -> UnitRef | LocaleSlot | None:
        raw = self._text[item.start : item.end]
        name = item.name.lower() if self._flavour.html else item.name
        if name in self._outline.languages and _language(raw) == _language(self._outline.locale):
            return LocaleSlot("lang", raw, "", "")
        if name not in facts.attributes:
            return None
        value = self._flavour.value(raw)
        if not has_text(value):
            return None
        unit_id = self._next_id()
        note = Note(f"The text of the attribute {name} of <{_short(token.name)}>")
        self.units[unit_id] = Unit(
            unit_id, self._place(item.start), "label", (value.strip(),), notes=(note, *facts.notes),
            locales=self._level.locales,
        )  # fmt: skip
        return UnitRef(unit_id, {'"': "double", "'": "single"}.get(item.quote, "bare"), (raw,))

    def _next_id(self) -> str:
        self._count += 1
        self.ids.append(f"p{self._count}")
        return self.ids[-1]

    # Targets ------------------------------------------------------------------------------------

    def _start_target(self, token: Token, frame: Frame) -> bool:
        """Begins an element that is to hold the translation of another one."""
        if token.kind == "empty":
            tag = self._text[token.start : token.end]
            opened = tag[:-2].rstrip() + ">"
            self._level.out.append(Target(self._wanted[token.number], tag, opened, f"</{token.name}>"))
            return True
        self._level.out.extend(self._tag(token, frame.facts))
        self._level.out.append(Target(self._wanted[token.number], str(token.end), "", ""))
        self._in_target = token.number
        self._stack.append(frame)
        return True

    def _end_target(self, frame: Frame, token: Token | None) -> None:
        if frame.number != self._in_target:
            return
        self._in_target = -1
        mark = self._level.out[-1]
        end = token.start if token else len(self._text)
        if isinstance(mark, Target):
            mark.raw = self._text[int(mark.raw) : end]
        if token:
            self._level.out.extend(self._slice(token))

    def _push(self, frame: Frame, token: Token) -> None:
        if token.kind != "empty":
            self._stack.append(frame)

    # What was left out --------------------------------------------------------------------------

    def _leave_out(self, start: int, text: str, rule: str) -> None:
        if has_text(text):
            self.left_out.append(LeftOut(self._place(start), " ".join(text.split()), rule))

    def _place(self, position: int) -> Place:
        return Place(self._outline.path, bisect_right(self._lines, position))

    def _frozen(self, parts: Sequence[object]) -> Skeleton:
        """The parts as a skeleton: neighbouring strings in one, targets filled in."""
        result: list[object] = []
        run: list[str] = []
        for part in parts:
            if isinstance(part, str):
                run.append(part)
                continue
            if run:
                result.append("".join(run))
                run = []
            result.append(self._filled(part) if isinstance(part, Target) else part)
        if run:
            result.append("".join(run))
        return tuple(result)  # type: ignore[arg-type]

    def _filled(self, mark: Target) -> object:
        hole = self._targets.get(mark.source)
        if hole is None:
            return mark.raw
        return UnitRef(hole.unit, hole.kind, (mark.raw,), mark.before, mark.after)


def _needed(found: Core) -> Skeleton | None:
    """What the source has in a unit's place, where that is not what its content would be escaped to."""
    plain = len(found.content) == 1 and found.content == found.raw and not set("&<>") & set(str(found.raw[0]))
    return None if plain or found.cdata else found.raw


def _short(name: str) -> str:
    """An element's own name, without its prefix."""
    return name.rpartition(":")[2]


def _language(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
