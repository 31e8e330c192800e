"""Rules files: what stands in ``rules/*.toml``, and the one rule set that several of them make.

A rules file is TOML::

    never = ["Mr", "Dr"]          # no cut after these words and their full stop
    if_starter = ["U.S", "p.m"]   # a cut only before a word of ``starters``
    if_clause = ["Corp"]          # the same, and before a capitalised word that a small one follows
    if_capital = ["etc"]          # a cut before any capital
    ordinary = ["no"]             # words of a file below that are no abbreviations after all
    starters = ["The", "In"]
    letter_names = ["Annex"]      # "Annex B." may end a sentence, "John B." may not

    [[rule]]
    id = "short-name"
    break = false
    before = '[.]'                # what stands before the position: terminator, closing marks
    after = '\\p{Ll}'              # what stands after it and the white space
    inside = "()"                 # only between these brackets, opened in the same sentence
    note = "why"

    [[example]]
    rule = "short-name"           # the rule that decides somewhere in it
    text = "One. ‖ Two."

Words are written without their last full stop; one in small letters also stands for its capitalised form. An
abbreviation of several words has spaces in it (``"т. д"``); ``"# т"`` is ``т`` behind a number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem
from i18n.segment.expressions import Chars, ExpressionError, Node, UnboundedError, compiled, edge, read

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD_CLASSES = ("never", "if_starter", "if_clause", "if_capital", "ordinary")
_LISTS = (*WORD_CLASSES, "starters", "letter_names")
_RULE_KEYS = {"id": str, "break": bool, "before": str, "after": str, "inside": str, "note": str}
_EXAMPLE_KEYS = {"rule": str, "text": str}


class BreakRule(NamedTuple):
    """One ordered rule: the first whose conditions all hold decides whether the text is cut."""

    id: str
    cuts: bool
    before: str
    after: str
    inside: str
    """Pairs of brackets, such as ``()[]``: the rule asks only between two of them."""
    note: str

    @property
    def openers(self) -> str:
        return self.inside[::2]


class Example(NamedTuple):
    """A text with ``‖`` where it is cut."""

    text: str
    rule: str | None
    place: Place


class RuleFile(NamedTuple):
    """One rules file as it stands."""

    words: tuple[tuple[str, str], ...]
    """Each abbreviation and its class, one of ``WORD_CLASSES``."""
    starters: frozenset[str]
    letter_names: frozenset[str]
    rules: tuple[BreakRule, ...]
    examples: tuple[Example, ...]


# Reading ---------------------------------------------------------------------------------------


def load_rules(toml_text: str, place: Place) -> RuleFile:
    """Read one rules file.

    Raises ``HabarError`` with every problem of the file (H121 to H127), each with its line.
    """
    import tomllib

    try:
        data = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise HabarError(problem("H121", _syntax_place(place, error), f"the rules file is not TOML: {error}")) from None
    reader = _Reader(data, place, _lines(toml_text))
    if problems := list(reader.problems()):
        raise HabarError(*problems)
    return reader.file()


def _syntax_place(place: Place, error: Exception) -> Place:
    match = re.search(r"line (\d+), column (\d+)", str(error))
    return Place(place.path, int(match[1]), int(match[2])) if match else place


_Spot = tuple[str, int, str]
"""Table, its number among those of its name, key."""


def _lines(toml_text: str) -> dict[_Spot, int]:
    """On which line each key and each table header stands."""
    lines: dict[_Spot, int] = {}
    table, counts = "", {"": 0}
    for number, line in enumerate(toml_text.split("\n"), 1):
        if header := re.match(r"\s{0,40}\[\[\s{0,40}([\w-]{1,40})", line):
            table = header[1]
            counts[table] = counts.get(table, -1) + 1
            lines[table, counts[table], ""] = number
        elif key := re.match(r"\s{0,40}[\"']?([\w-]{1,40})[\"']?\s{0,40}=", line):
            lines.setdefault((table, counts[table], key[1]), number)
    return lines


class _Reader:
    def __init__(self, data: dict[str, Any], place: Place, lines: dict[_Spot, int]) -> None:
        self.data, self.place, self.lines = data, place, lines

    def _at(self, table: str, index: int, key: str = "") -> Place:
        line = self.lines.get((table, index, key)) or self.lines.get((table, index, ""))
        return Place(self.place.path, line)

    def problems(self) -> Iterator[Problem]:
        for key, value in self.data.items():
            if key in _LISTS:
                yield from self._list_problems(key, value)
            elif key in ("rule", "example"):
                yield from self._table_problems(key, value)
            else:
                known = ", ".join((*_LISTS, "[[rule]]", "[[example]]"))
                yield problem("H122", self._at("", 0, key), f"'{key}' is not a key of a rules file ({known})")
        yield from self._repeated_words()
        yield from self._repeated_ids()

    def _list_problems(self, key: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            yield problem("H123", self._at("", 0, key), f"'{key}' must be a list of words in quotes")

    def _table_problems(self, table: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            yield problem("H123", self._at("", 0, table), f"'{table}' must be written as [[{table}]]")
            return
        for index, item in enumerate(value):
            yield from self._item_problems(table, index, item)

    def _item_problems(self, table: str, index: int, item: dict[str, object]) -> Iterator[Problem]:
        keys: dict[str, type] = _RULE_KEYS if table == "rule" else _EXAMPLE_KEYS  # type: ignore[assignment]
        for key, value in item.items():
            if key not in keys:
                message = f"'{key}' is not a key of [[{table}]] ({', '.join(keys)})"
                yield problem("H122", self._at(table, index, key), message)
            elif not isinstance(value, keys[key]):
                kind = "true or false" if keys[key] is bool else "a text in quotes"
                yield problem("H123", self._at(table, index, key), f"'{key}' must be {kind}")
            elif key in ("before", "after"):
                yield from self._expression_problems(index, key, str(value))
            elif key == "inside" and (not value or len(str(value)) % 2):
                yield problem("H123", self._at(table, index, key), "'inside' must be pairs of brackets, such as '()[]'")
        for key in ("id", "break", "note") if table == "rule" else ("text",):
            if not item.get(key, "") and item.get(key) is not False:
                yield problem("H123", self._at(table, index), f"[[{table}]] needs '{key}'")

    def _expression_problems(self, index: int, key: str, value: str) -> Iterator[Problem]:
        try:
            read(value, "before" if key == "before" else "after")
        except UnboundedError as error:
            yield problem("H125", self._at("rule", index, key), f"'{key}' could run for too long: {error}")
        except ExpressionError as error:
            yield problem("H124", self._at("rule", index, key), f"'{key}' is not a valid expression: {error}")

    def _repeated_words(self) -> Iterator[Problem]:
        seen: dict[str, str] = {}
        for kind in WORD_CLASSES:
            words = self.data.get(kind)
            for word in words if isinstance(words, list) else ():
                if word in seen:
                    message = f"'{word}' stands twice: in '{seen[word]}' and in '{kind}'"
                    yield problem("H127", self._at("", 0, kind), message)
                seen[word] = kind

    def _repeated_ids(self) -> Iterator[Problem]:
        rules = self.data.get("rule")
        ids = [rule.get("id") for rule in rules if isinstance(rule, dict)] if isinstance(rules, list) else []
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield problem("H127", self._at("rule", index, "id"), f"two rules have the id '{name}'")

    def file(self) -> RuleFile:
        get = self.data.get
        return RuleFile(
            tuple((word, kind) for kind in WORD_CLASSES for word in get(kind, ())),
            frozenset(get("starters", ())),
            frozenset(get("letter_names", ())),
            tuple(map(_rule, get("rule", ()))),
            tuple(
                Example(item["text"], item.get("rule"), self._at("example", index, "text"))
                for index, item in enumerate(get("example", ()))
            ),
        )


def _rule(item: dict[str, Any]) -> BreakRule:
    return BreakRule(
        item["id"], item["break"], item.get("before", ""), item.get("after", ""), item.get("inside", ""), item["note"]
    )


# The effective rules ---------------------------------------------------------------------------

_BUILT_IN = frozenset(("en", "ru", "tk", "ja"))


class LiveRule:
    """A rule ready to be asked. Its expressions are compiled when they are first needed."""

    __slots__ = ("_after", "_before", "_first", "_last", "_sources", "cuts", "id", "openers")

    def __init__(self, rule: BreakRule) -> None:
        before, after = read(rule.before, "before"), read(rule.after, "after")
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
    brackets: str
    """Every bracket that some rule's ``inside`` names."""
    memo: dict[tuple[str, str], tuple[LiveRule, ...]]

    def possible(self, last: str, first: str) -> tuple[LiveRule, ...]:
        """The rules that can hold between these two characters, in order."""
        key = last, first
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = tuple(rule for rule in self.rules if rule.possible(last, first))
        return found


