"""Every folder here is a bulletin: ``source.md``, what becomes of its text (``units``), a translation and the translated file.

With HABAR_BLESS=1 in the environment the expected files are written anew instead of compared; the catalog is a person's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n import content, formats
from i18n.model import Document
from i18n.workflow import onefile

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/source.md"))
by_case = pytest.mark.parametrize("case", CASES)


def expect(path: Path, found: bytes) -> None:
    if os.environ.get("HABAR_BLESS") == "1":
        path.write_bytes(found)
    assert found.decode() == path.read_text(encoding="utf-8")


def told(document: Document) -> Iterator[str]:
    """The document in the words of the files ``units``."""
    for unit in document.units:
        lead = f", after {unit.lead}" if unit.lead else ""
        yield f"{unit.place.line} {unit.id} ({unit.role}{lead}): {content.msgid(unit.content)}"
    yield from (f"{left.place.line} left out ({left.rule}): {left.text}" for left in document.left_out)
    yield f"dated: {document.meta.display_date}"


@by_case
def test_every_text_is_a_unit_or_left_out(case: str) -> None:
    data = (FOLDER / case / "source.md").read_bytes()
    document = formats.read(formats.Source("source", "source.md", data, "en", "paragraph"))
    expect(FOLDER / case / "units", "".join(f"{line}\n" for line in told(document)).encode())


@by_case
def test_the_translated_file(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / case)
    (catalog,) = Path().glob("*.po")
    found = onefile.compiled(Path("source.md"), catalog, catalog.stem)
    assert (found.problems, found.percent) == ([], 100)
    expect(FOLDER / case / f"{catalog.stem}.md", found.data)


@by_case
def test_the_template_asks_for_what_the_catalog_has(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / case)
    (catalog,) = Path().glob("*.po")
    template = onefile.extracted(Path("source.md"), onefile.Reading("en", "paragraph")).template.decode()
    known = catalog.read_text(encoding="utf-8").splitlines()
    asked = [line for line in template.splitlines() if line.startswith(("msgid ", "msgctxt "))]
    assert [line for line in asked if line not in known] == []
