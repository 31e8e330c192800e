"""Laws of the glossary check: every term answers itself, in every pair of languages, and no other of its kind."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n import inflection
from i18n.checks import check_pair
from i18n.glossary import parse

ROOT = Path(__file__).parents[2]
GLOSSARY = parse((ROOT / "locales" / "glossary.csv").read_text("utf-8"), "glossary.csv")
LOCALES = ("en", "tk", "ru", "ja")
DIRECTIONS = list(permutations(LOCALES, 2))
NAMES = [
    concept
    for concept in GLOSSARY.concepts
    if concept.about.get("kind") in ("country", "place", "person") and not concept.terms["en"].preferred[0].islower()
]


def preferred(concept, locale):
    term = concept.terms.get(locale)
    return term.preferred if term else None


def _bare(form):
    """Without the remark in brackets that some forms have."""
    return re.sub(r"\s*\([^()]*\)", "", form)


def told(source, target, direction):
    found = check_pair(source, target, *direction, glossary=GLOSSARY)
    return {problem.code for problem in found} & {"H258"}


@pytest.mark.parametrize("direction", DIRECTIONS, ids="-".join)
def test_every_form_answers_every_form_of_its_concept(direction):
    wrong = []
    for concept in GLOSSARY.concepts:
        terms = [concept.terms.get(locale) for locale in direction]
        if all(terms):
            sources, targets = ([_bare(form) for form in (term.preferred, *term.allowed) if form] for term in terms)
            wrong += [(a, b) for a in sources for b in targets if told(a, b, direction)]
    assert wrong == []


@given(st.sampled_from(DIRECTIONS), st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=400, deadline=None)
def test_a_name_does_not_answer_another(direction, one, other):
    source, right, wrong = preferred(one, direction[0]), preferred(one, direction[1]), preferred(other, direction[1])
    assume(source and right and wrong and one is not other)
    shared = {word[:4] for word in inflection.words(right)} & {word[:4] for word in inflection.words(wrong)}
    assume(not shared and right[:2] not in wrong)
    assert told(f"{source} 2024", f"{wrong} 2024", direction) == {"H258"}
