"""``rules/checks.toml``: the rules of a project for its translations, and what is refused in such a file.

::

    [[rule]]
    name = "ministry-in-full"
    source-locale = "en"          # left out: any language
    target-locale = "ru"
    source = 'Ministry of Foreign Affairs'
    target = '\\bМИД\\b'
    want = "absent"               # or "present"
    message = "write the ministry's name in full"
    severity = "error"            # or "warning", "info"
    bad = [["The Ministry of Foreign Affairs said", "МИД сообщил"]]
    good = [["The Ministry of Foreign Affairs said", "Министерство иностранных дел сообщило"]]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from i18n import locales
from i18n.checks.house import HouseExample, HouseRule
from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, Problem, problem
from i18n.segment import bounds
from i18n.segment.expressions import ExpressionError, UnboundedError
from i18n.segment.tomlfile import Spot, toml_data, toml_lines

_NAME = late(r"[a-z0-9][a-z0-9-]{0,59}")
_CHOICES = {"want": ("present", "absent"), "severity": ("error", "warning", "info")}
_LOCALES = ("source-locale", "target-locale")
_EXPRESSIONS = ("source", "target")
_EXAMPLES = ("good", "bad")
_KEYS = ("name", *_LOCALES, *_EXPRESSIONS, *_CHOICES, "message", *_EXAMPLES)
_NEEDED = ("name", "target", "message")
_MOST, _LONGEST = 1000, 400


def load_house_rules(toml_text: str, place: Place) -> tuple[HouseRule, ...]:
    """The rules in the text of a file.

    :raises HabarError: H121 to H127, with every fault and its line.
    """
    reader = _Reader(toml_data(toml_text, place), place, toml_lines(toml_text))
    if problems := list(reader.problems()):
        raise HabarError(*problems)
    return reader.rules()


class _Reader:
    def __init__(self, data: dict[str, Any], place: Place, lines: dict[Spot, int]) -> None:
        self.data, self.place, self.lines = data, place, lines

    def _at(self, index: int, key: str = "") -> Place:
        return Place(self.place.path, self.lines.get(("rule", index, key)) or self.lines.get(("rule", index, "")))

    def problems(self) -> Iterator[Problem]:
        for key in self.data.keys() - {"rule"}:
            place = Place(self.place.path, self.lines.get(("", 0, key)) or self.lines.get((key, 0, "")))
            yield problem("H122", place, f"'{key}' is not a key of this file, which has [[rule]] alone")
        rules = self.data.get("rule", [])
        if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules) or len(rules) > _MOST:
            yield problem("H123", self.place, f"rules must be written as [[rule]], {_MOST} at most")
            return
        for index, rule in enumerate(rules):
            yield from self._of_rule(index, rule)
        names = [rule.get("name") for rule in rules]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield problem("H127", self._at(index, "name"), f"two rules have the name '{name}'")

    def _of_rule(self, index: int, rule: dict[str, Any]) -> Iterator[Problem]:
        for key, value in rule.items():
            if key not in _KEYS:
                yield problem("H122", self._at(index, key), f"'{key}' is not a key of [[rule]] ({', '.join(_KEYS)})")
            elif wanted := _wanted(key, value):
                yield problem("H123", self._at(index, key), f"'{key}' must be {wanted}")
            elif key in _EXPRESSIONS:
                yield from self._of_expression(index, key, value)
        for key in _NEEDED:
            if key not in rule:
                yield problem("H123", self._at(index), f"[[rule]] needs '{key}'")

    def _of_expression(self, index: int, key: str, value: str) -> Iterator[Problem]:
        try:
            bounds.check(value.removeprefix("^"), "after")
        except UnboundedError as error:
            yield problem("H125", self._at(index, key), f"'{key}' could run for too long: {error}")
        except ExpressionError as error:
            yield problem("H124", self._at(index, key), f"'{key}' is not a valid expression: {error}")

    def rules(self) -> tuple[HouseRule, ...]:
        return tuple(self._rule(index, rule) for index, rule in enumerate(self.data.get("rule", ())))

    def _rule(self, index: int, rule: dict[str, Any]) -> HouseRule:
        examples = [
            HouseExample(source, target, kind == "bad", self._at(index, kind))
            for kind in _EXAMPLES
            for source, target in rule.get(kind, ())
        ]
        given = {key.replace("-", "_"): value for key, value in rule.items() if key not in _EXAMPLES}
        return HouseRule(**given, examples=tuple(examples))


def _wanted(key: str, value: object) -> str:
    """What a value must be, where it is not."""
    if key in _EXAMPLES:
        return "" if _are_pairs(value) else 'a list of pairs, such as [["source", "translation"]]'
    if key in _CHOICES:
        return "" if value in _CHOICES[key] else " or ".join(f"“{one}”" for one in _CHOICES[key])
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return f"a text in quotes, of {_LONGEST} characters at most"
    if key == "name":
        return "" if _NAME.fullmatch(value) else "a name of small letters, digits and hyphens"
    if key in _LOCALES:
        return "" if locales.is_tag(value) else "a language tag such as “ru”"
    return ""


def _are_pairs(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_pair, value))


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(text, str) for text in value)
