"""Units with inline codes: where a code goes when a cut falls beside it."""

from __future__ import annotations

import pytest

from i18n.model import Code, Content, Place, Role, Segment, Unit, UnitMode
from i18n.segment import segments, split

B, B_ = Code(1, "open", "b", ("<b>",)), Code(1, "close", "b", ("</b>",))
E, E_ = Code(2, "open", "em", ("<em>",)), Code(2, "close", "em", ("</em>",))
NOTE = Code(3, "alone", "ref", ("<ref/>",))
BR = Code(4, "alone", "br", ("<br/>",))
BR2 = Code(5, "alone", "br", ("<br/>",))
LOST = Code(9, "open", "u", ("<u>",))


def _cut(content: Content, locale: str = "en") -> list[tuple[Content, Content]]:
    unit = Unit("p1", Place("a.txt"), "paragraph", content)
    return [(segment.gap, segment.content) for segment in segments(unit, locale, "sentence")]


@pytest.mark.parametrize(
    ("content", "pieces"),
    [
        (("One. Two.",), [((), ("One.",)), ((" ",), ("Two.",))]),
        # Codes inside a sentence do not disturb the cuts.
        (("Read ", B, "Mr. Xi", B_, ". Then go."), [((), ("Read ", B, "Mr. Xi", B_, ".")), ((" ",), ("Then go.",))]),
        (
            ("H.E. Mr", B, ". X", B_, " go. He left."),
            [((), ("H.E. Mr", B, ". X", B_, " go.")), ((" ",), ("He left.",))],
        ),
        # No cut inside a pair.
        ((B, "One. Two.", B_, " Three."), [((), (B, "One. Two.", B_)), ((" ",), ("Three.",))]),
        (("So ", B, "one. Two", B_, " end."), [((), ("So ", B, "one. Two", B_, " end."))]),
        # Closing codes go with the sentence before, opening ones with the one after.
        ((B, "One.", B_, " ", E, "Two.", E_), [((), (B, "One.", B_)), ((" ",), (E, "Two.", E_))]),
        ((B, "One. ", B_, "Two."), [((), (B, "One. ", B_)), ((), ("Two.",))]),
        (("One.", B, " Two.", B_), [((), ("One.",)), ((), (B, " Two.", B_))]),
        ((B, "One.", E, " Two.", B_, E_), [((), (B, "One.", E, " Two.", B_, E_))]),
        # A lone code goes with the text that it touches.
        (("One.", NOTE, " Two."), [((), ("One.", NOTE)), ((" ",), ("Two.",))]),
        (("One. ", NOTE, "Two."), [((), ("One.",)), ((" ",), (NOTE, "Two."))]),
        (("One. ", NOTE, " Two."), [((), ("One.",)), ((" ", NOTE, " "), ("Two.",))]),
        # A line break is white space, and part of the gap.
        (("One.", BR, "Two."), [((), ("One.",)), ((BR,), ("Two.",))]),
        (("One.", BR, BR2, " Two."), [((), ("One.",)), ((BR, BR2, " "), ("Two.",))]),
        (("One", BR, "two."), [((), ("One", BR, "two."))]),
        # A code without a partner is no pair.
        (("One.", LOST, " Two."), [((), ("One.",)), ((LOST, " "), ("Two.",))]),
        # Only codes.
        ((NOTE,), [((), (NOTE,))]),
        ((), []),
    ],
)
def test_codes_at_borders(content: Content, pieces: list[tuple[Content, Content]]) -> None:
    assert _cut(content) == pieces


def test_japanese_gaps_are_empty() -> None:
    assert _cut((B, "一。", B_, "二。"), "ja") == [((), (B, "一。", B_)), ((), ("二。",))]


@pytest.mark.parametrize(
    ("role", "mode", "count"),
    [
        ("paragraph", "sentence", 2),
        ("paragraph", "paragraph", 1),
        ("title", "sentence", 1),
        ("title", "paragraph", 1),
        ("date", "sentence", 1),
    ],
)
def test_only_paragraphs_in_sentence_mode_are_cut(role: Role, mode: UnitMode, count: int) -> None:
    unit = Unit("u", Place("a.txt"), role, ("One. Two.",))
    assert len(segments(unit, "en", mode)) == count


def test_segments_are_numbered() -> None:
    unit = Unit("p2", Place("a.txt"), "paragraph", ("One. Two.",))
    assert segments(unit, "en", "sentence") == (
        Segment("p2", 1, 2, (), ("One.",), (None, "One.")),
        Segment("p2", 2, 2, (" ",), ("Two.",), (None, "Two.")),
    )


@pytest.mark.parametrize("text", ["", " ", "\n\u3000\u00a0"])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert split(text, "en") == []


def test_offsets_leave_white_space_out() -> None:
    assert split("  One.\n Two. ", "en") == [(2, 6), (8, 12)]


def test_a_tag_with_a_region_has_the_rules_of_its_language() -> None:
    assert split("В 2024 г. Токио принял гостей.", "ru-RU") == [(0, 30)]
