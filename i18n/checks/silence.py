"""Silencing: a person's word in the comments of an entry that a check is mistaken there, and why.

It is a line of its own, and every PO editor keeps it::

    # habar: ignore H232: the source has a slip, see the errata

Several codes are divided by commas. What could harm a reader cannot be silenced.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.model import Entry, Place
from i18n.patterns import late
from i18n.problems import RULES, Problem, problem

_MARK = late(r"habar ?[:：] ?(.{0,400})", re.IGNORECASE)
_IGNORE = late(r"ignore\b ?([^:：]{0,200})(?:[:：] ?(.*))?", re.IGNORECASE)
_BETWEEN = late(r"[\s,;、，]+")
_SHOWN = 40
FORM = "write: habar: ignore H232: why the check is mistaken here"


@dataclass(frozen=True, slots=True)
class _Line:
    """A comment that speaks to habar."""

    text: str
    place: Place
    codes: tuple[str, ...] = ()
    reason: str = ""


def quiet(entry: Entry, silenceable: Mapping[str, bool]) -> set[str]:
    """The codes that an entry silences with a reason."""
    return {code for line in _lines(entry) for code in _read(line, silenceable)[0]}


def silenced(
    entry: Entry, found: Sequence[Problem], silenceable: Mapping[str, bool], elsewhere: Collection[str] = ()
) -> list[Problem]:
    """What is left of the problems of an entry, and what is wrong with the silencing itself (H528 to H530).

    :param silenceable: for each code that is found in entries whether it can be silenced.
    :param elsewhere: codes that are not looked for here: nobody can say here that they would say nothing.
    """
    lines = list(_lines(entry)) if entry.comments else []
    if not lines:
        return list(found)
    still: set[str] = set()
    wrong: list[Problem] = []
    for line in lines:
        good, faults = _read(line, silenceable)
        wrong += [replace(fault, msgid=entry.msgid) for fault in faults]
        idle = [
            code
            for code in good
            if code not in elsewhere and (code in still or not any(one.code == code for one in found))
        ]
        wrong += [_idle(code, line, entry) for code in idle]
        still |= set(good)
    return [*(one for one in found if one.code not in still), *wrong]


def _lines(entry: Entry) -> Iterator[_Line]:
    for comment in entry.comments:
        text = " ".join(comment.split())
        if match := _MARK.match(text):
            place = _place(entry, comment)
            said = _IGNORE.fullmatch(match[1])
            codes = tuple([code.upper() for code in _BETWEEN.split(said[1]) if code]) if said else ()
            yield _Line(text, place, codes, said[2] or "" if said else "")


def _read(line: _Line, silenceable: Mapping[str, bool]) -> tuple[list[str], list[Problem]]:
    """The codes that the line silences, and its faults."""
    if not line.codes:
        return [], [problem("H528", line.place, f"“{line.text[:_SHOWN]}” names no check", hint=FORM)]
    if not any(map(str.isalpha, line.reason)):
        hint = f"write: habar: ignore {', '.join(line.codes)[:_SHOWN]}: why the check is mistaken here"
        return [], [problem("H528", line.place, "a check is silenced without a reason", hint=hint)]
    codes = list(dict.fromkeys(line.codes))
    faults = [_refused(code, line.place) for code in codes if not silenceable.get(code)]
    return [code for code in codes if silenceable.get(code)], faults


def _refused(code: str, place: Place) -> Problem:
    if code in RULES:
        return problem("H529", place, f"{code} cannot be silenced: {RULES[code].title}", hint=RULES[code].remedy)
    return problem("H528", place, f"there is no check {code[:_SHOWN]}", hint=FORM)


def _idle(code: str, line: _Line, entry: Entry) -> Problem:
    return problem("H530", line.place, f"{code} is silenced, and it would say nothing here", msgid=entry.msgid)


def _place(entry: Entry, comment: str) -> Place:
    """The line of a comment: above its msgid, whose line is known."""
    place = entry.place or Place("")
    lines = (entry.raw or "").splitlines()
    msgid = next((at for at, line in enumerate(lines) if line.startswith("msgid")), None)
    own = next((at for at, line in enumerate(lines) if line[:1] == "#" and line[1:].strip() == comment.strip()), None)
    if place.line is None or msgid is None or own is None:
        return place
    return Place(place.path, place.line - (msgid - own))
