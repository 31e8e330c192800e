"""From the tokens of a document, and the facts about its elements, to its skeleton, units and page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from i18n import content
from i18n.formats import page
from i18n.formats.markup.draft import Draft
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.flow import Piece
from i18n.formats.markup.leaves import LONGEST_SHOWN, Leaves
from i18n.formats.markup.outline import ROOT, Flavour, Frame, Level, Outline
from i18n.formats.markup.tags import Tags, short
from i18n.formats.markup.tokens import Token
from i18n.model import Only, Role, Skeleton

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
_READINGS = frozenset(("rt", "rp", "rtc"))
_READ = frozenset(("ruby", "rb"))
_CHOICES = frozenset(("select", "datalist"))
_LIST_MARK = "mso-list:Ignore"
"""In the style of a bullet or number that Word has drawn itself when it saved a page."""
_OLD = frozenset("acronym big blink font nobr strike tt".split())
"""Elements within a text that HTML has no more; browsers show them so."""
_OWN_WAYS = _PROGRAMS | _READINGS | _READ | _CHOICES | _OLD
"""HTML elements that are not quite what ITS says of them."""
_FOREIGN_CODES = 1_000_000_000
"""Numbers that a document gives to its codes begin above those that the walk gives."""
_DEEPEST = 60
"""Units inside units: deeper ones are taken for text that is not translated."""


class Walk:
    """The way through one document."""

    def __init__(self, text: str, flavour: Flavour, outline: Outline) -> None:
        self._text = text
        self._flavour = flavour
        self._outline = outline
        self._draft = Draft(text, outline)
        self._leaves = Leaves(text, flavour, outline, self._draft)
        self._tags = Tags(text, flavour, outline, self._draft.label)

    def run(self, tokens: Iterable[Token]) -> Draft:
        """Goes through the document, once. Returns what was found."""
        take = {
            "text": self._leaves.text,
            "cdata": self._leaves.cdata,
            "start": self._take_start,
            "empty": self._take_start,
            "end": self._take_end,
            "comment": self._leaves.comment,
            "raw": self._leaves.raw,
            "pi": self._leaves.instruction,
            "other": self._leaves.other,
        }
        for token in tokens:
            take[token.kind](token)
        while self._draft.stack:
            self._close(self._draft.stack[-1])
        self._draft.flush()
        return self._draft

    # Start tags ---------------------------------------------------------------------------------

    def _take_start(self, token: Token) -> None:
        outline = self._outline
        facts = outline.facts[token.number] if token.number < len(outline.facts) else None
        if outline.parents is not None and facts is not None:
            self._sync(outline.parents[token.number])
        if self._draft.targets.inside:
            if token.kind == "start":
                self._draft.stack.append(replace(ROOT, number=token.number, name=token.name))
            return
        top = self._draft.top
        facts = facts or Facts(translate=top.facts.translate, within="yes")
        if self._flavour.html and (token.name in _OWN_WAYS or ":" in token.name):
            facts = _of_page(token.name, facts)
        elif token.name == "span" and self._text.find(_LIST_MARK, token.start, token.end) > 0 and self._flavour.html:
            facts = Facts(translate=False, within="yes", rule="list mark")
        kind = self._kind(facts, top)
        if kind == "mark":
            self._open_mark(token, facts)
        elif kind == "inline":
            self._open_inline(token, facts)
        elif kind == "nested" or (kind == "fixed" and top.facts.translate):
            self._open_level(token, facts, kind)
        else:
            self._open_block(token, facts, kind)

    def _kind(self, facts: Facts, top: Frame) -> str:
        """What an element is where it stands."""
        if facts.within in ("no", "mark"):
            return "block" if facts.within == "no" else "mark"
        if facts.within == "nested" or (facts.locales and facts.locales != self._draft.level.locales):
            return "nested" if len(self._draft.levels) < _DEEPEST and facts.translate else "fixed"
        if not facts.translate:
            return "fixed" if len(self._draft.levels) < _DEEPEST else "block"
        return "inline" if top.facts.translate else "block"

    def _open_mark(self, token: Token, facts: Facts) -> None:
        self._draft.add(Piece("mark", self._tags.start(token, facts), keep=self._flavour.html))
        if token.kind == "start":
            self._draft.stack.append(self._framed(token, facts, "mark"))

    def _open_inline(self, token: Token, facts: Facts) -> None:
        number = self._draft.new_code()
        self._draft.level.notes.extend(facts.notes)
        alone = token.kind == "empty"
        shows = facts.page and self._draft.pages.drawn
        html = page.open_tag(facts.page, self._tags.values(token)) if shows else ""
        shape = facts.page or ("" if self._flavour.html else token.name)
        tag = self._tags.start(token, facts)
        if facts.stands and alone:
            kind, name, number = facts.stands
            self._draft.add(Piece(kind, tag, id=_FOREIGN_CODES + number, name=name, keep=True))
            return
        kind = "alone" if alone else "open"
        if facts.page == "img" and alone:
            html = self._draft.picture(token.start, self._tags.value(token, "src"), tag)
        self._draft.add(Piece(kind, tag, id=number, name=short(token.name), page=shape, html=html))
        if not alone:
            frame = self._framed(token, facts, "inline", number)
            frame.shown = bool(html)
            self._draft.stack.append(frame)

    def _open_level(self, token: Token, facts: Facts, kind: str) -> None:
        """An inline element that is one code with all that is in it."""
        if kind == "nested":
            self._draft.reserve(token.start)
        else:
            self._draft.level.notes.extend(facts.notes)
        level = Level(locales=facts.locales or self._draft.level.locales)
        self._draft.levels.append(level)
        level.out.extend(self._tags.start(token, facts))
        frame = self._framed(token, facts, kind, self._draft.new_code())
        if facts.within == "nested":
            frame.role = facts.role or "note"
        if token.kind == "empty":
            self._close_code(frame, (), whole=True)
        else:
            self._draft.stack.append(frame)

    def _open_block(self, token: Token, facts: Facts, kind: str) -> None:
        draft = self._draft
        draft.flush()
        if facts.locales is not None and facts.locales != draft.level.locales and len(draft.levels) < _DEEPEST:
            draft.levels.append(Level(locales=facts.locales))
            kind = "only"
        frame = self._framed(token, facts, kind)
        if draft.targets.begins(token.number):
            self._open_target(token, frame)
            return
        level = draft.levels[-1]
        level.out.extend(self._tags.start(token, facts))
        if draft.pages.drawn:
            draft.pages.opened(frame, self._tags.values(token) if facts.page else {}, level.body)
        draft.stack.append(frame)
        if token.kind == "empty":
            self._close(frame)

    def _open_target(self, token: Token, frame: Frame) -> None:
        if token.kind == "empty":
            self._draft.level.out.append(self._draft.targets.empty(token))
            return
        self._draft.level.out.extend((*self._tags.start(token, frame.facts), self._draft.targets.opened(token)))
        self._draft.stack.append(frame)

    def _framed(self, token: Token, facts: Facts, kind: str, code: int = 0) -> Frame:
        top = self._draft.top
        role = facts.role or ROLES.get(facts.page) or (top.role if top.role in _PASSED_ON else "paragraph")
        lead = top.lead
        if facts.page in _LISTS:
            last = self._draft.last
            lead = last[0] if content.plain(last[1]).rstrip().endswith(_LEAD_ENDS) else None
        return Frame(token.number, token.name, facts, kind, role, lead, code, hidden=top.hidden)

    def _sync(self, parent: int) -> None:
        """Ends what a parser ended before an element, though no tag says so."""
        stack = self._draft.stack
        if self._draft.top.number == parent:  # nearly always
            return
        if parent >= 0 and not any(frame.number == parent for frame in reversed(stack)):
            return
        while stack and self._draft.top.number != parent:
            self._close(stack[-1])

    # End tags -----------------------------------------------------------------------------------

    def _take_end(self, token: Token) -> None:
        stack = self._draft.stack
        if stack and stack[-1].name == token.name:  # nearly always
            self._close(stack[-1], token)
            return
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
        if self._draft.targets.inside:
            return
        if self._draft.level.flow:
            self._draft.add(Piece("alone", self._slice(token), id=self._draft.new_code(), name=short(token.name)))
        else:
            self._draft.level.out.extend(self._slice(token))

    def _close(self, frame: Frame, token: Token | None = None) -> None:
        """Ends an element, with its tag or, where that is missing, without."""
        draft = self._draft
        draft.stack.pop()
        tag = self._slice(token) if token else ()
        if draft.targets.inside:
            if mark := draft.targets.closed(frame.number, token):
                draft.level.out.extend(tag)
                draft.leave_out(mark.start, mark.raw, "holds the translation of another element")
        elif frame.kind == "mark":
            if token:
                self._draft.add(Piece("mark", tag, keep=self._flavour.html))
        elif frame.kind == "inline":
            if token:
                self._add_end(frame, token)
        elif frame.code:
            self._close_code(frame, tag, whole=token is not None)
        else:
            self._close_block(frame, tag)

    def _add_end(self, frame: Frame, token: Token) -> None:
        html = page.close_tag(frame.facts.page) if frame.shown else ""
        self._draft.add(Piece("close", self._slice(token), id=frame.code, name=short(frame.name), html=html))

    def _close_block(self, frame: Frame, tag: Skeleton) -> None:
        draft = self._draft
        draft.flush(frame)
        level = draft.levels[-1]
        level.out.extend(tag)
        if draft.pages.drawn:
            draft.pages.closed(frame, level.body)
        if frame.kind == "only":
            draft.close_level()

    def _close_code(self, frame: Frame, tag: Skeleton, *, whole: bool) -> None:
        """Ends an inline element that is one code. One without an end tag must not move: no unit ends with it."""
        self._draft.flush(frame)
        piece = self._code(frame, self._draft.levels.pop(), tag)
        self._draft.add(piece if whole else replace(piece, page="", keep=False))

    def _code(self, frame: Frame, level: Level, tag: Skeleton) -> Piece:
        """The piece for an inline element that is one code."""
        raw: Skeleton = (*self._draft.targets.frozen(level.out), *tag)
        name = short(frame.name)
        if frame.kind == "nested":
            if level.locales is not None and level.locales != self._draft.level.locales:
                raw = (Only(level.locales, raw),)
            note = "" if frame.hidden else self._draft.pages.note(level.body)
            return Piece("alone", raw, id=frame.code, name=name, html=note, keep=True)
        if self._flavour.html and frame.name in _READINGS:
            return Piece("mark", raw)
        if self._flavour.html and frame.name in _PROGRAMS:
            return Piece("alone", raw, "", frame.code, name)
        shown = "".join(level.fixed)
        html = page.open_tag(frame.facts.page, {}) + page.escape(shown) + page.close_tag(frame.facts.page)
        shows = " ".join(shown.split())[:LONGEST_SHOWN]
        return Piece("alone", raw, "", frame.code, name, frame.facts.page, html, shows, keep=bool(shows))

    def _slice(self, token: Token) -> Skeleton:
        return (self._text[token.start : token.end],)


def _of_page(name: str, facts: Facts) -> Facts:
    """What stands in a sentence of HTML, though ITS takes it for the end of one or for words of it."""
    if name in _PROGRAMS:
        return Facts(translate=False, within="yes", rule=name)
    if name in _READINGS and facts.translate:
        return Facts(translate=False, within="yes", rule="ruby")
    if name in _READ and facts.within != "nested":  # the letters are text, how they are read is none
        return replace(facts, within="mark", attributes=frozenset())
    if name == "o:p":  # Word's mark of a paragraph's end
        return replace(facts, within="mark", attributes=frozenset())
    if (name in _OLD or ":" in name) and facts.within == "no":  # st1:place of word processors, and what HTML had once
        return replace(facts, within="yes")
    return replace(facts, within="nested", role="item") if name in _CHOICES and facts.within == "yes" else facts
