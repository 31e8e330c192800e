"""HTML as a browser reads it (selectolax's door): an lxml tree of what is really there.

Lexbor parses by the HTML standard: it implies ``html``, ``head``, ``body`` and ``tbody`` and mends what is
nested wrongly. The tree is then the one of the standard's section "Coercing an HTML DOM into an infoset":
HTML elements are in the XHTML namespace, and what XML cannot hold is replaced or passed over.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATHML = "http://www.w3.org/1998/Math/MathML"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

MAX_DEPTH = 512
"""Elements in elements, as in Blink and WebKit."""
_ROOTS = {"svg": SVG, "math": MATHML}
_SVG_TO_HTML = frozenset({"foreignObject", "desc", "title"})
_MATHML_TO_TEXT = frozenset({"mi", "mo", "mn", "ms", "mtext"})
_HTML_ENCODINGS = frozenset({"text/html", "application/xhtml+xml"})
_PREFIXES = {"xlink": _XLINK, "xml": _XML}
_NAME = re.compile(r"[^\W\d][\w.\-·]*\Z")
_NO_NAME = re.compile(r"[^\w.\-·]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def parse(text: str) -> etree._Element:
    """The ``html`` element of a page, whatever the text is. Never fails, and does not recurse.

    Names of elements that XML cannot hold are spelled as the standard says (``a:b`` is ``aU0003Ab``), such
    attributes are passed over, and characters that XML cannot hold become U+FFFD. The content of a
    ``template`` stands in it. What is nested deeper than ``MAX_DEPTH`` is put beside what it stood in, as
    browsers do. ``script`` and ``style`` have their line (``sourceline``); nothing else does.
    """
    parser = LexborHTMLParser(text.removeprefix("\ufeff").encode("utf-8", "replace").decode())
    tree = _Tree()
    html: Any = parser.root
    tree.add(html.parent)
    _set_lines(tree.root, text)
    return tree.root


def decode(data: bytes) -> str:
    """The text of an HTML file: by its byte order mark, else its ``meta charset``, else as UTF-8.

    What does not fit its encoding becomes U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _CHARSET.search(data[:1024])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        return data.decode("utf-8" if name.startswith("utf-16") else name, "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")


class _Open:
    """An element whose content is being read."""

    __slots__ = ("depth", "element", "inner", "last", "nodes", "outer", "texts")

    def __init__(
        self, nodes: Iterator[Any], element: etree._Element | None, inner: str, outer: _Open | None, depth: int
    ) -> None:
        self.nodes = nodes
        self.element = element
        self.inner = inner
        """The namespace of what stands in it, or what decides on it."""
        self.outer = outer
        """What it was put into."""
        self.depth = depth
        self.last: etree._Element | None = None
        """The last node that was put into it."""
        self.texts: list[str] = []
        """What follows that, and is not in the tree yet."""

    def flush(self) -> None:
        """Puts the texts that stand side by side into the tree, all at once."""
        if not self.texts:
            return
        text = "".join(self.texts)
        self.texts.clear()
        if self.element is None:
            return
        try:
            _put(self.element, self.last, text)
        except ValueError:
            _put(self.element, self.last, _held(text))


class _Names(dict[str, str]):
    """Attributes as XML names them; nothing for those that it cannot hold."""

    def __init__(self, *, foreign: bool) -> None:
        super().__init__()
        self._foreign = foreign

    def __missing__(self, name: str) -> str:
        self[name] = self._spelled(name)
        return self[name]

    def _spelled(self, name: str) -> str:
        if ":" in name:
            prefix, _, local = name.partition(":")
            namespace = _PREFIXES.get(prefix) if self._foreign else None
            return f"{{{namespace}}}{local}" if namespace and _is_name(local) else ""
        return name if _is_name(name) and name != "xmlns" else ""


