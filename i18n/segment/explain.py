"""Why a text is cut where it is: the rule behind every place that may end a sentence, with its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from i18n.segment.engine import decide
from i18n.segment.overrides import deciding, places
from i18n.segment.ruleset import effective, files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n.model import Override
    from i18n.segment.rulefile import RuleFile

_KINDS = {
    "never": "an abbreviation that no sentence ends with",
    "if_starter": "an abbreviation: it ends a sentence only before a word that begins one",
    "if_clause": "an abbreviation: it ends a sentence only before a word or a clause that begins one",
    "if_capital": "an abbreviation: it ends a sentence only before a capital",
    "initial": "a single capital is the initial of a name",
    "none": "no rule says that a sentence ends here",
}


class Explanation(NamedTuple):
    """One place that may end a sentence, and what decided about it."""

    end: int
    """The offset behind the sentence."""
    follow: int
    """The offset at which the text goes on."""
    cut: bool
    rule: str
    """The id of the rule or the kind of word, as ``Decision.rule``; ``join`` or ``split`` for an override."""
    note: str
    """Why the rule is there, in a sentence for people."""


def explain(
    text: str, locale: str, own: RuleFile | None = None, overrides: Sequence[Override] = ()
) -> list[Explanation]:
    """Every place of a text that may end a sentence, and every place where an override cuts, in order."""
    notes = _KINDS | {rule.id: rule.note for file in files(locale, own) for rule in file.rules}
    found = {
        decision.position: Explanation(decision.position, follow, decision.cut, decision.rule, notes[decision.rule])
        for decision, follow in decide(text, effective(locale, own))
    }
    for override in overrides:
        for end, follow in places(text, override):
            if end in found or override.kind == "split":
                found[end] = _overridden(text, end, follow, overrides)
    return [found[end] for end in sorted(found)]


def _overridden(text: str, end: int, follow: int, overrides: Sequence[Override]) -> Explanation:
    override = deciding(text, end, overrides)
    assert override is not None  # noqa: S101
    note = f"decided for this bulletin in {override.place}"
    return Explanation(end, follow, override.kind == "split", override.kind, note)
