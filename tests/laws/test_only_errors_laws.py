"""Laws of a build, which asks for errors alone: no check finds what is graver than itself, and no error is missed."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import permutations, product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import catalogs
from i18n.checks import CHECKS, Check, Finding, Pair, Policy, Termbase, judge, load_house_rules
from i18n.checks.frame import run_check
from i18n.checks.house import HOUSE_RULE
from i18n.checks.policy import LEVELS
from i18n.glossary import parse
from i18n.model import Entry, Place
from i18n.problems import Severity, errors

TESTS = Path(__file__).parents[1]
TABLES = sorted((TESTS / "gold" / "checks").glob("*.toml"))
TERMS = Termbase(parse((TESTS.parent / "locales" / "glossary.csv").read_text("utf-8"), "glossary.csv"))
LOCALES = ("en", "tk", "ru", "ja")
HOUSE = "".join(
    f"[[rule]]\nname = '{severity}'\ntarget = '[a-zа-я]'\nmessage = 'no letters'\nseverity = '{severity}'\n"
    for severity in ("info", "warning", "error")
)
FORBIDDEN = (
    ("en", "ru", "The capital of Turkmenistan is Ashgabat.", "Столица Туркмении – Мары."),
    ("ru", "en", "Туркменистан и Киргизия", "Turkmenia, Kirghizia and Turkmenia"),
    ("ru", "ru", "Столица Туркмении – Ашхабад.", "Столица Туркмении – Ашхабад."),
    ("en", "ru", "Turkmenistan and Туркмения", "Turkmenistan and Туркмения"),
    ("en", "ja", "Turkmenia spoke of it.", "Turkmenia spoke of it."),
)
RULES = load_house_rules(HOUSE, Place("rules/checks.toml"))
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
CODES = (*(check.id for check in CHECKS), HOUSE_RULE)


@cache
def gold() -> tuple[tuple[str, str, str, str], ...]:
    """Every pair of the gold tables, and every example: both languages and both texts."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in TABLES]
    rows = [row for table in tables for kind in ("right", "wrong") for row in table.get(kind, [])]
    ways = [(row, way) for row in rows for way in permutations([key for key in row if key in LOCALES], 2)]
    examples = [example for check in CHECKS for example in check.examples]
    return (
        *((one, other, row[one], row[other]) for row, (one, other) in ways),
        *((one.source_locale, one.target_locale, one.source, one.target) for one in examples),
        *FORBIDDEN,
    )


def pair_of(one: str, other: str, source: str, target: str, role: str = "paragraph") -> Pair:
    return Pair((source,), (target,), one, other, role, terms=TERMS)  # type: ignore[arg-type]


def _is_graver(one: Severity, other: Severity) -> bool:
    return LEVELS.index(one) > LEVELS.index(other)


def test_no_check_says_that_a_finding_is_graver_than_its_rule() -> None:
    lighter = [check for check in CHECKS if check.severity != "error"]
    for pair in (pair_of(*row) for row in gold()):
        for check in lighter:
            graver = [one for one in check.run(pair) if one.severity and _is_graver(one.severity, check.severity)]
            assert graver == list(check.grave(pair) if check.grave else []), check.name


@pytest.mark.parametrize("code", CODES)
def test_no_problem_is_graver_than_its_check(code: str) -> None:
    for severity, grave in product((None, *SEVERITIES), (False, True)):
        findings = [Finding("m", severity=severity)]
        check = Check(code, "any", "", 1, lambda _, found=findings: found, grave=(lambda _: []) if grave else None)
        (told,) = run_check(check, pair_of("en", "ru", "a", "b"))
        wanted = severity or check.severity
        assert told.severity == (check.gravest if _is_graver(wanted, check.gravest) else wanted)


levels = st.dictionaries(st.sampled_from(CODES), st.sampled_from(LEVELS), max_size=8)
policies = st.builds(Policy, levels, st.sampled_from((None, TERMS)), st.lists(st.sampled_from(RULES)).map(tuple))
silences = st.lists(st.sampled_from((*CODES, "H999")), max_size=3)


def entry_of(silenced: list[str]) -> Entry:
    """An entry whose comments silence these checks."""
    comments = "".join(f"# habar: ignore {code}: a reason\n" for code in silenced)
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{comments}msgid "a"\nmsgstr "b"\n'
    return catalogs.parse(text.encode(), "x.po").entries[0]


@given(st.data(), policies, silences)
@settings(max_examples=300)
def test_only_errors_are_the_errors_of_all(data, policy, silenced) -> None:
    row = data.draw(st.sampled_from(gold()) | st.sampled_from(FORBIDDEN))
    role = data.draw(st.sampled_from(("paragraph", "title")))
    pair, entry = pair_of(*row, role), entry_of(silenced)
    assert judge(pair, entry, policy, only_errors=True) == errors(judge(pair, entry, policy))


def test_a_check_that_can_only_warn_is_not_asked(monkeypatch) -> None:
    asked: list[str] = []
    spies = [
        Check(check.id, check.name, "", 1, lambda _, code=check.id: asked.append(code) or [], security=check.security)
        for check in CHECKS
    ]
    monkeypatch.setattr("i18n.checks.CHECKS", tuple(spies))
    pair, entry = pair_of("en", "ru", "Only for spies.", "Только для шпионов."), entry_of([])
    judge(pair, entry, Policy({"H241": "error", "H232": "warning", "H233": "off"}), only_errors=True)
    grave = [check.id for check in CHECKS if check.severity == "error"]
    assert sorted(asked) == sorted([code for code in grave if code not in ("H232", "H233")] + ["H241"])
