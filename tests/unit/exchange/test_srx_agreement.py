"""The exported file in the hands of another tool: a plain engine with the meaning of SRX, run over the gold.

At each position of a text the rules are tried in order; the first whose ``beforebreak`` matches up to the position and
whose ``afterbreak`` matches from it decides.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from i18n.exchange.srx import export, read
from i18n.model import Place
from i18n.segment import RuleFile, decisions, load_rules, split

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("srx_segment_score", ROOT / "benchmarks" / "segment_score.py")
assert _spec is not None
assert _spec.loader is not None
segment_score = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = segment_score
_spec.loader.exec_module(segment_score)

NS = "{http://www.lisa.org/srx20}"
LOCALES = ("en", "ru", "tk", "ja")
LEAST = {"en": 0.97, "ru": 0.97, "tk": 0.97, "ja": 0.97}
WORDS = {"never", "if_starter", "if_clause", "if_capital", "initial"}


class SrxRule(NamedTuple):
    cuts: bool
    before: regex.Pattern[str]
    after: regex.Pattern[str]


def rules_for(data: bytes, locale: str) -> list[SrxRule]:
    """The rules of every map that matches the language, as ``cascade="yes"`` asks."""
    root = etree.fromstring(data)
    named = {element.get("languagerulename"): element for element in root.iter(f"{NS}languagerule")}
    return [
        SrxRule(
            rule.get("break") == "yes",
            regex.compile(f"(?<={rule.findtext(f'{NS}beforebreak')})"),
            regex.compile(rule.findtext(f"{NS}afterbreak") or ""),
        )
        for entry in root.iter(f"{NS}languagemap")
        if regex.fullmatch(entry.get("languagepattern"), locale)
        for rule in named[entry.get("languagerulename")].iter(f"{NS}rule")
    ]


def cuts(text: str, rules: list[SrxRule]) -> set[int]:
    return {at for at in range(1, len(text)) if not text[at - 1].isalpha() and decides(text, at, rules)}


def decides(text: str, at: int, rules: list[SrxRule]) -> bool:
    """Whether the first rule that matches the position cuts. Every rule of the file asks for a mark before it."""
    return next((rule.cuts for rule in rules if rule.after.match(text, at) and rule.before.match(text, at)), False)


@cache
def exported() -> bytes:
    return export(LOCALES)


def habar(text: str, locale: str, own: RuleFile | None = None) -> set[int]:
    return {end for _, end in split(text, locale, own)[:-1]}


def gold(locale: str) -> list[str]:
    files = sorted(segment_score.GOLD.rglob(f"{locale}.txt"))
    return [paragraph.text for file in files for paragraph in segment_score.read_gold(file)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_exported_rules_cut_as_habar_does(locale: str) -> None:
    rules = rules_for(exported(), locale)
    agreed = differing = 0
    torn = []
    for text in gold(locale):
        ours, theirs = habar(text, locale), cuts(text, rules)
        agreed += len(ours & theirs)
        differing += len(ours ^ theirs)
        protected = {found.position: found.rule for found in decisions(text, locale) if not found.cut}
        torn += [(text, at) for at in theirs - ours if protected.get(at) in WORDS]
    share = agreed / (agreed + differing)
    print(f"{locale}: {share:.2%} of {agreed + differing} borders")
    assert torn == []
    assert share >= LEAST[locale]


@pytest.mark.parametrize("locale", LOCALES)
def test_rules_that_went_out_and_came_back_cut_alike(locale: str) -> None:
    rules = rules_for(exported(), locale)
    own = load_rules(read(exported(), "habar.srx").rules[locale], Place("own.toml"))
    pairs = [(habar(text, locale, own), cuts(text, rules)) for text in gold(locale)]
    agreed, differing = sum(len(a & b) for a, b in pairs), sum(len(a ^ b) for a, b in pairs)
    assert agreed / (agreed + differing) >= LEAST[locale]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("fr", "Il est venu. Elle est partie.", {12}),
        ("pt-BR", "Chegou o Dr. Silva. Partiu.", {19}),
        ("tk-TM", "Ol Tokio ş. Minato etrabynda ýaşaýar. Bu möhüm.", {37}),
        ("JA", "会談した。次回は秋だ。", {5}),
    ],
)
def test_a_map_for_every_tag(locale: str, text: str, expected: set[int]) -> None:
    assert cuts(text, rules_for(exported(), locale)) == expected


@given(st.text(alphabet="aZ. !?\u00a0\n([)]«»“”。」「яЖýÝ¹[4]-—", max_size=60), st.sampled_from(LOCALES))
@settings(max_examples=60, deadline=None)
def test_a_cut_stands_behind_a_terminator(text: str, locale: str) -> None:
    for at in cuts(text, rules_for_cached(locale)):
        assert regex.search(r"[.!?。][.!?。»“”」)\]]*(?:\s?\[4\]|¹)*\Z", text[:at])


@cache
def rules_for_cached(locale: str) -> list[SrxRule]:
    return rules_for(exported(), locale)


def test_own_rules_come_first() -> None:
    own = load_rules('never = ["Zzz"]\nif_capital = ["Mr"]\n', Place("own.toml"))
    rules = rules_for(export(["en"], own), "en")
    assert cuts("See Zzz. Then Mr. Orazov came.", rules) == {17}
    assert cuts("See Zzz. Then Mr. Orazov came.", rules_for_cached("en")) == {8}
