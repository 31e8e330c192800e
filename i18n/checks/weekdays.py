"""Days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks.concepts import Found, Table
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN = dict(zip(DAYS, (rf"\b{day.lower()}s?\b" for day in DAYS), strict=True))
_RU = (
    "понедельник",
    "вторник",
    r"(?:в|со?|к|по|на)\s+среду\b|\bсреду,|\bсреда,\s*\d|\bпо\s+средам\b",
    "четверг",
    "пятниц",
    "суббот",
    "воскресень",
)
# Monday has the name of a capital, Friday that of a woman: "güni" or a case tells.
_TK = (
    "(?<!ý)duşenbe(?= gün)", "sişenbe", "çarşenbe", "penşenbe", r"anna(?= gün)|\bjuma gün", "(?<![a-zäçžňöşüý])şenbe",
    "ýekşenbe",
)  # fmt: skip
_JA = "月火水木金土日"
_RU_WEDNESDAY = r"\bсред[аыеу]\b|\bср\.?,|\bср\b\s?[-–—]|[-–—]\s?ср\b"
_TABLE = Table(
    {
        "en": _EN,
        "ru": dict(zip(DAYS, (rf"\b{word}" for word in _RU), strict=True)),
        "tk": dict(zip(DAYS, _TK, strict=True)),
        "ja": {
            day: f"{sign}曜|[(（]{sign}[)）]|(?<!曜){sign}(?=(?:[・、と][{_JA}])+曜)"
            for day, sign in zip(DAYS, _JA, strict=True)
        },
    },
    {
        "en": {
            day: rf"\b{day[:3].lower()}\b\.?(?=,|\s+\d|\)|\s?[-–—])|(?<=[-–—])\s?{day[:3].lower()}\b" for day in DAYS
        },
        "ru": dict(
            zip(
                DAYS,
                (r"\bпн\b", r"\bвт\b", _RU_WEDNESDAY, *(rf"\b{day}\b" for day in ("чт", "пт", "сб", "вс"))),
                strict=True,
            )
        ),
        "tk": {"Monday": "duşenbe", "Friday": r"\bann[aý]|\bjum[agä]"},
        "ja": {day: f"{sign}曜|{sign}(?=[~〜～-])|(?<=[~〜～-]){sign}" for day, sign in zip(DAYS, _JA, strict=True)},
    },
)


_NIGHT = {"en": late(r"\bnight"), "ru": late(r"\bноч"), "tk": late(r"\bgije"), "ja": late("夜|未明")}
"""A night is of two days: *Tuesday night* is в ночь на среду."""


def named(text: str, language: str) -> set[str]:
    """The days of the week that a text surely names."""
    return _TABLE.named(text, language)


def may_name(text: str, language: str, day: str) -> bool:
    """Whether a text names the day, in short as well: *Пн*."""
    return _TABLE.may_name(text, language, day)


def _apart(found: list[Found], named: set[str]) -> list[Found]:
    """The days that are neither before nor after one of those named."""
    places = {DAYS.index(day) for day in named}
    return [one for one in found if not places & {(DAYS.index(one.concept) + step) % len(DAYS) for step in (-1, 1)}]


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if pair.untouched or not _TABLE.knows(*languages) or is_copy(pair):
        return
    texts = pair.source_prose, pair.target_prose
    lost, added = _TABLE.differences(texts, languages)
    both = tuple(zip(texts, languages, strict=True))
    if (lost or added) and all(_NIGHT[language].search(text.lower()) for text, language in both):
        source, target = (named(*text) for text in both)
        lost, added = _apart(lost, target), _apart(added, source)
    while lost and added:
        day = added.pop(0)
        message = f"the source has {lost.pop(0).concept}, the translation has {day.concept}"
        yield Finding(message, (day.start, day.end))
    for day in lost:
        yield Finding(
            f"{day.concept} of the source is not in the translation", None, "add the day of the week", "warning"
        )
    for day in added:
        yield Finding(f"{day.concept} is not in the source", (day.start, day.end), "remove it", "warning")


WEEKDAYS = Check(
    "H249",
    "weekdays",
    "A day of the week in the source is the same day in the translation.",
    5,
    _run,
    (
        Example("en", "ru", "on Monday, January 22", "в понедельник, 22 января", False),
        Example("en", "ru", "on Monday, January 22", "во вторник, 22 января", True),
        Example("en", "ru", "rain on Tuesday night", "дождь в ночь на среду", False),
        Example("en", "ru", "rain on Tuesday night", "дождь в ночь на пятницу", True),
        Example("en", "ja", "on Mondays and Fridays", "月・金曜日に", False),
        Example("en", "ru", "The library is closed on Wednesdays.", "Библиотека закрыта по средам.", False),
        Example("tk", "ru", "Duşenbe–Şenbe 09:00–18:00", "Пн–Сб 09:00–18:00", False),
        Example("ja", "en", "日曜日定休、月曜から土曜まで", "Mon–Sat, closed on Sundays", False),
        Example("en", "tk", "on Friday", "anna güni", False),
        Example("ru", "tk", "во вторник", "çarşenbe güni", True),
        Example("en", "ja", "on Tuesday, January 23", "1月23日（火）", False),
        Example("en", "ja", "on Tuesday, January 23", "1月23日（水）", True),
        Example("ru", "en", "защита окружающей среды", "protection of the environment", False),
        Example("ru", "en", "визит в Душанбе", "a visit to Dushanbe", False),
    ),
)
