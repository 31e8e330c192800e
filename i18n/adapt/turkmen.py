"""Endings of Turkmen behind numbers and names: vowel harmony, and the cases where spelling leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping

Cases = Mapping[str, str]
"""The forms of a word by the name of their case."""

_BACK, _FRONT = "aouy", "äeiöü"
_VOWELS = _BACK + _FRONT
_BACK_DIGITS, _BACK_TENS = frozenset((6, 9)), frozenset((1, 3, 4, 6, 9))
_CHANGING = "ptkç"
"""Letters that become b, d, g, j before a vowel in some words, and in others do not."""
_ORDINAL = re.compile(r"(-?)nj[iy](.*)", re.DOTALL)
_MONTHS = "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr".split()
_BACK_ENDINGS = " y ynyň yna yny ynda yndan yndaky yň a da dan daky".split(" ")
_FRONT_ENDINGS = " i iniň ine ini inde inden indäki iň e de den däki".split(" ")


def is_back(number: int) -> bool:
    """Whether the last word of a number, as it is read, has back vowels: *altynjy*, *onunjy*, but *bäşinji*.

    CLDR's rule leaves out 30, 40, 60, 90 and the years that end so.
    """
    if number % 10:
        return number % 10 in _BACK_DIGITS
    if number % 100:
        return number // 10 % 10 in _BACK_TENS
    return number != 0 and number % 1_000_000 == 0


def last_word(number: int) -> tuple[int, int]:
    """What the last word of a number names: 5 of 25, 20 of 120, the thousand of 12 000."""
    for power in (1, 2, 3, 6, 9, 12):
        if number % 10**power:
            return (power, number // 10 ** (power - 1) % 10) if power < 3 else (power, 0)
    return 0, 0


def ending(old: str, was: int, now: int) -> str | None:
    """What stands behind the digits of ``now`` as ``old`` does behind those of ``was``; None where that is in doubt."""
    if ordinal := _ORDINAL.fullmatch(old):
        if old.startswith(f"{ordinal[1]}nj{'y' if is_back(was) else 'i'}") and (
            not ordinal[2] or is_back(was) == is_back(now)
        ):
            return f"{ordinal[1]}nj{'y' if is_back(now) else 'i'}{ordinal[2]}"
        return None
    if not old or old.startswith(" "):
        return old
    return old if last_word(was) == last_word(now) else None


def month(written: str, was: int, now: int) -> str | None:
    """Another month in the same case; None for a word that is no known form."""
    name = _MONTHS[was - 1]
    if not written.lower().startswith(name):
        return None
    old_endings, new_endings = (_FRONT_ENDINGS if at == 4 else _BACK_ENDINGS for at in (was, now))
    tail = written[len(name) :]
    if tail not in old_endings:
        return None
    new = _MONTHS[now - 1]
    new = new[0].upper() + new[1:] if written[0].isupper() else new
    return new + new_endings[old_endings.index(tail)]


def cases(name: str) -> Cases:
    """The cases of a name that are certain. The bare form can be the dative of a name in *a*."""
    small = name.lower()
    vowels = [letter for letter in small if letter in _VOWELS]
    if not vowels:
        return {}
    back, last = vowels[-1] in _BACK, small[-1]
    a, y = ("a", "y") if back else ("e", "i")
    found = {"nominative": name, "locative": f"{name}d{a}", "ablative": f"{name}d{a}n"}
    found["of the place"] = f"{name}d{'a' if back else 'ä'}k{y}"
    if last in "aeyi":
        stem = f"{name[:-1]}ä" if last == "e" else name
        found |= {"genitive": f"{stem}n{y}ň", "accusative": f"{stem}n{y}"}
        if last != "i":
            found["dative"] = f"{name[:-1]}{'a' if back else 'ä'}"
    elif last in _VOWELS:
        found |= {"genitive": f"{name}n{y}ň", "accusative": f"{name}n{y}"}
        del found["nominative"]  # its dative is not sure, and may look the same
    elif last not in _CHANGING and not (len(vowels) == 1 and vowels[0] in "ouöü"):
        found |= {"genitive": f"{name}{y}ň", "accusative": f"{name}{y}", "dative": f"{name}{a}"}
    return found
