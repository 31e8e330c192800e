"""The tables of subjects and of opposites: a word names its concept, is that concept in every language, and is none of its neighbours."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from i18n import checks
from i18n.checks import Pair, tablefile
from i18n.checks.swapped import opposites, subjects
from i18n.checks.vocabulary import LANGUAGES, named

TABLES = Path(checks.__file__).parent / "tables"
Words = dict[str, str]
"""By language."""


def _surely(cell: str) -> str | None:
    forms = (form.strip() for form in cell.split(","))
    return next((form.replace("*", "") for form in forms if form[0] not in "~-"), None)


def parts(name: str) -> dict[str, dict[str, Words]]:
    """Of each part of a table, the concepts with the first sure word that each language has."""
    table = tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))
    return {
        kind: {
            concept: {
                language: form
                for language, cell in zip(LANGUAGES, cells, strict=True)
                if (form := _surely(cell)) is not None
            }
            for concept, cells in rows.items()
        }
        for kind, rows in table.items()
    }


PARTS = [
    (kind, concepts) for name in ("economy", "life", "society", "contrasts") for kind, concepts in parts(name).items()
]


@pytest.mark.parametrize(("kind", "concepts"), PARTS, ids=[kind for kind, _ in PARTS])
def test_a_word_names_its_concept(kind: str, concepts: dict[str, Words]) -> None:
    for concept, words in concepts.items():
        for language, word in words.items():
            assert concept in {one.concept for one in named(word, language).get(kind, []) if one.sure}, word


@pytest.mark.parametrize(("kind", "concepts"), PARTS, ids=[kind for kind, _ in PARTS])
def test_a_concept_is_itself_in_every_language_and_none_of_the_others(kind: str, concepts: dict[str, Words]) -> None:
    told = {}
    for source, target in permutations(LANGUAGES, 2):
        for (concept, words), (other, theirs) in permutations(concepts.items(), 2):
            if source in words and target in theirs and target in words:
                said = (words[source], words[target]), (words[source], theirs[target])
                told[source, target, concept, other] = [bool(_found(*texts, source, target)) for texts in said]
    assert {key: each for key, each in told.items() if each != [False, True]} == {}


def _found(text: str, translation: str, source: str, target: str) -> list[checks.Finding]:
    pair = Pair((text,), (translation,), source, target)
    return [*subjects(pair), *opposites(pair)]


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_table_is_what_toml_says(path: Path) -> None:
    text = path.read_text("utf-8")
    wanted, found = tomllib.loads(text), tablefile.read(text)
    assert found == wanted
    assert [list(rows) for rows in found.values()] == [list(rows) for rows in wanted.values()]
