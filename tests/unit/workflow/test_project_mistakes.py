"""Every project in ``tests/mistakes/projects`` gets exactly the messages in its file ``messages.txt``.

Where single sources are wrong, the others are extracted; where the settings are wrong, nothing is written.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from i18n import config
from i18n.problems import HabarError, Problem
from i18n.workflow import extract

FOLDER = Path(__file__).parents[2] / "mistakes" / "projects"
CASES = sorted(path.name for path in FOLDER.iterdir())


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the case, to work on."""
    return shutil.copytree(FOLDER / request.param, tmp_path / request.param)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        return tuple(extract.run(config.find(folder)).problems)
    except HabarError as error:
        return error.problems


@pytest.mark.parametrize("folder", CASES, indirect=True)
def test_a_project_is_told_its_mistakes_in_these_words(folder: Path) -> None:
    found = "".join(f"{problem}\n    {problem.hint}\n" for problem in problems_of(folder))
    expected = FOLDER / folder.name / "messages.txt"
    if os.environ.get("HABAR_BLESS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8") != ""


@pytest.mark.parametrize(
    ("folder", "extracted"),
    [
        ("bulletin-settings-misspelled", {"2024-03-22-other"}),
        ("files-that-nobody-reads", {"2024-03-21-carpets"}),
        ("names-that-are-no-ids", set()),
        ("two-sources-with-one-id", set()),
        ("unknown-kind-of-file", {"2024-03-21-carpets"}),
    ],
    indirect=["folder"],
)
def test_the_good_sources_beside_the_bad_ones_are_extracted(folder: Path, extracted: set[str]) -> None:
    problems_of(folder)
    assert {path.stem for path in folder.glob("locales/*/LC_MESSAGES/*.po")} == {*extracted, "site"}


@pytest.mark.parametrize("folder", [name for name in CASES if not (FOLDER / name / "sources").is_dir()], indirect=True)
def test_nothing_is_written_where_the_settings_are_wrong(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert problems_of(folder)
    assert sorted(folder.rglob("*")) == before
