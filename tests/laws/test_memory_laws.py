"""Laws of the translation memory."""

from __future__ import annotations

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import memory
from i18n.memory import Loaded, Origin, Pair, Unit, Variant, codes

PIECES = ["Mary", "мир", "日本", "ý", "é", "e\u0301", " ", "  ", "\n", "<a>", "</a>", "<b/>", "<b>", "<a/>", "</a/>", "<", ">", "<é2>"]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
WORDS = TEXT.filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_codes_come_out_as_they_went_in(text: str) -> None:
    names: list[str] = []
    body = codes.packed(text, names)
    assert codes.spelled(body, names) == text
    assert codes.shape(codes.shape(body)) == codes.shape(body)
    assert codes.packed(codes.spelled(body, names), names, closed=True) == body


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=6), WORDS, st.sampled_from([0.5, 0.75, 1.0]))
def test_what_went_in_comes_out_and_the_nearest_first(pairs: list[tuple[str, str]], asked: str, least: float) -> None:
    units = [Unit({"en": Variant(source), "ru": Variant(target)}, "en") for source, target in pairs]
    found = memory.passing()
    origins = [Origin(str(at), "1", partial(Loaded, [unit])) for at, unit in enumerate(units)]
    found.refresh(origins)
    for source, target in pairs:
        assert target in [match.text for match in found.exact(source, Pair("en", "ru"), limit=99)]
        assert source in [match.segment.source for match in found.exact(source, Pair("en", "ru"), limit=99)] or (
            codes.shape(source) != source
        )
    near = found.near(asked, Pair("en", "ru"), least, limit=99)
    scores = [match.score for match in near]
    assert scores == sorted(scores, reverse=True)
    assert all(least <= score <= 1 for score in scores)
    same = found.exact(asked, Pair("en", "ru"), limit=99)
    assert [match.text for match in near if match.score == 1] == [match.text for match in same]
    found.close()
    again = memory.passing()
    again.refresh(origins[::-1])
    assert [match.text for match in again.near(asked, Pair("en", "ru"), least, limit=99)] == [
        match.text for match in near
    ]
    again.close()
