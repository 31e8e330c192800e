"""The glossary: what a cell says, what is refused, and how two glossaries become one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import glossary
from i18n.glossary import Concept, Glossary, Term, forms, joined, parse, render, spelled
from i18n.problems import HabarError

ROOT = Path(__file__).parents[2]
words = st.text(st.sampled_from("ab Ýý”,\"'日\n"), min_size=1, max_size=4).map(lambda text: text.strip()).filter(bool)
terms = st.builds(
    Term, words, st.lists(words, max_size=2).map(tuple), st.lists(words, max_size=2).map(tuple)
) | st.lists(words, min_size=1, max_size=2).map(lambda never: Term(None, (), tuple(never)))
concepts = st.builds(
    Concept, st.dictionaries(st.sampled_from(["en", "tk", "ru"]), terms, min_size=1),
    st.dictionaries(st.sampled_from(["kind", "note"]), words),
)  # fmt: skip
glossaries = st.lists(concepts, max_size=4).map(
    lambda found: Glossary(("en", "tk", "ru", "kind", "note"), tuple(found))
)
law = settings(max_examples=50, deadline=None)


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("Ashgabat", Term("Ashgabat")),
        ("Ashgabat | Aşgabat|!Ashkhabad | ! Askhabad", Term("Ashgabat", ("Aşgabat",), ("Ashkhabad", "Askhabad"))),
        ("!Turkmenia", Term(None, (), ("Turkmenia",))),
        (" | ! ", Term()),
        ("", Term()),
        ("Halt!", Term("Halt!")),
    ],
)
def test_what_a_cell_says(cell: str, term: Term) -> None:
    assert forms(cell) == term
    assert forms(spelled(term)) == term


def test_the_project_s_own_glossary_is_read_and_written_byte_for_byte() -> None:
    text = (ROOT / "locales" / "glossary.csv").read_bytes().decode()
    found = parse(text, "glossary.csv")
    assert found.locales == ("en", "tk", "ru", "ja")
    assert len(found.concepts) > 250
    assert render(found) == text
    assert joined(found, found) == (found, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "g:1: error H279: the first line has to name the columns, each once, languages by their tags: en,tk,ru,kind,note"),
        ("term,note\na,b\n", "g:1: error H279: the first line has to name the columns, each once, languages by their tags: en,tk,ru,kind,note"),
        ("en,en\na,b\n", "g:1: error H279: the first line has to name the columns, each once, languages by their tags: en,tk,ru,kind,note"),
        ('en,ru\na,b\n\n"c\n",d,e\n', 'g:4: error H279: the line has 3 cells, and there are 2 columns: put " " around a comma'),
        ("en,ru\n" + "x" * 200_000, "g:2: error H279: it is no CSV here: field larger than field limit (131072)"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        parse(text, "g")
    assert str(refused.value) == message


def test_two_glossaries_become_one_and_ours_stays() -> None:
    own = parse(
        "en,ru,kind,verified\nAshgabat | Aşgabat,Ашхабад,place,en ru\nDeputy Prime Minister,вице-премьер,office,\nMary,,place,\n", "own"
    )  # fmt: skip
    other = parse(
        "ja,en,ru,note,kind\nアシガバット,ashgabat,Ашгабад,a capital,city\n副首相,Deputy Prime Minister,вице-премьер | !зампред,,\n,Mary | Merv,Мары,,\n"
        ",Tokyo,Токио,,\n,Aşgabat,Ашхабад | !Ашгабад,,\n",
        "other",
    )  # fmt: skip
    whole, differences = joined(own, other)
    assert render(whole) == (
        "en,ru,ja,kind,verified,note\n"
        "Ashgabat | Aşgabat,Ашхабад | !Ашгабад,,place,en ru,\n"
        "Deputy Prime Minister,вице-премьер | !зампред,副首相,office,,\n"
        "Mary | Merv,Мары,,place,,\n"
        "ashgabat,Ашгабад,アシガバット,city,,a capital\n"
        "Tokyo,Токио,,,,\n"
    )
    assert differences == []
    other = parse("en,tk,ru\nMary,Mary,Мары\n", "other")
    whole, differences = joined(parse("en,tk,ru\nMary,Mary,Мерв\n", "own"), other)
    assert (render(whole), differences) == (
        "en,tk,ru\nMary,Mary,Мерв\n", [glossary.Difference(other.concepts[0], "ru", "Мерв", "Мары")]
    )  # fmt: skip


@law
@given(glossaries)
def test_what_is_written_reads_back(known: Glossary) -> None:
    assert parse(render(known), "g") == known


@law
@given(glossaries, glossaries)
def test_joining_loses_nothing_and_twice_is_once(own: Glossary, other: Glossary) -> None:
    whole, differences = joined(own, other)
    assert len(whole.concepts) >= len(own.concepts)
    for before, after in zip(own.concepts, whole.concepts, strict=False):
        for locale, term in before.terms.items():
            assert term.preferred in (None, after.terms[locale].preferred)
            assert after.terms[locale].allowed[: len(term.allowed)] == term.allowed
            assert after.terms[locale].forbidden[: len(term.forbidden)] == term.forbidden
        assert before.about.items() <= after.about.items()
    told = {(found.concept.terms[found.locale].preferred or "").casefold() for found in differences}
    every = {
        form.casefold()
        for concept in whole.concepts
        for term in concept.terms.values()
        for form in (term.preferred, *term.allowed, *term.forbidden)
        if form
    }
    wanted = {term.preferred for concept in other.concepts for term in concept.terms.values() if term.preferred}
    assert {form.casefold() for form in wanted} <= every | told
    assert joined(whole, own)[0] == whole
