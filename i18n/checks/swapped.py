"""Names of the world at large in the place of others: countries, cities, organisations and ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.frame import Finding, Pair
from i18n.checks.vocabulary import LANGUAGES, named, swaps

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = ("country", "place", "organisation", "office", "body")
_OF_THE_UN = (
    *("UNDP", "UNICEF", "UNFPA", "UNHCR", "UNODC", "UNEP", "UNECE", "ESCAP", "FAO", "WFP"),
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
        ("school", "university"),  # 大学校
        *(("United Nations", part) for part in _OF_THE_UN),  # written out in a way that the table does not have
    )
)
"""Ranks and bodies that one language has one word for."""


def swapped(pair: Pair) -> Iterator[Finding]:
    """What the translation names in the place of something of the same kind that the source names."""
    if pair.monolingual or not {pair.source_language, pair.target_language} <= set(LANGUAGES):
        return
    texts = named(pair.source_prose, pair.source_language), named(pair.target_prose, pair.target_language)
    for kind in _KINDS:
        for was, now in swaps(texts, kind):
            if frozenset((was, now.concept)) not in _ONE_IN_ANOTHER:
                yield Finding(f"the source has {was}, the translation has {now.concept}", (now.start, now.end))
