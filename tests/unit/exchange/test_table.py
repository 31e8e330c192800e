"""Tables for people without a PO editor: CSV as spreadsheets write it, Word as word processors do."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import mammoth
import pytest

from i18n import content
from i18n.exchange import table
from i18n.interchange import TransFile, trans_file
from i18n.model import Catalog, Document, Entry, Meta, Place
from i18n.problems import HabarError
from tests.word import archive, docx

ENTRIES = (
    Entry("A fair", ("Ярмарка",), "title", references=("sources/x.txt:title",), extracted=("Title of the bulletin",)),
    Entry("-5 degrees, \"cold\"", ("=2+2",), flags=("fuzzy",), comments=("Ask.", "Asked."), references=("s/x.txt:p1.s1",)),
    Entry("'tis new\nhere", references=("s/x.txt:p2.s1",)),
)  # fmt: skip
KEYS = (
    "x en ru 5477e1e1d34d0c60 003452e05d0b a902078fee90 =title",
    "x en ru 2b70103c3cfba34e 2b70103c3cfb 3f71c4ba8fc1",
    "x en ru 6df0a4e4e0a3a3d4 6df0a4e4e0a3 13dd0b27232d",
)


def sample() -> TransFile:
    document = Document("x", Place("sources/x.txt"), "record", "en", "sentence", "0" * 12, Meta(), (), ())
    return trans_file(document, Catalog("x", "ru", Place(""), Entry(""), ENTRIES), {})


def seen(data: bytes) -> list[Any]:
    (file,) = table.read(data, "x.csv")
    return [(unit.name, content.render(unit.target), unit.state, unit.comments) for unit in file.units]


SEEN = [
    ("title", "Ярмарка", "translated", ("",)),
    ("p1.s1", "=2+2", "fuzzy", ("Ask.", "Asked.")),
    ("p2.s1", "", "untranslated", ("",)),
]


def test_the_whole_csv_file() -> None:
    data, problems = table.write([sample()])
    assert problems == []
    text = data.decode("utf-8-sig")
    keys = [line.rpartition(",")[2] for line in text.split("\r\n") if " en ru " in line]
    assert text == (
        "place,source (en),translation (ru),state,comment,notes,key\r\n"
        f"title,A fair,Ярмарка,translated,,Title of the bulletin,{keys[0]}\r\n"
        f'p1.s1,"\'-5 degrees, ""cold""",\'=2+2,needs editing,"Ask.\nAsked.",,{keys[1]}\r\n'
        f"p2.s1,\"''tis new\nhere\",,untranslated,,,{keys[2]}\r\n"
    )
    assert keys[0] == KEYS[0]
    assert seen(data) == SEEN
    assert [unit.source for unit in table.read(data, "x")[0].units] == [(entry.msgid,) for entry in ENTRIES]


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")])
def test_what_spreadsheets_make_of_it(delimiter: str, encoding: str) -> None:
    import csv

    rows = list(csv.reader(io.StringIO(table.write([sample()])[0].decode("utf-8-sig"), newline="")))
    moved = [[row[6], *row[:6], "mine"] for row in [rows[0], *reversed(rows[1:])]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([*moved, [], ["", "a row of my own"]])
    assert seen(text.getvalue().encode(encoding)) == SEEN[::-1]


def test_the_word_file_is_one_that_others_read_and_has_the_same_bytes_always() -> None:
    data, problems = table.write([sample()], word=True)
    assert (problems, data) == ([], table.write([sample()], word=True)[0])
    html = mammoth.convert_to_html(io.BytesIO(data)).value
    assert html.count("<tr>") == 4
    assert "<td><p>Ярмарка</p></td>" in html
    assert seen(data) == SEEN


def test_a_word_processor_s_file() -> None:
    """Cells in several runs and paragraphs, with tracked changes, content controls and special characters."""
    key = KEYS[0]
    target = (
        "<w:p><w:r><w:t>Яр</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>мар</w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>ок</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>ка</w:t></w:r></w:ins>'
        "<w:r><w:noBreakHyphen/><w:tab/><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p><w:p><w:r><w:t>3</w:t></w:r></w:p><w:p/>"
    )

    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    def plain(text: str) -> str:
        return cell(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")

    head = "".join(map(plain, ("Key", "Source (en)", "Translation (ru)")))
    row = plain(key) + plain("A fair") + f"<w:sdt><w:sdtContent>{cell(target)}</w:sdtContent></w:sdt>"
    data = docx(f"<w:p/><w:tbl><w:tr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl>")
    assert seen(data) == [("", "Ярмарка\u2011\t1\n2\n3", "translated", ("",))]


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", b"<a>" + b" " * 20_000_000)
    return made.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REFUSED = {
    "nothing": (b"", "x:1: error H278: there is nothing in the file"),
    "an old code page": ("source,translation,key\nЯрмарка в Мары".encode("cp1251"), "x:2: error H278: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)"),
    "half a character": (b"\xff\xfe\x00", "x:1: error H278: this line is damaged: it is not UTF-16 as the file is"),
    "no headings": (b"Ask,me\n", "x:1: error H263: the table has no column “source”: its first row has to be the headings"),
    "no key": (b"source,translation,key\na,b,\n", "x: error H263: no row of the table has a key"),
    "a cell of a megabyte": (b"source,translation,key\na,b,c\n" + b"x" * 1_000_000, "x:3: error H278: the table cannot be read here: field larger than field limit (131072)"),
    "too large": (b"a" * 32_000_001, "x: error H261: the file has 32000001 bytes; 32000000 are allowed"),
    "no archive": (b"PK\x03\x04", "x: error H155: the file is not whole: the end of its archive is missing"),
    "a bomb": (bomb(), "x: error H156: the part word/document.xml would be 19 MiB from 19 KiB when it is unpacked"),
    "another archive": (archive({"../../etc/passwd": b"x"}), "x: error H262: this is no Word document: word/document.xml is missing"),
    "an entity": (archive({"word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "x:1: error H261: a document type (<!DOCTYPE …>) is not allowed"),
    "no table": (archive({"word/document.xml": f'<w:document xmlns:w="{W}"/>'.encode()}), "x: error H263: there is no table in the document"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_the_reason(name: str) -> None:
    data, message = REFUSED[name]
    start = time.perf_counter()
    with pytest.raises(HabarError) as refused:
        table.read(data, "x")
    assert time.perf_counter() - start < 5
    assert str(refused.value) == message
