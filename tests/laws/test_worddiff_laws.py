"""The laws of word differences: both texts are in the pieces, and nothing takes long."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.worddiff import word_diff

WORDS = st.lists(st.sampled_from(["a ", "b ", "c, ", "  ", "\n", "日本", "東京", "é", "."]), max_size=14).map("".join)
TEXTS = WORDS | st.text(max_size=20)


def joined(old: str, new: str, kinds: str) -> str:
    return "".join(piece.text for piece in word_diff(old, new) if piece.kind in kinds)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_pieces(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert joined(old, new, "same removed") == old
    assert joined(old, new, "same added") == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))
    assert all((one.kind, other.kind) != ("added", "removed") for one, other in pairwise(pieces))


@given(TEXTS)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert {piece.kind for piece in word_diff(text, text)} <= {"same"}


EXAMPLES = [
    ("It has 40 stands.", "It has 45 stands.", "It has [-40-]{+45+} stands."),
    ("A fair in Mary", "A big fair in Mary", "A {+big +}fair in Mary"),
    ("A big fair in Mary", "A fair in Mary", "A [-big -]fair in Mary"),
    ("quick brown fox", "slow red fox", "[-quick brown-]{+slow red+} fox"),
    ("held talks", "held talks in Tokyo", "held talks{+ in Tokyo+}"),
    ("", "new", "{+new+}"),
    ("old", "", "[-old-]"),
    ("Ýanwar 23-nji", "Ýanwar 24-nji", "Ýanwar [-23-]{+24+}-nji"),
    ("1月23日、外相会談が行われた。", "1月24日、外相会談が行われた。", "1月[-23-]{+24+}日、外相会談が行われた。"),
    ("東京で会談した。", "京都で会談した。", "[-東-]京{+都+}で会談した。"),
]


@pytest.mark.parametrize(("old", "new", "expected"), EXAMPLES)
def test_differences_are_words_or_characters(old: str, new: str, expected: str) -> None:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    assert "".join(marks[piece.kind].format(piece.text) for piece in word_diff(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b " * 250_000, "b a " * 250_000),
        ("a " * 500_000, "a " * 499_999 + "b"),
        ("a" * 1_000_000, "b" * 1_000_000),
        ("日" * 500_000, "本" * 500_000),
        ("".join(random.Random(1).choices("ab ", k=5000)), "".join(random.Random(2).choices("ab ", k=5000))),
    ],
    ids=["shifted", "nearly equal", "one word", "characters", "random"],
)
def test_long_texts_take_little_time(old: str, new: str) -> None:
    begin = time.perf_counter()
    assert joined(old, new, "same added") == new
    assert time.perf_counter() - begin < 5
