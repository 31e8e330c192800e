"""What is kept from a machine, what is not, and that a good translation is never refused."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from i18n import content, glossary
from i18n.interchange import Asked
from i18n.machine.judging import judge
from i18n.machine.protection import protect
from i18n.model import Code, Document, Entry, Meta, Place
from i18n.termbase import Termbase

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold" / "checks" / "bulletins.toml"

MARKED = [
    ("See www.mfa.gov.tm/en/news.", "See [X1X].", "See <k1>www.mfa.gov.tm/en/news</k1>."),
    ("Write to press@mfa.gov.tm!", "Write to [X1X]!", "Write to <k1>press@mfa.gov.tm</k1>!"),
    ("Resolution A/RES/77/28 of 2022", "Resolution [X1X] of 2022", "Resolution <k1>A/RES/77/28</k1> of 2022"),
    ("Call (+993 12) 39-95-87.", "Call [X1X].", "Call <k1>(+993 12) 39-95-87</k1>."),
    ("Passport S00120126FR", "Passport [X1X]", "Passport <k1>S00120126FR</k1>"),
    ("Published {date}, 100 %", "Published [X1X], 100 %", "Published <k1>{date}</k1>, 100 %"),
    ("Write [X1X] or <c1> & go", "Write [X1X] or [X2X] & go", "Write <k1>[X1X]</k1> or <k2>&lt;c1&gt;</k2> &amp; go"),
]
LEFT = [
    "COVID-19 and EXPO-2025",
    "a 5-year plan and 2023/24",
    "1.5 billion on 23 January 2024 at 9.45",
    "either/or, km/h",
    "G20",
]


@pytest.mark.parametrize(("text", "brackets", "xml"), MARKED)
def test_what_a_machine_must_not_touch_is_marked(text: str, brackets: str, xml: str) -> None:
    assert protect((text,), "brackets").text == brackets
    assert protect((text,), "xml").text == xml


@pytest.mark.parametrize("text", LEFT)
def test_what_it_has_to_translate_is_not(text: str) -> None:
    assert protect((text,), "brackets").text == text


def test_both_ends_of_a_code_have_one_number_in_xml_and_their_own_in_text() -> None:
    link = (Code(4, "open", "a", ()), Code(4, "close", "a", ()))
    source = ("Read ", link[0], "the", Code(7, "alone", "br", ()), " law", link[1], ".")
    assert protect(source, "xml").text == "Read <c1>the<c2/> law</c1>."
    assert protect(source, "brackets").text == "Read [X1X] the [X2X] law [X3X]."


def test_a_good_translation_is_never_refused() -> None:
    base = Termbase(glossary.parse((ROOT / "locales" / "glossary.csv").read_text(encoding="utf-8"), "g.csv"))
    asked = 0
    for pair in tomllib.loads(GOLD.read_text(encoding="utf-8"))["right"]:
        for source, target in permutations([tag for tag in ("en", "tk", "ru", "ja") if tag in pair], 2):
            sent, text = protect((pair[source],), "brackets"), pair[target]
            for number, mark in enumerate(sent.marks, 1):
                text = text.replace(str(mark.part), f"[X{number}X]", 1)
            if pair[source] == text or text.count("[X") != len(sent.marks):
                continue  # a name in Latin letters; an address of the page in another language
            document = Document("b", Place("x.txt"), "text", source, "sentence", "", Meta(), (), ())
            one = Asked(Entry(pair[source]), (pair[source],), document, target)
            assert content.fold(judge(one, sent, text, base).text) == content.fold(pair[target])
            asked += 1
    assert asked > 200
