"""Entries with other words in them, so that the old ones stay."""

from __future__ import annotations

from collections.abc import Iterable

from i18n.interchange.outgoing import digest, is_approval, said
from i18n.interchange.units import State, TransUnit
from i18n.model import Entry

EARLIER, OTHER = "Earlier translation:", "Other translation:"
"""Begin a translator's comment that keeps a translation which is not the entry's."""


def retold(entry: Entry, text: str, state: State, retired: Iterable[Entry]) -> Entry:
    """The entry with this translation. The one that it had stays as a comment, unless an obsolete entry keeps it."""
    own, _ = said(entry)
    if own and own != text and not _kept(entry, own, retired):
        entry = with_comments(entry, (f"{EARLIER} {own}",))
    fuzzy = state == "fuzzy"
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    since = fuzzy and text == own
    return entry._replace(
        msgstrs=(text,),
        flags=("fuzzy", *flags) if fuzzy else flags,
        previous_msgctxt=entry.previous_msgctxt if since else None,
        previous_msgid=entry.previous_msgid if since else None,
    )


def came_after(entry: Entry, sent: str | None) -> bool:
    """Whether the entry's translation replaced the one with this digest in an import."""
    earlier = [line.removeprefix(EARLIER).strip() for line in entry.comments if line.startswith(EARLIER)]
    states: tuple[State, ...] = ("translated", "fuzzy")
    return any(digest(text, state) == sent for text in earlier for state in states)


def with_other(entry: Entry, text: str) -> Entry:
    """The entry with another translation beside its own."""
    return with_comments(entry, (f"{OTHER} {text}",))


def with_comments(entry: Entry, comments: Iterable[str]) -> Entry:
    """The entry with those lines that it does not have yet. White space does not count; an approval is not taken."""
    known = {_line(line) for line in (*entry.comments, *entry.extracted)}
    lines = dict.fromkeys(map(_line, comments))
    new = [line for line in lines if line and line not in known and not is_approval(line)]
    return entry._replace(comments=(*entry.comments, *new)) if new else entry


def marked(unit: TransUnit, message: str) -> str:
    """A message that begins with the name of its unit."""
    return f"{unit.name}: {message}" if unit.name else message


def _kept(entry: Entry, text: str, retired: Iterable[Entry]) -> bool:
    """Whether the translation is also that of the text from which it was made."""
    made_from = entry.previous_msgctxt, entry.previous_msgid
    return any(old.key == made_from and text in old.msgstrs for old in retired)


def _line(text: str) -> str:
    return " ".join(text.split())
