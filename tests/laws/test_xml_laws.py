"""The laws of XML: any document comes back, in Canonical XML and byte for byte, and translations are text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from i18n import assemble, content, extract, formats, segment
from i18n.formats.its import cost
from i18n.formats.its.size import size_of
from i18n.formats.its.tokens import tokens
from i18n.model import Document, Key, UnitMode

law = settings(max_examples=60, deadline=None)

RULES = b"""<its:rules xmlns:its="http://www.w3.org/2005/11/its" version="2.0"><its:withinTextRule
 selector="//*[local-name() = 'i' or local-name() = 'b']" withinText="yes"/><its:withinTextRule
 selector="//*[local-name() = 'fn']" withinText="nested"/><its:translateRule selector="//*[local-name() = 'code']"
 translate="no"/><its:translateRule selector="//@alt" translate="yes"/></its:rules>"""
DECLARED = '<!DOCTYPE x [\n  <!-- ]> " -->\n  <!ENTITY own "Ministry of \'Trade\'">\n  <!ENTITY one \'a "b" &#233;\'>\n  <?pi ]> ?>\n  <!ATTLIST i kind CDATA "usual">\n]>'
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "iso-8859-1", "windows-1251", ""]
LETTERS = {"iso-8859-1": "Café über", "windows-1251": "Стороны встретились"}
NAMES = ["p", "p", "i", "b", "fn", "code", "n:p", "n:i", "q:b", "list"]
ATTRIBUTES = [
    "", "", "", ' id="x"', " alt='two \"words\"'", ' alt="a &lt; b &own;"', " alt = 'x&#10;y'", ' xml:space="preserve"',
    ' xml:lang="ja"', ' xml:lang="en-GB"', ' n:alt="A tip > here"', ' xmlns="urn:other"', ' xmlns="" a="1"', ' xmlns:n="urn:two"',
    "\n  a='&one;'", ' xml:space="default"', " alt=''",
]  # fmt: skip
TEXTS = [
    "The Ministers met. They spoke.", " ", "\n", "  two  spaces ", "word", "7", "&amp;", "&#x2014;", "&#13;", "a &gt; b", "]]&gt;", "&own;",
    "&own; met.", "&one;", "a > b", '"quoted" \'text\'', "<!-- a comment -->", "<!---->", "<?page break?>", "<?p?>", "<![CDATA[]]>",
    "<![CDATA[ a < b & c ]]>", "<![CDATA[<p>&own;]]]]><![CDATA[>]]>", "<![CDATA[word]]>", "@letters@",
]  # fmt: skip


@dataclass(frozen=True)
class Spelled:
    """A document and the encoding that it is in."""

    text: str
    encoding: str

    @property
    def data(self) -> bytes:
        if self.encoding == "utf-16-be":
            return b"\xfe\xff" + self.text.encode("utf-16-be")
        return self.text.encode(self.encoding or "utf-8")


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    """An element with what may be in it."""
    name = draw(st.sampled_from(NAMES))
    attributes = draw(st.sampled_from(ATTRIBUTES))
    inside = st.sampled_from(TEXTS) | elements(depth + 1) if depth < 4 else st.sampled_from(TEXTS)
    inner = "".join(draw(st.lists(inside, max_size=4)))
    space = draw(st.sampled_from(["", "", " ", "\n"]))
    if not inner and draw(st.booleans()):
        return f"<{name}{attributes}{space}/>"
    return f"<{name}{attributes}{space}>{inner}</{name}{space}>"


@st.composite
def documents(draw: st.DrawFn) -> Spelled:
    encoding = draw(st.sampled_from(ENCODINGS))
    named = {"": "", "utf-8-sig": ' encoding="UTF-8"', "utf-16-be": ' encoding="UTF-16"'}.get(
        encoding, f" encoding='{encoding}'"
    )
    head = f'<?xml version="1.0"{named}?>\n' if encoding != "" else draw(st.sampled_from(["", "<?xml version='1.0'?>"]))
    around = st.sampled_from(["", "\n", "<!-- about -->\n", "<?xml-stylesheet href='a.css'?>"])
    body = "".join(draw(st.lists(elements(), max_size=4)))
    text = (
        f'{head}{draw(around)}{DECLARED}{draw(around)}<x xmlns:n="urn:one" xmlns:q="urn:one">{body}</x>{draw(around)}'
    )
    return Spelled(text.replace("@letters@", LETTERS.get(encoding, "大臣は述べた。Стороны")), encoding)


def read(data: bytes, mode: UnitMode = "sentence", locale: str = "en") -> Document:
    rules = (formats.RuleFile("rules.its", RULES),)
    return formats.read(formats.Source("x", "x.xml", data, locale, mode, rules=rules))


def canonical(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities="internal", no_network=True)
    return etree.tostring(etree.fromstring(data, parser).getroottree(), method="c14n", with_comments=True)


def keys(document: Document) -> list[Key]:
    return [entry.key for entry in extract.entries(document, segment.cut(document))]


@law
@given(documents(), st.sampled_from(["sentence", "paragraph"]))
def test_an_empty_catalog_gives_the_document(spelled: Spelled, mode: UnitMode) -> None:
    document = read(spelled.data, mode)
    cut = segment.cut(document)
    for locale in ("en", "ru"):
        found = formats.write(assemble.localize(document, cut, {}, locale))
        assert canonical(found) == canonical(spelled.data)
        assert found == spelled.data
    lines = spelled.text.count("\n") + 1
    for unit, pieces in cut:
        assert 1 <= (unit.place.line or 0) <= lines
        for piece in pieces:
            assert content.parse(content.render(piece.content), piece.content) == piece.content


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often every letter stands there; names of entities do not count."""
    return Counter(character for text in texts for character in re.sub("&o..;", "", text) if character.isalnum())


