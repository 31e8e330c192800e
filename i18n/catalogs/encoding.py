"""From the bytes of a PO file to its text. A PO file names its charset, and only UTF-8 will do."""

from __future__ import annotations

import re

from i18n import encoding
from i18n.encoding import Codes, Decoded, line_of
from i18n.model import Place
from i18n.problems import HabarError, problem

_CODES = Codes(empty="H201", not_utf8="H202", nul="H203")
_CHARSET = re.compile(rb'"Content-Type:[^"\n]{0,200}?charset=([^\s"\\;]{1,40})', re.IGNORECASE)
_COMPILED = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
"""What an MO file begins with."""
_TAKEN_FOR_UTF8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"charset"}
"""Lower case. ``CHARSET`` is what xgettext leaves in a template."""


def decode(data: bytes, path: str) -> Decoded:
    """The text without its byte order mark, and whether there was one.

    Raises ``HabarError`` where there is no text, where it is not UTF-8, or does not say so.
    """
    if data.startswith(_COMPILED):
        message, hint = "the file is a compiled catalog (MO)", "give the PO file that it was made from"
        raise HabarError(problem("H202", Place(path), message, hint=hint))
    declared = _CHARSET.search(data)
    if declared and declared[1].lower() not in _TAKEN_FOR_UTF8:
        name = declared[1].decode("ascii", "replace")
        message = f"the header says charset={name}, not UTF-8"
        raise HabarError(problem("H202", Place(path, line_of(data, declared.start())), message))
    decoded = encoding.decode(data, path, _CODES)
    if "\r" in decoded.text and "\n" not in decoded.text:
        message = "the lines end with a lone carriage return, as on an old Macintosh"
        raise HabarError(problem("H213", Place(path, 1), message))
    return decoded
