"""Short lines above the title stand above it on the page, whatever the format."""

from __future__ import annotations

import pytest

from i18n import formats
from i18n.model import Document, UnitRef
from tests.word import docx, p

HTML = "<main>{}<h1>A visit</h1><p>The sides met.</p></main>"
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}<h1>A visit</h1><p>The sides met.</p></body></html>'
MARKDOWN = "{}\n\n# A visit\n\nThe sides met.\n"


def word(*lines: str) -> bytes:
    return docx(*(p(line) for line in lines), p("A visit to Tokyo", style="a3"), p("The sides met."))


def read(name: str, data: bytes) -> Document:
    return formats.read(formats.Source("x", name, data, "en", "paragraph"))


def shown(document: Document) -> tuple[str, str]:
    """The page above the title and below it, with the texts of its units."""
    texts = {unit.id: str(unit.content[0]) for unit in document.units}
    parts = (document.above, document.body)
    above, below = [
        "".join([texts[one.unit] if isinstance(one, UnitRef) else str(one) for one in part]) for part in parts
    ]
    return above, below


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", HTML.format("<p>PRESS RELEASE</p>").encode()),
        ("a.xml", XHTML.format("<p>PRESS RELEASE</p>").encode()),
        ("a.md", MARKDOWN.format("PRESS RELEASE").encode()),
        ("a.docx", word("PRESS RELEASE")),
    ],
)
def test_one_line(name: str, data: bytes) -> None:
    document = read(name, data)
    above, below = shown(document)
    assert (above, below.strip()) == ('<p id="p1">PRESS RELEASE</p>\n', '<p id="p2">The sides met.</p>')
    assert [remark.code for remark in document.remarks if remark.code == "H115"] == []


def test_two_lines_and_what_stands_between_them() -> None:
    document = read("a.html", HTML.format("<p class=x>PRESS <b>RELEASE</b></p>\n<!-- x --><p>No. 5</p>").encode())
    assert shown(document)[0] == '<p id="p1">PRESS </p>\n<p id="p2">No. 5</p>\n'


@pytest.mark.parametrize(
    "above",
    [
        "<p>" + "A long text that stands above the title. " * 3 + "</p>",
        "<p>Short.</p><p>" + "A long text that stands above the title. " * 3 + "</p>",
        "<h2>A heading</h2><p>Short.</p>",
        "<ul><li>An item</li></ul>",
        '<p>Emblem <img src="a.png" alt="An emblem"></p>',
        "<blockquote><p>A quotation</p></blockquote>",
        "<p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p>",
        "",
    ],
)
def test_text_above_the_title_stays_in_the_text(above: str) -> None:
    assert read("a.html", HTML.format(above).encode()).above == ()


def test_word_asks_about_other_lines_and_about_an_embargo() -> None:
    document = read("a.docx", word("EMBARGOED UNTIL 24 January 2024", "Ashgabat, 23 January 2024", "A line"))
    assert [(remark.code, remark.message) for remark in document.remarks] == [
        ("H115", "no page keeps an embargo that only its text speaks of, as here: “EMBARGOED UNTIL 24 January 2024”"),
        ("H115", "it is not known what this line above the title is: “A line”"),
    ]
