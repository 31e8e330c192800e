"""The laws of the text record and of assembling: the skeleton and the units are the file's text, to the byte."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from i18n import assemble, extract, formats, segment
from i18n.model import Document, Key, LocaleTag, UnitMode, UnitRef
from i18n.problems import HabarError

law = settings(max_examples=150, deadline=None)

LOCALES = ["en", "ru", "tk", "ja"]
RECORDS = [" date 2024-01-23 23 January 2024", "date 2024-01-23", "\n date 2023-12-05 ", " date 2024-02-30", ""]
DATES = [
    "23 января 2024 года",
    "23-nji ýanwar 2024",
    "2024年1月23日",
    "5 December 2023",
    "23 ýanwar 2024",
]
LINES = [
    "About the meeting of the Ministers",
    "On January 23, 2024, in Tokyo, the Minister met the Ambassador. They spoke.",
    "Стороны обсудили вопросы; встреча прошла 23 янв. 2024 г. в Ашхабаде. Итог — «Программа».",
    "Ýurduň Prezidenti çykyş etdi. Şeýle hem duşuşyk geçirildi!",
    "大臣は述べた。「これは重要だ。」と。",
    "<b>5 < 6 & 7</b>",
    "\u3000 indented",
    "e\u0301tude",
    "\ufeff",
    "\x0b\x1c\x85\u2028",
    "x",
]
rows = st.sampled_from(LINES) | st.sampled_from(DATES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spaces = st.sampled_from(["", "", " ", "\t ", "\u00a0"])


@st.composite
def records(draw: st.DrawFn) -> str:
    """The text of something like a record, with the line ends of Unix."""
    found = [draw(st.sampled_from(RECORDS))]
    for _ in range(draw(st.integers(1, 5))):
        found += [""] * draw(st.integers(0, 2))
        found += [draw(spaces) + draw(rows) + draw(spaces) for _ in range(draw(st.integers(1, 3)))]
    return "\n".join(found) + draw(st.sampled_from(["", "\n", "\n\n \n"]))


def read(data: bytes, locale: LocaleTag = "en", mode: UnitMode = "sentence") -> Document:
    return formats.read(formats.Source("x", "sources/x.txt", data, locale, mode))


def written(document: Document) -> str:
    localized = assemble.localize(document, segment.cut(document), {}, document.locale)
    return assemble.write(localized, lambda text, kind: text)


locales = st.sampled_from(LOCALES)
modes = st.sampled_from(["sentence", "paragraph"])


@law
@given(records(), locales, modes, st.booleans(), st.booleans())
def test_a_document_without_translations_is_its_source_again(
    text: str, locale: LocaleTag, mode: UnitMode, bom: bool, windows: bool
) -> None:
    text = text.replace("\n", "\r\n") if windows else text
    try:
        document = read(("\ufeff" if bom else "").encode() + text.encode(), locale, mode)
    except HabarError as refused:
        assert all(found.place.path == "sources/x.txt" for found in refused.problems)
        return
    # A file that begins with U+FEFF has a byte order mark, whoever meant it.
    assert written(document) == (text if bom else text.removeprefix("\ufeff"))
    # What a hole remembers differs from the unit's text by hyphens of divided words alone, and by composition.
    texts = {unit.id: "".join(part for part in unit.content if isinstance(part, str)) for unit in document.units}
    for part in document.skeleton:
        if isinstance(part, UnitRef) and part.raw is not None:
            assert bare(texts[part.unit]) == bare("".join(str(piece) for piece in part.raw))


def bare(text: str) -> str:
    """Without white space and hyphens, in composed form."""
    return unicodedata.normalize("NFC", "".join(text.split())).translate(dict.fromkeys(map(ord, "-\u2010\u00ad")))


@law
@given(records(), locales)
def test_a_document_has_one_date_and_one_title_at_most_and_text(text: str, locale: LocaleTag) -> None:
    try:
        document = read(text.encode(), locale)
    except HabarError:
        return
    ids = [unit.id for unit in document.units]
    assert ids.count("date") == (document.meta.display_date is not None)
    texts = [name for name in ids if name not in ("date", "title")]
    codes = {remark.code for remark in document.remarks}
    assert texts == [f"p{number}" for number in range(1, len(texts) + 1)]
    assert bool(texts) == ("H103" not in codes)
    assert not texts or ids.count("title") == ("H102" not in codes)
    holes = [part.unit for part in document.skeleton if isinstance(part, UnitRef)]
    assert list(dict.fromkeys(holes)) == ids
    assert len(holes) == len(ids) or holes.count("title") == 1 + len(holes) - len(ids)
    lines = text.split("\n")
    for unit in document.units:
        first = str(unit.content[0]).split("\n", 1)[0]
        assert unit.place.line is not None
        assert bare(first).startswith(bare(lines[unit.place.line - 1])[:3]) or bare(first) in bare(text)


def entry_keys(document: Document) -> list[Key]:
    return [entry.key for entry in extract.entries(document, segment.cut(document))]


@law
@given(records(), locales, modes)
@example(" date 2024-01-23 23 January 2024\n\u0e34À", "en", "sentence")  # a line that begins with a mark
def test_line_ends_byte_order_marks_and_composition_change_no_entry(
    text: str, locale: LocaleTag, mode: UnitMode
) -> None:
    text = text.replace("\r", "").replace("\ufeff", "")
    try:
        composed = read(unicodedata.normalize("NFC", text).encode(), locale, mode)
    except HabarError:
        assume(False)
    variants = [
        unicodedata.normalize(form, text).replace("\n", end) for form in ("NFC", "NFD") for end in ("\n", "\r\n")
    ]
    for variant in (*variants, "\ufeff" + variants[0]):
        document = read(variant.encode(), locale, mode)
        assert entry_keys(document) == entry_keys(composed)
        assert document.meta == composed.meta


@law
@given(records(), locales, modes)
def test_entries_are_ready_for_any_catalog(text: str, locale: LocaleTag, mode: UnitMode) -> None:
    try:
        document = read(text.encode(), locale, mode)
    except HabarError:
        return
    found = extract.entries(document, segment.cut(document))
    keys = [entry.key for entry in found]
    assert len(set(keys)) == len(keys)
    for entry in found:
        assert entry.msgid
        assert unicodedata.is_normalized("NFC", entry.msgid)
        assert not set("\n\r\t") & set(entry.msgid)
        assert entry.references
        assert all(reference.startswith("sources/x.txt:") for reference in entry.references)
        assert not any("\n" in line for line in entry.extracted)


@law
@given(records(), locales, locales)
def test_a_localized_document_has_every_unit_once(text: str, locale: LocaleTag, page: LocaleTag) -> None:
    try:
        document = read(text.encode(), locale)
    except HabarError:
        return
    cut = segment.cut(document)
    translations = {piece.key: f"T{number}." for number, (_, found) in enumerate(cut) for piece in found}
    localized = assemble.localize(document, cut, translations, page)
    assert [(unit.id, unit.role) for unit in localized.units] == [(unit.id, unit.role) for unit in document.units]
    assert localized.complete
    assert assemble.percent_translated(localized) == 100
    bare = assemble.localize(document, cut, {}, page)
    words = any(unit.role != "date" for unit in document.units)
    assert assemble.percent_translated(bare) == (0 if words and page != locale else 100)


SEED = """ date 2024-01-23 23 January 2024

