"""Two versions of a catalog in one: nothing that a person wrote is lost, whoever wrote it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given, settings

from i18n import catalogs
from i18n.model import Catalog, Entry, FileStyle, Place
from i18n.threeway import MARK, joined

KEYS = [(context, text) for context in (None, "title") for text in "abcdef"]
WORDS = st.sampled_from(["", "один", "два", "три\nчетыре", " "])
HEADERS = st.sampled_from(
    [
        "Language: ru\nPO-Revision-Date: 2024-01-02 10:00+0000\nLast-Translator: A\n",
        "Language: ru\nPO-Revision-Date: 2024-02-03 10:00+0000\nLast-Translator: B\nX-Note: 1\n",
        "Language: ru\na line without a colon\nPO-Revision-Date: 2024-01-02 10:00+0000\n",
    ]
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    context, text = draw(st.sampled_from(KEYS))
    return Entry(
        text,
        (draw(WORDS),),
        context,
        flags=draw(st.sampled_from([(), ("fuzzy",), ("no-wrap",), ("fuzzy", "no-wrap")])),
        obsolete=draw(st.integers(0, 3)) == 0,
        previous_msgid=draw(st.sampled_from([None, "old"])),
        references=draw(st.sampled_from([(), ("x:1",), ("x:2",)])),
        comments=draw(st.sampled_from([(), ("a note",), ("a note", "another")])),
    )


@st.composite
def versions(draw: st.DrawFn) -> Catalog:
    found = draw(st.lists(entries(), max_size=6, unique_by=lambda entry: None if entry.obsolete else entry.key))
    living: set[object] = set()
    kept = [entry for entry in found if entry.obsolete or not (entry.key in living or living.add(entry.key))]
    style = draw(st.sampled_from([FileStyle(), FileStyle(newline="\r\n"), FileStyle(bom=True)]))
    return reread(Catalog("x", "ru", Place(""), Entry("", (draw(HEADERS),)), tuple(kept), style))


def reread(catalog: Catalog) -> Catalog:
    """As it is after it was written to a file: with the spelling of every entry."""
    return catalogs.parse(catalogs.render(catalog), "x.po", id="x", locale="ru")


def said(catalog: Catalog) -> set[tuple[object, str]]:
    """Every text that a person wrote for a key."""
    return {(entry.key, text) for entry in catalog.entries for text in entry.msgstrs if text}


def held(catalog: Catalog) -> set[tuple[object, str]]:
    """The same, with what is kept in comments."""
    found = said(catalog)
    for entry in catalog.entries:
        if MARK in entry.comments:
            lines = entry.comments[entry.comments.index(MARK) + 1 :]
            found |= {(entry.key, "\n".join(lines[a:b])) for a in range(len(lines)) for b in range(a + 1, a + 9)}
    return found


maybe = st.one_of(st.none(), versions())


@given(maybe, versions())
def test_a_side_that_nobody_else_touched_is_the_result(base: Catalog | None, side: Catalog) -> None:
    assert ordered(joined(base, side, side).catalog) == ordered(side)
    if base is not None:
        assert ordered(joined(base, side, base).catalog) == ordered(side)
        assert Counter(joined(base, base, side).catalog.entries) == Counter(side.entries)


def ordered(catalog: Catalog) -> Catalog:
    return replace(catalog, entries=tuple(sorted(catalog.entries, key=lambda entry: entry.obsolete)))


@settings(max_examples=300)
@given(maybe, versions(), versions())
def test_nothing_that_either_side_wrote_is_lost(base: Catalog | None, ours: Catalog, theirs: Catalog) -> None:
    found = held(joined(base, ours, theirs).catalog)
    before = said(base) if base else set()
    assert (said(ours) - before) - found == set()
    assert (said(theirs) - before) - found == set()


@settings(max_examples=300)
@given(maybe, versions(), versions())
def test_a_contradiction_is_fuzzy_and_said(base: Catalog | None, ours: Catalog, theirs: Catalog) -> None:
    done = joined(base, ours, theirs)
    for entry in done.conflicts:
        assert entry in done.catalog.entries
        assert entry.fuzzy
        assert MARK in entry.comments
    kept = {entry.key for entry in done.catalog.entries if MARK in entry.comments}
    assert kept == {entry.key for entry in done.conflicts}


@settings(max_examples=300)
@given(maybe, versions(), versions())
def test_the_result_is_a_file_that_reads_back(base: Catalog | None, ours: Catalog, theirs: Catalog) -> None:
    catalog = joined(base, ours, theirs).catalog
    again = reread(catalog)
    assert again == catalog
    assert again.style.newline == ours.style.newline or not ours.entries


@settings(max_examples=300)
@given(versions(), versions(), versions())
def test_bringing_the_same_side_in_twice_changes_nothing(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    once = joined(base, ours, theirs).catalog
    assert joined(theirs, once, theirs).catalog == once
