"""Currencies of one name that several countries have: Canadian dollars are no dollars of the United States."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks import vocabulary
from i18n.checks.currency_words import CODES, OF, QUALIFIERS
from i18n.checks.frame import Finding, Pair
from i18n.checks.measure_words import LANGUAGES, MONEY
from i18n.needles import Guarded
from i18n.patterns import late, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BEHIND = late(r"\.?[\s\u00a0](?:(?P<us>сша\b)|(?P<gb>стерлинг|sterling)|(?P<cfa>кфа\b|cfa\b))")
_SAID_BEHIND = {"us": "United States", "gb": "United Kingdom", "cfa": "CFA"}
_START = {"en": r"(?<![^\W\d_])", "ru": r"(?<![^\W\d_])", "tk": r"(?<![^\W\d_])", "ja": ""}
_NO_LETTER = r"(?![^\W\d_])"
_SPACE = r"[\s\u00a0-]"
_JOINT = {
    "en": _SPACE,
    "ru": _SPACE,
    # Kanadanyň 5 million dollary
    "tk": rf"{_SPACE}{{1,2}}(?:[\d.,\s]{{0,12}}\d(?:{_SPACE}(?:müň|mln|mlrd|million|milliard)\.?)?{_SPACE})?",
    "ja": "・?",
}
_NEAR = 36
"""Characters before a currency in which its country stands."""


class _Currency(NamedTuple):
    name: str
    country: str
    """Whose it is; empty where the text does not say."""
    start: int
    end: int


def unlike(pair: Pair) -> Iterator[Finding]:
    """Currencies of one country where the other text has those of another, or plain ones."""
    texts = (pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)
    source = _currencies(*texts[0])
    target = _currencies(*texts[1]) if source else ()
    for name in dict.fromkeys(one.name for one in source):
        mine, theirs = ({one.country: one for one in some if one.name == name} for some in (source, target))
        lost = [one for one in mine if one not in theirs and not _meant(one, theirs, name, *texts[1])]
        added = [one for one in theirs if one not in mine and not _meant(one, mine, name, *texts[0])]
        if theirs and (lost or added):
            at = theirs[added[0]] if added else next(iter(theirs.values()))
            message = f"the source has {_said(name, mine)}, the translation has {_said(name, theirs)}"
            yield Finding(message, (at.start, at.end))


def _meant(country: str, others: Mapping[str, _Currency], name: str, text: str, language: str) -> bool:
    """Whether a text that does not put the country before the currency means its currency all the same."""
    if not country:
        return True
    if "" not in others:
        return False
    found = vocabulary.named(text, language)
    named = (one.concept for kind in ("country", "place") for one in found.get(kind, ()))
    return country == OF[name][0] or country in named


def _said(name: str, countries: Iterable[str]) -> str:
    return " and ".join(f"{name} ({one})" if one else name for one in sorted(countries))


@lru_cache(maxsize=256)
def _currencies(text: str, language: str) -> tuple[_Currency, ...]:
    """The currencies that a text names, with their countries."""
    lower = text.lower()
    if language not in LANGUAGES or len(lower) != len(text):
        return ()
    found = []
    words, names = _words(language)
    for match in words.finditer(lower):
        if match[0] not in CODES:
            name = names[match.lastindex or 0]
            found.append(_Currency(name, _country(name, lower, match, language), *match.span()))
    for code in _codes(language).finditer(lower):
        found.append(_Currency(*CODES[code[0]], *code.span()))
    return tuple(found)


def _country(name: str, lower: str, match: re.Match[str], language: str) -> str:
    if behind := _BEHIND.match(lower, match.end()):
        return _SAID_BEHIND[behind.lastgroup or ""]
    countries, names = _before(name, language)
    before = countries.search(lower[max(0, match.start() - _NEAR) : match.start()])
    return names[before.lastindex or 0] if before else ""


@cache
def _before(name: str, language: str) -> tuple[re.Pattern[str], list[str]]:
    """The countries of a currency, before its word, and by the groups of the expression their names."""
    at = LANGUAGES.index(language)
    known = [one for one in OF[name] if one]
    some, rows = told_apart(QUALIFIERS[one][at] for one in known)
    return re.compile(f"{_START[language]}{some}{_JOINT[language]}\\Z"), [known[row] for row in rows]


@cache
def _words(language: str) -> tuple[re.Pattern[str], list[str]]:
    at = LANGUAGES.index(language)
    words, rows = told_apart((MONEY[name][at].replace(";", "|") for name in OF), "" if language == "ja" else _NO_LETTER)
    known = list(OF)
    return re.compile(_START[language] + words), [known[row] for row in rows]


@cache
def _codes(language: str) -> Guarded:
    return Guarded(rf"{_START[language]}(?:{'|'.join(map(re.escape, CODES))}){_NO_LETTER}")
