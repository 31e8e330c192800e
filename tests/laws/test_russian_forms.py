"""Every case of every Russian term is found in a text. A dictionary of the language is the judge.

The program finds terms by stems and endings, in no dictionary; see docs/decisions/0042-no-dictionary-of-forms.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

from i18n import glossary
from i18n.inflection import pattern, plain
from i18n.termbase import Termbase
from tests.conftest import ROOT

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NOT_PLURAL = ("place", "country", "organisation", "person", "month", "weekday")
GLOSSARY = glossary.load((ROOT / "locales/glossary.csv").read_text(encoding="utf-8"), "glossary.csv")[0]
FLEETING = ["день", "письмо", "площадка", "повестка", "воскресенье", "посол", "рынок", "церковь", "договорённость"]
WORDS = [*FLEETING, "май", "июль", "соглашение", "конференция", "председатель", "земля", "ветер", "встреча"]
# What stands in a dictionary beside a word and shares its stem and endings, though it is another word.
OTHERS = [
    ("Япония", "японец"),
    ("май", "мама"),
    ("письмо", "писатель"),
    ("площадка", "площадь"),
    ("Китай", "китайский"),
    ("мир", "мировой"),
    ("посол", "посольство"),
]


@pytest.fixture(scope="module")
def judge() -> MorphAnalyzer:
    return MorphAnalyzer()


def cases(term: str, kind: str, judge: MorphAnalyzer) -> Iterator[str]:
    """The term in its cases: its adjectives and its first noun are declined, the rest stays."""
    words = term.split(" ")
    head: list[Parse] = []
    while len(head) < len(words) and not (head and head[-1].tag.POS == "NOUN"):
        found = _nominative(words[len(head)], judge)
        if found is None:
            return
        head.append(found)
    for number in ("sing",) if kind in NOT_PLURAL else ("sing", "plur"):
        for case in CASES:
            declined = [word.inflect({case, number}) for word in head]
            if all(declined):
                said = [as_written(now.word, word) for now, word in zip(declined, words, strict=False)]
                yield " ".join([*said, *words[len(head) :]])


def as_written(form: str, word: str) -> str:
    return form.capitalize() if word[0].isupper() else form


def _nominative(word: str, judge: MorphAnalyzer) -> Parse | None:
    known = judge.word_is_known(word)
    parses = judge.parse(word) if known and re.fullmatch("[А-Яа-яё-]+", word) and not word.isupper() else []
    return next((one for one in parses if one.tag.case == "nomn" and one.tag.POS in ("NOUN", "ADJF", "PRTF")), None)


def test_every_case_of_every_term_is_found(judge: MorphAnalyzer) -> None:
    base = Termbase(GLOSSARY)
    asked, missed = 0, []
    for concept in GLOSSARY.concepts:
        term, kind = concept.terms["ru"], concept.about.get(glossary.KIND, "")
        forms = (term.preferred, *term.allowed) if kind != "person" else ()
        for form in (re.sub(r" \(.*\)", "", form) for form in forms):
            for said in cases(form, kind, judge):
                asked += 1
                named = [mention.form.text for mention in base.find(said, "ru")]
                missed += [said] if not any(len(name) >= len(form) for name in named) else []
    assert asked > 1500
    assert missed == []


@pytest.mark.parametrize("word", WORDS)
def test_every_case_of_a_word_is_found(word: str, judge: MorphAnalyzer) -> None:
    finds = re.compile(pattern(word, "ru"))
    forms = [plain(form) for form in cases(word, "", judge)]
    assert len(forms) > 5
    assert [form for form in forms if not finds.fullmatch(form)] == []


@pytest.mark.parametrize(("word", "other"), OTHERS)
def test_no_case_of_another_word_is_taken_for_it(word: str, other: str, judge: MorphAnalyzer) -> None:
    finds = re.compile(pattern(word, "ru"))
    assert [form for form in cases(other, "", judge) if finds.fullmatch(plain(form))] == []
