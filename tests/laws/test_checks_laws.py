"""Laws of the checks: what is the same in two languages is silent, and what differs is found."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.checks import Pair, check_entry, check_pair
from i18n.model import Code

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALES = ("en", "tk", "ru", "ja")
DIRECTIONS = list(permutations(LOCALES, 2))
GOLD = Path(__file__).parents[1] / "gold" / "checks"

MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "tk": [
        "ýanwar",
        "fewral",
        "mart",
        "aprel",
        "maý",
        "iýun",
        "iýul",
        "awgust",
        "sentýabr",
        "oktýabr",
        "noýabr",
        "dekabr",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
}


# Dates ------------------------------------------------------------------------------------------


def kanji(number: int) -> str:
    """A number from 1 to 9999 in kanji."""
    digits, text = "〇一二三四五六七八九", ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, number = divmod(number, unit)
        if count:
            text += ("" if count == 1 and sign else digits[count]) + sign
    return text


def era(day: date) -> str:
    if day >= date(2019, 5, 1):
        return f"令和{'元' if day.year == 2019 else day.year - 2018}年"
    return f"平成{day.year - 1988}年" if day >= date(1990, 1, 1) else f"昭和{day.year - 1925}年"


DATE_FORMS: dict[str, list[Callable[[date], str]]] = {
    "en": [
        lambda d: f"on {MONTHS['en'][d.month - 1]} {d.day}, {d.year}",
        lambda d: f"on {d.day} {MONTHS['en'][d.month - 1]} {d.year}",
        lambda d: f"on {d:%d/%m/%Y}",
    ],
    "tk": [
        lambda d: f"{d.year}-nji ýylyň {d.day}-nji {MONTHS['tk'][d.month - 1]}ynda",
        lambda d: f"{d.day} {MONTHS['tk'][d.month - 1]} {d.year}",
        lambda d: f"{d.year}-njy ýylyň {MONTHS['tk'][d.month - 1]} aýynyň {d.day}-i",
        lambda d: f"{d:%d.%m.%Y}",
    ],
    "ru": [
        lambda d: f"{d.day} {MONTHS['ru'][d.month - 1]} {d.year} года",
        lambda d: f"{d.day}-го {MONTHS['ru'][d.month - 1].capitalize()} {d.year} г.",
        lambda d: f"{d:%d.%m.%Y}",
        lambda d: f"{d.day}\u00a0{MONTHS['ru'][d.month - 1]}\u00a0{d.year}",
    ],
    "ja": [
        lambda d: f"{d.year}年{d.month}月{d.day}日",
        lambda d: f"{era(d)}{d.month}月{d.day}日",
        lambda d: f"{d.year}年{d.month}月{d.day}日".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda d: f"{kanji(d.year)}年{kanji(d.month)}月{kanji(d.day)}日",
    ],
}

dates = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@st.composite
def written_dates(draw: st.DrawFn, locale: str, day: date) -> str:
    return draw(st.sampled_from(DATE_FORMS[locale]))(day)


@given(st.data(), st.sampled_from(DIRECTIONS), dates)
@settings(max_examples=300, deadline=None)
def test_one_day_in_two_languages_is_one_day(data: st.DataObject, direction: tuple[str, str], day: date) -> None:
    source, target = (data.draw(written_dates(locale, day)) for locale in direction)
    assert check_pair(source, target, *direction) == []


@given(st.data(), st.sampled_from(DIRECTIONS), dates, dates)
@settings(max_examples=300, deadline=None)
def test_another_day_is_found(data: st.DataObject, direction: tuple[str, str], day: date, other: date) -> None:
    assume(day != other)
    source = data.draw(written_dates(direction[0], day))
    target = data.draw(written_dates(direction[1], other))
    assert [problem.code for problem in check_pair(source, target, *direction)] == ["H233"]


# Numbers ----------------------------------------------------------------------------------------

EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TK = ["nol", "bir", "iki", "üç", "dört", "bäş", "alty", "ýedi", "sekiz", "dokuz"]
TK_TENS = ["on", "ýigrimi", "otuz", "kyrk", "elli", "altmyş", "ýetmiş", "segsen", "togsan"]
RU = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"]
RU_HUNDREDS = ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"]


def english(number: int) -> str:
    if number >= 1000:
        rest = number % 1000
        return f"{english(number // 1000)} thousand" + (f" {english(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{EN[number // 100]} hundred" + (f" and {english(rest)}" if rest else "")
    if number < 20:
        return EN[number]
    return EN_TENS[number // 10 - 2] + (f"-{EN[number % 10]}" if number % 10 else "")


def turkmen(number: int) -> str:
    words = []
    for unit, name in ((1000, "müň"), (100, "ýüz")):
        count, number = divmod(number, unit)
        if count:
            words += [TK[count], name] if count > 1 else [name]
    if number >= 10:
        words.append(TK_TENS[number // 10 - 1])
    if number % 10:
        words.append(TK[number % 10])
    return " ".join(words)


def russian(number: int) -> str:
    words = []
    if number >= 1000:
        words += [{1: "одна", 2: "две"}.get(number // 1000, RU[number // 1000]), "тысяч"]
    if number % 1000 >= 100:
        words.append(RU_HUNDREDS[number % 1000 // 100 - 1])
    tail = number % 100
    if tail >= 20:
        words.append(RU_TENS[tail // 10 - 2])
        tail %= 10
    if tail:
        words.append(RU[tail])
    return " ".join(words)


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


NUMBER_FORMS: dict[str, list[Callable[[int], str]]] = {
    "en": [lambda n: f"{n:,} trees", lambda n: f"{n} trees", lambda n: f"{english(n)} trees"],
    "tk": [lambda n: f"{grouped(n, ' ')} agaç", lambda n: f"{n} agaç", lambda n: f"{turkmen(n)} agaç"],
    "ru": [lambda n: f"{grouped(n, chr(0xA0))} дерево", lambda n: f"{n} дерево", lambda n: f"{russian(n)} дерево"],
    "ja": [
        lambda n: f"{n:,}本の木",
        lambda n: f"{n}本の木".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda n: f"{kanji(n)}本の木",
    ],
}
numbers = st.integers(3, 9999)


@given(st.data(), st.sampled_from(DIRECTIONS), numbers)
@settings(max_examples=300, deadline=None)
def test_one_number_in_two_languages_is_one_number(
    data: st.DataObject, direction: tuple[str, str], number: int
) -> None:
    source, target = (data.draw(st.sampled_from(NUMBER_FORMS[locale]))(number) for locale in direction)
    assert check_pair(source, target, *direction) == []


@given(st.data(), st.sampled_from(DIRECTIONS), numbers, numbers)
@settings(max_examples=300, deadline=None)
def test_another_number_is_found(data: st.DataObject, direction: tuple[str, str], number: int, other: int) -> None:
    assume(number != other)
    assume(not {number, other} & {10, 100, 1000})  # in words these mean "many" too often to count
    source = data.draw(st.sampled_from(NUMBER_FORMS[direction[0]]))(number)
    target = data.draw(st.sampled_from(NUMBER_FORMS[direction[1]]))(other)
    assert [problem.code for problem in check_pair(source, target, *direction)] == ["H232"]


SCALES: dict[str, Callable[[int, int], str]] = {
    "en": lambda tenths, power: (
        f"{tenths / 10:g} {('thousand', 'million', 'billion', 'trillion')[power // 3 - 1]} dollars"
    ),
    "tk": lambda t, p: f"{t / 10:g} {('müň', 'million', 'milliard', 'trillion')[p // 3 - 1]} dollar".replace(".", ","),
    "ru": lambda t, p: f"{t / 10:g} {('тыс.', 'млн', 'млрд', 'трлн')[p // 3 - 1]} долларов".replace(".", ",", 1),
    "ja": lambda tenths, power: f"{myriads(tenths * 10 ** (power - 1))}ドル",
}


def myriads(number: int) -> str:
    text = ""
    for unit, sign in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        count, number = divmod(number, unit)
        text += f"{count:,}{sign}" if count else ""
    return text


@given(st.sampled_from(DIRECTIONS), st.integers(11, 9999), st.sampled_from((3, 6, 9, 12)), st.integers(11, 9999))
@settings(max_examples=300, deadline=None)
def test_scale_words(direction: tuple[str, str], tenths: int, power: int, other: int) -> None:
    source, target = SCALES[direction[0]](tenths, power), SCALES[direction[1]](tenths, power)
    assert check_pair(source, target, *direction) == []
    if other != tenths:
        changed = SCALES[direction[1]](other, power)
        assert [problem.code for problem in check_pair(source, changed, *direction)] == ["H232"]


# A real bulletin --------------------------------------------------------------------------------

ROWS = tomllib.loads((GOLD / "reference.toml").read_text("utf-8"))["right"]


def mutants(text: str, locale: str) -> set[str]:
    """The text with one digit changed, and with one month changed."""
    changed = {text[:i] + str((int(text[i]) + 1) % 10) + text[i + 1 :] for i in range(len(text)) if text[i].isdigit()}
    for month, name in enumerate(MONTHS.get(locale, ())):
        if f" {name}" in text or f"nji {name}" in text:
            changed.add(text.replace(name, MONTHS[locale][(month + 5) % 12]))
    return changed


@pytest.mark.parametrize("direction", DIRECTIONS, ids="-".join)
def test_one_changed_digit_or_month_of_a_bulletin_is_found(direction: tuple[str, str]) -> None:
    source_locale, target_locale = direction
    tried = 0
    for row in ROWS:
        for mutant in mutants(row[target_locale], target_locale):
            codes = {problem.code for problem in check_pair(row[source_locale], mutant, *direction)}
            assert codes & {"H232", "H233"}, mutant
            tried += 1
    assert tried > 20


# Anything ---------------------------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [
        "23",
        "2024",
        "-nji",
        "1,5",
        "万",
        "億",
        "令和",
        "元年",
        "月",
        "日",
        "января",
        "May",
        " ",
        ".",
        ",",
        "-",
        "<a>",
        "</a>",
        "<",
        "&lt;",
        "İ",
        "ı",
        "VI",
        "half",
        "a",
        "million",
        "тыс.",
        "с половиной",
        "分の",
        "午後3時半",
        "+993 12",
        "www.",
        "@",
        "٣",
        "²",
        "Ⅵ",
        "\x00",
        "\u3000",
        "第",
        "三百",
        "ýarym",
        "10:30",
    ]
)
noise = st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=14).map("".join)
locales = st.sampled_from((*LOCALES, "zh-TW", "de", "tk-TM"))


@given(noise, noise, locales, locales)
@settings(max_examples=400, deadline=None)
def test_any_text_is_judged_and_every_span_lies_in_the_target(source: str, target: str, a: str, b: str) -> None:
    for problem in check_pair(source, target, a, b):
        if problem.span:
            assert 0 <= problem.span[0] < problem.span[1] <= len(target)


@given(noise, st.sampled_from(LOCALES))
@settings(max_examples=200, deadline=None)
def test_the_source_itself_has_the_numbers_and_dates_of_the_source(text: str, locale: str) -> None:
    codes = {problem.code for problem in check_pair(text, text, locale, locale)}
    assert not codes & {"H231", "H232", "H233", "H234", "H235", "H236"}


content = st.lists(
    st.sampled_from(
        ["text", Code(1, "open", "a", ("<a>",)), Code(1, "close", "a", ("</a>",)), Code(2, "alone", "br", ("<br>",))]
    ),
    max_size=6,
).map(tuple)


@given(content, content)
@settings(max_examples=200, deadline=None)
def test_codes_are_right_exactly_when_each_stands_once(
    source: tuple[str | Code, ...], target: tuple[str | Code, ...]
) -> None:
    wanted = sorted(str(part.markup) for part in source if isinstance(part, Code))
    given_codes = sorted(str(part.markup) for part in target if isinstance(part, Code))
    found = check_entry(Pair(source, ("x", *target), "en", "en"))
    if wanted != given_codes:
        assert {problem.code for problem in found} == {"H231"}
