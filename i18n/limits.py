"""What text may be stored where its author set limits (ITS 2.0, Storage Size and Allowed Characters)."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache

from i18n.model import Limits
from i18n.patterns import late

LONGEST = 2000
"""Characters of an expression for allowed characters."""
_BREAKS = {"cr": "\r", "lf": "\n", "crlf": "\r\n", "nel": "\x85"}
_ANY_BREAK = late("\r\n|[\r\n]")
_CHARSET = late(r"[A-Za-z0-9][A-Za-z0-9._:+()\-]{0,39}\Z")
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"))
"""Python can write text in them, but nobody stores it so."""
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"} | {sign: sign for sign in "\\|.?*+(){}-[]^"}


@dataclass(frozen=True, slots=True)
class Characters:
    """A set of characters."""

    ranges: tuple[tuple[str, str], ...]
    """The first and the last character of each."""
    others: bool = False
    """Whether it holds all characters but these."""

    def __contains__(self, character: str) -> bool:
        return any(first <= character <= last for first, last in self.ranges) != self.others


@lru_cache(maxsize=200)
def characters(expression: str) -> Characters:
    """The characters that an expression allows.

    ITS 2.0 (8.20) restricts it to one character class: ``[a-z]``, ``[^<>]``, ``.`` for any character, an escaped one
    such as ``\\+``. So no expression takes longer than another.

    :raises ValueError: it is another one; the message says what is wrong.
    """
    if len(expression) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST} characters")
    if expression == ".":
        return Characters((), others=True)
    if len(expression) == 2 and expression[0] == "\\":
        return Characters(_ranges(expression))
    if len(expression) < 3 or expression[0] != "[" or expression[-1] != "]":
        raise ValueError("it is no single class of characters, such as [a-z]")
    inner = expression[1:-1]
    return Characters(_ranges(inner.removeprefix("^")), others=inner.startswith("^"))


def _ranges(inner: str) -> tuple[tuple[str, str], ...]:
    if not inner:
        raise ValueError("there is no character in it")
    found = []
    at = 0
    while at < len(inner):
        first, after = _character(inner, at)
        last = first
        if inner[at] != "-" and inner[after : after + 1] == "-" and after + 1 < len(inner):
            last, after = _character(inner, after + 1)
        if last < first:
            raise ValueError(f"{inner[at:after]} goes backwards")
        found.append((first, last))
        at = after
    return tuple(found)


def _character(inner: str, at: int) -> tuple[str, int]:
    """One character, as it is or escaped, and where the next one begins."""
    sign = inner[at]
    if sign in "[]":
        raise ValueError(f"{sign} in a class is written \\{sign}")
    if sign != "\\":
        return sign, at + 1
    escaped = inner[at + 1 : at + 2]
    if escaped not in _ESCAPES:
        raise ValueError(f"the escape \\{escaped} is not known")
    return _ESCAPES[escaped], at + 2


def is_charset(name: str) -> bool:
    """Whether there is an encoding of this name that text is stored in."""
    if not _CHARSET.match(name):
        return False
    try:
        "".encode(name)
    except (LookupError, UnicodeError):
        return False
    return codecs.lookup(name).name not in _NO_CHARSETS


def stored_size(text: str, limits: Limits) -> int:
    """How many bytes a text takes in the encoding and with the line breaks of its limits, without a byte order mark.

    :raises UnicodeEncodeError: the encoding lacks one of its characters.
    :raises LookupError: there is no such encoding (see ``is_charset``).
    """
    whole = _ANY_BREAK.sub(lambda _: _BREAKS[limits.line_break], text)
    return len(whole.encode(limits.charset)) - len("".encode(limits.charset))
