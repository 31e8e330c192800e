"""News items in NewsML-G2 and ninjs: valid by their schemas and habar's rules, whatever a bulletin holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from i18n import assemble, formats, segment
from i18n.model import Code, LocalizedDocument, LocalizedSegment, LocalizedUnit, Role, UnitRef
from i18n.publish import Leaf, Press, Site, frame_messages
from i18n.publish.blocks import HTML, NITF, blocks
from i18n.publish.characters import forbidden
from i18n.publish.newsitem import CORRECTED, LAGS, MACHINE, PROVISIONAL
from i18n.publish.newsml import newsml
from i18n.publish.ninjs import ninjs
from i18n.publish.outline import Spot, outline
from i18n.publish.text import escape, together, xml_body
from tests.conftest import shared
from tests.unit.publish.newsitems import G2, LANG, faults, own_faults

PROFILE = Path(__file__).parent / "ninjs-profile.schema.json"
HOSTILE = ["]]>", "</headline></newsItem>", "<![CDATA[", "&#0;", '"}],', "\\u0000", "\u202e", "</script>", "%(body)s"]
TEXT = st.text(max_size=12).filter(lambda text: not forbidden(text) and "\r" not in text)
MARKUP = [
    "<em>",
    "<strong>",
    "<a>",
    '<a href="https://example.org/?a=1&amp;b=2">',
    '<a href="#p1">',
    "<sup>",
    "<ruby>",
    '<span lang="ja">',
    '<i lang="fr">',
    "",
]


@pytest.fixture(scope="session")
def schemas() -> Path:
    return shared("schemas")


@pytest.fixture(scope="session")
def profile() -> Draft202012Validator:
    schema = json.loads(PROFILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@st.composite
def codes(draw):
    """A segment's text with codes that may be anything: unpaired, crossing, unknown, around nothing."""
    parts = draw(st.lists(TEXT, min_size=1, max_size=4))
    content = []
    for text in parts:
        number, kind = draw(st.integers(1, 3)), draw(st.sampled_from(["open", "close", "alone"]))
        html = (
            draw(st.sampled_from(MARKUP))
            if kind == "open"
            else draw(st.sampled_from(["</em>", "<br>", "<sup>1</sup>"]))
        )
        content += [text, Code(number, kind, "x", ("?",), html, draw(st.sampled_from(["", "ISO <9001>"])))]
    return tuple(part for part in content if part)


@st.composite
def texts(draw):
    """Units of every role in English and Russian, well or badly marked up."""
    units = []
    for number, role in enumerate(draw(st.lists(st.sampled_from(get_args(Role)), max_size=6)), 1):
        segments = tuple(
            LocalizedSegment(f"p{number}.s{index}", draw(st.sampled_from(["en", "ru"])), draw(st.just((" ",))), content)
            for index, content in enumerate(draw(st.lists(codes(), min_size=1, max_size=3)), 1)
        )
        if role not in ("title", "date"):
            units.append(LocalizedUnit(f"p{number}", role, segments))
    return tuple(units)


def leaf_of(example, title="A fair", units=None, **values):
    """The example's first bulletin in English, with other words."""
    leaf = example.leaf(example.localized[0])
    row = tuple(each._replace(title=title, **values) if each.locale == "en" else each for each in leaf.row)
    localized = leaf.localized
    if units is not None:
        shown = replace(localized.document, body=tuple(UnitRef(unit.id) for unit in units))
        localized = replace(localized, units=units, document=shown)
    return Leaf(localized, row)


def item(example, leaf, site=None):
    return newsml(Press(site or example.site, {}), leaf)[leaf.edition.address + "newsml.xml"]


def data(example, leaf, site=None):
    return json.loads(ninjs(Press(site or example.site, {}), leaf)[leaf.edition.address + "ninjs.json"])


