"""Laws of adapted matches: right by tables made elsewhere, silent in the checks, and undone by adapting back."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.adapt import adapt
from i18n.checks import check_pair

law = settings(max_examples=150, deadline=None)

# By hand, and not from the tables of the program.
RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
TK = "ýanwarynda fewralynda martynda aprelinde maýynda iýunynda iýulynda awgustynda sentýabrynda oktýabrynda noýabrynda dekabrynda".split()
EN = "January February March April May June July August September October November December".split()
WORDS = {1: "birinji", 2: "ikinji", 3: "üçünji", 4: "dördünji", 5: "bäşinji", 6: "altynjy", 7: "ýedinji", 8: "sekizinji", 9: "dokuzynjy",
         10: "onunjy", 20: "ýigriminji", 30: "otuzynjy", 40: "kyrkynjy", 50: "ellinji", 60: "altmyşynjy", 70: "ýetmişinji",
         80: "segseninji", 90: "togsanynjy", 100: "ýüzünji", 1000: "müňünji"}  # fmt: skip


def turkmen(number: int) -> str:
    """2024-nji, by the last word of the number as it is read."""
    for whole, step in ((10, 1), (100, 10), (1000, 100), (10**6, 1000)):
        if number % whole:
            rest = number % whole
            word = WORDS[rest // step * step if step < 100 else step]
            return f"{number}-{word[-3:]}"
    raise AssertionError(number)


def written(day: date, language: str) -> str:
    month = day.month - 1
    return {
        "en": f"On {EN[month]} {day.day}, {day.year}, the parties met.",
        "ru": f"{day.day} {RU[month]} {day.year} года стороны встретились.",
        "tk": f"{turkmen(day.year)} ýylyň {turkmen(day.day)} {TK[month]} taraplar duşuşdylar.",
        "ja": f"{day.year}年{day.month}月{day.day}日、双方は会談しました。",
    }[language]


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
pairs = st.permutations(["en", "ru", "tk", "ja"]).map(lambda order: tuple(order[:2]))


@given(days, days, pairs)
@law
def test_any_day_becomes_any_other_in_every_language(one, other, pair):
    source, target = pair
    found = adapt(written(other, source), written(one, source), written(one, target), source, target, None)
    assert found is not None
    assert found.target == written(other, target)


visits = st.tuples(days, st.integers(1, 27), st.integers(1, 4)).map(
    lambda drawn: (drawn[0].year, drawn[0].month, drawn[1], min(drawn[1] + drawn[2], 28))
)


def visited(visit: tuple[int, int, int, int], language: str) -> str:
    year, month, first, last = visit
    return {
        "en": f"On {first}–{last} {EN[month - 1]} {year}",
        "ru": f"{first}–{last} {RU[month - 1]} {year} года",
        "tk": f"{turkmen(year)} ýylyň {first}–{turkmen(last)} {TK[month - 1]}",
        "ja": f"{year}年{month}月{first}日から{last}日まで",
    }[language]


@given(visits, visits, pairs)
@law
def test_several_days_become_any_others(one, other, pair):
    source, target = pair
    found = adapt(visited(other, source), visited(one, source), visited(one, target), source, target, None)
    assert found is not None
    assert found.target == visited(other, target)


NOUNS = {"en": "{} places", "ru": "мест: № {}", "tk": "{} ýer", "ja": "{}か所"}
amounts = st.integers(2, 999_999)


def counted(number: int, language: str) -> str:
    text = f"{number:,}" if number > 9999 else str(number)
    return NOUNS[language].format(text if language in ("en", "ja") else text.replace(",", " "))


@given(amounts, amounts, pairs)
@law
def test_a_number_keeps_the_style_of_the_language_or_is_left(one, other, pair):
    source, target = pair
    found = adapt(counted(other, source), counted(one, source), counted(one, target), source, target, None)
    assume(found)
    assert found.target == counted(other, target)
    assert adapt(counted(one, source), counted(other, source), found.target, source, target, None).target == counted(
        one, target
    )


@given(st.integers(1, 9_999), st.integers(1, 9_999))
@law
def test_turkmen_ordinals_end_as_they_are_read(one, other):
    found = adapt(f"{other}-я встреча", f"{one}-я встреча", f"{turkmen(one)} duşuşyk", "ru", "tk", None)
    assert found is not None or len(str(one)) != len(str(other))
    assert found is None or found.target == f"{turkmen(other)} duşuşyk"


pieces = st.sampled_from(
    "3 5 7 12 21 100 2024 2025 1.5 10,000 10 000 09:30 5-nji 6-njy 5-й 5th January ýanwarynda января 1月 3日 令和6年 万 億 % № "
    "Japan Японии and и с о 1,5 млн million 二 ５ - – ( ) . the a an".split(" ")
)
texts = st.lists(pieces, max_size=8).map(" ".join)


@given(texts, texts, texts, pairs)
@settings(max_examples=300, deadline=None)
def test_whatever_is_adapted_goes_back_and_passes_the_checks(new, old, target, pair):
    found = adapt(new, old, target, *pair, None)
    if found is None or new == old:
        return
    back = adapt(old, new, found.target, *pair, None)
    assert back is not None
    assert back.target == target
    codes = {problem.code for problem in check_pair(new, found.target, *pair)}
    assert not codes & {"H232", "H233", "H234", "H248", "H249"}


changes = st.lists(st.tuples(pieces, pieces, st.booleans()), min_size=1, max_size=5)


@given(changes, pairs)
@settings(max_examples=300, deadline=None)
def test_texts_that_are_alike_go_back_as_well(parts, pair):
    old = " ".join(f"x {one}" for one, _, _ in parts)
    new = " ".join(f"x {other if changed else one}" for one, other, changed in parts)
    found = adapt(new, old, old, *pair, None)
    if found is not None and new != old:
        assert adapt(old, new, found.target, *pair, None).target == old
        assert not {problem.code for problem in check_pair(new, found.target, *pair)} & {"H232", "H233", "H248"}


@given(days, days, pairs, st.sampled_from(["", " not", " "]), st.integers(0, 30))
@law
def test_a_text_that_says_anything_else_is_left(one, other, pair, more, place):
    source, target = pair
    new = written(other, source)
    changed = f"{new[:place]}{more}{new[place:]}"
    assume(more.strip() and not changed[max(0, place - 1) : place + 1].strip().isdigit())
    assert adapt(changed, written(one, source), written(one, target), source, target, None) is None
