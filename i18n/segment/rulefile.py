"""Rules files: what stands in ``rules/*.toml`` or in a project's own file, and what is refused in one.

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

from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.model import Place
from i18n.problems import HabarError, Problem, problem
from i18n.segment.expressions import ExpressionError, UnboundedError
from i18n.segment.tomlfile import Spot, toml_data, toml_lines

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
    reader = _Reader(toml_data(toml_text, place), place, toml_lines(toml_text))
    if problems := list(reader.problems()):
        raise HabarError(*problems)
    return reader.file()


def parse_rules(toml_text: str, place: Place) -> RuleFile:
    """Read a rules file that is known to be right: one of habar's own, which the tests load with ``load_rules``."""
    return _Reader(toml_data(toml_text, place), place, toml_lines(toml_text)).file()


class _Reader:
    def __init__(self, data: dict[str, Any], place: Place, lines: dict[Spot, int]) -> None:
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
        from i18n.segment.bounds import check

        try:
            check(value, "before" if key == "before" else "after")
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
