"""Laws of text in pages: what a reader sees is what was written, whatever it holds; what cannot be held is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import i18n
from i18n import assemble, formats, segment
from i18n.formats.page import close_tag, open_tag
from i18n.model import Attachment, Code, LocalizedSegment, LocalizedUnit, Picture, Place, Published, UnitRef
from i18n.problems import HabarError
from i18n.publish import Edition, Leaf, Press, Site, page_files, refuse_forbidden
from i18n.publish.characters import forbidden
from i18n.publish.outline import outline
from i18n.publish.text import escape, xml_body
from i18n.publish.xmlfile import xml

TEXT = st.text(max_size=40).filter(lambda text: not forbidden(text) and "\r" not in text)
RNG = Path(i18n.__file__).parent / "data" / "bulletin.rng"
BULLETIN = "2024-01-23-turkmenistan-japan-ministers"


def documents(example, title="Title", body=("Text",)):
    """The example's first bulletin with other words."""
    units = (
        LocalizedUnit("title", "title", (LocalizedSegment("title", "en", (), (title,)),)),
        LocalizedUnit("p1", "paragraph", (LocalizedSegment("p1.s1", "en", (), body),)),
    )
    document = replace(example.localized[0].document, body=('<p id="p1">', UnitRef("p1"), "</p>"))
    return replace(example.localized[0], document=document, units=units)


def rendered(localized, title="Title"):
    row = (Edition(BULLETIN, "en", "published", "en", title, day=localized.document.day),)
    files = page_files(Press(Site({}, ("en",), "en"), {}), Leaf(localized, row))
    return {path.rpartition("/")[2]: data.decode() for path, data in files.items()}


@settings(max_examples=60, deadline=None)
@given(title=TEXT, body=TEXT)
def test_text_comes_back_from_page_and_xml_as_it_was_written(preview, title, body):
    files = rendered(documents(preview, title, (body,)), title)
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(files["index.html"])
    assert page.findtext(".//head/title") == f"{title} – 23\u00a0January 2024"
    assert (page.findtext(".//h1") or "") == title
    assert [p.text or "" for p in page.iterfind(".//div[@class='body']/p")] == [body]
    xml = etree.fromstring(files["bulletin.xml"].encode())
    assert xml.findtext("{*}title") == title
    assert xml.findtext("{*}body/{*}p/{*}s") == body


@given(st.characters() | st.characters(max_codepoint=0xA0) | st.characters(categories=["Cc", "Cs", "Cn"]))
def test_what_an_xml_parser_refuses_is_forbidden(character):
    try:
        etree.fromstring(f"<a>{escape(character)}</a>".encode())
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        assert forbidden(character) == f"U+{ord(character):04X}"


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\U0001ffff"])
def test_refused_character_is_named_with_its_place(preview, character):
    with pytest.raises(HabarError) as caught:
        refuse_forbidden(documents(preview, body=(f"a{character}b",)))
    assert [str(found) for found in caught.value.problems] == [
        f"sources/x.txt:4: error H302: p1.s1 in en holds the character U+{ord(character):04X}, which no page can hold"
    ]


@pytest.mark.parametrize("text", ["a\u00a0b", "a\tb\nc", "第\u3000一", "a\u200bb", "👋🏽", "a\u00adb"])
def test_characters_that_are_not_refused(text):
    assert forbidden(text) is None


def test_inline_codes_print_their_markup_in_the_page_and_their_names_in_the_xml(preview):
    codes = (
        "See ",
        Code(1, "open", "a", ("[",), '<a href="https://example.org/?a=1&amp;b=2">'),
        "the <law>",
        Code(1, "close", "a", ("](...)",), "</a>"),
        Code(2, "alone", "br", ("  \n",), "<br>"),
    )
    files = rendered(documents(preview, body=codes))
    assert (
        '<p id="p1">See <a href="https://example.org/?a=1&amp;b=2">the &lt;law&gt;</a><br></p>' in files["index.html"]
    )
    assert (
        '<p id="p1"><s id="p1.s1">See <code id="1" kind="open" name="a" href="https://example.org/?a=1&amp;b=2"/>'
        'the &lt;law&gt;<code id="1" kind="close" name="a"/><code id="2" kind="alone" name="br"/></s></p>'
        in files["bulletin.xml"]
    )


LAID_OUT = """# Rules

See [here](#top), <span lang="ja">外務省</span> and `a "b"`.

## Scope

3. third

   More of it.
4. fourth

- open

### Deep

| Goods | 2022 |
|-------|-----:|
| Gas   | 40   |
"""


