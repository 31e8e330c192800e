"""The laws of approvals: an edit of msgctxt, msgid or msgstr makes one void, and nothing else does."""

from __future__ import annotations

import io
import shutil
import subprocess
import textwrap
from datetime import date
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from i18n import approval, catalogs
from i18n.merge import merge
from i18n.model import Catalog, Entry, Place
from i18n.threeway import joined

law = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
finished = texts.filter(str.strip)
days = st.dates(min_value=date(1000, 1, 1))
entries = st.builds(lambda msgid, text, context: Entry(msgid, (text,), context), texts, finished, st.none() | texts)
notes = st.lists(
    st.sampled_from(["", "D1: doubtful", "Approved by nobody", "on 2024-01-23 [a1b2c3d4e5f6]"]), max_size=3
)


def _is_name(text: str) -> bool:
    try:
        return bool(approval.reviewer(text))
    except ValueError:
        return False


names = (
    st.sampled_from(
        ["Aýna Meredowa", "Анна Петрова-Сулейманова-Мередова", "山田太郎", "A. on 2024-01-01", "x " * 39 + "x"]
    )
    | st.text(min_size=1, max_size=80).filter(_is_name)
).map(approval.reviewer)


@law
@given(entries, names, days, notes, notes)
def test_an_approval_counts_wherever_it_stands_among_comments(
    entry: Entry, name: str, day: date, before: list[str], after: list[str]
) -> None:
    signed = approval.approve(entry, name, day)
    moved = signed._replace(comments=(*before, *signed.comments, *after))
    assert [(found.name, found.day) for found in approval.counting(moved)] == [(name, day)]
    assert approval.approve(moved, name, date(2000, 1, 1)) == moved


@law
@given(entries, names, days, st.data())
def test_any_edit_of_the_texts_makes_it_void_and_its_undoing_valid(
    entry: Entry, name: str, day: date, data: st.DataObject
) -> None:
    signed = approval.approve(entry, name, day)
    field = data.draw(st.sampled_from(["msgctxt", "msgid", "msgstrs"]))
    value = data.draw(
        {"msgctxt": st.none() | texts, "msgid": texts, "msgstrs": finished.map(lambda text: (text,))}[field]
    )
    edited = signed._replace(**{field: value})
    assume(edited != signed)
    assert approval.counting(edited) == ()
    assert approval.found_in(edited.comments) == approval.found_in(signed.comments)
    assert approval.counting(edited._replace(**{field: getattr(entry, field)})) == approval.counting(signed)


@law
@given(entries, names, days)
def test_nothing_else_makes_it_void(entry: Entry, name: str, day: date) -> None:
    signed = approval.approve(entry, name, day)
    others = {
        "flags": ("no-wrap",), "references": ("a.txt:p1.s1",), "extracted": ("x",), "place": Place("x.po", 7),
        "previous_msgid": "x", "previous_msgctxt": "y", "raw": "z",
    }  # fmt: skip
    assert approval.counting(signed._replace(**others)) == approval.counting(signed) != ()
    for asleep in ({"flags": ("fuzzy",)}, {"obsolete": True}):
        assert approval.counting(signed._replace(**asleep)) == ()
        assert approval.counting(signed._replace(**asleep)._replace(flags=(), obsolete=False)) != ()


@law
@given(entries, names.filter(lambda name: "- " not in name), days, st.integers(30, 90))
def test_an_editor_may_wrap_the_line(entry: Entry, name: str, day: date, width: int) -> None:
    signed = approval.approve(entry, name, day)
    lines = textwrap.wrap(signed.comments[0], width, break_long_words=False)
    assert approval.found_in(lines) == approval.found_in(signed.comments)


# Merging -----------------------------------------------------------------------------------------

TEXTS = ["The parties agreed to meet.", "The parties agreed to meet again.", "Trade was discussed.", "42"]
msgids = st.sampled_from(TEXTS)


@st.composite
def signed_catalogs(draw: st.DrawFn) -> Catalog:
    chosen = draw(st.lists(msgids, unique=True))
    some = [Entry(text, (f"«{text}»",), obsolete=draw(st.booleans())) for text in chosen]
    return _catalog(approval.approve(entry, "Anna", date(2024, 1, 23)) for entry in some)


def _catalog(some) -> Catalog:
    return Catalog("x", "ru", Place("x.po"), HEADER, tuple(some))


HEADER = catalogs.new_header((), {"Content-Type": "text/plain; charset=UTF-8", "Language": "ru"})
sources = st.lists(msgids, unique=True).map(lambda chosen: tuple(Entry(text) for text in chosen))


@law
@given(signed_catalogs(), sources, sources)
def test_merging_takes_approvals_along(old: Catalog, away: tuple[Entry, ...], back: tuple[Entry, ...]) -> None:
    """Whatever the source was in between: a text with its translation is approved as soon as it is there again."""
    merged = merge(merge(old, away).catalog, back).catalog
    approved = {entry.msgid for entry in merged.entries if approval.counting(entry)}
    known = {entry.msgid for entry in old.entries}
    assert approved == known & {entry.msgid for entry in back}
    assert len(approval.history(merged.entries)) == len(known)


