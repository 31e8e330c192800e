"""Money and measures: the currency, the unit and the per cent of every amount."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n.checks.concepts import Found, Table
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.measure_words import CURRENCIES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = (
    "(?:thousand|million|billion|trillion|bn|mln|mn|тыс|тысяч[аи]?|млн|миллион\\w*|млрд|миллиард\\w*|трлн|müň"
    "|milliard\\w*|mlrd|[万億兆千百])"
)
_BIG = "million|billion|trillion|миллион|миллиард|триллион|milliard"
_TAIL = rf"(?:(?<=[\d万億兆千百分])|\b(?={_BIG}))(?:\s?{_SCALES}\.?){{0,3}}[\s\u00a0-]{{0,3}}"
_LANGUAGES = ("en", "ru", "tk", "ja")
# Words that are given for a stretch of time in other words: "decade", "fortnight", "двухлетний".
_TIME = frozenset(("years", "months", "weeks", "days", "hours", "minutes"))
_MONEY = frozenset(CURRENCIES)
_NUMBER = re.compile(f"[0-9０-９万億兆千百]|{_BIG}")
_LEADING = {"dollars": "[$＄]", "euros": "€", "yen": "[¥￥]", "pounds": "£"}


def _asking(concept: str, words: str, language: str) -> str:
    """The unit behind a number, or a sign of money before it."""
    bare = "|".join(part for part in words.split("|") if part not in ("m", "ha"))
    behind = f"{_TAIL}(?:us |u\\.s\\. |американск\\w+ |amerikan |abş-nyň |米)?(?:{bare if language == 'ja' else words})"
    lead = _LEADING.get(concept)
    return f"{behind}|{lead}\\s?(?=\\d)" if lead else behind


_ALL = {**CURRENCIES, **UNITS}
_TABLE = Table(
    {
        tag: {concept: _asking(concept, words[i], tag) for concept, words in _ALL.items()}
        for i, tag in enumerate(_LANGUAGES)
    },
    {tag: {concept: words[i] for concept, words in _ALL.items()} for i, tag in enumerate(_LANGUAGES)},
)


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if not _TABLE.knows(*languages) or is_copy(pair):
        return
    lost, added = _TABLE.differences((pair.source_prose, pair.target_prose), languages, needed=_NUMBER)
    for one in list(lost):
        if other := next((found for found in added if _kind(found) == _kind(one)), None):
            lost.remove(one)
            added.remove(other)
            message = f"the source has {one.concept}, the translation has {other.concept}"
            yield Finding(message, (other.start, other.end))
    for one in lost:
        if one.concept in _MONEY or one.concept == "per cent":
            yield Finding(f"{one.concept}: the source names it, the translation does not", None, None, "warning")


def _kind(found: Found) -> str:
    if found.concept in _MONEY:
        return "money"
    return "time" if found.concept in _TIME else "per cent" if found.concept == "per cent" else "measure"


MEASURES = Check(
    "H253",
    "measures",
    "An amount has the same currency and the same unit in both texts: dollars stay dollars, hectares stay hectares. "
    "Signs, words and abbreviations are the same to the check ($, dollars, долл., ドル).",
    3,
    _run,
    (
        Example("en", "ru", "1.5 billion US dollars", "1,5 млрд долл. США", False),
        Example("en", "ru", "1.5 billion US dollars", "1,5 млрд евро", True),
        Example("en", "ja", "a loan of $200 million", "2億ドルの融資", False),
        Example("en", "ja", "a loan of $200 million", "2億円の融資", True),
        Example("ru", "tk", "рост на 6,2 процента", "6,2 göterim ösüş", False),
        Example("ru", "tk", "площадь 300 гектаров", "300 kilometr meýdan", True),
        Example("tk", "en", "6 aýyň dowamynda", "within 6 weeks", True),
        Example("ja", "en", "3年間", "for three years", False),
    ),
)
