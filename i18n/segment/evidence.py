"""Which cuts rest on weak evidence: what a person should look at first.

Nothing here changes a cut. An override is a person's decision and is never doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from i18n.segment.explain import Explanation
from i18n.segment.rulefile import RuleFile
from i18n.segment.ruleset import effective

_UNSURE_RULES = {
    "digit-start": "a number follows, and not a capital",
    "marked-digit-start": "a number follows, and not a capital",
    "sign-start": "a sign follows, and not a capital",
    "dash-capital": "a dash follows, and not a capital",
    "item-marker": "the marker of a list item follows",
    "bullet": "a bullet follows",
}
_SHORTEST, _SHORTEST_WIDE = 12, 4
_LONGEST, _LONGEST_WIDE = 500, 250
"""Characters of a sentence; the wide ones are for Chinese and Japanese, where a character says more."""
_SHORT = r"[^\W\d_]{1,4}"
_SHORT_WORD = re.compile(rf"(?<![\w.'’-])({_SHORT})\.")
_USED_WORD = re.compile(rf"(?<![\w.])({_SHORT})(?![\w.])")
_EXCITED = re.compile(r"[!?…][\"”»’]")
_NEXT_WORD = re.compile(r"[\"'“«‘„(\[]{0,3}([^\W_]{1,40})")
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "「": "」", "『": "』", "（": "）", "【": "】"}
_OVERRIDES = ("join", "split")


class Doubt(NamedTuple):
    """One place to look at."""

    end: int
    """Behind the sentence, as in ``Explanation``."""
    follow: int
    cut: bool
    reasons: tuple[str, ...]


def used_words(texts: Iterable[str]) -> set[str]:
    """The short words that stand somewhere without a full stop behind them: those are no abbreviations."""
    return {word.casefold() for text in texts for word in _USED_WORD.findall(text)}


def doubts(
    text: str, explained: Sequence[Explanation], used: Set[str], locale: str, own: RuleFile | None = None
) -> list[Doubt]:
    """The places of a text whose decision is unsure, in order, each with every reason.

    :param explained: ``explain`` of the same text, with the same rules.
    :param used: ``used_words`` of the project: the more texts, the fewer false alarms.
    """
    starters = effective(locale, own).starters
    found = []
    start = len(text) - len(text.lstrip())
    for place in explained:
        sentence = text[start : place.end]
        reasons = list(_about_cut(sentence, place, used) if place.cut else _about_join(text, place, starters))
        if reasons and place.rule not in _OVERRIDES:
            found.append(Doubt(place.end, place.follow, place.cut, tuple(reasons)))
        start = place.follow if place.cut else start
    return sorted([*found, *_too_long(text, explained)])


def _about_cut(sentence: str, place: Explanation, used: Set[str]) -> Iterator[str]:
    if place.rule in _UNSURE_RULES:
        yield _UNSURE_RULES[place.rule]
    word = _word_before(sentence)
    if word and word.casefold() not in used:
        yield f"“{word}.” may be an abbreviation: it stands nowhere without its full stop"
    if opener := _open(sentence):
        yield f"the sentence ends inside {opener}…{_PAIRS[opener]}"
    if _EXCITED.search(sentence[-3:]):
        yield "a quotation with ! or ? or … ends here, and the sentence may go on behind it"
    if len(sentence) < (_SHORTEST_WIDE if _is_wide(sentence) else _SHORTEST):
        yield f"the sentence has only {len(sentence)} characters"


def _about_join(text: str, place: Explanation, starters: Set[str]) -> Iterator[str]:
    match = _NEXT_WORD.match(text, place.follow)
    if match is None or not match[1][0].isupper():
        return
    if place.rule in ("if_starter", "if_clause", "if_capital"):
        yield "the abbreviation may end the sentence here: a capital follows"
    elif place.rule in ("never", "initial") and match[1] in starters:
        yield f"the sentence may end here: “{match[1]}” often begins one"
    elif place.rule == "none":
        yield "no rule decides, and a capital follows"


def _too_long(text: str, explained: Sequence[Explanation]) -> Iterator[Doubt]:
    end = len(text.rstrip())
    cuts = [(place.end, place.follow) for place in explained if place.cut]
    start = len(text) - len(text.lstrip())
    for stop, follow in [*cuts, (end, end)]:
        if stop - start > (_LONGEST_WIDE if _is_wide(text[start:stop]) else _LONGEST):
            yield Doubt(stop, follow, False, (f"the sentence in front of here has {stop - start} characters",))
        start = follow


def _word_before(sentence: str) -> str:
    """A short word in front of the one full stop that ends a sentence, whatever closes behind it."""
    tail = sentence[-12:].rstrip("\"'”’»)]")
    match = _SHORT_WORD.search(tail)
    return match[1] if match and match.end() == len(tail) else ""


def _open(sentence: str) -> str:
    """The first bracket or quotation mark that is opened in a sentence more often than closed."""
    return next((opener for opener, closer in _PAIRS.items() if sentence.count(opener) > sentence.count(closer)), "")


def _is_wide(text: str) -> bool:
    return any("\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in text[:40])
