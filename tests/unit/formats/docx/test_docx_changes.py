"""Tracked changes stop a Word file, with a list of them; accepted ones are done."""

from __future__ import annotations

import pytest

from i18n import content, formats
from i18n.model import Document
from i18n.problems import RULES, HabarError
from tests.word import docx, p, r, table

BY = 'w:author="Maral" w:date="2024-03-20T10:00:00Z"'
INS, DEL = f"<w:ins {BY}>", f"<w:del {BY}>"


def gone(text: str) -> str:
    return f"{DEL}<w:r><w:delText>{text}</w:delText></w:r></w:del>"


FILE = docx(
    p("A fair in Mary", style="a3"),
    p("It has ", INS + r("forty") + "</w:ins>", INS + r("-two") + "</w:ins>", gone("thirty"), " stands."),
    p("It ends ", f'<w:moveFrom w:author="Ata">{r("on Sunday")}</w:moveFrom>', "late."),
    p("It begins ", f'<w:moveTo w:author="Ata">{r("on Sunday ")}</w:moveTo>', "early."),
    p(r("Entry is free.", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")),
    p("Two", properties=f"<w:rPr><w:del {BY}/></w:rPr>"),
    p(" halls."),
    p("Open.", properties=f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"),
    p(gone("Nobody comes.")),
    table(("Day", "Hour")).replace("<w:tr>", '<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>'),
    "<w:sectPr><w:sectPrChange/></w:sectPr>",
    parts={
        "header1.xml": p("Ministry", INS + r(" of Tests") + "</w:ins>"),
        "footnotes.xml": f'<w:footnote w:id="2">{p(gone("Old note."))}</w:footnote>',
    },
)
EXPECTED = """\
sources/a.docx:2: error H158: paragraph 2: inserted by Maral on 2024-03-20: “forty-two”
sources/a.docx:2: error H158: paragraph 2: deleted by Maral on 2024-03-20: “thirty”
sources/a.docx:3: error H158: paragraph 3: moved away by Ata: “on Sunday”
sources/a.docx:4: error H158: paragraph 4: moved here by Ata: “on Sunday”
sources/a.docx:5: error H158: paragraph 5: formatted by Maral on 2024-03-20: “Entry is free.”
sources/a.docx:6: error H158: paragraph 6: deleted by Maral on 2024-03-20: “¶”
sources/a.docx:8: error H158: paragraph 8: formatted by Maral on 2024-03-20: “Open.”
sources/a.docx:9: error H158: paragraph 9: deleted by Maral on 2024-03-20: “Nobody comes.”
sources/a.docx:10: error H158: paragraph 10: inserted by an unknown author: “DayHour”
sources/a.docx: error H158: outside the paragraphs: formatted by an unknown author: no text
sources/a.docx: error H158: footnotes: deleted by Maral on 2024-03-20: “Old note.”
sources/a.docx: error H158: header: inserted by Maral on 2024-03-20: “of Tests”"""


def read(data: bytes, *, accept: bool) -> Document:
    return formats.read(formats.Source("a", "sources/a.docx", data, "en", "sentence", accept_changes=accept))


def test_every_change_is_listed_with_its_author_and_its_words() -> None:
    with pytest.raises(HabarError) as refused:
        read(FILE, accept=False)
    assert str(refused.value) == EXPECTED
    assert {found.hint for found in refused.value.problems} == {RULES["H158"].remedy}


def test_accepted_changes_are_done() -> None:
    found = read(FILE, accept=True)
    assert [f"{unit.place.line} {content.msgid(unit.content)}" for unit in found.units] == [
        "1 A fair in Mary",
        "2 It has forty-two stands.",
        "3 It ends late.",
        "4 It begins on Sunday early.",
        "5 Entry is free.",
        "7 Two halls.",
        "8 Open.",
        "10 Day",
        "11 Hour",
    ]
    assert [left.text for left in found.left_out] == ["Ministry of Tests"]


def test_a_deleted_row_is_gone() -> None:
    rows = table(("Day",), ("Night",)).replace(
        "<w:tr><w:tc><w:tcPr/>" + p("Night"), f"<w:tr><w:trPr>{DEL}</w:del></w:trPr><w:tc>{p('Night')}"
    )
    found = read(docx(p("Fair", style="a3"), rows), accept=True)
    assert [content.msgid(unit.content) for unit in found.units] == ["Fair", "Day"]


def test_a_long_list_of_changes_says_how_many_more_there_are() -> None:
    changed = [p(f'<w:ins w:author="{number}">{r("a")}</w:ins>') for number in range(510)]
    with pytest.raises(HabarError) as refused:
        read(docx(*changed), accept=False)
    assert len(refused.value.problems) == 501
    assert refused.value.problems[-1].message == "there are 10 more tracked changes"


def test_a_file_without_changes_needs_no_switch() -> None:
    data = docx(p("Fair", style="a3"), p("Open."))
    assert read(data, accept=True) == read(data, accept=False)


def test_a_change_in_a_text_box_is_listed_once() -> None:
    """Word writes a text box twice: the second time for old programs."""
    box = f"<w:txbxContent>{p(INS + r('Free.') + '</w:ins>')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    with pytest.raises(HabarError) as refused:
        read(docx(p(f"<w:r>{both}</w:r>", "Open.")), accept=False)
    assert str(refused.value) == "sources/a.docx:2: error H158: paragraph 2: inserted by Maral on 2024-03-20: “Free.”"


def test_a_change_in_a_change_of_its_kind_is_a_part_of_it() -> None:
    inner = f"{INS}{r('two')}</w:ins>{gone('three')}"
    with pytest.raises(HabarError) as refused:
        read(docx(p(f"{INS}{r('one ')}{inner}</w:ins>")), accept=False)
    assert [found.message.partition(": ")[2] for found in refused.value.problems] == [
        "inserted by Maral on 2024-03-20: “one two”",
        "deleted by Maral on 2024-03-20: “three”",
    ]