@law
@given(documents())
def test_every_letter_is_in_a_unit_or_left_out_once(spelled: Spelled) -> None:
    document = read(spelled.data)
    root = etree.fromstring(spelled.data, etree.XMLParser(resolve_entities=False))
    comments = letters(str(comment.text or "") for comment in root.getroottree().xpath("//comment()"))
    found = letters(content.plain(unit.content) for unit in document.units if unit.role != "label")
    found += letters(left.text for left in document.left_out if left.rule != "entity")
    texts = [node.text or "" for node in root.iter("*")] + [node.tail or "" for node in root.iter()]
    assert found == letters(texts) + comments


@law
@given(documents())
def test_line_ends_composition_and_encoding_change_no_entry(spelled: Spelled) -> None:
    text = re.sub(r"""^<\?xml[^?]*\?>""", "", spelled.text)
    wanted = keys(read(text.encode()))
    assert keys(read(spelled.data)) == wanted
    for variant in (
        text.replace("\n", "\r\n").encode(),
        text.encode("utf-16"),
        unicodedata.normalize("NFD", text).encode(),
    ):
        assert keys(read(variant)) == wanted


HOSTILE = [
    "<b>",
    "</p>",
    "&amp;",
    "&",
    "&own;",
    '"',
    "'",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?pi",
    "=",
    "\\",
    "x",
    "語",
    "é",
]
hostile = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5).map(lambda parts: "T " + " ".join(parts))


@law
@given(documents(), st.lists(hostile, min_size=1, max_size=4))
def test_translations_are_text_and_read_back(spelled: Spelled, texts: list[str]) -> None:
    document = read(spelled.data)
    cut = segment.cut(document)
    translations: dict[Key, str] = {}
    for number, (_, pieces) in enumerate(cut):
        for piece in pieces:
            codes = content.tags(piece.content)
            said = texts[number % len(texts)]
            said = said if "<b>" not in codes else said.replace("<b>", "")  # it would be the sentence's own code
            translations[piece.key] = f"{said} {''.join(codes)} Z"
    found, wanted = read_back(document, cut, translations)
    assert found == wanted


def read_back(document: Document, cut: segment.Cut, translations: dict[Key, str]) -> tuple[Counter[str], Counter[str]]:
    """What stands in the XML that is written with these translations, and what should."""
    localized = assemble.localize(document, cut, translations, "ru")
    try:
        written = formats.write(localized)
    except formats.HabarError as refused:
        assert {found.code for found in refused.problems} == {"H304"}  # no such letter in a CDATA section
        return Counter(), Counter()
    again = read(written, locale="ru")
    wanted = [" ".join(content.plain(assemble.text_of(unit)).split()) for unit in localized.units]
    found = [" ".join(content.plain(unit.content).split()) for unit in again.units]
    return Counter(found), Counter(wanted)


@law
@given(documents(), st.lists(st.lists(st.floats(0, 1, exclude_max=True), max_size=6), min_size=1, max_size=4))
def test_tags_lost_and_in_any_order_leave_it_xml(spelled: Spelled, orders: list[list[float]]) -> None:
    document = read(spelled.data)
    cut = segment.cut(document)
    translations: dict[Key, str] = {}
    for number, (_, pieces) in enumerate(cut):
        for piece in pieces:
            tags = list(content.tags(piece.content))
            chosen = [tags[int(at * len(tags))] for at in orders[number % len(orders)]] if tags else []
            translations[piece.key] = " ".join(["T", *chosen, "Z"])
    found, wanted = read_back(document, cut, translations)
    assert found <= wanted  # a footnote goes with its code


HALF = "<x><p>The Ministers met. <i>They <b>spoke</b>.<p>Long.</p>They left</i> at noon.</p></x>"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ({}, "<i>They <b>spoke</b>.<p>Long.</p>They left</i> at noon."),
        ({"<i/>They <b>spoke</b>.": "A", "They left<i/> at noon.": "B"}, "A<i><p>Long.</p></i>B"),
        ({"<i/>They <b>spoke</b>.": "<b>A <i/></b> C"}, "A <i> C<p>Long.</p>They left</i> at noon."),
        ({"They left<i/> at noon.": "B <i/> C"}, "<i>They <b>spoke</b>.<p>Long.</p>B </i> C"),
    ],
)
def test_half_a_pair_is_never_lost(said: dict[str, str], written: str) -> None:
    document = read(HALF.encode())
    found = assemble.localize(
        document, segment.cut(document), {(None, msgid): text for msgid, text in said.items()}, "ru"
    )
    assert written in formats.write(found).decode()


@pytest.mark.parametrize("depth", [100, 250])
def test_deep_nesting_comes_back(depth: int) -> None:
    text = "<x>" + "<p><b>" * (depth // 2) + "word" + "</b></p>" * (depth // 2) + "</x>"
    document = read(text.encode())
    assert formats.write(assemble.localize(document, segment.cut(document), {}, "ru")) == text.encode()


@pytest.mark.parametrize("name", ["a", "b", "c", "x:a", "*"])
@pytest.mark.parametrize(
    "text",
    ["<a/>", "<a><b/><b c='1'/></a>", "<b>one<a><a><a>two</a></a></a><!-- --><c/></b>", "<r>" + 99 * "<a/>" + "</r>"],
)
def test_the_shortest_selector_costs_what_its_long_spelling_does(name: str, text: str) -> None:
    size = size_of(etree.fromstring(text))
    assert cost.work(tokens(f"//{name}"), size) == cost.work(tokens(f"/descendant::{name}"), size) > 0
