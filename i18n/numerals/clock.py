"""Times of day: 3:30 p.m., half past eight in the evening, в 15:30, sagat 8-de, 午後3時半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from i18n.needles import Guarded
from i18n.numerals.values import Clock, Number, Weight
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.numerals.lexicon import Lexicon

_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_DIGITAL = rf"(?<![\d:.,$€£]){_HOUR}:{_MINUTE}(?::[0-5]\d)?(?![\d:])"
_WORD = r"(?P<named>[^\W\d_]{3,16})"
_KANJI_HOUR = "(?P<kanji>[〇一二三四五六七八九十]{1,3})"
_EN_DAY = r"(?:\s(?:in\sthe|at)\s(?P<day>morning|afternoon|evening|night)\b)"
_RU_DAY = r"(?:\s(?P<day>утра|дня|вечера|ночи)\b)"
_RU_WHEN = r"(?<!\w)(?:в|до|с|к|около|после|на)\s"
_TK_DAY = r"\b(?:(?P<day>irden|ertir|günortan|öýlän|agşam|gije)\w*\s(?:sagat\s)?)"

_EXPRESSIONS = {
    "en": (
        rf"{_DIGITAL}(?:\s?(?P<half>[ap])\.?\s?m\b|{_EN_DAY})?",
        rf"(?<![\d:.,$€£]){_HOUR}\.{_MINUTE}\s?(?P<half>[ap])\.?\s?m\b",
        r"(?<![\d:.,$€£])(?P<hour>1?\d)\s?(?P<half>[ap])\.?\s?m\b",
        rf"\b(?P<part>half|(?:a\s)?quarter)\s(?P<side>past|to)\s(?:{_HOUR}\b|{_WORD})(?:\so'clock\b)?{_EN_DAY}?",
        rf"\b(?:{_HOUR}|{_WORD})\so'clock\b{_EN_DAY}?",
        rf"(?<![\d:.,$€£])\b(?:{_HOUR}|{_WORD}){_EN_DAY}",
        r"\b(?P<noon>noon|midnight)\b",
    ),
    "ru": (
        rf"{_DIGITAL}(?:\s(?:час\w*))?{_RU_DAY}?",
        rf"{_RU_WHEN}{_HOUR}\.{_MINUTE}(?![\d,%]|\.\d|\s?%){_RU_DAY}?",
        rf"{_RU_WHEN}(?:{_HOUR}|{_WORD})\sчас(?:а|ов|ам)?\b(?:\s(?P<minute>[0-5]?\d)\sминут\w*)?{_RU_DAY}?",
        rf"\b(?:в\s|к\s)(?P<part>половине|половину|четверть)\s{_WORD}{_RU_DAY}?",
        rf"\bбез\s(?P<part>четверти)\s{_WORD}{_RU_DAY}?",
        rf"(?<![\d:.,])\b(?:{_HOUR}|{_WORD})(?:\sчас(?:а|ов)?)?{_RU_DAY}",
    ),
    "tk": (
        rf"{_TK_DAY}?{_DIGITAL}",
        rf"{_TK_DAY}?\bsagat\s{_HOUR}\.{_MINUTE}(?!\d)",
        rf"(?:{_TK_DAY}|(?<!\d\s)\bsagat\s)(?:{_HOUR}(?:-[dnlň]\w+)?|{_WORD})(?:\s(?P<part>ýarym)\w*)?(?!\d|[:.,]\d)",
    ),
    "ja": (
        rf"(?P<half>午前|午後)?\s?(?:{_HOUR}|{_KANJI_HOUR})\s?時(?:\s?(?P<minute>[0-5]?\d)\s?分|(?P<part>半))?(?!間)",
        _DIGITAL,
        "(?P<noon>正午)",
    ),
}  # fmt: skip
_PATTERNS = {language: tuple(late(one) for one in found) for language, found in _EXPRESSIONS.items()}
_FIGURES = {"en": late(r"\d(?:[:.]\d| ?[ap]\.? ?m\b)"), "ja": late(r"\d:\d")}
_FIGURES_ELSEWHERE = late(r"\d[:.]\d")
_HINTS = {
    "en": Guarded(r"o'clock|past|quarter to|morning|afternoon|evening|night|noon"),
    "ru": Guarded(r"\bчас|утра\b|\bдня\b|вечера\b|ночи\b|половин|четверт"),
    "tk": Guarded(r"sagat|irden|ertir|günortan|öýlän|agşam|gije"),
    "ja": Guarded("時|正午"),
}
"""What a text with a time of day has, in figures or beside them: most texts have neither."""
_AFTER_NOON = frozenset(("p", "午後", "afternoon", "evening", "дня", "вечера", "öýlän", "agşam", "günortan"))
_NIGHT = frozenset(("night", "ночи", "gije"))
_MORNING = frozenset(("a", "午前", "morning", "утра", "irden", "ertir"))
_SPELLED = {"half": 30, "половине": 30, "половину": 30, "ýarym": 30, "半": 30}


class _Hour(NamedTuple):
    hour: int
    minute: int


def find_times(text: str, words: Lexicon, language: str) -> list[Clock]:
    """The times of day in ``text``, which is folded, in their order. In a language without a table, 15:30 alone."""
    lower = text.lower().replace("’", "'")
    figures = _FIGURES.get(language, _FIGURES_ELSEWHERE)
    if len(lower) != len(text) or not (_HINTS.get(language, _HINTS["tk"]).search(lower) or figures.search(lower)):
        return []
    found: list[Clock] = []
    for pattern in _PATTERNS.get(language, (_PLAIN,)):
        for match in pattern.finditer(lower):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found += _clock(match, words, text)
    return sorted(found, key=lambda one: one.start)


_PLAIN = late(_DIGITAL)


def _clock(match: re.Match[str], words: Lexicon, text: str) -> Iterator[Clock]:
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    if noon := said.get("noon"):
        minutes = frozenset((0, 1440) if noon == "midnight" else (720,))
        hour = 0 if noon == "midnight" else 12
        yield Clock(minutes, hour, 0, start, end, text[start:end], (start, end), None, spelled=True)
        return
    told = _told(said, words)
    if told is None:
        return
    hour, minute = told
    half = said.get("half") or said.get("day")
    exact = "minute" in said and (words.decimal != "." or said["hour"][0] == "0")
    spelled = "part" in said or "named" in said
    minutes = _minutes(hour, minute, half, exact)
    yield Clock(minutes, hour, minute, start, end, text[start:end].strip(), *_spans(match), spelled)


def _spans(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Where the hour stands, and the minute."""
    names = match.re.groupindex
    found = {name: match.span(name) for name in names if match[name] is not None}
    hour = found.get("hour") or found.get("named") or found.get("kanji") or match.span()
    return hour, found.get("minute") or found.get("part")


