"""From the bytes of an XML document to its tree and its text. The encoding is that which the file names."""

from __future__ import annotations

import re

from lxml import etree

from i18n.formats import its
from i18n.formats.markup.document import BOMS, Charset
from i18n.formats.source import Source
from i18n.model import Place
from i18n.problems import HabarError, problem

_WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
"""UTF-16 without a byte order mark."""
_NAMES_WIDE = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^>]{1,100}encoding\s*=\s*["'](utf-?16\w*|utf-?32\w*|ucs-\w+)""", re.I
)


def parsed(source: Source) -> tuple[etree._Element, str, Charset]:
    """The root, the text without a byte order mark, and its encoding.

    :raises HabarError: H101, H104, H105, H141: nothing in it, another encoding, a NUL byte, no well-formed XML.
    """
    data = source.data
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise HabarError(problem("H101", Place(source.path, 1), "there is nothing in the file"))
    _refuse_bytes(data, source.path)
    root = its.parse_xml(data, source.path)
    mark, named = next(((mark, name) for mark, name in BOMS if data.startswith(mark)), (b"", ""))
    charset = named or _WIDE.get(data[:2]) or (root.getroottree().docinfo.encoding or "utf-8").lower()
    try:
        text = data[len(mark) :].decode(charset)
        same = text.encode(charset) == data[len(mark) :]
    except (UnicodeError, LookupError):
        same, text = False, ""
    if not same:
        message = f"the file is in the encoding {charset}, in which it cannot be written again"
        raise HabarError(problem("H104", Place(source.path, 1), message))
    return root, text, Charset(charset, bool(mark))


def _refuse_bytes(data: bytes, path: str) -> None:
    """What no parser says well: another encoding than the file names, and bytes that are in no text."""
    first = data[:4]
    if first in (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\0\0<", b"<\0\0\0"):
        raise HabarError(problem("H104", Place(path, 1), "the file is in UTF-32"))
    wide = first[:2] in (b"\xff\xfe", b"\xfe\xff") or first[:2] in _WIDE
    if not wide and b"\0" in data:
        place = Place(path, data.count(b"\n", 0, data.index(b"\0")) + 1)
        raise HabarError(problem("H105", place, "there is a NUL byte in the file"))
    if not wide and (named := _NAMES_WIDE.match(data)):
        message = f"its first line names the encoding {named[1].decode('ascii')}, which it is not in"
        raise HabarError(problem("H104", Place(path, 1), message))
