"""Finds where sentences end: one linear scan for candidates, then the rules at each.

The meaning is that of SRX: the first rule that matches a position decides. Two things are added. A
rule sees nothing before the sentence that it stands in, at most 400 characters of it, and nothing
behind the next place that may end a sentence. So a sentence alone is cut as it is in its text, and
a change behind a sentence leaves the cuts before it where they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from i18n.needles import holds
from i18n.patterns import late
from i18n.segment.composed import Composed, needs_composing
from i18n.segment.expressions import LONGEST

if TYPE_CHECKING:
    from i18n.segment.ruleset import RuleSet

_TERMINATORS = ".!?…。！？｡．"
_NEEDLES = tuple(_TERMINATORS)
_MARK = re.escape(_TERMINATORS)
_CJK_MARKS = "。！？｡"
# “ and ‘ close where „ and ‚ open.
_CLOSERS = "\"'”’»›“‘)]}」』）】〉》〕］｝〗〙"
_OPENERS = "\"'“‘„‚«‹([{「『（【〈《〔［｛〖〘"
# Footnote marks, an omission "[…]", and a short remark in full-width brackets stay with what they follow.
# A number in full-width brackets is the marker of the next item.
_REMARK = r"（(?![0-9０-９一二三四五六七八九十ア-ンa-zA-Z]{1,3}）)[^（）。！？｡]{1,20}）"
_MARKS = rf"(?:[¹²³⁰⁴-⁹*†‡]|\s?\[(?:[0-9]{{1,3}}|…|\.\.\.)\]|{_REMARK})"
# The class stands first without a repetition, so that the search looks for its characters alone.
_CANDIDATE = late(rf"([{_MARK}][{_MARK}]*+)[{_MARK}{re.escape(_CLOSERS)}]*+(?>{_MARKS}{{0,4}})")
_NOT_IN_WORD = re.escape(_CJK_MARKS + "!?…．" + _CLOSERS + _OPENERS + "¹²³⁰⁴⁵⁶⁷⁸⁹*†‡")
# To be matched on the reversed text.
_WORD = late(rf"[^\s{_NOT_IN_WORD}]{{1,40}}")
_CLAUSE = late(r"([^\W\d_])[\w’-]{1,40}\s{1,3}([^\W_]|[—–])")
# The marker of the next item in a numbered list.
_ITEM = late(r"[0-9]{1,2}\.(?=\s)")
_NEXT_WORD = late(rf"[{re.escape(_OPENERS)}]{{0,3}}([^\W_]{{1,40}})")


class Decision(NamedTuple):
    """What the rules say about one place that may end a sentence."""

    position: int
    """The offset behind the sentence, its closing marks and footnote marks."""
    cut: bool
    rule: str
    """The id of the rule that decided, or what kind of word did: ``never``, ``if_starter``, ``if_clause``,
    ``if_capital``, ``initial``. ``none`` where no rule held."""


class _Candidate(NamedTuple):
    stop: int
    """Where the terminator stands."""
    end: int
    """Behind the terminator and all that closes with it."""
    next: int
    """The first character of what follows."""
    single: bool
    """Whether the terminator is one full stop, which may belong to an abbreviation."""


def may_be_cut(text: str) -> bool:
    """Whether a mark that may end a sentence stands in a text. In one that has none but its last letter no rule cuts.

    :param text: without its last letter.
    """
    return holds(text, _NEEDLES)


def decide(text: str, rules: RuleSet) -> list[tuple[Decision, int]]:
    """Every candidate in order, each with the offset at which the text goes on behind it."""
    if needs_composing(text):
        composed = Composed(text)
        return [
            (decision._replace(position=composed.given(decision.position)), composed.given(follow))
            for decision, follow in decide(composed.text, rules)
        ]
    candidates = _candidates(text)
    return _Walk(text, rules, candidates).run() if candidates else []


def _candidates(text: str) -> list[_Candidate]:
    found: list[_Candidate] = []
    length = len(text.rstrip())
    for match in _CANDIDATE.finditer(text, 0, length):
        end = match.end()
        if end == length:
            break
        stop, behind = match.span(1)
        if (follow := _follow(text, stop, end)) is not None:
            found.append(_Candidate(stop, end, follow, _is_single(text, stop, behind, end)))
    return found


def _is_single(text: str, stop: int, behind: int, end: int) -> bool:
    """One full stop, and no second terminator behind a closing mark: in ``(in 2015.).`` the sentence has its own."""
    if behind - stop != 1 or text[stop] != ".":
        return False
    return behind == end or not any(mark in _TERMINATORS for mark in text[behind:end])


def _follow(text: str, stop: int, end: int) -> int | None:
    """Where the text goes on, or None where no sentence can end: a full stop needs white space behind it."""
    if text[end].isspace():
        end += 1
        while text[end].isspace():
            end += 1
        return end
    if any(mark in _CJK_MARKS for mark in text[stop:end]):
        return end
    if text[stop] in "!?．" and stop and _is_cjk(text[stop - 1]) and (_is_cjk(text[end]) or text[stop] == "．"):
        return end
    return None


def _is_cjk(char: str) -> bool:
    """Kana, an ideograph, Hangul, or their punctuation: text that is written without spaces."""
    return "\u2e80" <= char <= "\ud7a3" or "\uf900" <= char <= "\ufaff" or "\uff66" <= char <= "\uff9f"


class _Walk:
    """One pass over the candidates of a text."""

    def __init__(self, text: str, rules: RuleSet, candidates: list[_Candidate]) -> None:
        self.text, self.rules, self.candidates = text, rules, candidates
        self.backwards = text[::-1]
        self.length = len(text)
        self.start = self.length - len(text.lstrip())
        self.open: list[tuple[int, str]] = []
        self.brackets = _brackets(text, rules.brackets)
        self.bracket = 0
        self.words = [self._word(candidate.stop) if candidate.single else "" for candidate in candidates]

    def run(self) -> list[tuple[Decision, int]]:
        found = []
        for candidate, word, limit in zip(self.candidates, self.words, self._limits(), strict=True):
            if self.brackets:
                self._enter(candidate.end)
            rule, cut = self._vetoed(candidate, word) or self._ruled(candidate, limit)
            if cut:
                self.start = candidate.next
                self.open.clear()
            found.append((Decision(candidate.end, cut, rule), candidate.next))
        return found

    def _limits(self) -> list[int]:
        """For each candidate how far a rule may look ahead: to the next that no abbreviation rules out."""
        limits, limit = [], len(self.text.rstrip())
        for candidate, word in zip(reversed(self.candidates), reversed(self.words), strict=True):
            limits.append(limit)
            if not (candidate.single and self._hardly_ends(word)):
                limit = candidate.end
        return limits[::-1]

    def _hardly_ends(self, word: str) -> bool:
        return self.rules.words.get(word) == "never" or (word not in self.rules.words and _is_initial(word))

    # Brackets

    def _enter(self, position: int) -> None:
        """Take in the brackets before ``position``; forget those that were opened too far back."""
        while self.bracket < len(self.brackets) and self.brackets[self.bracket][0] < position:
            at, char = self.brackets[self.bracket]
            self.bracket += 1
            if char in _PARTNER:
                self._close(_PARTNER[char])
            elif at >= self.start:
                self.open.append((at, char))
        if self.open and self.open[0][0] < position - LONGEST:
            self.open = [opened for opened in self.open if opened[0] >= position - LONGEST]

    def _close(self, opener: str) -> None:
        for index in range(len(self.open) - 1, max(len(self.open) - 20, 0) - 1, -1):
            if self.open[index][1] == opener:
                del self.open[index:]
                return

    # Words

    def _word(self, stop: int) -> str:
        """The word in front of a full stop, such as ``Mr`` or ``U.S``."""
        match = _WORD.match(self.backwards, self.length - stop)
        return match[0][::-1] if match else ""

    def _vetoed(self, candidate: _Candidate, word: str) -> tuple[str, bool] | None:
        if not candidate.single:
            return None
        kind = self._phrase_kind(word, candidate.stop) or self.rules.words.get(word)
        if kind is None:
            return ("initial", False) if _is_initial(word) and not self._is_name(word, candidate) else None
        return None if self._may_end(kind, candidate.next) else (kind, False)

    def _phrase_kind(self, word: str, stop: int) -> str | None:
        if word not in self.rules.phrases:
            return None
        head = " ".join(self.text[max(self.start, stop - 40) : stop].split())
        for phrase, kind in self.rules.phrases[word]:
            if phrase.startswith("# ") and head[: -len(word)].rstrip()[-1:].isdecimal():
                return kind
            if head.endswith(phrase) and not head[: -len(phrase)][-1:].isalnum():
                return kind
        return None

    def _may_end(self, kind: str, following: int) -> bool:
        if kind == "never":
            return False
        match = _NEXT_WORD.match(self.text, following)
        if match is None:
            return False
        if _ITEM.match(self.text, following):
            return True
        if kind == "if_capital":
            return match[1][0].isupper()
        # A quotation mark here opens a title: the law of 5 May 2024 «On Visas».
        if self.text[following] in _OPENERS:
            return False
        return match[1] in self.rules.starters or (kind == "if_clause" and self._is_clause(following))

    def _is_clause(self, following: int) -> bool:
        """A capitalised word, then a small one, a number or a dash: rather a new sentence than a name that goes on."""
        match = _CLAUSE.match(self.text, following)
        return match is not None and match[1].isupper() and not match[2].isupper()

    def _is_name(self, word: str, candidate: _Candidate) -> bool:
        """Capitals that stand for themselves: ``Annex B.`` before a capital, ``L.D.P.`` before a starter."""
        if len(word) != 1:
            return self._may_end("if_starter", candidate.next)
        head = self.text[max(self.start, candidate.stop - 42) : candidate.stop - 1].split()
        named = bool(head) and head[-1].lstrip(_OPENERS) in self.rules.letter_names
        return named and self._may_end("if_capital", candidate.next)

    # Rules

    def _ruled(self, candidate: _Candidate, limit: int) -> tuple[str, bool]:
        end, follow = candidate.end, candidate.next
        at = self.length - end
        # One character more than a rule may span, so that "^" holds at the sentence's start only.
        reach = self.length - max(self.start, end - LONGEST - 1)
        for rule in self.rules.possible(self.text[end - 1], self.text[follow]):
            if rule.openers and not any(char in rule.openers for _, char in self.open):
                continue
            if rule.holds(self.backwards, at, reach, self.text, follow, limit):
                return rule.id, rule.cuts
        return "none", False


_PARTNER = dict(zip(")]}”»’」』）】〉》〕］｝", "([{“«‘「『（【〈《〔［｛", strict=True))


def _brackets(text: str, brackets: re.Pattern[str] | None) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in brackets.finditer(text)] if brackets else []


def _is_initial(word: str) -> bool:
    """``A``, ``A.S``, ``Ж.-П``: single capitals, and nothing else."""
    if len(word) == 1:
        return word.isupper()
    return "." in word and all(len(part) == 1 and part.isupper() for part in word.replace("-", "").split("."))
