"""Rules files: their own examples, what is refused in them, and a project's rules on top."""

from __future__ import annotations

from pathlib import Path

import pytest

import i18n.segment
from i18n.model import Place
from i18n.problems import HabarError
from i18n.segment import check_rules, decisions, load_rules, ruleset_hash, split
from i18n.segment.rulefile import RuleFile
from i18n.segment.ruleset import rule_file

PLACE = Place("own.toml")
LANGUAGES = ["en", "ru", "tk", "ja", "fallback"]


def _own(text: str) -> RuleFile:
    return load_rules(text, PLACE)


def _rule(**values: str) -> str:
    keys = {"id": '"x"', "break": "true", "note": '"why"', **values}
    return "[[rule]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_examples_of_the_rules_hold(locale: str) -> None:
    assert [str(found) for found in check_rules(locale)] == []


@pytest.mark.parametrize("name", [*LANGUAGES, "common"])
def test_habars_own_files_are_without_a_problem(name: str) -> None:
    text = (Path(i18n.segment.__file__).parent / "rules" / f"{name}.toml").read_text(encoding="utf-8")
    assert load_rules(text, Place(f"i18n/segment/rules/{name}.toml")) == rule_file(name)


@pytest.mark.parametrize("name", [*LANGUAGES, "common"])
def test_every_rule_has_an_example(name: str) -> None:
    file = rule_file(name)
    shown = {example.rule for example in file.examples}
    assert {rule.id for rule in file.rules} - shown == set()
    assert all(rule.note for rule in file.rules)


@pytest.mark.parametrize("name", ["en", "ru", "tk"])
def test_the_word_classes_have_examples(name: str) -> None:
    shown = {example.rule for example in rule_file(name).examples}
    used = {kind for _, kind in rule_file(name).words}
    assert {*used, "initial"} - shown == set()


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("never = [", ["own.toml:1:10: error H121: the rules file is not TOML: Invalid value (at end of document)"]),
        (
            "\nnevr = []",
            [
                (
                    "own.toml:2: error H122: 'nevr' is not a key of a rules file "
                    "(never, if_starter, if_clause, if_capital, ordinary, starters, letter_names, [[rule]], [[example]])"
                )
            ],
        ),
        ("never = 'Mr'", ["own.toml:1: error H123: 'never' must be a list of words in quotes"]),
        ("never = ['']", ["own.toml:1: error H123: 'never' must be a list of words in quotes"]),
        ("starters = [5]", ["own.toml:1: error H123: 'starters' must be a list of words in quotes"]),
        ("rule = 5", ["own.toml:1: error H123: 'rule' must be written as [[rule]]"]),
        (
            _rule(before="'a'") + _rule(id='"y"', befor="'a'"),
            ["own.toml:10: error H122: 'befor' is not a key of [[rule]] (id, break, before, after, inside, note)"],
        ),
        (
            "[[rule]]\nid = 'x'",
            ["own.toml:1: error H123: [[rule]] needs 'break'", "own.toml:1: error H123: [[rule]] needs 'note'"],
        ),
        (_rule(**{"break": '"no"'}), ["own.toml:3: error H123: 'break' must be true or false"]),
        (_rule(inside='"("'), ["own.toml:5: error H123: 'inside' must be pairs of brackets, such as '()[]'"]),
        (_rule() + _rule(), ["own.toml:6: error H127: two rules have the id 'x'"]),
        (
            "never = ['Mr']\nif_capital = ['Mr']",
            ["own.toml:2: error H127: 'Mr' stands twice: in 'never' and in 'if_capital'"],
        ),
        ("[[example]]\nrule = 'x'", ["own.toml:1: error H123: [[example]] needs 'text'"]),
    ],
)
def test_a_bad_file_is_refused_with_its_lines(text: str, problems: list[str]) -> None:
    with pytest.raises(HabarError) as caught:
        _own(text)
    # The reason of a syntax error is worded by the TOML reader, differently from version to version.
    found = [str(problem) for problem in caught.value.problems]
    if "H121" in problems[0]:
        assert [line.split(": ")[1] for line in found] == ["error H121"]
    else:
        assert found == problems


@pytest.mark.parametrize(
    ("expression", "code", "reason"),
    [
        ("(", "H124", "'(' is not closed by ')'"),
        (")", "H124", "')' at character 1 closes nothing"),
        ("[a", "H124", "'[' is not closed by ']'"),
        ("[]", "H124", "the class '[]' is empty"),
        ("[z-a]", "H124", "the range from 'z' runs backwards"),
        ("a{3,1}", "H124", "the repetition {3,1} runs backwards"),
        ("\\q", "H124", "'\\q' is not known here"),
        ("a\\", "H124", "'\\' is not known here"),
        ("?", "H124", "'?' at character 1 repeats nothing"),
        ("a??", "H124", "'?' at character 3 repeats nothing"),
        ("(?i)a", "H124", "'(?i)' is not allowed"),
        ("(?=a)", "H124", "'(?=' is not allowed in 'before'"),
        ("a$", "H124", "'$' is not allowed in 'before'"),
        ("(" * 30, "H124", "groups stand more than 20 deep"),
        ("a*", "H125", "the repetition '*' has no upper bound; write {0,40} in its place"),
        ("a+b", "H125", "the repetition '+' has no upper bound; write {1,40} in its place"),
        ("a{2,}", "H125", "the repetition {2,} has no upper bound; write {2,40}"),
        ("a{500}", "H125", "the expression can span 500 characters; 400 are allowed"),
        ("(?<=a{401})b", "H125", "a condition can span more than 400 characters"),
        ("(?:a|a){1,20}b", "H125", "the expression can be tried in 2000000 ways; 2000 are allowed: use smaller bounds"),
        (
            "(?:a{1,9}){1,9}",
            "H125",
            "the expression can be tried in 2000000 ways; 2000 are allowed: use smaller bounds",
        ),
        ("a{0,99}a{0,99}b", "H125", "the expression can be tried in 10000 ways; 2000 are allowed: use smaller bounds"),
    ],
)
def test_a_bad_expression_is_refused(expression: str, code: str, reason: str) -> None:
    with pytest.raises(HabarError) as caught:
        _own(_rule(before=f"'{expression}'"))
    what = "is not a valid expression" if code == "H124" else "could run for too long"
    assert [str(found) for found in caught.value.problems] == [f"own.toml:5: error {code}: 'before' {what}: {reason}"]


