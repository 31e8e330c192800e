"""TBX-Basic: glossaries go out whole and come back, from both editions of the standard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from i18n import glossary
from i18n.exchange import tbx
from i18n.glossary import Concept, Glossary, Term
from i18n.problems import HabarError

OWN = Glossary(
    ("en", "ru", "kind", "note", "source", "verified"),
    (
        Concept(
            {"en": Term("Ashgabat", ("Aşgabat",), ("Ashkhabad",)), "ru": Term("Ашхабад")},
            {"kind": "place", "note": "<capital> & city", "source": "the law of 1992", "verified": "en"},
        ),
        Concept({"en": Term(None, (), ("Turkmenia",))}),
        Concept({"en": Term("Bad \x01 one")}),
        Concept({}, {"kind": "empty"}),
    ),
)


def test_the_whole_file() -> None:
    def tig(form: str, status: str) -> str:
        note = f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote>'
        return f"          <tig><term>{form}</term>{note}</tig>\n"

    assert tbx.write(OWN).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en">\n'
        "  <martifHeader><fileDesc><sourceDesc><p>Glossary of official terms</p></sourceDesc></fileDesc><encodingDesc>"
        '<p type="XCSURI">http://www.lisa.org/fileadmin/standards/tbx_basic/TBXBasicXCSV02.xcs</p></encodingDesc>'
        "</martifHeader>\n  <text>\n    <body>\n"
        '      <termEntry id="c6b365b17b608">\n        <descrip type="subjectField">place</descrip>\n'
        '        <admin type="source">the law of 1992</admin>\n'
        "        <note>&lt;capital&gt; &amp; city</note>\n"
        '        <langSet xml:lang="en">\n'
        + tig("Ashgabat", "preferred") + tig("Aşgabat", "admitted") + tig("Ashkhabad", "deprecated")
        + '        </langSet>\n        <langSet xml:lang="ru">\n' + tig("Ашхабад", "preferred")
        + "        </langSet>\n      </termEntry>\n"
        '      <termEntry id="c6e340b9cffb3">\n        <langSet xml:lang="en">\n' + tig("Turkmenia", "deprecated")
        + "        </langSet>\n      </termEntry>\n    </body>\n  </text>\n</martif>\n"
    )  # fmt: skip


def test_it_reads_back() -> None:
    read = tbx.read(tbx.write(OWN), "g.tbx")
    first = replace(OWN.concepts[0], about={"kind": "place", "note": "<capital> & city", "source": "the law of 1992"})
    assert read == Glossary(("en", "ru", "kind", "note", "source"), (first, OWN.concepts[1]))
    assert glossary.joined(OWN, read) == (OWN, [])


def test_the_project_s_glossary_goes_out_and_comes_back() -> None:
    text = (Path(__file__).parents[3] / "locales" / "glossary.csv").read_bytes().decode()
    own = glossary.parse(text, "g")
    read = tbx.read(tbx.write(own), "g.tbx")
    assert [concept.terms for concept in read.concepts] == [concept.terms for concept in own.concepts]
    assert glossary.render(glossary.joined(own, read)[0]) == text


def test_the_second_edition_and_what_tools_put_in() -> None:
    data = """<?xml version="1.0"?><!DOCTYPE tbx SYSTEM "TBXcoreStructV03.dtd">
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="1"><note>One.</note><note>Two | three.</note>
<langSec xml:lang="en_US"><termSec><term>fair</term></termSec>
  <termSec><term> trade
  fair </term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="xx-unknown"><termSec><term>x</term></termSec></langSec>
<langSec xml:lang="ru"><termSec><term>базар</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
  </termSec><termSec><term>!ярмарка</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    assert tbx.read(data.encode(), "g").concepts == (
        Concept(
            {"en-US": Term("trade fair", ("fair",)), "ru": Term("ярмарка", (), ("базар",))},
            {"note": "One.; Two / three."},
        ),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<tmx/>", "g:1: error H262: the file begins with <tmx>; a TBX file begins with <martif> or <tbx>"),
        ('<!DOCTYPE martif SYSTEM "x" [<!ENTITY x "y">]><martif/>', "g:1: error H261: a document type (<!DOCTYPE …>) is not allowed"),
        ("<martif>", "g:1:9: error H260: the file is not XML: Premature end of data in tag martif line 1"),
    ],
)  # fmt: skip
def test_it_is_refused_with_the_reason(data: str, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        tbx.read(data.encode(), "g")
    assert str(refused.value) == message
