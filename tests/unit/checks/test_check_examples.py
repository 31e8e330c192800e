"""The frame of the checks, and the examples that every check brings along."""

from __future__ import annotations

import pytest

from i18n.checks import CHECKS, Check, Example, check_pair
from i18n.glossary import parse
from i18n.problems import RULES

CASES = [(check, example) for check in CHECKS for example in check.examples]


@pytest.mark.parametrize(("check", "example"), CASES, ids=[f"{c.name}-{e.target[:24]}" for c, e in CASES])
def test_examples_hold(check: Check, example: Example) -> None:
    terms = parse(example.glossary, "glossary.csv") if example.glossary else None
    locales = example.source_locale, example.target_locale
    found = check_pair(example.source, example.target, *locales, example.limits, terms)
    codes = {problem.code for problem in found}
    assert check.id in codes if example.wrong else codes == set()


def test_every_check_has_a_rule_and_both_kinds_of_examples() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS) == len({check.name for check in CHECKS})
    for check in CHECKS:
        assert check.title == RULES[check.id].title
        assert {example.wrong for example in check.examples} == {True, False}
