"""From the bytes of a text file to its text: UTF-8, or UTF-16 that says so, with a good guess at what else it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

_BOM = b"\xef\xbb\xbf"
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CYRILLIC = "[\u0410-\u044f\u0401\u0451]"
_JAPANESE = "[\u3001\u3002\u3041-\u30fc\u4e00-\u9fff]"  # dear to compile, and hardly ever needed
_LETTERS = {"cp1251": _CYRILLIC, "koi8-r": _CYRILLIC, "cp932": _JAPANESE}
_NAMES = {"cp1251": "CP1251 (Windows Cyrillic)", "koi8-r": "KOI8-R (Unix Cyrillic)", "cp932": "Shift_JIS"}
_COMMON = late("[аеинотАЕИНОТ]")
"""Nearly half of a Russian text. In the wrong one of two encodings other letters stand for them."""
_FEWEST = 4
"""As many letters make a guess: a single odd byte may be anything."""
_INK = re.compile(rb"[^ \t\r\n\f\v]")
_OTHER = late("[^\x00-\x7f]")


class Codes(NamedTuple):
    """The problem codes that a kind of file uses."""

    empty: str
    not_utf8: str
    nul: str


class Decoded(NamedTuple):
    """The text without its byte order mark, whether there was one, and the encoding, by Python's name."""

    text: str
    bom: bool
    charset: str = "utf-8"


def decode(data: bytes, path: str, codes: Codes, *, wide: bool = False) -> Decoded:
    """The text of a file, exactly, but for the byte order mark.

    :param wide: whether it may be UTF-16, too, where its byte order mark says so.
    :raises HabarError: with one of ``codes``: the file is blank, not UTF-8, or holds a NUL byte.
    """
    if wide and data[:2] in _WIDE:
        return _utf16(data[2:], path, codes, _WIDE[data[:2]])
    if not _INK.search(data, len(_BOM) if data.startswith(_BOM) else 0):
        raise _error(codes.empty, path, 1, "there is nothing in the file")
    if _is_utf16(data):
        raise _error(codes.not_utf8, path, 1, "the file looks like UTF-16, not UTF-8")
    if b"\0" in data:
        raise _error(codes.nul, path, line_of(data, data.index(b"\0")), "there is a NUL byte in the file")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"this line is not UTF-8{_guess(data)}"
        raise _error(codes.not_utf8, path, line_of(data, error.start), message) from None
    return Decoded(text.removeprefix("\ufeff"), data.startswith(_BOM))


def _utf16(data: bytes, path: str, codes: Codes, charset: str) -> Decoded:
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(charset, "replace").count("\n") + 1
        raise _error(codes.not_utf8, path, line, "this line is damaged: it is not UTF-16 as the file is") from None
    if not text.strip():
        raise _error(codes.empty, path, 1, "there is nothing in the file")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _error(codes.nul, path, line, "there is a NUL byte in the file")
    return Decoded(text, bom=True, charset=charset)


def line_of(data: bytes, position: int) -> int:
    """The line, from 1, that a byte stands in."""
    return data.count(b"\n", 0, position) + 1


def _is_utf16(data: bytes) -> bool:
    """Told by a byte order mark, or by the place of the zero bytes of ASCII letters."""
    if data[:2] in _WIDE:
        return True
    if b"\0" not in data:  # nearly always
        return False
    begin = data[:64]
    odd, even = begin[1::2].count(0), begin[0::2].count(0)
    return len(begin) > 8 and max(odd, even) * 4 > len(begin)


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are text in UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def guessed(data: bytes) -> str | None:
    """The encoding that bytes which are not UTF-8 look like, by Python's name; None where it cannot be told."""
    if _is_utf16(data):
        return "utf-16-le" if data[1:64:2].count(0) >= data[0:64:2].count(0) else "utf-16-be"
    likely: dict[str, float] = {}
    for encoding, letters in _LETTERS.items():
        text = data.decode(encoding, "replace")
        count = len(re.findall(letters, text))
        if count >= _FEWEST and count > 0.7 * len(_OTHER.findall(text)):
            likely[encoding] = len(_COMMON.findall(text)) / count
    return max(likely, key=lambda encoding: likely[encoding], default=None)


def _guess(data: bytes) -> str:
    """What else it may be, in words; nothing where it is nothing that can be told."""
    found = guessed(data)
    return f": the file looks like {_NAMES[found]}" if found in _NAMES else ""


def _error(code: str, path: str, line: int | None, message: str) -> HabarError:
    return HabarError(problem(code, Place(path, line), message))