class _Tree:
    """An lxml tree in the making."""

    def __init__(self) -> None:
        self.root: etree._Element = None
        self.tags: dict[tuple[str, str], str] = {}
        self.names = {True: _Names(foreign=False), False: _Names(foreign=True)}
        self.before: list[etree._Element] = []

    def add(self, document: Any) -> None:
        """Everything below a document. The content of a template stands in it."""
        stack = [_Open(document.iter(include_text=True), None, XHTML, None, 0)]
        while stack:
            top = stack[-1]
            node = next(top.nodes, None)
            if node is None:
                top.flush()
                stack.pop()
                continue
            tag = node.tag
            if tag == "-text":
                top.texts.append(node.text_content)
                continue
            top.flush()
            if tag == "-comment":
                self._comment(node, top)
            elif tag is not None and tag[0] != "-":
                stack.append(self._opened(node, tag, top))

    def _opened(self, node: Any, tag: str, top: _Open) -> _Open:
        namespace = _namespace(tag, top.inner)
        name = self.tags.get((namespace, tag)) or self._spell(namespace, tag)
        attributes = node.attributes
        outer = top.outer if top.depth >= MAX_DEPTH and top.outer else top
        element = outer.last = self._made(outer.element, name, attributes, namespace)
        inner = XHTML if namespace == XHTML else _inner(namespace, tag, attributes)
        nodes = node.iter(include_text=True)
        if tag == "template":
            nodes = chain(nodes, *(content.iter(include_text=True) for content in node.template_fragments()[:1]))
            inner = XHTML
        return _Open(nodes, element, inner, outer, outer.depth + 1)

    def _made(
        self, parent: etree._Element | None, name: str, attributes: Mapping[str, str | None], namespace: str
    ) -> etree._Element:
        names = self.names[namespace == XHTML]
        kept = {names[key]: value or "" for key, value in attributes.items() if names[key]}
        if parent is None:
            self.root = etree.Element(name, _clean(kept), nsmap={None: XHTML})
            for comment in self.before:
                self.root.addprevious(comment)
            return self.root
        try:
            return etree.SubElement(parent, name, kept)
        except ValueError:
            return etree.SubElement(parent, name, _clean(kept))

    def _spell(self, namespace: str, tag: str) -> str:
        name = _NO_NAME.sub(lambda found: f"U{ord(found[0]):05X}", tag)
        if not _NAME.match(name):
            name = f"U{ord(name[0]):05X}{name[1:]}"
        spelled = f"{{{namespace}}}{name}"
        try:
            etree.QName(spelled)
        except ValueError:
            spelled = f"{{{namespace}}}" + re.sub(r"[^A-Za-z0-9_.-]", lambda found: f"U{ord(found[0]):05X}", name)
        self.tags[namespace, tag] = spelled
        return spelled

    def _comment(self, node: Any, top: _Open) -> None:
        comment = etree.Comment(_comment_text(node.html[4:-3]))
        if top.element is not None:
            top.element.append(comment)
            top.last = comment
        elif self.root is None:
            self.before.append(comment)
        else:
            _end_of(self.root).addnext(comment)


def _namespace(tag: str, inside: str) -> str:
    """The namespace of an element, by where it stands."""
    if inside == XHTML:
        return _ROOTS.get(tag, XHTML)
    if inside == "text":
        return MATHML if tag in ("mglyph", "malignmark") else _ROOTS.get(tag, XHTML)
    if inside == "annotation":
        return SVG if tag == "svg" else MATHML
    return inside


def _inner(namespace: str, tag: str, attributes: Mapping[str, str | None]) -> str:
    """The namespace of what stands in an element of SVG or MathML (the standard's integration points)."""
    if namespace == SVG:
        return XHTML if tag in _SVG_TO_HTML else SVG
    if tag in _MATHML_TO_TEXT:
        return "text"
    if tag == "annotation-xml":
        encoding = (attributes.get("encoding") or "").lower()
        return XHTML if encoding in _HTML_ENCODINGS else "annotation"
    return MATHML


def _put(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _held(text: str) -> str:
    return _NO_XML.sub("\ufffd", text).replace("\f", " ")


def _clean(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: _held(value) for name, value in attributes.items()}


def _comment_text(text: str) -> str:
    text = _held(text).replace("--", "- -").replace("--", "- -")
    return text + " " if text.endswith("-") else text


def _is_name(name: str) -> bool:
    if not _NAME.match(name):
        return False
    try:
        etree.QName(name)
    except ValueError:
        return False
    return True


def _end_of(root: etree._Element) -> etree._Element:
    """The last node beside the root."""
    node = root
    while (following := node.getnext()) is not None:
        node = following
    return node


def _set_lines(root: etree._Element, text: str) -> None:
    """Scripts and styles stand in the source as they are, so their place can be found again."""
    at, line = 0, 1
    for element in root.iter(f"{{{XHTML}}}script", f"{{{XHTML}}}style"):
        content = element.text
        found = text.find(content, at) if content and content.strip() else -1
        if found >= 0:
            line += text.count("\n", at, found)
            at = found
            element.sourceline = line
