"""What every format promises. A format is in ``formats.FORMATS``, and has a sample in ``tests/contract``."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n import assemble, content, extract, formats, segment
from i18n.model import Code, Document, Key, Only, Skeleton, UnitMode, UnitRef

FOLDER = Path(__file__).parents[1] / "contract"
SAMPLES = sorted(path.name for path in FOLDER.glob("sample.*") if path.suffix != ".units")
TEXTS = [name for name in SAMPLES if not name.endswith(".docx")]
"""The formats that habar writes back; a word processor's file is only read."""


def read(name: str, data: bytes, mode: UnitMode = "sentence", locale: str = "en") -> Document:
    return formats.read(formats.Source("sample", name, data, locale, mode))


def sample(name: str, mode: UnitMode = "sentence") -> Document:
    return read(name, (FOLDER / name).read_bytes(), mode)


def keys(document: Document) -> list[Key]:
    return [entry.key for entry in extract.entries(document, segment.cut(document))]


def printed(skeleton: Skeleton, document: Document) -> Iterator[str]:
    """The units that a skeleton prints, those in codes too."""
    units = {unit.id: unit for unit in document.units}
    for part in skeleton:
        if isinstance(part, Only):
            yield from printed(part.parts, document)
        elif isinstance(part, UnitRef):
            yield part.unit
            for piece in units[part.unit].content:
                if isinstance(piece, Code):
                    yield from printed(piece.markup, document)


def understood(document: Document) -> Iterator[str]:
    """The document in the words of the expected files."""
    for unit in document.units:
        lead = f", after {unit.lead}" if unit.lead else ""
        yield f"{unit.place.line} {unit.id} ({unit.role}{lead}): {content.msgid(unit.content)}"
    yield from (f"{left.place.line} left out ({left.rule}): {left.text}" for left in document.left_out)


def test_every_format_has_a_sample() -> None:
    known = {format.name for name in SAMPLES if (format := formats.for_name(name))}
    assert known == {format.name for format in formats.FORMATS}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_text_is_lost(name: str) -> None:
    """Every text is a unit or is said to be left out. A translator can read the expected file."""
    expected = (FOLDER / f"{name}.units").read_text(encoding="utf-8")
    assert list(understood(sample(name))) == expected.splitlines()


@pytest.mark.parametrize("mode", ["sentence", "paragraph"])
@pytest.mark.parametrize("name", TEXTS)
def test_without_translations_the_source_comes_back(name: str, mode: UnitMode) -> None:
    document = sample(name, mode)
    localized = assemble.localize(document, segment.cut(document), {}, "en")
    assert formats.write(localized) == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_text_is_the_same_without_its_page(name: str) -> None:
    whole = sample(name)
    source = formats.Source("sample", name, (FOLDER / name).read_bytes(), "en", "sentence", page=False)
    bare = formats.read(source)
    assert (keys(bare), list(understood(bare)), bare.remarks) == (keys(whole), list(understood(whole)), whole.remarks)
    finished = {key: key[1].upper() for key in keys(whole) if "<" not in key[1]}
    for translations in ({}, finished):
        made = [assemble.localize(read, segment.cut(read), translations, "ru") for read in (whole, bare)]
        assert formats.write(made[0]) == formats.write(made[1])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_unit_is_printed_once_and_its_codes_are_balanced(name: str) -> None:
    document = sample(name)
    found = Counter(printed(document.skeleton, document))
    assert found.keys() == {unit.id for unit in document.units}
    assert {name for name, count in found.items() if count > 1} <= {"title"}  # front matter may repeat it
    for unit, pieces in segment.cut(document):
        assert content.well_nested(unit.content) == unit.content
        for piece in pieces:
            assert content.well_nested(piece.content) == piece.content
            assert content.parse(content.render(piece.content), piece.content) == piece.content


@pytest.mark.parametrize("name", TEXTS)
def test_places_are_lines_of_the_file(name: str) -> None:
    document = sample(name)
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    for unit in document.units:
        assert unit.place.path == name
        word = content.plain(unit.content).split()[0]
        assert word in lines[(unit.place.line or 0) - 1]


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_content_gives_the_same_units(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    wanted = keys(read(name, text.encode()))
    variants = {
        "CRLF": text.replace("\n", "\r\n").encode(),
        "BOM": "\ufeff".encode() + text.encode(),
        "NFC": unicodedata.normalize("NFC", text).encode(),
        "NFD": unicodedata.normalize("NFD", text).encode(),
        "all": ("\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")).encode(),
    }
    assert unicodedata.normalize("NFD", text) != text
    for variant, data in variants.items():
        document = read(name, data)
        assert (variant, keys(document)) == (variant, wanted)
        localized = assemble.localize(document, segment.cut(document), {}, "en")
        assert formats.write(localized) == data


@pytest.mark.parametrize("name", TEXTS)
def test_a_translation_reads_back(name: str) -> None:
    """What was translated is found in the written file, unit by unit, in its place and role."""
    document = sample(name)
    cut = segment.cut(document)
    translations = {
        piece.key: "Ж" + content.msgid(piece.content, preserve=unit.preserve)
        for unit, pieces in cut
        for piece in pieces
    }
    localized = assemble.localize(document, cut, translations, "ru")
    again = read(name, formats.write(localized), locale="ru")
    wanted = [(unit.role, content.fold(content.plain(assemble.text_of(unit)))) for unit in localized.units]
    assert [(unit.role, content.fold(content.plain(unit.content))) for unit in again.units] == wanted
    assert formats.write(assemble.localize(again, segment.cut(again), {}, "ru")) == formats.write(localized)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t"])
def test_an_empty_file_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(formats.HabarError) as refused:
        read(name, data)
    assert [found.code for found in refused.value.problems] == ["H101"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_nul_byte_is_refused_with_its_line(name: str) -> None:
    data = (FOLDER / name).read_bytes() + b"\nword\0word\n"
    with pytest.raises(formats.HabarError) as refused:
        read(name, data)
    (found,) = refused.value.problems
    assert found.place.line == data.count(b"\n", 0, data.index(b"\0")) + 1
