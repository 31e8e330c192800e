"""Word files for tests, put together from XML: the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

WORDS = "http://schemas.openxmlformats.org/"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{WORDS}wordprocessingml/2006/main",
        "r": f"{WORDS}officeDocument/2006/relationships",
        "m": f"{WORDS}officeDocument/2006/math",
        "a": f"{WORDS}drawingml/2006/main",
        "wp": f"{WORDS}drawingml/2006/wordprocessingDrawing",
        "pic": f"{WORDS}drawingml/2006/picture",
        "c": f"{WORDS}drawingml/2006/chart",
        "dgm": f"{WORDS}drawingml/2006/diagram",
        "mc": f"{WORDS}markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
DAY = (2024, 1, 1, 0, 0, 0)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Press heading"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Middle"><w:name w:val="Middle"/><w:pPr><w:jc w:val="center"/></w:pPr>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
  <w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
  <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
  <w:lvlText w:val="Article %1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>"""
KINDS = {"header1.xml": ("header", "hdr"), "footer1.xml": ("footer", "ftr"), "footnotes.xml": ("footnotes",) * 2,
         "endnotes.xml": ("endnotes",) * 2, "comments.xml": ("comments",) * 2, "styles.xml": ("styles",) * 2,
         "numbering.xml": ("numbering",) * 2}  # fmt: skip


def r(text: str, properties: str = "") -> str:
    """A run."""
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; what is no markup is text."""
    runs = "".join(one if one.startswith("<") else r(one) for one in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def item(number: int, *content: str, level: int = 0) -> str:
    """A paragraph in a list: 1 has bullets, 2 plain numbers, 3 articles."""
    return p(*content, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with one paragraph each."""
    cells = ["".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(
    *body: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None, related: str = ""
) -> bytes:
    """A Word file.

    :param body: paragraphs and tables.
    :param parts: the insides of the roots of further parts, by their names, such as ``header1.xml``.
    :param links: addresses by the ids of their relationships.
    :param related: further relationships of the document.
    """
    inner = {"styles.xml": STYLES, "numbering.xml": NUMBERING, **(parts or {})}
    known = {name: KINDS[name] for name in sorted(inner)}
    relationships = "".join(_relationship(kind, name) for name, (kind, _) in known.items())
    relationships += "".join(
        _relationship("hyperlink", escape(address), id, ' TargetMode="External"')
        for id, address in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{WORDS}package/2006/content-types"/>',
        "_rels/.rels": _listed(_relationship("officeDocument", "word/document.xml")),
        "word/document.xml": root("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _listed(relationships + related),
        **{f"word/{name}": root(known[name][1], text) for name, text in sorted(inner.items())},
    }
    return archive({name: text.encode() for name, text in files.items()})


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive whose bytes depend on its files alone."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:  # not packed: packers differ
        for name, data in files.items():
            opened.writestr(zipfile.ZipInfo(name, DAY), data)
    return made.getvalue()


def with_part(data: bytes, name: str, text: bytes) -> bytes:
    """A Word file with another part in it, or with one replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        files = {known: opened.read(known) for known in opened.namelist()}
    return archive({**files, name: text})


def root(name: str, inner: str) -> str:
    """A part as a word processor writes it."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {NAMESPACES}>{inner}</w:{name}>'


def _listed(inner: str) -> str:
    return f'<Relationships xmlns="{WORDS}package/2006/relationships">{inner}</Relationships>'


def _relationship(kind: str, target: str, id: str = "", more: str = "") -> str:
    return f'<Relationship Id="{id or target}" Type="{WORDS}officeDocument/2006/relationships/{kind}" Target="{target}"{more}/>'