def language(locale: str) -> str:
    """The language of a tag where habar has rules for it, else ``fallback``."""
    name = locale.replace("_", "-").split("-")[0].lower()
    return name if name in _BUILT_IN else "fallback"


@lru_cache(maxsize=8)
def rule_file(name: str) -> RuleFile:
    """One of habar's own rules files: ``common``, ``en``, ``ru``, ``tk``, ``ja``, ``fallback``."""
    import pkgutil

    data = pkgutil.get_data("i18n.segment", f"rules/{name}.toml") or b""
    return load_rules(data.decode("utf-8"), Place(f"i18n/segment/rules/{name}.toml"))


def files(locale: str, own: RuleFile | None = None) -> tuple[RuleFile, ...]:
    """The rules files that count for a language, the strongest last."""
    below = rule_file("common"), rule_file(language(locale))
    return below if own is None else (*below, own)


@lru_cache(maxsize=32)
def _effective(name: str, own: RuleFile | None) -> RuleSet:
    stack = files(name, own)
    rules = [rule for file in reversed(stack) for rule in file.rules]
    words = _words(stack)
    return RuleSet(
        words={word: kind for word, kind in words.items() if " " not in word and kind != "ordinary"},
        phrases=_phrases(words),
        starters=frozenset().union(*(file.starters for file in stack)),
        letter_names=frozenset().union(*(file.letter_names for file in stack)),
        rules=tuple(map(LiveRule, rules)),
        brackets="".join(sorted({char for rule in rules for char in rule.inside})),
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
