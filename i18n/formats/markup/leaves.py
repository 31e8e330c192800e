"""The tokens of a document that are no tags: text, comments, instructions."""

from __future__ import annotations

from i18n.formats import page
from i18n.formats.languagemark import is_of
from i18n.formats.markup.draft import Draft
from i18n.formats.markup.flow import WHITE, Piece, section
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.tokens import Token, unix
from i18n.model import LocaleSlot

LONGEST_SHOWN = 200
"""Characters of what a code stands for, as far as a translator is shown it."""


class Leaves:
    """Puts them where they belong."""

    def __init__(self, text: str, flavour: Flavour, outline: Outline, draft: Draft) -> None:
        self._text = text
        self._flavour = flavour
        self._outline = outline
        self._draft = draft

    def text(self, token: Token) -> None:
        draft = self._draft
        if draft.targets.inside:
            return
        spelled = self._text[token.start : token.end]
        top = draft.top.facts
        if not top.translate:
            self._fix(token, spelled, "".join(text or raw for raw, text, _ in self._flavour.texts(spelled)))
            return
        level = draft.levels[-1]
        if not level.flow and not spelled.strip(WHITE) and not top.preserve:  # between two blocks
            level.out.append(spelled)
            return
        if "&" not in spelled:  # nearly always
            draft.add_text(Piece("text", (spelled,), unix(spelled)), token.start)
            return
        for raw, text, entity in self._flavour.texts(spelled):
            if entity:
                self._add_entity(raw, entity, token.start)
            else:
                draft.add_text(Piece("text", (raw,), text), token.start)

    def _add_entity(self, raw: str, name: str, start: int) -> None:
        if not self._draft.level.flow:
            self._draft.level.start = start
        stands = self._outline.entities.get(name, "")
        html, shows = page.escape(stands), " ".join(stands.split())[:LONGEST_SHOWN]
        self._draft.add(Piece("alone", (raw,), "", self._draft.new_code(), name, html=html, shows=shows, keep=True))

    def cdata(self, token: Token) -> None:
        if self._draft.targets.inside:
            return
        spelled = self._text[token.start : token.end]
        inner = unix(section(spelled))
        if self._draft.top.facts.translate:
            self._draft.add_text(Piece("cdata", (spelled,), inner), token.start)
        else:
            self._fix(token, spelled, inner)

    def _fix(self, token: Token, spelled: str, text: str) -> None:
        """Text that is not translated, where no unit is around it."""
        self._draft.flush()
        level = self._draft.level
        level.fixed.append(text)
        if "" in self._draft.top.facts.languages and is_of(text, self._outline.locale):
            level.out.append(LocaleSlot("lang", spelled, "", ""))
            return
        level.out.append(spelled)
        self._draft.leave_out(token.start, text, self._draft.top.facts.rule)

    def comment(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        self._draft.leave_out(token.start, spelled.removeprefix("<!--").removesuffix("-->"), "comment")
        self._draft.add_aside(spelled)

    def raw(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        self._draft.leave_out(token.start, spelled, self._draft.top.name)
        self._draft.add_aside(spelled)

    def instruction(self, token: Token) -> None:
        spelled = self._text[token.start : token.end]
        if self._draft.level.id and not self._draft.targets.inside:
            self._draft.add(Piece("alone", (spelled,), id=self._draft.new_code(), name=token.name or "pi"))
        else:
            self._draft.add_aside(spelled)

    def other(self, token: Token) -> None:
        """A document type; in HTML what a browser takes for a comment, and a tag in which the file ends."""
        spelled = self._text[token.start : token.end]
        if spelled[1] in "!?/" and spelled[:9].lower() != "<!doctype":
            self._draft.leave_out(token.start, spelled[1:].strip("!?/>"), "comment")
            self._draft.add_aside(spelled)
            return
        self._draft.flush()
        self._draft.level.out.append(spelled)
        if spelled[1] != "!":
            self._draft.leave_out(token.start, spelled, "tag without an end")
