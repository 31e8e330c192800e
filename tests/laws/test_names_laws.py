"""Laws of names by their sound: a name is itself in every case, and whatever a text holds, it is read in time."""

from __future__ import annotations

import time
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from i18n.checks import Pair, check_pair
from i18n.checks.names import NAMES
from i18n.names import finding, readings, sounds

LANGUAGES = ("en", "ru", "tk", "ja")
PERSONS = [
    {"en": "Meredov", "ru": "Мередов", "tk": "Meredow", "ja": "メレドフ"},
    {"en": "Shinkevich", "ru": "Шинкевич", "tk": "Şinkewiç", "ja": "シンケヴィチ"},
    {"en": "Kishida", "ru": "Кисида", "tk": "Kişida", "ja": "キシダ"},
    {"en": "Guterres", "ru": "Гутерриш", "tk": "Guterriş", "ja": "グテーレス"},
    {"en": "Johnson", "ru": "Джонсон", "tk": "Jonson", "ja": "ジョンソン"},
    {"en": "Fidan", "ru": "Фидан", "tk": "Fidan", "ja": "フィダン"},
    {"en": "Orazov", "ru": "Оразов", "tk": "Orazow", "ja": "オラゾフ"},
    {"en": "Mirziyoyev", "ru": "Мирзиёев", "tk": "Mirziýoýew", "ja": "ミルジヨーエフ"},
]
ENDINGS = {
    "en": ["", "’s"],
    "ru": ["", "а", "у", "ом", "ым", "е"],
    "tk": ["", "yň", "y", "a", "da", "dan", "iň", "nyň"],
    "ja": [""],
}
LETTERS = st.text(st.sampled_from("ABÇИЯШabcýшя .,-'’«»\n・ァメレドフ林外相さん岸田文雄大臣"), max_size=60)


@st.composite
def in_a_case(draw: st.DrawFn) -> tuple[int, str, str]:
    number, language = draw(st.integers(0, len(PERSONS) - 1)), draw(st.sampled_from(LANGUAGES))
    return number, language, PERSONS[number][language] + draw(st.sampled_from(ENDINGS[language]))


@given(in_a_case(), in_a_case())
@example((0, "en", "Meredov’s"), (7, "en", "Mirziyoyev’s"))
def test_names_are_told_apart_in_every_script_and_case(one: tuple[int, str, str], other: tuple[int, str, str]) -> None:
    (first, here, a), (second, there, b) = one, other
    assert sounds.alike(a, here, b, there) == (first == second)
    assert sounds.alike(b, there, a, here) == sounds.alike(a, here, b, there)
    if first == second:
        assert not sounds.unlike(a, here, b, there)


@given(LETTERS, st.sampled_from(LANGUAGES))
def test_what_is_found_lies_in_the_text_in_order(text: str, language: str) -> None:
    found = finding.find(text, language)
    for group in found.groups:
        assert 0 <= group.start < group.end <= len(text)
        assert all(word.quick() <= found.quick for word in group.words)
    assert [group.start for group in found.groups] == sorted(group.start for group in found.groups)
    assert all(0 <= reading.start < reading.end <= len(text) for reading in readings.find(text))


@given(LETTERS, st.sampled_from(list(permutations(LANGUAGES, 2))))
def test_nobody_is_missed_in_a_text_without_names(text: str, pair: tuple[str, str]) -> None:
    said = {problem.code for problem in check_pair(text, "ja ja ja", *pair)}
    assert "H289" not in said or finding.find(text, pair[0]).groups


HOSTILE = [
    "Aa " * 20_000,
    "A" * 60_000,
    "Bbova" * 10_000,
    "A. " * 20_000,
    "Дд-" * 20_000,
    "メ・" * 20_000,
    "岸田" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:4])
@pytest.mark.parametrize("pair", [("en", "ru"), ("ru", "tk"), ("ja", "en"), ("tk", "ja")], ids="-".join)
def test_hostile_texts_are_read_in_time(text: str, pair: tuple[str, str]) -> None:
    started = time.process_time()
    list(NAMES.run(Pair((text,), ("Олег Иванов и Anna Scholz と岸田外相。" + text[::-1],), *pair)))
    assert time.process_time() - started < 5
