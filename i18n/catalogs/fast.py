"""Reading entries of the ordinary shape with one regular expression each.

Ordinary is what habar, msgcat, Poedit and Weblate write for a living message without plural: lines in the
canonical order, one blank after each mark. For anything else it steps aside. What it reads, the full reader
(``lexer``, ``grammar``) reads to an equal value; a property test holds the two together.
"""

from __future__ import annotations

import re
from typing import Literal

from i18n.catalogs.lines import flags_of, references_of
from i18n.catalogs.quoting import unquote_simple
from i18n.model import Entry, Place

Newline = Literal["\n", "\r\n"]


def _pattern(newline: str) -> re.Pattern[str]:
    end = newline.replace("\r", r"\r").replace("\n", r"\n")
    one = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
    many = rf"({one}(?:{end}{one})*+)"
    return re.compile(
        rf"(?:{end})*+"
        rf"((?:\#(?:[ ][^\r\n]*+)?{end})*+)"
        rf"((?:\#\.(?:[ ][^\r\n]*+)?{end})*+)"
        rf"((?:\#:[ ][^\r\n]*+{end})*+)"
        rf"(?:\#,[ ]([^\r\n]*+){end})?+"
        rf"(?:\#\|[ ]msgctxt[ ]({one}){end}(?=\#\|[ ]msgid[ ]))?+"
        rf"(?:\#\|[ ]msgid[ ]({one}){end}(?!\#))?+"
        rf"(?:msgctxt[ ]{many}{end})?+"
        rf"msgid[ ]{many}{end}"
        rf"msgstr[ ]{many}(?:{end}|\Z)"
        rf"(?=(?:{end})*+(?:[#m]|\Z))"
    )


_PATTERNS = {newline: _pattern(newline) for newline in ("\n", "\r\n")}


def read_ordinary(
    text: str, position: int, line: int, path: str, newline: Newline, entries: list[Entry]
) -> tuple[int, int]:
    """Appends the ordinary entries that stand at ``position`` one after the other, until one is not.

    ``position`` must be the beginning of the file or the end of an entry, in line ``line``. Gives the place after
    the last entry that was read, and its line.
    """
    match_at = _PATTERNS[newline].match
    joint = f'"{newline}"'
    while match := match_at(text, position):
        comments, extracted, references, flags, old_context, old_id, context, msgid, msgstr = match.groups()
        try:
            entry = Entry(
                unquote_simple(msgid[1:-1].replace(joint, "")),
                (unquote_simple(msgstr[1:-1].replace(joint, "")),),
                None if context is None else unquote_simple(context[1:-1].replace(joint, "")),
                None,
                flags_of((flags,)) if flags else (),
                False,
                None if old_context is None else unquote_simple(old_context[1:-1]),
                None if old_id is None else unquote_simple(old_id[1:-1]),
                None,
                references_of(_bodies(references, newline, 3)) if references else (),
                _bodies(extracted, newline, 3) if extracted else (),
                _bodies(comments, newline, 2) if comments else (),
                Place(path, line + text.count("\n", position, match.start(8))),
                match[0],
            )
        except KeyError:
            break
        entries.append(entry)
        line += text.count("\n", position, match.end())
        position = match.end()
    return position, line


def _bodies(block: str, newline: Newline, mark: int) -> tuple[str, ...]:
    """The lines without their marks, which are ``mark`` characters wide with the blank."""
    return tuple([line[mark:] for line in block.split(newline)[:-1]])
