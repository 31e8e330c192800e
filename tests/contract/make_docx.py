"""Writes ``sample.docx``: run it when the sample is to change. A test compares the file with what this makes."""

from __future__ import annotations

from pathlib import Path

from tests.word import docx, item, p, r, table

NOTE = p("<w:r><w:footnoteRef/></w:r>", " Founded in 2019.")
BOX = f"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>
<wp:docPr id="1" name="Text box 1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>
{p("Admission is free.")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{p("Admission is free.")}</w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
PICTURE = """<w:r><w:drawing><wp:inline><wp:docPr id="2" name="Picture 2" descr="The hall of the Committee"/><a:graphic>
<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="P1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r>"""
LINK = f'<w:hyperlink r:id="L1">{r("Committee")}</w:hyperlink>'
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
COMMENTED = '<w:r><w:commentReference w:id="0"/></w:r>'
FORMULA = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"


def sample() -> bytes:
    """One of everything that a bulletin may have in a word processor."""
    return docx(
        p("21 March 2024", properties='<w:jc w:val="right"/>'),
        p(
            r("Meeting of the Café Cooperation Committee", "<w:b/>"),
            properties='<w:jc w:val="center"/>',
        ),
        p("The ", LINK, REFERENCE, " met in ", r("Ash", "<w:b/>"), r("gabat", "<w:b/>"), ". It went on until noon."),
        p("Results", style="2"),
        p("The parties agreed:"),
        item(1, "to open a joint centre;"),
        item(1, "to exchange students."),
        p("They signed", COMMENTED, " 2 papers:", BOX),
        item(2, "a plan;"),
        item(2, "a list."),
        item(3, "Both papers are in force."),
        table(("Year", "Places"), ("2024", "Forty places")),
        p("“We go on,” the Minister said.", style="q"),
        p("Where ", FORMULA, " holds", r(" for internal use", "<w:vanish/>"), ", all is well."),
        p(PICTURE),
        parts={
            "footnotes.xml": f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{NOTE}</w:footnote>',
            "comments.xml": f'<w:comment w:id="0" w:author="Maral">{p("Two or three?")}</w:comment>',
            "header1.xml": p("Ministry of Foreign Affairs"),
        },
        links={"L1": "https://example.org/committee"},
    )


if __name__ == "__main__":
    Path(__file__).with_name("sample.docx").write_bytes(sample())
