"""Every folder here is a document of one vocabulary: ``source``, what becomes of its text (``units``), the template, a
translation and the translated document.

With HABAR_BLESS=1 in the environment the expected files are written anew instead of compared; ``ru.po`` is a person's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from i18n import assemble, content, formats, segment
from i18n.model import Document, UnitMode
from i18n.workflow import onefile
from tests.conftest import shared

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/source.*"))
SCHEMAS = {"nitf": "nitf-3-6.xsd", "newsml-g2": "NewsML-G2_2.35-spec-All-Power.xsd"}
by_case = pytest.mark.parametrize("case", CASES)


def source(case: str) -> Path:
    return next((FOLDER / case).glob("source.*"))


def read(case: str, mode: UnitMode = "sentence") -> Document:
    return formats.read(formats.Source("source", source(case).name, source(case).read_bytes(), "en", mode))


def expect(case: str, name: str, found: bytes) -> None:
    path = FOLDER / case / name
    if os.environ.get("HABAR_BLESS") == "1":
        path.write_bytes(found)
    assert found.decode() == path.read_text(encoding="utf-8")


def told(document: Document) -> Iterator[str]:
    """The document in the words of the files ``units``."""
    for unit in document.units:
        name = f" #{unit.name}" if unit.name else ""
        kept = ", preserved" if unit.preserve else ""
        yield f"{unit.place.line} {unit.id} ({unit.role}{kept}){name}: {content.msgid(unit.content)}"
    yield from (f"{left.place.line} left out ({left.rule}): {left.text}" for left in document.left_out)
    yield from (f"refers to: {address}" for address in document.resources)
    yield f"dated: {document.meta.display_date}"


@by_case
def test_every_text_is_a_unit_or_left_out(case: str) -> None:
    expect(case, "units", "".join(f"{line}\n" for line in told(read(case))).encode())


@by_case
@pytest.mark.parametrize("mode", ["sentence", "paragraph"])
def test_an_empty_catalog_gives_the_source(case: str, mode: UnitMode) -> None:
    document = read(case, mode)
    same = assemble.localize(document, segment.cut(document), {}, "en")
    assert formats.write(same) == source(case).read_bytes()


@by_case
def test_the_template(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / case)
    found = onefile.extracted(Path(source(case).name), onefile.Reading("en", "sentence"))
    assert found.problems == []
    expect(case, "template.pot", found.template)


@by_case
def test_the_translated_document(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER / case)
    found = onefile.compiled(Path(source(case).name), Path("ru.po"), "ru")
    assert (found.problems, found.percent) == ([], 100)
    expect(case, f"ru{source(case).suffix}", found.data)


@by_case
@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext (msgfmt) is not installed")
def test_the_translation_is_a_sound_catalog(case: str) -> None:
    command = ["msgfmt", "-c", "-o", "/dev/null", str(FOLDER / case / "ru.po")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


class Local(etree.Resolver):
    """Finds the schemas that schemas name by their address in one folder."""

    def resolve(self, url, _public_id, context):  # type: ignore[no-untyped-def]
        path = shared("schemas") / url.rpartition("/")[2]
        return self.resolve_filename(str(path), context) if path.is_file() else None


@pytest.mark.parametrize("case", SCHEMAS)
def test_news_is_valid_before_and_after(case: str) -> None:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    schema = etree.XMLSchema(etree.parse(str(shared("schemas") / SCHEMAS[case]), parser))
    for name in ("source.xml", "ru.xml"):
        schema.validate(etree.parse(str(FOLDER / case / name)))
        assert [(name, str(error)) for error in schema.error_log] == []
