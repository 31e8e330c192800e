"""Headings of a page go down one level at a time, whatever the source does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import formats
from i18n.formats.levels import without_gaps
from i18n.model import LocaleFilter, Only, UnitRef


def levels(body) -> list[str]:
    return re.findall(r"</?h[2-6]", "".join(part for part in body if isinstance(part, str)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.md", "# Title\n\nText.\n\n### Deep\n\n##### Deeper\n\n### Again\n\n## Top\n\n### Below\n"),
        ("x.html", "<h1>Title</h1><p>Text.</p><h3>Deep</h3><h5>Deeper</h5><h3>Again</h3><h2>Top</h2><h3>Below</h3>"),
    ],
)
def test_no_level_is_skipped_on_the_page_and_the_source_stays(name, text):
    document = formats.read(formats.Source("x", name, text.encode(), "en", "sentence"))
    wanted = [2, 3, 2, 2, 3]
    assert levels(document.body) == [f"<{end}h{level}" for level in wanted for end in ("", "/")]
    assert formats.write(unchanged(document)) == text.encode()


def unchanged(document):
    from i18n import assemble, segment

    return assemble.localize(document, segment.cut(document), {}, "en")


def test_a_heading_for_some_languages_counts():
    some = Only(LocaleFilter(("ru",)), ("<h4>", UnitRef("p2"), "</h4>"))
    assert without_gaps(("<h2>", UnitRef("p1"), "</h2>", some)) == (
        "<h2>", UnitRef("p1"), "</h2>", Only(LocaleFilter(("ru",)), ("<h3>", UnitRef("p2"), "</h3>")),
    )  # fmt: skip


@given(st.lists(st.integers(2, 6)))
def test_law_no_gap_and_done_again_the_same(given_levels):
    body = tuple(part for level in given_levels for part in (f'<h{level} id="x">', UnitRef("p"), f"</h{level}>"))
    made = without_gaps(body)
    found = [int(tag[2:]) for tag in levels(made) if "/" not in tag]
    assert all(after <= before + 1 for before, after in zip([1, *found], found, strict=False))
    assert levels(made)[1::2] == [tag.replace("<", "</") for tag in levels(made)[::2]]
    assert without_gaps(made) == made
    assert len(made) == len(body)
