"""Bringing two versions of one catalog together, entry by entry, by what both were made from.

What is promised: what one side alone changed is taken. Where both changed one translation, ours stays as fuzzy and
theirs stands above it as a comment, word for word. An entry that one side removed and the other changed stays.
The entries stand in the order of ours, obsolete ones at the end; what theirs alone has follows what it follows there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from i18n import approval
from i18n.model import Catalog, Entry, Key

Numbered = tuple[Key, int]
MARK = "The other version of this translation:"
"""Stands above the lines that keep what the other side wrote."""
_DATED = "po-revision-date"
_WITH_DATE = frozenset((_DATED, "last-translator", "x-generator"))
"""Header fields that every saving of the file changes: those of the later saving count."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two versions in one."""

    catalog: Catalog
    conflicts: tuple[Entry, ...]
    """The entries, as they are now, that both sides translated in different ways."""


def joined(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Joined:
    """Ours with everything that theirs changed since ``base`` (None: they have no common beginning)."""
    old = _by_key(base.entries if base else ())
    mine, other = _by_key(ours.entries), _by_key(theirs.entries)
    merged: dict[Numbered, Entry] = {}
    conflicts = []
    for key in _order(list(mine), list(other)):
        entry, conflict = _entry(old.get(key), mine.get(key), other.get(key))
        if entry is not None:
            merged[key] = entry if key in mine or entry.raw is None else _respelled(entry, theirs, ours)
        if entry is not None and conflict:
            conflicts.append(merged[key])
    entries = tuple(sorted(merged.values(), key=lambda entry: entry.obsolete))
    header = _header(base.header if base else Entry(""), ours.header, theirs.header)
    return Joined(replace(ours, header=header, entries=entries), tuple(conflicts))


def _by_key(entries: Iterable[Entry]) -> dict[Numbered, Entry]:
    """The entries by their key. Of several with one key the living one is number 0."""
    found: dict[Numbered, Entry] = {}
    counts: Counter[Key] = Counter()
    for entry in sorted(entries, key=lambda entry: entry.obsolete):
        found[entry.key, counts[entry.key]] = entry
        counts[entry.key] += 1
    return found


def _order(mine: Sequence[Numbered], other: Sequence[Numbered]) -> list[Numbered]:
    """Every key once: mine in their order, and each that only the other has behind what it follows there."""
    known = set(mine)
    following: dict[Numbered | None, list[Numbered]] = {}
    last: Numbered | None = None
    for key in other:
        if key in known:
            last = key
        else:
            following.setdefault(last, []).append(key)
    found = list(following.get(None, ()))
    for key in mine:
        found += [key, *following.get(key, ())]
    return found


def _respelled(entry: Entry, source: Catalog, target: Catalog) -> Entry:
    """An entry of one file with the line ends of another."""
    raw = (entry.raw or "").replace(source.style.newline, "\n").replace("\n", target.style.newline)
    return entry._replace(raw=raw)


# One entry -------------------------------------------------------------------------------------


def _entry(base: Entry | None, mine: Entry | None, other: Entry | None) -> tuple[Entry | None, bool]:
    """The entry that both versions make, and whether they contradict each other."""
    if mine is None or other is None:
        left = mine or other
        return (None if base is not None and left == base else left), False
    if mine == other or other == base:
        return mine, False
    if mine == base:
        return other._replace(raw=mine.raw), False  # in the spelling of our file, as far as it goes
    return _both(base or Entry(mine.msgid, msgctxt=mine.msgctxt), mine, other)


def _both(base: Entry, mine: Entry, other: Entry) -> tuple[Entry, bool]:
    """The entry where both sides changed something of it."""
    text, conflict = _translation(base, mine, other)
    flags = _union(base.flags, mine.flags, other.flags)
    comments = _union(*(approval.unwrapped(entry.comments) for entry in (base, mine, other)))
    if conflict:
        flags = flags if "fuzzy" in flags else ("fuzzy", *flags)
        comments = (*comments, *(line for line in _kept(other) if line not in comments))
    derived = mine if mine.previous_msgid is not None or not other.fuzzy else other
    return mine._replace(
        msgstrs=text,
        msgid_plural=mine.msgid_plural if mine.msgid_plural is not None else other.msgid_plural,
        flags=flags,
        comments=comments,
        obsolete=mine.obsolete if mine.obsolete != base.obsolete else other.obsolete,
        previous_msgctxt=derived.previous_msgctxt,
        previous_msgid=derived.previous_msgid,
        previous_msgid_plural=derived.previous_msgid_plural,
    ), conflict


def _translation(base: Entry, mine: Entry, other: Entry) -> tuple[tuple[str, ...], bool]:
    """The forms to keep, and whether both sides wrote something of their own."""
    if mine.msgstrs == other.msgstrs or other.msgstrs == base.msgstrs or not any(other.msgstrs):
        return mine.msgstrs, False
    if mine.msgstrs == base.msgstrs or not any(mine.msgstrs):
        return other.msgstrs, False
    return mine.msgstrs, True


def _union(base: Sequence[str], mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The lines of both without those that one side took away."""
    gone = {line for line in base if line not in mine or line not in other}
    return tuple(line for line in dict.fromkeys((*mine, *other)) if line not in gone)


def _kept(other: Entry) -> list[str]:
    """What the other side wrote, as comment lines."""
    lines = [line for form in other.msgstrs for line in form.split("\n")]
    return [MARK, *lines]


# The header ------------------------------------------------------------------------------------


def _header(base: Entry, mine: Entry, other: Entry) -> Entry:
    """Field by field; of what every saving changes, that of the later one."""
    if mine == other or other == base:
        return mine
    old, own, new = (_lines(entry.msgstr) for entry in (base, mine, other))
    later = new.get(_DATED, "").partition(":")[2] > own.get(_DATED, "").partition(":")[2]
    lines = {}
    for name in dict.fromkeys((*own, *new)):
        line = _line(old.get(name), own.get(name), new.get(name), later=later and name in _WITH_DATE)
        if line is not None:
            lines[name] = line
    comments = _union(base.comments, mine.comments, other.comments)
    flags = _union(base.flags, mine.flags, other.flags)
    return mine._replace(msgstrs=("".join(f"{line}\n" for line in lines.values()),), comments=comments, flags=flags)


def _line(old: str | None, own: str | None, new: str | None, *, later: bool) -> str | None:
    """A line of the header that both sides may have changed."""
    return new if own == old or (later and new is not None) else own


def _lines(text: str) -> dict[str, str]:
    """The lines of a header by the name of their field in small letters."""
    return {line.partition(":")[0].strip().lower(): line for line in text.split("\n") if line.strip()}
