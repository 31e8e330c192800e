"""From the bytes of a PO file to its text: UTF-8 or nothing, with a good guess at what else it is."""

from __future__ import annotations

import re

from i18n.model import Place
from i18n.problems import HabarError, problem

_BOM = b"\xef\xbb\xbf"
_CHARSET = re.compile(rb'"Content-Type:[^"\n]{0,200}?charset=([^\s"\\;]{1,40})', re.IGNORECASE)
_TAKEN_FOR_UTF8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"charset"}
"""Lower case. ``CHARSET`` is what xgettext leaves in a template."""

_INK = re.compile(rb"[^ \t\r\n\f\v]")
_CYRILLIC = re.compile("[\u0410-\u044f\u0401\u0451]")
_JAPANESE = re.compile("[\u3001\u3002\u3041-\u30fc\u4e00-\u9fff]")
_GUESSES = (("cp1251", "CP1251 (Windows Cyrillic)", _CYRILLIC), ("cp932", "Shift_JIS", _JAPANESE))
_OTHER = re.compile("[^\x00-\x7f]")


def decode(data: bytes, path: str) -> tuple[str, bool]:
    """The text without its byte order mark, and whether there was one.

    Raises ``HabarError`` where there is no text, or where it is not UTF-8.
    """
    if not _INK.search(data, 3 if data.startswith(_BOM) else 0):
        raise _error("H201", path, 1, "the catalog is empty: there was text in it once, or it was never finished")
    if wide := _utf16(data):
        raise _error("H202", path, 1, f"the file looks like {wide}, not UTF-8")
    if b"\0" in data:
        raise _error("H203", path, _line(data, data.index(b"\0")), "there is a NUL byte in the file")
    declared = _CHARSET.search(data)
    if declared and declared[1].lower() not in _TAKEN_FOR_UTF8:
        name = declared[1].decode("ascii", "replace")
        raise _error("H202", path, _line(data, declared.start()), f"the header says charset={name}, not UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _error("H202", path, _line(data, error.start), f"this line is not UTF-8{_guess(data)}") from None
    if "\r" in text and "\n" not in text:
        raise _error("H213", path, 1, "the lines end with a lone carriage return, as on an old Macintosh")
    return text.removeprefix("\ufeff"), data.startswith(_BOM)


def _utf16(data: bytes) -> str | None:
    """The name of the encoding, from a byte order mark or from the place of the zero bytes of ASCII letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    begin = data[:64]
    odd, even = begin[1::2].count(0), begin[0::2].count(0)
    return "UTF-16" if len(begin) > 8 and max(odd, even) * 4 > len(begin) else None


def _guess(data: bytes) -> str:
    """What else it may be, in words; nothing where it is nothing that can be told."""
    for encoding, name, letters in _GUESSES:
        text = data.decode(encoding, "replace")
        if len(letters.findall(text)) > 0.7 * len(_OTHER.findall(text)):
            return f": the file looks like {name}"
    return ""


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _error(code: str, path: str, line: int | None, message: str) -> HabarError:
    return HabarError(problem(code, Place(path, line), message))
