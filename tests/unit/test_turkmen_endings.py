"""Endings of Turkmen: ordinals by the word that is read last, and the cases of names that are certain."""

from __future__ import annotations

import pytest

from i18n.adapt import turkmen

CASES = ("genitive", "dative", "accusative", "locative", "ablative")


@pytest.mark.parametrize(
    "number", [6, 9, 10, 16, 19, 26, 30, 40, 60, 90, 106, 110, 2006, 2010, 2030, 2040, 2029, 10**6, 10**9]
)
def test_back(number: int) -> None:
    assert turkmen.ending("-nji", 1, number) == "-njy"


@pytest.mark.parametrize(
    "number", [1, 2, 3, 4, 5, 7, 8, 20, 50, 70, 80, 100, 500, 1000, 2000, 2020, 2024, 2100, 12_000, 100_000]
)
def test_front(number: int) -> None:
    assert turkmen.ending("-njy", 6, number) == "-nji"


@pytest.mark.parametrize(
    ("old", "was", "now", "new"),
    [
        ("-nji", 6, 7, None),  # misspelled: it is -njy
        ("nji", 5, 6, "njy"),
        ("-njiden", 5, 7, "-njiden"),
        ("-njiden", 5, 6, None),
        ("-sine", 5, 25, "-sine"),
        ("-sine", 5, 50, None),
        ("", 5, 6, ""),
        (" million", 5, 6, " million"),
    ],
)
def test_what_stands_behind_a_number(old: str, was: int, now: int, new: str | None) -> None:
    assert turkmen.ending(old, was, now) == new


@pytest.mark.parametrize(
    ("name", *CASES),
    [
        ("Türkmenistan", "Türkmenistanyň", "Türkmenistana", "Türkmenistany", "Türkmenistanda", "Türkmenistandan"),
        ("Ýaponiýa", "Ýaponiýanyň", "Ýaponiýa", "Ýaponiýany", "Ýaponiýada", "Ýaponiýadan"),
        ("Duşenbe", "Duşenbäniň", "Duşenbä", "Duşenbäni", "Duşenbede", "Duşenbeden"),
        ("Pekin", "Pekiniň", "Pekine", "Pekini", "Pekinde", "Pekinden"),
        ("Mary", "Marynyň", "Mara", "Maryny", "Maryda", "Marydan"),
        ("Raşid Meredow", "Raşid Meredowyň", "Raşid Meredowa", "Raşid Meredowy", "Raşid Meredowda", "Raşid Meredowdan"),
        ("Tokio", "Tokionyň", None, "Tokiony", "Tokioda", "Tokiodan"),
        ("Samarkant", None, None, None, "Samarkantda", "Samarkantdan"),
    ],
)  # fmt: skip
def test_cases(
    name: str, genitive: str | None, dative: str | None, accusative: str | None, locative: str, ablative: str
) -> None:
    found = turkmen.cases(name)
    assert [found.get(case) for case in CASES] == [genitive, dative, accusative, locative, ablative]


def test_what_has_no_vowel_has_no_cases() -> None:
    assert turkmen.cases("BMG") == {}
