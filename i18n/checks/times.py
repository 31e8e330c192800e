"""Times of day: the same minute, before or after noon, in the same zone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks.concepts import Table
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.swapped import swapped
from i18n.needles import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = r"(?P<hour>[01]?[0-9]|2[0-4])"
_EN = re.compile(
    rf"(?<![\d:.,$€£])(?:{_CLOCK}[:.](?P<minute>[0-5][0-9])|(?P<full>1?[0-9]))\s?(?P<half>[ap])\.?\s?m\b"
    rf"|(?<![\d:.,]){_CLOCK.replace('hour', 'hour2')}:(?P<minute2>[0-5][0-9])(?![\d:])"
    r"|\b(?P<noon>noon|midnight)\b"
)
_HOURS = "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать".split()
_SPACED = re.compile(
    rf"(?<![\d:.,]){_CLOCK}:(?P<minute>[0-5][0-9])(?![\d:])"
    rf"|\bв {_CLOCK.replace('hour', 'hour2')} час(?:а|ов)?\b(?:\s+(?P<minute2>[0-5]?[0-9]) минут\w*)?"
    rf"|\bв (?P<named>{'|'.join(_HOURS)}) час(?:а|ов)?\b"
    rf"|\bsagat {_CLOCK.replace('hour', 'hour3')}(?:[:.](?P<minute3>[0-5][0-9]))?(?:-[dnlň]\w+)?(?![\d:])"
)
_JA = re.compile(
    rf"(?P<half>午前|午後)?\s?{_CLOCK}時(?:(?P<minute>[0-5]?[0-9])分|(?P<thirty>半))?(?!間)"
    rf"|(?<![\d:]){_CLOCK.replace('hour', 'hour2')}:(?P<minute2>[0-5][0-9])(?![\d:])|(?P<noon>正午)"
)
_MAYBE = {"en": ("noon", "midnight"), "ja": ("時", "正午")}
"""What a text has that tells a time, unless it is told by digits alone; in other languages these:"""
_MAYBE_SPACED = (" час", "sagat ")
_IN_DIGITS = re.compile(r"[0-9](?::[0-5]|\s?[ap]\.?\s?m\b)")
_AFTER = {"ru": re.compile(r"\s*(?:часа?|часов)?\s*(дня|вечера|утра|ночи)\b"), "tk": re.compile(r"(?!)")}
_BEFORE_TK = re.compile(r"\b(irden|ertir|günortan|öýlän|agşam|gije)\w*\s+(?:sagat\s*)?\Z")
_PM = frozenset(("дня", "вечера", "öýlän", "agşam", "günortan", "p", "午後"))
_AM = frozenset(("утра", "ночи", "irden", "ertir", "a", "午前"))

_ZONES = Table(
    {
        "en": {
            "local time": r"\blocal time\b",
            "Tokyo time": r"\b(?:tokyo|japan) time\b|\bjst\b|\bjapan standard time\b",
            "Ashgabat time": r"\bashgabat time\b|\bturkmen(?:istan)? time\b",
            "Moscow time": r"\bmoscow time\b|\bmsk\b",
            "Greenwich time": r"\b(?:gmt|utc)\b|\bgreenwich",
        },
        "ru": {
            "local time": r"\bместн\w+ времен|\bместное время",
            "Tokyo time": r"\b(?:токийск|японск)\w+ врем|\bвремени токио|\bпо токио\b",
            "Ashgabat time": r"\b(?:ашхабадск|туркменск)\w+ врем|\bпо ашхабаду\b|\bвремени ашхабада",
            "Moscow time": r"\bмосковск\w+ врем|\bмск\b|\bпо москве\b",
            "Greenwich time": r"\bгринвич|\b(?:gmt|utc)\b",
        },
        "tk": {
            "local time": r"\býerli wagt",
            "Tokyo time": r"\b(?:tokio|ýaponiýanyň|ýapon) wagt|\btokionyň wagt",
            "Ashgabat time": r"\b(?:aşgabat|aşgabadyň|türkmenistanyň|türkmen) wagt",
            "Moscow time": r"\b(?:moskwa|moskwanyň) wagt",
            "Greenwich time": r"\bgrinwiç|\b(?:gmt|utc)\b",
        },
        "ja": {
            "local time": "現地時間",
            "Tokyo time": "日本時間|東京時間",
            "Ashgabat time": "(?:アシガバット|トルクメニスタン)時間",
            "Moscow time": "モスクワ時間",
            "Greenwich time": "グリニッジ|世界時|gmt|utc|協定",
        },
    },
    {},
)  # fmt: skip


class _Time(NamedTuple):
    minutes: frozenset[int]
    """Of the day: two where the clock is not told."""
    start: int
    end: int
    text: str


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if not _ZONES.knows(*languages) or is_copy(pair):
        return
    texts = pair.source_prose, pair.target_prose
    source, target = (_times(text, tag) for text, tag in zip(texts, languages, strict=True))
    lost, added = _others(source, target), _others(target, source)
    for one, other in zip(lost, added, strict=False):
        message = f"the source has {one.text}, the translation has {other.text}"
        yield Finding(message, (other.start, other.end))
    if source or target:
        yield from _zones(texts, languages)
    yield from swapped(pair, ("part of the day",))


def _zones(texts: tuple[str, str], languages: tuple[str, str]) -> Iterator[Finding]:
    lost, added = _ZONES.differences(texts, languages)
    for one, other in zip(lost, added, strict=False):
        message = f"the source says {one.concept}, the translation says {other.concept}"
        yield Finding(message, (other.start, other.end))
    if lost and not added:
        yield Finding(f"{lost[0].concept}: the source says so, the translation does not", None, "add it", "warning")


def _others(times: list[_Time], answers: list[_Time]) -> list[_Time]:
    return [one for one in times if not any(one.minutes & other.minutes for other in answers)]


def _may_tell(lower: str, language: str) -> bool:
    """Whether the text can tell a time at all."""
    return _IN_DIGITS.search(lower) is not None or holds(lower, _MAYBE.get(language, _MAYBE_SPACED))


def _times(text: str, language: str) -> list[_Time]:
    lower = text.lower()
    if not _may_tell(lower, language):
        return []
    if len(lower) != len(text) or not (any(map(str.isdigit, text)) or " час" in lower):
        return []
    pattern = {"en": _EN, "ja": _JA}.get(language, _SPACED)
    found = (_time(match, lower, language) for match in pattern.finditer(lower))
    return [one for one in found if one]


def _time(match: re.Match[str], text: str, language: str) -> _Time | None:
    parts = match.groupdict()
    if noon := parts.get("noon"):
        return _Time(frozenset((0, 1440) if noon == "midnight" else (720,)), *match.span(), match[0])
    hour = next((int(parts[key]) for key in ("hour", "full", "hour2", "hour3") if parts.get(key)), None)
    if named := parts.get("named"):
        hour = _HOURS.index(named) + 2
    if hour is None or hour > 24:
        return None
    minute = next(
        (int(parts[key]) for key in ("minute", "minute2", "minute3") if parts.get(key)), 30 * bool(parts.get("thirty"))
    )
    half = parts.get("half") or _half(match, text, language)
    exact = _is_exact(parts, language) or (match[0].startswith("0") and ":" in match[0])
    return _Time(_minutes(hour, minute, half, exact), *match.span(), match[0].strip())


def _half(match: re.Match[str], text: str, language: str) -> str | None:
    if language == "tk" and (before := _BEFORE_TK.search(text[max(0, match.start() - 40) : match.start()])):
        return before[1]
    after = _AFTER[language].match(text, match.end()) if language in _AFTER else None
    return after[1] if after else None


def _is_exact(parts: dict[str, str | None], language: str) -> bool:
    """Whether the time is on the clock of 24 hours: 15:00 and 03:00, and what has minutes outside of English."""
    return language != "en" and bool(parts.get("minute") or parts.get("minute2") or parts.get("minute3"))


def _minutes(hour: int, minute: int, half: str | None, exact: bool) -> frozenset[int]:
    if half in _PM and hour < 12:
        hours = [hour + 12]
    elif half in _AM:
        hours = [hour % 12]
    elif hour > 12 or exact or hour == 0:
        hours = [hour]
    else:
        hours = [hour, (hour + 12) % 24]
    return frozenset(one * 60 + minute for one in hours)


TIMES = Check(
    "H248",
    "times",
    "A time of day is the same minute in both texts, on whichever clock (3 p.m., 15:00, 午後3時), and the zone that "
    "the source names, such as Tokyo time, is named.",
    4,
    _run,
    (
        Example("en", "ru", "at 3:30 p.m.", "в 15:30", False),
        Example("en", "ru", "at 3:30 p.m.", "в 03:30", True),
        Example("en", "ja", "at 9 a.m. Tokyo time", "日本時間午前9時に", False),
        Example("en", "ja", "at 9 a.m. Tokyo time", "日本時間午後9時に", True),
        Example("ru", "tk", "в 18:00 по местному времени", "ýerli wagt bilen sagat 18:00-da", False),
        Example("ru", "tk", "в 18:00 по местному времени", "Aşgabat wagty bilen sagat 18:00-da", True),
        Example("ru", "en", "в 10 часов утра", "at ten in the morning", False),
        Example("ja", "ru", "午後3時に", "в 3 часа утра", True),
        Example("en", "tk", "tomorrow evening", "ertir irden", True),
        Example("ja", "ru", "午後3時に", "в три часа дня", False),
    ),
)
