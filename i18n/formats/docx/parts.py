"""The XML in a Word file: parsed without anything that reaches out of it, with short names for its elements."""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote

from lxml import etree

from i18n.formats.docx.package import Package
from i18n.model import Place
from i18n.problems import HabarError, problem

MOST_TAGS = 500_000
"""Tags in one part."""
DEEPEST = 120
"""Elements in elements. A table in a table in a text box has some forty."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORDS = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    W: "w",
    _STRICT + "wordprocessingml/main": "w",
    _WORDS + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _WORDS + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _WORDS + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _WORDS + "drawingml/2006/wordprocessingDrawing": "wp",
    _STRICT + "drawingml/wordprocessingDrawing": "wp",
    _WORDS + "drawingml/2006/picture": "pic",
    _STRICT + "drawingml/picture": "pic",
    _WORDS + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _WORDS + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _WORDS + "markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/drawing/2008/diagram": "dsp",
}
TEXTS = frozenset(("w:t", "a:t", "m:t"))
"""The elements that hold text for a reader."""
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def parse(package: Package, name: str, path: str) -> etree._Element:
    """The root of a part.

    :raises HabarError: H157 for a part that is damaged, is no XML or has a document type; H156 for too many or too
        deeply nested elements.
    """
    data = _utf8(package.read(name))
    if _DOCTYPE.search(data):
        raise _error("H157", path, f"the part {name} has a document type, which no word processor writes")
    if data.count(b"<") > MOST_TAGS:
        raise _error("H156", path, f"the part {name} has more than {MOST_TAGS} tags")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" not in str(error):
            said = " ".join(str(error).partition(", line")[0].split())
            raise _error("H157", path, f"the part {name} is no XML: {said}") from error
        root = None
    if root is None or _depth(root) > DEEPEST:
        raise _error("H156", path, f"more than {DEEPEST} elements of the part {name} stand in each other")
    return root


def _utf8(data: bytes) -> bytes:
    """The part in one encoding, so that nothing in it can hide; a declaration that says otherwise does not count."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _error(code: str, path: str, message: str) -> HabarError:
    return HabarError(problem(code, Place(path), message))


@cache
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].partition("}") if tag[:1] == "{" else ("", "", tag)
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else local


def name_of(element: etree._Element) -> str:
    """``w:p`` whatever the document calls the namespace; without a prefix where that is not a known one."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """The value of an attribute by its short name, such as ``w:val``; empty where it is missing."""
    found = () if element is None else element.attrib.items()
    return next((value for key, value in found if _short(key) == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of a name, or the first grandchild by a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if name_of(found) == name), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and attribute(element, "w:val") not in ("0", "false", "off")


def texts(element: etree._Element, names: frozenset[str] = TEXTS) -> str:
    """All text in an element, with a space between paragraphs."""
    found: list[str] = []
    for one in element.iter():
        name = name_of(one)
        if name in names:
            found.append(one.text or "")
        elif name in ("w:p", "a:p", "w:tab", "w:br", "w:cr"):
            found.append(" ")
    return " ".join("".join(found).split())


@dataclass(frozen=True, slots=True)
class Target:
    """What a relationship leads to."""

    kind: str
    """The last word of its type, such as ``footnotes``."""
    name: str
    """A part, or an address outside."""
    external: bool


@dataclass(slots=True)
class Part:
    """A part with what it refers to."""

    name: str
    root: etree._Element
    targets: dict[str, Target] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Iterator[str]:
        """The names of the parts that are this part's ``kind``, such as its footnotes."""
        return (target.name for target in self.targets.values() if target.kind == kind and not target.external)


def relationships(package: Package, name: str, path: str) -> dict[str, Target]:
    """What a part refers to, by the ids of its relationships; an empty name stands for the package.

    :raises HabarError: as ``parse``.
    """
    folder, _, base = name.rpartition("/")
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if not package.has(listed):
        return {}
    return {one.get("Id", ""): _target(one, folder) for one in parse(package, listed, path) if one.get("Target")}


def _target(element: etree._Element, folder: str) -> Target:
    kind = element.get("Type", "").rpartition("/")[2]
    address = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Target(kind, address, external=True)
    return Target(kind, posixpath.normpath(posixpath.join("/", folder, unquote(address))).lstrip("/"), external=False)
