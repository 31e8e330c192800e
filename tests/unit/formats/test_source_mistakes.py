"""Every source in ``tests/mistakes/sources`` is refused with exactly the messages in the file beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n import formats
from i18n.problems import HabarError, Problem, problem

FOLDER = Path(__file__).parents[2] / "mistakes" / "sources"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_a_mistaken_source_is_refused_in_these_words(name: str) -> None:
    data = (FOLDER / f"{name}.txt").read_bytes()
    found = "".join(f"{problem}\n    {problem.hint}\n" for problem in errors(name, data))
    assert found == (FOLDER / f"{name}.messages").read_text(encoding="utf-8")


def errors(name: str, data: bytes) -> list[Problem]:
    """Why a project does not take the file: its reader refuses it, or remarks on an error."""
    try:
        document = formats.read(formats.Source(name, f"sources/{name}.txt", data, "en", "sentence"))
    except HabarError as refused:
        return list(refused.problems)
    found = [problem(remark.code, remark.place, remark.message) for remark in document.remarks]
    return [one for one in found if one.severity == "error"]


def test_every_file_of_messages_has_its_source() -> None:
    assert {path.stem for path in FOLDER.glob("*.messages")} == {path.stem for path in FOLDER.glob("*.txt")} != set()
