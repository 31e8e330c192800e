"""A translated text with its codes as Markdown: what stands beside a code decides how it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from i18n.formats import page
from i18n.model import Code, Content

_MARKS = (("*",), ("**",), ("~~",))
_LINK = ("[",)
_BREAK = "\\\n"
_BLANK = " \t\n"
_TAG = re.compile(r"<(?:[?!]|/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]))")
_SPACE = "&#32;"
"""White space that the start of a line keeps, though no page shows it."""
_NOTHING = "<!-- -->"


@dataclass(slots=True)
class _Part:
    """A text, or a code, as it is written."""

    code: Code | None
    shown: str

    @property
    def mark(self) -> str:
        """The character that an end of emphasis is written with."""
        return self.shown[:1] if self.code and self.code.markup in _MARKS and self.shown[0] in "*~" else ""


def printed(text: Content, escape: Callable[[str], str], markup: Callable[[Code], str]) -> str:
    """A unit's content so that Markdown reads just these texts and codes.

    Emphasis becomes a tag of HTML where Markdown would not see its marks: between two Chinese characters and a bracket,
    around nothing, beside other emphasis. A link inside a link is left out.
    """
    parts = [_Part(None, escape(part)) if isinstance(part, str) else _Part(part, markup(part)) for part in text if part]
    if len(parts) > 1:
        parts = _without_inner_links(parts)
        _choose_marks(parts)
    return "".join(_joints(parts))


def _without_inner_links(parts: Sequence[_Part]) -> list[_Part]:
    outer, inner = 0, set()
    for code in (part.code for part in parts if part.code):
        if code.markup == _LINK:
            inner |= {code.id} if outer else set()
            outer = outer or code.id
        elif code.kind == "close" and code.id == outer:
            outer = 0
    return [part for part in parts if not part.code or part.code.id not in inner]


# Emphasis ----------------------------------------------------------------------------------------


def _choose_marks(parts: list[_Part]) -> None:
    """Writes those ends of emphasis as tags that are no marks where they stand."""
    opened: list[str] = []
    ends = {part.code.id: number for number, part in enumerate(parts) if part.code and part.code.kind == "close"}
    for number, part in enumerate(parts):
        code = part.code
        if not code or code.kind == "alone" or code.markup not in _MARKS:
            continue
        if code.kind == "close":
            opened.pop()
            continue
        last = ends[code.id]
        if code.name in opened or not (_seen(parts, number, -1) and _seen(parts, last, 1)):
            part.shown, parts[last].shown = f"<{code.name}>", f"</{code.name}>"
        opened.append(code.name)


def _seen(parts: Sequence[_Part], number: int, outwards: int) -> bool:
    """Whether Markdown sees an end of emphasis (CommonMark 0.31, left- and right-flanking delimiter runs)."""
    mark = parts[number].mark
    outside, inside = _beside(parts, number, outwards), _beside(parts, number, -outwards)
    if inside is None or mark in (inside.mark, outside.mark if outside else ""):
        return False
    within, without = _edge(inside, -outwards), _edge(outside, outwards)
    if within.isspace():
        return False
    return _is_word(within) or without.isspace() or unicodedata.category(without)[0] == "P" or without in "<>`~$+=^|"


def _beside(parts: Sequence[_Part], number: int, step: int) -> _Part | None:
    while 0 <= (number := number + step) < len(parts):
        if parts[number].shown:
            return parts[number]
    return None


def _edge(part: _Part | None, step: int) -> str:
    """The character of a part that one meets first."""
    if part is None or part.shown.startswith(_BREAK):
        return "\n"
    return part.shown[0 if step > 0 else -1]


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


# Lines -------------------------------------------------------------------------------------------


def _joints(parts: Sequence[_Part]) -> list[str]:
    """The parts as they are written, with what keeps them apart."""
    written = []
    fresh, before = True, None
    last = max((number for number, part in enumerate(parts) if part.shown.strip(_BLANK)), default=-1)
    for number, part in enumerate(parts):
        shown = part.shown
        if not shown:
            continue
        if shown.startswith(_BREAK) and number >= last:
            shown = "<br>"  # at the end of a block the mark of a line break is none
        written.append(_apart(part, before, fresh and _begins_block(parts, number)) + shown)
        fresh = shown.startswith(_BREAK) or (fresh and not shown.strip(_BLANK))
        before = part
    return written


def _apart(part: _Part, before: _Part | None, begins_block: bool) -> str:
    if begins_block:
        return _SPACE
    if before and before.code and before.code.name == "fn" and not part.code and part.shown[0] in "(:":
        return "\\"
    both = before and before.code and part.code
    return _NOTHING if before and both and before.shown[-1] == part.shown[0] == "`" else ""


def _begins_block(parts: Sequence[_Part], number: int) -> bool:
    """Whether a tag at the start of a line would make the line a block of HTML."""
    tag = _TAG.match(parts[number].shown) if parts[number].code else None
    if not tag:
        return False
    return (tag[1] or "").lower() not in page.INLINE or _is_alone(parts, number)


def _is_alone(parts: Sequence[_Part], number: int) -> bool:
    """Whether nothing follows in the line."""
    following = (line for part in islice(parts, number + 1, None) for line in part.shown.partition("\n")[:2])
    return not next((line for line in following if line == "\n" or line.strip(" \t")), "\n").strip()
