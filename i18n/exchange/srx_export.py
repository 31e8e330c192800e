"""Turns the rules of a language into SRX rules: ordered pairs of expressions around a position.

SRX asks at every position; habar asks only behind a terminator, its closing marks and footnote marks.
So every rule carries that condition with it. What SRX cannot say is said so that in doubt nothing is cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from i18n.exchange.srx_spelling import SENTENCE_START, SPACE, WITHIN, at_most, spell, spell_text
from i18n.segment.expressions import Chars, edge, parse
from i18n.segment.ruleset import effective, files, rule_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from i18n.segment.rulefile import BreakRule, RuleFile
    from i18n.segment.ruleset import RuleSet

_STOPS = ".!?…。！？｡．"
_CLOSERS = "\"'”’»›“‘)\\]}」』）】〉》〕］｝〗〙"
_OPENERS = "\"'“‘„‚«‹(\\[{「『（【〈《〔［｛〖〘"
_SIGNS = "¹²³⁰⁴-⁹*†‡"
_CJK = "\u2e80-\ud7a3\uf900-\ufaff\uff66-\uff9f"
_REMARK = "（(?![0-9０-９一二三四五六七八九十ア-ンa-zA-Z]{1,3}）)[^（）。！？｡]{1,20}）"
_MARK = rf"(?:[{_SIGNS}]|[{SPACE}]?\[(?:[0-9]{{1,3}}|…|[.]{{3}})\])"
_MARKS = at_most(f"(?:{_MARK}|{_REMARK})", 0, 3)
_RUN = f"[{_STOPS}][{_STOPS}{_CLOSERS}]{{0,6}}{_MARKS}"
_CJK_RUN = (
    f"(?:[。！？｡][{_STOPS}{_CLOSERS}]{{0,6}}|[.!?…．][{_STOPS}{_CLOSERS}]{{0,3}}[。！？｡]|[{_CJK}][!?．])"
    f"[{_CLOSERS}!?]{{0,3}}{_MARKS}"
)
_TAIL = rf"[.][{_CLOSERS}]{{0,3}}(?:[{_SIGNS}]|\[[0-9]{{1,3}}\])?"
BEHIND_RUN = f"(?<={_RUN})"
"""What habar asks of every position: a terminator, and all that closes with it."""
BEHIND_CJK = f"(?<={_CJK_RUN})"
"""The same where no white space follows."""
_UNSPACED = f"(?![{SPACE}{_STOPS}{_CLOSERS}{_SIGNS}])(?!{_REMARK})"
UNDERSTOOD = {SENTENCE_START: "^", BEHIND_RUN: "", BEHIND_CJK: "", _UNSPACED: "", WITHIN: ""}
"""What the engine does by itself: these pieces of an exported expression, and what they are in a rules file."""
_EDGE = f"(?:^|[{SPACE}。！？｡!?…．{_CLOSERS}{_OPENERS}{_SIGNS}])"
"""What stands in front of a word."""
_GAP = f"[{SPACE}]{{1,8}}(?![{SPACE}])"
_SOME = f"[^{SPACE}]"
_LETTERS = r"\p{L}\p{N}"
_AT_ONCE = 50
"""How many words stand in one expression: longer ones are slow, and some tools refuse them."""


class SrxRule(NamedTuple):
    """One rule of an SRX file."""

    cuts: bool
    before: str
    after: str
    note: str


def language_rules(locale: str, own: RuleFile | None) -> Iterator[SrxRule]:
    """The rules of one language save the common ones, in order: words, initials, then its ordered rules."""
    rules = effective(locale, own)
    yield SrxRule(False, _RUN, f"(?:{_MARK}|{_REMARK})", "footnote marks")
    yield from _words(rules)
    yield from _initials(rules)
    for file in reversed((*files(locale, own)[1:],)):
        for rule in file.rules:
            yield from _ordered(rule)


def common_rules() -> Iterator[SrxRule]:
    """The rules that hold in every language; the last of them is the plain break rule."""
    ordered = sorted(rule_file("common").rules, key=lambda rule: rule.id == "plain")
    for rule in ordered:
        yield from _ordered(rule)


# Words -----------------------------------------------------------------------------------------


def _words(rules: RuleSet) -> Iterator[SrxRule]:
    phrases = [pair for pairs in rules.phrases.values() for pair in pairs]
    for kind, after in _afters(rules.starters).items():
        spelled = [_phrase(word) for word, of in phrases if of == kind]
        spelled += [_word(word, rules) for word, of in rules.words.items() if of == kind]
        for group in _groups(spelled):
            yield SrxRule(False, f"{_EDGE}(?:{'|'.join(group)}){_TAIL}", after, kind)


def _afters(starters: Iterable[str]) -> dict[str, str]:
    """For each class of words what must not follow, so that there is no cut."""
    starter = f"(?:{_either(starters)})(?![{_LETTERS}])"
    clause = rf"\p{{Lu}}[\p{{L}}\p{{N}}_’-]{{1,40}}[{SPACE}]{{1,3}}(?!\p{{Lu}})[\p{{L}}\p{{N}}—–]"
    gap = f"[{SPACE}]{{1,8}}"
    return {
        "never": _GAP + _SOME,
        "if_capital": rf"{gap}(?!(?:[{SPACE}]|[{_OPENERS}]{{0,3}}\p{{Lu}}))",
        "if_starter": f"{gap}(?!(?:[{SPACE}]|{starter}))",
        "if_clause": f"{gap}(?!(?:[{SPACE}]|{starter}|{clause}))",
    }


def _either(words: Iterable[str]) -> str:
    return "|".join(map(spell_text, sorted(words)))


def _word(word: str, rules: RuleSet) -> str:
    """The word, unless it ends an abbreviation of several words that has a class of its own."""
    heads = "|".join(_head(phrase, word) for phrase, _ in rules.phrases.get(word, ()))
    return (f"(?<!{_EDGE}(?:{heads}))" if heads else "") + spell_text(word)


def _head(phrase: str, word: str) -> str:
    """What stands before the last word; ``#`` is a number."""
    return "".join(_phrase_part(part) + f"[{SPACE}]{{0,2}}" for part in phrase[: -len(word)].split())


