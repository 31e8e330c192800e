"""Expressions that are compiled when they are asked first are what ``re.compile`` gives."""

from __future__ import annotations

import copy
import gc
import importlib
import pkgutil
import re

import pytest

import i18n
from i18n import patterns
from i18n.patterns import alternatives, late, told_apart


def test_it_is_the_compiled_expression():
    word = late(r"(\w+)!", re.IGNORECASE)
    assert word.pattern == r"(\w+)!"
    assert word.flags == re.compile(r"(\w+)!", re.IGNORECASE).flags
    assert [found[1] for found in word.finditer("a! b c!")] == ["a", "c"]
    assert word.sub(r"\1?", "a! b") == "a? b"
    assert copy.deepcopy(word).search("ab!")[1] == "ab"


def test_it_is_compiled_once_and_when_it_is_asked(monkeypatch):
    asked: list[str] = []
    compiled = re.compile
    monkeypatch.setattr(patterns.re, "compile", lambda *said: asked.append(said[0]) or compiled(*said))
    word = late("ab+")
    assert asked == []
    assert [bool(word.fullmatch(text)) for text in ("abb", "ab", "a")] == [True, True, False]
    assert word.search("abb")
    assert asked == ["ab+"]


def test_every_one_of_the_program_can_be_compiled():
    for module in pkgutil.walk_packages(i18n.__path__, "i18n."):
        if module.name != "i18n.__main__":
            importlib.import_module(module.name)
    every = [found for found in gc.get_objects() if type(found) is patterns._Late]
    assert len(every) > 300
    for one in every:
        assert one.groups >= 0, one


def test_a_wrong_one_is_told():
    with pytest.raises(re.error):
        late("(").search("a")


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("ab|c", ["ab", "c"]),
        ("a(?:b|c)|[d|(]e", ["a(?:b|c)", "[d|(]e"]),
        (r"a\|b|[]|)]c|\(d|", [r"a\|b", "[]|)]c", r"\(d", ""]),
        ("", [""]),
    ],
)
def test_alternatives_are_those_outside_of_groups(expression, wanted):
    assert alternatives(expression) == wanted


def test_a_match_tells_the_row_that_it_is_of():
    expression, rows = told_apart(["kwh|kw(?:att)?s?", "(?!)", "k|(?!)|kilo(?:s|gram)"], r"(?![a-z])")
    found = re.compile(expression).finditer("kw kwh k kilogram kilograms kwatts")
    assert [(match[0], rows[match.lastindex]) for match in found] == [
        ("kw", 0), ("kwh", 0), ("k", 2), ("kilogram", 2), ("kwatts", 0),
    ]  # fmt: skip
