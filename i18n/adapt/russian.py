"""Endings of Russian behind numbers and names, where they are certain."""

from __future__ import annotations

import re
from decimal import Decimal

_MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_SOFT, _HARD, _MAY = ("ь я е ю ём".split(), ["", *"а е у ом".split()], "й я е ю ем".split())
_CALENDAR = {3: _HARD, 8: _HARD, 5: _MAY}
_ORDINAL_TAILS = frozenset(("-й", "-го", "-му", "-м", "-я", "-ю", "-е"))
_LEADS = frozenset("в во с со к ко о об обо".split())
_ABOUT = ("о", "об", "обо")
_BEFORE_VOWELS = "аэиоу"
"""Vowels that no consonant leads: я is read йа."""
_VOWELS = "аеёиоуыэюя"
_LAST_WORD = re.compile(r"([а-яё]+)[\s\u00a0«„]*\Z", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"(?:\s?[–—-]\s?\d{4})?[\s\u00a0]*(?:год|гг?\.)")
_COUNTS_NOTHING = re.compile(r"[№#][\s\u00a0]*\Z")
# An ending that tells the word's class: then every case of one word shows that of another.
_CLASSES = (
    (re.compile(r"[а-яё]+ия\Z"), 1, ("я", "и", "ю", "ей")),
    (re.compile(r"[а-яё]+(?:стан|бад|кент)\Z"), 0, ("", "а", "у", "ом", "е")),
)
_SURNAME = (re.compile(r"[а-яё]+[оеё]в\Z"), 0, ("", "а", "у", "ым", "е"))
# Without those whose last vowel goes: Павел, Павла.
_FIRST_NAME = (re.compile(r"[а-яё]*(?:[^еёо][бвгдзклмнпрстф]|[еёо][бвгдзмпстф])\Z"), 0, _CLASSES[1][2])


def agrees(was: Decimal, now: Decimal, before: str, behind: str) -> bool:
    """Whether the words around a number may stay: what is counted has the same form, and so has what leads it."""
    if not lead_stays(was, now, before):
        return False
    years = all(1000 <= one <= 2999 for one in (was, now)) and _YEAR_BEHIND.match(behind)
    return bool(years or behind.startswith("%") or _COUNTS_NOTHING.search(before)) or _plural(was) == _plural(now)


def lead_stays(was: Decimal | int, now: Decimal | int, before: str) -> bool:
    """Whether the preposition in front of a number fits another: «с 3 января», but «со 2 января»."""
    if about(before):
        return False
    return _lead(before) not in _LEADS or not (_begins_with_cluster(was) or _begins_with_cluster(now))


def about(before: str) -> bool:
    """Whether «о» or «об» leads what follows: it depends on how that begins."""
    return _lead(before) in _ABOUT


def _lead(before: str) -> str:
    word = _LAST_WORD.search(before)
    return word[1].lower() if word else ""


def _begins_with_cluster(number: Decimal | int) -> bool:
    """Whether it is read *второй* or *сто*, which ask for «со», «ко» and «во»."""
    leading = int(number)
    while leading >= 1000:
        leading //= 1000
    return number == 2 or 100 <= leading < 200


def _plural(number: Decimal) -> str:
    if number != number.to_integral_value():
        return "other"
    tens, ones = int(number) % 100, int(number) % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "many"


def ending(old: str) -> str | None:
    """What stands behind the digits of any number as it does behind those of another; None where that is in doubt."""
    return old if old in _ORDINAL_TAILS or not old or old.startswith(" ") else None


def month(written: str, was: int, now: int) -> str | None:
    """Another month in the same case; None for a word that is no known form."""
    stem = _MONTHS[was - 1]
    tail = written.lower().removeprefix(stem)
    endings = _CALENDAR.get(was, _SOFT)
    if not written.lower().startswith(stem) or tail not in endings:
        return None
    new = _MONTHS[now - 1] + _CALENDAR.get(now, _SOFT)[endings.index(tail)]
    return new.capitalize() if written[0].isupper() else new


def name(written: str, was: str, now: str, before: str, *, person: bool) -> str | None:
    """Another name in the same case: only where both are of one gender and declined alike.

    :param before: the text in front of the name.
    """
    if not _leads_both(_lead(before), was, now):
        return None
    words, old, new = written.split(" "), was.split(" "), now.split(" ")
    classes = (_FIRST_NAME, _SURNAME) if person else (None,)
    if not len(words) == len(old) == len(new) == len(classes):
        return None
    made = [_declined(*one) for one in zip(words, old, new, classes, strict=True)]
    return " ".join(filter(None, made)) if all(made) else None


_Class = tuple[re.Pattern[str], int, tuple[str, ...]]


def _declined(written: str, was: str, now: str, fixed: _Class | None) -> str | None:
    for pattern, cut, endings in (fixed,) if fixed else _CLASSES:
        if pattern.match(was.lower()) and pattern.match(now.lower()):
            stem, new = was[: len(was) - cut], now[: len(now) - cut]
            tail = written.removeprefix(stem)
            return new + tail if written.startswith(stem) and tail in endings else None
    return None


def _leads_both(lead: str, was: str, now: str) -> bool:
    """Whether a preposition fits two names: «в Японии», but «во Франции»; «о Японии», but «об Италии»."""
    if lead in _ABOUT:
        return (was[:1].lower() in _BEFORE_VOWELS) == (now[:1].lower() in _BEFORE_VOWELS)
    return lead not in _LEADS or not any(_begins_with_consonants(one.lower()) for one in (was, now))


def _begins_with_consonants(name: str) -> bool:
    return all(letter not in _VOWELS for letter in name[:2])
