"""How much of a translation is done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.model import Entry
from i18n.stats import Count, Progress, measure, state, words

ENTRIES = {
    "translated": Entry("Two words", ("Два слова",)),
    "fuzzy": Entry("Three short words", ("Три",), flags=("fuzzy",)),
    "untranslated": Entry("One", ("",)),
}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        *((entry, name) for name, entry in ENTRIES.items()),
        (Entry("a", ("",), flags=("fuzzy",)), "untranslated"),
        (Entry("a", (" \n",)), "untranslated"),
        (Entry("a", ("b", ""), msgid_plural="as"), "untranslated"),
        (Entry("a", ("b", "c"), msgid_plural="as"), "translated"),
        (Entry("a", ("b",), flags=("no-wrap",)), "translated"),
    ],
)
def test_the_state_of_an_entry(entry: Entry, expected: str) -> None:
    assert state(entry) == expected


def test_entries_are_counted_by_state() -> None:
    measured = measure(ENTRIES.values())
    assert measured == Progress(Count(1, 2), Count(1, 3), Count(1, 1))
    assert (measured.total, measured.percent) == (Count(3, 6), 33)


@given(st.lists(st.sampled_from(list(ENTRIES.values()))))
def test_every_entry_counts_once_and_a_hundred_means_all(entries: list[Entry]) -> None:
    measured = measure(entries)
    assert measured.total == Count(len(entries), sum(words(entry.msgid) for entry in entries))
    assert (measured.percent == 100) == (entries != [] and measured.translated == measured.total)


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
