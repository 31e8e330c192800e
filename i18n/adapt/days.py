"""Another day in the place of one, part by part, in the grammar that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from i18n.adapt import russian, turkmen
from i18n.adapt.figures import en_ordinal
from i18n.numerals import MONTHS, Date
from i18n.numerals.lexicon import lexicon

_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_WORDS = re.compile(r"(\d+)((?:-?(?:st|nd|rd|th|nj[iy]|го|е|й|м|му)\w*)?)|[^\W\d_]+")
_JAPANESE = re.compile(r"(令和|平成|昭和|大正|明治)?(\d{1,4})([年月日])")
_ERAS = re.compile("令和|平成|昭和|大正|明治")


class Change(NamedTuple):
    """From one day to another. The two say the same parts: a year, a month, a day, or some of them."""

    old: Date
    new: Date

    def to(self, part: int, value: int) -> int | None:
        """What stands in the place of a value: part 0 is the year, 1 the month, 2 the day."""
        return self.new.parts[part] if self.old.parts[part] == value else None


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
        now = change.to(0 if len(match[1]) == 4 else 2, was)
        if now is None or match[1] != str(was):
            return None
        ending = _ENDING_OF[language](match[2], was, now)
        return None if ending is None else f"{now}{ending}"
    if match[0].lower() not in lexicon(language).months:
        return match[0]
    old, new = change.old.month or 0, change.new.month or 0
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
        return change.old.day == change.new.day or russian.lead_stays(change.old.day or 0, change.new.day or 0, before)
    return change.old.month == change.new.month or not russian.about(before)


def _numeric(match: re.Match[str], change: Change) -> str | None:
    """23.01.2024 with the same signs, in the same order, with a nought where the old one shows that it has them."""
    order = (0, 1, 2) if len(match[1]) == 4 else (2, 1, 0)
    written = match[1], match[3], match[4]
    if len(written[order.index(0)]) != 4 or any(
        int(w) != change.old.parts[p] for w, p in zip(written, order, strict=True)
    ):
        return None
    padded = {w[0] == "0" for w, p in zip(written, order, strict=True) if p and (w[0] == "0" or len(w) == 1)}
    new = [change.new.parts[part] or 0 for part in order]
    if len(padded) != 1 and (len(padded) > 1 or any(value < 10 for value in new)):
        return None
    return match[2].join(f"{value:02}" if padded == {True} else str(value) for value in new)


def _japanese(text: str, change: Change) -> str | None:
    """2024年1月23日 or 令和6年1月23日, in figures; not 元年, and no year on the edge of two eras."""
    if len(_ERAS.findall(text)) != sum(bool(match[1]) for match in _JAPANESE.finditer(text)):
        return None
    return _each(_JAPANESE, text, lambda match: _japanese_part(match, change))


def _japanese_part(match: re.Match[str], change: Change) -> str | None:
    part, first = "年月日".index(match[3]), lexicon("ja").eras.get(match[1] or "", 0)
    now = change.to(part, int(match[2]) + first)
    if now is None or not match[2].isascii():
        return None
    later = [year for year in lexicon("ja").eras.values() if year > first]
    if first and not first + 1 < now < min((year + 1 for year in later), default=9999):
        return None
    return f"{match[1] or ''}{now - first}{match[3]}"
