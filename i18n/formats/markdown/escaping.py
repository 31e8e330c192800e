"""Any text as Markdown that shows this text: what a translator types stays text."""

from __future__ import annotations

import re

from i18n import content

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""No text: there is no way to write it where Markdown trims white space."""
_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
# Marks of inline markup. A line low inside a word is none, and an ampersand only where an entity follows.
_INLINE = re.compile(r"[\\`*~\[\]<]|_(?<![^\W_]_(?=[^\W_]))|&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)|!(?=\[|\Z)")
# What makes a block at the start of a line, or a footnote's mark behind a bracket.
_START = re.compile(r"( *)(?:([>=^])|([-+])(?=[-+\s:|]|\Z)|(#)(?=[#\s]|\Z)|(:)(?=-)|(\d{1,9})([.)])(?=\s|\Z))")
_HASHES_AT_END = re.compile(r"(?<!\S)#(?=#*\s*\Z)")
_PIPE_OF_A_TABLE = re.compile(r"(?:\A\s*|(?<=\\))\||\|(?=\s*\Z)")
_EDGE = re.compile(r"\A[^\S ]+|[^\S ]+\Z")
_TITLE = re.compile(r"[\\\"'()<]|&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)")
_QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def escape(text: str, kind: str) -> str:
    """The text for a place of a kind: ``text``, ``cell``, ``alt``, ``title``, ``quoted`` (in the front matter)."""
    if kind == "quoted":
        return '"' + "".join(_quoted(character) for character in text) + '"'
    text = _BREAK.sub(_joint, _CONTROL.sub("", text))
    if kind == "title":
        return _TITLE.sub(_backslash, text).replace("|", "&#124;")
    return _EDGE.sub(_entities, _pipes(_running(text, "&#92;" if kind == "cell" else "\\\\"), kind))


def _running(text: str, backslash: str) -> str:
    start = _START.match(text)
    hashes = _HASHES_AT_END.search(text)
    cut = start.end() if start else 0
    if hashes and hashes.start() >= cut:
        middle = _inline(text[cut : hashes.start()], backslash) + "\\" + text[hashes.start() :]
    else:
        middle = _inline(text[cut:], backslash)
    return (_at_start(start) if start else "") + middle


def _inline(text: str, backslash: str) -> str:
    return _INLINE.sub(lambda mark: backslash if mark[0] == "\\" else "\\" + mark[0], text)


def _at_start(mark: re.Match[str]) -> str:
    if mark[6]:
        return f"{mark[1]}{mark[6]}\\{mark[7]}"
    return mark[1] + "\\" + mark[0][len(mark[1]) :]


def _pipes(text: str, kind: str) -> str:
    if "|" not in text:
        return text
    if kind == "cell":
        return text.replace("|", "\\|")
    return text.replace("|", "&#124;") if kind == "alt" else _PIPE_OF_A_TABLE.sub(_pipe_entity, text)


def _pipe_entity(found: re.Match[str]) -> str:
    return found[0].replace("|", "&#124;")


def _joint(found: re.Match[str]) -> str:
    """What a line break between two characters is: one space, or nothing between two of Chinese or Japanese."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return content.fold(f"{before}\n{after}")[len(before) : -1 if after else None] if before and after else " "


def _entities(found: re.Match[str]) -> str:
    """White space at an end of a text, other than a space, as nobody trims it."""
    return "".join(f"&#{ord(character)};" for character in found[0])


def _backslash(mark: re.Match[str]) -> str:
    return "\\" + mark[0]


def _quoted(character: str) -> str:
    """A character between quotation marks, in YAML and in TOML alike."""
    if character in _QUOTED:
        return _QUOTED[character]
    if character == " " or character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
