"""A cheap question that is asked before a dear one hides nothing that the dear one finds."""

from __future__ import annotations

import re
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import needles, scripts
from i18n.checks import doubled, glued, kana, mixed, neighbours, pairs, vocabulary
from i18n.checks.vocabulary import LANGUAGES
from i18n.numerals import spaced
from i18n.numerals.lexicon import lexicon

SIGNS = "二一工力口夕卜才八三千へべぺりカロエニタハーチオミヘベリキモヤセウスラァアドグュの国。はを部第人般数天5 "
DOUBLES = "会談 カナダ を した 、 \u3000 の 年 3 は も ます ガス 協力を ありがとう こと 人 々 ヘ の会談を行い A".split(
    " "
)
JOINTS = "the of Minister theMinister 2024 года год в В Мин ии стр. СНГ , ; . ) ” » – - МВт 5 nji bu we Ýyl".split(" ")


@given(st.lists(st.sampled_from([*SIGNS, "ドー般", "ルり"]), max_size=12).map("".join))
@settings(max_examples=600, deadline=None)
def test_signs_that_look_alike(text: str) -> None:
    for dear, cheap in (
        (kana._in_katakana(), kana._BESIDE_KATAKANA),
        (kana._in_kanji(), kana._BEHIND_NO_KATAKANA),
        (kana._in_hiragana(), kana._BEHIND_HIRAGANA),
    ):
        assert cheap.search(text) or not dear.search(text)


@given(st.lists(st.sampled_from([*DOUBLES, " ", "\n"]), max_size=8).map("".join))
@settings(max_examples=600, deadline=None)
def test_japanese_that_stands_twice(text: str) -> None:
    assert doubled._comes_again(text) or not doubled._in_japanese().search(text)


@pytest.mark.parametrize("language", ["en", "tk", "ru"])
@given(text=st.lists(st.sampled_from([*JOINTS, " "]), max_size=6).map("".join))
@settings(max_examples=300, deadline=None)
def test_words_without_a_space_between(language: str, text: str) -> None:
    def made(pattern: str) -> re.Pattern[str]:
        return glued._made(pattern, language)

    for dear, cheap in (
        (made(glued._TWO_WORDS), made(glued._CAPITAL_INSIDE)),
        (made(glued._TO_NUMBER), glued._NUMBER_BESIDE),
        (made(glued._FROM_NUMBER), glued._NUMBER_BESIDE),
        (glued._ENDED, glued._STOP_INSIDE),
        (glued._DATES, glued._COMMA_INSIDE),
    ):
        assert cheap.search(text) or not dear.search(text)


@given(st.text("aАВСоΒ б()a1ivx:;）、.", max_size=8))
@settings(max_examples=300, deadline=None)
def test_letters_of_another_script_and_list_marks(text: str) -> None:
    assert mixed._OTHER.search(text) or not mixed._LIKE_LATIN.search(text)
    assert needles.holds(text, pairs._ROUND) or not pairs._LIST_MARK.search(text)


# Numbers -----------------------------------------------------------------------------------------

FIGURES = (
    "5 24 2023 90 1 000 89 3.5 - / . , ( ) + % COVID год году жизни й е ýyllar njy basis points G km and a of с \0 _"
)


@pytest.mark.parametrize("language", ["en", "tk", "ru"])
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_a_figure_is_what_stands_near_it(language: str, data: st.DataObject) -> None:
    words = lexicon(language)
    text = "".join(
        data.draw(st.lists(st.sampled_from([*FIGURES.split(" "), " ", " ", "89-м году жизни"]), max_size=16))
    )
    near = spaced.read_spaced(text, words, language)
    with patch.object(spaced, "_near_figures", spaced._TOKEN.finditer):
        assert near == spaced.read_spaced(text, words, language)


# Words of the tables -----------------------------------------------------------------------------


@cache
def _pieces(language: str) -> list[str]:
    """Parts of the forms of a language, with and without endings, and what stands between words."""
    at = LANGUAGES.index(language)
    cells = [form for _, _, columns, _ in vocabulary._rows() for form in vocabulary._split(columns[at])]
    bare = [form.lstrip("~-").replace("*", "").replace("#", "1") for form in cells]
    words = sorted({word for form in bare for word in (form, *form.split())})
    return [*words, *(word.lower() for word in words), " ", " ", "-", ".", "ů", "s", "2", "ň", "の"]


def _slowly(text: str, language: str) -> dict[str, list[vocabulary.Named]]:
    """What a text names, where nothing is known of its words."""
    plain, done = vocabulary._plain(text), 0
    found: dict[str, list[vocabulary.Named]] = {}
    for start, _ in vocabulary._places(plain, language):
        for form, length in vocabulary._longest(text, plain, start, language) if start >= done else ():
            done = max(done, start + length)
            if form.concept:
                one = vocabulary.Named(form.kind, form.concept, start, start + length, form.sure)
                found.setdefault(form.kind, []).append(one)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_known_of_a_word_is_what_it_names_in_a_text(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_pieces(language)), max_size=8))
    for text in ("".join(words), " ".join(words)):
        assert vocabulary.named(text, language) == _slowly(text, language)


# Neighbours --------------------------------------------------------------------------------------


@given(st.text("abсдъеёй’-ýäüšñ .", max_size=30), st.sampled_from(["en", "tk", "ru"]))
@settings(max_examples=300, deadline=None)
def test_a_text_without_a_strange_letter_has_no_strange_word(text: str, language: str) -> None:
    if not neighbours._STRANGE_LETTERS[language].search(text.lower()):
        own = neighbours._OWN_LETTERS[language]
        assert not neighbours._strange(text, own, language)


@given(st.text("abсшдюёй’- .ъ", max_size=30))
@settings(max_examples=300, deadline=None)
def test_a_russian_text_without_a_strange_letter_has_words_of_cyrillic_only(text: str) -> None:
    if not neighbours._STRANGE_LETTERS["ru"].search(text.lower()):
        cyrillic = " ".join(neighbours._CYRILLIC.findall(text))
        assert scripts.lowered(text) == scripts.lowered(cyrillic)


@given(st.lists(st.sampled_from("und ungen schaft ность de-ción tionsing we ýüz ning-lari the ськими ned".split())))
@settings(max_examples=200, deadline=None)
def test_what_a_text_says_for_a_neighbour_is_what_its_words_say(words: list[str]) -> None:
    for language, others in neighbours._LITTLE.items():
        told = {name: [0, 0] for name in others}
        for name, theirs, mine in (one for word in words for one in neighbours._told(word, language)):
            told[name] = [told[name][0] + theirs, told[name][1] + mine]
        for name, little in others.items():
            ending, surely = neighbours._ENDINGS.get(name), neighbours._SURELY.get((language, name))
            theirs = sum(word in little for word in words) + len(ending.findall(" ".join(words)) if ending else ())
            own, shared = neighbours._OWN[language], neighbours._SHARED[language][name]
            mine = sum((word in own) - (word in shared) for word in words)
            assert told[name] == [theirs, mine + len(surely.findall(" ".join(words)) if surely else ())]
