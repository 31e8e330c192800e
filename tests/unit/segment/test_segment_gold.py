"""The cuts against the gold files, and against the first bulletin and its reference translation."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from i18n.segment import split

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("segment_score", ROOT / "benchmarks" / "segment_score.py")
assert _spec is not None
assert _spec.loader is not None
segment_score = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = segment_score
_spec.loader.exec_module(segment_score)

SHARED = ROOT.parents[1] / "shared"


@pytest.mark.parametrize("locale", ["en", "ru", "tk", "ja"])
def test_the_cuts_agree_with_the_gold(locale: str) -> None:
    paragraphs = segment_score.read_gold(segment_score.GOLD / f"{locale}.txt")
    assert len(paragraphs) >= 150
    found = segment_score.score(paragraphs, segment_score.habar, locale)
    assert found.f1 >= 0.98
    assert found.precision >= 0.98


@pytest.mark.parametrize(
    "folder", ["held_out", "held_out_2", "held_out_3", "held_out_4", "independent", "independent_2", "news"]
)
@pytest.mark.parametrize("locale", ["en", "ru", "tk", "ja"])
def test_the_sets_written_after_the_rules_stay_right(folder: str, locale: str) -> None:
    paragraphs = segment_score.read_gold(segment_score.GOLD / folder / f"{locale}.txt")
    found = segment_score.score(paragraphs, segment_score.habar, locale)
    assert found.f1 >= (0.995 if folder == "news" else 0.95)


def test_the_score_counts_boundaries() -> None:
    paragraph = segment_score.Paragraph(1, "A b. C d. E f.", frozenset({4, 9}))
    found = segment_score.score([paragraph], lambda *_: {4, 6}, "en")
    assert found == segment_score.Score(right=1, wrong=1, missed=1, exact=0, paragraphs=1)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def _shared(name: str) -> str:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path.read_text(encoding="utf-8")


def test_the_first_bulletin_has_thirteen_sentences() -> None:
    record = _shared("bulletins/2024-01-23-turkmenistan-japan-ministers.txt")
    paragraphs = record.split("\n\n")[2:]
    assert [len(split(paragraph, "en")) for paragraph in paragraphs] == [1, 3, 2, 1, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(("column", "locale"), [(2, "en"), (3, "tk"), (4, "ru"), (5, "ja")])
def test_the_reference_translation_is_cut_into_its_rows(column: int, locale: str) -> None:
    table = _shared("domain/reference-translation.md")
    rows = [line.split("|") for line in table.split("\n") if line.startswith("| p")]
    paragraphs: dict[str, list[str]] = {}
    for row in rows:
        paragraphs.setdefault(row[1].strip().split(".")[0], []).append(row[column].strip())
    glue = "" if locale == "ja" else " "
    texts = [glue.join(sentences) for sentences in paragraphs.values()]
    assert len(texts) == 10
    assert [[text[a:b] for a, b in split(text, locale)] for text in texts] == list(paragraphs.values())
