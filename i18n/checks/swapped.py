"""Words of the tables in the place of others: countries, cities, ranks, parts of a year, opposites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.frame import Finding, Pair
from i18n.checks.vocabulary import LANGUAGES, Named, named, swaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.problems import Severity

SUBJECTS = ("field", "commodity", "kin", "people")
NAMES = ("country", "place", "firm", "organisation", "office", "body", "bank", "document", "visit", *SUBJECTS)
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
        ("school", "university"),  # 大学校
        ("state bank", "commercial bank"),  # döwlet täjirçilik banky
        ("convention", "contract"),  # şertnama
        ("decree", "resolution"),  # karar
        *(("United Nations", part) for part in _OF_THE_UN),  # written out in a way that the table does not have
    )
)
"""Ranks and bodies that one language has one word for."""


_FIRM = ("memorandum", "constitution")
"""Documents that have one name in each language."""


def _lost(source: dict[str, list[Named]], target: dict[str, list[Named]]) -> Iterator[Finding]:
    found = {one.concept for one in target.get("document", [])}
    said = dict.fromkeys(one.concept for one in source.get("document", []) if one.sure)
    for concept in said if not found else ():
        if concept in _FIRM:
            yield Finding(f"the source has {concept}, the translation does not")


def swapped(pair: Pair, kinds: tuple[str, ...] = NAMES, severity: Severity | None = None) -> Iterator[Finding]:
    """What the translation has in the place of something of the same kind that the source has."""
    if pair.monolingual or not {pair.source_language, pair.target_language} <= set(LANGUAGES):
        return
    source, target = named(pair.source_prose, pair.source_language), named(pair.target_prose, pair.target_language)
    if kinds is NAMES and source:
        yield from _lost(source, target)
    for kind in kinds if source and target else ():
        if kind not in source or kind not in target:
            continue
        for was, now in swaps(source[kind], target[kind]):
            if frozenset((was, now.concept)) not in _ONE_IN_ANOTHER:
                message = f"the source has {was}, the translation has {now.concept}"
                yield Finding(message, (now.start, now.end), severity=severity)
