"""The gold tables: pairs that a translator can read, each with its verdict."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from i18n.checks import check_pair
from i18n.glossary import parse

FOLDER = Path(__file__).parents[2] / "gold" / "checks"
LOCALES = ("en", "tk", "ru", "ja")
TERMS = parse((Path(__file__).parents[3] / "locales" / "glossary.csv").read_text("utf-8"), "glossary.csv")
Row = dict[str, Any]


def rows(verdict: str) -> list[Row]:
    """Every row of a kind, of every table."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))]
    return [row for table in tables for row in table.get(verdict, [])]


def directions(row: Row) -> list[tuple[str, str]]:
    """The pairs of languages of a row: both ways, unless the first is the source."""
    languages = [key for key in row if key in LOCALES]
    return [(languages[0], languages[1])] if row.get("one_way") else list(permutations(languages, 2))


def codes(row: Row, source: str, target: str) -> set[str]:
    found = check_pair(row[source], row[target], source, target, glossary=TERMS)
    return {problem.code for problem in found}


def name(row: Row) -> str:
    return next(row[key] for key in row if key in LOCALES)[:30]


@pytest.mark.parametrize("row", rows("right"), ids=name)
def test_good_translations_stay_silent(row: Row) -> None:
    found = {pair: codes(row, *pair) for pair in directions(row)}
    assert found == {pair: set() for pair in directions(row)}


@pytest.mark.parametrize("row", rows("wrong"), ids=name)
def test_defects_are_found(row: Row) -> None:
    missed = [pair for pair in directions(row) if row["code"] not in codes(row, *pair)]
    assert missed == []


@pytest.mark.parametrize("verdict", ["right", "wrong"])
def test_the_tables_cover_every_pair_of_languages(verdict: str) -> None:
    assert {pair for row in rows(verdict) for pair in directions(row)} == set(permutations(LOCALES, 2))
