"""Runs the examples of the rules files: every rule shows what it is for."""

from __future__ import annotations

from i18n.problems import Problem, problem
from i18n.segment.engine import decide
from i18n.segment.rulefile import Example, RuleFile
from i18n.segment.ruleset import RuleSet, effective, files, language

MARK = "‖"
"""Stands in an example where the text is cut, in place of the white space or in it."""


def parse_marked(text: str) -> tuple[str, list[int]]:
    """The text without its marks, and the offsets behind which it is cut."""
    plain, cuts = "", []
    for index, piece in enumerate(text.split(MARK)):
        if index:
            cuts.append(len(plain.rstrip()))
            piece = piece.lstrip() if plain[-1:].isspace() else piece
        plain += piece
    return plain, cuts


def marked(text: str, cuts: list[int]) -> str:
    """The reverse of ``parse_marked``: the text with a mark at every cut."""
    pieces = [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return f" {MARK} ".join(pieces)


def check_rules(locale: str, own: RuleFile | None = None) -> list[Problem]:
    """Run every example of the rules of a language (and of a project's ``own``): H126 where one is cut otherwise."""
    rules = effective(locale, own)
    return [found for file in _tested(locale, own) for example in file.examples if (found := _check(example, rules))]


def _tested(locale: str, own: RuleFile | None) -> tuple[RuleFile, ...]:
    """The files whose examples hold in this language: those of the common file are for languages without their own."""
    stack = files(locale, own)
    return stack if language(locale) == "fallback" else stack[1:]


def _check(example: Example, rules: RuleSet) -> Problem | None:
    text, expected = parse_marked(example.text)
    found = [decision for decision, _ in decide(text, rules)]
    cuts = [decision.position for decision in found if decision.cut]
    if cuts != expected:
        return problem("H126", example.place, f"the example is cut otherwise: {marked(text, cuts)}")
    if example.rule is not None and example.rule not in {decision.rule for decision in found}:
        deciding = ", ".join(decision.rule for decision in found) or "none"
        message = f"'{example.rule}' decides nothing in the example (what decides: {deciding})"
        return problem("H126", example.place, message)
    return None
