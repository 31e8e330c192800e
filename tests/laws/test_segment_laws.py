"""What holds for the cuts of any text in any of the four scripts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.model import Code, Document, Meta, Place, Unit
from i18n.segment import cut_at, decisions, join_gap, places, segments, split
from i18n.segment.engine import may_be_cut

LOCALES = ["en", "ru", "tk", "ja", "de"]
WORDS = [
    "The", "they", "Mr", "Annex", "U.S", "p.m", "A", "i.e", "etc", "No", "5", "2024", "eSIM", "www.mfa.gov.tm", "IV",
    "Стороны", "встреча", "г", "т", "д", "др", "В", "ст", "Ж.-П", "млн", "ул",
    "Taraplar", "duşuşyk", "ý", "ş.m", "we", "b", "köç", "BMG-niň", "Ş",
    "大臣", "述べた", "と", "これは", "モーニング娘", "令和6年", "（注1）", "（2）",
]  # fmt: skip
MARKS = [
    ".", "...", "!", "?", "…", "。", "！", "？", "｡", "．", ",", ":", ";", "、", "·",
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "「", "」", "『", "』", "(", ")", "（", "）", "[", "]", "【", "】",
    "—", " — ", "-", "―", "¹", "[4]", "*", "№", "%", "•",
]  # fmt: skip
SPACES = [" ", " ", " ", "\u00a0", "\u3000", "\n", "  "]
pieces = st.sampled_from(WORDS + MARKS + MARKS + SPACES * 4)
mixed = st.lists(pieces, max_size=40).map("".join)
texts = mixed | st.text(max_size=60)
locales = st.sampled_from(LOCALES)

few = settings(max_examples=400, deadline=None)


@few
@given(texts, locales)
def test_sentences_and_gaps_join_to_the_text(text: str, locale: str) -> None:
    at, rebuilt = 0, ""
    for start, end in split(text, locale):
        assert start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        rebuilt += text[at:start] + text[start:end]
        at = end
    assert text[at:].strip() == ""
    assert rebuilt + text[at:] == text


@few
@given(texts | st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(WORDS)).map("".join), locales)
@example("大臣．これは", "ja")
def test_the_quick_question_misses_no_place_where_a_sentence_may_end(text: str, locale: str) -> None:
    if decisions(text, locale):
        assert may_be_cut(text.rstrip()[:-1])


@few
@given(texts, locales)
@example("（A。B）。「あ。」と。", "ja")
@example("(A. B.) C. D", "en")
@example("“One two. Three four。Five", "en")
def test_a_sentence_alone_is_one_sentence(text: str, locale: str) -> None:
    for start, end in split(text, locale):
        assert split(text[start:end], locale) == [(0, end - start)]


@few
@given(texts, locales)
@example("“Why?” Meredov. Smith said no.", "en")
def test_without_its_last_sentence_a_text_keeps_its_cuts(text: str, locale: str) -> None:
    sentences = split(text, locale)
    if sentences:
        assert split(text[: sentences[-1][0]], locale) == sentences[:-1]


@few
@given(texts, locales)
def test_the_cuts_are_the_decisions_that_cut(text: str, locale: str) -> None:
    found = decisions(text, locale)
    assert [place.position for place in found] == sorted({place.position for place in found})
    assert [end for _, end in split(text, locale)[:-1]] == [place.position for place in found if place.cut]


# Units -----------------------------------------------------------------------------------------


def _merged(parts: list[str | Code]) -> list[str | Code]:
    merged: list[str | Code] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return merged


_CODES = st.sampled_from(["open", "close", "alone", "br"])


@st.composite
def _units(draw: st.DrawFn) -> Unit:
    """A paragraph with balanced and nested codes at any place."""
    content: list[str | Code] = []
    opened: list[Code] = []
    for number, part in enumerate(draw(st.lists(mixed | _CODES, max_size=12)), 1):
        if part in ("alone", "br"):
            content.append(Code(number, "alone", "br" if part == "br" else "x", (f"<{part}/>",)))
        elif part == "open":
            opened.append(Code(number, "open", "b", ("<b>",)))
            content.append(opened[-1])
        elif part == "close":
            if opened:
                content.append(Code(opened.pop().id, "close", "b", "</b>"))
        elif part:
            content = _merged([*content, part])
    content += [Code(code.id, "close", "b", ("</b>",)) for code in reversed(opened)]
    if content and isinstance(content[0], str):
        content[0] = content[0].lstrip()
    if content and isinstance(content[-1], str):
        content[-1] = content[-1].rstrip()
    return Unit("p1", Place("a.txt"), "paragraph", tuple(part for part in content if part != ""))


@few
@given(_units(), locales)
def test_gaps_and_segments_join_to_the_unit(unit: Unit, locale: str) -> None:
    parts = [part for segment in segments(unit, locale, "sentence") for part in (*segment.gap, *segment.content)]
    assert _merged(parts) == list(unit.content)


@few
@given(_units(), locales)
def test_what_was_cut_once_is_cut_again_in_the_same_places(unit: Unit, locale: str) -> None:
    cut = ((unit, segments(unit, locale, "sentence")),)
    document = Document("a", Place("a.txt"), "record", locale, "paragraph", "0" * 12, Meta(), (), (unit,))
    assert cut_at(document, places(cut)) == cut


@few
@given(_units(), locales)
def test_no_cut_falls_inside_a_pair(unit: Unit, locale: str) -> None:
    for segment in segments(unit, locale, "sentence"):
        for content in (segment.gap, segment.content):
            codes = [part for part in content if isinstance(part, Code)]
            assert {c.id for c in codes if c.kind == "open"} == {c.id for c in codes if c.kind == "close"}


@few
@given(_units(), locales)
def test_a_segment_alone_is_one_segment(unit: Unit, locale: str) -> None:
    for segment in segments(unit, locale, "sentence"):
        alone = Unit("p1", unit.place, "paragraph", segment.content)
        assert [again.content for again in segments(alone, locale, "sentence")] == [segment.content]


# Joining ---------------------------------------------------------------------------------------

_ENDS = st.sampled_from(["Да.", "です。", "Ltd.", "「はい。」", "なぜ？", "（注）", "Bu.", "“Yes.”", "X", "…", "of "])
_STARTS = st.sampled_from(["Он", "He", "次", "「次」", "(x)", "“X”", "、", "5", " in"])
_GAPS = st.sampled_from(
    [
        (),
        (" ",),
        ("  ",),
        ("\n",),
        (" \n ",),
        ("\u3000",),
        (Code(1, "alone", "br", ("<br/>",)),),
        (" ", Code(2, "alone", "x", ("<x/>",)), " "),
        (Code(3, "close", "b", ("</b>",)), " ", Code(4, "open", "i", ("<i>",))),
    ]
)
_LANGUAGES = st.sampled_from(["en", "ru", "tk", "ja"])


@few
@given(_GAPS, _ENDS, _STARTS, _LANGUAGES, _LANGUAGES)
def test_joined_segments_have_no_double_space_and_none_after_a_full_width_stop(
    gap: tuple[str | Code, ...], left: str, right: str, source: str, target: str
) -> None:
    joined = join_gap(gap, left, right, source, target)
    assert [part for part in joined if isinstance(part, Code)] == [part for part in gap if isinstance(part, Code)]
    if source == target:
        assert joined == gap
        return
    text = left + "".join(part for part in joined if isinstance(part, str)) + right
    assert "  " not in text or (left[-1].isspace() and right[0].isspace())
    if target == "ja":
        assert right[0].isspace() or not any(f"{mark} " in text for mark in "。！？」』）")
    else:
        spaced = not left[-1].isspace() and not right[0].isspace() and not _has_break(gap)
        assert len(text) == len(left + right) + spaced


def _has_break(gap: tuple[str | Code, ...]) -> bool:
    return any(isinstance(part, Code) and part.name == "br" for part in gap)


# Speed -----------------------------------------------------------------------------------------

HOSTILE = [
    ".", ". ", '"', "”", "(", "(. A", "() ", '."', "A. ", "a. A ", "“A. ", "「あ。", "（。", "a", " ", "! A", "1. ",
    "。¹", ". — A", ".[1]", "(A b. ", "«Ab! Cd ", ".\n", "。", "あ!", ".!?…。」", "“abc def ghi” abc! Abc def. ",
    "т. д. ", "。（", "x“",
]  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_twenty_thousand_hostile_characters_take_less_than_a_second(locale: str) -> None:
    for piece in HOSTILE:
        text = (piece * 20_000)[:20_000]
        begun = time.process_time()
        split(text, locale)
        assert time.process_time() - begun < 1.0, piece


@pytest.mark.parametrize("locale", ["en", "ru", "tk", "ja"])
def test_a_megabyte_takes_less_than_a_second(locale: str) -> None:
    gold = (Path(__file__).parents[1] / "gold" / "segment" / f"{locale}.txt").read_text(encoding="utf-8")
    paragraphs = [line.replace("‖ ", "").replace("‖", "") for line in gold.split("\n") if line and line[0] != "#"]
    size = sum(len(paragraph.encode()) for paragraph in paragraphs)
    rounds = 500_000 // size + 1
    begun = time.process_time()
    for _ in range(rounds):
        for paragraph in paragraphs:
            split(paragraph, locale)
    assert rounds * size / (time.process_time() - begun) > 1_000_000
