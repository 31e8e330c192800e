"""From the inline markup of a block to its text and codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from i18n.formats import page
from i18n.formats.markdown.mapped import Mapped
from i18n.formats.markdown.pieces import Inline, Piece, has_words, plain
from i18n.formats.markdown.tags import harmless, settle_tags, texts
from i18n.formats.markdown.titles import link_title
from i18n.model import Skeleton, UnitRef

if TYPE_CHECKING:
    from markdown_it.token import Token

Label = Callable[[str, int], str]
"""Makes a unit of a label that stands at a place in the source, and says its id."""
Picture = Callable[[str, str, int], str]
"""Takes note of an image: its address, the unit of its text, its place. Says the mark for it on a page."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_START_TAG = re.compile(r"\A<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_END_TAG = re.compile(r"</[^<>]*>\Z")
_VOID = frozenset(("br", "wbr", "img", "hr", "input", "area", "embed", "source", "track", "col", "link", "meta"))
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")


class Reader:
    """Reads the inline markup of one block.

    :param cell: whether the block is a cell of a table.
    :param source: the source's text between two places.
    :param footnotes: the numbers of footnotes by label, from 0.
    """

    def __init__(
        self,
        mapped: Mapped,
        cell: bool,
        source: Callable[[int, int], str],
        footnotes: dict[str, int],
        label: Label,
        picture: Picture,
    ) -> None:
        self._text = mapped.text
        self._inline = Inline(mapped)
        self._cell = cell
        self._source = source
        self._footnotes = footnotes
        self._label = label
        self._picture = picture
        self._links: list[Token] = []
        self._marks: list[str] = []

    def read(self, tokens: list[Token]) -> Inline:
        """The pieces and the labels of the block."""
        methods = {
            "softbreak": self._softbreak,
            "hardbreak": self._hardbreak,
            "code_inline": self._code_inline,
            "footnote_ref": self._footnote_ref,
            "html_inline": self._html_inline,
            "image": self._image,
            "link_close": self._link_end,
            "text": self._say,
            "text_special": self._say,
        }
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "link_open" and token.markup == "autolink":
                self._address(token, tokens[position + 1], tokens[position + 2])
                position += 2
            elif token.type == "link_open":
                self._add("open", "a", "[", page.open_tag("a", {"href": str(token.attrs["href"])}), 1)
                self._links.append(token)
            else:
                methods.get(token.type, self._mark)(token)
            position += 1
        settle_tags(self._inline.pieces)
        return self._inline

    def _add(self, kind: Literal["open", "close", "alone"], name: str, markup: str, html: str, length: int = 0) -> None:
        self._inline.pieces.append(Piece(kind, name, "", (markup,) if markup else (), html, "", length))

    def _say(self, token: Token) -> None:
        self._inline.pieces.append(Piece("text", text=token.content))

    def _written(self, start: int, end: int) -> str:
        """Markup as the source has it, in one line."""
        if self._cell:
            return self._source(self._inline.mapped.at(start), self._inline.mapped.at(end))
        return _LINE_BREAK.sub(" ", self._text[start:end])

    # One method for each type of token of the library.

    def _softbreak(self, token: Token) -> None:  # noqa: ARG002
        self._inline.pieces.append(Piece("text", text="\n"))

    def _hardbreak(self, token: Token) -> None:
        start, end = token.meta["span"]
        line_end = self._text.index("\n", start)
        prefix = self._source(self._inline.mapped.at(line_end), self._inline.mapped.at(end))
        self._add("alone", "br", "\\" + prefix, page.open_tag("br", {}))

    def _code_inline(self, token: Token) -> None:
        shown = page.open_tag("code", {}) + page.escape(token.content) + page.close_tag("code")
        start, end = token.meta["span"]
        markup = self._source_of_code(start, end)
        self._inline.pieces.append(Piece("alone", "code", "", (markup,), shown, token.content))

    def _source_of_code(self, start: int, end: int) -> str:
        return self._written(start, end) if self._cell else self._text[start:end].replace("\n", " ")

    def _address(self, begin: Token, text: Token, end: Token) -> None:
        shown = page.open_tag("a", {"href": str(begin.attrs["href"])}) + page.escape(text.content) + page.close_tag("a")
        markup = self._written(*end.meta["span"])
        self._inline.pieces.append(Piece("alone", "a", "", (markup,), shown, text.content))

    def _footnote_ref(self, token: Token) -> None:
        number = self._footnotes[token.meta["label"]] + 1
        mark = f'<sup><a href="#fn{number}">{number}</a></sup>'
        self._add("alone", "fn", self._written(*token.meta["span"]), mark)

    def _html_inline(self, token: Token) -> None:
        if "program" in token.meta:
            self._program(token)
            return
        tag = _TAG.match(token.content)
        name = tag[2].lower() if tag else ""
        if not tag:
            self._no_tag(token)
            return
        alone = name in _VOID or token.content.endswith("/>")
        kind: Literal["open", "close", "alone"] = "alone" if alone else "close" if tag[1] else "open"
        written = self._source_of_code(*token.meta["span"])
        self._add(kind, name, written, harmless(name, kind, token.content), len(token.content))
        self._inline.pieces[-1].tag = not alone
        if "=" in token.content:
            at = self._inline.mapped.at(token.meta["span"][0])
            self._inline.left_out += [(at, text, f"attribute {key}") for key, text in texts(name, token.content)]

    def _program(self, token: Token) -> None:
        """A script or a style: one code, written as it stands, since a line's end may end a comment in it.

        In a translation it may stand before a text, so it gets the end tag that the source does not have.
        """
        start, end = token.meta["span"]
        mapped = self._inline.mapped
        name = token.meta["program"]
        self._add("alone", name, self._source(mapped.at(start), mapped.at(end)) + token.meta["missing"], "")
        text = _START_TAG.sub("", token.content)
        text = text if token.meta["missing"] else _END_TAG.sub("", text)
        self._inline.left_out.append((mapped.at(start), text, name))

    def _no_tag(self, token: Token) -> None:
        if token.content.startswith("<!--"):
            start, end = token.meta["span"]
            spelled = token.content.removeprefix("<!--").removesuffix("-->")
            self._inline.left_out.append((self._inline.mapped.at(start), spelled, "comment"))
            self._inline.comments += self._written(start, end)
            self._inline.pieces.append(Piece("text"))  # nothing, but what stands behind it does not surround the text
        else:
            self._add("alone", "markup", self._source_of_code(*token.meta["span"]), "", len(token.content))

    def _mark(self, token: Token) -> None:
        """Emphasis and its like, at either end. In a translation, marks do not show which emphasis is in the other."""
        opens = token.nesting > 0
        if not opens:
            self._marks.pop()
        shown = page.open_tag(token.tag, {}) if opens else page.close_tag(token.tag)
        written = shown if token.tag in self._marks else token.markup.replace("_", "*")
        self._add("open" if opens else "close", token.tag, written, shown, len(token.markup))
        if opens:
            self._marks.append(token.tag)

    # Links and images.

    def _link_end(self, token: Token) -> None:
        label_end, (start, end) = token.meta["label_end"], token.meta["span"]
        markup, after, skips = self._target(start + 1, label_end, end, bool(self._links.pop().attrs.get("title")))
        piece = Piece("close", "a", "", markup, page.close_tag("a"), "", end - label_end)
        piece.after, piece.skips = after, skips
        self._inline.pieces.append(piece)

    def _image(self, token: Token) -> None:
        start, end = token.meta["span"]
        label = start + 2
        label_end = label + len(token.content)
        alt = plain(token.children or [])
        place = self._inline.mapped.at(label)
        for child in token.children or []:
            if child.type == "html_inline" and child.content.startswith("<!--"):
                spelled = child.content.removeprefix("<!--").removesuffix("-->")
                self._inline.left_out.append((place, spelled, "comment"))
        unit = self._label(alt, place) if has_words(alt) else None
        written = self._written(label, label_end)
        markup: Skeleton = (written,)
        target, after, skips = self._target(label, label_end, end, bool(token.attrs.get("title")))
        if unit:
            hole_end = label_end + skips
            raw = (self._source(place, self._inline.mapped.at(hole_end)),)
            self._inline.holes.append((place, self._inline.mapped.at(hole_end), UnitRef(unit, "alt", raw, after=after)))
            markup = (UnitRef(unit, "alt", (written,)),)
        shown = self._picture(str(token.attrs["src"]), unit or "", place)
        self._inline.pieces.append(Piece("alone", "img", "", ("![", *markup, *target), shown))

    def _target(self, label: int, label_end: int, end: int, titled: bool) -> tuple[Skeleton, str, int]:
        """What stands behind the text of a link; and what must go between a translation and the last bracket."""
        if end == label_end + 1 or self._text[label_end + 1 : end] == "[]":
            name = self._written(label, label_end)
            return (f"][{name}]",), f"][{name}", end - label_end - 1
        if not titled or self._text[label_end + 1] != "(":
            return (self._written(label_end, end),), "", 0
        return self._titled(label_end, end), "", 0

    def _titled(self, label_end: int, end: int) -> Skeleton:
        title = link_title(self._text[:end], label_end + 2)
        mapped = self._inline.mapped
        unit = self._label(title.text, mapped.at(title.start)) if title and has_words(title.text) else None
        if not title or not unit:
            return (self._written(label_end, end),)
        place, place_end = mapped.at(title.start), mapped.at(title.end)
        self._inline.holes.append((place, place_end, UnitRef(unit, "title", (self._source(place, place_end),))))
        written = UnitRef(unit, "title", (self._written(title.start, title.end),))
        return self._written(label_end, title.start), written, self._written(title.end, end)
