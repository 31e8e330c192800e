"""Carrying translations over when a text is cut in another way.

Sentences become a paragraph, a paragraph becomes sentences, a rule joins two sentences or parts one: the
words are the same, only the borders moved. Texts are compared as they stand in the catalog, so it does not
matter why they moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from i18n import approval, segment
from i18n.content import fold
from i18n.model import RUNNING, Catalog, Entry, Key, LocaleTag, Segment

_Sentences = Callable[[str], list[str]]

_START = 6
"""Characters by which texts are found."""
_SHORTEST, _LONGEST = 0.4, 2.5
"""How far a sentence may be from the length that its paragraph's translation lets expect, as a share of it."""


def realigned(old: Catalog, cut: segment.Cut, source: LocaleTag, own: segment.RuleFile | None = None) -> Catalog:
    """The catalog with an entry more for every segment of ``cut`` whose translation can be put together.

    Several entries that are one segment now are joined as the language joins sentences. One entry that is
    several segments now is shared out if its translation has as many sentences. What is sure is finished
    like its parts; where the lengths do not fit, or a part is fuzzy, it is fuzzy. Living entries come before
    obsolete ones, so that an edit made before the last change counts. No entry that has words is taken away.

    :param own: a project's rules for the catalog's language, by which translations are cut.
    """

    def sentences(text: str) -> list[str]:
        return [text[start:end] for start, end in segment.split(text, old.locale, own)]

    worded = [entry for entry in old.entries if any(entry.msgstrs) and entry.msgid_plural is None]
    living = {entry.key: entry for entry in worded if not entry.obsolete}
    known = {entry.key: entry for entry in worded if entry.obsolete} | living
    found = _recut(cut, living, known, (source, old.locale), sentences)
    known |= living | found
    found |= _recut(cut, known, known, (source, old.locale), sentences)
    if not found:
        return old
    kept = (entry for entry in old.entries if any(entry.msgstrs) or entry.key not in found)
    return replace(old, entries=(*kept, *found.values()))


def _recut(
    cut: segment.Cut,
    parts: dict[Key, Entry],
    known: dict[Key, Entry],
    pair: tuple[LocaleTag, LocaleTag],
    sentences: _Sentences,
) -> dict[Key, Entry]:
    """The entries that can be made from ``parts`` for segments that are not among them."""
    missing = [
        pieces for unit, pieces in cut if unit.role in RUNNING and any(piece.key not in parts for piece in pieces)
    ]
    if not missing:
        return {}
    index = _Index(entry for entry in parts.values() if entry.msgctxt is None)
    found: dict[Key, Entry] = {}
    for pieces in missing:
        found |= _joined(pieces, parts, index, *pair) | _shared_out(pieces, parts, index, known, sentences)
    return found


class _Index:
    """Entries by their text, and by its beginning."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_text = {entry.msgid: entry for entry in entries}
        self._by_start: dict[str, list[Entry]] = {}
        for entry in self.by_text.values():
            self._by_start.setdefault(entry.msgid[:_START], []).append(entry)

    def longest_at(self, text: str, position: int) -> Entry | None:
        """The entry with the longest text that stands at a place."""
        starts = {text[position : position + length] for length in range(1, _START + 1)}
        near = [entry for start in starts for entry in self._by_start.get(start, ())]
        fitting = [entry for entry in near if text.startswith(entry.msgid, position)]
        return max(fitting, key=lambda entry: len(entry.msgid), default=None)


def _joined(
    pieces: Sequence[Segment], worded: dict[Key, Entry], index: _Index, source: LocaleTag, target: LocaleTag
) -> dict[Key, Entry]:
    found = {}
    for piece in pieces:
        parts = [] if piece.key in worded else list(_parts(piece.key[1], index))
        if len(parts) > 1:
            found[piece.key] = _one(piece.key[1], parts, source, target)
    return found


def _parts(text: str, index: _Index) -> Iterator[Entry]:
    """The entries that, one after the other, are the text; nothing where some of it is in no entry."""
    chosen: list[Entry] = []
    position = 0
    while position < len(text):
        entry = index.longest_at(text, position)
        if entry is None:
            return
        chosen.append(entry)
        position += len(entry.msgid)
        while position < len(text) and text[position] == " ":
            position += 1
    yield from chosen


def _one(text: str, parts: list[Entry], source: LocaleTag, target: LocaleTag) -> Entry:
    joined = ""
    position = 0
    for entry in parts:
        start = text.index(entry.msgid, position)
        gap = (text[position:start],) if position < start else ()
        between = segment.join_gap(gap, joined, entry.msgstr, source, target) if joined else ()
        joined += "".join(map(str, between)) + entry.msgstr.strip()
        position = start + len(entry.msgid)
    return Entry(
        text,
        (joined,),
        flags=("fuzzy",) if any(entry.fuzzy for entry in parts) else (),
        comments=_lines(parts),
    )


def _lines(parts: list[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for entry in parts for line in approval.unwrapped(entry.comments)))


def _shared_out(
    pieces: Sequence[Segment], parts: dict[Key, Entry], index: _Index, known: dict[Key, Entry], sentences: _Sentences
) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {}
    first = 0
    while first < len(pieces):
        last = _last_of(pieces, first, index.by_text)
        if last > first:
            run = pieces[first : last + 1]
            whole = index.by_text[_text(run)]
            shares = _share(run, whole, sentences(whole.msgstr)) or _kept(run, whole, known)
            found |= {key: entry for key, entry in shares.items() if key not in parts}
        first = last + 1
    return found


def _last_of(pieces: Sequence[Segment], first: int, by_text: dict[str, Entry]) -> int:
    """The last of the pieces that, from ``first`` on, are one entry together; ``first`` where they are none."""
    ends = (last for last in range(len(pieces) - 1, first, -1) if _text(pieces[first : last + 1]) in by_text)
    return next(ends, first)


def _text(run: Sequence[Segment]) -> str:
    """The pieces as they stood as one."""
    parts = [run[0].key[1]]
    for piece in run[1:]:
        parts += ["".join(part for part in piece.gap if isinstance(part, str)), piece.key[1]]
    return fold("".join(parts))


def _share(run: Sequence[Segment], whole: Entry, sentences: list[str]) -> dict[Key, Entry]:
    """A sentence of the translation for each piece; none where their numbers differ."""
    if len(sentences) != len(run):
        return {}
    ratio = len(whole.msgstr) / len(whole.msgid)
    found = {}
    for piece, sentence in zip(run, sentences, strict=True):
        expected = len(piece.key[1]) * ratio
        sure = not whole.fuzzy and _SHORTEST * expected <= len(sentence) <= _LONGEST * expected
        found[piece.key] = Entry(
            piece.key[1],
            (sentence,),
            flags=() if sure else ("fuzzy",),
            previous_msgid=None if sure else whole.msgid,
            comments=whole.comments,
        )
    return found


def _kept(run: Sequence[Segment], whole: Entry, known: dict[Key, Entry]) -> dict[Key, Entry]:
    """Earlier translations of the pieces, where the whole has other sentences.

    One that stands in the whole word for word still holds; any other is fuzzy, because the whole was edited since.
    """
    return {piece.key: _checked(known[piece.key], whole) for piece in run if piece.key in known}


def _checked(earlier: Entry, whole: Entry) -> Entry:
    holds = not whole.fuzzy and earlier.msgstr.strip() in whole.msgstr
    flags = earlier.flags if holds else tuple(dict.fromkeys(("fuzzy", *earlier.flags)))
    return earlier._replace(obsolete=False, flags=flags)
