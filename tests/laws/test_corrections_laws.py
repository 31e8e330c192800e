"""Laws of the corrections: what a slip of the hand did to a good translation, the check's own correction undoes."""

from __future__ import annotations

import tomllib
import unicodedata
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.checks import check_pair
from i18n.checks.corrections import corrected

if TYPE_CHECKING:
    from collections.abc import Callable

GOLD = Path(__file__).parents[1] / "gold" / "checks"
ROWS = tomllib.loads((GOLD / "reference.toml").read_text("utf-8"))["right"]
LOCALES = ("en", "tk", "ru", "ja")

Slip = tuple[str, tuple[str, ...], "Callable[[str, int], str]"]
SLIPS: dict[str, Slip] = {
    "two spaces": ("H245", ("en", "tk", "ru"), lambda text, at: _at(text, " ", at, "  ")),
    "a space before a comma": ("H245", ("en", "tk", "ru"), lambda text, at: _at(text, ",", at, " ,")),
    "no space behind a comma": ("H245", ("en", "tk", "ru"), lambda text, at: _glued(text, at)),
    "a space at the end": ("H245", LOCALES, lambda text, _: f"{text} "),
    "a space in Japanese": ("H245", ("ja",), lambda text, at: _at(text, "、", at, " 、")),
    "a word twice": ("H246", ("en", "tk", "ru"), lambda text, at: _twice(text, at)),
    "a full stop in Japanese": ("H247", ("ja",), lambda text, _: text.replace("。", ".")),
    "a zero-width space": ("H256", LOCALES, lambda text, at: _inside(text, at, "\u200b")),
    "a soft hyphen": ("H256", LOCALES, lambda text, at: _inside(text, at, "\u00ad")),
    "letters taken apart": ("H256", ("tk", "ja"), lambda text, _: unicodedata.normalize("NFD", text)),
    "marks of English": ("H244", ("tk", "ru"), lambda text, _: text.replace("«", '"').replace("»", '"')),
    "a kanji for a katakana": ("H257", ("ja",), lambda text, _: text.replace("ニスタン", "二スタン")),
}


def _places(text: str, what: str) -> list[int]:
    return [at for at in range(1, len(text) - 1) if text.startswith(what, at)]


def _at(text: str, what: str, at: int, instead: str) -> str:
    places = _places(text, what)
    if not places:
        return text
    place = places[at % len(places)]
    return text[:place] + instead + text[place + len(what) :]


def _glued(text: str, at: int) -> str:
    places = [place for place in _places(text, ", ") if text[place - 1].isalpha() and text[place + 2].isalpha()]
    if not places:
        return text
    place = places[at % len(places)]
    return text[: place + 1] + text[place + 2 :]


def _twice(text: str, at: int) -> str:
    words = text.split(" ")
    place = at % len(words)
    if not words[place].isalpha() or len(words[place]) < 4:
        return text
    return " ".join([*words[:place], words[place], *words[place:]])


def _inside(text: str, at: int, sign: str) -> str:
    place = 1 + at % (len(text) - 1)
    return text[:place] + sign + text[place:]


@pytest.mark.parametrize("slip", SLIPS)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_correction_gives_the_good_text_back(slip: str, data: st.DataObject) -> None:
    code, locales, spoil = SLIPS[slip]
    source, target = data.draw(st.sampled_from([pair for pair in permutations(LOCALES, 2) if pair[1] in locales]))
    good = [row for row in ROWS if spoil(row[target], 0) != row[target]]
    row = data.draw(st.sampled_from(good or ROWS))
    text = row[target]
    spoiled = spoil(text, data.draw(st.integers(0, 500)))
    assume(spoiled != text)
    found = check_pair(row[source], spoiled, source, target)
    assert code in {problem.code for problem in found}
    assert corrected(spoiled, found).text == text


@given(st.sampled_from(ROWS), st.sampled_from(list(permutations(LOCALES, 2))))
@settings(max_examples=60, deadline=None)
def test_a_good_text_is_left_alone(row: dict[str, str], direction: tuple[str, str]) -> None:
    source, target = (row[locale] for locale in direction)
    assert corrected(target, check_pair(source, target, *direction)).text == target
