"""Which rules count for a document: those of its vocabulary least, its own most."""

from __future__ import annotations

import pytest

from i18n import content, formats
from i18n.model import Document

ITS = 'xmlns:its="http://www.w3.org/2005/11/its"'
DOCBOOK = "<title>T</title><para>A <emphasis>b</emphasis>.</para>"
PUBLIC = '"-//OASIS//DTD DocBook XML V4.5//EN" "http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd"'
DOCUMENTS = {
    f'<article xmlns="http://docbook.org/ns/docbook" version="5.0">{DOCBOOK}</article>': "T | A <emphasis>b</emphasis>.",
    f"<article>{DOCBOOK}</article>": "T | A <emphasis>b</emphasis>.",
    f"<!DOCTYPE sidebar PUBLIC {PUBLIC}><sidebar>{DOCBOOK}</sidebar>": "T | A <emphasis>b</emphasis>.",
    "<article><front>T</front><para>A <emphasis>b</emphasis>.</para></article>": "T | A | b",
    '<d:chapter xmlns:d="http://docbook.org/ns/docbook"><d:para>A <d:code>b</d:code>.</d:para></d:chapter>':
        "A <code>b</code>.",
    "<nitf><head/><body><body.content><p>A <em>b</em>.</p></body.content></body></nitf>": "A <em>b</em>.",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>'
    "<title>T</title><link>http://x</link></channel></rdf:RDF>": "T",
    "<rss><channel><title>T</title><link>http://x</link></channel></rss>": "T",
    '<entry xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>T</title></entry>': "T",
    '<div xmlns="http://www.w3.org/1999/xhtml">A <b>c</b>.</div>': "A <b>c</b>.",
    "<made-up><title>T</title>A <em>b</em>.</made-up>": "T | A | b",
}  # fmt: skip


def read(text: str, *rules: str) -> Document:
    files = tuple(formats.RuleFile(f"{number}.its", rule.encode()) for number, rule in enumerate(rules))
    return formats.read(formats.Source("x", "x.xml", text.encode(), "en", "sentence", rules=files))


def texts(document: Document) -> str:
    return " | ".join(content.msgid(unit.content) for unit in document.units)


@pytest.mark.parametrize("text", DOCUMENTS)
def test_a_vocabulary_is_recognised(text: str) -> None:
    assert texts(read(text)) == DOCUMENTS[text]


def rule(translate: str) -> str:
    return f'<its:rules {ITS} version="2.0"><its:translateRule selector="//em" translate="{translate}"/></its:rules>'


def test_own_rules_count_more_than_those_of_the_command_and_these_more_than_those_of_the_vocabulary() -> None:
    text = "<nitf><head/><body><body.content>{}<p>A <em>b</em>.</p></body.content></body></nitf>"
    assert texts(read(text.format(""))) == "A <em>b</em>."
    assert texts(read(text.format(""), rule("no"))) == "A <em/>."
    assert texts(read(text.format(""), rule("no"), rule("yes"))) == "A <em>b</em>."
    assert texts(read(text.format(rule("yes")), rule("no"))) == "A <em>b</em>."


def test_what_is_not_translated_beside_text_is_a_code_that_says_what_it_stands_for() -> None:
    rules = f'<its:rules {ITS} version="2.0"><its:translateRule selector="//no" translate="no"/></its:rules>'
    assert texts(read("<x><p>See <no>D-1</no> today.</p><p><no>D-2</no></p></x>", rules)) == "See <no/> today."


def test_a_rule_of_habars_that_there_is_not_is_refused() -> None:
    text = f'<x><its:rules {ITS} xmlns:h="urn:habar:rules:1" version="2.0">\n<h:role selector="//p"/></its:rules></x>'
    with pytest.raises(formats.HabarError) as refused:
        read(text)
    assert [str(found) for found in refused.value.problems] == [
        "x.xml:2: error H144: habar has no rule “role”; use one of: page, language, day, recorded, segment, code"
    ]


NUMBERS = {
    "1 div 0": "Infinity", "-1 div 0": "-Infinity", "0 div 0": "NaN", "1e999": "Infinity", "6 div 2": "3",
    "1 div 4": "0.25", "1 div 8000000": "0.000000125", "1 = 1": "true", "1 = 2": "false",
}  # fmt: skip


@pytest.mark.parametrize("pointer", NUMBERS)
def test_a_number_is_spelled_as_xpath_does(pointer: str) -> None:
    rules = f'<its:rules {ITS} version="2.0"><its:locNoteRule selector="//p" locNotePointer="{pointer}"/></its:rules>'
    found = read(f'<x>{rules}<p its:translate="yes" {ITS}>Text</p></x>')
    assert [note.text for unit in found.units for note in unit.notes] == [NUMBERS[pointer]]


LONG = {
    "docbook": '<article xmlns="http://docbook.org/ns/docbook"><info><date>2024</date></info>{}</article>',
    "nitf": "<nitf><head/><body><body.content>{}</body.content></body></nitf>",
    "xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>',
    "newsml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML><html '
    'xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html></inlineXML></contentSet></newsItem>',
}


@pytest.mark.parametrize("name", LONG)
def test_the_rules_that_come_with_habar_are_never_too_much_work(name: str) -> None:
    tag = "para" if name == "docbook" else "p"
    text = LONG[name].format(f"<{tag}>{'Ministers of five states met here. ' * 5}</{tag}>\n" * 20_000)
    assert len(read(text).units) == 20_000
