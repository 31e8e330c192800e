"""XLIFF: what is written is valid and reads back, and what must not be read is refused."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from i18n import content
from i18n.exchange import xliff
from i18n.interchange import TransFile, trans_file
from i18n.model import Catalog, Code, Document, Entry, Meta, Place
from i18n.problems import HabarError
from tests.conftest import shared

LINK, LAW_END, BREAK = Code(3, "open", "a", ()), Code(3, "close", "a", ()), Code(9, "alone", "br", ())
HALF = Code(4, "open", "em", ())
CONTENTS: dict[Any, Any] = {
    (None, "Read <a>the law</a> first.<br/>"): ("Read ", LINK, "the law", LAW_END, " first.", BREAK),
    (None, "<em>A part & more"): (HALF, "A part & more"),
    ("title", "A fair"): ("A fair",),
    (None, "A  poem\nin two lines"): ("A  poem\nin two lines",),
    (None, "New"): ("New",),
}
ENTRIES = (
    Entry("A fair", ("Ярмарка",), "title", references=("sources/x.txt:title",), extracted=("Title of the bulletin",)),
    Entry(
        "Read <a>the law</a> first.<br/>",
        ("Сначала прочитайте <a>закон</a>.",),
        flags=("fuzzy",),
        previous_msgid="Read <a>it</a>.",
        references=("sources/x.txt:p1.s1",),
        extracted=("Paragraph 1 of 3", "Bulletin: “A fair”"),
        comments=("Ask the lawyers: <a> & co?", "Asked."),
    ),
    Entry("<em>A part & more", ('</em>Часть "и" <em>ещё',), references=("sources/x.txt:p2.s1",)),
    Entry("A  poem\nin two lines", ("Стихи\r\nв две  строки",), references=("sources/x.txt:p3.s1",)),
    Entry("New", references=("sources/x.txt:p4.s1",)),
    Entry("Gone", ("Нет",), obsolete=True),
)


def sample(original: str = "sources/x.txt", locale: str = "en") -> TransFile:
    document = Document("x", Place(original), "record", locale, "sentence", "0" * 12, Meta(), (), ())
    return trans_file(document, Catalog("x", "ru", Place(""), Entry(""), ENTRIES), CONTENTS)


def text_of(version: Any, *files: TransFile) -> str:
    data, problems = xliff.write(files or [sample()], version)
    assert problems == []
    return data.decode()


class Local(etree.Resolver):
    """Schemas import xml.xsd by different addresses."""

    def resolve(self, url: str, pubid: Any, context: Any) -> Any:
        if url.endswith("xml.xsd"):
            return self.resolve_filename(str(shared("schemas/xml.xsd")), context)
        return None


def schema(name: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.parse(str(shared(f"schemas/{name}")), parser))


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("1.2", "xliff-core-1.2-strict.xsd"),
        ("1.2", "xliff-core-1.2-transitional.xsd"),
        ("2.0", "xliff-core-2.0.xsd"),
    ],
)
def test_what_is_written_is_valid(version: str, name: str) -> None:
    written = etree.fromstring(text_of(version, sample(), sample("sources/y.html")).encode())
    schema(name).assertValid(written)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_the_whole_file(version: str) -> None:
    expected = Path(__file__).parent / f"sample-{version}.xlf"
    assert_blessed(expected, text_of(version))


def assert_blessed(path: Path, text: str) -> None:
    if os.environ.get("HABAR_BLESS") == "1":
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_it_reads_back_as_it_was_written(version: Any) -> None:
    files = [sample(), sample("sources/y.txt")]
    for sent, returned in zip(files, xliff.read(text_of(version, *files).encode(), "a.xlf"), strict=True):
        names = ("original", "source_locale", "target_locale", "bulletin")
        assert [getattr(returned, name) for name in names] == [getattr(sent, name) for name in names]
        for one, other in zip(sent.units, returned.units, strict=True):
            names = ("id", "state", "context", "source_digest", "target_digest", "name", "comments")
            assert [getattr(other, name) for name in names] == [getattr(one, name) for name in names]
            for text, back in ((one.source, other.source), (one.target, other.target)):
                kinds = [part if isinstance(part, str) else (part.id, part.kind) for part in text]
                assert [part if isinstance(part, str) else (part.id, part.kind) for part in back] == kinds


def test_a_text_that_xml_cannot_hold_is_left_out_and_told() -> None:
    document = Document("x", Place("sources/x.txt"), "record", "en", "sentence", "0" * 12, Meta(), (), ())
    entries = (
        Entry("A\x0bfair", references=("sources/x.txt:p1.s1",)),
        Entry("Talks", ("Переговоры",), comments=("odd \x01 note", "fine"), references=("sources/x.txt:p2.s1",)),
    )
    data, problems = xliff.write([trans_file(document, Catalog("x", "ru", Place(""), Entry(""), entries), {})])
    assert [(found.code, found.message) for found in problems] == [
        ("H275", "x, p1.s1: XML cannot hold a character of this text")
    ]
    (file,) = xliff.read(data, "x.xlf")
    assert [(content.plain(unit.source), unit.comments) for unit in file.units] == [("Talks", ("fine",))]


def test_two_source_languages_do_not_fit_into_one_file_of_version_2() -> None:
    with pytest.raises(ValueError, match="one source language"):
        xliff.write([sample(), sample(locale="tk")], "2.0")


# Files of other tools ---------------------------------------------------------------------------

HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
FILE = '<file original="x.txt" source-language="en" target-language="ru" datatype="plaintext"><body>'
END = "</body></file></xliff>"


def unit_of(inner: str) -> Any:
    (file,) = xliff.read((HEAD + FILE + inner + END).encode(), "a.xlf")
    return file.units[0]


@pytest.mark.parametrize(
    ("inner", "target", "state"),
    [
        ('<target state="translated">Да</target>', ("Да",), "translated"),
        ("<target>Да</target>", ("Да",), "translated"),
        ('<target state="final">Да</target>', ("Да",), "translated"),
        ('<target state="signed-off">Да</target>', ("Да",), "translated"),
        ('<target state="x-reviewed">Да</target>', ("Да",), "translated"),
        ('<target state="new">Да</target>', ("Да",), "fuzzy"),
        ('<target state="needs-translation">Да</target>', ("Да",), "fuzzy"),
        ('<target state="needs-review-l10n">Да</target>', ("Да",), "fuzzy"),
        ("<target/>", (), "untranslated"),
        ('<target state="translated"></target>', (), "untranslated"),
        ("", (), "untranslated"),
        ("<!-- no --><target>Да<!-- or --> нет<?x y?></target>", ("Да нет",), "translated"),
        ('<target><mrk mtype="seg" mid="0">Да.</mrk> <mrk mtype="seg" mid="1">Нет.</mrk></target>', ("Да. Нет.",), "translated"),
        ("<target><![CDATA[<b>]]></target>", ("<b>",), "translated"),
    ],
)  # fmt: skip
def test_targets_of_other_tools(inner: str, target: Any, state: str) -> None:
    unit = unit_of(f'<group><trans-unit id="1"><source>Yes</source>{inner}</trans-unit></group>')
    assert (unit.target, unit.state) == (target, state)


def test_an_approved_no_without_a_state_is_fuzzy() -> None:
    unit = unit_of('<trans-unit id="1" approved="no"><source>Yes</source><target>Да</target></trans-unit>')
    assert unit.state == "fuzzy"


def test_a_match_is_no_translation() -> None:
    unit = unit_of('<trans-unit id="1"><source>Yes</source><alt-trans><target>Да</target></alt-trans></trans-unit>')
    assert unit.target == ()


def test_codes_of_other_shapes() -> None:
    target = (
        '<target><bpt id="1">&lt;a></bpt>x<ept id="1">&lt;/a></ept><ph id="2">&lt;br/></ph><it id="3" pos="open"/>'
        '<x id="4"/><g id="5">y</g><g id="zz">z</g><bx id="6"/><ex id="7" rid="6"/></target>'
    )
    unit = unit_of(f'<trans-unit id="1"><source>x</source>{target}</trans-unit>')
    assert [part if isinstance(part, str) else (part.id, part.kind) for part in unit.target] == [
        (1, "open"), "x", (1, "close"), (2, "alone"), (3, "open"), (4, "alone"), (5, "open"), "y", (5, "close"),
        (0, "open"), "z", (0, "close"), (6, "open"), (6, "close"),
    ]  # fmt: skip


def test_a_unit_of_version_2_that_was_cut_is_one_text() -> None:
    data = (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ru">'
        '<file id="f" original="x.txt"><group id="g"><unit id="1"><segment state="final"><source>A.</source>'
        '<target>Б.</target></segment><ignorable><source> </source><target> </target></ignorable>'
        '<segment state="initial"><source>C.</source><target>Д<cp hex="0001"/>.</target></segment></unit></group></file></xliff>'
    )  # fmt: skip
    (file,) = xliff.read(data.encode(), "a.xlf")
    assert [(unit.source, content.render(unit.target), unit.state) for unit in file.units] == [
        (("A.", " ", "C."), "Б. Д\x01.", "fuzzy")
    ]


# What is refused ---------------------------------------------------------------------------------

DTD = "a document type (<!DOCTYPE …>) is not allowed"
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
REFUSED = {
    "nothing": (b"", 'x.xlf:1:1: error H260: the file is not XML: Document is empty'),
    "no XML": (b"hello", "x.xlf:1:1: error H260: the file is not XML: Start tag expected, '<' not found"),
    "cut off": (HEAD.encode() + b"\n" + FILE.encode() + b"<trans-", "x.xlf:2:100: error H260: the file is not XML: Couldn't find end of Start Tag trans- line 2"),
    "codes crossed": ((HEAD + FILE + '<trans-unit id="1"><source>a</source>\n<target><g id="1">a</target></g></trans-unit>' + END).encode(),
        "x.xlf:2:29: error H260: the file is not XML: Opening and ending tag mismatch: g line 2 and target"),
    "a file from the disk": (b'<?xml version="1.0"?>\n<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<xliff>&x;</xliff>', f"x.xlf:2: error H261: {DTD}"),
    "a parameter entity": (b'<!DOCTYPE xliff [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><xliff/>', f"x.xlf:1: error H261: {DTD}"),
    "an external DTD": (b'<!DOCTYPE xliff SYSTEM "http://127.0.0.1/x.dtd"><xliff/>', f"x.xlf:1: error H261: {DTD}"),
    "an entity bomb": (f'<!DOCTYPE x [<!ENTITY l0 "ha">{BOMB}]><xliff>&l11;</xliff>'.encode(), f"x.xlf:1: error H261: {DTD}"),
    "a bomb in UTF-16": (f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY l0 "ha">{BOMB}]><xliff>&l11;</xliff>'.encode("utf-16"), f"x.xlf:1: error H261: {DTD}"),
    "a bomb in EBCDIC": (f'<?xml version="1.0" encoding="IBM037"?><!DOCTYPE x [<!ENTITY l0 "ha">{BOMB}]><xliff>&l11;</xliff>'.encode("cp037"), None),
    "too large": (b"<xliff>" + b" " * 32_000_000, "x.xlf: error H261: the file has 32000007 bytes; 32000000 are allowed"),
    "one word of eleven megabytes": ((HEAD + FILE + "<trans-unit id='1'><source>" + "x" * 11_000_000 + "</source></trans-unit>" + END).encode(), None),
    "too many tags": (b"<xliff>" + b"<x/>" * 800_000, "x.xlf: error H261: the file has more than 800000 tags"),
    "nesting": (b"<xliff>" + b"<a>" * 100_000, None),
    "another vocabulary": (b"<html/>", "x.xlf:1: error H262: the file begins with <html>; an XLIFF file begins with <xliff>"),
    "another version": (b'<xliff version="3.0"/>', "x.xlf:1: error H262: the version is '3.0'; known are 1.0 to 1.2 and 2.0 to 2.2"),
    "no file": (b'<xliff version="1.2"/>', "x.xlf:1: error H263: there is no <file> in it"),
    "no language": (b'<xliff version="1.2">\n<file source-language="en"/></xliff>', """x.xlf:2: error H263: <file> does not say which bulletin it is (original)
x.xlf:2: error H263: the file names no language of the translation"""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_the_reason(name: str) -> None:
    data, message = REFUSED[name]
    start = time.perf_counter()
    with pytest.raises(HabarError) as refused:
        xliff.read(data, "x.xlf")
    assert time.perf_counter() - start < 10
    if message is None:  # the words are libxml2's
        assert {found.code for found in refused.value.problems} <= {"H260", "H261"}
    else:
        assert str(refused.value) == message
