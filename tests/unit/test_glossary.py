"""The glossary: what a cell says, what is refused, and how two glossaries become one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n import glossary
from i18n.glossary import Concept, Glossary, Term, forms, joined, parse, render, spelled
from i18n.model import Place
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
        ('en,ru\n"a,b\nc,d\n', 'g:2: error H279: a " opens here and none closes it'),
        ('en,ru\n"a"b,c\n', 'g:2: error H279: behind a " that closes stands more text: a " inside a cell is written twice'),
        ("en;ru\na;b;c\n", 'g:2: error H279: the line has 3 cells, and there are 2 columns: put " " around a semicolon'),
        ("en,ru\n" + "x" * 200_000, "g:2: error H279: it is no CSV here: field larger than field limit (131072)"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        parse(text, "g")
    assert str(refused.value) == message


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_a_spreadsheet_puts_between_the_cells_is_read(sign: str) -> None:
    text = "en,ru,note\r\nTokyo,Токио,\r\nthe Caspian,Каспий,a sea\r\n"
    saved = parse(text.replace(",", sign), "g")
    assert saved == parse(text, "g")
    assert [concept.terms["ru"].preferred for concept in saved.concepts] == ["Токио", "Каспий"]


def test_behind_a_row_that_cannot_be_read_the_rest_goes_on() -> None:
    text = 'en,ru\na,б\n"c,d\ne,ж\n"g"h,i\nk,l,m\n"n\no",п\n'
    found, problems = glossary.load(text, "g")
    assert [concept.terms["en"].preferred for concept in found.concepts] == ["a", "e", "n\no"]
    assert [concept.place.line for concept in found.concepts] == [2, 4, 7]
    assert [(one.code, one.place.line) for one in problems] == [("H279", 3), ("H279", 5), ("H279", 6)]


def test_a_file_of_broken_rows_is_not_read_forever() -> None:
    found, problems = glossary.load("en,ru\n" + '"a"b,c\n' * 100_000, "g")
    assert (found.concepts, len(problems)) == ((), 100)


FAULTY = """\
en,ru,jp,kind
Agreement,Соглашение,,document
,,,person
agreement,Договор,,document
Agreement,Уговор,,phrase
Tom Lee,Том Ли,,person
Tom Lee | Thomas Lee,Тим Ли,,person
Thomas Lee,Том Ли,,person
fair,ярмарка | !базар,,
market,базар,,
fair | !Fair,ярмарка,,
"""


def test_what_is_wrong_with_a_glossary() -> None:
    found = glossary.faults(parse(FAULTY, "g"), "g")
    assert [(one.place.line, one.severity, one.code, one.message) for one in found] == [
        (1, "warning", "H285", "“jp” is no tag of a language"),
        (3, "warning", "H282", "the row has no term in any language"),
        (4, "error", "H284", "“agreement” (en) is “Договор” (ru) here and “Соглашение” in line 2"),
        (7, "error", "H287", "“Tom Lee” (en) is “Тим Ли” (ru) here and “Том Ли” in line 6"),
        (8, "error", "H287", "“Том Ли” (ru) is “Thomas Lee” (en) here and “Tom Lee” in line 6"),
        (9, "warning", "H286", "“базар” (ru) is forbidden here and right in line 10: it is not reported"),
        (11, "warning", "H283", "“fair” (en) stands in line 9, too"),
        (11, "error", "H286", "“Fair” (en) is both right and forbidden in this row"),
    ]


def test_words_that_are_one_in_some_language_are_no_contradiction() -> None:
    text = "en,tk,ru,ja,kind\ntreaty,Şertnama,Договор,条約,document\nconvention,Konwensiýa,Конвенция,条約,document\n"
    assert glossary.faults(parse(text, "g"), "g") == []
    own = (ROOT / "locales" / "glossary.csv").read_text("utf-8")
    assert glossary.faults(parse(own, "g"), "g") == []


@pytest.mark.parametrize(
    ("column", "tag"),
    [
        ("jp", "ja"),
        ("ua", "uk"),
        ("tm", "tk"),
        ("rus", "ru"),
        ("kz", "kk"),
        ("en_us", "en-US"),
        ("EN", "en"),
        ("url", None),
    ],
)
def test_the_tag_that_was_meant(column: str, tag: str | None) -> None:
    hints = [one.hint for one in glossary.faults(Glossary(("en", column), ()), "g")]
    assert hints == ([f"write {tag}"] if tag else [])


@law
@given(glossaries)
def test_faults_never_fail_and_a_glossary_beside_itself_is_all_twice(known: Glossary) -> None:
    glossary.faults(known, "g")
    twice = Glossary(known.columns, (*known.concepts, *(replace(one, place=Place("", 9)) for one in known.concepts)))
    named = any(term.preferred for one in known.concepts for term in one.terms.values())
    assert named <= any(one.code == "H283" for one in glossary.faults(twice, "g"))


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
@example(parse("en,tk,ru\na,!aa | !aaa,\n,!aa | !aaa,a\n", "g"), parse("en,tk\na,a\n", "h")).via(
    "known again by forbidden forms, which another row has, too"
)
@example(parse("en,tk,ru\na,,\n!a,!a,!b\n", "g"), parse("en,tk,ru\n,aa,!b\naa,!a,a\n", "h")).via(
    "its forbidden forms got a preferred one beside them"
)
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
