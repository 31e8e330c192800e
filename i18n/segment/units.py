"""Cuts texts and units into segments."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from i18n.content import entry_key
from i18n.model import RUNNING, Code, Content, Document, Override, Segment, Unit, UnitMode
from i18n.segment.engine import decide, may_be_cut
from i18n.segment.overrides import corrected
from i18n.segment.rulefile import RuleFile
from i18n.segment.ruleset import RuleSet, effective

if TYPE_CHECKING:
    from collections.abc import Iterator

Cut = tuple[tuple[Unit, tuple[Segment, ...]], ...]
"""The units of a document, each with its segments."""

_BREAKS = ("br",)
"""Codes that are a line break: white space to the rules, and at a border part of the gap."""


def split(text: str, locale: str, own: RuleFile | None = None) -> list[tuple[int, int]]:
    """The sentences of a text in order, as offsets without the white space at their ends.

    What lies between two of them is their gap, so sentences and gaps together are the text again.
    A blank text has none. ``own`` are a project's rules, asked before habar's.
    """
    return _split(text, effective(locale, own))


def _split(text: str, rules: RuleSet) -> list[tuple[int, int]]:
    end = len(text.rstrip())
    if not end:
        return []
    start = len(text) - len(text.lstrip())
    if not may_be_cut(text[: end - 1]):  # nearly always
        return [(start, end)]
    sentences = []
    for decision, follow in decide(text, rules):
        if decision.cut:
            sentences.append((start, decision.position))
            start = follow
    return [*sentences, (start, end)]


def segments(
    unit: Unit, locale: str, mode: UnitMode, own: RuleFile | None = None, overrides: tuple[Override, ...] = ()
) -> tuple[Segment, ...]:
    """The segments of a unit: the sentences of running text in sentence mode, else the unit as it is.

    Inline codes do not disturb the cuts, and no cut falls between the two ends of a pair. A code at
    a border goes with the sentence that it touches. ``overrides`` count more than any rule, save that
    they cannot cut a pair either. Gaps and contents joined are the unit's content.
    """
    return _segments(unit, _Cutter(effective(locale, own), overrides) if mode == "sentence" else None)


def _segments(unit: Unit, cutter: _Cutter | None) -> tuple[Segment, ...]:
    content = unit.content
    if not content:
        return ()
    if cutter is None or unit.role not in RUNNING or unit.preserve or _has_a_size(unit):
        return (Segment(unit.id, 1, 1, (), content, entry_key(unit, content)),)
    pieces = pieces_of(content, cutter)
    count = len(pieces)
    return tuple(
        [
            Segment(unit.id, index, count, gap, piece, entry_key(unit, piece))
            for index, (gap, piece) in enumerate(pieces, 1)
        ]
    )


def _has_a_size(unit: Unit) -> bool:
    return unit.limits is not None and unit.limits.size is not None


def cut(document: Document, own: RuleFile | None = None) -> Cut:
    """Every unit of a document with its segments, in reading order. A date has none: it is not translated."""
    sentences = document.mode == "sentence"
    cutter = _Cutter(effective(document.locale, own), document.overrides) if sentences else None
    return tuple([(unit, () if unit.role == "date" else _segments(unit, cutter)) for unit in document.units])


class _Cutter(NamedTuple):
    """All that decides where a text is cut."""

    rules: RuleSet
    overrides: tuple[Override, ...]

    def sentences(self, text: str) -> list[tuple[int, int]]:
        found = _split(text, self.rules)
        return corrected(found, text, self.overrides) if self.overrides else found


def running_text(content: Content) -> str:
    """The text that the rules and the overrides see: without inline codes, a line break for a code that is one."""
    shown = (part if isinstance(part, str) else "\n" if part.name in _BREAKS else "" for part in content)
    return "".join(shown)


_Piece = tuple[Content, Content]
"""Gap and content of a segment."""


class Cutter(Protocol):
    """What says where a text is cut."""

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """The sentences as offsets in the running text; none: it stays whole."""


def pieces_of(content: Content, cutter: Cutter) -> list[_Piece]:
    """The segments of a content, each with the gap before it. No cut falls between the two ends of a pair of codes."""
    if len(content) == 1 and isinstance(content[0], str):
        return _plain_pieces(content[0], cutter)
    found: list[_Piece] = []
    atoms = _Atoms(content)
    gap: Content = ()
    start = 0
    for end, follow in _borders(atoms, cutter.sentences(running_text(content))):
        found.append((gap, atoms.between(start, end)))
        gap, start = atoms.between(end, follow), follow
    return [*found, (gap, atoms.between(start, atoms.count))]


def _plain_pieces(text: str, cutter: Cutter) -> list[_Piece]:
    """The pieces of a text without codes: most units are."""
    *sentences, (last, _) = cutter.sentences(text) or [(0, 0)]
    if not sentences and not last:  # nearly always
        return [((), (text,))]
    found: list[_Piece] = []
    position = 0
    for start, end in [*sentences, (last, len(text))]:
        found.append(((text[position:start],) if position < start else (), (text[start:end],)))
        position = end
    return found


class _Atoms:
    """A content as numbered atoms: each character is one, and each code."""

    def __init__(self, content: Content) -> None:
        self._content = content
        sizes = [len(part) if isinstance(part, str) else 1 for part in content]
        self._starts = [0, *itertools.accumulate(sizes)]
        self.count = self._starts[-1]
        self.codes = {start: part for start, part in zip(self._starts, content, strict=False) if isinstance(part, Code)}
        unseen = [start for start, code in self.codes.items() if code.name not in _BREAKS]
        self._offsets = [start - number for number, start in enumerate(unseen)]

    def at(self, offset: int) -> int:
        """The atom that is the character at an offset of the running text."""
        return offset + bisect_right(self._offsets, offset)

    def between(self, start: int, end: int) -> Content:
        """The atoms from one to before another."""
        found: list[str | Code] = []
        for index in range(bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)):
            part, first = self._content[index], self._starts[index]
            found.append(part[max(0, start - first) : end - first] if isinstance(part, str) else part)
        return tuple(found)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Where each pair of codes opens and closes."""
        opened: dict[int, int] = {}
        for index, code in self.codes.items():
            if code.kind == "open":
                opened[code.id] = index
            elif code.kind == "close" and code.id in opened:
                yield opened.pop(code.id), index


def _borders(atoms: _Atoms, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Between which atoms each gap lies."""
    pairs = list(atoms.pairs())
    for (_, end), (start, _) in itertools.pairwise(sentences):
        border = _border(atoms.codes, pairs, atoms.at(end - 1) + 1, atoms.at(start))
        if border is not None:
            yield border


def _border(codes: dict[int, Code], pairs: list[tuple[int, int]], low: int, high: int) -> tuple[int, int] | None:
    """The gap between the sentence that ends at atom ``low`` and the one from ``high`` on, its codes shared out."""
    end = max((closes + 1 for opens, closes in pairs if opens < low <= closes), default=low)
    start = min((opens for opens, closes in pairs if opens < high <= closes and opens >= low), default=high)
    if end > start:  # a pair is open all the way across
        return None
    while end < start and _sticks(codes.get(end)):
        end += 1
    while start > end and _sticks(codes.get(start - 1)):
        start -= 1
    return end, start


def _sticks(code: Code | None) -> bool:
    """Whether it is a code that belongs to the text it touches, such as a footnote's number."""
    return code is not None and code.kind == "alone" and code.name not in _BREAKS
