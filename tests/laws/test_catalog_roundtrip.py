"""The laws of PO catalogs: nothing is lost, nothing is spelled anew without need, both readers agree."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace

import polib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from i18n.catalogs import formatted, new_header, parse, render, translations
from i18n.catalogs.quoting import quote
from i18n.catalogs.reader import read_fully
from i18n.model import Catalog, Entry, FileStyle, Place
from i18n.problems import HabarError

law = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

needs_gettext = pytest.mark.skipif(
    not (shutil.which("msgcat") and shutil.which("msgfmt")), reason="GNU gettext (msgcat, msgfmt) is not installed"
)

HEADER = new_header(
    ("Bulletin", "", "of a ministry"),
    {
        "Project-Id-Version": "habar",
        "Language": "ru",
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Editor": "a \\ b",
    },
)
NASTY = '"\\\n\r\t\a\b\f\v\x01\x1c\x7f\x85\u2028\ufeff nxr0#~|<=> абвЖý日本。ё'

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(st.sampled_from(NASTY), max_size=12) | st.text(characters, max_size=12)
lines = texts.map(lambda text: text.replace("\n", "").replace("\r", ""))
words = st.text(st.characters(categories=["L", "N", "Pd", "Po"], exclude_characters=","), min_size=1, max_size=8)
flags = st.lists(st.sampled_from(["fuzzy", "no-wrap", "range: 0..9"]) | words, max_size=3, unique=True).map(tuple)
references = st.lists(words | st.sampled_from(["a b.txt:3", "a b.txt:p1.s2", " x", "c:\\d.txt"]), max_size=3).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    previous = draw(st.none() | texts)
    plural = draw(st.none() | st.none() | texts)
    return Entry(
        msgid=draw(texts),
        msgstrs=tuple(draw(st.lists(texts, min_size=1, max_size=1 if plural is None else 11))),
        msgctxt=draw(st.none() | texts),
        msgid_plural=plural,
        flags=draw(flags),
        obsolete=draw(st.booleans()),
        previous_msgctxt=None if previous is None else draw(st.none() | texts),
        previous_msgid=previous,
        previous_msgid_plural=None if previous is None else draw(st.none() | texts),
        references=draw(references),
        extracted=tuple(draw(st.lists(lines, max_size=3))),
        comments=tuple(draw(st.lists(lines, max_size=3))),
    )


def living_key(entry: Entry) -> object:
    """What must not stand twice in a file, nor be the header's."""
    return object() if entry.obsolete else entry.key


def some_entries(min_size: int = 0) -> st.SearchStrategy[tuple[Entry, ...]]:
    apart = st.lists(entries(), min_size=min_size, max_size=4, unique_by=living_key)
    return apart.filter(lambda found: all(living_key(entry) != (None, "") for entry in found)).map(tuple)


styles = st.builds(FileStyle, newline=st.sampled_from(["\n", "\r\n"]), bom=st.booleans())


def catalog(found: tuple[Entry, ...], style: FileStyle = FileStyle(), header: Entry = HEADER) -> Catalog:
    return Catalog("x", "ru", Place("x.po"), header, found, style)


def reread(data: bytes) -> Catalog:
    return parse(data, "x.po", id="x", locale="ru")


@law
@given(some_entries(min_size=1), styles, st.sampled_from([HEADER, Entry("")]))
def test_what_is_written_is_read_back_equal(found: tuple[Entry, ...], style: FileStyle, header: Entry) -> None:
    written = catalog(found, style, header)
    read = reread(render(written))
    assert read == written
    assert (read.style.newline, read.style.bom, read.style.tail) == (style.newline, style.bom, "")


# Files in odd styles ---------------------------------------------------------------------------


