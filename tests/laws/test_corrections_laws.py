"""Laws of safe corrections: they go where the checks point, once, and touch nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.checks import check_pair, corrected
from i18n.model import Place
from i18n.problems import problem

TEXT = "0123456789"
spans = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda pair: (min(pair), max(pair)))
found = st.builds(
    lambda span, fix: replace(problem("H245", Place("x"), "m"), span=span, fix=fix),
    spans,
    st.sampled_from([None, "", " ", "ab"]),
)


@given(st.lists(found, max_size=6))
@settings(max_examples=200, deadline=None)
def test_what_is_outside_every_span_stays(problems) -> None:
    text = corrected(TEXT, problems).text
    covered = {at for one in problems if one.fix is not None for at in range(*one.span)}
    kept = [sign for at, sign in enumerate(TEXT) if at not in covered]
    assert [sign for sign in text if sign in kept] == kept
    assert corrected(TEXT, [one for one in problems if one.fix is None]) == (TEXT, ())


@given(found)
@settings(max_examples=100, deadline=None)
def test_one_correction_is_the_replacement_of_its_span(one) -> None:
    wanted = TEXT if one.fix is None else TEXT[: one.span[0]] + one.fix + TEXT[one.span[1] :]
    assert corrected(TEXT, [one]).text == wanted


PIECES = {
    "ru": ["слово", " ", "  ", ",", ".", "«", "»", '"', "“", "”", "\u200b", "ー", "...", "(", ")", "年", "!"],
    "ja": ["日本", "ニ", "二", "、", ",", " ", "　", "。", ".", "「", "」", '"', "トルク", "ﾄﾙｺ", "...", "\u202e"],
    "tk": ["söz", " ", "  ", "yyl", ",", ".", "«", "»", '"', "s\u0327", "\u00ad", "?", "、"],
}


@given(st.data(), st.sampled_from(sorted(PIECES)))
@settings(max_examples=200, deadline=None)
def test_corrections_come_to_an_end(data, locale) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[locale]), max_size=10)))
    for _ in range(len(text) + 5):
        fixed = corrected(text, check_pair("a source text", text, "en", locale)).text
        if fixed == text:
            break
        text = fixed
    else:
        raise AssertionError(text)