@law
@given(entries, st.lists(names.filter(lambda name: "- " not in name), min_size=2, max_size=3), days, st.data())
def test_where_entries_meet_every_approval_is_kept(
    entry: Entry, signers: list[str], day: date, data: st.DataObject
) -> None:
    """Two files or two entries with approvals that editors wrapped, so that some of their lines are equal."""

    def signed(name: str) -> Entry:
        line = approval.approve(entry, name, day).comments[0]
        width = data.draw(st.integers(40, 90))
        return entry._replace(comments=("note", *textwrap.wrap(line, width, break_long_words=False)))

    some = [signed(name) for name in signers]
    wanted = {(name, day) for name in signers}
    obsolete = [each._replace(obsolete=True) for each in some]
    met = merge(_catalog(obsolete), [Entry(entry.msgid, msgctxt=entry.msgctxt)]).catalog.entries
    assert {(each.name, each.day) for each in approval.counting(met[0])} == wanted
    assert sum(line.startswith(approval.MARK) for line in met[0].comments) == len(wanted)
    base = _catalog([entry])
    both = joined(base, _catalog(some[:1]), _catalog(some[1:2])).catalog.entries
    assert {(each.name, each.day) for each in approval.counting(both[0])} == {(name, day) for name in signers[:2]}


# Other programs ----------------------------------------------------------------------------------

LONG = "Гурбангулы Мяликгулыевич Бердымухаммедов-Сулейманов, Daşary işler ministrligi"
SIGNED = tuple(
    approval.approve(entry, name, date(2024, 1, 23))
    for entry in (
        Entry("A hall.", ("Зал.",), extracted=("Paragraph 1 of 2",), references=("a.txt:p1.s1",)),
        Entry("Title", ("Заголовок",), "title", comments=("D1: doubtful",), flags=("no-wrap",)),
        Entry("Long. " * 40, ("Длинный. " * 40,), references=("a.txt:p2.s1",)),
    )
    for name in ("Aýna Meredowa",)
)
SIGNED = tuple(approval.approve(entry, LONG, date(2024, 1, 24)) for entry in SIGNED)
GONE = approval.approve(Entry("Gone.", ("Нет.",)), LONG, date(2024, 1, 24))._replace(obsolete=True)
PO = catalogs.render(_catalog((*SIGNED, GONE)))


def _gettext(*command: str) -> bytes:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, input=PO, capture_output=True, check=True, timeout=20).stdout


def _msgmerge(folder: Path) -> bytes:
    template = [Entry(entry.msgid, msgctxt=entry.msgctxt, references=("b.txt:1",)) for entry in reversed(SIGNED)]
    (folder / "x.pot").write_bytes(catalogs.render(_catalog(template)))
    return _gettext("msgmerge", "--quiet", "--previous", "-", str(folder / "x.pot"))


def _pot2po(folder: Path) -> bytes:
    (folder / "x.po").write_bytes(PO)
    (folder / "x.pot").write_bytes(catalogs.render(_catalog(e._replace(msgstrs=("",), comments=()) for e in SIGNED)))
    _gettext("pot2po", "--progress=none", "-t", str(folder / "x.po"), str(folder / "x.pot"), str(folder / "y.po"))
    return (folder / "y.po").read_bytes()


def _polib(folder: Path) -> bytes:
    polib.pofile(PO.decode()).save(str(folder / "x.po"))
    return (folder / "x.po").read_bytes()


def _babel(_: Path) -> bytes:
    written = io.BytesIO()
    write_po(written, read_po(io.BytesIO(PO), locale="ru"))
    return written.getvalue()


EDITORS = {
    "msgcat": lambda _: _gettext("msgcat", "-"),
    "msgcat, narrow": lambda _: _gettext("msgcat", "--width=40", "--sort-output", "-"),
    "msgattrib": lambda _: _gettext("msgattrib", "--translated", "--no-location", "-"),
    "msgmerge": _msgmerge,
    "pot2po": _pot2po,
    "polib": _polib,
    "Babel": _babel,
    "Windows": lambda _: PO.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("editor", EDITORS.values(), ids=EDITORS)
def test_approvals_survive_other_programs(editor, tmp_path: Path) -> None:
    whole = catalogs.parse(editor(tmp_path), "x.po")
    saved = whole.by_key()
    assert {key: approval.counting(entry) for key, entry in saved.items()} == {
        entry.key: approval.counting(entry) for entry in SIGNED
    }
    assert all(len(approval.counting(entry)) == 2 for entry in saved.values())
    assert [record.void for record in approval.history(whole.entries) if record.entry.obsolete] == ["gone"]


def test_an_edit_in_another_program_makes_one_void() -> None:
    edited = polib.pofile(PO.decode())
    edited[0].msgstr = "Зала."
    saved = catalogs.parse(str(edited).encode(), "x.po").entries
    assert [len(approval.counting(entry)) for entry in saved if not entry.obsolete] == [0, 2, 2]