def _phrase_part(part: str) -> str:
    return f"[^{SPACE}]{{0,12}}[0-9０-９]" if part == "#" else spell_text(part)


def _phrase(phrase: str) -> str:
    return f"[{SPACE}]{{1,2}}".join(map(_phrase_part, phrase.split()))


def _groups(spelled: list[str]) -> Iterator[list[str]]:
    spelled = sorted(spelled)
    for start in range(0, len(spelled), _AT_ONCE):
        yield spelled[start : start + _AT_ONCE]


def _initials(rules: RuleSet) -> Iterator[SrxRule]:
    """Single capitals do not end a sentence, save behind a naming word (Annex B.) or before a starter (L.D.P.)."""
    known = sorted(word for word in rules.words if re.fullmatch(r"\w(?:[.]-?\w){0,5}", word) and word.upper() == word)
    other = f"(?<!{_EDGE}(?:{'|'.join(map(spell_text, known))}))" if known else ""
    named = f"(?:{_either(rules.letter_names)})[{SPACE}]{{1,2}}" if rules.letter_names else ""
    afters = _afters(rules.starters)
    single = rf"(?<!{_EDGE}{named})\p{{Lu}}" if named else r"\p{Lu}"
    yield SrxRule(False, rf"{_EDGE}{single}{other}{_TAIL}", afters["never"], "initial")
    if named:
        yield SrxRule(False, rf"{_EDGE}{named}\p{{Lu}}{other}{_TAIL}", afters["if_capital"], "letter_names")
    several = rf"{_EDGE}\p{{Lu}}" + at_most(r"[.-]-?\p{Lu}", 1, 6) + other + _TAIL
    yield SrxRule(False, several, afters["if_starter"], "initials")


# Ordered rules ---------------------------------------------------------------------------------


def _ordered(rule: BreakRule) -> Iterator[SrxRule]:
    """The rule for a position with white space behind it, and for one without, where the terminator is CJK's."""
    inside = _inside(rule.inside)
    before = inside + _condition(rule, inside)
    after = spell(parse(rule.after, "after"), "after")
    note = f"{rule.id}: {rule.note}"
    yield SrxRule(rule.cuts, before + _terminated(before, rule), _GAP + (after or _SOME), note)
    if _ends_in_cjk(rule):
        yield SrxRule(rule.cuts, before + BEHIND_CJK, _UNSPACED + (after or _SOME), note)


def _condition(rule: BreakRule, inside: str) -> str:
    before = spell(parse(rule.before, "before"), "before", within=rule.cuts)
    return f"(?<={before})" if inside and before else before


def _terminated(before: str, rule: BreakRule) -> str:
    """The terminator in front of the position, unless the rule's own expression ends in one."""
    last = edge(parse(rule.before, "before"), last=True)
    return "" if before and last is not None and all(map(_only_stops, last)) else BEHIND_RUN


def _only_stops(chars: Chars) -> bool:
    return not chars.negative and all(item[0] == item[-1] and item[0] in _STOPS for item in chars.items)


def _ends_in_cjk(rule: BreakRule) -> bool:
    last = edge(parse(rule.before, "before"), last=True)
    return last is None or any(chars.admits(char) for chars in last for char in "。！？｡．」』）")


def _inside(brackets: str) -> str:
    """Between two brackets: an opening one, and no partner of it up to the position."""
    pairs = [brackets[at : at + 2] for at in range(0, len(brackets), 2)]
    return "(?:" + "|".join(map(_opened, pairs)) + ")" if pairs else ""


def _opened(pair: str) -> str:
    opener, closer = pair[0], pair[1]
    return f"{spell_text(opener)}[^{''.join(chr(92) + char for char in (opener, closer))}]{{0,390}}"
