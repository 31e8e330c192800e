"""What of a Word file becomes text, and what becomes of the rest: one short file for each thing."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from i18n import assemble, content, formats, segment
from i18n.formats.docx import convert
from i18n.model import Document, UnitRef
from i18n.problems import HabarError
from tests.word import docx, item, p, r, table, with_part


def read(data: bytes, *, accept: bool = False) -> Document:
    return formats.read(formats.Source("a", "sources/a.docx", data, "en", "sentence", accept_changes=accept))


def units(document: Document) -> list[str]:
    return [f"{unit.place.line} {unit.role}: {content.msgid(unit.content)}" for unit in document.units]


def left(document: Document) -> list[str]:
    return [f"{left.place.line} {left.rule}: {left.text}" for left in document.left_out]


def remarks(document: Document) -> list[str]:
    return [f"{remark.place} {remark.code} {remark.message}" for remark in document.remarks]


def page(document: Document) -> str:
    """The page that the file becomes in its own language."""
    return formats.write(assemble.localize(document, segment.cut(document), {}, "en")).decode()


TITLE = p("A fair in Mary", style="a3")
TEXT = p("It opened.")


# The title and the date --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ((p("Fair", style="a3"), p("Part one", style="1"), TEXT), "Fair"),
        ((p("Part one", style="1"), p("Fair", style="a3"), TEXT), "Fair"),
        ((p("Fair", style="1"), TEXT), "Fair"),
        ((p("Fair", style="Own"), TEXT), "Fair"),
        ((p("Fair", properties='<w:outlineLvl w:val="0"/>'), TEXT), "Fair"),
        ((p(r("Fair", "<w:b/>"), properties='<w:jc w:val="center"/>'), TEXT), "Fair"),
        ((p("Fair", style="Middle"), TEXT), "Fair"),
        ((p("21 March 2024"), p("Fair", style="Middle"), TEXT), "Fair"),
        ((p("MINISTRY", style="Middle"), p("Fair", style="Middle"), TEXT), "Fair"),
        ((p("Embassy of Turkmenistan in Japan", style="Middle"), p("Fair", style="Middle"), TEXT), "Fair"),
        ((p("MINISTRY", style="Middle"), p("FAIR", style="Middle"), TEXT), "MINISTRY"),
        ((p("Fair", style="Middle"), TEXT, p("Results", style="1"), TEXT), "Fair"),
        ((p("Ministry"), p("Fair", style="1"), TEXT), "Fair"),
        ((TEXT, p("Results", style="1"), TEXT), "Results"),
        ((p("Fair"), TEXT), None),
        ((p(r("Fair", "<w:b/>")), TEXT), None),
        ((p("Fair", properties='<w:jc w:val="center"/>'), TEXT), None),
        ((p(r("Fair", "<w:b/>"), " in Mary", properties='<w:jc w:val="center"/>'), TEXT), None),
        ((p("A sentence that ends.", style="Middle"), TEXT), None),
        ((TEXT, p("Fair", style="Middle")), None),
    ],
)
def test_the_title_is_known_by_its_style_or_by_its_look(body: tuple[str, ...], title: str | None) -> None:
    found = read(docx(*body))
    unit = found.unit("title")
    assert (unit and content.msgid(unit.content)) == title
    lacking = [remark.code for remark in found.remarks if remark.code != "H115"]
    assert lacking == ([] if title else ["H102"])
    assert page(found).count("<h1>") == (1 if title else 0)


def test_a_line_above_the_title_is_asked_about() -> None:
    found = read(docx(p("Ministry"), p("21 March 2024"), TITLE, TEXT))
    assert units(found) == [
        "1 paragraph: Ministry",
        "2 date: 21 March 2024",
        "3 title: A fair in Mary",
        "4 paragraph: It opened.",
    ]
    assert remarks(found) == ["sources/a.docx:1 H115 it is not known what this line above the title is: “Ministry”"]


def test_the_first_sentence_says_when_it_was() -> None:
    found = read(docx(p("21 March 2024"), TITLE, p("For the press"), p("On March 20, 2024, a fair opened in Mary.")))
    assert found.meta.event_date == date(2024, 3, 20)


def test_headings_below_a_title_begin_at_the_second_level() -> None:
    shown = page(read(docx(TITLE, p("One", style="1"), p("Two", style="2"), TEXT)))
    assert "<h2>One</h2>\n<h3>Two</h3>" in shown
    shown = page(read(docx(p("Fair", style="1"), p("One", style="1"), p("Two", style="2"), TEXT)))
    assert "<h1>Fair</h1>\n<h2>One</h2>\n<h3>Two</h3>" in shown
    shown = page(read(docx(p(r("Fair", "<w:b/>"), style="a3"), p("Two", style="2"), TEXT)))
    assert "<h1>Fair</h1>\n<h2>Two</h2>" in shown


@pytest.mark.parametrize("body", [(p("21 March 2024"), TITLE, TEXT), (TITLE, p("21 March 2024"), TEXT)])
def test_a_line_that_is_a_date_is_written_new_in_each_language(body: tuple[str, ...]) -> None:
    found = read(docx(*body))
    assert found.meta.display_date == date(2024, 3, 21)
    assert [unit.role for unit in found.units if unit.id == "date"] == ["date"]
    russian = formats.write(assemble.localize(found, segment.cut(found), {}, "ru")).decode()
    assert "<p>21 марта 2024\N{NO-BREAK SPACE}г.</p>" in russian or "<p>21 марта 2024 г.</p>" in russian
    assert UnitRef("date") not in found.body
    assert "".join(part if isinstance(part, str) else part.unit for part in found.body) == '<p id="p2">p2</p>\n'


def test_a_line_of_place_and_date_gives_the_day_and_stays_text() -> None:
    found = read(docx(p("For the press"), TITLE, p("Mary, 21 March 2024"), TEXT, p("Mary, 1 May 2024")))
    assert (found.day, found.meta.record_date, found.meta.display_date) == (date(2024, 3, 21), date(2024, 3, 21), None)
    assert units(found)[2] == "3 paragraph: Mary, 21 March 2024"
    assert read(docx(TITLE, TEXT, p("Mary, 1 May 2024"))).day is None


def test_a_date_in_the_text_is_text() -> None:
    found = read(docx(TITLE, TEXT, p("21 March 2024")))
    assert units(found)[-1] == "3 paragraph: 21 March 2024"
    assert found.meta.display_date is None


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(HabarError) as refused:
        read(docx(p("31 February 2024"), TITLE, TEXT))
    assert str(refused.value).startswith("sources/a.docx:1: error H111: ")


# Text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (r("a") + r("b"), "ab"),
        (r("a", "<w:b/>") + r("b", '<w:b/><w:lang w:val="ru"/>') + r("c"), "<strong>ab</strong>c"),
        (r("a", '<w:rStyle w:val="Strong"/>') + r("b"), "<strong>a</strong>b"),
        (r("a", '<w:b w:val="0"/>') + r("b", "<w:i/>"), "a<em>b</em>"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a<br/>b"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a<br/>b"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ('<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br w:type="page"/></w:r>', "a\u2011b"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Times" w:char="2014"/></w:r>', "a—"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F061"/></w:r>', "aα"),
        (r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O"), "H<sub>2</sub>O"),
        ('<w:fldSimple w:instr="AUTHOR">' + r("Maral") + "</w:fldSimple>", "Maral"),
        ("<w:smartTag>" + r("Mary") + "</w:smartTag>", "Mary"),
        ('<w:bdo w:val="rtl">' + r("Mary") + "</w:bdo>", "Mary"),
        ("<w:sdt><w:sdtContent>" + r("Mary") + "</w:sdtContent></w:sdt>", "Mary"),
        (r("I < you & “me”"), "I < you & “me”"),
    ],
)  # fmt: skip
def test_runs_join_to_a_text_with_codes(run: str, text: str) -> None:
    found = read(docx(TITLE, p(run, r(" end"))))
    assert units(found)[1:] == [f"2 paragraph: {text} end"]
    assert left(found) == []


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("link", "text", "address", "gone"),
    [
        ('<w:hyperlink r:id="L1">' + r("x") + "</w:hyperlink>", "<a>x</a>", "https://example.org/?a=1&amp;b=2", []),
        (field('HYPERLINK "https://a.org/" \\o "tip"', r("x")), "<a>x</a>", "https://a.org/", []),
        ('<w:hyperlink w:anchor="top">' + r("x") + "</w:hyperlink>", "x", "", []),
        ('<w:hyperlink r:id="L2">' + r("x") + "</w:hyperlink>", "x", "", ["link that is no web address: javascript:x()"]),
        ('<w:hyperlink r:id="L3">' + r("x") + "</w:hyperlink>", "x", "", ["link that is no web address: file:///C:/a"]),
        (field('HYPERLINK "C:/a.exe"', r("x")), "x", "", ["link that is no web address: C:/a.exe"]),
        ('<w:hyperlink r:id="L1" w:tooltip="see">' + r("x") + "</w:hyperlink>", "<a>x</a>", "https", ["tooltip of a link: see"]),
    ],
)  # fmt: skip
def test_links_lead_to_web_addresses_only(link: str, text: str, address: str, gone: list[str]) -> None:
    links = {"L1": "https://example.org/?a=1&b=2", "L2": "javascript:x()", "L3": "file:///C:/a"}
    found = read(docx(TITLE, p("See ", link, " there."), links=links))
    assert units(found)[1:] == [f"2 paragraph: See {text} there."]
    assert left(found) == [f"2 {one}" for one in gone]
    assert ('<a href="' in page(found)) == bool(address)
    assert address in page(found)


def test_lists_tables_and_quotations_keep_their_roles() -> None:
    found = read(
        docx(TITLE, p("They agreed:"), item(1, "a"), item(1, "b", level=1), table(("x", "y")), p("“Yes.”", style="q"))
    )
    assert units(found)[1:] == [
        "2 paragraph: They agreed:",
        "3 item: a",
        "4 item: b",
        "5 cell: x",
        "6 cell: y",
        "7 quote: “Yes.”",
    ]
    assert [unit.lead for unit in found.units] == [None, None, "p1", None, None, None, None]


def test_numbers_of_a_list_go_on_after_a_paragraph() -> None:
    shown = page(read(docx(TITLE, item(2, "a"), item(2, "b"), TEXT, item(2, "c"))))
    assert '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>It opened.</p>\n<ol>\n<li value="3">c</li>\n</ol>' in shown


def test_labels_that_are_no_plain_numbers_become_text() -> None:
    found = read(docx(TITLE, item(3, "All are equal."), item(2, "a"), item(2, "b", level=1), item(3, "All are free.")))
    assert units(found)[1:] == [
        "2 paragraph: Article I. All are equal.",
        "3 item: a",
        "4 paragraph: 1.1. b",
        "5 paragraph: Article II. All are free.",
    ]


def test_the_numbers_of_a_lower_level_begin_anew_below_each_item() -> None:
    body = (item(2, "a"), item(2, "b", level=1), item(2, "c", level=1), item(2, "d"), item(2, "e", level=1))
    found = read(docx(TITLE, *body))
    assert [content.msgid(unit.content) for unit in found.units[1:]] == ["a", "1.1. b", "1.2. c", "d", "2.1. e"]


@pytest.mark.parametrize("place", ["drop", "margin"])
def test_a_large_initial_is_the_first_letter_of_its_text(place: str) -> None:
    initial = p("T", properties=f'<w:framePr w:dropCap="{place}" w:lines="3"/>')
    document = read(docx(TITLE, initial, p("he sides met."), p("They talked.")))
    assert [content.msgid(unit.content) for unit in document.units[1:]] == ["The sides met.", "They talked."]


def test_a_merged_cell_shows_its_text_once_and_loses_none() -> None:
    def row(merge: str, text: str) -> str:
        return f"<w:tr><w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr>{p(text) if text else '<w:p/>'}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"

    rows = row(' w:val="restart"', "a") + row("", "") + row("", "hidden by the merge")
    found = read(docx(TITLE, f"<w:tbl>{rows}</w:tbl>"))
    assert [content.msgid(unit.content) for unit in found.units[1:]] == ["a", "b", "b", "hidden by the merge", "b"]
    assert '<td rowspan="2">' in page(found)


def test_notes_stand_at_the_end_and_know_where_they_are_referred_to() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    ending = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    parts = {
        "footnotes.xml": f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " See the list.")}</w:footnote>',
        "endnotes.xml": f'<w:endnote w:id="2">{p("The end.")}{p("Really.")}</w:endnote>',
    }
    found = read(docx(TITLE, TEXT, p("It closed", reference, ending, " late."), parts=parts))
    assert units(found)[2:] == [
        "3 paragraph: It closed<sup/><sup2/> late.",
        "3 note: See the list.",
        "3 note: The end.",
        "3 note: Really.",
    ]
    assert left(found) == []
    assert '<sup translate="no"><a href="#note-1" id="reference-1">1</a></sup>' in page(found)
    assert '<li id="note-2">\n<p>The end.</p>\n<p>Really.</p></li>' in page(found)


def test_a_note_is_told_to_the_translator_by_its_number() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = read(
        docx(
            TITLE,
            p("It closed", reference, " late."),
            parts={"footnotes.xml": f'<w:footnote w:id="2">{TEXT}</w:footnote>'},
        )
    )
    (code,) = (part for part in found.units[1].content if not isinstance(part, str))
    assert (code.shows, code.html) == ("1", "<sup>1</sup>")


def test_the_page_has_the_title_of_the_text_or_the_name_of_the_file() -> None:
    assert "<title>A fair in Mary</title>" in page(read(docx(TITLE, TEXT)))
    assert "<title>a</title>" in page(read(docx(p("A ", r("fair", "<w:i/>"), style="a3"), TEXT)))
    assert "<title>a</title>" in page(read(docx(TEXT)))


def test_a_strict_file_reads_as_a_transitional_one() -> None:
    body = (TITLE, p("It ", r("opened", "<w:b/>"), "."))
    strict = docx(*body)
    for name in ("document", "styles", "numbering"):
        strict = with_part(strict, f"word/{name}.xml", _strict(strict, f"word/{name}.xml"))
    assert units(read(strict)) == units(read(docx(*body)))


def _strict(data: bytes, name: str) -> bytes:
    import io
    import zipfile

    text = zipfile.ZipFile(io.BytesIO(data)).read(name)
    text = text.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return text.replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
    )


# What is left out ------------------------------------------------------------------------------


def drawing(inner: str, described: str = "") -> str:
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" descr="{described}"/><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'


PICTURE = '<pic:pic><pic:blipFill><a:blip r:{}="P1"/></pic:blipFill></pic:pic>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTENTS = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p(r("secret", "<w:vanish/>"), "Open."), ["2 hidden text: secret"]),
        (p(r("secret", '<w:rStyle w:val="Secret"/>'), "Open."), ["2 hidden text: secret"]),
        (p(drawing(PICTURE.format("embed"), "A hall"), "Open."), ["2 picture: A hall"]),
        (p(drawing(PICTURE.format("embed")), "Open."), ["2 picture: hall.png"]),
        (p(drawing(PICTURE.format("link")), "Open."), ["2 linked picture: hall.png"]),
        (p(drawing("<a:lnRef/>", "An arrow"), "Open."), ["2 description of a drawing: An arrow"]),
        (p(drawing(PICTURE.format("embed"), 'A hall" title="Of marble'), "Open."),
         ["2 description of a drawing: Of marble", "2 picture: A hall"]),
        (p('<w:r><w:pict><v:rect alt="A line"/></w:pict></w:r>', "Open."), ["2 description of a drawing: A line"]),
        (p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>', "Open."), ["2 WordArt: DRAFT"]),
        (PROMPT.format(p("Type here.")) + p("Open."), ["2 prompt of a content control: Type here."]),
        (CONTENTS.format(p("Contents") + p("One 1")) + p("Open."), ["2 table of contents: Contents", "3 table of contents: One 1"]),
        (p(field("TOC \\o", r("One 1"))) + p("Open."), ["2 table of contents: One 1"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("IF x"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Open."), ["2 field instruction: IF x"]),
        (p(RUBY.format(r("とうきょう"), r("東京"))) + p("Open."), ["2 ruby: とうきょう"]),
        (p("<w:contentPart><w:r><w:t>ink</w:t></w:r></w:contentPart>", "Open."), ["2 unknown element w:contentPart: ink"]),
        ("<w:tbl><w:tblPr><w:tblCaption w:val=\"Halls\"/></w:tblPr><w:tr><w:tc>" + p("Open.") + "</w:tc></w:tr></w:tbl>", ["2 description of a table: Halls"]),
    ],
)  # fmt: skip
def test_what_is_no_text_is_left_out_with_its_reason(paragraph: str, expected: list[str]) -> None:
    related = '<Relationship Id="P1" Type="t/image" Target="media/hall.png"/>'
    found = read(docx(TITLE, paragraph, related=related))
    assert left(found) == expected
    assert remarks(found) == []
    assert content.msgid(found.units[-1].content) == "Open."


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("If ", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "Open."), "formula “x=2”"),
        (p(drawing('<c:chart r:id="C1"/>', "Visitors"), "Open."), "chart “Visitors”"),
        (p(drawing('<dgm:relIds r:dm="C1"/>'), "Open."), "SmartArt"),
        (p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="C1"/></w:object></w:r>', "Open."), "embedded object “Excel.Sheet.12”"),
        ('<w:altChunk r:id="C1"/>' + p("Open."), "inserted file “word/part.xml”"),
    ],
)  # fmt: skip
def test_what_a_reader_will_miss_is_a_warning(paragraph: str, expected: str) -> None:
    found = read(docx(TITLE, paragraph, related='<Relationship Id="C1" Type="t/part" Target="part.xml"/>'))
    (remark,) = found.remarks
    assert (remark.code, remark.message.partition(": ")[2]) == ("H159", f"{expected} cannot be taken over")
    assert len(left(found)) == 1


def test_a_text_box_is_put_behind_its_paragraph() -> None:
    def box(text: str) -> str:
        inner = f"<w:txbxContent>{p(text)}</w:txbxContent>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    found = read(docx(TITLE, p("It ", box("Entry is free."), "opened."), p("It closed.")))
    assert units(found)[1:] == ["2 paragraph: It opened.", "3 paragraph: Entry is free.", "4 paragraph: It closed."]
    assert remarks(found) == [
        "sources/a.docx:2 H160 paragraph 2: the text box “Entry is free.” was put behind its paragraph"
    ]
    assert left(found) == []


def test_text_that_only_another_version_of_a_drawing_has_is_left_out() -> None:
    both = f"<mc:AlternateContent><mc:Choice>{r('new')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"
    found = read(docx(TITLE, p(both, " text")))
    assert units(found)[1:] == ["2 paragraph: new text"]
    assert left(found) == ["2 other version of a drawing: old"]


def test_versions_in_versions_are_followed_only_so_far() -> None:
    begin, end = "<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"
    assert left(read(docx(TITLE, p(begin * 5 + r("deep") + end * 5, " text")))) == []
    found = read(docx(TITLE, p(begin * 6 + r("deep") + end * 6, " text")))
    assert left(found) == ["2 unknown element mc:AlternateContent: deep"]


def test_headers_comments_notes_and_charts_are_left_out() -> None:
    anchored = '<w:commentRangeStart w:id="5"/>' + r("opened") + '<w:commentRangeEnd w:id="5"/>'
    parts = {
        "header1.xml": p("Ministry of Tests"),
        "footer1.xml": p("Page 1") + p("Confidential"),
        "comments.xml": f'<w:comment w:id="5" w:author="Maral">{p("Sure?")}{p("Ask.")}</w:comment>',
        "footnotes.xml": f'<w:footnote w:type="separator" w:id="0">{p("x")}</w:footnote><w:footnote w:id="3">{p("Lost.")}</w:footnote>',
    }
    chart = '<Relationship Id="C1" Type="t/chart" Target="charts/chart1.xml"/>'
    data = docx(TITLE, p("It ", anchored, drawing('<c:chart r:id="C1"/>')), parts=parts, related=chart)
    names = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    data = with_part(
        data,
        "word/charts/chart1.xml",
        f"<c:chartSpace {names}><a:p><a:t>Vis</a:t><a:t>itors</a:t></a:p><c:v>2023</c:v></c:chartSpace>".encode(),
    )
    data = with_part(data, "word/vbaProject.bin", b"\0")
    assert left(read(data)) == [
        "2 chart: chart",
        "2 comment by Maral: Sure? Ask.",
        "2 chart: Visitors",
        "2 chart: 2023",
        "None footer: Page 1",
        "None footer: Confidential",
        "None note without a reference: Lost.",
        "None header: Ministry of Tests",
        "None macros: word/vbaProject.bin",
    ]


# The converter -----------------------------------------------------------------------------------


def test_a_paragraph_that_the_converter_loses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = convert._notes
    monkeypatch.setattr(convert, "_notes", lambda html: whole(html).replace("opened", "ed"))
    found = read(docx(TITLE, TEXT))
    assert remarks(found) == ["sources/a.docx:2 H159 paragraph 2: text “It opened.” cannot be taken over"]


def test_a_symbol_that_has_no_letter_is_said() -> None:
    found = read(docx(TITLE, p("It", '<w:r><w:sym w:font="Own" w:char="F0AA"/></w:r>', " opened.")))
    assert [remark.code for remark in found.remarks] == ["H159"]
    assert "F0AA" in found.left_out[0].text


def test_without_the_converter_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(HabarError) as refused:
        read(docx(TITLE, TEXT))
    (found,) = refused.value.problems
    assert (found.code, found.hint) == ("H161", "install habar with its extra: habar[docx]")
