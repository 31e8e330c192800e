"""Which new text was made from which old one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.similarity import CUTOFF, Pairing, pairings

texts = st.lists(st.sampled_from(["abcdefgh", "abcdefgx", "abcdxxxx", "xyz", "", "日本語", "日本人"]), max_size=6)


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_every_text_is_paired_once_with_what_is_alike(new: list[str], old: list[str]) -> None:
    found = pairings(new, old)
    assert len({pair.new for pair in found}) == len({pair.old for pair in found}) == len(found)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)
    assert all(CUTOFF <= pair.score <= 1 for pair in found)
    assert all((pair.score == 1) == (new[pair.new] == old[pair.old]) for pair in found)
    assert pairings(new, old) == found


def test_of_two_near_matches_the_better_one_wins() -> None:
    assert pairings(["abcdefgx", "abcdefgh"], ["abcdefgh"]) == [Pairing(1, 0, 1.0)]


def test_ties_fall_to_the_earlier_texts() -> None:
    assert pairings(["abcdefgh"], ["abcdefgx", "abcdefgy"]) == [Pairing(0, 0, 0.875)]


def test_texts_that_are_not_alike_are_left_alone() -> None:
    assert pairings(["Trade was discussed."], ["日本語を学ぶ。", ""]) == []
