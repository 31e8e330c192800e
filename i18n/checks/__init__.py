"""Checks of translations: what a reader must never meet on a page. Pure: values in, problems out.

A check is one file with one ``Check`` and one line in ``CHECKS``. Problems of a page as a whole come
from ``check_language``, those of a source from ``check_source``, those of all translations from ``Together`` and
``Naming``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import content
from i18n.checks.alphabet import ALPHABET
from i18n.checks.characters import CHARACTERS
from i18n.checks.codes import CODES
from i18n.checks.copy import COPY
from i18n.checks.corrections import corrected
from i18n.checks.cutoff import CUTOFF
from i18n.checks.dates import DATES
from i18n.checks.doubled import DOUBLED
from i18n.checks.ending import ENDING
from i18n.checks.frame import Check, Example, Finding, Pair, language, run_check, run_checks
from i18n.checks.house import HOUSE_RULE, HouseRule, as_check, tried
from i18n.checks.housefile import load_house_rules
from i18n.checks.invisible import INVISIBLE
from i18n.checks.leftover import LEFTOVER
from i18n.checks.links import LINKS
from i18n.checks.lookalikes import LOOKALIKES
from i18n.checks.measures import MEASURES
from i18n.checks.mixed import MIXED
from i18n.checks.names import NAMES
from i18n.checks.naming import NAMING, Naming
from i18n.checks.negation import NEGATION
from i18n.checks.number_format import NUMBER_FORMAT
from i18n.checks.numbers import NUMBERS
from i18n.checks.page import PAGE_VERSION, check_language
from i18n.checks.pairs import PAIRS
from i18n.checks.policy import Level, Policy, level
from i18n.checks.quotes import QUOTES
from i18n.checks.script import SCRIPT
from i18n.checks.signs import SIGNS
from i18n.checks.silence import quiet, silenced
from i18n.checks.source import check_source
from i18n.checks.spaces import SPACES
from i18n.checks.storage import STORAGE
from i18n.checks.terms import TERMS
from i18n.checks.times import TIMES
from i18n.checks.together import TOGETHER, Together
from i18n.checks.weekdays import WEEKDAYS
from i18n.model import Code, Content, Entry, Limits, LocaleTag, Place, Role
from i18n.patterns import late
from i18n.problems import errors
from i18n.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from i18n.glossary import Glossary
    from i18n.problems import Problem

__all__ = [
    "CHECKS",
    "PAGE_VERSION",
    "Check",
    "Example",
    "Finding",
    "HouseRule",
    "Level",
    "Naming",
    "Pair",
    "Policy",
    "Termbase",
    "Together",
    "check_codes",
    "check_entry",
    "check_language",
    "check_pair",
    "check_source",
    "corrected",
    "judge",
    "judge_together",
    "language",
    "level_of",
    "load_house_rules",
    "tried",
]

CHECKS: tuple[Check, ...] = (
    CODES,
    NUMBERS,
    DATES,
    NUMBER_FORMAT,
    TIMES,
    WEEKDAYS,
    MEASURES,
    COPY,
    LEFTOVER,
    SCRIPT,
    MIXED,
    ALPHABET,
    LOOKALIKES,
    INVISIBLE,
    LINKS,
    CUTOFF,
    TERMS,
    NAMES,
    NEGATION,
    ENDING,
    PAIRS,
    QUOTES,
    SPACES,
    DOUBLED,
    SIGNS,
    STORAGE,
    CHARACTERS,
)
"""Every check, in the order in which its problems are listed."""

_TAG = late(r"<(/?)([A-Za-z][\w.:-]{0,40})(/?)>")


_NO_POLICY = Policy()
_REMEMBERED = 8192
"""Pairs of texts whose verdict is kept: a formula comes again within some hundred bulletins, or not at all."""
_ALL = (TOGETHER, NAMING)
"""The codes of what is found in all translations together."""


def check_entry(pair: Pair, policy: Policy = _NO_POLICY, *, only_errors: bool = False) -> list[Problem]:
    """Every problem of one translation. An empty translation has none: that is a state, not a defect.

    :param only_errors: the errors among them, and no more. Only those checks are asked that can find one.
    """
    seen = (pair.source, pair.target, pair.source_locale, pair.target_locale, pair.role, pair.limits)
    return [replace(found, place=pair.place, msgid=pair.msgid) for found in _verdict(policy, only_errors, *seen)]


@lru_cache(maxsize=_REMEMBERED)
def _verdict(
    policy: Policy,
    only_errors: bool,
    source: Content,
    target: Content,
    source_locale: LocaleTag,
    target_locale: LocaleTag,
    role: Role,
    limits: tuple[Limits, ...],
) -> tuple[Problem, ...]:
    """What is found in a pair, wherever it stands: bulletins repeat their sentences."""
    pair = Pair(source, target, source_locale, target_locale, role, limits=limits, terms=policy.terms)
    if not pair.target_text.strip():
        return ()
    found = list(map(policy.weighed, run_checks(_asked(policy, only_errors), pair)))
    return tuple(errors(found) if only_errors else found)


@lru_cache(maxsize=4)
def _asked(policy: Policy, only_errors: bool) -> tuple[Check, ...]:
    """The checks that a project lets run, its own rules among them."""
    running = [check for check in (*CHECKS, *map(as_check, policy.rules)) if policy.runs(check)]
    return tuple([part for part in map(policy.grave, running) if part] if only_errors else running)


def check_codes(pair: Pair) -> list[Problem]:
    """What is wrong with the inline codes of one translation."""
    return run_check(CODES, pair)


def judge(pair: Pair, entry: Entry, policy: Policy, *, only_errors: bool = False) -> list[Problem]:
    """Every problem of a translation that its entry does not silence with a reason.

    :param only_errors: the errors among them, and no more (see ``check_entry``).
    """
    found = silenced(entry, check_entry(pair, policy, only_errors=only_errors), _silenceable(), elsewhere=_ALL)
    return errors(found) if only_errors else found


def judge_together(entry: Entry, found: list[Problem], policy: Policy) -> list[Problem]:
    """What is left of the problems that a translation has together with others (see ``Together`` and ``Naming``)."""
    if not found:
        return []
    still = quiet(entry, _silenceable())
    return policy.heard(one for one in found if one.code not in still)


@lru_cache(maxsize=1)
def _silenceable() -> Mapping[str, bool]:
    return {HOUSE_RULE: True, **dict.fromkeys(_ALL, True)} | {check.id: not check.security for check in CHECKS}


def level_of(code: str, value: object) -> Level:
    """What a project's setting says about the check with this code.

    :raises ValueError: there is no such check, or it cannot have this level; the message says what can stand there.
    """
    check = next((check for check in CHECKS if check.id == code), None)
    if check is None and code not in _ALL:
        raise ValueError("left out: no check of translations has this code")
    return level(value, check.severity if check and check.security else "off")


def check_pair(
    source: str,
    target: str,
    source_locale: LocaleTag,
    target_locale: LocaleTag,
    limits: Limits | None = None,
    glossary: Glossary | None = None,
) -> list[Problem]:
    """Every problem of ``target`` as a translation of ``source``, for other programs.

    Tags without attributes in ``source``, such as ``<a>``, ``</a>`` and ``<br/>``, are inline codes. A glossary is
    made ready once, for as long as the same object is given.
    """
    codes = _with_codes(source)
    pair = Pair(
        codes,
        content.parse(target, codes),
        source_locale,
        target_locale,
        msgid=source,
        place=Place(target_locale),
        limits=(limits,) if limits else (),
    )
    return check_entry(pair, _ready(_ById(glossary)) if glossary else _NO_POLICY)


class _ById:
    """A glossary as the key of a cache: the object, and not what is in it."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def __hash__(self) -> int:
        return id(self.glossary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.glossary is self.glossary


@lru_cache(maxsize=4)
def _ready(glossary: _ById) -> Policy:
    return Policy(terms=Termbase(glossary.glossary))


def _with_codes(text: str) -> Content:
    parts: list[str | Code] = []
    numbers: dict[str, int] = {}
    end = 0
    for match in _TAG.finditer(text):
        name = match[2]
        kind = "close" if match[1] else "alone" if match[3] else "open"
        number = numbers.setdefault(name, len(numbers) + 1)
        parts += (text[end : match.start()], Code(number, kind, name, match[0]))  # type: ignore[arg-type]
        end = match.end()
    return content.merged([*parts, text[end:]])