def _told(said: dict[str, str], words: Lexicon) -> _Hour | None:
    """The hour and the minute on the face of a clock. A quarter to nine is 8:45, and so is без четверти девять."""
    hour = int(said["hour"]) if "hour" in said else _named(said, words)
    if hour is None or hour > 24:
        return None
    part = said.get("part")
    if part is None:
        return _Hour(hour, int(said.get("minute", 0)))
    minute = _SPELLED.get(part, 15)
    before = said.get("side") == "to" or part in ("половине", "половину", "четверть", "четверти")
    if part == "четверти" or said.get("side") == "to":
        minute = 60 - minute
    return _Hour((hour - 1) % 12 or 12, minute) if before else _Hour(hour, minute)


def _named(said: dict[str, str], words: Lexicon) -> int | None:
    """The hour that a word names."""
    if "kanji" in said:
        return _KANJI.get(said["kanji"])
    name = said.get("named", "")
    value = words.cardinals.get(name) or words.ordinals.get(name) or _inflected(name, words)
    return int(value) if value and value == value.to_integral_value() and 1 <= value <= 12 else None


def _inflected(name: str, words: Lexicon) -> Decimal | None:
    """The number of a Turkmen word with the ending of a case: sekizde, ondan."""
    for cut in range(2, 5):
        if (value := words.cardinals.get(name[:-cut])) and name[-cut:] in _TK_CASES:
            return value
    return None


_TK_CASES = frozenset("de da den dan iň yň uň üň a e i y u ü".split())
_KANJI = {kanji: value for value, kanji in enumerate("〇 一 二 三 四 五 六 七 八 九 十 十一 十二".split())}


def _minutes(hour: int, minute: int, half: str | None, exact: bool) -> frozenset[int]:
    """The minutes of the day that it can be: two where the half of the day is not told."""
    if (half in _AFTER_NOON and hour < 12) or (half in _NIGHT and 6 <= hour < 12):
        hours = [hour + 12]
    elif half in _MORNING or (half in _NIGHT and hour < 13):
        hours = [hour % 12] if hour <= 12 else [hour]
    elif hour > 12 or exact or hour == 0:
        hours = [hour]
    else:
        hours = [hour, (hour + 12) % 24]
    return frozenset(one * 60 + minute for one in hours)


def numbers_of(clock: Clock, text: str) -> Iterator[Number]:
    """The hour, on both faces where the half of the day is told or all is in words, and the minutes that are any.

    What is in words answers figures; noon, midnight and a half hour ask for none.
    """
    hours = {Decimal(minute // 60) for minute in clock.minutes} - {Decimal(clock.hour)}
    if len(clock.minutes) > 1 and not clock.spelled:
        hours = set()
    weight: Weight = "word" if clock.spelled else "figure"
    start, end = clock.hour_at
    if clock.minute_at is None and clock.spelled and (start, end) == (clock.start, clock.end):
        weight = "loose"
    yield Number((Decimal(clock.hour), *sorted(hours)), start, end, text[start:end], weight)
    if clock.minute and clock.minute_at:
        start, end = clock.minute_at
        weight = "loose" if clock.spelled else "figure"
        yield Number((Decimal(clock.minute),), start, end, text[start:end], weight)
