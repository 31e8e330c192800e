"""From a catalog to the bytes of a PO file: what did not change is given back as its file spelled it.

Where an entry changed, the parts that did not keep their lines. What changed, and what is new, takes the
canonical form: what ``msgcat --no-wrap`` of GNU gettext writes, in the line ends of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from i18n.catalogs.grammar import ORDER
from i18n.catalogs.lexer import Lexer, Statement
from i18n.catalogs.lines import comment_lines, flag_line, reference_line
from i18n.catalogs.quoting import quote_lines
from i18n.catalogs.reader import NO_HEADER, read_entry
from i18n.model import Catalog, Entry, FileStyle

_FIELDS = ("comments", "extracted", "references", "flags", *ORDER)
_PREVIOUS = ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")
_RANK = {name: rank for rank, name in enumerate(_FIELDS)}


def render(catalog: Catalog) -> bytes:
    """The bytes of the file. A catalog as ``parse`` gave it yields the bytes that were parsed.

    Entries without ``raw`` are spelled in canonical form; previous msgctxt and msgid_plural are written only
    where there is a previous msgid, because gettext has no form for them alone. Raises ``ValueError`` where an
    entry cannot be spelled at all: a NUL character, a lone surrogate, several msgstrs without msgid_plural.
    """
    style = catalog.style
    pieces: list[str] = []
    for entry in _in_order(catalog):
        text = _spelled(entry, style)
        pieces.append(_apart(pieces[-1], text, entry, style) if pieces else text)
    whole = "".join(pieces) + style.tail
    if "\0" in whole:
        raise ValueError("a PO file cannot hold a NUL character")
    return (("\ufeff" if style.bom else "") + whole).encode("utf-8")


def canonical(entry: Entry) -> str:
    """The entry in canonical form, with line ends of Unix."""
    prefix = "#~ " if entry.obsolete else ""
    lines = [
        comment_lines("#", entry.comments) if entry.comments else "",
        comment_lines("#.", entry.extracted) if entry.extracted else "",
        reference_line(entry.references) if entry.references else "",
        flag_line(entry.flags) if entry.flags else "",
    ]
    if entry.previous_msgid is not None:
        lines += [_string_field(entry, name) for name in _PREVIOUS]
    if entry.msgctxt is not None:
        lines.append(quote_lines("msgctxt", entry.msgctxt, prefix))
    lines.append(quote_lines("msgid", entry.msgid, prefix))
    if entry.msgid_plural is not None:
        lines.append(quote_lines("msgid_plural", entry.msgid_plural, prefix))
    if entry.msgstrs:
        lines.append(_forms(entry))
    return "".join(lines)


def _in_order(catalog: Catalog) -> Iterator[Entry]:
    at = catalog.style.header_at
    yield from catalog.entries[:at]
    if catalog.header != NO_HEADER or catalog.header.raw:
        yield catalog.header
    yield from catalog.entries[at:]


def _spelled(entry: Entry, style: FileStyle) -> str:
    if entry.raw is None:
        return _in_lines(canonical(entry), style.newline)
    old = read_entry(entry.raw, style.newline)
    if old == entry:
        return entry.raw
    text = entry.raw.lstrip("\r\n")
    if text == _in_lines(canonical(old), style.newline):  # a quick way: nobody spelled it in another one
        return entry.raw[: len(entry.raw) - len(text)] + _in_lines(canonical(entry), style.newline)
    return _mended(entry, old, entry.raw, style.newline)


def _in_lines(text: str, newline: str) -> str:
    """A text with line ends of Unix in those of a file."""
    return text if newline == "\n" else text.replace("\n", newline)


def _apart(before: str, text: str, entry: Entry, style: FileStyle) -> str:
    """The text with what has to stand between it and the text before: for a new entry, a blank line.

    Between two raw texts there is what their file has, even if that is nothing. Only a ``#~`` must not reach over.
    """
    ended = before.endswith("\n")
    if entry.raw is None:
        return (style.newline if ended else 2 * style.newline) + text
    if ended or not before.rpartition("\n")[2].lstrip().startswith("#~"):
        return text
    rest = text.replace("\\\n", "").lstrip(" \t\r")  # a backslash at the end of a line joins it with the next
    return text if rest[:1] in ("\n", "#") else style.newline + text


# Canonical form --------------------------------------------------------------------------------


def _string_field(entry: Entry, name: str) -> str:
    text: str | None = getattr(entry, name)
    if text is None:
        return ""
    if not name.startswith("previous_"):
        return quote_lines(name, text, "#~ " if entry.obsolete else "")
    if entry.previous_msgid is None:
        return ""
    return quote_lines(name.removeprefix("previous_"), text, "#~| " if entry.obsolete else "#| ")


def _forms(entry: Entry) -> str:
    prefix = "#~ " if entry.obsolete else ""
    if entry.msgid_plural is not None:
        forms = enumerate(entry.msgstrs)
        return "".join(quote_lines(f"msgstr[{index}]", text, prefix) for index, text in forms)
    (text,) = entry.msgstrs
    return quote_lines("msgstr", text, prefix)


_SPELLED: dict[str, Callable[[Entry], str]] = {
    **{name: partial(_string_field, name=name) for name in ORDER},
    "comments": lambda entry: comment_lines("#", entry.comments),
    "extracted": lambda entry: comment_lines("#.", entry.extracted),
    "references": lambda entry: reference_line(entry.references),
    "flags": lambda entry: flag_line(entry.flags),
    "msgstrs": _forms,
}
"""How each field is spelled."""


# Entries that changed --------------------------------------------------------------------------


def _mended(entry: Entry, old: Entry, raw: str, newline: str) -> str:
    """The raw text, with the canonical form in the place of every field that is not what it says."""
    statements = list(Lexer(raw).statements())
    changed = {name for name in _FIELDS if _changed(entry, old, name)}
    changed.update(statement.kind for statement in statements if statement.bare)
    pending = [name for name in _FIELDS if name in changed]
    text = raw[: statements[0].start]
    for statement, own in zip(statements, _segments(raw, statements), strict=True):
        while pending and _comes_before(pending[0], statement):
            text = _joined(text, _in_lines(_SPELLED[pending.pop(0)](entry), newline), newline)
        if statement.kind not in changed:
            text = _joined(text, own, newline)
    for name in pending:
        text = _joined(text, _in_lines(_SPELLED[name](entry), newline), newline)
    return text


def _changed(entry: Entry, old: Entry, name: str) -> bool:
    if getattr(entry, name) != getattr(old, name):
        return True
    if name in ORDER and entry.obsolete != old.obsolete:
        return True
    if name == "msgstrs":
        return (entry.msgid_plural is None) != (old.msgid_plural is None)
    return name.startswith("previous_") and (entry.previous_msgid is None) != (old.previous_msgid is None)


def _comes_before(name: str, statement: Statement) -> bool:
    """Whether a field's canonical lines belong before (or in the place of) this statement."""
    return statement.kind == name or _RANK.get(statement.kind, -1) > _RANK[name]


def _segments(raw: str, statements: list[Statement]) -> list[str]:
    """Each statement's own text, up to the next one."""
    ends = [statement.start for statement in statements[1:]] + [len(raw)]
    return [raw[statement.start : end] for statement, end in zip(statements, ends, strict=True)]


def _joined(text: str, more: str, newline: str) -> str:
    """Both, on lines of their own."""
    return text + (newline if text and more and not text.endswith("\n") else "") + more