def test_the_xml_says_where_a_text_stands_and_what_a_code_means():
    document = formats.read(formats.Source("x", "x.md", LAID_OUT.encode(), "en", "sentence"))
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    body = xml_body(localized, {}, outline(document))
    schema = etree.RelaxNG(etree.fromstring(RNG.read_bytes()))
    whole = f'<bulletin xmlns="urn:habar:bulletin:1"><title>Rules</title><body>{body}</body></bulletin>'
    assert (schema.validate(etree.fromstring(whole)), schema.error_log.last_error) == (True, None)
    assert re.findall(r'(?<=<p id=")(p\d+)"([^>]*)', body) == [
        ("p1", ""),
        ("p2", ' role="heading" level="2"'),
        ("p3", ' role="item" number="3"'),
        ("p4", ' role="item"'),
        ("p5", ' role="item" number="4"'),
        ("p6", ' role="item"'),
        ("p7", ' role="heading" level="3"'),
        ("p8", ' role="cell" row="1" column="1"'),
        ("p9", ' role="cell" row="1" column="2"'),
        ("p10", ' role="cell" row="2" column="1"'),
        ("p11", ' role="cell" row="2" column="2"'),
    ]
    assert re.findall(r"<code [^>]*>", body) == [
        '<code id="1" kind="open" name="a"/>',
        '<code id="1" kind="close" name="a"/>',
        '<code id="2" kind="open" name="span" xml:lang="ja"/>',
        '<code id="2" kind="close" name="span"/>',
        '<code id="3" kind="alone" name="code" shows="a &quot;b&quot;"/>',
    ]


def test_the_xml_names_the_files_that_readers_get(preview, online):
    photo, paper = (
        Published("media/x/a.0.png", "image/png", 10, 4, 3),
        Published("media/x/b.0.pdf", "application/pdf", 20),
    )
    place = Place("x")
    shown = Picture(place, "a.png", "p1", "", 'Photo: "MFA"', in_text=False, file=photo)
    facts = 'type="image/png" size="10" width="4" height="3" alt="p1"'
    offered = Attachment(place, "b.pdf", "p1", "ru", paper)
    for example, root in ((preview, "../../../../../"), (online, "https://news.example.org/mfa/")):
        localized = example.localized[0]
        hidden = replace(shown, file=None)
        document = replace(localized.document, pictures=(hidden, shown), attachments=(offered,))
        leaf = Leaf(replace(localized, document=document), example.table.of(document.id))
        made = xml(Press(example.site, {}), leaf)[f"{leaf.edition.address}bulletin.xml"].decode()
        schema = etree.RelaxNG(etree.fromstring(RNG.read_bytes()))
        assert (schema.validate(etree.fromstring(made.encode())), schema.error_log.last_error) == (True, None)
        assert re.findall("<(?:picture|attachment) .*", made) == [
            f'<picture href="{root}media/x/a.0.png" {facts} credit="Photo: &quot;MFA&quot;"/>',
            f'<attachment href="{root}media/x/b.0.pdf" type="application/pdf" size="20" title="p1" xml:lang="ru"/>',
        ]


def test_the_frame_of_a_wide_table_has_a_name_in_the_language_of_the_page(preview):
    localized = next(each for each in preview.localized if each.locale == "ru")
    table = (open_tag("table", {}), "<tr><td>", UnitRef("p1"), "</td></tr>", close_tag("table"))
    localized = replace(localized, document=replace(localized.document, body=table))
    leaf = Leaf(localized, preview.table.of(localized.document.id))
    page = page_files(Press(preview.site, preview.words), leaf)[f"{leaf.edition.address}index.html"].decode()
    frame = html5lib.parse(page, namespaceHTMLElements=False).find(".//div[@class='wide']")
    assert frame.attrib == {"class": "wide", "role": "group", "aria-label": "Таблица", "tabindex": "0"}
    assert frame[0].tag == "table"


def test_passage_in_another_direction_says_so(preview):
    localized = documents(preview)
    unit = LocalizedUnit("p1", "paragraph", (LocalizedSegment("p1.s1", "fa", (), ("متن",)),))
    page = rendered(replace(localized, units=(localized.units[0], unit)))["index.html"]
    assert (
        '<p id="p1"><span class="untranslated" lang="fa" dir="rtl">'
        '<small class="label" lang="en" dir="ltr">not yet translated</small> متن</span></p>' in page
    )


def test_place_of_a_refused_title_is_its_own(preview):
    localized = documents(preview, title="a\x07")
    assert localized.document.units[0].place == Place("sources/x.txt", 3)
    with pytest.raises(HabarError, match=r"sources/x\.txt:3: error H302: title in en holds the character U\+0007"):
        refuse_forbidden(localized)