def test_every_item_of_the_example_is_valid(online, schemas, profile):
    files = online.files()
    items = {path: made for path, made in files.items() if path.endswith("newsml.xml")}
    assert len(items) == sum(bool(row.day) for rows in online.table.rows() for row in rows if row.published) == 6
    for path, made in items.items():
        assert (path, faults(schemas, made)) == (path, [])
        other = json.loads(files[path.replace("newsml.xml", "ninjs.json")])
        assert (path, [error.message for error in profile.iter_errors(other)]) == (path, [])


def test_items_pages_and_table_agree(online):
    files, base = online.files(), online.site.base_url
    for row in online.table.rows():
        readable = {edition.locale: edition for edition in row if edition.published and edition.day}
        for locale, edition in readable.items():
            tree = etree.fromstring(files[edition.address + "newsml.xml"])
            other = json.loads(files[edition.address + "ninjs.json"])
            page = html5lib.parse(files[edition.address + "index.html"], namespaceHTMLElements=False)
            named = {link.get("type"): link.get("href") for link in page.iterfind("head/link[@rel='alternate']")}
            assert named["application/vnd.iptc.g2.newsitem+xml"] == "newsml.xml"
            assert named["application/json"] == "ninjs.json"
            heading = "".join(page.find(".//h1").itertext()).replace("\u00a0", " ")  # typography is of pages alone
            assert tree.findtext(f"{G2}contentMeta/{G2}headline") == other["headlines"][0]["value"] == heading
            assert tree.get("guid") == other["uri"] == f"tag:news.example.org,2026:{locale}/{edition.bulletin}"
            links = {
                (link.find(G2 + "language").get("tag"), link.get("residref"), link.get("reluri"), link.get("href"))
                for link in tree.iterfind(f"{G2}itemMeta/{G2}link")
            }
            wanted = readable.keys() - {locale} if locale == edition.source else {edition.source} & readable.keys()
            relation = "workTranslation" if locale == edition.source else "translationOfWork"
            assert links == {
                (
                    tag,
                    f"tag:news.example.org,2026:{tag}/{edition.bulletin}",
                    f"https://schema.org/{relation}",
                    f"{base}{readable[tag].address}newsml.xml",
                )
                for tag in wanted
            }
            assert {(found["language"], found["uri"], found["name"]) for found in other.get("associations", [])} == {
                (tag, f"tag:news.example.org,2026:{tag}/{edition.bulletin}", readable[tag].title) for tag in wanted
            }
            for found in (*links, *((r["href"],) for r in other["renditions"])):
                assert found[-1].removeprefix(base) in files or found[-1].removeprefix(base) + "index.html" in files


def test_what_has_no_day_and_what_has_no_address_are_no_news(online, preview):
    assert not [path for path in online.files() if path.startswith("tk/about-these-pages/news")]
    assert b"newsml" not in online.files()["tk/about-these-pages/index.html"]
    assert not [path for path in preview.files() if path.endswith(("newsml.xml", "ninjs.json"))]


def test_a_correction_is_the_next_version_of_the_same_item(online):
    first, second = leaf_of(online), leaf_of(online, revised=date(2024, 2, 1), version=2)
    before, after = (etree.fromstring(item(online, leaf)) for leaf in (first, second))
    assert before.get("guid") == after.get("guid")
    assert (before.get("version"), after.get("version")) == ("1", "2")
    moments = [
        [tree.findtext(f"{G2}itemMeta/{G2}{name}") for name in ("firstCreated", "versionCreated")]
        for tree in (before, after)
    ]
    day = "2024-01-23T00:00:00+05:00"
    assert moments == [[day, day], [day, "2024-02-01T00:00:00+05:00"]]
    assert data(online, second)["version"] == "2"
    assert data(online, second)["versionCreated"] == "2024-02-01T00:00:00+05:00"


