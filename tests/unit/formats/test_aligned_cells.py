"""Where the text of a table's cells stands: kept in the source's format, and a class on the page."""

from __future__ import annotations

import re

import pytest

from i18n import assemble, formats, segment
from i18n.model import Document, Key

MARKDOWN = """\
# Exports

| Goods | Tonnes | Share |
|:------|-------:|:-----:|
| Cotton | 1 200 | 12 % |
| Gas |  | 40 |
"""


def read(name: str, text: str) -> Document:
    return formats.read(formats.Source("x", name, text.encode(), "en", "sentence"))


def page_of(document: Document) -> str:
    return "".join(part if isinstance(part, str) else "…" for part in document.body)


def test_columns_of_markdown_stand_as_the_author_said() -> None:
    document = read("x.md", MARKDOWN)
    assert re.findall(r"<(t[dh]\b[^>]*)>", page_of(document)) == [
        'th id="p1"', 'th class="right" id="p2"', 'th class="center" id="p3"',
        'td id="p4"', 'td class="right" id="p5"', 'td class="center" id="p6"',
        'td id="p7"', 'td class="right"', 'td class="center" id="p8"',
    ]  # fmt: skip


def test_a_translated_table_of_markdown_keeps_them() -> None:
    document = read("x.md", MARKDOWN)
    cut = segment.cut(document)
    words: dict[Key, str] = {piece.key: f"Я{piece.id}" for _, pieces in cut for piece in pieces}
    written = formats.write(assemble.localize(document, cut, words, "ru")).decode()
    assert written.splitlines()[2:4] == ["| Яp1.s1 | Яp2.s1 | Яp3.s1 |", "|:------|-------:|:-----:|"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<td align=right>", ' class="right"'),
        ('<td align="CENTER">', ' class="center"'),
        ('<th style="color: red; text-align: right">', ' class="right"'),
        ('<td STYLE="TEXT-ALIGN:END!important">', ' class="right"'),
        ('<td align="right" style="text-align:left">', ""),
        ('<td style="x-text-align:right">', ""),
        ('<td style="text-align:right;text-align:center">', ' class="center"'),
        ('<td align="&quot;>&lt;script>">', ""),
        ('<td align="left" class="own">', ""),
        ("<td>", ""),
    ],
)
def test_cells_of_html_too(cell: str, shown: str) -> None:
    name = cell[1:3]
    document = read("x.html", f"<h1>A title</h1><p>Text.</p><table><tr>{cell}1 200 tonnes</{name}></tr></table>")
    assert f'<{name}{shown} id="p2">…' in page_of(document)


def test_cells_of_docbook_too() -> None:
    document = read("x.dbk", (
        '<article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>A title</title><informaltable><tgroup cols="1">'
        '<tbody><row><entry align="right">1 200 tonnes</entry></row></tbody></tgroup></informaltable></article>'
    ))  # fmt: skip
    assert '<td class="right" id="p1">…' in page_of(document)
