"""Sentences: where a unit is cut into segments, why there, and how translated segments are joined.

The rules are data (``rules/*.toml``). Offsets count characters of the text that was given.
"""

from __future__ import annotations

from i18n.segment.admission import admitted
from i18n.segment.engine import Decision, decide
from i18n.segment.examples import check_rules
from i18n.segment.joiner import join_gap
from i18n.segment.kept import Places, cut_at, places
from i18n.segment.overrides import unused
from i18n.segment.rulefile import RuleFile, load_rules
from i18n.segment.ruleset import effective, ruleset_hash
from i18n.segment.units import Cut, cut, running_text, segments, split

__all__ = [
    "Cut",
    "Decision",
    "Places",
    "RuleFile",
    "admitted",
    "check_rules",
    "cut",
    "cut_at",
    "decisions",
    "join_gap",
    "load_rules",
    "places",
    "ruleset_hash",
    "running_text",
    "segments",
    "split",
    "unused",
]


def decisions(text: str, locale: str, own: RuleFile | None = None) -> list[Decision]:
    """Every place that may end a sentence, in order, with the rule that decided about it."""
    return [decision for decision, _ in decide(text, effective(locale, own))]