def test_what_was_withdrawn_is_canceled_in_the_next_version_and_has_no_text(online, schemas, profile):
    title = example_title(online)
    leaf = leaf_of(
        online, units=title, state="withdrawn", revised=date(2024, 3, 1), note="Sent by mistake.", summary="", version=2
    )
    made = item(online, leaf)
    assert faults(schemas, made) == []
    tree = etree.fromstring(made)
    assert (tree.get("version"), tree.find(f"{G2}itemMeta/{G2}pubStatus").get("qcode")) == ("2", "stat:canceled")
    assert tree.findtext(f"{G2}itemMeta/{G2}edNote") == "Sent by mistake."
    assert tree.find(G2 + "contentSet") is None
    assert list(tree.iterfind(f"{G2}itemMeta/{G2}link")) != []  # its translations can still be read
    other = data(online, leaf)
    assert list(profile.iter_errors(other)) == []
    assert (other["pubStatus"], other["version"], other["edNote"]) == ("canceled", "2", "Sent by mistake.")
    assert other["versionCreated"] == "2024-03-01T00:00:00+05:00"


def told(localized, vocabulary, **spots):
    """The text of a news item in one of its vocabularies. What is given no spot stands in no list."""
    where = {unit.id: spots.get(unit.id, Spot()) for unit in localized.units}
    return blocks(localized, together(localized.running, escape), where, vocabulary)


def example_title(example):
    return example.localized[0].units[:1]


def test_agencies_are_told_what_the_notices_of_the_page_say(online, schemas, profile):
    words = {message.msgid for message in frame_messages()}
    assert {PROVISIONAL, MACHINE, CORRECTED, LAGS} <= words
    leaf = online.leaf(next(text for text in online.localized if text.locale == "ru"))
    late = {
        "lag": date(2024, 2, 1),
        "note": "Corrected: <1>",
        "note_locale": "en",
        "version": 2,
        "provisional": True,
        "machine": True,
    }
    row = tuple(each._replace(**late) if each.locale == "ru" else each for each in leaf.row)
    leaf = Leaf(leaf.localized, row)
    made = newsml(Press(online.site, online.words), leaf)[leaf.edition.address + "newsml.xml"]
    assert faults(schemas, made) == []
    notes = [(node.text, node.get(LANG)) for node in etree.fromstring(made).iter(G2 + "edNote")]
    assert notes == [
        ("Неофициальный перевод", None),
        ("Часть текста переведена автоматически.", None),
        ("Исходный текст исправлен 1 февраля 2024\u00a0г.", None),
        ("В этом переводе исправление пока не учтено.", None),
        ("Corrected: <1>", "en"),
    ]
    other = json.loads(ninjs(Press(online.site, online.words), leaf)[leaf.edition.address + "ninjs.json"])
    assert list(profile.iter_errors(other)) == []
    assert other["edNote"].split("\n") == [text for text, _ in notes]
    [kind] = etree.fromstring(made).iter(G2 + "digitalSourceType")
    assert kind.get("uri") == other["digitalSourceType"]["uri"]


def test_passages_in_another_language_say_so(online):
    [path] = [path for path in online.files() if path.startswith("ru/2024") and path.endswith("newsml.xml")]
    tree = etree.fromstring(online.files()[path])
    other = {
        (node.tag.rpartition("}")[2], node.get(LANG)) for node in tree.iter() if node.get(LANG) not in (None, "ru")
    }
    assert other == {("lang", "en")}
    whole = LocalizedUnit("p1", "paragraph", (LocalizedSegment("p1.s1", "ru", (), ("Текст",)),))
    leaf = leaf_of(online, units=(whole,))
    assert told(leaf.localized, NITF) == '<p id="p1" xml:lang="ru">Текст</p>'
    assert told(leaf.localized, HTML) == '<p id="p1" lang="ru">Текст</p>'


