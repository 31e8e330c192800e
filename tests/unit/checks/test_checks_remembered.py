"""A verdict that is remembered is the verdict of this pair, of this project, at this place."""

from __future__ import annotations

from dataclasses import replace

from i18n.checks import Pair, Policy, check_entry
from i18n.model import Limits, Place

PAIR = Pair(("12 documents.",), ("13 документов.",), "en", "ru", msgid="first", place=Place("a.po", 3))
SILENT = Policy({"H232": "off"})


def codes(pair: Pair, policy: Policy) -> list[str]:
    return [one.code for one in check_entry(pair, policy)]


def test_the_same_texts_elsewhere_have_the_same_problems_there() -> None:
    policy = Policy()
    here = check_entry(PAIR, policy)
    there = check_entry(replace(PAIR, msgid="second", place=Place("b.po", 9)), policy)
    assert [(one.place, one.msgid) for one in here] == [(Place("a.po", 3), "first")]
    assert there == [replace(one, place=Place("b.po", 9), msgid="second") for one in here]
    here.clear()
    assert check_entry(PAIR, policy) != []


def test_each_project_has_its_own_verdicts() -> None:
    lower = Policy({"H232": "warning"})
    for _ in range(2):
        assert codes(PAIR, Policy()) == ["H232"]
        assert codes(PAIR, SILENT) == []
        assert [one.severity for one in check_entry(PAIR, lower)] == ["warning"]


def test_all_that_the_checks_see_counts() -> None:
    policy = Policy()
    assert codes(PAIR, policy) == ["H232"]
    assert codes(replace(PAIR, source=("13 documents.",)), policy) == []
    assert codes(replace(PAIR, target=("12 документов.",)), policy) == []
    assert codes(replace(PAIR, target_locale="ja"), policy) == ["H232", "H237"]
    assert codes(replace(PAIR, source=("12 documents",)), policy) == ["H232", "H242"]
    assert codes(replace(PAIR, source=("12 documents",), role="title"), policy) == ["H232"]
    assert codes(replace(PAIR, limits=(Limits(size=5),)), policy) == ["H232", "H250"]
