"""The laws of archives: what a catalog holds comes back, and no archive brings in what no project can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from i18n.approval import approve
from i18n.catalogs import parse, render
from i18n.exchange.archive import Archive, Block, Passage, state, write
from i18n.exchange.archive_read import read
from i18n.model import Catalog, Entry, FileStyle
from i18n.problems import HabarError
from tests.laws.test_catalog_roundtrip import HEADER, catalog, characters, entries, some_entries, styles

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCHEMA = etree.RelaxNG(etree.fromstring((resources.files("i18n") / "data" / "archive.rng").read_bytes()))
CORPUS = sorted((Path(__file__).parents[1] / "gold" / "po").glob("*.po"))
DAY = date(2026, 11, 28)


def archive(*catalogs: Catalog, **values: object) -> Archive:
    given = {"files": {"sources/x.txt": b"A fair\n"}, "blocks": ()} | values
    return Archive("x", "en", "0123456789ab", DAY, None, catalogs=catalogs, **given)  # type: ignore[arg-type]


def again(made: Archive) -> Archive:
    data = write(made)
    SCHEMA.assertValid(etree.fromstring(data))
    return read(data, "x.xml")


def approved(entry: Entry) -> Entry:
    return approve(entry, "Aýna Meredowa", DAY) if entry.translated else entry


@law
@given(some_entries(), styles, st.sampled_from([HEADER, Entry("")]))
def test_catalogs_come_back_entry_by_entry(found: tuple[Entry, ...], style: FileStyle, header: Entry) -> None:
    made = archive(catalog(tuple(map(approved, found)), style, header))
    back = again(made)
    assert back == made
    assert back.catalogs[0].style == made.catalogs[0].style
    assert list(map(state, back.catalogs[0].entries)) == list(map(state, made.catalogs[0].entries))
    assert write(back) == write(made)


@law
@given(some_entries(min_size=1), styles)
def test_po_files_in_canonical_form_come_back_to_the_byte(found: tuple[Entry, ...], style: FileStyle) -> None:
    was = render(catalog(found, style))
    kept = parse(was, "x.po", id="x", locale="ru")
    assert render(again(archive(kept)).catalogs[0]) == was


@law
@given(st.dictionaries(st.sampled_from(["sources/x.txt", "sources/x.toml"]), st.binary(max_size=80), min_size=1),
       st.text(characters, max_size=20))  # fmt: skip
def test_files_and_texts_come_back_to_the_byte(files: dict[str, bytes], text: str) -> None:
    made = archive(files=files, blocks=(Block("p1", "paragraph", (Passage("p1.s1", text),)),))
    assert again(made) == made


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_catalogs_of_many_editors_come_back(file: Path) -> None:
    kept = parse(file.read_bytes(), "x.po", id="x", locale="ru")
    [back] = again(archive(kept)).catalogs
    assert back == kept
    assert [entry.comments for entry in back.entries] == [entry.comments for entry in kept.entries]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("a"), "untranslated"),
        (Entry("a", ("b",), flags=("fuzzy",)), "needs-editing"),
        (Entry("a", ("b",)), "translated"),
        (Entry("a", ("b", " "), msgid_plural="as"), "untranslated"),
        (approved(Entry("a", ("b",))), "approved"),
        (approved(Entry("a", ("b",)))._replace(msgstrs=("c",)), "translated"),
    ],
)
def test_states(entry: Entry, expected: str) -> None:
    assert state(entry) == expected
    assert f'<entry state="{expected}">'.encode() in write(archive(catalog((entry,))))


def test_an_approval_says_its_parts() -> None:
    entry = approved(Entry("a", ("b",), comments=("A note", "Approved by nobody on no day")))
    data = write(archive(catalog((entry,)))).decode()
    assert '<approval by="Aýna Meredowa" day="2026-11-28" digest="' in data
    assert "<comment>A note</comment>\n<comment>Approved by nobody on no day</comment>\n<approval" in data


@law
@given(entries(), st.data())
def test_a_damaged_archive_is_refused_with_its_place(entry: Entry, data: st.DataObject) -> None:
    made = write(archive(catalog((entry,))))
    start = made.index(b"<text>")
    at = data.draw(st.integers(start, len(made) - 1))
    cut = made[:at] + made[at + data.draw(st.integers(1, 40)) :]
    try:
        read(cut, "x.xml")
    except HabarError as error:
        assert {found.code for found in error.problems} <= {"H260", "H262", "H350"}
        assert all(found.place.path == "x.xml" for found in error.problems)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('state="translated"', 'state="approved"', "x.xml:19: error H350: the text is said to be approved, and it is translated"),
        ('dated="2026-11-28"', 'dated="0000-01-01"', "H350"),
        ('dated="2026-11-28"', 'dated="2026-02-30"', "H350"),
        ("<source>a<", '<source>a<character code="D800"/><', "x.xml:20: error H350: there is no character D800"),
        ("<source>a<", '<source>a<character code="0000"/><', "x.xml:20: error H350: there is no character 0000"),
        ("<source>a<", '<source>a<character code="FFFFFF"/><', "x.xml:20: error H350: there is no character FFFFFF"),
        ('name="sources/x.txt"', 'name="../x.txt"', "H350"),
        ('name="sources/x.txt"', 'name="sources/../x.txt"', "H350"),
        ('bulletin="x"', 'bulletin="../x"', "H350"),
        ("A fair\n", "<b/>", "H350"),
        (' name="sources/x.txt">A fair\n', ' name="sources/x.txt" encoding="base64">?', "the bytes of sources/x.txt are damaged"),
        ("urn:habar:archive:1", "urn:habar:archive:9", "H262"),
        ("<archive", "<!DOCTYPE archive><archive", "H261"),
        ("</archive>", "", "H260"),
    ],
)  # fmt: skip
def test_what_is_no_archive_is_refused(old: str, new: str, message: str) -> None:
    made = write(replace(archive(catalog((Entry("a", ("b",)),))), dated=DAY)).decode()
    assert made.count(old) == 1
    with pytest.raises(HabarError) as caught:
        read(made.replace(old, new).encode(), "x.xml")
    assert message in str(caught.value.problems[0])
    assert str(caught.value.problems[0]).startswith("x.xml:")
