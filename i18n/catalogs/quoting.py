"""How a PO file spells a string: quotation marks, escapes, one piece or several.

The escapes are those of C that GNU gettext reads: ``\\a \\b \\f \\n \\r \\t \\v \\\\ \\"``, octal
and hexadecimal numbers. Numbers stand for bytes, so several of them may spell one UTF-8 letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from i18n.patterns import late

_NAMED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_ESCAPE = late(r"\\(?:([abfnrtv\\\"])|x([0-9A-Fa-f]+)|([0-7]{1,3})|(\n)|(?s:(.)))")
_SIMPLE = late(r"\\(.)", re.DOTALL)
_SURROGATES = late("[\udc80-\udcff]")

_SPELLING = str.maketrans({char: "\\" + name for name, char in _NAMED.items()})
_NEEDS_ESCAPE = late(r"[\a\b\f\n\r\t\v\\\"]")


def unquote_simple(text: str) -> str:
    """Text between quotation marks, decoded. Raises ``KeyError`` where it holds anything but the named escapes."""
    if "\\" not in text:
        return text
    if "\\\\" not in text:
        usual = text.replace("\\n", "\n").replace('\\"', '"')
        if "\\" not in usual:
            return usual
    return _SIMPLE.sub(lambda match: _NAMED[match[1]], text)


def unquote(pieces: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The text that the pieces (each from between its quotation marks) spell, and the escapes that spell nothing."""
    joined = "".join(pieces)
    if "\\" not in joined:
        return joined, ()
    bad: list[str] = []
    text = "".join(_ESCAPE.sub(lambda match: _decoded(match, bad), piece) for piece in pieces)
    if _SURROGATES.search(text):
        try:
            text = text.encode("utf-8", "surrogateescape").decode("utf-8")
        except UnicodeDecodeError:
            bad.append(next(escape for escape in _numbers(joined) if _byte(escape) >= 0x80))
            text = _SURROGATES.sub("\ufffd", text)
    return text, tuple(bad)


def quote(text: str) -> str:
    """The text in quotation marks, on one line."""
    return f'"{_escaped(text)}"'


def quote_lines(keyword: str, text: str, prefix: str = "") -> str:
    """A keyword and its string, as ``msgcat --no-wrap`` spells them, with a newline at the end.

    A text with a line end inside begins with ``""`` and takes one line for each of its own.
    """
    if not text:
        return f'{prefix}{keyword} ""\n'
    if text.find("\n", 0, -1) < 0:
        return f"{prefix}{keyword} {quote(text)}\n"
    *whole, rest = text.split("\n")
    lines = [f'{prefix}"{_escaped(line)}\\n"\n' for line in whole]
    if rest:
        lines.append(f"{prefix}{quote(rest)}\n")
    return f'{prefix}{keyword} ""\n{"".join(lines)}'


def _escaped(text: str) -> str:
    if '"' not in text and "\\" not in text and (text.isprintable() or not _NEEDS_ESCAPE.search(text)):
        return text
    return text.translate(_SPELLING)


def _decoded(match: re.Match[str], bad: list[str]) -> str:
    name, hexadecimal, octal, line_end, _other = match.groups()
    if name:
        return _NAMED[name]
    if line_end:
        return ""
    if not (hexadecimal or octal):
        bad.append(match[0])
        return match[0]
    byte = _byte(match[0])
    if byte == 0:
        bad.append(match[0])
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)


def _byte(escape: str) -> int:
    """The byte that a numeric escape stands for. C keeps the lowest eight bits of a number that is too big."""
    return (int(escape[2:][-2:], 16) if escape[1] == "x" else int(escape[1:], 8)) & 0xFF


def _numbers(text: str) -> Iterable[str]:
    return (match[0] for match in _ESCAPE.finditer(text) if match[2] or match[3])