def test_the_line_of_an_expression_is_found_behind_long_texts() -> None:
    text = "never = [\n  'Mr',\n]\n# before = x\n" + _rule(note="'''\ntwo\nlines'''", after="'a*'")
    with pytest.raises(HabarError) as caught:
        _own(text)
    assert [found.place for found in caught.value.problems] == [Place("own.toml", 11)]


# A project's own rules -------------------------------------------------------------------------


def _marked(text: str, locale: str, own: RuleFile | None) -> list[str]:
    return [text[start:end] for start, end in split(text, locale, own)]


def test_own_words_win_over_habars() -> None:
    text = "The Dir. Gen. spoke. He met Mr. Ito."
    assert _marked(text, "en", None) == ["The Dir.", "Gen. spoke.", "He met Mr. Ito."]
    own = _own("never = ['Dir']\nordinary = ['Mr']")
    assert _marked(text, "en", own) == ["The Dir. Gen. spoke.", "He met Mr.", "Ito."]


def test_own_rules_are_asked_first() -> None:
    own = _own(_rule(id='"no-cut-before-note"', **{"break": "false"}, after="'Note'"))
    text = "One. Two. Note this."
    assert _marked(text, "en", own) == ["One.", "Two. Note this."]
    assert [place.rule for place in decisions(text, "en", own)] == ["plain", "no-cut-before-note"]


def test_an_own_example_that_fails_is_a_problem() -> None:
    own = _own("[[example]]\ntext = 'One. Two.'\n\n[[example]]\nrule = 'never'\ntext = 'One. ‖ Two.'")
    assert [str(found) for found in check_rules("en", own)] == [
        "own.toml:2: error H126: the example is cut otherwise: One. ‖ Two.",
        "own.toml:6: error H126: 'never' decides nothing in the example (what decides: plain)",
    ]


def test_the_hash_follows_what_can_move_a_cut() -> None:
    base = ruleset_hash("en")
    assert len(base) == 12
    assert set(base) <= set("0123456789abcdef")
    assert ruleset_hash("en-GB") == base
    assert len({ruleset_hash(locale) for locale in ["en", "ru", "tk", "ja", "fr"]}) == 5
    assert ruleset_hash("de") == ruleset_hash("fr")
    rule = _rule(after="'Note'")
    assert ruleset_hash("en", _own(rule)) != base
    assert ruleset_hash("en", _own(rule)) == ruleset_hash("en", _own(rule.replace("why", "because")))
    assert ruleset_hash("en", _own("never = ['Dir']")) != ruleset_hash("en", _own("if_capital = ['Dir']"))


# Expressions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "text", "cut"),
    [
        ("^One[.]", "", "One. two", True),
        ("^One[.]", "", "So One. two", False),
        ("(?<!\\p{L})ne[.]", "", "One. two", False),
        ("\\bOne[.]", "", "One. two", True),
        ("[^\\p{L}.]one[.]", "", "Zone. two", False),
        ("(?:x|One)[.]", "tw(?!o)", "One. two", False),
        ("", "\\p{Ll}{3}$", "One. two", True),
        ("", "\\p{Ll}{2}$", "One. two", False),
        ("", "[\\p{L}-]{1,9}\\s\\d", "One. two-be 5", True),
        ("a.{0,5}[.]", "", "a\nb. two", True),
        ("\\p{Lu}\\w{2}[.]", "\\w", "Ýaz. two", True),
    ],
)
def test_expressions(before: str, after: str, text: str, cut: bool) -> None:
    own = _own(_rule(before=f"'{before}'", after=f"'{after}'"))
    assert [(place.rule == "x", place.cut) for place in decisions(text, "en", own)] == [(cut, cut)]


# Brackets --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("distance", "cut"), [(380, False), (420, True)])
def test_a_bracket_that_was_opened_too_far_back_is_forgotten(distance: int, cut: bool) -> None:
    text = f"We saw (it {'x' * distance} end. Next"
    assert [place.cut for place in decisions(text, "en")] == [cut]


@pytest.mark.parametrize(
    ("text", "locale", "cuts"),
    [
        ("We (it is so (very. Much) so. Or so) agree. Next", "en", [False, False, True]),
        ("We [it is so. Or so] agree. Next", "en", [False, True]),
        ("We) agree. Next", "en", [True]),
        ("「一『二。』三。」と。四", "ja", [False, False, True]),
        ("「一。二", "ja", [False]),
    ],
)
def test_brackets_nest(text: str, locale: str, cuts: list[bool]) -> None:
    assert [place.cut for place in decisions(text, locale)] == cuts
