"""Which new text was made from which old one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.similarity import CUTOFF, Pairing, pairings

texts = st.lists(st.sampled_from(["abcdefgh", "abcdefgx", "abcdxxxx", "xyz", "", "日本語", "日本人"]), max_size=6)


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_every_new_text_has_what_it_is_most_like(new: list[str], old: list[str]) -> None:
    found = pairings(new, old)
    assert len({pair.new for pair in found}) == len(found)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)
    assert all(CUTOFF <= pair.score <= 1 for pair in found)
    assert all((pair.score == 1) == (new[pair.new] == old[pair.old]) for pair in found)
    assert pairings(new, old) == found
    for pair in found:
        (alone,) = pairings([new[pair.new]], old)
        assert alone.score == pair.score


def test_a_text_does_not_lose_its_own_to_another_that_is_still_more_alike() -> None:
    old = ["The parties agreed on 5 visits, said a speaker of group 976.", "The parties agreed on 61 visits."]
    new = ["The parties agreed on 5 visits, said a speaker of group 986.",
           "The parties also agreed on 5 visits, said a speaker of group 976."]  # fmt: skip
    assert [(pair.new, pair.old) for pair in pairings(new, old)] == [(0, 0), (1, 0)]


def test_equally_alike_texts_are_each_made_from_one() -> None:
    assert [(pair.new, pair.old) for pair in pairings(["abcdefgy", "abcdefgz"], ["abcdefgx", "abcdefgw"])] == [
        (0, 0),
        (1, 1),
    ]


def test_ties_fall_to_the_earlier_texts() -> None:
    assert pairings(["abcdefgh"], ["abcdefgx", "abcdefgy"]) == [Pairing(0, 0, 0.875)]


def test_texts_that_are_not_alike_are_left_alone() -> None:
    assert pairings(["Trade was discussed."], ["日本語を学ぶ。", ""]) == []
