"""Fields: an instruction to the word processor, and the text that it made of it the last time."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\\\s]\S*))', re.I)
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.I)
_HARMLESS = re.compile(r"(?:https?|mailto|tel):", re.I)


@dataclass(slots=True)
class Field:
    """A field that is open."""

    instruction: str = ""
    in_result: bool = False

    @property
    def address(self) -> str:
        """Where a link leads; empty for another field."""
        found = _LINK.match(self.instruction)
        return (found[1] or found[2] or "") if found else ""

    @property
    def is_contents(self) -> bool:
        """Whether it lists the headings or the words of the text."""
        return _CONTENTS.match(self.instruction) is not None


class Fields:
    """The fields that are open at one place of a text, from the outer to the inner one."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def mark(self, kind: str) -> Field | None:
        """A border of a field (``w:fldCharType``). Returns the field whose result begins here."""
        if kind == "begin":
            self._open.append(Field())
        elif kind == "end" and self._open:
            self._open.pop()
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
            return self._open[-1]
        return None

    def instruct(self, text: str) -> None:
        """A piece of an instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    @property
    def dropped(self) -> str:
        """Why a text at this place is no part of the bulletin; empty where it is one."""
        if any(not field.in_result for field in self._open):
            return "field instruction"
        return "table of contents" if any(field.is_contents for field in self._open) else ""

    @property
    def address(self) -> str:
        """Where the text at this place links to; empty where it is no link of a harmless kind."""
        found = (field.address for field in reversed(self._open) if field.address)
        return next((address for address in found if is_harmless(address)), "")


def is_harmless(address: str) -> bool:
    """Whether a page may link there: a web page, a mailbox, a telephone."""
    return _HARMLESS.match(address) is not None and not any(map(str.isspace, address))
