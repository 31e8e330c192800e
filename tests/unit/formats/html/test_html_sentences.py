"""What stands inside a sentence of HTML and is no word of it: programs, comments, readings over letters, choices."""

from __future__ import annotations

import pytest

from i18n import assemble, content, formats, segment
from i18n.model import Document


def read(text: str) -> Document:
    return formats.read(formats.Source("x", "x.html", text.encode(), "ja", "paragraph"))


@pytest.mark.parametrize(
    ("source", "msgids", "left"),
    [
        ("<p>Then <script>f()</script> go.</p>", ["Then <script/> go."], [("script", "f()")]),
        ("<p><style>a{}</style>Go on.<script>f()</script></p>", ["Go on."], [("style", "a{}"), ("script", "f()")]),
        ("<p>A <!-- c --> b.</p>", ["A b."], [("comment", "c")]),
        ("<p>A <font color=red>b</font> <tt>c</tt> <st1:City w:st='on'>d</st1:City>.<o:p></o:p></p>",
         ["A <font>b</font> <tt>c</tt> <city>d</city>."], []),
        ("<p><b><span lang=EN>A<o:p></o:p></span></b></p><p><o:p>&nbsp;</o:p></p>", ["A"], []),
        ("<p><![if !supportLists]><span style='mso-list:Ignore'>1.<i> </i></span><![endif]><i>A</i> b</p>",
         ["<span/><i>A</i> b"], [("comment", "[if !supportLists]"), ("list mark", "1."), ("comment", "[endif]")]),
        ("<p>A <?php echo 1 ?> b.</p>", ["A b."], [("comment", "php echo 1")]),
        ("<p>A <![if !vml]><b>b</b><![endif]> c.</p>", ["A <b>b</b> c."], [("comment", "[if !vml]"), ("comment", "[endif]")]),
        ("<!DOCTYPE html><?xml version='1.0'?><p>A</p> <p>b <a title='c d", ["A", "b"], [
            ("comment", "xml version='1.0'"), ("tag without an end", "<a title='c d")]),
        ("<p><ruby>東京<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>へ</p>", ["東京へ"], [("ruby", "("), ("ruby", "とう"), ("ruby", ")")]),
        ("<p>次の<ruby>\n会<rt>かい<rt>x</ruby>は</p>", ["次の会は"], [("ruby", "かい"), ("ruby", "x")]),
        ("<p><ruby>\n京<rt>きょう</rt> </ruby></p>", ["京"], [("ruby", "きょう")]),
        ('<p><a href="x"><ruby>都<rt>と</rt></ruby></a>は</p>', ["<a>都</a>は"], [("ruby", "と")]),
        ("<p translate=no><ruby>京<rt>きょう</rt></ruby></p><p>A</p>", ["A"], [("translate=no", "京"), ("translate=no", "きょう")]),
        ("<p>Choose <select><option>One<option>Two</select> of them.</p>", ["Choose <select/> of them.", "One", "Two"], []),
        ("<p><select><option>One</option></select></p>", ["One"], []),
    ],
)  # fmt: skip
def test_a_sentence_is_not_cut(source: str, msgids: list[str], left: list[tuple[str, str]]) -> None:
    document = read(source)
    assert [content.msgid(unit.content) for unit in document.units] == msgids
    assert [(each.rule, each.text) for each in document.left_out] == left


@pytest.mark.parametrize(
    ("source", "msgid", "msgstr", "written"),
    [
        ("<p>A <script>f()</script> b.</p>", "A <script/> b.", "Б <script/> а.", "<p>Б <script>f()</script> а.</p>"),
        ("<p>A <!-- c --> b.</p>", "A b.", "А б.", "<p><!-- c -->А б.</p>"),
        ("<p>A <b><!-- c -->b</b> d.</p>", "A <b>b</b> d.", "Д <b>б</b> а.", "<p>Д <b><!-- c -->б</b> а.</p>"),
        ("<p>A <b>b</b><!-- c --><?p?> d.</p>", "A <b>b</b> d.", "<b>Б</b> а.", "<p><b>Б</b><!-- c --><?p?> а.</p>"),
        ("<p>A <!-- c --><b>b</b> d.</p>", "A <b>b</b> d.", "Д <b>б</b> а.", "<p>Д <!-- c --><b>б</b> а.</p>"),
        ("<p>A<!-- c --> d<br><!-- e -->f.</p>", "A d<br/>f.", "А д<br/>ф.", "<p><!-- c -->А д<br><!-- e -->ф.</p>"),
        ("<p>A <b>b</b><!-- c --><i>d</i></p>", "A <b>b</b><i>d</i>", "<i>Д</i> <b>б</b>", "<p><i>Д</i> <b>б</b><!-- c --></p>"),
        ("<p><ruby>東<rt>とう</rt></ruby>へ。</p>", "東へ。", "На восток.", "<p>На восток.</p>"),
        ("<p>A <select><option>B</select> c</p>", "A <select/> c", "<select/> а", "<p><select><option>B</select> а</p>"),
    ],
)  # fmt: skip
def test_a_translation_goes_around_it(source: str, msgid: str, msgstr: str, written: str) -> None:
    document = read(source)
    cut = segment.cut(document)
    assert formats.write(assemble.localize(document, cut, {}, "ru")).decode() == source
    localized = assemble.localize(document, cut, {(None, msgid): msgstr}, "ru")
    assert formats.write(localized).decode() == written


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>Old</title><p class=MsoTitle>The title</p><p>Text.</p>", "The title"),
        ("<title>Old</title><p class='MsoTitle x'><b>The</b> title</p><p>Text.</p>", "<b>The</b> title"),
        ("<title>Old</title><p class=MsoTitle>Office</p><h1>The title</h1>", "The title"),
        ("<title>The title</title><p class=MsoTitles>Text.</p><p>MsoTitle</p>", "The title"),
    ],
)
def test_the_title_in_a_page_that_word_saved(source: str, title: str) -> None:
    unit = read(source).unit("title")
    assert unit is not None
    assert content.msgid(unit.content) == title


@pytest.mark.parametrize(
    ("meta", "is_text"),
    [
        ('itemprop="description"', True), ('itemprop="Headline"', True), ('name="dcterms.title"', True),
        ('property="article:section"', True), ('name="news_keywords"', True), ('itemprop="url"', False),
        ('name="generator"', False), ('name="viewport"', False),
    ],
)  # fmt: skip
def test_what_the_head_of_a_page_says_to_readers(meta: str, is_text: bool) -> None:
    document = read(f'<meta {meta} content="Some words"><h1>A title</h1><p>Text.</p>')
    assert ("Some words" in [content.msgid(unit.content) for unit in document.units]) == is_text


@pytest.mark.parametrize(
    ("tag", "msgids"),
    [
        ('<input type="submit" value="Send">', ["Send"]),
        ('<input value="Your name">', ["Your name"]),
        ('<input type="Search" value="Find here" placeholder="Find">', ["Find here", "Find"]),
        ('<input type="hidden" value="x1">', []),
        ('<input type="checkbox" value="yes">', []),
    ],
)
def test_the_value_that_a_reader_sees_is_a_unit(tag: str, msgids: list[str]) -> None:
    document = read(f"<form>{tag}</form>")
    assert [content.msgid(unit.content) for unit in document.units] == msgids