def test_blocks_keep_what_the_vocabulary_has():
    link = Code(1, "open", "a", ("[",), '<a href="https://example.org/?a=1&amp;b=2">')
    text = (link, "law", link._replace(kind="close", html="</a>"), Code(2, "alone", "br", ("",), "<br>"))
    keep = (
        Code(3, "alone", "keep", ("",), "ISO 9001", "ISO 9001"),
        Code(4, "open", "a", ("",), '<a href="#p9">'),
        "here",
    )
    close = (Code(4, "close", "a", ("",), "</a>"),)
    units = [
        LocalizedUnit("p1", "heading", (LocalizedSegment("p1.s1", "en", (), ("Of <laws>",)),)),
        LocalizedUnit("p2", "item", (LocalizedSegment("p2.s1", "en", (), text),)),
        LocalizedUnit("p3", "item", (LocalizedSegment("p3.s1", "en", (), (*keep, *close)),)),
        LocalizedUnit("p4", "quote", (LocalizedSegment("p4.s1", "en", (), ("Well.",)),)),
    ]
    localized = LocalizedDocument(None, "en", tuple(units))
    assert told(localized, NITF) == (
        '<hl2 id="p1">Of &lt;laws&gt;</hl2>\n<ul>\n'
        '<li id="p2"><a href="https://example.org/?a=1&amp;b=2">law</a><br/></li>\n<li id="p3">ISO 9001here</li>\n</ul>\n'
        '<bq><block><p id="p4">Well.</p></block></bq>'
    )


def test_what_describes_an_image_is_no_text_of_a_news_item():
    said = {"image1-alt": ("label", "A red carpet."), "image1-caption": ("caption", "The largest carpet.")}
    units = [
        LocalizedUnit(id, role, (LocalizedSegment(f"{id}.s1", "en", (), (text,)),)) for id, (role, text) in said.items()
    ]
    localized = LocalizedDocument(None, "en", tuple(units))
    for vocabulary in (NITF, HTML):
        assert told(localized, vocabulary) == '<p id="image1-caption" class="caption">The largest carpet.</p>'


def test_a_passage_in_another_language_inside_a_sentence_says_so():
    start, end = Code(1, "open", "span", ("?",), '<span lang="ja">'), Code(1, "close", "span", ("?",), "</span>")
    italic, done = Code(2, "open", "i", ("?",), '<i lang="fr">'), Code(2, "close", "i", ("?",), "</i>")
    segment = LocalizedSegment("p1.s1", "en", (), (start, "外務省", end, " is a ", italic, "ministère", done))
    localized = LocalizedDocument(None, "en", (LocalizedUnit("p1", "paragraph", (segment,)),))
    wanted = '<p id="p1"><lang xml:lang="ja">外務省</lang> is a <em xml:lang="fr">ministère</em></p>'
    assert told(localized, NITF) == wanted
    assert told(localized, HTML) == '<p id="p1"><span lang="ja">外務省</span> is a <i lang="fr">ministère</i></p>'


OWN = 'xmlns="urn:habar:bulletin:1" xml:lang="en"'
LISTS = """# Rules

Intro.

## Scope

3. third
4. fourth

   More of fourth.
   - inner
5. fifth

- open

### End

![Hall](hall.png)
"""


