"""Another day in the place of one, part by part, in the grammar that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from i18n.adapt import russian, turkmen
from i18n.adapt.figures import en_ordinal
from i18n.adapt.slots import Days
from i18n.numerals import MONTHS
from i18n.numerals.lexicon import lexicon

_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_WORDS = re.compile(r"(\d+)((?:-?(?:st|nd|rd|th|nj[iy]|го|е|й|м|му)\w*)?)|[^\W\d_]+")
_JAPANESE = re.compile(r"(令和|平成|昭和|大正|明治)?(\d{1,4})([年月日]?)")
_ERAS = re.compile("令和|平成|昭和|大正|明治")


class Change(NamedTuple):
    """From one day, or some, to others. The two are of one shape."""

    old: Days
    new: Days

    def year(self, value: int) -> int | None:
        """The year in the place of another; None for one that is none of the old."""
        return self.new.years[0] if self.old.years[0] == value else None

    def month(self, value: int) -> int | None:
        return self.new.months[0] if self.old.months[0] == value else None

    def day(self, value: int) -> int | None:
        return dict(zip(self.old.days, self.new.days, strict=True)).get(value)


def rewritten(text: str, before: str, language: str, change: Change) -> str | None:
    """A date of a translation as another day; None where its form is in doubt.

    :param before: what stands in front of it.
    """
    if numeric := _NUMERIC.fullmatch(text):
        return _numeric(numeric, change)
    if language == "ja":
        return _japanese(text, change)
    if language not in _MONTH_OF or (language == "ru" and not _lead_stays(text, before, change)):
        return None
    return _each(_WORDS, text, lambda match: _word(match, language, change))


def _each(pattern: re.Pattern[str], text: str, new: Callable[[re.Match[str]], str | None]) -> str | None:
    """The text with every match replaced; None where one has no replacement."""
    made = [(match.start(), match.end(), new(match)) for match in pattern.finditer(text)]
    parts, end = [], 0
    for start, stop, word in made:
        if word is None:
            return None
        parts += [text[end:start], word]
        end = stop
    return "".join([*parts, text[end:]]) if made else None


def _word(match: re.Match[str], language: str, change: Change) -> str | None:
    if match[1]:
        was = int(match[1])
        now = change.year(was) if len(match[1]) == 4 else change.day(was)
        if now is None or match[1] != str(was):
            return None
        ending = _ENDING_OF[language](match[2], was, now)
        return None if ending is None else f"{now}{ending}"
    if match[0].lower() not in lexicon(language).months:
        return match[0]
    old, new = change.old.months[0] or 0, change.new.months[0] or 0
    return match[0] if old == new else _MONTH_OF[language](match[0], old, new)


def _english_month(written: str, was: int, now: int) -> str | None:
    return MONTHS[now - 1] if written == MONTHS[was - 1] else None


def _english_ending(old: str, _was: int, now: int) -> str | None:
    return en_ordinal(now) if old in ("st", "nd", "rd", "th") else old or ""


def _russian_ending(old: str, _was: int, _now: int) -> str | None:
    return russian.ending(old)


_MONTH_OF: dict[str, Callable[[str, int, int], str | None]] = {
    "en": _english_month,
    "ru": russian.month,
    "tk": turkmen.month,
}
_ENDING_OF: dict[str, Callable[[str, int, int], str | None]] = {
    "en": _english_ending,
    "ru": _russian_ending,
    "tk": turkmen.ending,
}


def _lead_stays(text: str, before: str, change: Change) -> bool:
    """Whether the preposition fits the first part of the new date: a day, or a month, as in «об августе»."""
    if text[0].isdigit():
        was, now = change.old.days[0], change.new.days[0]
        return was == now or russian.lead_stays(was or 0, now or 0, before)
    return change.old.months == change.new.months or not russian.about(before)


def _numeric(match: re.Match[str], change: Change) -> str | None:
    """23.01.2024 with the same signs, in the same order, with a nought where the old one shows that it has them."""
    first = len(match[1]) == 4
    values = int(match[1]), int(match[3]), int(match[4])
    year, month, day = values if first else reversed(values)
    new = change.year(year), change.month(month), change.day(day)
    if None in new or len(match[1 if first else 4]) != 4:
        return None
    small = [match[3], match[4] if first else match[1]]
    padded = {part[0] == "0" for part in small if part[0] == "0" or len(part) == 1}
    if len(padded) > 1 or (not padded and any((value or 0) < 10 for value in new)):
        return None
    written = [f"{value:02}" if padded == {True} else str(value) for value in new]
    return match[2].join(written if first else reversed(written))


def _japanese(text: str, change: Change) -> str | None:
    """2024年1月23日 or 令和6年1月23日, in figures; not 元年, and no year on the edge of two eras."""
    if len(_ERAS.findall(text)) != sum(bool(match[1]) for match in _JAPANESE.finditer(text)):
        return None
    return _each(_JAPANESE, text, lambda match: _japanese_part(match, change))


def _japanese_part(match: re.Match[str], change: Change) -> str | None:
    was, first = int(match[2]), lexicon("ja").eras.get(match[1] or "", 0)
    if not match[2].isascii():
        return None
    if match[3] != "年":
        now = change.month(was) if match[3] == "月" else change.day(was)
        return None if now is None or match[1] else f"{now}{match[3]}"
    now = change.year(was + first)
    later = [year for year in lexicon("ja").eras.values() if year > first]
    if now is None or (first and not first + 1 < now < min((year + 1 for year in later), default=9999)):
        return None
    return f"{match[1] or ''}{now - first}年"
