"""Money and measures: the currency, the unit and the per cent of every amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks import quantities
from i18n.checks.amounts import Amount, alike, amounts, anywhere, named
from i18n.checks.copy import is_copy
from i18n.checks.currencies import unlike
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.measure_words import KINDS, LANGUAGES
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

Amounts = tuple[Amount, ...]
_BARE = ("money", "measure")
_ALWAYS = ("money", "per cent")
"""Kinds of which a unit that is left out is worth a word: a stretch of time is given in other words."""

_PARTS = {
    "en": late(r"\b(?:half|third|quarter|fourth|fifth|sixth|tenth|tenths|one in \w+)\b"),
    "ru": late(r"половин|\bтрет[иь]|четверт|\b(?:пят|шест|десят)\w+ (?:част|дол)|каждый|каждая|каждое"),
    "tk": late(r"ýary|çärýek|\w+d[ae]n bir|bölegi"),
    "ja": late("分の|半|人に"),
}


def _run(pair: Pair) -> Iterator[Finding]:
    if not {pair.source_language, pair.target_language} <= set(LANGUAGES) or pair.untouched or is_copy(pair):
        return
    source, target = amounts(pair.source_prose, pair.source_locale), amounts(pair.target_prose, pair.target_locale)
    if not source and not target:
        return
    here, there = quantities.same(pair)
    known: set[str | None] = set()
    if here or there:
        known = {one.unit for some, spans in ((source, here), (target, there)) for one in some if _is_told(one, spans)}
        source, target = (
            tuple(one for one in some if not _is_told(one, spans)) for some, spans in ((source, here), (target, there))
        )
    swapped = list(_swapped(source, target))
    yield from (_changed(one.text, other.text, other) for one, other in swapped)
    yield from _elsewhere(pair, source, target, known | {one.unit for couple in swapped for one in couple})
    if any(one.kind == "money" for one in (*source, *target)):
        yield from unlike(pair)


def _is_told(one: Amount, spans: list[tuple[int, int]]) -> bool:
    """Whether an amount is part of a quantity which the other text tells, too, in whatever units."""
    return quantities.within(one.start, one.end, spans)


def _swapped(source: Amounts, target: Amounts) -> Iterator[tuple[Amount, Amount]]:
    """The amounts of the source whose number stands in the translation with other units only."""
    used: set[int] = set()
    for one in source:
        same = [other for other in target if other.values & one.values] if one.unit else []
        if not same or any(other.unit is None or _is(one, other.unit) for other in same):
            continue
        known = [other for other in source if other.values & one.values]
        for other in same:
            if other.start not in used and not any(_is(other, unit.unit) for unit in known):
                used.add(other.start)
                yield one, other
                break


def _elsewhere(pair: Pair, source: Amounts, target: Amounts, done: set[str | None]) -> Iterator[Finding]:
    """Units of one text that the other does not have at all, whatever their numbers."""
    texts = (pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)
    claims, given = _claims(source, *texts[0]), _claims(target, *texts[1])
    if claims.keys() - done == given.keys() - done:
        return
    said, answered = (anywhere(*text) for text in texts)
    lost = [unit for unit in claims if unit not in done and not _among(unit, answered | given.keys())]
    added = [unit for unit in given if unit not in done and not _among(unit, said | claims.keys())]
    for unit in list(lost):
        if other := next((found for found in added if KINDS[found] == KINDS[unit]), None):
            lost.remove(unit)
            added.remove(other)
            yield _changed(unit, other, given[other])
    told = {unit for unit in lost if KINDS[unit] in _ALWAYS and _is_sure(claims[unit]) and not _is_part(unit, pair)}
    yield from (_left_out(unit) for unit in lost if unit in told)
    for unit in added:
        was = next((one for one in claims if KINDS[one] == KINDS[unit] == "measure"), None)
        if was and given[unit]:
            yield _changed(was, unit, given[unit])


def _is_sure(amount: Amount | None) -> bool:
    """Whether the unit stands beside a number; ポイント are points of a game, too."""
    return amount is not None and not amount.text.endswith("ポイント")


def _is_part(unit: str, pair: Pair) -> bool:
    """Whether the other text tells the share as a part: 2割 is a fifth."""
    return unit == "per cent" and _PARTS[pair.target_language].search(pair.target_prose.lower()) is not None


def _claims(some: Amounts, text: str, language: str) -> dict[str, Amount | None]:
    """The units of a text: those of amounts, and others that it names without a number, as *how many tonnes* does."""
    bare = dict.fromkeys(sorted(unit for unit in named(text, language) if KINDS[unit] in _BARE))
    return {**bare, **{one.unit: one for one in reversed(some) if one.unit and one.kind != "time"}}


def _among(unit: str, units: set[str]) -> bool:
    return any(alike(unit, one) for one in units)


def _left_out(unit: str) -> Finding:
    return Finding(f"{unit}: the source names it, the translation does not", None, None, "warning")


def _is(one: Amount, unit: str | None) -> bool:
    return bool(one.unit and unit and alike(one.unit, unit))


def _changed(one: str, other: str, at: Amount | None) -> Finding:
    message = f"the source has {one}, the translation has {other}"
    return Finding(message, (at.start, at.end) if at else None)


MEASURES = Check(
    "H253",
    "measures",
    "An amount has the same currency and the same unit in both texts: 20 dollars stay 20 dollars, 3 hectares stay "
    "3 hectares. "
    "Signs, words and abbreviations are the same to the check ($, dollars, долл., ドル).",
    9,
    _run,
    (
        Example("en", "ru", "1.5 billion US dollars", "1,5 млрд долл. США", False),
        Example("ru", "ja", "Музей основан в 1968-м.", "博物館は1968年に設立された。", False),
        Example("en", "ru", "1.5 billion US dollars", "1,5 млрд евро", True),
        Example("en", "ja", "a loan of $200 million", "2億ドルの融資", False),
        Example("en", "ja", "a loan of $200 million", "2億円の融資", True),
        Example("ru", "tk", "рост на 6,2 процента", "6,2 göterim ösüş", False),
        Example("ru", "tk", "площадь 300 гектаров", "300 kilometr meýdan", True),
        Example("tk", "en", "6 aýyň dowamynda", "within 6 weeks", True),
        Example("ja", "en", "3年間", "for three years", False),
        Example("en", "ru", "a 60 MW plant", "станция мощностью 60 кВт", True),
        Example("ru", "ja", "в течение десяти дней", "10時間以内に", True),
        Example("ja", "tk", "30日以内に、または2か月以内に", "30 aýyň ýa-da 2 aýyň dowamynda", True),
        Example("en", "tk", "How many tonnes? About 700.", "Näçe? 700 kilograma golaý.", True),
        Example("en", "ru", "5 million Canadian dollars", "5 млн долларов", True),
        Example("ja", "en", "500万米ドル", "5 million dollars", False),
        Example("ru", "tk", "до 35 °C", "35 °F çenli", True),
        Example("tk", "ru", "600 inedördül metr", "600 кв. метров", False),
        Example("tk", "ru", "120 km uzaklykda, 8 kilometr", "в 120 км, 8 км", False),
    ),
)