A title

First. Second.

Third.
"""


def test_a_share_is_of_the_texts_that_are_translated() -> None:
    document = read(SEED.encode())
    cut = segment.cut(document)
    half = assemble.localize(document, cut, {("title", "A title"): "Заголовок", (None, "Third."): "Третье."}, "ru")
    assert assemble.percent_translated(half) == 50
    assert (
        assemble.write(half, lambda text, kind: text.upper())
        == " date 2024-01-23 23 ЯНВАРЯ 2024\u00a0Г.\n\nЗАГОЛОВОК\n\nFIRST. SECOND.\n\nТРЕТЬЕ.\n"
    )
    assert assemble.text_in(half, "ru") == "23 января 2024\u00a0г.\nЗаголовок\nТретье."


@pytest.mark.parametrize(
    ("text", "locale", "record", "display"),
    [
        (" date 2024-01-23 23 January 2024\n\nT\n\nx", "en", date(2024, 1, 23), date(2024, 1, 23)),
        ("date 2024-01-23\n\nT\n\nx", "en", date(2024, 1, 23), None),
        ("date 2024-01-23\n\n24 января 2024 года\n\nT\n\nx", "ru", date(2024, 1, 23), date(2024, 1, 24)),
        ("24 ýanwar 2024\n\nT\n\nx", "tk", None, date(2024, 1, 24)),
        ("2024年1月24日\n\nT\n\nx", "ja", None, date(2024, 1, 24)),
        (unicodedata.normalize("NFD", "24 ýanwar 2024\n\nT\n\nx"), "tk", None, date(2024, 1, 24)),
        ("T\n\nx", "en", None, None),
        ("date 2024-01-233\n\nx", "en", None, None),
    ],
)
def test_dates_of_a_record(text: str, locale: str, record: date | None, display: date | None) -> None:
    meta = read(text.encode(), locale).meta
    assert (meta.record_date, meta.display_date) == (record, display)
