"""PO files in other encodings: recognised, and read as UTF-8 where a person asks for it."""

from __future__ import annotations

import codecs
import re

from i18n import encoding
from i18n.encoding import line_of
from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, problem

ENCODINGS = frozenset(
    "cp932 cp1250 cp1251 cp1252 cp1254 euc_jp iso2022_jp iso8859-1 iso8859-2 iso8859-5 iso8859-9 iso8859-15 koi8-r "
    "koi8-u shift_jis utf-16 utf-16-be utf-16-le utf-8 ascii".split()
)
"""By the names that Python has for them. No others: some are no encodings of text at all."""
_HEADER = late(r'("Content-Type:[^"\n]{0,200}?charset=)([^\s"\\;]{1,40})', re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def in_utf8(data: bytes, path: str, charset: str | None = None) -> tuple[bytes, str]:
    """The bytes of a PO file in UTF-8 with line feeds, its header saying so; and the encoding that they were in.

    :param charset: the encoding. None: by the byte order mark, else as the header says, else as the letters tell.
    :raises HabarError: H202 where the encoding is not known, or the bytes are not in it.
    """
    name = _known(charset or _recognised(data), path)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        place = Place(path, line_of(data, error.start))
        raise HabarError(problem("H202", place, f"this line is not in the encoding {name}")) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _HEADER.sub(r"\1UTF-8", text, count=1).encode("utf-8"), name


def _recognised(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if encoding.is_utf8(data):
        return "utf-8"
    declared = _HEADER.search(data.decode("latin-1"))
    if declared and declared[2].lower() not in ("utf-8", "utf8", "charset"):
        return declared[2]
    return encoding.guessed(data)


def _known(name: str | None, path: str) -> str:
    hint = "name the encoding with --charset, such as --charset cp1251"
    if name is None:
        raise HabarError(problem("H202", Place(path, 1), "the encoding of the file cannot be told", hint=hint))
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    if known not in ENCODINGS:
        raise HabarError(problem("H202", Place(path, 1), f"{name} is no encoding that habar converts", hint=hint))
    return known
