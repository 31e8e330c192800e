"""The laws of merging: nothing that a person wrote is lost, and the source decides what is alive and where."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from i18n.catalogs import new_header, parse, render
from i18n.merge import Changes, merge
from i18n.model import Catalog, Entry, Key, Place

law = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

HEADER = new_header(
    ("Bulletin",),
    {
        "Project-Id-Version": "x",
        "PO-Revision-Date": "2024-01-23 00:00+0000",
        "Last-Translator": "A B <a@example.org>",
        "Language-Team": "Russian",
        "Language": "ru",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=n != 1;",
    },
)
# Texts that are alike in pairs, so that changes are found, and some that are not.
TEXTS = [
    "The parties agreed to meet.",
    "The parties agreed to meet again.",
    "The parties did not agree to meet.",
    "Trade was discussed.",
    "Trade was also discussed.",
    "日本語を学ぶ。",
    "Стороны обменялись мнениями.",
    "42",
]
TITLES = ["On a meeting", "About the Ministers", "42"]
NEW_TEXT = "The parties agreed to meet in May."
msgids = st.sampled_from([(None, text) for text in TEXTS] + [("title", text) for text in TITLES])
words = st.sampled_from(["", "", "Стороны встретятся.", "Duşuşarlar.", "会う。", "a\nb", *TEXTS[:2]])
notes = st.lists(
    st.sampled_from(["", "D1: doubtful", "checked by A. B.", "Other translation: 会う。"]), max_size=3
).map(tuple)
flags = st.sampled_from([(), (), ("fuzzy",), ("no-wrap",), ("no-wrap", "fuzzy")])


@st.composite
def old_entries(draw: st.DrawFn) -> Entry:
    context, msgid = draw(msgids)
    plural = draw(st.sampled_from([None, None, None, None, "many"]))
    found = draw(flags)
    previous = draw(msgids) if "fuzzy" in found and draw(st.booleans()) else (None, None)
    return Entry(
        msgid,
        tuple(draw(words) for _ in range(1 if plural is None else 2)),
        context,
        plural,
        found,
        obsolete=draw(st.booleans()),
        previous_msgctxt=previous[0],
        previous_msgid=previous[1],
        references=("sources/old.txt:p1.s1",),
        comments=draw(notes),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Any catalog that the reader lets through: living keys once, obsolete ones as often as they like."""
    entries = draw(st.lists(old_entries(), max_size=8, unique_by=lambda e: object() if e.obsolete else e.key))
    return Catalog("x", "ru", Place("x.po"), HEADER, tuple(entries))


def fresh_entry(key: Key) -> Entry:
    return Entry(key[1], msgctxt=key[0], references=("sources/x.txt:p1.s1",), extracted=("Paragraph 1 of 1",))


sources = st.lists(msgids.map(fresh_entry), max_size=7, unique_by=lambda entry: entry.key).map(tuple)
booleans = st.booleans()


def living(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if not entry.obsolete]


def is_copy(entry: Entry, own: bool) -> bool:
    """In the source's own language a translation that is its text is nobody's work."""
    return own and entry.msgstrs == (entry.msgid,)


