"""Text in decomposed letters is cut where the same text in composed letters is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.segment import split

TEXT = st.text(alphabet=st.sampled_from("ÝÖŞŇýöşňйЙёa R.!? «»“”。がプは한글\u0301\u0308"), max_size=60)


def normal(form: str, text: str) -> str:
    return unicodedata.normalize(form, text)


def sentences(text: str, locale: str) -> list[str]:
    return [normal("NFC", text[start:end]) for start, end in split(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("tk", "Ý. Kamikawa geldi. R. Ö. Meredow gitdi.", ["Ý. Kamikawa geldi.", "R. Ö. Meredow gitdi."]),
        ("ru", "Й. Иванов прибыл. Ё. Камикава убыла.", ["Й. Иванов прибыл.", "Ё. Камикава убыла."]),
        ("ja", "プログラムでした。がんばります。", ["プログラムでした。", "がんばります。"]),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_initials_with_marks_stay_with_their_names(locale, text, wanted, form):
    assert sentences(normal(form, text), locale) == wanted


@pytest.mark.parametrize("locale", ["en", "ru", "tk", "ja"])
@given(text=TEXT)
def test_composed_and_decomposed_text_have_the_same_sentences(locale, text):
    assert sentences(normal("NFD", text), locale) == sentences(normal("NFC", text), locale)
