"""Titles and summaries: whole sentences where there is room, a clean cut where there is none, one language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.model import Code, LocalizedSegment, LocalizedUnit
from i18n.publish import edition
from i18n.publish.briefs import Brief, shortened, summary, title


def bulletin(example, *passages, locale="en", role="paragraph"):
    """The example's first bulletin with one paragraph of these passages."""
    segments = [
        LocalizedSegment(f"p1.s{number}", own, (" ",) if number > 1 and locale != "ja" else (), (text,))
        for number, (own, text) in enumerate(passages, start=1)
    ]
    heading = LocalizedUnit("title", "title", (LocalizedSegment("title", locale, (), ("A title",)),))
    units = (heading, LocalizedUnit("p1", role, tuple(segments)))
    return replace(example.localized[0], locale=locale, units=units)


@pytest.mark.parametrize(
    ("locale", "passages", "expected"),
    [
        ("en", [("en", "One."), ("en", "Two.")], Brief("One. Two.", "en")),
        ("en", [("en", "One."), ("en", "w" * 145 + ".")], Brief("One.", "en")),
        ("en", [("en", "One."), ("en", "w" * 144 + ".")], Brief("One. " + "w" * 144 + ".", "en")),
        ("ru", [("en", "One."), ("ru", "Два.")], Brief("One.", "en")),
        ("ru", [("ru", "Раз."), ("en", "Two."), ("ru", "Три.")], Brief("Раз.", "ru")),
        ("ja", [("ja", "会" * 60 + "。"), ("ja", "談" * 30 + "。")], Brief("会" * 60 + "。", "ja")),
        ("en", [], Brief("", "en")),
    ],
)
def test_summary_is_whole_sentences_of_one_language(preview, locale, passages, expected):
    assert summary(bulletin(preview, *passages, locale=locale)) == expected


def test_summary_is_of_the_first_paragraph_that_says_something(preview):
    localized = bulletin(preview, ("en", "A list."), role="item")
    assert summary(localized) == Brief("", "en")
    empty = LocalizedUnit("p2", "paragraph", (LocalizedSegment("p2.s1", "en", (), (Code(1, "alone", "img", ()),)),))
    last = LocalizedUnit("p3", "paragraph", (LocalizedSegment("p3.s1", "en", (), ("Text\n  that goes on.",)),))
    assert summary(replace(localized, units=(*localized.units, empty, last))) == Brief("Text that goes on.", "en")


@pytest.mark.parametrize("line", ["Ashgabat, 24 May 2023", "PRESS RELEASE", "Ашхабад, 24 мая 2023 года"])
def test_summary_passes_over_a_line_that_is_no_sentence(preview, line):
    localized = bulletin(preview, ("en", line))
    assert summary(localized) == Brief(line, "en")
    last = LocalizedUnit("p2", "paragraph", (LocalizedSegment("p2.s1", "en", (), ("They said: “Yes.”",)),))
    assert summary(replace(localized, units=(*localized.units, last))) == Brief("They said: “Yes.”", "en")


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("On Monday, the ministers met in Ashgabat.", 41, "On Monday, the ministers met in Ashgabat."),
        ("On Monday, the ministers met in Ashgabat.", 40, "On Monday, the ministers met in…"),
        ("On Monday, the ministers met in Ashgabat.", 17, "On Monday, the…"),
        ("On Monday, the ministers met in Ashgabat.", 12, "On Monday…"),
        ("会談では、二国間関係の強化において、首脳", 19, "会談では、二国間関係の強化において…"),
        ("会談では、二国間関係の強化において、首脳", 12, "会談では、二国間関係の…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
    ],
)
def test_long_sentence_is_cut_where_a_person_would(text, longest, expected):
    assert shortened(text, longest) == expected


@given(st.text("ab 、。,.«", min_size=1), st.integers(4, 30))
def test_cut_is_a_beginning_and_never_too_long(text, longest):
    short = shortened(text, longest)
    if short != text:
        assert len(short) <= longest
        assert short[-1] == "…"
        assert text.startswith(short[:-1])
        assert short[:-1].rstrip(" ,.、。«") == short[:-1]


def test_row_says_in_which_language_its_words_are(preview):
    localized = bulletin(preview, ("en", "One."), locale="ru")
    units = (
        localized.units[0]._replace(segments=(LocalizedSegment("title", "en", (), ("A title",)),)),
        localized.units[1],
    )
    localized = replace(localized, units=units)
    row = edition(localized.document, "ru", localized, provisional=True)
    assert title(localized) == Brief("A title", "en")
    assert (row.title, row.title_locale, row.summary, row.summary_locale) == ("A title", "en", "One.", "en")
    assert (row.state, row.provisional, row.source, row.day) == ("published", True, "en", localized.document.day)


def test_row_of_what_cannot_be_read_has_no_words(preview):
    document = preview.localized[0].document
    row = edition(document, "ja", None)
    assert (row.state, row.title, row.summary, row.day) == ("missing", "", "", document.day)
