"""Files that are no Word files, and those that were made to do harm: a clear problem, soon and in little memory."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from i18n import formats
from i18n.problems import HabarError
from tests.word import archive, docx, p, root, with_part

GOOD = docx(p("A fair", style="a3"), p("It opened."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(data: bytes) -> list[str]:
    try:
        formats.read(formats.Source("a", "a.docx", data, "en", "sentence"))
    except HabarError as refused:
        return [str(found) for found in refused.problems]
    return []


def bomb(megabytes: int) -> bytes:
    """A part that is small when it is packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened, opened.open("word/document.xml", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(1 << 20))
    return made.getvalue()


def document(text: str, encoding: str = "utf-8") -> bytes:
    return with_part(GOOD, "word/document.xml", text.encode(encoding))


def locked() -> bytes:
    """A part with the mark of ZIP's own encryption, in both places."""
    data = bytearray(GOOD)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def broken() -> bytes:
    """A byte of the text is another one."""
    start = GOOD.index(b"A fair")
    return GOOD[:start] + bytes([GOOD[start] ^ 255]) + GOOD[start + 1 :]


def long_list() -> bytes:
    """The archive says that the list of its parts takes 2 MiB."""
    at = GOOD.rindex(b"PK\x05\x06") + 12
    return GOOD[:at] + (2 << 20).to_bytes(4, "little") + GOOD[at + 4 :]


def twice() -> bytes:
    made = io.BytesIO(GOOD)
    with zipfile.ZipFile(made, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("word/document.xml", "<x/>")
    return made.getvalue()


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "H155: there is nothing in the file"),
    "text": (lambda: b"A fair\n", "H155: this is no Word file: it is no ZIP archive"),
    "rtf": (lambda: b"{\\rtf1 A fair}", "H155: this is an RTF file under the name .docx"),
    "doc": (lambda: OLE, "H155: this is a file of Word 97 to 2003 (.doc) under the name .docx"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "H155: the file is encrypted"),
    "locked": (locked, "H155: the file is encrypted"),
    "cut off": (lambda: GOOD[:700], "H155: the file is not whole: the end of its archive is missing"),
    "end only": (lambda: b"PK" + GOOD[-200:], "H155: the archive that a Word file is cannot be opened"),
    "another archive": (lambda: archive({"a.txt": b"a"}), "H155: there is no text in the archive: this is no Word file"),
    "two of one name": (twice, "H155: two parts of the archive have one name"),
    "names differ in case": (lambda: with_part(GOOD, "WORD/document.xml", b"<x/>"), "H155: two parts of the archive have one name"),
    "broken byte": (broken, "H157: the part word/document.xml is damaged"),
    "no XML": (lambda: document("A fair"), "H157: the part word/document.xml is no XML: Start tag expected, '<' not found"),
    "no body": (lambda: document(root("document", "")), "H157: the part word/document.xml has no text (w:body)"),
    "NUL": (lambda: document(root("document", f"<w:body>{p('a')}</w:body>").replace(">a<", ">\0<")), "H157: the part word/document.xml is no XML: Invalid character: Char 0x0 out of allowed range"),
    "entities": (lambda: document(ENTITIES + root("document", "&b;").partition("\n")[2]), "H157: the part word/document.xml has a document type, which no word processor writes"),
    "entities in UTF-16": (lambda: document(ENTITIES + "<x/>", "utf-16"), "H157: the part word/document.xml has a document type, which no word processor writes"),
    "external entity": (lambda: document(OUTSIDE + "<x>&a;</x>"), "H157: the part word/document.xml has a document type, which no word processor writes"),
    "entities in a header": (lambda: with_part(GOOD, "word/header9.xml", (ENTITIES + "<x>&b;</x>").encode()), "H157: the part word/header9.xml has a document type, which no word processor writes"),
    "deep": (lambda: docx("<w:customXml>" * 200 + "</w:customXml>" * 200), "H156: more than 120 elements of the part word/document.xml stand in each other"),
    "very deep": (lambda: docx("<w:customXml>" * 9000 + "</w:customXml>" * 9000), "H156: more than 120 elements of the part word/document.xml stand in each other"),
    "tables in tables": (lambda: docx("<w:tbl><w:tr><w:tc>" * 9 + "</w:tc></w:tr></w:tbl>" * 9), "H156: more than 6 tables stand in each other"),
    "bomb": (lambda: bomb(64), "H156: the part word/document.xml would be 64 MiB from 64 KiB when it is unpacked"),
    "small bomb": (lambda: bomb(12), "H156: the part word/document.xml would be 12 MiB from 12 KiB when it is unpacked"),
    "many parts": (lambda: archive({f"{number}.xml": b"" for number in range(4001)}), "H156: the archive has more than 4000 parts"),
    "a long list of parts": (long_list, "H156: the archive has more than 4000 parts"),
    "many tags": (lambda: docx("".join(f'<w:p w:a="{number * 7919}"/>' for number in range(510_000))), "H156: the part word/document.xml has more than 500000 tags"),
    "a long book": (lambda: docx(p("a", "<w:r>" + "".join(f'<w:tab w:a="{number}"/>' for number in range(81_000)) + "</w:r>")), "H156: the text is longer than a book: it has too many paragraphs and changes of type"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_read_is_refused_in_these_words(case: str) -> None:
    make, expected = CASES[case]
    (found,) = read(make())
    assert found.replace(":1: error", ": error") == f"a.docx: error {expected}"


def test_a_bomb_is_refused_at_once_and_in_little_memory() -> None:
    data = bomb(64)
    tracemalloc.start()
    start = time.perf_counter()
    assert read(data)
    seconds = time.perf_counter() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 1
    assert most < 4 * 1024 * 1024


def test_a_part_that_lies_about_its_size_unpacks_to_no_more_than_it_says() -> None:
    data = bomb(3)
    honest = (3 << 20).to_bytes(4, "little")
    assert data.count(honest) == 2
    (found,) = read(data.replace(honest, (1000).to_bytes(4, "little")))
    assert found == "a.docx: error H157: the part word/document.xml is damaged"


def test_one_note_that_is_referred_to_often_is_read_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("n" * 50_000)}</w:footnote>'
    found = formats.read(
        formats.Source("a", "a.docx", docx(*[p("a", reference)] * 500, parts={"footnotes.xml": note}), "en", "sentence")
    )
    assert [unit.role for unit in found.units].count("note") == 1


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert read(docx(p("A fair", style="a"), parts={"styles.xml": styles})) == []


def test_nothing_outside_the_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file or an address was opened")

    related = (
        '<Relationship Id="P1" Type="t/image" Target="file:///etc/passwd" TargetMode="External"/>'
        '<Relationship Id="P2" Type="t/image" Target="../../../etc/passwd"/>'
        '<Relationship Id="T1" Type="t/attachedTemplate" Target="https://example.org/a.dotm" TargetMode="External"/>'
        '<Relationship Id="F1" Type="t/footnotes" Target="https://example.org/notes.xml" TargetMode="External"/>'
        '<Relationship Id="F2" Type="t/footnotes" Target="../../../../etc/passwd"/>'
    )
    pictures = "".join(
        f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:{kind}="{id}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        for kind, id in (("link", "P1"), ("embed", "P2"), ("embed", "none"))
    )
    data = docx(p("A fair", style="a3"), p(pictures, "It opened."), related=related)
    read(data)  # what the program itself loads on first use is loaded
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    found = formats.read(formats.Source("a", "a.docx", data, "en", "sentence"))
    assert [left.text for left in found.left_out] == ["passwd", "passwd", "picture"]
