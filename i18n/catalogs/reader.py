"""From the bytes of a PO file to a catalog, strictly: a file with a mistake is refused, and every mistake is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from i18n.catalogs.conflicts import find_conflicts, one_side
from i18n.catalogs.encoding import decode
from i18n.catalogs.fast import Newline, read_finished, read_ordinary
from i18n.catalogs.grammar import Grammar, Group, entry_of
from i18n.catalogs.lexer import Fault, Lexer
from i18n.model import Catalog, Entry, FileStyle, Key, LocaleTag, Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

NO_HEADER = Entry("")
"""Stands for the header of a file that has none."""

_REST_OF_LINE = late(r"(?>(?:[ \t\r\f\v]|\\\n)*)(?:\n|\Z)")


@dataclass(slots=True)
class Reading:
    """What a whole text gave: entries in the file's order, header among them, or faults."""

    entries: list[Entry]
    end: int
    """Where the last entry ends; the rest is the tail."""
    faults: list[Fault]


def parse(data: bytes, path: str, *, id: str = "", locale: LocaleTag = "") -> Catalog:
    """The catalog that the bytes of a PO or POT file spell.

    ``path`` is for the places of the entries and of the problems. Every entry carries its text as the file
    spells it in ``raw``; the text after the last one is ``style.tail``. A file without a header gets an empty one.

    Raises ``HabarError`` with everything that is wrong with the file. What is right is what GNU gettext 0.21
    reads in UTF-8 (and a byte order mark, obsolete duplicates); see ``H201`` to ``H214`` in ``RULES``.
    """
    text, bom, _ = decode(data, path)
    newline = _newline(text)
    reading = _read(text, path, newline)
    faults = sorted(reading.faults + _duplicates(reading.entries), key=lambda fault: fault.line)
    if faults:
        raise HabarError(*(problem(f.code, Place(path, f.line), f.message, hint=f.hint) for f in faults))
    at, header = _header(reading.entries)
    style = FileStyle(newline, bom, text[reading.end :], at)
    return Catalog(id, locale, Place(path), header, tuple(reading.entries), style)


def translations(data: bytes, path: str) -> dict[Key, str]:
    """The finished translations in the bytes of a PO file by their keys: neither empty, fuzzy nor obsolete.

    What a build needs, at a third of the cost of ``parse``, and as strict. Of a plural, the first form.

    Raises ``HabarError`` as ``parse`` does.
    """
    text, *_ = decode(data, path)
    found = read_finished(text, _newline(text))
    if found is None:
        found = parse(data, path).translations()
    return found


def _newline(text: str) -> Newline:
    return "\r\n" if text[max(text.find("\n"), 1) - 1] == "\r" else "\n"


def read_entry(raw: str, newline: Newline) -> Entry:
    """The one entry that a raw text from ``parse`` spells."""
    entries: list[Entry] = []
    read_ordinary(raw, 0, 1, "", newline, entries)
    return entries[0] if entries else read_fully(raw, "").entries[0]


def read_fully(text: str, path: str) -> Reading:
    """The entries of a text of any shape, by the full grammar, with all faults in the order of their lines."""
    lexer, grammar = Lexer(text), Grammar()
    entries: list[Entry] = []
    end = 0
    for group in grammar.groups(lexer.statements()):
        start, end = end, _end(text, group)
        if not group.faulty:
            entries.append(entry_of(group, path, text[start:end]))
    faults = sorted(lexer.faults + grammar.faults, key=lambda fault: fault.line)
    if not entries and not faults:
        faults.append(Fault("H201", 1, "there is no entry in the catalog"))
    return Reading(entries, end, faults)


def _read(text: str, path: str, newline: Newline) -> Reading:
    """The entries, by the quick way where their shape is ordinary."""
    entries: list[Entry] = []
    position, line = read_ordinary(text, 0, 1, path, newline, entries)
    while position < len(text):
        lexer, grammar = Lexer(text, position, line), Grammar()
        group = next(grammar.groups(lexer.statements()), None)
        if group is None and entries and not lexer.faults:
            break
        end = _end(text, group) if group else position
        if lexer.faults or grammar.faults or group is None or not (end == len(text) or text[end - 1] == "\n"):
            return _read_carefully(text, path)
        entries.append(entry_of(group, path, text[position:end]))
        line += text.count("\n", position, end)
        position, line = read_ordinary(text, end, line, path, newline, entries)
    return Reading(entries, position, [])


def _read_carefully(text: str, path: str) -> Reading:
    """The whole text by the full grammar, with all faults but those that only follow from a merge conflict."""
    conflicts = find_conflicts(text)
    if not conflicts:
        return read_fully(text, path)
    sides = (read_fully(one_side(text, conflicts, side), path) for side in "<=")
    reading = min(sides, key=lambda side: len(side.faults))
    faults = reading.faults + [conflict.fault for conflict in conflicts]
    return replace(reading, faults=sorted(faults, key=lambda fault: fault.line))


def _end(text: str, group: Group) -> int:
    """Where an entry ends: after its last string and, where nothing else follows, the end of that line."""
    last = group.statements[-1].end
    rest = _REST_OF_LINE.match(text, last)
    return rest.end() if rest else last


def _duplicates(entries: Iterable[Entry]) -> list[Fault]:
    """A fault for each living entry whose key another one had before."""
    living = [entry for entry in entries if not entry.obsolete]
    if len({(entry.msgctxt, entry.msgid) for entry in living}) == len(living):
        return []
    first: dict[Key, Entry] = {}
    return [_duplicate(entry, first[entry.key]) for entry in living if first.setdefault(entry.key, entry) is not entry]


def _duplicate(entry: Entry, first: Entry) -> Fault:
    what = "this message" if entry.key != NO_HEADER.key else "the header"
    line, first_line = (found.place.line or 1 if found.place else 1 for found in (entry, first))
    return Fault("H211", line, f"{what} stands in the file twice: in line {first_line} and in line {line}")


def _header(entries: list[Entry]) -> tuple[int, Entry]:
    """Takes the header out of the entries; where it stood, and the header."""
    for at, entry in enumerate(entries):
        if entry.msgid == "" and entry.msgctxt is None and not entry.obsolete:
            return at, entries.pop(at)
    return 0, NO_HEADER
