"""At least and at most beside a number: *more than 40* for *менее 40*, whatever else the texts have."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from i18n.checks.frame import Finding, Pair
from i18n.needles import Guarded, holds
from i18n.numerals import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from i18n.model import LocaleTag
    from i18n.numerals import Number

_LEAST, _MOST = "at least", "at most"
_CURRENCY = r"(?:\s?(?:us\s?)?[$€£¥]|\s(?:usd|eur))?\s?"
_BEFORE = {
    "en": (
        Guarded(
            r"\b(?:more than|over|above|at least|no(?:t)? (?:fewer|less) than|minimum of|in excess of|upwards of"
            r"|(?<!not )(?<!to )exceed(?:s|ed|ing)?|(?:larger|older|bigger|longer|higher|greater) than)"
            rf"{_CURRENCY}\Z"
        ),
        Guarded(
            r"\b(?:(?:less|fewer) than|under(?: the age of)?|below|at most|not? more than|up to|not(?: \w+)? exceed"
            r"|maximum of|(?:smaller|shorter|younger|lower) than)"
            rf"{_CURRENCY}\Z"
        ),
    ),
    "ru": (
        Guarded(
            r"(?:(?<!\bне )(?:более|больше|свыше|старше)(?: чем)?"
            r"|(?<!\bне )(?<!должен )(?<!должна )(?<!должно )(?<!должны )(?<!может )(?<!могут )превы[шс]\w+"
            r"|\bне (?:менее|меньше|ниже|моложе)(?: чем)?"
            r"|как минимум|по меньшей мере)\s\Z"
        ),
        Guarded(
            r"(?:(?<!\bне )(?:менее|меньше|младше|моложе)(?: чем)?|\bне (?:более|больше|свыше|выше|старше)(?: чем)?"
            r"|\bне (?:долж\w+ |мо[жг]\w+ |буд\w+ )?превы[шс]\w+|максимум)\s\Z"
        ),
    ),
    "tk": (Guarded(r"\b(?:azyndan|iň az(?:yndan)?)\s\Z"), Guarded(r"\b(?:köpünden|iň köp(?:ünden)?)\s\Z")),
    "ja": (Guarded("(?:少なくとも|最低)(?:でも)?\\Z"), Guarded("(?:最大|最長|最高|多くとも)(?:で)?\\Z")),
}
_TO = Guarded(r"(?:\A|[^\w ] |\b(?:размере|возрасте|мощностью|длиной|суммой?|детей|дети|весом|вместимостью) )до\s\Z")
"""*До* stands for a limit, and for the end of a rise or of a stretch: where nothing else is meant."""
_UNIT = r"(?:-?\w{0,5}\s)?(?:(?!\w*d[ae]n\b)[^\W\d]+\s){0,3}?"
_BEHIND = {
    "en": (
        Guarded(r" (?:\w+ )?(?:or|and) (?:more|over|above|older)\b"),
        Guarded(r" (?:\w+ )?(?:or|and) (?:less|fewer|under|younger)\b"),
    ),
    "ru": (Guarded(r" (?:\w+ )?и (?:более|больше|старше|выше)\b"), Guarded(r" (?:\w+ )?и (?:менее|меньше|младше)\b")),
    "tk": (
        Guarded(
            rf"-?(?:{_UNIT}[^\W\d]*)?d[ae]n (?:(?:gowrak|artyk|köp|ýokary|uly)(?! (?:bolmadyk|däl|bolmaly däl))"
            r"|(?:az|kem|pes|kiçi) (?:bolmadyk|däl|bolmaly däl))"
        ),
        Guarded(
            rf"-?(?:{_UNIT}[^\W\d]*)?d[ae]n (?:(?:az|kem|pes|kiçi)(?! (?:bolmadyk|däl|bolmaly däl))"
            r"|(?:artyk|köp|ýokary|uly) (?:bolmadyk|däl|bolmaly däl))"
            rf"|-?{_UNIT}[^\W\d]*[aeä] çenli (?!\w*(?:ýokarlan|art|azal|pesel|köpel|ýet|ös|gysgal))"
        ),
    ),
    "ja": (
        Guarded("[^0-9。、以未超上下]{0,8}?(?:以上|を?超(?!えな|えま|えては)|を上回|余り)"),
        Guarded(
            "[^0-9。、以未超上下]{0,8}?(?:以下|未満|以内|を?超えな|を?超えません|を?超えては|を下回|に満たない|足らず)"
        ),
    ),
}
_NEAR = 40


def turned(pair: Pair) -> Iterator[Finding]:
    """Limits of one number that the texts have on different sides."""
    ours = _bounds(pair.source_prose, pair.source_locale, pair.source_language)
    theirs = _bounds(pair.target_prose, pair.target_locale, pair.target_language) if ours else {}
    for value in (value for value in ours if value in theirs):
        (one, _), (other, number) = ours[value], theirs[value]
        if one != other:
            message = f"the source has {one} {value}, the translation has {other} {value}"
            yield Finding(message, (number.start, number.end), "compare it with the source")


@lru_cache(maxsize=256)
def _bounds(text: str, locale: LocaleTag, language: str) -> dict[Decimal, tuple[str, Number]]:
    """The numbers that a text has once, with a limit, by their value."""
    low = text.lower()
    if language not in _BEFORE or len(low) != len(text) or not holds(low, _needles(language)):
        return {}
    numbers = [number for number in read(text, locale).numbers if len(number.values) == 1]
    times = Counter(number.values[0] for number in numbers)
    found = ((number, _bound(low, number, language)) for number in numbers if times[number.values[0]] == 1)
    return {number.values[0]: (bound, number) for number, bound in found if bound}


@cache
def _needles(language: str) -> tuple[str, ...]:
    """What a text with a limit has: many have none."""
    every = (*_BEFORE[language], *_BEHIND[language], *((_TO,) if language == "ru" else ()))
    return tuple(dict.fromkeys(needle for one in every for needle in one.needles))


def _bound(text: str, number: Number, language: str) -> str | None:
    before = text[max(0, number.start - _NEAR) : number.start]
    end = number.end - len("dan") * text.endswith(("dan", "den"), number.start, number.end)
    behind = text[end : end + _NEAR]
    least, most = _BEFORE[language]
    more, less = _BEHIND[language]
    told = {_LEAST} if least.search(before) or more.match(behind) else set()
    if most.search(before) or less.match(behind) or (language == "ru" and _TO.search(before)):
        told.add(_MOST)
    return told.pop() if len(told) == 1 else None
