"""HTML inside a paragraph: programs are no text, comments are kept, and no translation adds to either."""

from __future__ import annotations

import pytest

from i18n import assemble, content, formats, segment
from i18n.model import Code, Document


def read(text: str) -> Document:
    return formats.read(formats.Source("x", "x.md", text.encode(), "en", "paragraph"))


def asked(document: Document) -> list[str]:
    return [content.msgid(unit.content) for unit in document.units]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(left.rule, left.text) for left in document.left_out]


@pytest.mark.parametrize(
    ("text", "msgid", "code", "left"),
    [
        ("Hi <script>alert(1)</script> end.", "Hi <script/> end.", "<script>alert(1)</script>", ("script", "alert(1)")),
        ("Hi <style>*{a:b}</style> *e*", "Hi <style/> <em>e</em>", "<style>*{a:b}</style>", ("style", "*{a:b}")),
        ("A <SCRIPT t='>'>// [b\nx](c)</Script > d", "A <script/> d", "<SCRIPT t='>'>// [b\nx](c)</Script >", ("script", "// [b x](c)")),
        ("> A <script>b\n> c</script> d", "A <script/> d", "<script>b\n> c</script>", ("script", "b c")),
        ("A <script>b *c* </scripts>\n\n*D*", "A <script/>", "<script>b *c* </scripts></script>", ("script", "b *c* </scripts>")),
        ("A <script/> b", "A <script/>", "<script/> b</script>", ("script", "b")),
        ("A <iframe src=x>*b*</iframe> c", "A <iframe/> c", "<iframe src=x>*b*</iframe>", ("iframe", "*b*")),
        ("A <textarea>*b* c</textarea> d", "A <textarea/> d", "<textarea>*b* c</textarea>", ("textarea", "*b* c")),
        ("[a <script>](b)</script> c", "[a <script/> c", "<script>](b)</script>", ("script", "](b)")),
    ],
)  # fmt: skip
def test_a_program_is_one_code(text: str, msgid: str, code: str, left: tuple[str, str]) -> None:
    document = read(text)
    assert asked(document)[0] == msgid
    found = next(part for part in document.units[0].content if isinstance(part, Code) and part.markup == (code,))
    assert (found.kind, found.name, found.html, found.shows) == ("alone", left[0], "", "")
    assert left_out(document)[0] == left


def test_texts_in_attributes_of_tags_are_reported() -> None:
    document = read(
        'A <a title="the law" href="x y" lang=ru>b</a> <img alt="a &amp; b" src=c.png> <b class="d e" title="">f</b>\n'
    )
    assert asked(document) == ["A <a>b</a> <img/> <b>f</b>"]
    assert left_out(document) == [("attribute title", "the law"), ("attribute alt", "a & b")]


def test_a_program_in_a_cell_and_without_text_around_it() -> None:
    document = read("| a | <script>x\\|y</script> |\n|---|---|\n\n*<script>z</script>*\n")
    assert asked(document) == ["a"]
    assert ("script", "x|y") in left_out(document)
    assert ("script", "z") in left_out(document)


@pytest.mark.parametrize(
    ("source", "msgid", "msgstr", "written"),
    [
        ("Text <!-- comment --> more", "Text more", "Текст дальше", "Текст дальше<!-- comment -->"),
        ("<b>*A <!-- x --> b*</b>", "A b", "А б", "<b>*А б<!-- x -->*</b>"),
        ("> A <!-- x\n> y --> b <!--z-->", "A b", "А б", "> А б<!-- x y --><!--z-->"),
        ("| A <!-- x\\|y --> b |\n|---|", "A b", "А б", "| А б<!-- x\\|y --> |\n|---|"),
        ('| A <b title="x\\|y">b</b> c |\n|---|', "A <b>b</b> c", "А <b>б</b> в", '| А <b title="x\\|y">б</b> в |\n|---|'),
        ("[A <!-- x --> b](/u)", "A b", "А б", "[А б<!-- x -->](/u)"),
        ("Hi <script>// a\nf()</script> b", "Hi <script/> b", "Б <script/>", "Б <script>// a\nf()</script>"),
        ("A b. <style>c", "A b. <style/>", "<style/>А б.", "&#32;<style>c</style>А б."),
        ("A <span onclick='f()'>b</span>", "A <span>b</span>", "А <span>y</span><span>z</span>",
         "А <span onclick='f()'>y</span>\\<span>z\\</span>"),
    ],
)  # fmt: skip
def test_the_translated_text(source: str, msgid: str, msgstr: str, written: str) -> None:
    document = read(source)
    localized = assemble.localize(document, segment.cut(document), {(None, msgid): msgstr}, "ru")
    assert formats.write(localized).decode() == written


def test_a_comment_is_left_out_of_the_text() -> None:
    document = read("# T\n\nText <!-- comment --> more\nand <!-- two\nlines --> more\n")
    assert asked(document) == ["T", "Text more and more"]
    assert [(left.place.line, left.rule, left.text) for left in document.left_out] == [
        (3, "comment", "comment"),
        (4, "comment", "two lines"),
    ]


def test_a_comment_in_the_text_of_an_image_is_reported() -> None:
    document = read("# T\n\n![A <!-- c --> b](x.png)\n")
    assert asked(document) == ["T", "A b"]
    assert left_out(document) == [("comment", "c")]
