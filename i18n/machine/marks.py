"""Marks: what stands in a text that is sent for all that a machine must not touch. Pure.

``[X1X]`` where a service knows plain text alone, elements where it knows XML.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

from i18n.machine.service import Marks
from i18n.model import Code

MOST = 99
"""Marks of one text: a machine gets none with more."""
VERSION = 1
"""Goes up when the same text would be sent in another way."""

Kind = Literal["open", "close", "alone", "text"]

# A machine may write a mark in other brackets, other digits, or letters that look like X, with spaces inside.
BRACKETS = re.compile(r"[\[［【〔]\s?[XxХхＸｘ]\s?(\d{1,3})\s?[XxХхＸｘ]\s?[\]］】〕]")
ELEMENT = re.compile(r"<(/?)([ck])(\d{1,3})\s?(/?)>")
OPAQUE = re.compile(r"<k(\d{1,3})>[^<>]*</k\1>")
_ANY_MARK = {"brackets": BRACKETS, "xml": ELEMENT}
NO_SPACE_BEFORE = frozenset(".,;:!?)]}»”’。、，．）」』】%")
NO_SPACE_BEHIND = frozenset("([{«“‘（「『【")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a mark stands for."""

    kind: Kind
    part: str | Code
    """What is put back."""
    original: str = ""
    """What stands there in the source, where that is text."""
    space_before: bool = False
    """Whether the source has a space there."""
    space_behind: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A text as it is given to a service."""

    text: str
    marks: tuple[Mark, ...]
    """The first is number 1."""
    style: Marks

    @property
    def worth_asking(self) -> bool:
        """Whether there is a word to translate besides what is marked."""
        rest = OPAQUE.sub("", self.text) if self.style == "xml" else self.text
        return any(map(str.isalpha, _ANY_MARK[self.style].sub("", rest)))


def spelled(mark: Mark, number: int, style: Marks) -> str:
    """The mark as it stands in the text. In XML the two ends of a pair have the number of the first."""
    if style == "brackets":
        return f"[X{number}X]"
    if mark.kind == "text":
        return f"<k{number}>{html.escape(str(mark.part), quote=False)}</k{number}>"
    return {"open": f"<c{number}>", "close": f"</c{number}>", "alone": f"<c{number}/>"}[mark.kind]
