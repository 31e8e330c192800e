"""TMX 1.4: what is written is valid and reads back; memories of other tools are read, hostile ones are not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from i18n.exchange import tmx
from i18n.interchange import MemoryUnit, filled, memory_units, missing, trans_file
from i18n.memory import Context, Pair
from i18n.model import Catalog, Code, Document, Entry, Meta, Place
from i18n.problems import HabarError
from i18n.workflow.remembered import Remembered
from i18n.workflow.remembering import passing
from tests.conftest import shared

OPEN, CLOSE, BREAK = Code(1, "open", "a", ()), Code(1, "close", "a", ()), Code(2, "alone", "br", ())
SOURCE = ("Read ", OPEN, "it", CLOSE, " & go", BREAK)
TARGET = (BREAK, "Прочти", OPEN, " это", CLOSE)
UNITS = [
    MemoryUnit({"en": SOURCE, "ru": TARGET, "tk": ("oka ", OPEN)}, "en", None, "1"),
    MemoryUnit({"en": ("A fair",), "ru": ("Ярмарка",)}, "en", "title", "2"),
]


def test_what_is_written_is_valid_and_whole() -> None:
    data = tmx.write(UNITS)
    assert data.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        '  <header creationtool="habar" creationtoolversion="1" segtype="sentence" o-tmf="PO" adminlang="en" srclang="en" '
        'datatype="plaintext"/>\n  <body>\n'
        '    <tu tuid="1" srclang="en">\n'
        '      <tuv xml:lang="en"><seg>Read <bpt i="1" x="1" type="link">&lt;a&gt;</bpt>it<ept i="1">&lt;/a&gt;</ept> &amp; go'
        '<ph x="2" type="lb">&lt;br/&gt;</ph></seg></tuv>\n'
        '      <tuv xml:lang="ru"><seg><ph x="2" type="lb">&lt;br/&gt;</ph>Прочти<bpt i="1" x="1" type="link">&lt;a&gt;</bpt> это'
        '<ept i="1">&lt;/a&gt;</ept></seg></tuv>\n'
        '      <tuv xml:lang="tk"><seg>oka <it pos="begin" x="1">&lt;a&gt;</it></seg></tuv>\n'
        "    </tu>\n"
        '    <tu tuid="2" srclang="en">\n      <prop type="x-gettext-msgctxt">title</prop>\n'
        '      <tuv xml:lang="en"><seg>A fair</seg></tuv>\n      <tuv xml:lang="ru"><seg>Ярмарка</seg></tuv>\n    </tu>\n'
        "  </body>\n</tmx>\n"
    )  # fmt: skip
    etree.DTD(str(shared("schemas/tmx14.dtd"))).assertValid(etree.fromstring(data))


def kinds(text: Any) -> list[Any]:
    return [part if isinstance(part, str) else (part.id, part.kind) for part in text]


def test_it_reads_back() -> None:
    for sent, read in zip(UNITS, tmx.read(tmx.write(UNITS), "m.tmx"), strict=True):
        assert (read.id, read.context, read.source_locale) == (sent.id, sent.context, sent.source_locale)
        assert {tag: kinds(text) for tag, text in read.variants.items()} == {
            tag: kinds(text) for tag, text in sent.variants.items()
        }


def test_a_text_of_several_bulletins_is_one_unit_as_long_as_they_agree() -> None:
    def file(name: str, locale: str, **texts: str) -> Any:
        document = Document(name, Place(f"sources/{name}.txt"), "record", "en", "sentence", "0" * 12, Meta(), (), ())
        entries = tuple(Entry(msgid, (msgstr,)) for msgid, msgstr in texts.items())
        return trans_file(document, Catalog(name, locale, Place(""), Entry(""), entries), {})

    units = memory_units(
        [file("x", "ru", Fair="Ярмарка", New=""), file("y", "ru", Fair="Базар"), file("x", "tk", Fair="Ýarmarka")]
    )
    assert [dict(unit.variants) for unit in units] == [
        {"en": ("Fair",), "ru": ("Ярмарка",), "tk": ("Ýarmarka",)},
        {"en": ("Fair",), "ru": ("Базар",)},
    ]


def test_suggestions_go_into_empty_entries_only_and_are_fuzzy() -> None:
    other = tuple(Code(number, kind, name, ()) for number, kind, name in ((8, "open", "b"), (8, "close", "b"), (9, "alone", "img")))  # type: ignore[arg-type]  # fmt: skip
    source = ("Read ", other[0], "it", other[1], " & go", other[2])
    key = (None, "Read <b>it</b> & go<img/>")
    entries = (
        Entry(key[1], comments=("Mine.",)),
        Entry("A fair"),
        Entry("A fair", ("Рынок",), "title"),
        Entry("Gone", obsolete=True),
        Entry("Nowhere"),
    )
    catalog = Catalog("x", "ru", Place(""), Entry(""), entries)
    read = tmx.read(tmx.write(UNITS), "m")
    memory = Remembered("m.tmx", lambda: (passing(read, "m.tmx"), []), None)
    asked = list(
        missing(catalog, Document("x", Place("x.txt"), "text", "en", "sentence", "", Meta(), (), ()), {key: source})
    )
    assert [one.entry.msgid for one in asked] == [key[1], "A fair", "Nowhere"]
    assert [(one.before, one.after) for one in asked] == [(None, "A fair"), (key[1], "A fair"), ("A fair", None)]
    found = filled(catalog, memory.answers(asked).suggestions)
    assert found.entries == (
        Entry(key[1], ("<img/>Прочти<b> это</b>",), flags=("fuzzy",), comments=("Mine.", "Suggested by m.tmx")),
        Entry("A fair", ("Ярмарка",), flags=("fuzzy",), comments=("Suggested by m.tmx",)),
        *entries[2:],
    )
    assert filled(found, memory.answers(asked).suggestions) is found


def test_the_same_context_counts_more_and_a_region_does_no_harm() -> None:
    units = [
        MemoryUnit({"en-US": ("Yes",), "RU": ("Ага",)}),
        MemoryUnit({"en": ("Yes",), "ru-RU": ("Да",)}, context="label"),
        MemoryUnit({"en": ("No",), "ja": ("いいえ",)}),
        MemoryUnit({"en": ("Long",), "ru": ("x" * 100_001,)}),
    ]
    memory = passing(units, "m.tmx")
    pair = Pair("en", "ru")
    found = [memory.exact("Yes", pair, Context(context)) for context in ("label", None)]
    assert [[match.text for match in matches] for matches in found] == [["Да", "Ага"], ["Ага", "Да"]]
    assert [memory.exact(text, pair) for text in ("No", "Long")] == [[], []]


def test_a_memory_of_another_tool() -> None:
    data = (
        '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body><tu>'
        '<note>x</note><tuv lang="EN-US"><seg>Hello <hi>dear</hi> <ut>x</ut>world</seg></tuv><tuv xml:lang="ru">'
        "<prop type='y'>z</prop><seg>Привет</seg></tuv></tu></body></tmx>"
    )
    (unit,) = tmx.read(data.encode(), "m.tmx")
    assert [kinds(text) for text in unit.variants.values()] == [["Hello dear xworld"], ["Привет"]]


DTD = "a document type (<!DOCTYPE …>) is not allowed"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>', f"m:1: error H261: {DTD}"),
        ('<!DOCTYPE tmx [<!ENTITY x "y">]><tmx>&x;</tmx>', f"m:1: error H261: {DTD}"),
        ('<!DOCTYPE html><tmx/>', f"m:1: error H261: {DTD}"),
        ('<!DOCTYPE tmx SYSTEM "a"><tmx>&x;</tmx>', None),
        ("<xliff/>", "m:1: error H262: the file begins with <xliff>; a TMX file begins with <tmx>"),
        ("", "m:1:1: error H260: the file is not XML: Document is empty"),
    ],
)  # fmt: skip
def test_it_is_refused_with_the_reason(data: str, message: str | None) -> None:
    if message is None:  # an entity that nobody declared: read by some versions of libxml2 as nothing
        try:
            assert tmx.read(data.encode(), "m") == []
        except HabarError as refused:
            assert {found.code for found in refused.problems} == {"H260"}
        return
    with pytest.raises(HabarError) as error:
        tmx.read(data.encode(), "m")
    assert str(error.value) == message


UNIT = "<tu><tuv xml:lang='EN'><seg>{0} &amp; more</seg></tuv><tuv xml:lang='ru'><seg>да {0}</seg></tuv></tu>"


def tmx_file(count: int, header: str = "<header srclang='en'/>", encoding: str = "utf-8") -> bytes:
    body = "".join(UNIT.format(number) for number in range(count))
    return f"<?xml version='1.0' encoding='{encoding}'?><tmx version='1.4'>{header}<body>{body}</body></tmx>".encode(
        encoding
    )


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "koi8-r"])
@pytest.mark.parametrize("size", [1, 37, 100_000])
def test_a_file_in_pieces_is_the_same_file(encoding: str, size: int) -> None:
    data = tmx_file(40, encoding=encoding)
    found = list(tmx.units(cut(data, size), "m.tmx"))
    assert found == tmx.read(data, "m.tmx")
    assert [unit.variants["EN"] for unit in found] == [(f"{number} & more",) for number in range(40)]


def test_the_language_and_the_day_of_a_unit() -> None:
    header = "<header srclang='en'/>"
    data = tmx_file(1, header).replace(b"<tu>", b"<tu creationdate='20240123T101500Z' changedate='20240305T000000Z'>")
    (unit,) = tmx.read(data, "m.tmx")
    assert (unit.source_locale, unit.day) == ("EN", date(2024, 3, 5))
    for other in ("*all*", "de"):
        assert tmx.read(tmx_file(1, f"<header srclang='{other}'/>"), "m")[0].source_locale is None
    assert tmx.read(data.replace(b"20240305T", b"20241305T"), "m")[0].day is None


def test_what_stands_before_a_fault_is_read() -> None:
    data = tmx_file(500)
    found: list[MemoryUnit] = []
    with pytest.raises(HabarError, match=r"m\.tmx:1:\d+: error H260: the file is not XML"):
        found.extend(tmx.units(cut(data[:-3000], 5000), "m.tmx"))
    assert 400 < len(found) < 500


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE tmx [<!ENTITY x 'y'>]>",
        "<!-- <tmx> --><!DOCTYPE tmx [<!ENTITY x 'y'>]>",
        "<?x <tmx>?><!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
    ],
)
def test_no_declaration_hides_before_the_first_element(prolog: str) -> None:
    with pytest.raises(HabarError, match="error H261: a document type"):
        list(tmx.units([f"{prolog}<tmx><body/></tmx>".encode()], "m"))
    with pytest.raises(HabarError, match="error H261: a document type"):
        list(tmx.units(cut(f"{prolog}<tmx><body/></tmx>".encode("utf-16"), 7), "m"))


def test_what_would_fill_the_memory_is_refused() -> None:
    def without_end(piece: bytes) -> Any:
        yield b"<tmx><body><tu><tuv xml:lang='en'><seg>x</seg></tuv>"
        for _ in range(200):
            yield piece * 1000

    for piece in (b"<note>x</note>", b"<prop type='a'/>" * 10, b"<!-- x -->" * 100):
        with pytest.raises(HabarError, match=r"error H26[01]"):
            list(tmx.units(without_end(piece * 10), "m"))
    with pytest.raises(HabarError, match="error H260: no element begins in the first"):
        list(tmx.units([b"<!-- " + b"x" * 100_000, b"--><tmx/>"], "m"))
