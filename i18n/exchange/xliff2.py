"""The spelling of XLIFF 2.0 (OASIS Standard, 5 August 2014). Valid against its core schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from i18n.exchange.inline import Dialect, from_xml, to_xml
from i18n.exchange.xmlfile import attribute, children, element, local, spelled, tag
from i18n.interchange import State, TransFile, TransUnit
from i18n.model import Code, Place

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_OWN = "urn:x-habar:interchange"
_TYPES = {
    "a": ("link", None),
    "img": ("image", None),
    "b": ("fmt", "xlf:b"),
    "strong": ("fmt", "xlf:b"),
    "i": ("fmt", "xlf:i"),
    "em": ("fmt", "xlf:i"),
    "u": ("fmt", "xlf:u"),
    "br": ("fmt", "xlf:lb"),
}
_FUZZY = "habar:fuzzy"
_DEVELOPER, _TRANSLATOR, _PREVIOUS = "developer", "translator", "previous"


def text(files: Sequence[TransFile]) -> str:
    """The whole file."""
    languages = {(file.source_locale, file.target_locale) for file in files}
    if len(languages) > 1:
        raise ValueError("an XLIFF 2.0 file has one source language and one target language")
    source, target = languages.pop() if languages else ("en", None)
    given = {"version": "2.0", "xmlns": _NAMESPACE, "xmlns:habar": _OWN, "srcLang": source, "trgLang": target}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', tag("xliff", given)]
    for number, file in enumerate(files, 1):
        if file.units:  # the schema asks for one
            lines += _file(file, number)
    return "\n".join([*lines, "</xliff>", ""])


def _file(file: TransFile, number: int) -> Iterator[str]:
    yield "  " + tag("file", {"id": f"f{number}", "original": file.original, "canResegment": "no"})
    for unit in file.units:
        yield from (f"    {line}" for line in _unit(unit))
    yield "  </file>"


def _unit(unit: TransUnit) -> Iterator[str]:
    marks = {
        "habar:context": unit.context,
        "habar:source": unit.source_digest,
        "habar:target": unit.target_digest,
    }
    space = "preserve" if unit.preserve else None
    yield tag("unit", {"id": unit.id, "name": unit.name or None, "xml:space": space, **marks})
    yield from (f"  {line}" for line in _notes(unit))
    state = "final" if unit.approved else "translated" if unit.state == "translated" else "initial"
    below = _FUZZY if unit.state == "fuzzy" else None
    yield "  " + tag("segment", {"id": "s1", "state": state, "subState": below})
    yield "    " + element("source", {}, to_xml(unit.source, unit.source, _dialect(unit.source)))
    if unit.target:
        yield "    " + element("target", {}, to_xml(unit.target, unit.source, _dialect(unit.target)))
    yield "  </segment>"
    yield "</unit>"


def _notes(unit: TransUnit) -> Iterator[str]:
    notes = (
        (_DEVELOPER, "source", unit.notes),
        (_TRANSLATOR, "target", unit.comments),
        (_PREVIOUS, "source", (unit.previous,) if unit.previous is not None else ()),
    )
    lines = [
        element("note", {"category": category, "appliesTo": applies}, spelled("\n".join(texts)))
        for category, applies, texts in notes
        if texts
    ]
    if lines:
        yield "<notes>"
        yield from (f"  {line}" for line in lines)
        yield "</notes>"


def _dialect(text: Sequence[str | Code]) -> Dialect:
    """The dialect for a text: one end of a pair is "isolated" only where the other stands elsewhere."""
    ends = [{part.id for part in text if isinstance(part, Code) and part.kind == kind} for kind in ("open", "close")]
    return Dialect(_start, lambda *_: "</pc>", _alone, lambda code, shown: _lone(code, shown, ends[0] & ends[1]))


def _start(code: Code, shown: str) -> str:
    end = f"</{shown[1:]}"
    shows = {"equivStart": shown, "equivEnd": end, "dispStart": shown, "dispEnd": end}
    return tag("pc", {"id": str(code.id), **_type(code), **shows, **_FIXED})


def _alone(code: Code, shown: str) -> str:
    return tag("ph", {"id": str(code.id), **_type(code), "equiv": shown, "disp": shown, **_FIXED}, "/>")


def _lone(code: Code, shown: str, whole: set[int]) -> str:
    shows = {"equiv": shown, "disp": shown, **_FIXED}
    number = str(code.id)
    if code.kind == "open":
        isolated = None if code.id in whole else "yes"
        return tag("sc", {"id": number, "isolated": isolated, **_type(code), **shows}, "/>")
    if code.id in whole:
        return tag("ec", {"startRef": number, **shows}, "/>")
    return tag("ec", {"id": number, "isolated": "yes", **_type(code), **shows}, "/>")


_FIXED = {"canCopy": "no", "canDelete": "no"}


def _type(code: Code) -> dict[str, str | None]:
    kind, below = _TYPES.get(code.name, ("other", None))
    return {"type": kind, "subType": below}


# Reading ---------------------------------------------------------------------------------------


def files(root: Any, path: str) -> list[TransFile]:
    """What stands in a file of version 2.0, 2.1 or 2.2."""
    return [
        TransFile(
            attribute(file, "original") or "",
            attribute(root, "srcLang") or "",
            attribute(root, "trgLang") or "",
            tuple(_read(unit, path) for unit in file.iter() if local(unit) == "unit"),
            Place(path, file.sourceline),
        )
        for file in children(root, "file")
    ]


def _read(unit: Any, path: str) -> TransUnit:
    parts = [part for part in unit if local(part) in ("segment", "ignorable")]
    source = [piece for part in parts for piece in _words(part, "source")]
    target = [piece for part in parts for piece in _words(part, "target")]
    return TransUnit(
        id=unit.get("id", ""),
        source=tuple(source),
        target=tuple(target),
        state=_state(parts) if target else "untranslated",
        context=unit.get(f"{{{_OWN}}}context"),
        source_digest=unit.get(f"{{{_OWN}}}source"),
        target_digest=unit.get(f"{{{_OWN}}}target"),
        name=unit.get("name", ""),
        comments=tuple(_comments(unit)),
        place=Place(path, unit.sourceline),
    )


def _words(part: Any, name: str) -> Iterator[str | Code]:
    for found in children(part, name):
        yield from from_xml(found)


def _state(parts: Sequence[Any]) -> State:
    """A tool may have cut the unit: it is finished when all of it is."""
    segments = [part for part in parts if local(part) == "segment"]
    return "fuzzy" if any(attribute(part, "state") in (None, "initial") for part in segments) else "translated"


def _comments(unit: Any) -> Iterator[str]:
    for notes in children(unit, "notes"):
        for note in children(notes, "note"):
            if attribute(note, "category") not in (_DEVELOPER, _PREVIOUS):
                yield from "".join(note.itertext()).split("\n")
