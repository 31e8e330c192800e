"""The effective rules of a language: its own file over the common one, a project's over both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from i18n.model import Place
from i18n.segment.expressions import Chars, Node, compiled, edge, parse
from i18n.segment.rulefile import BreakRule, RuleFile, parse_rules

_BUILT_IN = frozenset(("en", "ru", "tk", "ja"))


class LiveRule:
    """A rule ready to be asked. Its expressions are compiled when they are first needed."""

    __slots__ = ("_after", "_before", "_first", "_last", "_sources", "cuts", "id", "openers")

    def __init__(self, rule: BreakRule) -> None:
        before, after = parse(rule.before, "before"), parse(rule.after, "after")
        self.id, self.cuts, self.openers = rule.id, rule.cuts, rule.openers
        self._last, self._first = edge(before, last=True), edge(after, last=False)
        # What is only one character long is decided by ``possible``.
        self._sources: tuple[Node | None, Node | None] = (_beyond_edge(before), _beyond_edge(after))
        self._before: re.Pattern[str] | None = None
        self._after: re.Pattern[str] | None = None

    def possible(self, last: str, first: str) -> bool:
        """Whether the rule can hold where ``last`` stands before the position and ``first`` after it."""
        return _admits(self._last, last) and _admits(self._first, first)

    def holds(self, backwards: str, at: int, end: int, text: str, start: int, limit: int) -> bool:
        """Whether both expressions match: ``before`` in ``backwards[at:end]``, ``after`` in ``text[start:limit]``."""
        before, after = self._sources
        if before is not None:
            if self._before is None:
                self._before = compiled(before, "before")
            if not self._before.match(backwards, at, end):
                return False
        if after is None:
            return True
        if self._after is None:
            self._after = compiled(after, "after")
        return self._after.match(text, start, limit) is not None


def _beyond_edge(node: Node) -> Node | None:
    return None if isinstance(node, Chars) or not getattr(node, "parts", True) else node


def _admits(chars: tuple[Chars, ...] | None, char: str) -> bool:
    return chars is None or any(each.admits(char) for each in chars)


class RuleSet(NamedTuple):
    """The effective rules of one language: its own file over the common one, a project's over both."""

    words: dict[str, str]
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """Abbreviations of several words, such as ``т. д``, by their last word."""
    starters: frozenset[str]
    letter_names: frozenset[str]
    rules: tuple[LiveRule, ...]
    brackets: re.Pattern[str] | None
    """Every bracket that some rule's ``inside`` names; None where no rule has one."""
    memo: dict[tuple[str, str], tuple[LiveRule, ...]]

    def possible(self, last: str, first: str) -> tuple[LiveRule, ...]:
        """The rules that can hold between these two characters, in order."""
        key = last, first
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = tuple(rule for rule in self.rules if rule.possible(last, first))
        return found


@lru_cache(maxsize=64)
def language(locale: str) -> str:
    """The language of a tag where habar has rules for it, else ``fallback``."""
    name = locale.replace("_", "-").split("-")[0].lower()
    return name if name in _BUILT_IN else "fallback"


@lru_cache(maxsize=8)
def rule_file(name: str) -> RuleFile:
    """One of habar's own rules files: ``common``, ``en``, ``ru``, ``tk``, ``ja``, ``fallback``."""
    import pkgutil

    data = pkgutil.get_data("i18n.segment", f"rules/{name}.toml") or b""
    return parse_rules(data.decode("utf-8"), Place(f"i18n/segment/rules/{name}.toml"))


def files(locale: str, own: RuleFile | None = None) -> tuple[RuleFile, ...]:
    """The rules files that count for a language, the strongest last."""
    below = rule_file("common"), rule_file(language(locale))
    return below if own is None else (*below, own)


@lru_cache(maxsize=32)
def _effective(name: str, own: RuleFile | None) -> RuleSet:
    stack = files(name, own)
    rules = [rule for file in reversed(stack) for rule in file.rules]
    words = _words(stack)
    brackets = "".join(sorted({char for rule in rules for char in rule.inside}))
    return RuleSet(
        words={word: kind for word, kind in words.items() if " " not in word and kind != "ordinary"},
        phrases=_phrases(words),
        starters=frozenset().union(*(file.starters for file in stack)),
        letter_names=frozenset().union(*(file.letter_names for file in stack)),
        rules=tuple(map(LiveRule, rules)),
        brackets=re.compile(f"[{re.escape(brackets)}]") if brackets else None,
        memo={},
    )


def effective(locale: str, own: RuleFile | None = None) -> RuleSet:
    """The rules of a language with a project's ``own`` on top. Cached."""
    return _effective(language(locale), own)


def _words(stack: tuple[RuleFile, ...]) -> dict[str, str]:
    words: dict[str, str] = {}
    for file in stack:
        given = dict(file.words)
        for word, kind in file.words:
            words[word] = kind
            capitalised = word[0].upper() + word[1:]
            # One small letter ("г") says nothing about the capital: that is an initial.
            if len(word) > 1 and word.islower() and capitalised not in given:
                words[capitalised] = kind
    return words


def _phrases(words: dict[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    phrases: dict[str, tuple[tuple[str, str], ...]] = {}
    for word, kind in words.items():
        if " " in word and kind != "ordinary":
            last = word.rsplit(" ", 1)[1]
            phrases[last] = (*phrases.get(last, ()), (word, kind))
    return phrases


def ruleset_hash(locale: str, own: RuleFile | None = None) -> str:
    """Twelve hexadecimal digits that change when a rule that can move a cut changes."""
    import hashlib

    stack = files(locale, own)
    facts = [
        (
            sorted(file.words),
            sorted(file.starters),
            sorted(file.letter_names),
            [(rule.id, rule.cuts, rule.before, rule.after, rule.inside) for rule in file.rules],
        )
        for file in stack
    ]
    return hashlib.sha256(repr(facts).encode("utf-8")).hexdigest()[:12]
