"""The parts of a Word file beside its text: headers, comments, charts... Nothing of them is taken over, all is said."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from i18n.formats.docx.package import is_text
from i18n.formats.docx.parts import attribute, name_of, parse, texts
from i18n.formats.docx.reading import Reading

_RULES = {
    "w:hdr": "header", "w:ftr": "footer", "w:footnotes": "note without a reference",
    "w:endnotes": "note without a reference", "w:glossaryDocument": "building block", "c:chartSpace": "chart",
    "dgm:dataModel": "SmartArt", "dsp:drawing": "SmartArt",
}  # fmt: skip
_CHART = frozenset(("w:t", "a:t", "m:t", "c:v"))
_PARAGRAPHS = frozenset(("w:p", "a:p"))
_MACROS = "vbaproject.bin"
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_NO_TEXT = ("docProps/", "customXml/", "_rels/", "[Content_Types]")


def leave(reading: Reading) -> None:
    """Leaves out the text of every part that is not the text of the document."""
    _comments_first = sorted(reading.package.names, key=lambda name: ("comments" not in name, name))
    for name in _comments_first:
        if name.lower().endswith(_MACROS):
            reading.found.leave(name, None, "macros")
        if not is_text(name) or name == reading.document.name or name.startswith(_NO_TEXT) or name.endswith(".rels"):
            continue
        root = _root(reading, name)
        if root is None:
            continue
        if name_of(root) == "w:comments":
            _comments(reading, root)
        else:
            _part(reading, name, root)


def _root(reading: Reading, name: str) -> etree._Element | None:
    for part, _ in reading.notes.values():
        if part is not None and part.name == name:
            return part.root
    return parse(reading.package, name, reading.path)


def _part(reading: Reading, name: str, root: etree._Element) -> None:
    kind = name_of(root)
    rule = _RULES.get(kind, f"part {name}")
    number = reading.pictures.places.get(name)
    for text in dict.fromkeys(_texts(reading, root, kind)):
        reading.found.leave(text, number, rule)


def _texts(reading: Reading, root: etree._Element, kind: str) -> Iterator[str]:
    """The text of a part, paragraph by paragraph, and what stands in none."""
    names = _CHART if kind == "c:chartSpace" else _CHART - {"c:v"}
    gathered: dict[etree._Element, list[str]] = {}
    for element in root.iter():
        if name_of(element) not in names or not (element.text or "").strip():
            continue
        around = _around(element, reading)
        if around is not None:
            gathered.setdefault(around, []).append(element.text or "")
    yield from ("".join(pieces) for pieces in gathered.values())


def _around(element: etree._Element, reading: Reading) -> etree._Element | None:
    """The paragraph of a text, or itself; None for the text of a note that was taken over."""
    above, paragraph = element, None
    while above is not None:
        if above in reading.taken or attribute(above, "w:type") in _SEPARATORS:
            return None
        if paragraph is None and name_of(above) in _PARAGRAPHS:
            paragraph = above
        above = above.getparent()
    return paragraph if paragraph is not None else element


def _comments(reading: Reading, root: etree._Element) -> None:
    """Every comment, with the paragraph that it is on."""
    numbers = {
        attribute(one, "w:id"): reading.paragraphs.of(one)
        for one in reading.document.root.iter()
        if name_of(one) in ("w:commentRangeStart", "w:commentReference")
    }
    for comment in root:
        author = " ".join(attribute(comment, "w:author").split())[:60] or "an unknown author"
        number = numbers.get(attribute(comment, "w:id"))
        reading.found.leave(texts(comment), number, f"comment by {author}")
