"""What inline markup is made of, before its codes are numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from i18n.formats.markdown.mapped import Mapped
from i18n.model import Skeleton, UnitRef

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class Piece:
    """A text, or one inline code that has no number yet."""

    kind: Literal["text", "open", "close", "alone"]
    name: str = ""
    text: str = ""
    markup: Skeleton = ()
    html: str = ""
    shows: str = ""
    length: int = 0
    """How many characters of the block's text it takes: of a code that can surround a text."""
    tag: bool = False
    """Whether it is a tag of HTML, which may lack its other end."""
    after: str = ""
    """Of the end of a link: what must stand behind a translation in place of the next ``skips`` characters."""
    skips: int = 0


@dataclass(slots=True)
class Inline:
    """The inline markup of one block."""

    mapped: Mapped
    pieces: list[Piece] = field(default_factory=list)
    holes: list[tuple[int, int, UnitRef]] = field(default_factory=list)
    """Where labels stand in the source: images' texts and links' titles."""
    left_out: list[tuple[int, str, str]] = field(default_factory=list)
    """What is not translated: its place in the source, its text, and the rule."""
    comments: str = ""
    """All comments in the text, as they are written behind a translation: before it, they would begin a block."""


def has_words(text: str) -> bool:
    """Whether there is anything to translate."""
    return any(character.isalnum() for character in text)


def shown_text(tokens: list[Token]) -> str:
    """The running text of inline markup, without what stands in images and addresses."""
    texts, address = [], False
    for token in tokens:
        if token.markup == "autolink":
            address = token.nesting > 0
        elif token.type in ("text", "text_special") and not address:
            texts.append(token.content)
    return "".join(texts)


def plain(tokens: list[Token]) -> str:
    """The text that stands for an image, as a page would have it."""
    texts = []
    for token in tokens:
        if token.type == "image":
            texts.append(plain(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            texts.append("\n")
        elif token.type != "html_inline":
            texts.append(token.content)
    return "".join(texts).strip(" \t\n")
