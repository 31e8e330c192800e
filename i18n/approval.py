"""Approvals: a reviewer's name and day, bound to one source text and one translation.

An approval is a line in the comments of its entry, because every PO editor keeps those::

    # Approved by Aýna Meredowa on 2026-11-28 [a1b2c3d4e5f6]

The digits in brackets are taken from msgctxt, msgid and msgstr exactly as they are written. Whoever edits one of them
makes the approval void; nothing else does. A void line stays where it is: it is history.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from i18n.model import Entry
from i18n.patterns import late

MARK = "Approved by "
"""What every approval begins with."""
LONGEST_NAME = 80

# Some editors wrap long comments, between words and behind hyphens. A line that begins anew ends the one before.
_GAP, _ANEW = "[ \n]", "(?!\nApproved by )"
_LINE = late(
    rf"^Approved by{_ANEW}{_GAP}((?:{_ANEW}[^\[\]]){{1,100}}?){_GAP}on{_GAP}"
    rf"(\d{{4}}-\d{{2}}-\d{{2}}){_GAP}\[([0-9a-f]{{12}})\]",
    re.MULTILINE | re.ASCII,
)
_MOST_LINES = 4
"""On so many a line may have been wrapped."""
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
"""Invisible, but letters of some scripts need them."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved something, and when. Prints as the line that stands in a catalog."""

    name: str
    day: date
    digest: str
    """Says what: the ``digest`` of the entry as it was then."""

    def __str__(self) -> str:
        return f"{MARK}{self.name} on {self.day.isoformat()} [{self.digest}]"


@dataclass(frozen=True, slots=True)
class Record:
    """One approval of a catalog's history."""

    approval: Approval
    entry: Entry
    """The entry whose texts were approved; where no entry has these texts any more, the one that has the line."""
    fits: bool
    """Whether these are the texts that were approved."""

    @property
    def void(self) -> Literal["edited", "gone", "needs editing"] | None:
        """Why it does not count today; None where it does."""
        if not self.fits:
            return "edited"
        if self.entry.obsolete:
            return "gone"
        return None if self.entry.translated else "needs editing"


def reviewer(name: str) -> str:
    """The name as it is written down: with single spaces, in Unicode's form NFC.

    :raises ValueError: it cannot stand in an approval; the message says why, as the end of a sentence.
    """
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a name of {LONGEST_NAME} characters at most")
    if any(unicodedata.category(char) in _REFUSED and char not in _JOINERS for char in name):
        raise ValueError("a name without line breaks and invisible characters")
    if "[" in name or "]" in name or MARK in name:
        raise ValueError(f"a name without [ and ], and without the words “{MARK.strip()}”")
    if not any(map(str.isalpha, name)):
        raise ValueError("a name with at least one letter")
    return " ".join(unicodedata.normalize("NFC", name).split())


def digest(entry: Entry) -> str:
    """Twelve hexadecimal digits of the SHA-256 of what an approval is bound to: contexts, source and translation.

    Two entries that differ in msgctxt, msgid, msgid_plural or a msgstr by a single character differ here. None of
    them is normalized before.
    """
    contexts = ("" if text is None else f"={text}" for text in (entry.msgctxt, entry.msgid_plural))
    whole = "\0".join((*contexts, entry.msgid, *entry.msgstrs))  # no PO file can hold a NUL
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def found_in(comments: Sequence[str]) -> tuple[Approval, ...]:
    """The approvals among the comments of an entry, each once, in their order."""
    if not any(MARK.rstrip() in line for line in comments):
        return ()
    lines = "\n".join(" ".join(line.split()) for line in comments)
    return tuple(dict.fromkeys(_approvals(lines)))


def _approvals(lines: str) -> Iterator[Approval]:
    for name, day, digits in _LINE.findall(lines):
        with suppress(ValueError):  # the 31st of February
            yield Approval(name.replace("-\n", "-").replace("\n", " "), date.fromisoformat(day), digits)


def unwrapped(comments: Sequence[str]) -> tuple[str, ...]:
    """The comments, each approval on one line, however an editor wrapped it.

    For whoever puts comments together line by line: the second lines of two approvals may be equal.
    """
    lines: list[str] = []
    for line in comments:
        start = _begun(lines) if line.rstrip().endswith("]") and not _begins(line) else None
        whole = found_in((*lines[start:], line)) if start is not None else ()
        if whole:
            lines[start:] = [str(whole[0])]
        else:
            lines.append(line)
    return tuple(lines)


def _begun(lines: Sequence[str]) -> int | None:
    """Where, near the end, an approval begins that is not whole yet."""
    near = range(len(lines) - 1, max(len(lines) - _MOST_LINES, -1), -1)
    start = next((at for at in near if _begins(lines[at])), None)
    return start if start is not None and not found_in(lines[start:]) else None


def _begins(line: str) -> bool:
    return line.lstrip().startswith(MARK.rstrip())


def counting(entry: Entry) -> tuple[Approval, ...]:
    """The approvals that the entry has today: bound to its texts, which are finished and not obsolete."""
    found = found_in(entry.comments)
    if not found or not entry.translated:
        return ()
    own = digest(entry)
    return tuple([approval for approval in found if approval.digest == own])


def approve(entry: Entry, name: str, day: date) -> Entry:
    """The finished entry with an approval more; as it is, where it has one by this reviewer.

    :param name: as ``reviewer`` gives it.
    """
    if any(approval.name == name for approval in counting(entry)):
        return entry
    return entry._replace(comments=(*entry.comments, str(Approval(name, day, digest(entry)))))


def history(entries: Iterable[Entry]) -> list[Record]:
    """Every approval that a catalog remembers, each once, by day; those of one day in the order of the entries.

    A line goes along with a changed text, and the old pair keeps it as well. It is told of the texts that it was
    given to, as long as an entry has them.
    """
    found: dict[Approval, Record] = {}
    for entry in entries:
        for approval in found_in(entry.comments):
            record = Record(approval, entry, approval.digest == digest(entry))
            known = found.get(approval)
            if known is None or (record.fits and not known.fits):
                found[approval] = record
    return sorted(found.values(), key=lambda record: record.approval.day)
