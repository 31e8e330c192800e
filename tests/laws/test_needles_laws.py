"""A guarded expression finds what the bare expression finds."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.needles import Guarded, needles

PIECES = (
    "a", "b", "ab", "год", "日", " ", "|", "|", "(?:", "(", ")", ")", "?", "*", "+", "{2}", "{0,2}", "{,1}", "{1,2}", "{",
    "[ab]", "[^a]", "[]a]", "[", "]", ".", "^", "$", r"\b", r"\w", r"\.", r"\\", r"\d", "(?=", "(?!", "(?<=", "(?<!", "(?!)",
    "(?>", "(?P<x>", "(?P=x)", "(?i:", "(?(1)", "?+", r"\1", r"\x61", "a|b", "(?:a|b)", "(?:ab|год)",
)  # fmt: skip
TEXTS = st.text("abгод日 .\\", max_size=12)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join), st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=800, deadline=None)
def test_a_guard_hides_nothing(expression: str, texts: list[str]) -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            bare = re.compile(expression)
    except re.error:
        assume(False)
    guarded = Guarded(expression)
    for text in texts:
        found = guarded.search(text)
        expected = bare.search(text)
        assert (found and found.span()) == (expected and expected.span())
        begins, expected = guarded.match(text), bare.match(text)
        assert (begins and begins.span()) == (expected and expected.span())
        assert [one.span() for one in guarded.finditer(text)] == [one.span() for one in bare.finditer(text)]


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("this year|last year|year ago", ("year",)),
        (r"\bmonday\b|\btuesdays?\b", ("tuesday", "monday")),
        (r"\b(?:tokyo|japan) time\b|\bjst\b", (" time", "jst")),
        (r"\b(?:gmt|utc)\b", ("gmt", "utc")),
        (r"colou?r", ("colo",)),
        (r"go{0,2}al", ("al",)),
        (r"go+al", ("go",)),
        (r"\b(?:is|was)(?:n't|n’t)\b", ("n't", "n’t")),
        (r"\$|u\.s\.", ("u.s.", "$")),
        ("[月火]曜|[(（]日[)）]", ("曜", "日")),
        ("(?!)|year", ("year",)),
        ("(?i:year)", ()),
        (r"[0-9]+|year", ()),
    ],
)
def test_the_needles_of_an_expression(expression: str, wanted: tuple[str, ...]) -> None:
    assert needles(expression) == wanted
