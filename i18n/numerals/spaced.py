"""Numbers of languages that write spaces between words: English, Russian, Turkmen, and any other for its digits."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from i18n.numerals import shared
from i18n.numerals.clock import find_times, numbers_of
from i18n.numerals.dates import find_dates
from i18n.numerals.items import Item
from i18n.numerals.literals import has_figures, roman
from i18n.numerals.reader import Reader
from i18n.numerals.values import Date, Figures, Number
from i18n.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from i18n.numerals.lexicon import Lexicon

_TOKEN = late(r"(?P<n>\d+(?:[.,]\d+)*)|(?P<w>[^\W\d_]+)|(?P<s>[^\w\s\0])")
_KNOWN = 8192
"""Words that are known to be a number or none."""
_FIGURE = late(r"\d")
_AHEAD = 6
_WORD = late(r"[^\W\d_]+")


@lru_cache(maxsize=_KNOWN)
def tells(words: Lexicon, word: str) -> bool:
    """Whether a word can be a month, a number or a part of one. Most words are none, and texts repeat them."""
    lower = word.lower()
    if lower in words.months or lower in words.number_words or lower in words.half or lower in words.loose:
        return True
    return roman(word.upper()) is not None or bool(words.compounds and words.compounds.match(lower))


def _ranged(number: Number, items: list[Item], place: int, words: Lexicon) -> Number:
    """The first number of *6.1 to 7 million* can be millions too."""
    ahead = items[place + 1 : place + 3]
    if len(ahead) < 2 or number.weight != "figure" or not ahead[1].number:
        return number
    factor = words.scales.get(ahead[1].text.rpartition(" ")[2].lower())
    if factor is None or not (ahead[0].text == "-" or ahead[0].text.lower() in words.range_words):
        return number
    return number._replace(values=(*number.values, *(value * factor for value in number.values)))


def _near_figures(text: str) -> Iterator[re.Match[str]]:
    """The tokens that a reader looks at where no word tells: of each figure what it hangs together with and some more.

    It looks back as far as there is no space, and no further ahead than at four tokens.
    """
    done = 0
    for figure in _FIGURE.finditer(text):
        left = _AHEAD if figure.start() >= done else 0
        start = max(done, text.rfind(" ", done, figure.start()) + 1)
        for token in _TOKEN.finditer(text, start) if left else ():
            if token.start() > figure.start():
                left = _AHEAD if token.lastgroup == "n" else left - 1
            if left == 0:
                break
            done = token.end()
            yield token


def read_spaced(text: str, words: Lexicon, language: str) -> Figures:
    """The figures of ``text``, which is folded (see ``literals.folded``)."""
    figures = has_figures(text)
    telling = frozenset([word for word in {*_WORD.findall(text)} if tells(words, word)])
    if not figures and not telling:
        return Figures()
    dates: list[Date] = []
    numbers: list[Number] = []
    if figures:
        dates = list(shared.numeric_dates(text))
        text = shared.blanked(text, [(date.start, date.end) for date in dates])
        numbers = list(shared.telephones(text))
        text = shared.blanked(text, [(number.start, number.end) for number in numbers])
    times = find_times(text, words, language)
    numbers += [number for time in times for number in numbers_of(time, text)]
    text = shared.blanked(text, [(time.start, time.end) for time in times])
    found_in = _TOKEN.finditer(text) if telling else _near_figures(text)
    tokens = [Item(match.lastgroup or "", match[0], *match.span()) for match in found_in]
    items = Reader(text, words, tokens, telling).items()
    found, used = find_dates(items, words)
    numbers += [
        _ranged(item.number, items, place, words)
        for place, item in enumerate(items)
        if item.number and place not in used
    ]
    numbers.sort(key=lambda number: number.start)
    ordered = sorted([*dates, *found], key=lambda date: (date.start, date.day or 0))
    return Figures(tuple(numbers), tuple(ordered), times=tuple(times))
