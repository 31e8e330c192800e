"""A project's own rules for its translations: what must, or must not, stand there, as data.

A rule is a pair of expressions. Where the one for the source is found (or is left out), the one for the translation
must be found, or must not be. Expressions are those of the rules for sentences: each has a greatest length and a
greatest number of ways to try, so that no rule can run wild.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal

from i18n.checks.frame import Check, Finding, Pair, language, run_check
from i18n.model import LocaleTag, Place
from i18n.problems import Problem, Severity, problem
from i18n.segment import expressions

HOUSE_RULE = "H531"
"""The code of everything that a project's own rules find."""
_LONGEST = 10_000
"""Characters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class HouseExample:
    """A pair with the verdict that its rule must give."""

    source: str
    target: str
    wrong: bool
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One rule of a project."""

    name: str
    message: str
    """What a translator reads."""
    target: str
    """An expression for the translation."""
    source: str = ""
    """An expression for the source; empty: any source."""
    want: Literal["present", "absent"] = "absent"
    """Whether ``target`` must be found, or must not."""
    source_locale: LocaleTag = ""
    """Empty: any language. A tag without a region stands for all of them."""
    target_locale: LocaleTag = ""
    severity: Severity = "warning"
    examples: tuple[HouseExample, ...] = ()


class Pattern:
    """An expression that is looked for in a whole text. ``^`` at its beginning ties it to that of the text."""

    def __init__(self, expression: str) -> None:
        self._tied = expression.startswith("^")
        rest = expression.removeprefix("^")
        self._compiled: re.Pattern[str] = expressions.compiled(expressions.parse(rest, "after"), "after")

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it is found, from left to right: start and end."""
        text = text[:_LONGEST]
        found = [self._compiled.match(text)] if self._tied else self._compiled.finditer(text)
        yield from (match.span() for match in found if match)


_pattern = lru_cache(maxsize=2048)(Pattern)


@lru_cache(maxsize=1024)
def as_check(rule: HouseRule) -> Check:
    """The rule as a check like any other."""
    run = partial(_run, rule)
    return Check(HOUSE_RULE, rule.name, rule.message, 1, run, grave=run if rule.severity == "error" else None)


def _run(rule: HouseRule, pair: Pair) -> Iterator[Finding]:
    if not _speaks(rule.source_locale, pair.source_locale) or not _speaks(rule.target_locale, pair.target_locale):
        return
    if rule.source and not any(True for _ in _pattern(rule.source).matches(pair.source_text)):
        return
    found = _pattern(rule.target).matches(pair.target_text)
    message, hint = f"{rule.message} ({rule.name})", "see the rule in rules/checks.toml"
    if rule.want == "absent":
        yield from (Finding(message, span if span[0] < span[1] else None, hint, rule.severity) for span in found)
    elif not any(True for _ in found):
        yield Finding(message, None, hint, rule.severity)


def _speaks(wanted: LocaleTag, locale: LocaleTag) -> bool:
    return wanted in ("", locale, language(locale))


def tried(rule: HouseRule) -> list[Problem]:
    """The examples of a rule that come out otherwise than they say (H532)."""
    return [one for example in rule.examples for one in _tried(rule, example)]


def _tried(rule: HouseRule, example: HouseExample) -> Iterator[Problem]:
    source, target = (wanted or "und" for wanted in (rule.source_locale, rule.target_locale))
    pair = Pair((example.source,), (example.target,), source, target)
    if bool(run_check(as_check(rule), pair)) != example.wrong:
        said = "finds nothing in" if example.wrong else "is not kept in"
        yield problem("H532", example.place, f"the rule “{rule.name}” {said} “{example.target}”")