def test_items_keep_their_numbers_and_headings_their_levels():
    document = formats.read(formats.Source("x", "x.md", LISTS.encode(), "en", "sentence"))
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    spots = outline(document)
    assert blocks(localized, {}, spots, NITF) == (
        '<p id="p1">Intro.</p>\n<hl2 id="p2">Scope</hl2>\n'
        '<ol seqnum="3">\n<li id="p3">third</li>\n<li id="p4">fourth</li>\n</ol>\n<p id="p5">More of fourth.</p>\n'
        '<ul>\n<li id="p6">inner</li>\n</ul>\n<ol seqnum="5">\n<li id="p7">fifth</li>\n</ol>\n'
        '<ul>\n<li id="p8">open</li>\n</ul>\n<hl2 id="p9">End</hl2>'
    )
    made = blocks(localized, {}, spots, HTML)
    assert '<h2 id="p2">Scope</h2>' in made
    assert '<h3 id="p9">End</h3>' in made
    assert '<ol start="3">' in made


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("x.md", "# Rules\n\nOne[^b] and two[^a].\n\n[^a]: Of two.\n\n[^b]: Of one.\n"),
        ("x.xml", f"<bulletin {OWN}><title>Rules</title><body><p>One<note>Of one.</note> and two<note>Of two.</note>.</p></body></bulletin>"),
    ],
)  # fmt: skip
def test_a_footnote_and_its_mark_have_one_number(name, source):
    document = formats.read(formats.Source("x", name, source.encode(), "en", "paragraph"))
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    made = blocks(localized, together(localized.running, escape), outline(document), NITF)
    assert re.sub(' id="[^"]*"', "", made) == (
        '<p>One[1] and two[2].</p>\n<p class="note">[1] Of one.</p>\n<p class="note">[2] Of two.</p>'
    )
    assert "One<sup>1</sup> and two<sup>2</sup>." in blocks(localized, {}, outline(document), HTML)
    body = xml_body(localized, {}, outline(document))
    assert (
        re.findall('role="note"( number="."|)', body) == [' number="1"', ' number="2"'][:: 1 if "xml" in name else -1]
    )
    assert re.findall('shows="(.)"', body) == ["1", "2"]


def test_a_pair_that_a_translator_repeated_inside_itself_is_closed_as_often() -> None:
    start, end = (Code(1, kind, "b", ("?",), f"<{slash}strong>") for kind, slash in (("open", ""), ("close", "/")))
    segment = LocalizedSegment("p1.s1", "en", (), (start, "a", start, "b", end, "c", end))
    localized = LocalizedDocument(None, "en", (LocalizedUnit("p1", "paragraph", (segment,)),))
    assert told(localized, HTML) == '<p id="p1"><strong>a<strong>b</strong>c</strong></p>'


def test_a_link_that_a_translator_repeated_inside_itself_is_one_link() -> None:
    start, end = (
        Code(1, kind, "a", ("?",), html) for kind, html in (("open", '<a href="https://x.tm">'), ("close", "</a>"))
    )
    segment = LocalizedSegment("p1.s1", "en", (), (start, "a", start, "b", end, "c", end, start, "d", end))
    localized = LocalizedDocument(None, "en", (LocalizedUnit("p1", "paragraph", (segment,)),))
    assert told(localized, HTML) == '<p id="p1"><a href="https://x.tm">abc</a><a href="https://x.tm">d</a></p>'


@settings(max_examples=60, deadline=None)
@given(title=TEXT.filter(bool), units=texts())
def test_every_text_makes_valid_items(online, schemas, profile, title, units):
    leaf = leaf_of(online, title, units, summary=title)
    made = item(online, leaf)
    assert faults(schemas, made) == []
    assert etree.fromstring(made).findtext(f"{G2}contentMeta/{G2}headline") == title
    other = data(online, leaf)
    assert [error.message for error in profile.iter_errors(other)] == []
    told = [unit for unit in units if unit.role != "label"]
    assert ("bodies" in other) == bool(told)
    assert other["headlines"][0]["value"] == other["descriptions"][0]["value"] == title
    if told:
        html5lib.HTMLParser(strict=True).parseFragment(other["bodies"][0]["value"])


CELLS = [
    "",
    "x",
    "<p>x</p><p>y</p>",
    "<ul><li>x</li><li>y</li></ul>",
    "<h3>x</h3>y",
    "<table><tr><td>x</table>z",
    "x<br>y",
]
CELL = st.builds(
    '<{0} colspan="{1}" rowspan="{2}">{3}</{0}>'.format,
    st.sampled_from(["td", "th"]), st.integers(0, 3), st.integers(0, 3), st.sampled_from(CELLS),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, max_size=4).map("".join), max_size=4))
