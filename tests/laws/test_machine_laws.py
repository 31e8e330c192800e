"""The laws of machine translation: what is kept from a machine comes back as it was, once, whatever the machine does;
and what is written has no error."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import checks, content, origin
from i18n.checks import Pair
from i18n.interchange import Asked
from i18n.machine.failures import NoAnswerError
from i18n.machine.judging import judge
from i18n.machine.marks import BRACKETS, ELEMENT, OPAQUE
from i18n.machine.protection import protect
from i18n.machine.restoring import MarksError, restore
from i18n.machine.service import Marks
from i18n.model import Code, Content, Document, Entry, Meta, Place

law = settings(max_examples=120, deadline=None)
styles = st.sampled_from(["brackets", "xml"])
letters = st.characters(exclude_categories=["Cs", "Cc"])
pieces = st.text(letters | st.sampled_from(list("<>&[]X1 ckab/.,()")), max_size=8)
KEPT = [
    "press@mfa.gov.tm",
    "www.mfa.gov.tm/en",
    "A/RES/77/28",
    "+993 12 44-56-92",
    "{name}",
    "[X1X]",
    "<c1>",
    "<k1>x</k1>",
]
DOCUMENT = Document("b", Place("sources/b.txt"), "text", "en", "sentence", "", Meta(), (), ())


@st.composite
def texts(draw: Any) -> Content:
    """A source text with codes, well nested, and with things that a machine must not touch."""
    parts: list[str | Code] = [draw(pieces)]
    for number in range(1, draw(st.integers(0, 4)) + 1):
        kind = draw(st.sampled_from(["kept", "alone", "pair", "around"]))
        opened, closed = (Code(number * 3, end, "a", ()) for end in ("open", "close"))  # type: ignore[arg-type]
        if kind == "kept":
            parts += [" ", draw(st.sampled_from(KEPT)), " ", draw(pieces)]
        elif kind == "alone":
            parts += [Code(number * 3, "alone", "br", ()), draw(pieces)]
        else:
            parts = [opened, *parts, closed] if kind == "around" else [*parts, opened, draw(pieces), closed]
    return content.merged(parts)


def codes(text: Content) -> list[Code]:
    return [part for part in text if isinstance(part, Code)]


def bare(text: Content) -> str:
    """The text without any white space; a code is a line break."""
    return "".join("\n" if isinstance(part, Code) else "".join(part.split()) for part in text)


@law
@given(texts(), styles)
def test_what_a_machine_leaves_alone_comes_back_as_it_was(source: Content, style: Marks) -> None:
    sent = protect(source, style)
    back = restore(sent, sent.text, "ru")
    assert codes(back) == codes(source)
    assert bare(back) == bare(source)


@law
@given(st.data(), texts(), styles)
def test_in_whatever_order_marks_come_each_is_in_its_place(data: st.DataObject, source: Content, style: Marks) -> None:
    sent = protect(source, style)
    spelled = _spellings(sent.text, style)
    order = data.draw(st.permutations(range(len(spelled))))
    back = restore(sent, " и ".join(spelled[index] for index in order), "ru")
    wanted = [sent.marks[index].part for index in order]
    assert codes(back) == [part for part in wanted if isinstance(part, Code)]
    for part in wanted:
        assert isinstance(part, Code) or part in content.plain(back)


def _spellings(text: str, style: Marks) -> list[str]:
    """The marks in a text that was sent, each as it is spelled there."""
    if style == "brackets":
        return [match[0] for match in BRACKETS.finditer(text)]
    found, end = [], 0
    for match in ELEMENT.finditer(text):
        if match.start() >= end:
            whole = OPAQUE.match(text, match.start()) or match
            found.append(whole[0])
            end = whole.end()
    return found


@law
@given(st.data(), texts(), styles)
def test_whatever_comes_back_nothing_is_lost_or_doubled_in_silence(
    data: st.DataObject, source: Content, style: Marks
) -> None:
    sent = protect(source, style)
    marks = [*_spellings(sent.text, style), "[X9X]", "[X0X]", "[Х1Х]", "<c9>", "</c1>", "<k1>", "</k1>"]
    answer = "".join(data.draw(st.lists(pieces | st.sampled_from(marks), max_size=8)))
    try:
        back = restore(sent, answer, "ja")
    except MarksError:
        return
    assert Counter(codes(back)) == Counter(codes(source))
    for mark in sent.marks:
        assert isinstance(mark.part, Code) or mark.part in content.plain(back)


answers = st.lists(
    st.sampled_from("Министры прочли закон 7 8 12 марта [X1X] [X2X] [X3X] . , <b> www.x.ru the law не".split()),
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Ministers read the law.", "They read 7 laws, see www.mfa.gov.tm.", "It was 12 March."]), answers
)
def test_what_may_be_written_has_no_error(text: str, answer: str) -> None:
    asked = Asked(Entry(text), (text,), DOCUMENT, "ru")
    try:
        judged = judge(asked, protect(asked.source, "brackets"), answer, None)
    except NoAnswerError:
        return
    found = checks.check_entry(Pair((text,), (judged.text,), "en", "ru"))
    assert [one for one in found if one.severity == "error"] == []
    assert judged.text.strip()


@law
@given(pieces.filter(str.strip), pieces, st.lists(pieces, max_size=3), st.dates())
def test_a_mark_holds_until_a_character_is_changed(text: str, other: str, comments: list[str], day: Any) -> None:
    line = origin.mark("LibreTranslate", day, text)
    wrapped = line.split(" on ")
    entry = Entry("x", (text,), comments=(*comments, line))
    assert origin.is_machine(entry)
    assert origin.is_machine(Entry("x", (text,), comments=(wrapped[0], f"on {wrapped[1]}")))
    assert origin.is_machine(Entry("x", (other,), comments=(line,))) is (other == text)
    assert not origin.is_machine(Entry("x", (text,), comments=tuple(comments)))


@pytest.mark.parametrize(
    "hostile",
    ["[X" * 20_000, "<k1>" * 20_000, "<c1" * 20_000, "[X1X" * 20_000, "<k1>" + "a" * 200_000, "A/" * 100_000, "+993 " * 40_000],
)  # fmt: skip
def test_a_hostile_text_takes_no_time(hostile: str) -> None:
    begin = time.thread_time()
    for style in ("brackets", "xml"):
        sent = protect((hostile,), style)  # type: ignore[arg-type]
        with suppress(MarksError):
            restore(sent, hostile, "ru")
    assert time.thread_time() - begin < 3
