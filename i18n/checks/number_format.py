"""The writing of numbers: 1,5 in Russian and Turkmen, 1.5 in English and Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.amounts import is_unit
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.numerals import Number, read

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN_WAY = {"en": "1,234.5", "ja": "1,234.5", "ru": "1 234,5", "tk": "1 234,5"}


def _run(pair: Pair) -> Iterator[Finding]:
    way = _OWN_WAY.get(pair.target_language)
    if way is None or pair.monolingual:
        return
    doubtful = [number for number in read(pair.target_prose, pair.target_locale).numbers if number.foreign]
    if not doubtful:
        return
    meant = {value for number in read(pair.source_prose, pair.source_locale).numbers for value in number.values}
    for number in doubtful:
        behind = pair.target_prose[number.end : number.end + 24].lower()
        if _misread(number, behind) and meant.intersection(number.foreign) and not meant.intersection(number.values):
            yield Finding(
                f"{number.text} is not how this language writes the number; a reader may take it for another",
                (number.start, number.end),
                f"write it in the way of {way}",
            )


def _misread(number: Number, following: str) -> bool:
    """Whether the writing is more than a section or version number such as 5.1, which all languages share."""
    if is_unit(following, "ru") or is_unit(following, "tk"):
        return True
    scaled = number.text[-1].isalpha() and not number.ordinal
    return number.weight == "figure" and (bool(number.values) or "," in number.text or scaled)


NUMBER_FORMAT = Check(
    "H234",
    "number-format",
    "Russian and Turkmen write 1 234,5, English and Japanese 1,234.5. A number that keeps the writing of another "
    "language can be read as a different number.",
    2,
    _run,
    (
        Example("en", "ru", "1,234 people came", "пришли 1 234 человека", False),
        Example("en", "ru", "1,234 people came", "пришли 1,234 человека", True),
        Example("ru", "en", "1,5 млн долларов", "1.5 million dollars", False),
        Example("ru", "en", "1,5 млн долларов", "1,5 million dollars", True),
        Example("en", "ru", "by 7.5 per cent", "на 7.5 процента", True),
        Example("en", "tk", "Article 5.1", "5.1-nji madda", False),
    ),
)