def test_every_table_makes_valid_items(online, schemas, rows):
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    source = f"<h1>A fair</h1><p>Text.</p><table><caption>Of it</caption>{table}</table><ol><li>End</li></ol>"
    document = formats.read(formats.Source("x", "x.html", source.encode(), "en", "sentence"))
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    leaf = Leaf(localized, leaf_of(online, "A fair").row)
    made = item(online, leaf)
    assert faults(schemas, made) == []
    told = {unit.id for unit in localized.units if unit.role != "title"}
    assert set(re.findall(' id="(p[0-9]+)"', made.decode())) == told
    html5lib.HTMLParser(strict=True).parseFragment(data(online, leaf)["bodies"][0]["value"])


def test_a_table_keeps_its_rows_and_the_places_of_its_cells():
    rows = "<tr><th rowspan=2>A<th colspan=2>B<tr><td>C<td>D<tr><td><td>E<td><p>F</p><p>G</p>"
    source = f"<h1>T</h1><p>Text.</p><table>{rows}</table><table><tr><td>H</table>"
    document = formats.read(formats.Source("x", "x.html", source.encode(), "en", "sentence"))
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    made = re.sub(' id="p[0-9]+"| class="cell"', "", blocks(localized, {}, outline(document), NITF))
    assert made == (
        "<p>Text.</p>\n<table>\n<tr><th><p>A</p></th><th><p>B</p></th></tr>\n<tr><td></td><td><p>C</p></td><td><p>D</p></td></tr>\n"
        "<tr><td></td><td><p>E</p></td><td><p>F</p><p>G</p></td></tr>\n</table>\n<table>\n<tr><td><p>H</p></td></tr>\n</table>"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_text(online, schemas, profile, title):
    leaf = leaf_of(online, title, summary=title)
    assert faults(schemas, item(online, leaf)) == []
    other = data(online, leaf)
    assert (other["headlines"][0]["value"], other["descriptions"][0]["value"]) == (title, title)
    assert list(profile.iter_errors(other)) == []


def test_a_publisher_without_a_name_is_an_address(online, schemas, profile):
    site = Site({}, online.site.locales, "en", online.site.base_url)
    leaf = leaf_of(online)
    assert faults(schemas, item(online, leaf, site)) == []
    assert list(profile.iter_errors(data(online, leaf, site))) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('<catalogRef href="http://www.iptc.org', '<catalogRef href="http://x.example', "no catalog"),
        ("stat:usable", "state:usable", "state:usable: not in the catalog"),
        ("stat:usable", "stat:withheld", "['stat:withheld']: no status"),
        ('guid="tag:', 'guid="http:', "no name with the language"),
        ('<language tag="en"/>\n', '<language tag="ru"/>\n', "another language inside"),
        ('version="1"', 'version="0"', "no version"),
        ("</headline>", "!</headline>", "another headline above the text"),
        ('<p id="p2">', "<p>", "a paragraph without its id"),
        ('<body xml:lang="en">', '<body xml:lang="ru">', "the text is in another language"),
    ],
)
def test_own_rules_find_what_the_schemas_let_pass(online, old, new, fault):
    made = item(online, leaf_of(online)).decode()
    assert made.count(old) >= 1
    assert list(own_faults(etree.fromstring(made.encode()))) == []
    found = list(own_faults(etree.fromstring(made.replace(old, new).encode())))
    assert any(fault in each for each in found), found


@pytest.mark.parametrize(
    ("old", "new"), [("<body.content>", "<body.text>"), ("<itemClass", "<itemKlass"), ("hl1", "hl9")]
)
def test_schemas_read_the_text_inside(online, schemas, old, new):
    made = item(online, leaf_of(online)).decode()
    assert faults(schemas, made.replace(old, new).replace(old.replace("<", "</"), new.replace("<", "</")).encode())
