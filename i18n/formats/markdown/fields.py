"""What a front matter is made of, and how it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from i18n.formats.markdown.lines import Text
from i18n.model import Place
from i18n.problems import HabarError, problem

TEXTS = ("title", "subtitle", "description", "summary")
"""The keys whose values are texts of the bulletin."""
LANGUAGES = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class Field:
    """One key and its value."""

    key: str
    value: Any
    """None where it is no text and no day."""
    start: int
    """Where the value stands in the text, its quotation marks with it."""
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines between the two fences of a front matter."""

    text: Text
    start: int
    end: int
    path: str

    @property
    def inside(self) -> str:
        return self.text.plain[self.start : self.end]

    @property
    def line(self) -> int:
        """Its first line in the file."""
        return self.text.line(self.start)

    def damaged(self, line: int, message: str) -> HabarError:
        """The error about a line of the block, which is counted from 0."""
        return damaged(self.path, self.line + line, message)


def damaged(path: str, line: int, message: str) -> HabarError:
    return HabarError(problem("H150", Place(path, line), message))
