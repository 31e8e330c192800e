"""Words of the tables in the place of others: countries, cities, ranks, parts of a year, opposites."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from i18n.checks import vocabulary
from i18n.checks.frame import Finding, Pair
from i18n.checks.vocabulary import LANGUAGES, Named, named, swaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = ("country", "place", "firm", "organisation", "office", "body", "bank", "document", "visit")
_SUBJECTS = ("field", "commodity", "kin", "people")
_PERIODS = "periods"
_TABLES = ("economy", "life", "society")
"""Tables all parts of which hold subjects: what a text is about, such as diseases, taxes or sports."""
_OF_THE_UN = (
    *("UNDP", "UNICEF", "UNFPA", "UNHCR", "UNODC", "UNEP", "UNECE", "ESCAP", "FAO", "WFP"),
    *("UNIDO", "UNCTAD", "UNITAR", "UNOPS", "UNAIDS", "OHCHR", "ECOSOC", "UN Women", "UN-Habitat"),
    "UN Human Rights Council",
    *("UN Security Council", "UN General Assembly"),
)
_ONE_IN_ANOTHER = frozenset(
    frozenset(couple)
    for couple in (
        ("chancellor", "prime minister"),  # 首相 of Germany
        ("governor", "mayor"),  # häkim
        ("governor", "chairman"),  # of a bank
        ("president", "chairman"),  # of a company
        ("rector", "president"),
        ("deputy chairman", "deputy prime minister"),
        ("deputy chairman", "vice president"),
        ("Council of Europe", "European Council"),  # Ýewropa Geňeşi
        ("secretary", "secretary-general"),
        ("counsellor", "minister-counsellor"),
        *(("director", head) for head in ("chairman", "rector", "dean", "president", "secretary-general")),
        ("deputy director", "deputy chairman"),
        ("professor", "academician"),  # one person's titles
        ("hospital", "clinic"),  # hassahana
        ("school", "university"),  # 大学校
        ("state bank", "commercial bank"),  # döwlet täjirçilik banky
        ("convention", "contract"),  # şertnama
        ("constitution", "charter"),  # of an organisation: устав, 憲章
        ("decree", "resolution"),  # karar
        *(("United Nations", part) for part in _OF_THE_UN),  # written out in a way that the table does not have
    )
)
"""Ranks and bodies that one language has one word for."""


_FIRM = ("memorandum", "constitution")
"""Documents that have one name in each language."""

_HINT = "compare it with the source"


def subjects(pair: Pair) -> Iterator[Finding]:
    """Another place, office, document, disease, sport and so on, in the place of that of the source."""
    if _can_be_read(pair):
        source, target = _named(pair)
        yield from _lost(source, target)
        yield from _found(_parts(), source, target)


def swapped(pair: Pair, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """What the translation has in the place of something of the same kind that the source has.

    :param kinds: parts of the table of periods. Most texts name none, and need not be read for all that tables have.
    """
    if _can_be_read(pair) and all(vocabulary.may_name(*text, _PERIODS, kinds) for text in _texts(pair)):
        yield from _found(_places(kinds), *_named(pair))


def opposites(pair: Pair) -> Iterator[Finding]:
    """Words that turn a statement around, in the place of their opposites."""
    if _can_be_read(pair):
        yield from _found(_axes(), *_named(pair), loosely=True)


@cache
def _parts() -> Mapping[str, int]:
    further = (kind for table in _TABLES for kind in vocabulary.kinds(table))
    return _places(tuple(dict.fromkeys((*_NAMES, *_SUBJECTS, *further))))


@cache
def _axes() -> Mapping[str, int]:
    return _places((*vocabulary.kinds("opposites"), *vocabulary.kinds("contrasts")))


@cache
def _places(kinds: tuple[str, ...]) -> Mapping[str, int]:
    """In which place each of these kinds is told."""
    return {kind: place for place, kind in enumerate(kinds)}


def _can_be_read(pair: Pair) -> bool:
    return not pair.monolingual and {pair.source_language, pair.target_language} <= set(LANGUAGES)


_Found = dict[str, list[Named]]


def _named(pair: Pair) -> tuple[_Found, _Found]:
    source, target = _texts(pair)
    return named(*source), named(*target)


def _texts(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.source_prose, pair.source_language), (pair.target_prose, pair.target_language)


def _lost(source: _Found, target: _Found) -> Iterator[Finding]:
    found = {one.concept for one in target.get("document", [])}
    said = dict.fromkeys(one.concept for one in source.get("document", []) if one.sure)
    for concept in said if not found else ():
        if concept in _FIRM:
            yield Finding(f"the source has {concept}, the translation does not")


def _found(kinds: Mapping[str, int], source: _Found, target: _Found, *, loosely: bool = False) -> Iterator[Finding]:
    for kind in sorted(kinds.keys() & source.keys() & target.keys(), key=kinds.__getitem__):
        for was, now in swaps(source[kind], target[kind], loosely=loosely):
            if frozenset((was, now.concept)) not in _ONE_IN_ANOTHER:
                message = f"the source has {was}, the translation has {now.concept}"
                yield Finding(message, (now.start, now.end), _HINT)
