"""What attached files tell of those who made them."""

from __future__ import annotations

import time

import pytest

from i18n.formats.traces import Traces, traces
from tests.word import archive, docx, p, r

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy>'
    "</cp:coreProperties>"
)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
META = (
    f'<o:document-meta xmlns:o="{OFFICE}" xmlns:m="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><o:meta><m:initial-creator>Aman</m:initial-creator>'
    "<dc:creator>Maral\n Ataýewa</dc:creator></o:meta></o:document-meta>"
)
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
CONTENT = f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:body>{{}}</o:body></o:document-content>'
CHANGES = '<t:tracked-changes><t:changed-region t:id="a"/></t:tracked-changes>'
INSERTED = f'<w:ins w:id="1" w:author="Maral">{r("new")}</w:ins>'
COMMENT = f'<w:comment w:id="0" w:author="Maral">{p("Two or three?")}</w:comment>'
CLEAN = docx(p("Plan"))
PDF = b"%PDF-1.7\n1 0 obj << /Title (Plan) {} >> endobj\n"


def packed(**parts: str) -> bytes:
    names = {"core": "docProps/core.xml", "meta": "meta.xml", "content": "content.xml", "sheet": "xl/comments1.xml",
             "slide": "ppt/comments/modernComment_1.xml", "revised": "xl/revisions/revisionLog1.xml"}  # fmt: skip
    return archive({names[name]: text.encode() for name, text in parts.items()})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (CLEAN, Traces()),
        (docx(p("Plan"), parts={"comments.xml": ""}), Traces()),
        (docx(p("Plan"), parts={"comments.xml": COMMENT}), Traces(comments=True)),
        (docx(p("Plan ", INSERTED)), Traces(changes=True)),
        (docx(p("Plan"), parts={"footnotes.xml": f'<w:footnote w:id="2">{p(INSERTED)}</w:footnote>'}), Traces(changes=True)),
        (packed(core=CORE.format("Aman", "Maral")), Traces(("Aman", "Maral"))),
        (packed(core=CORE.format("Aman", " Aman ")), Traces(("Aman",))),
        (packed(core=CORE.format("", "")), Traces()),
        (packed(core="<broken", sheet="<comments><comment/></comments>"), Traces(comments=True)),
        (packed(slide='<p:cmLst xmlns:p="x"><p:cm/></p:cmLst>', revised="<revisions/>"), Traces((), True, True)),
        (packed(meta=META, content=CONTENT.format("")), Traces(("Aman", "Maral Ataýewa"))),
        (packed(content=CONTENT.format(CHANGES)), Traces(changes=True)),
        (packed(content=CONTENT.format("<o:annotation/><t:tracked-changes/>")), Traces(comments=True)),
        (b"PK\x03\x04 and nothing more", Traces()),
        (PDF.replace(b"{}", b""), Traces()),
        (PDF.replace(b"{}", rb"/Author (Maral \(MFA\))"), Traces(("Maral (MFA)",))),
        (PDF.replace(b"{}", b"/Author <FEFF 041C 0430>"), Traces(("Ма",))),
        (PDF.replace(b"{}", rb"/Author (\376\377\000M)"), Traces(("M",))),
        (PDF.replace(b"{}", b"/Author(Aman) /Encrypt 3 0 R"), Traces()),
        (PDF.replace(b"{}", b"/Author () /Annots [] /Subtype /Text"), Traces(comments=True)),
        (PDF + "<dc:creator><rdf:Seq><rdf:li>Ataýewa</rdf:li></rdf:Seq></dc:creator>".encode(), Traces(("Ataýewa",))),
    ],
)  # fmt: skip
def test_what_is_told(data, expected):
    assert traces(data, "plan") == expected


@pytest.mark.parametrize(
    "part", [b"/Author (", b"/Author <41", b"<dc:creator><rdf:li>", b"/Author (" + b"\\" * 9, b"/Subtype "]
)
def test_a_hostile_file_is_looked_through_in_time(part):
    begin = time.process_time()
    traces(b"%PDF-1.7\n" + part * (2_000_000 // len(part)), "plan")
    assert time.process_time() - begin < 3
