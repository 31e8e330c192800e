"""Texts with inline codes as XML of an exchange format, and back. XLIFF 1.2 and 2.0 and TMX differ in names only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from i18n import content
from i18n.exchange.xmlfile import attribute, local, spelled
from i18n.model import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from i18n.model import Content

    Spell = Callable[[Code, str], str]
    """From a code and its spelling in the msgid to XML."""

_LONE = {"bx": "open", "bpt": "open", "sc": "open", "ex": "close", "ept": "close", "ec": "close"}
_NUMBER = ("rid", "startRef", "i", "id", "x")
"""Attributes that number a code; where several stand, the first of these counts."""
_NOTHING = ("sm", "em", "")


class Dialect(NamedTuple):
    """How codes are spelled in a format."""

    start: Spell
    """The beginning of a pair that is well nested in the text."""
    end: Spell
    alone: Spell
    lone: Spell
    """One end of a pair that has no other in the text, or that crosses another pair."""


def to_xml(text: Content, source: Content, dialect: Dialect) -> str:
    """A source text or its translation. The codes of both are those of ``source``."""
    tags = {(code.id, code.kind): tag for tag, code in content.tags(source).items()}
    nested = content.nested_at(text)
    parts = []
    for index, part in enumerate(text):
        if isinstance(part, str):
            parts.append(spelled(part))
            continue
        spell = dialect.lone
        if index in nested:
            spell = {"open": dialect.start, "close": dialect.end, "alone": dialect.alone}[part.kind]
        parts.append(spell(part, tags[part.id, part.kind]))
    return "".join(parts)


def from_xml(element: Any) -> Content:
    """What stands in a ``source``, ``target`` or ``seg``. A code whose number is none has the number 0."""
    return content.merged(_walk(element))


def _walk(element: Any) -> Iterator[str | Code]:
    yield element.text or ""
    for child in element:
        yield from _part(child, local(child))
        yield child.tail or ""


def _part(child: Any, name: str) -> Iterator[str | Code]:
    if name in ("g", "pc"):
        yield _code(child, "open")
        yield from _walk(child)
        yield _code(child, "close")
    elif name in ("x", "ph"):
        yield _code(child, "alone")
    elif name == "it":
        yield _code(child, "close" if attribute(child, "pos") in ("close", "end") else "open")
    elif name in _LONE:
        yield _code(child, _LONE[name])
    elif name == "cp":
        yield _character(child)
    elif name not in _NOTHING:  # a mark of a tool, such as <mrk>: the text in it counts
        yield from _walk(child)


def _code(element: Any, kind: Any) -> Code:
    number = next((value for name in _NUMBER if (value := element.get(name)) is not None), "")
    number = number if number.isascii() and number.isdigit() and len(number) < 7 else "0"
    return Code(int(number), kind, _name(element), ())


def _name(element: Any) -> str:
    """The name in the msgid, from the spelling that was sent along."""
    shown = next((value for name in ("equiv-text", "equiv", "equivStart") if (value := element.get(name))), None)
    return (shown or element.text or "").strip("</>")


def _character(element: Any) -> str:
    """A character that XML cannot hold (XLIFF 2.0, 4.3.1.1)."""
    try:
        number = int(attribute(element, "hex") or "", 16)
    except ValueError:
        return ""
    return chr(number) if 0 < number < 0xD800 or 0xDFFF < number < 0x110000 else ""
