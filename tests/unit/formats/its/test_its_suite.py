"""The W3C's test suite of ITS 2.0: every file of its list gets exactly the lines that the suite expects."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from i18n.formats import its
from tests.conftest import shared

NAMESPACE = "{http://example.com/myns}"
SIZES = {
    "translate": 17, "localization-note": 20, "terminology": 15, "directionality": 10, "language-information": 7,
    "elements-within-text": 10, "domain": 10, "text-analysis": 13, "locale-filter": 13, "provenance": 16,
    "external-resource": 8, "target-pointer": 7, "id-value": 8, "preserve-space": 6,
    "localization-quality-issue": 23, "localization-quality-rating": 6, "mt-confidence": 11, "allowed-characters": 12,
    "storage-size": 13,
}  # fmt: skip
"""How many files of the suite are about each data category."""


class Case(NamedTuple):
    category: str
    name: str
    """Of the source, below the suite's folder."""
    expected: str


@pytest.fixture(scope="module")
def suite() -> Path:
    return shared("its-testsuite")


@pytest.fixture(scope="module")
def cases(suite: Path) -> list[Case]:
    """The suite's own list."""
    found = []
    for category in etree.parse(str(suite / "testsuiteMaster.xml")).iter(f"{NAMESPACE}dataCategory"):
        for file in category.iter(f"{NAMESPACE}inputfile"):
            expected = file.find(f"{NAMESPACE}expectedOutput").get("location")
            found.append(Case(category.get("identifier"), file.get("location"), (suite / expected).read_text("utf-8")))
    return found


def test_the_suite_is_whole(cases: list[Case]) -> None:
    found = [case.category for case in cases]
    assert {name: found.count(name) for name in found} == SIZES
    assert len(found) == 225
    assert list(SIZES) == [category.identifier for category in its.CATEGORIES]


@pytest.mark.parametrize("category", SIZES)
def test_every_file_gets_the_lines_of_the_suite(category: str, cases: list[Case], suite: Path) -> None:
    wrong = {
        case.name: difference
        for case in cases
        if case.category == category and (difference := differences(its.report(suite / case.name, category), case))
    }
    assert wrong == {}, f"{len(wrong)} of {SIZES[category]} files are reported otherwise"


def differences(found: str, case: Case) -> list[tuple[str, str]]:
    """The lines that differ: as they are and as they should be. Line ends, blanks at them and empty lines are free."""
    expected = [line.rstrip() for line in case.expected.splitlines() if line.strip()]
    lines = found.splitlines()
    return [pair for pair in zip(lines, expected, strict=False) if pair[0] != pair[1]] + (
        [(str(len(lines)), str(len(expected)))] if len(lines) != len(expected) else []
    )


def test_comments_and_the_encoding_change_no_answer(cases: list[Case], suite: Path, tmp_path: Path) -> None:
    shutil.copytree(suite / "inputdata", tmp_path / "inputdata")
    documents = [case for case in cases if case.name.endswith(".xml")]
    for case in documents:
        _disguise(suite / case.name, tmp_path / case.name)
    assert len(documents) == 136
    assert [case.name for case in documents if differences(its.report(tmp_path / case.name, case.category), case)] == []


def _disguise(source: Path, copy: Path) -> None:
    """The same document in UTF-16, with a comment in front of the text of every element."""
    tree = etree.parse(str(source))
    for element in list(tree.getroot().iter("*")):
        comment = etree.Comment(" translate=no ")
        comment.tail, element.text = element.text, None
        element.insert(0, comment)
    tree.write(str(copy), encoding="UTF-16", xml_declaration=True)
