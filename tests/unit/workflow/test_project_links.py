"""Links that lead nowhere, or to themselves: each is named, and stops nothing but itself."""

from __future__ import annotations

import pytest

from i18n.workflow import build, check, extract, remembering
from tests.conftest import FAIR

LOST = "sources/2024-02-01-lost.txt"
ROUND = "sources/2024-02-02-round.txt"
RUSSIAN = f"locales/ru/LC_MESSAGES/{FAIR}.po"


@pytest.fixture
def linked(ministry):
    """The three bulletins, two links in the sources, and one in the place of a catalog."""
    (ministry.root / LOST).symlink_to("gone.txt")
    (ministry.root / ROUND).symlink_to(ministry.root / ROUND)
    (ministry.root / RUSSIAN).unlink()
    (ministry.root / RUSSIAN).symlink_to(ministry.root / RUSSIAN)
    return ministry


@pytest.mark.parametrize("command", [extract, check, build])
def test_a_link_that_leads_nowhere_is_named_by_its_file(command, linked):
    problems = command.run(linked.project).problems
    named = {found.place.path: found.message for found in problems if found.code == "H501"}
    assert named == {
        LOST: "the file cannot be read: No such file or directory",
        ROUND: "the file cannot be read: Too many levels of symbolic links",
        RUSSIAN: "the file cannot be read: Too many levels of symbolic links",
    }


def test_a_loop_in_the_place_of_a_template_is_named(ministry):
    template = f"locales/templates/{FAIR}.pot"
    (ministry.root / template).unlink()
    (ministry.root / template).symlink_to(ministry.root / template)
    found = extract.run(ministry.project).problems
    assert {(one.code, one.place.path) for one in found} == {("H501", template), ("H502", template)}


def test_a_loop_among_the_memories_is_named(ministry):
    (ministry.root / "locales/memory").mkdir()
    (ministry.root / "locales/memory/old.tmx").symlink_to("old.tmx")
    memory, (problem,) = remembering.opened(ministry.project)
    memory.close()
    assert (problem.code, problem.place.path) == ("H501", "locales/memory/old.tmx")


def test_links_that_lead_nowhere_keep_no_other_page_back(linked):
    build.run(linked.project)
    pages = {path.relative_to(linked.root).as_posix() for path in linked.root.glob("output/*/2024/03/*/*/index.html")}
    assert pages == {
        "output/en/2024/03/01/fair/index.html",
        "output/en/2024/03/02/carpets/index.html",
        "output/en/2024/03/03/talks/index.html",
        "output/ru/2024/03/02/carpets/index.html",
        "output/ru/2024/03/03/talks/index.html",
    }
