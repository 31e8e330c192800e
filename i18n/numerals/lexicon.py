"""The number words, months and relative words of one language, read from the table beside this file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from i18n.needles import Guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "ja", "ru", "tk")
"""The languages that have a table."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the words of one language mean. Words are lower case. There is one for each language."""

    decimal: str = "."
    """The decimal sign."""
    group: str = ","
    """Every sign that may stand between groups of three digits."""
    cardinals: dict[str, Decimal] = field(default_factory=dict)
    ordinals: dict[str, Decimal] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    number_words: frozenset[str] = frozenset()
    """Every word that a number can begin with: the keys of the three above."""
    loose: dict[str, tuple[Decimal, ...]] = field(default_factory=dict)
    compounds: re.Pattern[str] | None = None
    """A compound word; its first group is a key of ``prefixes``."""
    prefixes: dict[str, Decimal] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    unsure_months: frozenset[str] = frozenset()
    month_leads: frozenset[str] = frozenset()
    capital_months: frozenset[str] = frozenset()
    name_months: frozenset[str] = frozenset()
    """Months that are persons' names where they have a capital letter."""
    joiners: frozenset[str] = frozenset()
    range_words: frozenset[str] = frozenset()
    of_words: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    half_leads: frozenset[str] = frozenset()
    """What may stand before the half in *two and a half*."""
    eras: dict[str, int] = field(default_factory=dict)
    relative: tuple[tuple[str, Guarded], ...] = ()
    known: bool = False


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language (``ru``); digits only where the language has no table."""
    if language not in LANGUAGES:
        return Lexicon()
    # Here and not above: importing the checks must stay cheap for commands that do not run them.
    import tomllib

    table = tomllib.loads((get_data(__package__, f"{language}.toml") or b"").decode())
    cardinals, ordinals = dict(_cardinals(table)), dict(_ordinals(table))
    scales = dict(_numbers(table.get("scales", {}), table.get("scale_endings", "")))
    return Lexicon(
        decimal=table["decimal"],
        group=table["group"],
        cardinals=cardinals,
        ordinals=ordinals,
        scales=scales,
        number_words=frozenset((*cardinals, *ordinals, *scales)),
        loose=_grouped(_numbers(table.get("loose", {}))),
        compounds=_compounds(table),
        prefixes=_prefixes(table),
        months=dict(_months(table)),
        **{name: frozenset(table.get(name, "").split()) for name in _WORD_SETS},
        eras=table.get("eras", {}),
        relative=tuple((part, Guarded(words)) for part, words in table["relative"].items()),
        known=True,
    )


_WORD_SETS = (
    "unsure_months",
    "month_leads",
    "capital_months",
    "name_months",
    "joiners",
    "range_words",
    "of_words",
    "half",
    "half_leads",
)


def _numbers(table: dict[str, str], endings: str = "") -> Iterator[tuple[str, Decimal]]:
    """Every form with its number: the words themselves, or with each ending where endings are given."""
    for number, words in table.items():
        for word in words.split():
            for ending in ["", *endings.split()]:
                yield word + ending, Decimal(number)


def _cardinals(table: dict[str, Any]) -> Iterator[tuple[str, Decimal]]:
    yield from _numbers(table.get("cardinals", {}), table.get("cardinal_endings", ""))
    yield from _numbers(table.get("cardinal_forms", {}))


def _ordinals(table: dict[str, Any]) -> Iterator[tuple[str, Decimal]]:
    endings = table.get("ordinal_endings", "")
    yield from _numbers(table.get("ordinal_stems", {}), endings)
    yield from _numbers(table.get("ordinal_forms", {}))
    bare = "ordinal_stems" in table or not endings
    for form, number in _numbers(table.get("ordinals", {}), endings):
        if bare or form not in table["ordinals"][str(number)].split():
            yield form, number


def _months(table: dict[str, Any]) -> Iterator[tuple[str, int]]:
    endings = ["", *table.get("month_endings", "").split()]
    for month, words in enumerate(table.get("months", ()), 1):
        for word in words.split():
            yield from ((word + ending, month) for ending in endings)


def _prefixes(table: dict[str, Any]) -> dict[str, Decimal]:
    """What a compound word can begin with: every number word, and the forms that stand nowhere else."""
    if "compound_parts" not in table:
        return {}
    return dict(_numbers(table["cardinals"])) | dict(_numbers(table["prefixes"]))


def _compounds(table: dict[str, Any]) -> re.Pattern[str] | None:
    prefixes = sorted(_prefixes(table), key=lambda word: (-len(word), word))
    if not prefixes:
        return None
    return re.compile(f"({'|'.join(prefixes)})(?:{'|'.join(table['compound_parts'].split())})")


def _grouped(pairs: Iterator[tuple[str, Decimal]]) -> dict[str, tuple[Decimal, ...]]:
    result: dict[str, tuple[Decimal, ...]] = {}
    for word, number in pairs:
        result[word] = (*result.get(word, ()), number)
    return result
