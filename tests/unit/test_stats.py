"""How much of a translation is done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.approval import approve
from i18n.model import Entry
from i18n.stats import STATES, Count, Progress, measure, state, words

APPROVED = approve(Entry("Four words of text", ("Четыре слова текста",)), "Anna", date(2024, 1, 23))
ENTRIES = {
    "untranslated": Entry("One", ("",)),
    "needs editing": Entry("Three short words", ("Три",), flags=("fuzzy",)),
    "waiting for review": Entry("Two words", ("Два слова",)),
    "approved": APPROVED,
}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        *((entry, name) for name, entry in ENTRIES.items()),
        (Entry("a", ("",), flags=("fuzzy",)), "untranslated"),
        (Entry("a", (" \n",)), "untranslated"),
        (Entry("a", ("b", ""), msgid_plural="as"), "untranslated"),
        (Entry("a", ("b", "c"), msgid_plural="as"), "waiting for review"),
        (Entry("a", ("b",), flags=("no-wrap",)), "waiting for review"),
        (APPROVED._replace(flags=("no-wrap",)), "approved"),
        (APPROVED._replace(flags=("fuzzy",)), "needs editing"),
        (APPROVED._replace(msgstrs=("",)), "untranslated"),
        (APPROVED._replace(msgstrs=("Четыре",)), "waiting for review"),
        (APPROVED._replace(msgid="Three words"), "waiting for review"),
    ],
)
def test_the_state_of_an_entry(entry: Entry, expected: str) -> None:
    assert state(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("One", ("One",)), "approved"),
        (Entry("One", ("One",), flags=("fuzzy",)), "needs editing"),
        (Entry("One", ("One!",)), "waiting for review"),
        (Entry("One", ("",)), "untranslated"),
        (APPROVED, "approved"),
    ],
)
def test_in_its_own_language_a_text_that_nobody_edited_needs_no_reviewer(entry: Entry, expected: str) -> None:
    assert state(entry, own_language=True) == expected


def test_entries_are_counted_by_state() -> None:
    measured = measure(ENTRIES.values())
    assert measured == Progress(Count(1, 1), Count(1, 3), Count(1, 2), Count(1, 4))
    assert (measured.total, measured.to_translate) == (Count(4, 10), Count(2, 4))


@given(st.lists(st.sampled_from(STATES)))
def test_every_entry_counts_once_and_the_work_goes_from_translator_to_reviewer(states: list[str]) -> None:
    measured = measure([ENTRIES[name] for name in states])
    assert measured.total == Count(len(states), sum(words(ENTRIES[name].msgid) for name in states))
    first = min((STATES.index(name) for name in states), default=3)
    assert measured.waits_for == ("translator", "translator", "reviewer", None)[first]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— …", 0),
        ("On January 23, 2024", 4),
        ("Turkmen-Japanese exchanges, don’t", 3),
        ("в 2024–2026 годах", 4),
        ("2024-nji ýylyň 23-nji ýanwarynda", 4),
        ("外相会談", 4),
        ("令和6年 Tokyo", 5),
        ("カシミヤ・コート", 8),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count
