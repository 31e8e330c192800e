"""Elements that hold the translation of other elements (ITS 2.0, Target Pointer)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from i18n.formats.markup.outline import Outline
from i18n.formats.markup.tokens import Token
from i18n.model import Skeleton, UnitRef


@dataclass(slots=True)
class Target:
    """Stands in a skeleton for what will be the translation of another element."""

    source: int
    """The number of that element."""
    start: int
    """Where its content begins in the text."""
    raw: str = ""
    """What stands there in the source."""
    before: str = ""
    after: str = ""


class Targets:
    """The targets of one document. While one is open, nothing in it is read."""

    def __init__(self, text: str, outline: Outline) -> None:
        self._text = text
        self._wanted = {
            facts.target: number for number, facts in enumerate(outline.facts) if facts and facts.target is not None
        }
        self._found: dict[int, UnitRef] = {}
        self._open: Target | None = None
        self._number = -1
        self.inside = False
        """Whether the walk is in a target."""

    def begins(self, number: int) -> bool:
        """Whether this element is a target."""
        return number in self._wanted

    def empty(self, token: Token) -> Target:
        """A target without content; a translation needs an end tag."""
        tag = self._text[token.start : token.end]
        opened = tag[:-2].rstrip() + ">"
        return Target(self._wanted[token.number], token.end, tag, opened, f"</{token.name}>")

    def opened(self, token: Token) -> Target:
        """The content of a target begins."""
        self._open = Target(self._wanted[token.number], token.end)
        self._number = token.number
        self.inside = True
        return self._open

    def closed(self, number: int, token: Token | None) -> Target | None:
        """An element ends; the open target, if it is that."""
        mark = self._open
        if number != self._number or mark is None:
            return None
        mark.raw = self._text[mark.start : token.start if token else len(self._text)]
        self._open = None
        self.inside = False
        return mark

    def take(self, number: int, target: int | None, hole: UnitRef) -> bool:
        """Whether the hole of a unit of this element belongs into its target instead: only the first one does."""
        if target is None or number in self._found:
            return False
        self._found[number] = hole
        return True

    def frozen(self, parts: Sequence[object]) -> Skeleton:
        """The parts as a skeleton: neighbouring strings in one, targets filled in."""
        result: list[object] = []
        run: list[str] = []
        for each in parts:
            part = self._filled(each) if isinstance(each, Target) else each
            if isinstance(part, str):
                run.append(part)
                continue
            if run:
                result.append("".join(run))
                run = []
            result.append(part)
        if run:
            result.append("".join(run))
        return tuple(result)  # type: ignore[arg-type]

    def _filled(self, mark: Target) -> str | UnitRef:
        hole = self._found.get(mark.source)
        return mark.raw if hole is None else UnitRef(hole.unit, hole.kind, (mark.raw,), mark.before, mark.after)
