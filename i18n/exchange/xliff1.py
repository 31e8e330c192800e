"""The spelling of XLIFF 1.2 (OASIS Standard, 1 February 2008). Valid against its strict schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from i18n import content
from i18n.exchange.inline import Dialect, from_xml, to_xml
from i18n.exchange.xmlfile import attribute, children, element, local, spelled, tag
from i18n.interchange import State, TransFile, TransUnit
from i18n.model import Code, Place

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PAIRS = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined"}
_ALONE = {"br": "lb", "img": "image"}
_CONTEXT, _SOURCE, _TARGET = "x-gettext-msgctxt", "x-habar-source", "x-habar-target"
_STATES: dict[State, str] = {"fuzzy": "needs-review-translation", "translated": "translated"}
_UNFINISHED = ("new", "needs-")
_DEVELOPER, _TRANSLATOR = "developer", "translator"
_ORIGINAL_TYPES = {"txt": "plaintext", "html": "html", "htm": "html", "xml": "xml"}


def text(files: Sequence[TransFile]) -> str:
    """The whole file."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', tag("xliff", {"version": "1.2", "xmlns": _NAMESPACE})]
    for file in files:
        lines += _file(file)
    return "\n".join([*lines, "</xliff>", ""])


def _file(file: TransFile) -> Iterator[str]:
    kind = _ORIGINAL_TYPES.get(file.original.rpartition(".")[2].lower(), "x-unknown")
    languages = {"source-language": file.source_locale, "target-language": file.target_locale}
    yield "  " + tag("file", {"original": file.original, **languages, "datatype": kind})
    yield "    <header>"
    yield "      " + tag("tool", {"tool-id": "habar", "tool-name": "habar"}, "/>")
    yield "    </header>"
    yield "    <body>"
    for unit in file.units:
        yield from (f"      {line}" for line in _unit(file, unit))
    yield "    </body>"
    yield "  </file>"


def _unit(file: TransFile, unit: TransUnit) -> Iterator[str]:
    space = "preserve" if unit.preserve else None
    approved = "yes" if unit.approved else None
    yield tag("trans-unit", {"id": unit.id, "resname": unit.name or None, "approved": approved, "xml:space": space})
    yield "  " + element("source", {"xml:lang": file.source_locale}, to_xml(unit.source, unit.source, _DIALECT))
    if unit.target:
        said = {"xml:lang": file.target_locale, "state": "final" if unit.approved else _STATES[unit.state]}
        if unit.state == "fuzzy" and unit.previous is not None:
            said["state-qualifier"] = "fuzzy-match"
        yield "  " + element("target", said, to_xml(unit.target, unit.source, _DIALECT))
    yield from (f"  {line}" for line in _contexts(unit))
    yield from (f"  {line}" for line in _notes(unit))
    if unit.previous is not None and unit.target:
        yield from (f"  {line}" for line in _previous(file, unit, unit.previous))
    yield "</trans-unit>"


def _contexts(unit: TransUnit) -> Iterator[str]:
    yield tag("context-group", {"purpose": "match"})
    values = {_CONTEXT: unit.context, _SOURCE: unit.source_digest, _TARGET: unit.target_digest}
    for kind, value in values.items():
        if value is not None:
            yield "  " + element("context", {"context-type": kind}, spelled(value))
    yield "</context-group>"


def _notes(unit: TransUnit) -> Iterator[str]:
    for sender, annotates, lines in (
        (_DEVELOPER, "source", unit.notes),
        (_TRANSLATOR, "target", unit.comments),
    ):
        if lines:
            yield element("note", {"from": sender, "annotates": annotates}, spelled("\n".join(lines)))


def _previous(file: TransFile, unit: TransUnit, source: str) -> Iterator[str]:
    """The text that a fuzzy translation was made from, as a match to compare with."""
    yield tag("alt-trans", {"alttranstype": "previous-version", "origin": "habar"})
    yield "  " + element("source", {"xml:lang": file.source_locale}, spelled(source))
    yield "  " + element(
        "target", {"xml:lang": file.target_locale}, spelled(content.render_as(unit.target, unit.source))
    )
    yield "</alt-trans>"


def _start(code: Code, shown: str) -> str:
    return tag("g", {"id": str(code.id), "ctype": _PAIRS.get(code.name, f"x-{code.name}"), "equiv-text": shown})


def _alone(code: Code, shown: str) -> str:
    kind = _ALONE.get(code.name, f"x-{code.name}")
    return tag("x", {"id": str(code.id), "ctype": kind, "equiv-text": shown}, "/>")


def _lone(code: Code, shown: str) -> str:
    name, number = ("bx", str(code.id)) if code.kind == "open" else ("ex", f"{code.id}e")
    return tag(name, {"id": number, "rid": str(code.id), "equiv-text": shown}, "/>")


_DIALECT = Dialect(_start, lambda *_: "</g>", _alone, _lone)


# Reading ---------------------------------------------------------------------------------------


def files(root: Any, path: str) -> list[TransFile]:
    """What stands in a file of version 1.0, 1.1 or 1.2."""
    return [
        TransFile(
            attribute(file, "original") or "",
            attribute(file, "source-language") or "",
            attribute(file, "target-language") or "",
            tuple(_read(unit, path) for body in children(file, "body") for unit in _units(body)),
            Place(path, file.sourceline),
        )
        for file in children(root, "file")
    ]


def _units(body: Any) -> Iterator[Any]:
    return (unit for unit in body.iter() if local(unit) == "trans-unit")


def _read(unit: Any, path: str) -> TransUnit:
    source, target = (next(iter(children(unit, name)), None) for name in ("source", "target"))
    known = {
        attribute(context, "context-type"): context.text or ""
        for group in children(unit, "context-group")
        for context in children(group, "context")
    }
    words = () if target is None else from_xml(target)
    return TransUnit(
        id=unit.get("id", ""),
        source=() if source is None else from_xml(source),
        target=words,
        state=_state(unit, target) if words else "untranslated",
        context=known.get(_CONTEXT),
        source_digest=known.get(_SOURCE),
        target_digest=known.get(_TARGET),
        name=unit.get("resname", ""),
        comments=tuple(_comments(unit)),
        place=Place(path, unit.sourceline),
    )


def _state(unit: Any, target: Any) -> State:
    state = attribute(target, "state")
    if state is None:
        return "fuzzy" if attribute(unit, "approved") == "no" else "translated"
    return "fuzzy" if state.startswith(_UNFINISHED) else "translated"


def _comments(unit: Any) -> Iterator[str]:
    for note in children(unit, "note"):
        if attribute(note, "from") != _DEVELOPER:
            yield from "".join(note.itertext()).split("\n")
