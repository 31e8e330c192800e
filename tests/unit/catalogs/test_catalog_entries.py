"""Single spellings and what they mean; the header; what a changed entry looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.catalogs import formatted, header_fields, new_header, parse, render, with_header_field
from i18n.catalogs.quoting import quote_lines, unquote
from i18n.model import Catalog, Entry, Place
from i18n.problems import HabarError

ESCAPES = [
    (r"\a\b\f\n\r\t\v\\\"", '\a\b\f\n\r\t\v\\"'),
    (r"\x41\101", "AA"),
    (r"\1019", "A9"),
    (r"\xd0\xb0", "а"),
    (r"\320\260", "а"),
    ("a\\\nb", "ab"),
    ("\u2028\x85\x1c", "\u2028\x85\x1c"),
]

LINES = [
    ("a", 'msgid "a"\n'),
    ("a\n", 'msgid "a\\n"\n'),
    ("a\nb", 'msgid ""\n"a\\n"\n"b"\n'),
    ("\na\n", 'msgid ""\n"\\n"\n"a\\n"\n'),
    ("\n", 'msgid "\\n"\n'),
    ("", 'msgid ""\n'),
]

COMMENTS = [
    ("#", Entry("a", comments=("",))),
    ("#  b ", Entry("a", comments=(" b ",))),
    ("#b", Entry("a", comments=("b",))),
    ("#.b", Entry("a", extracted=("b",))),
    ("#: x:1 y\n#:z", Entry("a", references=("x:1", "y", "z"))),
    ("#: \u2068a b\u2069:3 c", Entry("a", references=("a b:3", "c"))),
    ("#,fuzzy\n#, fuzzy,c-format", Entry("a", flags=("fuzzy", "c-format"))),
    ("#, range: 0..9, fuzzy x", Entry("a", flags=("range: 0..9", "fuzzy", "x"))),
    ("#! fuzzy", Entry("a", flags=("fuzzy",))),
    ("#= fuzzy", Entry("a")),
    ("# C:\\b\\ \n#. \\  ", Entry("a", comments=("C:\\b\\",), extracted=("\\ ",))),
    ("# C:\\\n#, fuzzy", Entry("a", comments=("C:#, fuzzy",))),
    ('domain "x"', Entry("a")),
]


@pytest.mark.parametrize(("spelled", "text"), ESCAPES)
def test_escapes(spelled: str, text: str) -> None:
    assert unquote([spelled]) == (text, ())


@pytest.mark.parametrize("spelled", [r"\q", r"\0", r"\x00", r"\xff", r"\xd0", r"\x"])
def test_escapes_that_spell_nothing_are_named(spelled: str) -> None:
    assert unquote(["a", spelled])[1] == (spelled[:4],)


@pytest.mark.parametrize(("text", "spelled"), LINES)
def test_strings_are_spelled_as_msgcat_does(text: str, spelled: str) -> None:
    assert quote_lines("msgid", text) == spelled


@pytest.mark.parametrize(("lines", "entry"), COMMENTS)
def test_lines_around_a_message(lines: str, entry: Entry) -> None:
    assert parse(f'{lines}\nmsgid "a"\nmsgstr ""\n'.encode(), "x.po").entries == (entry,)


def test_places_are_the_lines_of_the_msgids() -> None:
    data = b'msgid ""\nmsgstr ""\n"A: b\\n"\n\n# c\n\n#. d\n'
    data += b'msgctxt "e"\nmsgid "f"\nmsgstr ""\n"g"\n\n\nmsgid "h"\nmsgstr "i"'
    catalog = parse(data, "x.po")
    assert [entry.place for entry in (catalog.header, *catalog.entries)] == [
        Place("x.po", 1),
        Place("x.po", 9),
        Place("x.po", 14),
    ]


def test_an_entry_becomes_obsolete_and_is_revived() -> None:
    living = b'# c\n#. e\n#: r\n#, fuzzy\n#| msgid "p"\nmsgid "a"\nmsgstr "b"\n'
    obsolete = b'# c\n#. e\n#: r\n#, fuzzy\n#~| msgid "p"\n#~ msgid "a"\n#~ msgstr "b"\n'
    for before, after, state in ((living, obsolete, True), (obsolete, living, False)):
        catalog = parse(before, "x.po")
        assert render(replace(catalog, entries=(catalog.entries[0]._replace(obsolete=state),))) == after


def test_a_new_entry_follows_a_file_without_a_last_line_end() -> None:
    catalog = parse(b'msgid "a"\r\nmsgstr "b"', "x.po")
    new = replace(catalog, entries=(*catalog.entries, Entry("c", ("d\ne",))))
    assert render(new) == b'msgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n"d\\n"\r\n"e"\r\n'


def test_a_last_backslash_is_kept_from_joining_the_next_line() -> None:
    entry = Entry("a", comments=("b\\", "c\\ "), extracted=("d\\",), references=("e\\",), flags=("f\\",))
    written = render(Catalog("x", "ru", Place("x.po"), Entry(""), (entry,)))
    assert written == b'# b\\ \n# c\\  \n#. d\\ \n#: e\\ \n#, f\\ \nmsgid "a"\nmsgstr ""\n'
    assert parse(written, "x.po").entries == (entry,)


def test_a_backslash_at_the_end_of_a_line_joins_it_with_the_next() -> None:
    catalog = parse(b'#~ msgid "a" \\\nmsgstr "b"\n\n#, fuzzy \\\n#: r\nmsgid "c"\\\n msgstr "d"\n', "x.po")
    assert catalog.entries == (Entry("a", ("b",), obsolete=True), Entry("c", ("d",), flags=("fuzzy", "#:", "r")))


@pytest.mark.parametrize("between", ["\\\n", " \\\n\n", "\\\n# c", "\\\n# c \\\n\n\n"])
def test_a_joined_line_behind_an_obsolete_entry_comes_back(between: str) -> None:
    data = f'#~ msgid "a"\n#~ msgstr "b"{between}\n#~ msgid "c"\n#~ msgstr "d"'.encode()
    assert render(parse(data, "x.po")) == data


def test_the_number_of_an_obsolete_form_stands_in_its_line() -> None:
    with pytest.raises(HabarError) as refused:
        parse(b'#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0\n] "c"\n', "x.po")
    assert {(found.code, found.place.line) for found in refused.value.problems} == {("H212", 3)}


def test_a_comment_that_joins_the_msgid_to_itself_is_told() -> None:
    with pytest.raises(HabarError) as refused:
        parse(b'# C:\\\nmsgid "a"\nmsgstr "b"\n', "x.po")
    assert [found.hint for found in refused.value.problems] == [
        "put a blank after the last backslash of the comment above"
    ]


def test_what_cannot_be_spelled_is_a_mistake_of_the_program() -> None:
    for entry in (Entry("a\0"), Entry("a", ("b", "c")), Entry("\ud800")):
        with pytest.raises(ValueError):
            render(Catalog("x", "ru", Place("x.po"), Entry(""), (entry,)))


def test_header_fields_are_read_changed_in_place_and_appended() -> None:
    data = b'# T\nmsgid ""\nmsgstr ""\n"Language: ru\\n"\n"X-Own: a: b\\n"\n'
    catalog = parse(data, "x.po")
    assert header_fields(catalog) == {"Language": "ru", "X-Own": "a: b"}
    changed = with_header_field(with_header_field(catalog, "language", "ja"), "X-New", "1\n2")
    assert render(changed) == b'# T\nmsgid ""\nmsgstr ""\n"language: ja\\n"\n"X-Own: a: b\\n"\n"X-New: 1 2\\n"\n'
    assert render(with_header_field(catalog, "Language", "ru")) == data


def test_a_new_header_is_written_before_the_entries() -> None:
    catalog = Catalog("x", "ru", Place("x.po"), new_header(("T", ""), {"A": "b", "C": "d"}), (Entry("a"),))
    assert render(catalog) == b'# T\n#\nmsgid ""\nmsgstr ""\n"A: b\\n"\n"C: d\\n"\n\nmsgid "a"\nmsgstr ""\n'


def test_a_file_without_a_header_is_formatted_without_one() -> None:
    catalog = parse(b'\n#~ msgid "c"\n#~ msgstr "d"\n\n\nmsgid ""\n"a"\nmsgstr "b"\n', "x.po")
    assert render(formatted(catalog)) == b'msgid "a"\nmsgstr "b"\n\n#~ msgid "c"\n#~ msgstr "d"\n'


def test_a_header_in_mid_file_stays_there() -> None:
    data = b'msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "A: b\\n"\n\nmsgid "c"\nmsgstr "d"\n'
    catalog = parse(data, "x.po")
    assert header_fields(catalog) == {"A": "b"}
    assert render(catalog) == data
