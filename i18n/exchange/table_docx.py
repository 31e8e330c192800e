"""Tables as Word files (Office Open XML, ECMA-376).

The writer is habar's own: a document with one table needs four small parts, and no library that writes them gives the
same bytes twice. The reader opens the archive as that of Word sources does.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from i18n.exchange.table import Row
from i18n.exchange.xmlfile import Refusals, local, root_of, spelled
from i18n.formats.docx.package import Package
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = f"""{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/{_MAIN}" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" \
Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="{_MAIN}"/></Relationships>"""
_WIDTHS = (900, 4600, 4600, 1200, 1700, 1500, 900)
"""Of the columns, in twentieths of a point: A4 on its side."""
_PAGE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="720" w:right="720" \
w:bottom="720" w:left="720" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SMALL = '<w:rPr><w:color w:val="808080"/><w:sz w:val="12"/></w:rPr>'
_BOLD = "<w:rPr><w:b/></w:rPr>"
_DAY = (1980, 1, 1, 0, 0, 0)
_GONE = ("del", "moveFrom", "rPr", "pPr", "instrText", "delText")
"""What is no text of the document: tracked deletions, formats, fields."""
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """A document of one table, its first row repeated on each page."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS), (_MAIN, _document(rows))):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            parts.writestr(entry, text.encode("utf-8"))
    return archive.getvalue()


def _document(rows: Iterable[Sequence[str]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    form = f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>\
<w:tblLayout w:type="fixed"/>'
    body = "".join(_row(row, first=index == 0) for index, row in enumerate(rows))
    return (
        f'{_HEAD}<w:document xmlns:w="{_W}"><w:body><w:tbl><w:tblPr>{form}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}'
        f"</w:tbl><w:p/>{_PAGE}</w:body></w:document>"
    )


def _row(cells: Sequence[str], *, first: bool) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if first else ""
    look = [_BOLD if first else ""] * (len(cells) - 2) + [_BOLD if first else _SMALL] * 2
    return f"<w:tr>{repeated}{''.join(map(_cell, cells, _WIDTHS, look))}</w:tr>"


def _cell(text: str, width: int, look: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{spelled(line)}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{look}{lines}</w:r>" if text else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{run}</w:p></w:tc>'


# Reading ---------------------------------------------------------------------------------------


def read(data: bytes, path: str) -> Iterator[Row]:
    """The rows of the first table. Tracked changes count as accepted.

    :raises HabarError: H155 to H157, the archive is damaged or not safe; H260, H261, its text is; H263, no table.
    """
    package = Package(data, path)
    if not package.has(_MAIN):
        raise HabarError(problem("H262", Place(path), f"this is no Word document: {_MAIN} is missing"))
    root = root_of(package.read(_MAIN), path, Refusals())
    table = next((found for found in root.iter() if local(found) == "tbl"), None)
    if table is None:
        raise HabarError(problem("H263", Place(path), "there is no table in the document"))
    rows = [part for part in table if local(part) == "tr"]
    for number, row in enumerate(rows, 1):
        yield Row(Place(path, number), [_text(cell) for cell in _cells(row)])


def _cells(row: Any) -> Iterator[Any]:
    """The cells, those in content controls too."""
    for part in row:
        if local(part) == "tc":
            yield part
        elif local(part) in ("sdt", "sdtContent"):
            yield from _cells(part)


def _text(cell: Any) -> str:
    paragraphs = ["".join(_characters(part)) for part in cell.iter() if local(part) == "p"]
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    return "\n".join(paragraphs)


def _characters(part: Any) -> Iterator[str]:
    name = local(part)
    if name == "t":
        yield part.text or ""
    elif name in _CHARACTERS:
        yield _CHARACTERS[name]
    elif name not in _GONE:
        for child in part:
            if local(child) != "p":
                yield from _characters(child)