@st.composite
def odd_string(draw: st.DrawFn, keyword: str, text: str, mark: str) -> str:
    """A keyword and its string, cut into pieces and spaced in any way that gettext reads."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    pieces = [text[i:j] for i, j in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    between = draw(st.sampled_from([f"\n{mark}", " ", "", f"\n{mark}\t", f" \n\n{mark}"]))
    spelled = [draw(odd_escapes(quote(piece))) for piece in pieces]
    return mark + keyword + draw(st.sampled_from([" ", "", "\t"])) + between.join(spelled) + "\n"


def odd_escapes(quoted: str) -> st.SearchStrategy[str]:
    numbers = with_tabs(quoted.replace("я", "\\321\\217").replace("é", "\\303\\251"), "\\011")
    return st.sampled_from([quoted, numbers, with_tabs(quoted, "\t")])


def with_tabs(quoted: str, spelled: str) -> str:
    """The string with its escaped tabs in another spelling. An escaped backslash before a ``t`` is none."""
    return re.sub(r"\\.", lambda escape: spelled if escape[0] == r"\t" else escape[0], quoted)


def guarded(line: str) -> str:
    """The comment line with a blank after a last backslash, which would join the next line to it."""
    return line + " " if line.rstrip(" ").endswith("\\") else line


@st.composite
def odd_entry(draw: st.DrawFn, entry: Entry) -> str:
    """The entry in a spelling that is right and not canonical."""
    notes = [draw(st.sampled_from(["# ", "#"] if text[:1] not in tuple(" ~|.:,!=") and text else ["# "])) + text
             for text in entry.comments]  # fmt: skip
    groups = [
        notes,
        [draw(st.sampled_from(["#. ", "#."] if text[:1] != " " else ["#. "])) + text for text in entry.extracted],
        [draw(st.sampled_from(["#: ", "#:"])) + name for name in entry.references if " " not in name],
        [draw(st.sampled_from(["#, ", "#,", "#,  "])) + flag for flag in entry.flags],
        draw(st.sampled_from([[], ["#= sticky"], ["#=x", "#="]])),
    ]
    groups = draw(st.permutations(groups))
    blank = draw(st.sampled_from(["", "", "\n", " \n"]))
    around = [
        draw(st.sampled_from(["", "", "#~ "] if entry.obsolete else [""])) + guarded(line)
        for lines in groups
        for line in lines
    ]
    return blank + "".join(line + "\n" + blank for line in around) + draw(odd_keywords(entry))


@st.composite
def odd_keywords(draw: st.DrawFn, entry: Entry) -> str:
    mark = draw(st.sampled_from(["#~ ", "#~"])) if entry.obsolete else draw(st.sampled_from(["", "", " "]))
    old = draw(st.sampled_from(["#~| ", "#~|", "#~ #| "] if entry.obsolete else ["#| ", "#|"]))
    indexed = [(f"msgstr[{i}]", text) for i, text in enumerate(entry.msgstrs)]
    fields = [
        (old, "msgctxt", entry.previous_msgctxt),
        (old, "msgid", entry.previous_msgid),
        (old, "msgid_plural", entry.previous_msgid_plural),
        (mark, "msgctxt", entry.msgctxt),
        (mark, "msgid", entry.msgid),
        (mark, "msgid_plural", entry.msgid_plural),
        *[(mark, name if entry.msgid_plural is not None else "msgstr", text) for name, text in indexed],
    ]
    return "".join([draw(odd_string(name, text, mark)) for mark, name, text in fields if text is not None])


@st.composite
def odd_files(draw: st.DrawFn) -> tuple[tuple[Entry, ...], bytes]:
    """Entries, and a file that spells them in a mixture of styles."""
    plain = st.text(st.sampled_from('ab "\\\n\t#яé日\x85\u2028'), max_size=8)
    found = draw(some_entries(min_size=1))
    found = tuple(
        entry._replace(references=tuple(name for name in entry.references if " " not in name)) for entry in found
    )
    found = tuple(entry._replace(msgstrs=tuple(draw(plain) for _ in entry.msgstrs)) for entry in found)
    header = (
        draw(st.sampled_from(["", "# Note\n#\n"]))
        + 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    middle = [draw(st.sampled_from(["", "\n", "\n\n \n"])) + draw(odd_entry(entry)) for entry in found]
    text = header + "".join(middle) + draw(st.sampled_from(["", "\n", "# tail\n", "\n#. tail", "#, fuzzy\n#~\n"]))
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
    return found, (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


@law
@given(odd_files())
def test_files_in_odd_styles_are_understood_and_given_back_byte_for_byte(file: tuple[tuple[Entry, ...], bytes]) -> None:
    found, data = file
    read = reread(data)
    assert read.entries == found
    assert render(read) == data


@law
@given(odd_files() | some_entries(1).map(lambda found: (found, render(catalog(found)))))
def test_the_quick_reader_and_the_full_one_agree(file: tuple[tuple[Entry, ...], bytes]) -> None:
    read = reread(file[1])
    full = read_fully(file[1].decode().removeprefix("\ufeff"), "x.po")
    assert full.faults == []
    assert list(map(tuple, full.entries)) == list(map(tuple, (read.header, *read.entries)))
    assert [entry.raw for entry in full.entries] == [entry.raw for entry in (read.header, *read.entries)]
    assert [entry.place for entry in full.entries] == [entry.place for entry in (read.header, *read.entries)]


@law
@given(odd_files())
def test_canonical_form_holds_every_message_and_every_odd_line(file: tuple[tuple[Entry, ...], bytes]) -> None:
    found, data = file
    read = reread(data)
    once = render(formatted(read))
    again = reread(once)
    assert again.entries == tuple(sorted(found, key=lambda entry: entry.obsolete))
    assert again.header == read.header
    assert render(formatted(again)) == once
    assert odd_lines(once) == odd_lines(data)


def odd_lines(data: bytes) -> int:
    return sum(line.lstrip().startswith(b"#=") for line in data.splitlines())


# Any bytes at all ------------------------------------------------------------------------------

TOKENS = [
    'msgid "a"',
    'msgid "b"',
    'msgstr "c"',
    'msgctxt "d"',
    'msgid_plural "e"',
    "msgstr[0]",
    "msgstr[1]",
    '"f"',
    "# g",
]
TOKENS += ["#~ ", "#| ", "#~| ", "#, fuzzy", "#. h", "\n", "\n", "\n\n", " ", '"', "\\", "msgid", "domain", "<<<<<<< x"]
TOKENS += ["\n=======\n", ">>>>>>> y", 'domain "i"', '"\\x41"', '"\\q"', "msgsrt", "[", "0", "я", "\r\n", "\t"]
soup = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=12).map("".join)


@law
@given(odd_files() | some_entries(1).map(lambda found: (found, render(catalog(found)))))
def test_finished_translations_are_those_of_the_whole_catalog(file: tuple[tuple[Entry, ...], bytes]) -> None:
    wanted = {entry.key: entry.msgstr for entry in reread(file[1]).entries if entry.translated}
    assert translations(file[1], "x.po") == wanted


@law
@given(soup | st.text(max_size=20))
@example("\x1f")
@example('msgid "a"\nmsgstr "b"\n\u2028\n')
def test_finished_translations_are_refused_as_the_whole_catalog_is(text: str) -> None:
    outcomes = []
    for read in (parse, translations):
        try:
            read(text.encode("utf-8", "replace"), "x.po")
            outcomes.append(None)
        except HabarError as error:
            outcomes.append(error.problems)
    assert outcomes[0] == outcomes[1]


@law
@given(odd_files(), st.data())
def test_a_change_of_one_entry_leaves_all_other_text_alone(
    file: tuple[tuple[Entry, ...], bytes], data: st.DataObject
) -> None:
    read = reread(file[1])
    at = data.draw(st.integers(0, len(read.entries) - 1))
    new = data.draw(entries())
    names = ["msgstrs", "flags", "references", "extracted", "comments", "obsolete", "previous_msgid"]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True))
    old = read.entries[at]
    fields = {name: getattr(new, name) for name in chosen}
    changed = old._replace(**fields)
    if len(changed.msgstrs) > 1 and changed.msgid_plural is None:
        changed = changed._replace(msgstrs=changed.msgstrs[:1])
    if changed.previous_msgid is None:
        changed = changed._replace(previous_msgctxt=None, previous_msgid_plural=None)
    if any(living_key(changed) == living_key(other) for other in (read.header, *read.entries) if other is not old):
        return
    after = replace(read, entries=(*read.entries[:at], changed, *read.entries[at + 1 :]))
    written = render(after)
    assert reread(written) == after
    raws = [entry.raw or "" for entry in (read.header, *read.entries)]
    before = ("\ufeff" if read.style.bom else "") + "".join(raws[: at + 1])
    assert written.startswith(before.encode())
    assert written.endswith(("".join(raws[at + 2 :]) + read.style.tail).encode())


def test_a_change_of_the_programs_lines_keeps_the_translators_wrapping() -> None:
    text = '\n#. old\n#: a:1 b:2\n#, fuzzy\nmsgid ""\n"one "\n"two"\nmsgstr "" "ein"\n\n  "s zwei"\n'
    read = reread(b'msgid "x"\nmsgstr ""\n' + text.encode())
    new = read.entries[1]._replace(extracted=("new", "newer"), flags=())
    written = render(replace(read, entries=(read.entries[0], new)))
    wanted = '\n#. new\n#. newer\n#: a:1 b:2\nmsgid ""\n"one "\n"two"\nmsgstr "" "ein"\n\n  "s zwei"\n'
    assert written == b'msgid "x"\nmsgstr ""\n' + wanted.encode()


@given(soup | st.text(max_size=20))
def test_any_text_is_read_without_loss_or_refused_with_a_line(text: str) -> None:
    data = text.encode("utf-8")
    try:
        read = reread(data)
    except HabarError as error:
        assert error.problems
        assert all(found.place.line and 0 < found.place.line <= text.count("\n") + 1 for found in error.problems)
    else:
        assert render(read) == data


# Other readers as judges -----------------------------------------------------------------------


def run(program: str, *options: str, data: bytes) -> bytes:
    result = subprocess.run([program, *options, "-"], input=data, capture_output=True, check=False, timeout=20)
    assert (result.returncode, result.stderr.decode()) == (0, "")
    return result.stdout


plain_texts = st.text(st.sampled_from([c for c in NASTY if c not in "\r\v\f\a\b\ufeff"]), max_size=12)
whole_lines = plain_texts.map(lambda text: text.replace("\n", ""))
known_flags = st.sampled_from([(), ("fuzzy",), ("no-wrap",), ("fuzzy", "no-wrap")])


@st.composite
def ordinary_entries(draw: st.DrawFn) -> Entry:
    """What habar itself writes."""
    fuzzy = draw(known_flags)
    return Entry(
        msgid=draw(plain_texts.filter(lambda text: text.strip("\n") != "")),
        msgstrs=(draw(plain_texts) or ("x" if fuzzy else ""),),  # msgcat has no fuzzy entries without text
        msgctxt=draw(st.none() | plain_texts),
        flags=fuzzy,
        previous_msgid=draw(plain_texts) if fuzzy else None,
        references=draw(
            st.lists(st.sampled_from(["a.txt:p1.s2", "b.txt:3", "ж.txt:p1"]), max_size=3, unique=True).map(tuple)
        ),
        extracted=tuple(draw(st.lists(whole_lines, max_size=2))),
        comments=tuple(draw(st.lists(whole_lines, max_size=2))),
    )


ordinary = st.lists(ordinary_entries(), max_size=4, unique_by=lambda entry: entry.key).map(tuple)


@needs_gettext
@law
@given(ordinary)
def test_canonical_files_are_a_fixed_point_of_msgcat(found: tuple[Entry, ...]) -> None:
    data = render(catalog(found))
    assert run("msgcat", "--no-wrap", "--force-po", data=data).decode() == data.decode()


@needs_gettext
def test_msgfmt_has_nothing_to_say_about_a_new_file() -> None:
    header = new_header(
        ("Bulletin",),
        {
            "Project-Id-Version": "habar",
            "PO-Revision-Date": "2024-01-23 00:00+0500",
            "Last-Translator": "A <a@example.org>",
            "Language-Team": "ru",
            "Language": "ru",
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        },
    )
    found = (Entry("a\nb", ("а\nб",)), Entry('say "x"', ('"ы"',), msgctxt=""), Entry("old", ("старый",), obsolete=True))
    assert run("msgfmt", "-c", "-o", "/dev/null", data=render(catalog(found, header=header))) == b""


@law
@given(ordinary)
def test_polib_reads_the_same_messages(found: tuple[Entry, ...]) -> None:
    known = [
        e._replace(msgid=safe(e.msgid), msgstrs=(safe(e.msgstr),), msgctxt=e.msgctxt and safe(e.msgctxt)) for e in found
    ]
    data = render(catalog(tuple(e._replace(comments=(), extracted=(), previous_msgid=None) for e in known)))
    judged = polib.pofile(data.decode())
    assert [(e.msgctxt, e.msgid, e.msgstr, e.flags) for e in judged] == [
        (e.msgctxt, e.msgid, e.msgstr, list(e.flags)) for e in known
    ]


def safe(text: str) -> str:
    """Without what polib itself gets wrong: it splits lines at these characters."""
    return "".join(" " if char in "\x1c\x1d\x1e\x85\u2028\u2029" else char for char in text)
