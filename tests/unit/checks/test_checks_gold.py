"""The gold tables: pairs that a translator can read, each with its verdict."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from i18n.checks import check_pair

FOLDER = Path(__file__).parents[2] / "gold" / "checks"
LOCALES = ("en", "tk", "ru", "ja")
Case = tuple[str, str, str, str, str | None]


def cases(verdict: str) -> list[Case]:
    """Every directed pair of the rows of a kind: locales, texts, and the code that must be found."""
    found: list[Case] = []
    for file in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(file.read_text("utf-8")).get(verdict, []):
            languages = [key for key in row if key in LOCALES]
            pairs = [tuple(languages)] if row.get("one_way") else list(permutations(languages, 2))
            found += [(a, b, row[a], row[b], row.get("code")) for a, b in pairs]
    return found


def codes(case: Case) -> set[str]:
    a, b, source, target, _ = case
    return {problem.code for problem in check_pair(source, target, a, b)}


@pytest.mark.parametrize("case", cases("right"), ids=lambda case: f"{case[0]}-{case[1]}-{case[3][:20]}")
def test_good_translations_stay_silent(case: Case) -> None:
    assert codes(case) == set()


@pytest.mark.parametrize("case", cases("wrong"), ids=lambda case: f"{case[0]}-{case[1]}-{case[4]}-{case[3][:20]}")
def test_defects_are_found(case: Case) -> None:
    assert case[4] in codes(case)


def test_the_table_covers_every_pair_of_languages() -> None:
    for verdict in ("right", "wrong"):
        assert {case[:2] for case in cases(verdict)} == set(permutations(LOCALES, 2))
