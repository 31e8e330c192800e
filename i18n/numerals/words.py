"""Numbers in words: *two hundred and fifty*, «двадцать третьего», "müň dokuz ýüz togsan bäş"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from i18n.numerals.items import Item
    from i18n.numerals.lexicon import Lexicon
    from i18n.numerals.values import Weight

_HUNDRED = Decimal(100)


def spell_out(tokens: list[Item], at: int, text: str, words: Lexicon) -> tuple[Decimal, bool, int, Weight] | None:
    """The number that begins at ``tokens[at]``: its value, whether it is an ordinal, how many tokens, its weight.

    A scale word alone (*millions*) is loose: it is no exact number.
    """
    total, current, limit = Decimal(0), Decimal(0), Decimal(10) ** 18
    count, place, ordinal, exact = 0, at, False, False
    while not ordinal and place < len(tokens) and (place == at or _joined(tokens, place, text)):
        word = tokens[place].text.lower()
        place += 1
        if tokens[place - 1].kind == "s" or (word in words.joiners and total + current >= _HUNDRED):
            continue
        if (scale := words.scales.get(word)) and (scale == _HUNDRED) and current < 10:
            current, exact = (current or 1) * scale, exact or bool(current)
        elif scale and scale > _HUNDRED and scale < limit:
            total, current, limit = total + (current or 1) * scale, Decimal(0), scale
        elif scale and scale < 1 and count:  # eight hundredths
            return (total + current) * scale, False, place - at, "word"
        elif (value := _value(word, words)) is not None and _fits(current, value[0]) and (count == 0 or value[0]):
            current, ordinal, exact = current + value[0], value[1], True
        else:
            break
        count = place - at
    if not count:
        return None
    return total + current, ordinal, count, "word" if exact else "loose"


def _joined(tokens: list[Item], place: int, text: str) -> bool:
    gap = text[tokens[place - 1].end : tokens[place].start]
    if tokens[place].text == "-":
        return gap == "" and place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end
    return tokens[place].kind == "w" and gap in ("", " ")


def _value(word: str, words: Lexicon) -> tuple[Decimal, bool] | None:
    if (cardinal := words.cardinals.get(word)) is not None:
        return cardinal, False
    ordinal = words.ordinals.get(word)
    return None if ordinal is None else (ordinal, True)


def _fits(current: Decimal, value: Decimal) -> bool:
    """Whether ``value`` can follow ``current`` in one number: twenty three, "on bir", two hundred five."""
    if not current:
        return True
    if value != value.to_integral_value() or current != current.to_integral_value():
        return False
    tail = current % 100
    if value < 10:
        return tail == 0 or (tail >= 10 and tail % 10 == 0)
    return tail == 0 if value < 100 else current % 1000 == 0 and value < 1000