@law
@given(catalogs(), sources, booleans)
def test_a_second_merge_changes_nothing(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    once = merge(old, fresh, own_language=own).catalog
    again = merge(once, fresh, own_language=own)
    assert again.catalog == once
    assert again.changes == Changes(added=0, changed=0, revived=0, retired=0)


@law
@given(catalogs(), sources, booleans)
def test_what_is_alive_is_the_source_in_its_order(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    merged = merge(old, fresh, own_language=own).catalog
    assert [(e.key, e.references, e.extracted) for e in living(merged)] == [
        (e.key, e.references, e.extracted) for e in fresh
    ]
    assert list(merged.entries[: len(fresh)]) == living(merged)
    assert len({entry.key for entry in merged.entries}) == len(merged.entries)
    assert replace(merged, entries=()) == replace(old, entries=())


@law
@given(catalogs(), sources, booleans)
def test_no_word_of_a_person_is_lost(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    merged = merge(old, fresh, own_language=own).catalog
    texts = {text for entry in merged.entries for text in entry.msgstrs}
    comments = {line for entry in merged.entries for line in entry.comments}
    for entry in old.entries:
        if not is_copy(entry, own):
            for text in filter(None, entry.msgstrs):
                assert text in texts or "Other translation: " + text.replace("\n", " ") in comments
        assert set(entry.comments) <= comments


@law
@given(catalogs(), sources, booleans)
def test_a_finished_translation_stays_with_its_text(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    merged = merge(old, fresh, own_language=own).catalog
    by_key = {entry.key: entry for entry in merged.entries}
    for entry in old.entries:
        if entry.fuzzy or is_copy(entry, own):
            continue
        for text in filter(None, entry.msgstrs):
            kept = by_key[entry.key]
            assert text in kept.msgstrs or "Other translation: " + text.replace("\n", " ") in kept.comments


@law
@given(catalogs(), sources, booleans)
def test_a_living_translation_is_left_alone(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    before, after = old.by_key(), merge(old, fresh, own_language=own).catalog.by_key()
    for entry in fresh:
        was = before.get(entry.key)
        if was and any(was.msgstrs):
            now = after[entry.key]
            assert now._replace(comments=()) == was._replace(
                comments=(), references=entry.references, extracted=entry.extracted
            )
            assert now.comments[: len(was.comments)] == was.comments


@law
@given(catalogs(), sources, booleans)
def test_an_offer_says_what_it_was_made_from(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    known = {entry.key for entry in old.entries}
    for entry in merge(old, fresh, own_language=own).catalog.entries:
        if not entry.obsolete and entry.key not in known:
            assert entry.fuzzy == (entry.previous_msgid is not None)
            assert not entry.fuzzy or any(entry.msgstrs)
            assert entry.fuzzy or entry.msgstrs == ((entry.msgid if own else ""),)


def test_an_offer_that_is_handed_on_still_says_what_it_was_made_from() -> None:
    done = Entry(TEXTS[0], ("Стороны договорились.",), comments=("D1",))
    changed = Catalog("x", "ru", Place("x.po"), HEADER, (done,))
    for text in (TEXTS[1], NEW_TEXT):
        changed = merge(changed, [fresh_entry((None, text))]).catalog
    offered = fresh_entry((None, NEW_TEXT))._replace(
        msgstrs=done.msgstrs, comments=("D1",), flags=("fuzzy",), previous_msgid=TEXTS[0]
    )
    assert changed.entries == (offered, done._replace(obsolete=True))


# What comes back ---------------------------------------------------------------------------------


@law
@given(catalogs(), sources, booleans, st.data())
def test_a_text_that_comes_back_has_its_translation(
    old: Catalog, fresh: tuple[Entry, ...], own: bool, data: st.DataObject
) -> None:
    before = merge(old, fresh, own_language=own).catalog
    finished = [entry for entry in living(before) if entry.translated and not is_copy(entry, own)]
    assume(finished)
    lost = data.draw(st.sampled_from(finished))
    without = merge(before, [entry for entry in fresh if entry.key != lost.key], own_language=own).catalog
    back = merge(without, fresh, own_language=own)
    assert back.catalog.by_key()[lost.key] == lost
    assert back.changes.revived == 1


@law
@given(catalogs(), sources, booleans, st.data())
def test_an_undone_edit_costs_nothing(old: Catalog, fresh: tuple[Entry, ...], own: bool, data: st.DataObject) -> None:
    before = merge(old, fresh, own_language=own).catalog
    finished = [entry for entry in living(before) if entry.translated and not is_copy(entry, own) and not entry.msgctxt]
    assume(finished)
    edited = data.draw(st.sampled_from(finished))
    instead = [fresh_entry((None, NEW_TEXT)) if entry.key == edited.key else entry for entry in fresh]
    changed = merge(before, instead, own_language=own).catalog
    undone = merge(changed, fresh, own_language=own).catalog
    assert undone.by_key() == before.by_key()
    offer = changed.by_key()[None, NEW_TEXT]
    if ((offer.previous_msgctxt, offer.previous_msgid), offer.msgstrs) == (edited.key, edited.msgstrs):
        assert {entry.key: entry for entry in undone.entries} == {entry.key: entry for entry in before.entries}


# The source's own language -----------------------------------------------------------------------


@law
@given(sources, sources)
def test_the_source_language_follows_until_it_is_edited(first: tuple[Entry, ...], second: tuple[Entry, ...]) -> None:
    empty = Catalog("x", "ru", Place("x.po"), HEADER, ())
    followed = merge(merge(empty, first, own_language=True).catalog, second, own_language=True).catalog
    assert followed == replace(empty, entries=tuple(entry._replace(msgstrs=(entry.msgid,)) for entry in second))


def test_a_note_in_the_source_language_is_no_edit() -> None:
    noted = Entry(TEXTS[0], (TEXTS[0],), comments=("a note",))
    old = Catalog("x", "ru", Place("x.po"), HEADER, (noted,))
    merged = merge(old, [fresh_entry((None, TEXTS[1]))], own_language=True).catalog
    assert merged.entries == (
        fresh_entry((None, TEXTS[1]))._replace(msgstrs=(TEXTS[1],), comments=("a note",)),
        noted._replace(obsolete=True),
    )


def test_an_edit_in_the_source_language_waits_beside_the_changed_text() -> None:
    edited = Entry(TEXTS[0], ("The sides agreed to meet.",))
    old = Catalog("x", "ru", Place("x.po"), HEADER, (edited,))
    merged = merge(old, [fresh_entry((None, TEXTS[1]))], own_language=True).catalog
    assert merged.entries == (
        fresh_entry((None, TEXTS[1]))._replace(msgstrs=edited.msgstrs, flags=("fuzzy",), previous_msgid=edited.msgid),
        edited._replace(obsolete=True),
    )


# The file ----------------------------------------------------------------------------------------


@law
@given(catalogs(), sources, booleans)
def test_a_merged_catalog_is_read_back_equal(old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    old = parse(render(old), "x.po", id="x", locale="ru")
    merged = merge(old, fresh, own_language=own).catalog
    written = render(merged)
    assert parse(written, "x.po", id="x", locale="ru") == merged
    assert render(merge(parse(written, "x.po", id="x", locale="ru"), fresh, own_language=own).catalog) == written


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext (msgfmt) is not installed")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(catalogs(), sources, booleans)
def test_gettext_takes_every_merged_catalog(tmp_path: Path, old: Catalog, fresh: tuple[Entry, ...], own: bool) -> None:
    written = render(merge(old, fresh, own_language=own).catalog)
    (tmp_path / "x.po").write_bytes(written)
    ended = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", "x.po"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
