"""Reads the archive of a bulletin. It may come from anywhere: nothing is believed that the schema does not hold."""

from __future__ import annotations

import sys
from base64 import b64decode
from binascii import Error
from datetime import date
from typing import Any

from i18n import approval
from i18n.exchange.archive import NAMESPACE, Archive, Block, Passage, state
from i18n.exchange.xmlfile import children, local, root_of
from i18n.model import Catalog, Entry, FileStyle, Place
from i18n.problems import HabarError, problem

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LINES = {"extracted": "extracted", "reference": "references", "flag": "flags", "translation": "msgstrs"}
_TEXTS = {
    "previous-context": "previous_msgctxt",
    "previous-source": "previous_msgid",
    "previous-plural": "previous_msgid_plural",
    "context": "msgctxt",
    "source": "msgid",
    "plural": "msgid_plural",
}


def read(data: bytes, path: str) -> Archive:
    """What an archive holds. ``path`` is for the places.

    Law: ``read(write(archive)) == archive``.

    :raises HabarError: H260 or H261, it is no XML or not safe to read; H262, it is no archive; H350, it is not built
        as one, or a text is said to be in a state in which it is not; each with its line.
    """
    root = root_of(data, path)
    if root.tag != f"{{{NAMESPACE}}}archive":
        message = f"the file begins with <{local(root)}>; an archive begins with <archive> in {NAMESPACE}"
        raise HabarError(problem("H262", Place(path, root.sourceline), message))
    _refuse_wrong_build(root, path)
    return Archive(
        bulletin=root.get("bulletin"),
        locale=root.get(_XML + "lang"),
        revision=root.get("revision"),
        recorded=_day(root, "recorded", path),
        dated=_day(root, "dated", path),
        files={file.get("name"): _bytes(file, path) for file in children(root, "file")},
        blocks=tuple(_block(block, path) for text in children(root, "text") for block in text),
        catalogs=tuple(_catalog(catalog, root.get("bulletin"), path) for catalog in children(root, "catalog")),
    )


def _refuse_wrong_build(root: Any, path: str) -> None:
    from importlib import resources

    from lxml import etree

    schema = etree.RelaxNG(etree.fromstring((resources.files("i18n") / "data" / "archive.rng").read_bytes()))
    if not schema.validate(root):
        first = schema.error_log[0]
        raise HabarError(problem("H350", Place(path, first.line), first.message))


def _bytes(file: Any, path: str) -> bytes:
    if file.get("encoding") is None:
        return _text(file, path).encode("utf-8")
    try:
        return b64decode("".join((file.text or "").split()), validate=True)
    except (Error, ValueError) as error:
        raise _damaged(file, path, f"the bytes of {file.get('name')} are damaged: {error}") from error


def _day(node: Any, name: str, path: str) -> date | None:
    value = node.get(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise _damaged(node, path, f"there is no day {value}") from error


def _damaged(node: Any, path: str, message: str) -> HabarError:
    return HabarError(problem("H350", Place(path, node.sourceline), message))


def _block(block: Any, path: str) -> Block:
    passages = tuple(Passage(passage.get("id"), _text(passage, path)) for passage in block)
    return Block(block.get("id"), block.get("role"), passages)


def _catalog(catalog: Any, bulletin: str, path: str) -> Catalog:
    tail = next(iter(children(catalog, "tail")), None)
    return Catalog(
        id=bulletin,
        locale=catalog.get(_XML + "lang"),
        place=Place(path, catalog.sourceline),
        header=next(_entry(header, path) for header in children(catalog, "header")),
        entries=tuple(_stated(entry, path) for entry in children(catalog, "entry")),
        style=FileStyle(
            newline="\r\n" if catalog.get("line-ends") == "crlf" else "\n",
            bom=catalog.get("bom") == "true",
            tail="" if tail is None else _text(tail, path),
            header_at=int(catalog.get("header-at", "0")),
        ),
    )


def _stated(node: Any, path: str) -> Entry:
    entry = _entry(node, path)
    if state(entry) != node.get("state"):
        raise _damaged(node, path, f"the text is said to be {node.get('state')}, and it is {state(entry)}")
    return entry


def _entry(node: Any, path: str) -> Entry:
    values: dict[str, Any] = {"msgid": ""}
    lines: dict[str, list[str]] = {name: [] for name in ("comments", *_LINES.values())}
    for part in node:
        name = local(part)
        if name in _TEXTS:
            values[_TEXTS[name]] = _text(part, path)
        elif name in _LINES:
            lines[_LINES[name]].append(_text(part, path))
        elif name:
            lines["comments"].append(_comment(part, name, path))
    values |= {name: tuple(found) for name, found in lines.items()}
    return Entry(**values, obsolete=node.get("obsolete") == "true", place=Place(path, node.sourceline))


def _comment(part: Any, name: str, path: str) -> str:
    if name == "approval":
        day = _day(part, "day", path) or date.min
        return str(approval.Approval(part.get("by"), day, part.get("digest")))
    return _text(part, path)


def _text(node: Any, path: str) -> str:
    parts = [node.text or ""]
    for child in node:
        if local(child) == "character":
            parts.append(_character(child, path))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(node: Any, path: str) -> str:
    number = int(node.get("code"), 16)
    if not number or 0xD800 <= number <= 0xDFFF or number > sys.maxunicode:
        raise _damaged(node, path, f"there is no character {node.get('code')}")
    return chr(number)
