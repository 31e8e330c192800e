"""Every folder here is one example: a project as it was, and in ``expected/`` its catalogs after ``habar extract``.

``about.md`` says in plain words what the example shows. With HABAR_BLESS=1 in the environment the
expected files are written anew instead of compared; read the difference before you keep it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from i18n import config
from i18n.workflow import extract
from i18n.workflow.extract import ExtractReport

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/about.md"))
BLESS = os.environ.get("HABAR_BLESS") == "1"


def catalogs(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> config.Project:
    """A copy of the case, to work on."""
    shutil.copytree(FOLDER / request.param, tmp_path / "case", ignore=shutil.ignore_patterns("expected", "about.md"))
    return config.find(tmp_path / "case")


def run(project: config.Project) -> ExtractReport:
    """Extracts every bulletin of the case by its name, so that the words of the page frame stay out of it."""
    report = extract.run(project, sorted(path.stem for path in project.sources.glob("*.txt")))
    assert report.problems == []
    return report


by_case = pytest.mark.parametrize("project", CASES, indirect=True)


@pytest.mark.parametrize(("case", "project"), [(case, case) for case in CASES], indirect=["project"], ids=CASES)
def test_the_catalogs_are_the_expected_ones(case: str, project: config.Project) -> None:
    run(project)
    found = catalogs(project.root / "locales")
    expected = FOLDER / case / "expected"
    if BLESS:
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(project.root / "locales", expected)
    assert found == catalogs(expected)


@by_case
def test_a_second_run_changes_no_byte(project: config.Project) -> None:
    run(project)
    before = catalogs(project.root)
    again = run(project)
    assert catalogs(project.root) == before
    assert (again.templates, [change for change in again.changes if change.written]) == (0, [])


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext (msgfmt) is not installed")
@by_case
def test_gettext_takes_the_catalogs(project: config.Project) -> None:
    run(project)
    for path in sorted(project.root.glob("locales/*/LC_MESSAGES/*.po")):
        ended = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
        assert (path.name, ended.returncode, ended.stderr) == (path.name, 0, "")
