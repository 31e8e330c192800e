"""Inline codes as a memory keeps them: a character each, whatever they are called in their bulletin.

``<a>`` in one bulletin and ``<b>`` in another are both the beginning of the first pair. What cannot be told from a
code by its spelling, such as ``<b>`` that an author meant as text, is treated as one on both sides, which does no harm:
it comes out as it went in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Literal

from i18n import content
from i18n.model import Code, Content

_TAG = re.compile(r"<(/?)([\w.\-]{1,80})(/?)>")
_FIRST = 0xF0000
_MOST = 1_000
"""Codes of a text: they are characters of the first private plane."""
_BYTE = b"\xf3"
"""Begins the characters of codes in UTF-8: to look for it is quicker than an expression."""
_CODE = re.compile("[\U000f0000-\U000ffffd]")
_CODE_KINDS: tuple[Literal["open"], Literal["close"], Literal["alone"]] = ("open", "close", "alone")
_KINDS = ("<{}>", "</{}>", "<{}/>")


def storable(text: str) -> bool:
    """Whether a memory can keep the text: no database takes NUL or half a character, and codes must stay codes."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # half a character
        return False
    return b"\0" not in data and (_BYTE not in data or not _CODE.search(text))


def packed(text: str, names: list[str], *, closed: bool = False) -> str:
    """The text with a character for each code.

    :param names: what the codes are called, by number. New ones are added; where it is ``closed``, they stay text.
    """
    if "<" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        close, name, alone = match.groups()
        if (close and alone) or (name not in names and (closed or len(names) >= _MOST)):
            return match[0]
        if name not in names:
            names.append(name)
        return chr(_FIRST + names.index(name) * 3 + (1 if close else 2 if alone else 0))

    return _TAG.sub(character, text)


def spelled(body: str, names: Mapping[int, str] | Sequence[str]) -> str:
    """The text as a catalog spells it. Codes without a name are left out."""
    known = names if isinstance(names, Mapping) else dict(enumerate(names))

    def tag(match: re.Match[str]) -> str:
        number, kind = divmod(ord(match[0]) - _FIRST, 3)
        return _KINDS[kind].format(known[number]) if number in known else ""

    return _CODE.sub(tag, body)


def coded(text: str, names: list[str], *, closed: bool = False) -> Content:
    """The text with its codes apart, numbered from 1 in the order of ``names`` (see ``packed``)."""
    parts: list[str | Code] = []
    body = packed(text, names, closed=closed)
    end = 0
    for match in _CODE.finditer(body):
        number, kind = divmod(ord(match[0]) - _FIRST, 3)
        parts += (body[end : match.start()], Code(number + 1, _CODE_KINDS[kind], names[number], ()))
        end = match.end()
    return content.merged([*parts, body[end:]])


def order(body: str) -> list[int]:
    """The numbers of the codes in the order in which they begin."""
    return list(dict.fromkeys((ord(char) - _FIRST) // 3 for char in _CODE.findall(body)))


def shape(body: str) -> str:
    """By what two texts are the same: in NFC, white space folded, codes numbered from 0 as they come."""
    text = content.fold(body)
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _BYTE in text.encode("utf-8"):
        numbers = {number: own for own, number in enumerate(order(text))}
        if any(number != own for number, own in numbers.items()):
            text = _CODE.sub(lambda match: _renumbered(match[0], numbers), text)
    return text


def _renumbered(char: str, numbers: Mapping[int, int]) -> str:
    number, kind = divmod(ord(char) - _FIRST, 3)
    return chr(_FIRST + numbers[number] * 3 + kind)


def hashed(shape: str) -> int:
    """Sixty-four bits of a digest, as databases hold them: with a sign."""
    return int.from_bytes(blake2b(shape.encode("utf-8"), digest_size=8).digest(), "big", signed=True)
