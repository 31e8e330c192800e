"""A project's own rules: what they find, how their file is refused, and how they are tried."""

from __future__ import annotations

import time

import pytest

from i18n.checks import Pair, Policy, check_entry, load_house_rules, tried
from i18n.model import Place
from i18n.problems import HabarError

PLACE = Place("rules/checks.toml")
RULE = """
[[rule]]
name = "ministry-in-full"
source-locale = "en"
target-locale = "ru"
source = 'Ministry of Foreign Affairs'
target = '\\bМИД\\b'
message = "write the ministry's name in full"
severity = "error"
bad = [["The Ministry of Foreign Affairs said", "МИД сообщил"]]
good = [["The Ministry of Foreign Affairs said", "Министерство сообщило"], ["He said", "МИД сообщил"]]
"""
NEEDED = """
[[rule]]
name = "signed"
target = '[.](?:\\s?«)?$'
want = "present"
message = "end with a full stop"
severity = "info"
"""


def found(toml: str, source: str, target: str, a: str = "en", b: str = "ru") -> list[tuple]:
    policy = Policy(rules=load_house_rules(toml, PLACE))
    pair = Pair((source,), (target,), a, b)
    return [
        (one.severity, one.message, one.span and target[slice(*one.span)])
        for one in check_entry(pair, policy)
        if one.code == "H531"
    ]


def test_what_must_not_stand_there() -> None:
    said = "write the ministry's name in full (ministry-in-full)"
    assert found(RULE, "The Ministry of Foreign Affairs met", "МИД и МИД: встреча") == [
        ("error", said, "МИД"),
        ("error", said, "МИД"),
    ]
    assert found(RULE, "The ministry met", "МИД: встреча") == []
    assert found(RULE, "The Ministry of Foreign Affairs met", "МИДовцы встретились") == []
    assert found(RULE, "The Ministry of Foreign Affairs met", "МИД", b="tk") == []
    assert found(RULE, "The Ministry of Foreign Affairs met", "МИД", a="en-GB", b="ru-RU") != []
    assert found(RULE, "The Ministry of Foreign Affairs met", "МИД", a="tk") == []


def test_what_must_stand_there() -> None:
    assert found(NEEDED, "It ended.", "Конец") == [("info", "end with a full stop (signed)", None)]
    assert found(NEEDED, "It ended.", "Конец.") == []
    assert found(NEEDED.replace("target = '", "target = '^"), "It ended.", "Конец.") != []


def test_examples_are_tried() -> None:
    (rule,) = load_house_rules(RULE, PLACE)
    assert tried(rule) == []
    (rule,) = load_house_rules(
        RULE.replace("'МИД сообщил'", "x").replace('МИД сообщил"]]\ngood', 'Он сообщил"]]\ngood'), PLACE
    )
    assert [str(one) for one in tried(rule)] == [
        "rules/checks.toml:10: error H532: the rule “ministry-in-full” finds nothing in “Он сообщил”"
    ]
    (rule,) = load_house_rules(RULE.replace('["He said"', '["The Ministry of Foreign Affairs"'), PLACE)
    assert [str(one) for one in tried(rule)] == [
        "rules/checks.toml:11: error H532: the rule “ministry-in-full” is not kept in “МИД сообщил”"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[rule]]", "[[rule]", "H121"),
        ("[[rule]]", "[[rules]]", "2: error H122: 'rules' is not a key of this file"),
        ("[[rule]]", "[rule]", "H123: rules must be written as [[rule]], 1000 at most"),
        ("severity", "severe", "9: error H122: 'severe' is not a key of [[rule]]"),
        ('"error"', '"fatal"', "9: error H123: 'severity' must be “error” or “warning” or “info”"),
        ('"error"', "3", "9: error H123: 'severity' must be"),
        ('"ru"', '"Russian"', "5: error H123: 'target-locale' must be a language tag such as “ru”"),
        ('"ministry-in-full"', '"Ministry in full"', "3: error H123: 'name' must be a name of small letters"),
        ("message", "#message", "2: error H123: [[rule]] needs 'message'"),
        ("'\\bМИД\\b'", "''", "7: error H123: 'target' must be a text in quotes"),
        ("'\\bМИД\\b'", "'(МИД'", "7: error H124: 'target' is not a valid expression: '(' is not closed by ')'"),
        ("'\\bМИД\\b'", "'М.*Д'", "7: error H125: 'target' could run for too long: the repetition '*' has no"),
        ("'\\bМИД\\b'", "'(?:a{1,9}){1,9}b'", "7: error H125: 'target' could run for too long: the expression can"),
        ("'\\bМИД\\b'", "'(?<=x)М'", "7: error H124"),
        ("bad = [[", "bad = 5 #", "10: error H123: 'bad' must be a list of pairs"),
        ("good = ", 'name = "x"\ngood = ', "H121"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_with_its_line(old: str, new: str, said: str) -> None:
    with pytest.raises(HabarError) as refused:
        load_house_rules(RULE.replace(old, new, 1), PLACE)
    assert said in str(refused.value)
    assert all(one.place.path == "rules/checks.toml" for one in refused.value.problems)


def test_a_name_stands_once() -> None:
    with pytest.raises(HabarError, match="14: error H127: two rules have the name 'ministry-in-full'"):
        load_house_rules(RULE + RULE, PLACE)


@pytest.mark.parametrize("toml", ["x = " + "[" * 100_000, "x = " + "9" * 10_000, "", "[[rule]]\n" * 1001])
def test_a_strange_file_is_read_or_refused_at_once(toml: str) -> None:
    begin = time.process_time()
    try:
        assert load_house_rules(toml, PLACE) == ()
    except HabarError as error:
        assert {one.code for one in error.problems} <= {"H121", "H123"}
    assert time.process_time() - begin < 3


@pytest.mark.parametrize("target", ["(?:a|ab|abc){0,5}x", "[ab]{0,40}[bc]{0,40}x", "a{0,300}x"])
def test_no_expression_runs_wild(target: str) -> None:
    rule = RULE.replace("'\\bМИД\\b'", f"'{target}'").replace("source = 'Min", "#")
    begin = time.process_time()
    assert found(rule, "a", "ab" * 50_000) == found(rule, "a", "abc" * 30_000) == []
    assert time.process_time() - begin < 10
