"""Every record in ``tests/gold/records`` is understood as the file beside it says.

``v01`` to ``v14`` are the shapes of docs/reference/sources.md, one by one; the others mix them. Then comes the language:
``v05-tk-no-record-line.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from i18n import content, formats
from i18n.model import Document, Unit

FOLDER = Path(__file__).parents[3] / "gold" / "records"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def understood(document: Document) -> Iterator[str]:
    """The document in the words of the expected files."""
    meta = document.meta
    for name, day in (("record", meta.record_date), ("display", meta.display_date), ("event", meta.event_date)):
        yield f"{name}: {day or '-'}"
    title = document.unit("title")
    yield f"title: {content.msgid(title.content) if title else '-'}"
    yield from (_unit(unit) for unit in document.units if unit.role not in ("title", "date"))
    yield from (f"out: {left.rule}: {left.text}" for left in document.left_out)
    yield from (f"remark: {remark.code}" for remark in document.remarks)


def _unit(unit: Unit) -> str:
    role = "" if unit.role == "paragraph" else f" {unit.role}"
    lead = f" of {unit.lead}" if unit.lead else ""
    return f"{unit.id}{role}{lead}: {content.msgid(unit.content)}"


def read(name: str, data: bytes) -> Document:
    locale = name.split("-")[1]
    return formats.read(formats.Source(name, f"sources/{name}.txt", data, locale, "sentence"))


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_understood(name: str) -> None:
    document = read(name, (FOLDER / f"{name}.txt").read_bytes())
    expected = (FOLDER / f"{name}.expected").read_text(encoding="utf-8")
    assert list(understood(document)) == expected.splitlines()


def test_the_corpus_is_whole() -> None:
    assert {path.stem for path in FOLDER.glob("*.expected")} == set(NAMES)
    assert len(NAMES) >= 90
    assert {f"v{number:02}" for number in range(1, 15)} <= {name.split("-")[0] for name in NAMES}
    assert {name.split("-")[1] for name in NAMES} == {"en", "ru", "tk", "ja"}
    assert isinstance(read(NAMES[0], (FOLDER / f"{NAMES[0]}.txt").read_bytes()).meta.record_date, date | None)
