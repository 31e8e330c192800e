"""TMX 1.4 (LISA OSCAR): translation memories."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from i18n.exchange.inline import Dialect, from_xml, to_xml
from i18n.exchange.writable import fits
from i18n.exchange.xmlfile import Refusals, attribute, check_size, children, element, spelled, tag
from i18n.exchange.xmlstream import elements
from i18n.interchange import MemoryUnit
from i18n.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from i18n.model import Code, Content

_CONTEXT = "x-gettext-msgctxt"
_REFUSALS = Refusals(doctype=rb'<!DOCTYPE\s+tmx(\s+(SYSTEM|PUBLIC\s+"[^"<>\[\]]*")\s+"[^"<>\[\]]*")?\s*>')
"""Many tools name the DTD of the standard. It is not opened, and nothing may be declared beside it."""
_TYPES = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "ulined", "br": "lb"}


def write(units: Sequence[MemoryUnit]) -> bytes:
    """A memory in UTF-8, valid against the DTD of TMX 1.4. Same units, same bytes.

    A unit with a character that XML cannot hold is left out.
    """
    sources = {unit.source_locale for unit in units}
    source = sources.pop() if len(sources) == 1 else None
    header = {
        "creationtool": "habar",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": source or "*all*",
        "datatype": "plaintext",
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', "  " + tag("header", header, "/>")]
    lines += ["  <body>", *(f"    {line}" for unit in units for line in _unit(unit)), "  </body>", "</tmx>", ""]
    return "\n".join(lines).encode("utf-8")


def _unit(unit: MemoryUnit) -> Iterator[str]:
    source = unit.variants[unit.source_locale or next(iter(unit.variants))]
    if not all(fits(text, source) for text in unit.variants.values()):
        return
    yield tag("tu", {"tuid": unit.id or None, "srclang": unit.source_locale})
    if unit.context is not None:
        yield "  " + element("prop", {"type": _CONTEXT}, spelled(unit.context))
    for locale, text in unit.variants.items():
        seg = element("seg", {}, to_xml(text, source, _DIALECT))
        yield "  " + element("tuv", {"xml:lang": locale}, seg)
    yield "</tu>"


def _start(code: Code, shown: str) -> str:
    number = str(code.id)
    return element("bpt", {"i": number, "x": number, "type": _TYPES.get(code.name)}, spelled(shown))


def _alone(code: Code, shown: str) -> str:
    return element("ph", {"x": str(code.id), "type": _TYPES.get(code.name)}, spelled(shown))


def _lone(code: Code, shown: str) -> str:
    return element("it", {"pos": "begin" if code.kind == "open" else "end", "x": str(code.id)}, spelled(shown))


_DIALECT = Dialect(_start, lambda code, shown: element("ept", {"i": str(code.id)}, spelled(shown)), _alone, _lone)


# Reading ---------------------------------------------------------------------------------------


def read(data: bytes, path: str) -> list[MemoryUnit]:
    """The units of a memory of TMX 1.1 to 1.4. ``path`` is for the places.

    :raises HabarError: H260 to H262, each with its line.
    """
    check_size(data, path, _REFUSALS)
    return list(units((data,), path))


def units(pieces: Iterable[bytes], path: str) -> Iterator[MemoryUnit]:
    """The units of a memory of any size, in pieces of its file.

    :raises HabarError: H260 to H262, each with its line. What comes before the fault is given.
    """
    source = None
    for unit in elements(pieces, path, "tmx", "tu", _REFUSALS):
        header = next(iter(children(unit.getroottree().getroot(), "header")), None)
        source = source or (attribute(header, "srclang") if header is not None else None)
        yield _read(unit, path, source)


def _read(unit: Any, path: str, source: str | None) -> MemoryUnit:
    variants: dict[str, Content] = {}
    for variant in children(unit, "tuv"):
        for seg in children(variant, "seg"):
            variants.setdefault(attribute(variant, "lang") or "", from_xml(seg))
    properties = {attribute(known, "type"): known.text or "" for known in children(unit, "prop")}
    own = attribute(unit, "srclang") or source
    return MemoryUnit(
        variants=variants,
        source_locale=next((tag for tag in variants if own and tag.lower() == own.lower()), None),
        context=properties.get(_CONTEXT),
        id=attribute(unit, "tuid") or "",
        day=_day(attribute(unit, "changedate") or attribute(unit, "creationdate") or ""),
        place=Place(path, unit.sourceline),
    )


def _day(text: str) -> date | None:
    """The day of a time as TMX spells it: ``20240123T101500Z``."""
    try:
        return date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:8]}")
    except ValueError:
        return None
