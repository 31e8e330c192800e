"""From the tokens of a text to its units, the holes in its skeleton, and its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from i18n import content
from i18n.formats import page
from i18n.formats.markdown.found import Found
from i18n.formats.markdown.inline import Reader
from i18n.formats.markdown.mapped import Mapped
from i18n.formats.markdown.parser import Tokens
from i18n.formats.markdown.pieces import Inline, has_words, shown_text
from i18n.formats.markdown.shown import Page, end_tag
from i18n.formats.markdown.titles import reference_title
from i18n.formats.markdown.units import core, numbered, on_page
from i18n.model import Role, Skeleton, UnitRef

if TYPE_CHECKING:
    from markdown_it.token import Token

_COLONS = (":", "：")
_CONTAINERS: dict[str, Role] = {
    "blockquote_open": "quote",
    "list_item_open": "item",
    "footnote_reference_open": "note",
}
_CELLS = ("th", "td")


class Walk:
    """Goes through the blocks of a text once, in the order of the file.

    :param base: where the text begins in the file, behind the front matter.
    """

    def __init__(self, found: Found, tokens: Tokens, base: int) -> None:
        self._found = found
        self._tokens = tokens.blocks
        self._numbers = _numbers(tokens)
        self._base = base
        self._roles: list[Role] = []
        self._leads: list[str | None] = []
        self._colon: tuple[int, str] = (-1, "")
        self._page = Page()

    def body(self) -> Skeleton:
        """Finds everything; the page of the text."""
        for position, token in enumerate(self._tokens):
            if token.type == "inline":
                self._block(position, token)
            elif token.nesting > 0:
                self._open(position, token)
            elif token.nesting < 0:
                self._close(token)
            else:
                self._lone(token)
        return self._page.finished()

    # Containers.

    def _open(self, position: int, token: Token) -> None:
        if role := _CONTAINERS.get(token.type):
            self._roles.append(role)
        if token.type == "footnote_reference_open":
            self._page.begin_note(self._numbers[token.meta["label"]])
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            follows, lead = self._colon
            self._leads.append(lead if follows == position - 1 else None)
        if token.type not in ("paragraph_open", "heading_open", "th_open", "td_open") and not self._is_tight(position):
            self._page.show(page.open_tag(token.tag, _start(token)) + ("" if token.tag == "li" else "\n"))

    def _is_tight(self, position: int) -> bool:
        """Whether it is a list item whose text has no paragraph around it: the text opens the item then."""
        if self._tokens[position].type != "list_item_open":
            return False
        return self._tokens[position + 1].type == "paragraph_open" and self._tokens[position + 1].hidden

    def _close(self, token: Token) -> None:
        if token.type.replace("_close", "_open") in _CONTAINERS:
            self._roles.pop()
        if token.type == "footnote_reference_close":
            self._page.end_note()
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._leads.pop()
        if token.type not in ("paragraph_close", "heading_close", "th_close", "td_close") and token.tag:
            self._page.show(page.close_tag(token.tag) + "\n")

    # Blocks without inline markup.

    def _lone(self, token: Token) -> None:
        if token.type == "reference":
            self._reference(token.meta["mapped"].moved(self._base))
        elif token.type in ("fence", "code_block"):
            info = token.info if " " in token.info.strip() else ""  # more than the name of a language
            self._found.leave(f"{info}\n{token.content}", self._begin(token), "code block")
            self._page.show(f"{page.open_tag('pre', {})}{page.escape(token.content)}{page.close_tag('pre')}\n")
        elif token.type == "html_block":
            self._found.leave(token.content, self._begin(token), "HTML block")
            self._found.unshown(token.content, self._begin(token))
        elif token.type == "hr":
            self._page.show(page.open_tag("hr", {}) + "\n")

    def _begin(self, token: Token) -> int:
        """Where the first line of a block begins."""
        first = self._found.text.line(self._base) + (token.map or [0])[0]
        return self._found.text.start(first)

    def _reference(self, mapped: Mapped) -> None:
        title = reference_title(mapped.text)
        if title and has_words(title.text):
            start, end = mapped.at(title.start), mapped.at(title.end)
            unit = self._label(title.text, start)
            self._found.holes.append((start, end, UnitRef(unit, "title", (self._found.text.source(start, end),))))

    # Blocks of text.

    def _block(self, position: int, token: Token) -> None:
        tag = self._tag(position)
        for cell in token.meta.get("beyond", ()):
            self._found.leave(cell.text, cell.at(0) + self._base, "beyond the columns of its table")
        if not token.content:
            self._page.show(page.open_tag(tag, self._style(position)) + end_tag(tag))
            return
        mapped: Mapped = token.meta["mapped"]
        mark = token.meta.get("task", "")
        children = token.children or []
        mapped = mapped.moved(self._base)
        number = self._number(position, children) if has_words(shown_text(children)) else None
        found = self._found
        reader = Reader(mapped, tag in _CELLS, found.text.source, self._numbers, self._label, found.picture)
        inline = reader.read(children)
        for offset, text, rule in inline.left_out:
            self._found.leave(text, offset, rule)
        for child in children:
            if child.type == "html_inline":
                found.unshown(child.content, mapped.at(child.meta.get("span", (0, 0))[0]))
        if number is None:
            self._no_unit(inline, tag, mark, self._style(position))
        else:
            self._unit(number, inline, position, mark)

    def _number(self, position: int, children: list[Token]) -> int:
        """Makes room for the unit of a block. The title above the text is the unit of a heading that says the same."""
        opened = self._tokens[position - 1]
        role, lead = self._role(position), None
        if opened.tag == "h1" and opened.level == 0:
            if self._found.title is None:
                role = "title"
            elif self._says_title(children):
                return 0
        if role == "item" and self._leads and self._tokens[position - 2].type == "list_item_open":
            lead = self._leads[-1]
        return self._found.add(role, (), 0, lead)

    def _role(self, position: int) -> Role:
        tag = self._tokens[position - 1].tag
        if tag in _CELLS:
            return "cell"
        if tag != "p":
            return "heading"
        return self._roles[-1] if self._roles else "paragraph"

    def _says_title(self, children: list[Token]) -> bool:
        title = self._found.title
        plain = all(token.type in ("text", "text_special", "softbreak") for token in children)
        said = "".join("\n" if token.type == "softbreak" else token.content for token in children)
        return title is not None and plain and content.msgid((said,)) == content.msgid(title.content)

    def _unit(self, number: int, inline: Inline, position: int, mark: str) -> None:
        found = core(inline.mapped.text, inline.pieces)
        start, end = inline.mapped.at(found.start), inline.mapped.at(found.end)
        unit = self._found.units[number]
        if not unit.content:
            unit = self._found.complete(number, numbered(found.pieces), start)
        inside = [hole for hole in inline.holes if start <= hole[0] and hole[1] <= end]
        raw = self._found.skeleton(start, end, inside)
        self._found.holes.append(
            (start, end, UnitRef(unit.id, self._kind(position), raw, after=inline.comments + found.tail))
        )
        self._found.holes += [hole for hole in inline.holes if hole not in inside]
        if unit.role != "title":
            tag = self._tag(position)
            self._page.show_unit(page.open_tag(tag, self._style(position)), tag, unit.id, mark, found)
        if content.plain(unit.content).endswith(_COLONS):
            self._colon = position + 1, unit.id

    def _kind(self, position: int) -> str:
        return "cell" if self._tokens[position - 1].tag in _CELLS else "text"

    def _no_unit(self, inline: Inline, tag: str, mark: str, style: Mapping[str, str]) -> None:
        self._found.holes += inline.holes
        text = "".join(piece.text + piece.shows for piece in inline.pieces)
        said = any(piece.text.strip() for piece in inline.pieces)
        self._found.leave(text, inline.mapped.at(0), "no letter or digit" if said else "code")
        shown = mark + on_page(inline.pieces)
        if shown or tag != "p":
            self._page.show(page.open_tag(tag, style) + shown + end_tag(tag))

    def _label(self, text: str, place: int) -> str:
        """Makes a unit of a label."""
        return self._found.units[self._found.add("label", (text.strip(" \t\n"),), place)].id

    # The page.

    def _style(self, position: int) -> dict[str, str]:
        """How a cell is aligned, as the parser says it: ``text-align:right`` for ``---:``."""
        style = self._tokens[position - 1].attrs.get("style")
        return {"style": str(style)} if style else {}

    def _tag(self, position: int) -> str:
        """The element around a text on the page."""
        opened = self._tokens[position - 1]
        if opened.type == "paragraph_open" and opened.hidden and self._tokens[position - 2].type == "list_item_open":
            return "li"
        return "h2" if opened.tag == "h1" else opened.tag


def _numbers(tokens: Tokens) -> dict[str, int]:
    """The number of each footnote; those that nothing mentions come last."""
    used = max(tokens.footnotes.values(), default=-1) + 1
    unused = [label for label, number in tokens.footnotes.items() if number < 0]
    return {**tokens.footnotes, **{label: used + count for count, label in enumerate(unused)}}


def _start(token: Token) -> dict[str, str]:
    return {"start": str(token.attrs["start"])} if "start" in token.attrs else {}
