"""Laws of Word files: no text is lost, whatever stands around it; the same file gives the same document."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import assemble, content, formats, segment
from i18n.model import Code, Document, Skeleton, UnitRef
from i18n.problems import HabarError
from tests.word import docx, with_part

WORD = "⟨⟩"
"""Stands for a word of its own."""
GONE = "⟪⟫"
"""Stands for a word that was deleted."""
RUN = f"<w:r><w:t>{WORD} </w:t></w:r>"
INLINE = (
    "{}", "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:smartTag>{}</w:smartTag>", '<w:hyperlink r:id="L1">{}</w:hyperlink>',
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>', "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="DATE">{}</w:fldSimple>', '<w:fldSimple w:instr="TOC">{}</w:fldSimple>', "<w:new>{}</w:new>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
    f"<mc:AlternateContent><mc:Choice>{{}}</mc:Choice><mc:Fallback>{RUN}</mc:Fallback></mc:AlternateContent>",
    "<w:bdo>{}</w:bdo>", "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>" + RUN + "</w:rubyBase></w:ruby></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>{}',
)  # fmt: skip
RUNS = (
    RUN, f"<w:r><w:t>{WORD}</w:t><w:tab/><w:t>{WORD}</w:t><w:br/></w:r>", f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORD}</w:t></w:r>",
    f"<w:r><w:rPr><w:b/></w:rPr><w:t>{WORD}</w:t></w:r>", f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{WORD}</w:t></w:r>',
    f"<m:oMath><m:r><m:t>{WORD}</m:t></m:r></m:oMath>", f"<w:del><w:r><w:delText>{GONE}</w:delText></w:r></w:del>",
    f"<w:moveFrom><w:r><w:t>{GONE}</w:t></w:r></w:moveFrom>", f"<w:r><w:new><w:t>{WORD}</w:t></w:new></w:r>",
    f"<w:r><w:drawing><a:t>{WORD}</a:t></w:drawing></w:r>", f"<w:r><w:object><w:t>{WORD}</w:t></w:object></w:r>",
    '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="3"/></w:r>', "<w:r><w:br/></w:r>", "",
)  # fmt: skip
PROPERTIES = ("", '<w:pStyle w:val="1"/>', '<w:pStyle w:val="a3"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:pStyle w:val="q"/>',
              '<w:numPr><w:numId w:val="3"/></w:numPr>', "<w:rPr><w:del/></w:rPr>", '<w:jc w:val="center"/>')  # fmt: skip
BLOCKS = (
    "{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:ins>{}</w:ins>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
    "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>" + RUN + "</w:p>",
    "<w:new>{}</w:new>", "<w:tbl>{}</w:tbl>", "<w:customXml>{}</w:customXml>",
)  # fmt: skip

runs = st.recursive(
    st.sampled_from(RUNS),
    lambda inner: st.tuples(st.sampled_from(INLINE), st.lists(inner, max_size=3)).map(
        lambda drawn: drawn[0].replace("{}", "".join(drawn[1]))
    ),
    max_leaves=8,
)
paragraphs = st.tuples(st.sampled_from(PROPERTIES), st.lists(runs, max_size=4)).map(
    lambda drawn: f"<w:p><w:pPr>{drawn[0]}</w:pPr>{''.join(drawn[1])}</w:p>"
)
blocks = st.recursive(
    paragraphs,
    lambda inner: st.tuples(st.sampled_from(BLOCKS), st.lists(inner, max_size=3)).map(
        lambda drawn: drawn[0].replace("{}", "".join(drawn[1]))
    ),
    max_leaves=6,
)
bodies = st.lists(blocks, max_size=4).map("".join)
notes = st.lists(paragraphs, max_size=2).map("".join)


def numbered(text: str, numbers: count[int]) -> str:
    """The text with a word of its own for every mark."""
    return re.sub(f"{WORD}|{GONE}", lambda mark: f"{'word' if mark[0] == WORD else 'gone'}{next(numbers)}x", text)


def read(data: bytes) -> Document:
    return formats.read(formats.Source("a", "a.docx", data, "en", "paragraph", accept_changes=True))


def words(text: str) -> set[str]:
    return set(re.findall(r"word\d+x", text))


def shown(skeleton: Skeleton, document: Document) -> str:
    """All text that a skeleton prints of units, those in codes too."""
    units = {unit.id: unit for unit in document.units}
    parts: list[str] = []
    for part in skeleton:
        if isinstance(part, UnitRef):
            inner = units[part.unit].content
            parts += [content.plain(inner), *(shown(one.markup, document) for one in inner if isinstance(one, Code))]
    return " ".join(parts)


@settings(max_examples=60, deadline=None)
@given(body=bodies, note=notes, header=notes)
def test_every_text_is_in_a_unit_or_left_out_or_deleted(body: str, note: str, header: str) -> None:
    numbers = count(1)
    body, note, header = (numbered(text, numbers) for text in (body, note, header))
    parts = {
        "footnotes.xml": f'<w:footnote w:id="2">{note}</w:footnote>',
        "comments.xml": f'<w:comment w:id="1">{note.replace("word", "gone")}</w:comment>',
        "header1.xml": header,
    }
    data = docx(body, parts=parts, links={"L1": "https://example.org/"})
    try:
        document = read(data)
    except HabarError as refused:
        assert {found.code for found in refused.problems} <= {"H156"}
        return
    found = " ".join([shown(document.skeleton, document), *(left.text for left in document.left_out)])
    assert words(body + note + header) - words(found) == set()
    assert "gone" not in shown(document.skeleton, document)
    assert [remark.message for remark in document.remarks if "text “" in remark.message] == []


@settings(max_examples=25, deadline=None)
@given(body=bodies)
def test_the_same_file_gives_the_same_page_and_its_codes_are_balanced(body: str) -> None:
    data = docx(numbered(body, count(1)))
    first, second = read(data), read(data)
    assert first == second
    for unit in first.units:
        assert content.well_nested(unit.content) == unit.content
    pages = [
        formats.write(assemble.localize(one, segment.cut(one), {}, language))
        for one in (first, second)
        for language in ("en", "ru")
    ]
    assert pages[:2] == pages[2:]


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12), min_size=1, max_size=4)
)
def test_any_text_comes_through_letter_by_letter(texts: list[str]) -> None:
    """Markup in a text is text, and what no XML can hold is not there to begin with."""
    texts = [re.sub("[\x00-\x1f\x7f-\x9f\ufffe\uffff]", "", text) for text in texts]
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    body = "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in escaped) + "<w:r><w:t>Z</w:t></w:r></w:p>"
    (unit,) = read(docx(body)).units
    assert content.fold(content.plain(unit.content)) == content.fold("".join(texts) + "Z")


SAMPLE = (Path(__file__).parents[1] / "contract" / "sample.docx").read_bytes()
PARTS = ("document", "styles", "numbering", "footnotes", "comments", "header1", "_rels/document.xml")
VALUES = ('""', '"-1"', '"99999999999"', '"x"', '"²"', '"%1.%9"')


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The sample with wrong values, renamed elements or broken bytes in one of its parts."""
    part = draw(st.sampled_from(PARTS))
    name = f"word/{part}.{'rels' if part.startswith('_') else 'xml'}"
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as opened:
        text = opened.read(name).decode()
    for kind in draw(st.lists(st.sampled_from(("value", "name", "gone", "byte")), min_size=1, max_size=4)):
        found = list(
            re.finditer({"value": '"[^"]*"', "name": r"(?<=[</])w:\w+", "gone": "<[^/>]+/>", "byte": "."}[kind], text)
        )
        if not found:
            continue
        one, other = draw(st.sampled_from(found)), draw(st.sampled_from(found))
        if kind == "name":
            text = re.sub(rf"(</?){re.escape(one[0])}\b", rf"\1{other[0]}", text)
        else:
            new = {"value": draw(st.sampled_from(VALUES)), "gone": "", "byte": draw(st.sampled_from('<&"a\0'))}[kind]
            text = text[: one.start()] + new + text[one.end() :]
    return with_part(SAMPLE, name, text.encode())


@settings(max_examples=40, deadline=None)
@given(data=damaged())
def test_a_damaged_file_is_read_or_refused_with_a_problem(data: bytes) -> None:
    try:
        document = read(data)
    except HabarError as refused:
        assert refused.problems
    else:
        formats.write(assemble.localize(document, segment.cut(document), {}, "ru"))
