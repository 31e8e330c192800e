"""Times of day: the same minute, before or after noon, in the same zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.checks import quantities
from i18n.checks.concepts import Table
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.swapped import swapped
from i18n.numerals import Clock, read

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZONES = Table(
    {
        "en": {
            "local time": r"\blocal time\b",
            "Tokyo time": r"\b(?:tokyo|japan) time\b|\bjst\b|\bjapan standard time\b",
            "Ashgabat time": r"\bashgabat time\b|[ap]\.?m\.? (?:in )?ashgabat\b|\bturkmen(?:istan)? time\b",
            "Moscow time": r"\bmoscow time\b|\bmsk\b",
            "Greenwich time": r"\b(?:gmt|utc)\b|\bgreenwich|\buniversal time",
        },
        "ru": {
            "local time": r"\bместн\w+ времен|\bместное время",
            "Tokyo time": r"\b(?:токийск|японск)\w+ врем|\bвремени токио|\bпо (?:токио|токийскому)\b",
            "Ashgabat time": r"\b(?:ашхабадск|туркменск)\w+ врем|\bпо ашхабад(?:у|скому)\b|\bвремени ашхабада",
            "Moscow time": r"\bмосковск\w+ врем|\bмск\b|\bпо моск(?:ве|овскому)\b",
            "Greenwich time": r"\bгринвич|\b(?:gmt|utc)\b|всемирн\w+ (?:координированн\w+ )?врем",
        },
        "tk": {
            "local time": r"\býerli wagt",
            "Tokyo time": r"\b(?:tokio|ýaponiýanyň|ýapon) wagt|\btokionyň wagt",
            "Ashgabat time": r"\b(?:aşgabat|aşgabadyň|türkmenistanyň|türkmen) wagt",
            "Moscow time": r"\b(?:moskwa|moskwanyň) wagt",
            "Greenwich time": r"\bgrinwiç|\b(?:gmt|utc)\b|\butgaşdyryl\w+ (?:bütindünýä )?wagt"
            r"|\b(?:bütin|umumy)dünýä (?:utgaşdyryl\w+ )?wagt",
        },
        "ja": {
            "local time": "現地時間",
            "Tokyo time": "日本時間|東京時間",
            "Ashgabat time": "(?:アシガバ[ッー]?ト|アシュガバート|トルクメニスタン)時間",
            "Moscow time": "モスクワ時間",
            "Greenwich time": "グリニッジ|世界時|gmt|utc|協定",
        },
    },
    {},
)  # fmt: skip

_LANGUAGES = ("en", "ru", "tk", "ja")
_CITIES = {
    "Tokyo time": ("tokyo japan", "токи япон", "tokio ýapon", "東京 日本"),
    "Ashgabat time": (
        "ashgabat turkmenistan",
        "ашхабад туркмен",
        "aşgaba türkmen",
        "アシガバ アシュガバ トルクメニスタン",
    ),
    "Moscow time": ("moscow russia", "москв москов росси", "moskwa russiýa", "モスクワ ロシア"),
}
"""Where the zones are, by the beginnings of their names in each language."""


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if pair.untouched or not _ZONES.knows(*languages) or is_copy(pair):
        return
    texts = pair.source_prose, pair.target_prose
    source, target = read(texts[0], pair.source_locale).times, read(texts[1], pair.target_locale).times
    lost, added = _others(source, target), _others(target, source)
    if lost and added:
        here, there = quantities.same(pair)
        lost, added = _without(lost, here), _without(added, there)
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
    if lost and not added and not _cities(lost[0].concept, texts[1], languages[1]):
        yield Finding(f"{lost[0].concept}: the source says so, the translation does not", None, "add it", "warning")


def _without(times: list[Clock], spans: list[tuple[int, int]]) -> list[Clock]:
    """The times that are no part of a quantity, such as 2:23:09 and 2 hours 40 minutes."""
    return [one for one in times if not quantities.within(one.start, one.end, spans)]


def _cities(zone: str, text: str, language: str) -> bool:
    """Whether the city of a zone is named beside some time: 10:00 in Ashgabat."""
    cities = _CITIES.get(zone)
    return cities is not None and any(word in text.lower() for word in cities[_LANGUAGES.index(language)].split())


def _others(times: tuple[Clock, ...], answers: tuple[Clock, ...]) -> list[Clock]:
    return [one for one in times if not any(one.minutes & other.minutes for other in answers)]


TIMES = Check(
    "H248",
    "times",
    "A time of day is the same minute in both texts, on whichever clock (3 p.m., 15:00, 午後3時), and the zone that "
    "the source names, such as Tokyo time, is named.",
    8,
    _run,
    (
        Example("en", "ru", "at 3:30 p.m.", "в 15:30", False),
        Example("en", "ru", "at 3:30 p.m.", "в 03:30", True),
        Example("en", "ja", "at 9 a.m. Tokyo time", "日本時間午前9時に", False),
        Example("en", "ja", "at 9 a.m. Tokyo time", "日本時間午後9時に", True),
        Example("ru", "tk", "в 18:00 по местному времени", "ýerli wagt bilen sagat 18:00-da", False),
        Example("ru", "tk", "в 18:00 по местному времени", "Aşgabat wagty bilen sagat 18:00-da", True),
        Example("ru", "en", "в 10 часов утра", "at ten in the morning", False),
        Example("en", "tk", "a delay of 2 hours 40 minutes", "2 sagat 40 minut gijä galmak", False),
        Example("ru", "en", "в 9:00 по московскому времени", "9:00 in Moscow", False),
        Example("ru", "en", "в 9:00 по московскому времени", "at 9:00", True),
        Example("ja", "ru", "午後3時に", "в 3 часа утра", True),
        Example("en", "tk", "tomorrow evening", "ertir irden", True),
        Example("ja", "ru", "午後3時に", "в три часа дня", False),
        Example("en", "ru", "at half past eight in the evening", "в 20:30", False),
        Example("ru", "ja", "без четверти девять вечера", "午後9時15分", True),
    ),
)
