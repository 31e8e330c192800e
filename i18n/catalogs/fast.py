"""Reading entries of the ordinary shape with one regular expression each.

Ordinary is what habar, msgcat, Poedit and Weblate write for a living message without plural: lines in the
canonical order, one blank after each mark, no backslash in a comment. For anything else it steps aside. What it
reads, the full reader (``lexer``, ``grammar``) reads to an equal value; a property test holds the two together.
"""

from __future__ import annotations

import re
from typing import Literal

from i18n.catalogs.lines import flags_of, references_of
from i18n.catalogs.quoting import unquote_simple
from i18n.model import Entry, Key, Place
from i18n.patterns import late

Newline = Literal["\n", "\r\n"]


def _pattern(newline: str) -> re.Pattern[str]:
    """One entry. Lines are taken whole, which is quick; what is inside of one is looked at afterwards."""
    end = newline.replace("\r", r"\r").replace("\n", r"\n")
    string = r'"([^\n]*)"'
    more = rf'((?>(?:"[^\n]*"{end})*))'
    return re.compile(
        rf"(?>(?:{end})*)"
        rf"((?>(?:\#(?:[ ][^\n]*)?{end})*))"
        rf"((?>(?:\#\.[ ][^\n]*{end})*))"
        rf"(?>(?:\#:[ ]([!-\[\]-~]++){end}(?!\#:))?)"
        rf"((?>(?:\#:[ ][^\n]*{end})*))"
        rf"(?>(?:\#,[ ]([^\n]*){end})?)"
        rf"(?>(?:\#\|[ ]msgctxt[ ]{string}{end}(?=\#\|[ ]msgid[ ]))?)"
        rf"(?>(?:\#\|[ ]msgid[ ]{string}{end}(?!\#))?)"
        rf"(?>(?:msgctxt[ ]{string}{end})?)"
        rf"msgid[ ]{string}{end}{more}"
        rf"msgstr[ ]{string}(?:{end}{more}|\Z)"
        rf"(?=(?>(?:{end})*)(?:[#m]|\Z))"
    )


_PATTERNS = {newline: _pattern(newline) for newline in ("\n", "\r\n")}
_PLAIN = late(
    r"""\n*+(?>(?:\#(?![,|~])[^\n]*\n)*)(?>(?:msgctxt[ ]"([^"\\\n]*+)"\n)?)msgid[ ]"([^"\\\n]++)"\n"""
    r"""msgstr[ ]"([^"\\\s][^"\\\n]*+)"(?:\n|\Z)(?=\n*+(?:[#m]|\Z))"""
)
"""A translation in one line, without an escape in it, and no flag above it: most are, and are read in half the time."""
_INSIDE = late(r'[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)')
_MORE = late(rf'(?>(?:"{_INSIDE.pattern}"\r?\n)+)')


def read_ordinary(
    text: str, position: int, line: int, path: str, newline: Newline, entries: list[Entry]
) -> tuple[int, int]:
    """Appends the ordinary entries that stand at ``position`` one after the other, until one is not.

    ``position`` must be the beginning of the file or of a line after an entry, in line ``line``. Gives the place
    after the last entry that was read, and its line.
    """
    if newline == "\n" and "\r" in text:
        return position, line
    match_at = _PATTERNS[newline].match
    while match := match_at(text, position):
        (comments, extracted, reference, references, flags, old_context, old_id, context,
         msgid, more_msgid, msgstr, more_msgstr) = match.groups()  # fmt: skip
        if _has_backslash(text, match):
            break
        id_line = line + text.count("\n", position, match.start(9))
        try:
            entry = Entry(
                _decoded(msgid, more_msgid),
                (_decoded(msgstr, more_msgstr),),
                None if context is None else _decoded(context),
                None,
                flags_of((flags,)) if flags else (),
                False,
                None if old_context is None else _decoded(old_context),
                None if old_id is None else _decoded(old_id),
                None,
                (reference,) if reference else references_of(_bodies(references, newline, 3)) if references else (),
                tuple(extracted[3 : -len(newline)].split(newline + "#. ")) if extracted else (),
                _bodies(comments, newline, 2) if comments else (),
                Place(path, id_line),
                match[0],
            )
        except KeyError:
            break
        entries.append(entry)
        position = match.end()
        line = id_line + 2 + more_msgid.count("\n") + (more_msgstr.count("\n") if more_msgstr else 0)
    return position, line


def read_finished(text: str, newline: Newline) -> dict[Key, str] | None:
    """The finished translations of a text that is ordinary from end to end and has no message twice; else None."""
    if newline == "\n" and "\r" in text:
        return None
    plain_at, match_at = _PLAIN.match, _PATTERNS[newline].match
    escaped = text.rfind("\\") if newline == "\n" else len(text)  # nearly always in the header
    found: dict[Key, str] = {}
    count = position = 0
    while True:
        if position > escaped and (match := plain_at(text, position)):
            context, msgid, translation = match.groups()
            found[context, msgid] = translation
        elif match := match_at(text, position):
            try:
                key, translation = _finished(text, match)
            except KeyError:
                return None
            found[key] = translation
        else:
            break
        position = match.end()
        count += 1
    if len(found) < count or text[position:].strip(" \t\n\r\f\v"):
        return None
    found.pop((None, ""), None)
    return {key: translation for key, translation in found.items() if translation} if "" in found.values() else found


def _finished(text: str, match: re.Match[str]) -> tuple[Key, str]:
    """The key and the translation of an ordinary entry, empty where it is not finished. Else a ``KeyError``."""
    if _has_backslash(text, match):
        raise KeyError(match[0])
    flags, context, msgid, more_msgid, msgstr, more_msgstr = match.group(5, 8, 9, 10, 11, 12)
    key = None if context is None else _decoded(context), _decoded(msgid, more_msgid)
    translation = _decoded(msgstr, more_msgstr)
    finished = translation.strip() and not (flags and "fuzzy" in flags_of((flags,)))
    return key, translation if finished else ""


def _has_backslash(text: str, match: re.Match[str]) -> bool:
    """Whether a comment has a backslash, which may join it to the next line."""
    if text.find("\\", match.start(), match.start(9)) < 0:  # nearly always
        return False
    return any("\\" in comment for comment in match.group(1, 2, 4, 5) if comment)


def _decoded(text: str, more: str | None = None) -> str:
    """What a string spells: ``text`` from its first line, and ``more`` whole lines. Else a ``KeyError``."""
    if more:
        lines = more.replace('"\r\n', '"\n') if "\r" in more else more
        if lines.count('"') == 2 * lines.count("\n") and '\\"' not in lines:  # none inside of a line
            usual = lines[1:-2].replace('"\n"', "").replace("\\n", "\n")
            if "\\" not in usual:
                return _decoded(text) + usual
        if not _MORE.fullmatch(lines):
            raise KeyError(more)
        return _decoded(text) + unquote_simple(lines[1:-2].replace('"\n"', ""))
    if "\\" in text or '"' in text:
        if not _INSIDE.fullmatch(text):
            raise KeyError(text)
        return unquote_simple(text)
    return text


def _bodies(block: str, newline: Newline, width: int) -> tuple[str, ...]:
    """The lines of a block without their marks, which are ``width`` characters wide with the blank."""
    return tuple([line[width:] for line in block.split(newline)[:-1]])
