"""Numbers and dates of Japanese: 15億, 1万2,350, 三百, 第一回, 2024年1月23日, 令和6年."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from i18n.numerals import shared
from i18n.numerals.clock import find_times, numbers_of
from i18n.numerals.literals import has_figures, roman, values
from i18n.numerals.values import Clock, Date, Figures, Number, Weight
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.numerals.lexicon import Lexicon

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_KANJI = "〇一二三四五六七八九十百千万億兆"

_N = r"\d+(?:[.,]\d+)*"
_FIGURE = late(rf"(?:{_N}[十百千]? ?[万億兆](?!博))+(?:{_N}[百千]?)?|{_N}(?:百|千(?!年紀))?")
_PART = late(rf"({_N})([十百千]?) ?([万億兆]?)")
_RUN = late(f"[{_KANJI}]+")
# A kanji number that is surely a number: 第七, or before one of these counters.
_COUNTER = late(
    "[かカヶケヵ箇]国|[つ人名件回年項目点機社校本州度台日週割]|世紀|分野|周年|言語|大学|段階|分の|パーセント"
)
# Bounded, so that a long row of digits is not read again from each of its signs.
_K = f"(?:[0-9]{{1,4}}|[{_KANJI}]{{1,8}}|元)"
_YEAR = rf"(?:(?P<era>令和|平成|昭和|大正|明治) ?)?(?P<year>{_K}) ?年(?:度)?"
_DATE = late(rf"(?:{_YEAR}(?:[(（][^()（）]{{1,12}}[)）])? ?)?(?P<month>{_K}) ?月(?!間)(?: ?(?P<day>{_K}) ?日(?!間))?")
_FIRST_MONTH = late(rf"(?P<month>{_K}) ?(?:月 ?)?(?:-|から) ?\Z")
_ERA_YEAR = late(rf"(?P<era>令和|平成|昭和|大正|明治) ?(?P<year>{_K}) ?年")
_MORE_DAYS = late(rf"(?:日? ?(?:から|及び|と|、|・|-|/|または|又は)) ?(?P<day>{_K}) ?日(?!間)")
_BARE_DAY = late(rf"[本同] ?(?P<day>{_K}) ?日")
_FIRST_OF_RANGE = late(rf"(?P<month>{_K}) ?月 ?(?P<day>{_K})(?= ?(?:-|・|、|及び|から) ?{_K} ?日)")
_RANGE_SCALE = late(rf"(?:-|から|ないし|、){_N}([十百千]?)([万億兆])")
_LONG_YEAR = late(r"(\d\d)\d\d年?[-/]\Z")
_ROMAN_SIGN = late("[IVX\u2160-\u216b]")
_ROMAN = late("(?<![A-Za-z])[IVX]+(?![A-Za-z])|[\u2160-\u216b]")
_PODIUM = ("1", "2", "3")
_SECONDS = late(r"(?<!\d)(\d{1,3})秒(\d{1,3})(?!\d|[.,]\d|[万億%秒分年月日])")
_HALF_MORE = late(r"(?:時間|年|[かカヶケヵ箇]月|日|倍|世紀)半")


def kanji_value(run: str) -> Decimal | None:
    """The value of a run of kanji numerals, by place (二〇二四) or by unit (二千二十四); 元 is the first year."""
    if run.isdigit() and run.isascii():
        return Decimal(run)
    if run == "元":
        return Decimal(1)
    if len(run) > 1 and all(sign in _DIGITS for sign in run):
        return Decimal("".join(str(_DIGITS[sign]) for sign in run))
    total, group, digit = 0, 0, 0
    for sign in run:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            group, digit = group + (digit or 1) * _SMALL[sign], 0
        else:
            total, group, digit = total + ((group + digit) or 1) * _LARGE[sign], 0, 0
    return Decimal(total + group + digit)


def read_japanese(text: str, words: Lexicon) -> Figures:
    """The figures of ``text``, which is folded (see ``literals.folded``)."""
    numbers: list[Number] = []
    dates: list[Date] = []
    if has_figures(text):
        dates += shared.numeric_dates(text)
        text = shared.blanked(text, _spans(dates))
    named = _dates(text, words)
    text = shared.blanked(text, _spans(named))
    if has_figures(text):
        numbers += shared.telephones(text)
        text = shared.blanked(text, _spans(numbers))
    times = find_times(text, words, "ja")
    numbers += [number for time in times for number in numbers_of(time, text)]
    text = shared.blanked(text, _spans(times))
    for reader in (_era_years, _seconds, _figures, _kanji_numbers):
        found = list(reader(text, words))
        numbers += found
        text = shared.blanked(text, _spans(found))
    numbers += _loose(text, words)
    relative = frozenset({"month", "year"} if _BARE_DAY.search(text) or any(d.month is None for d in named) else ())
    ordered = sorted(numbers, key=lambda number: (number.start, number.end))
    days = sorted(dates + named, key=lambda d: (d.start, d.end))
    return Figures(tuple(ordered), tuple(days), relative, tuple(times))


def _spans(found: list[Date] | list[Number] | list[Clock]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def _year(match: re.Match[str], words: Lexicon) -> int | None:
    if match["year"] is None:
        return None
    year = kanji_value(match["year"])
    return None if year is None else int(year) + words.eras.get(match["era"] or "", 0)


def _dates(text: str, words: Lexicon) -> list[Date]:
    result: list[Date] = []
    for match in _DATE.finditer(text) if "月" in text else ():
        month = kanji_value(match["month"])
        year = _year(match, words)
        if not month or not 1 <= month <= 12 or (year is not None and year > 9999):
            continue
        end = match.end()
        if first_month := _first_month(text, match):
            result.append(first_month)
        days = [match["day"]] if match["day"] else []
        if not days and (first := _FIRST_OF_RANGE.match(text, match.start("month"))):
            days, end = [first["day"]], first.end()
        while days and (more := _MORE_DAYS.match(text, end)):
            days, end = [*days, more["day"]], more.end()
        counted: list[int | None] = [int(kanji_value(day) or 0) for day in days]
        result += [Date(year, int(month), day, match.start(), end) for day in counted or [None]]
    rest = shared.blanked(text, _spans(result))
    for match in _BARE_DAY.finditer(rest) if "日" in rest else ():
        result.append(Date(None, None, int(kanji_value(match["day"]) or 0), match.start(), match.end()))
    return result


def _first_month(text: str, match: re.Match[str]) -> Date | None:
    """The first month of a range that names the word once: 1-9月."""
    if match["day"] or match["year"]:
        return None
    start = max(0, match.start() - 12)
    before = _FIRST_MONTH.search(text[start : match.start()])
    if before is None or "月" in before[0]:
        return None
    month = kanji_value(before["month"])
    if not month or not 1 <= month <= 12:
        return None
    return Date(None, int(month), None, start + before.start(), start + before.end("month"))


def _era_years(text: str, words: Lexicon) -> Iterator[Number]:
    """令和6年 is 2024, and 6 where the other language names the era too."""
    for match in _ERA_YEAR.finditer(text) if "年" in text else ():
        own = kanji_value(match["year"]) or Decimal(0)
        yield Number((own + words.eras[match["era"]], own), match.start(), match.end(), match[0])


def _seconds(text: str, _words: Lexicon) -> Iterator[Number]:
    """A result in sport, 54秒87, is 54.87 seconds."""
    for match in _SECONDS.finditer(text) if "秒" in text else ():
        yield Number((Decimal(f"{match[1]}.{match[2]}"),), match.start(), match.end(), match[0])


def _figures(text: str, words: Lexicon) -> Iterator[Number]:
    for match in _FIGURE.finditer(text):
        own, foreign = _scaled(match[0], words)
        if _HALF_MORE.match(text, match.end()):
            own = (*own, *(value + Decimal("0.5") for value in own))
        if scale := _RANGE_SCALE.match(text, match.end()):
            own = (*own, *(value * _SMALL.get(scale[1], 1) * _LARGE[scale[2]] for value in own))
        if text[match.end() : match.end() + 1] == "割":
            own = (*own, *(value * 10 for value in own))
        if text.startswith("年代", match.end()) and len(match[0]) == 2:
            own = (*own, *(value + 1900 for value in own))
        weight: Weight = "code" if _is_code(text, match.start(), match.end()) else "figure"
        own = _short_year(text, match, own)
        ordinal = text[match.start() - 1 : match.start()] == "第"
        if match[0] in _PODIUM and not ordinal and text.startswith("位", match.end()):
            weight = "loose"  # who is second may be the rival, or the runner-up
        yield Number(own, match.start(), match.end(), match[0], weight, ordinal, foreign)


def _short_year(text: str, match: re.Match[str], own: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    if len(match[0]) != 2 or not match[0].isdigit():
        return own
    before = _LONG_YEAR.search(text, max(0, match.start() - 6), match.start())
    return (*own, Decimal(before[1] + match[0])) if before else own


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether Latin letters hold the digits: COVID-19, G7, 5G."""
    before = text[max(0, start - 2) : start].rstrip("-+")
    after = text[end : end + 1]
    return (before[-1:].isascii() and before[-1:].isalpha() and before[-1:].isupper()) or (
        after.isascii() and after.isupper()
    )


def _scaled(figure: str, words: Lexicon) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The value of 3億5,000万 as (own, foreign)."""
    total = Decimal(0)
    parts = list(_PART.finditer(figure))
    for part in parts:
        own, foreign = values(part[1], words.decimal)
        if not own and not foreign:
            return (), ()
        factor = _SMALL.get(part[2], 1) * _LARGE.get(part[3], 1)
        if len(parts) == 1:
            return tuple(v * factor for v in own), tuple(v * factor for v in foreign)
        total += (own or foreign)[0] * factor
    return (total,), ()


def _kanji_numbers(text: str, _words: Lexicon) -> Iterator[Number]:
    for match in _RUN.finditer(text):
        value = kanji_value(match[0])
        if value is None:
            continue
        ordinal = text[match.start() - 1 : match.start()] == "第"
        vague = text[match.start() - 1 : match.start()] in ("数", "何", "幾")
        sure = (ordinal or _COUNTER.match(text, match.end()) or len(match[0]) > 2) and not vague
        yield Number((value,), match.start(), match.end(), match[0], "word" if sure else "loose", ordinal)


def _loose(text: str, words: Lexicon) -> Iterator[Number]:
    for word, found in words.loose.items():
        start = text.find(word)
        if start >= 0:
            yield Number(found, start, start + len(word), word, "loose")
    for match in _ROMAN.finditer(text) if _ROMAN_SIGN.search(text) else ():
        if value := roman(match[0]):
            weight: Weight = "figure" if len(match[0]) > 1 else "loose"
            yield Number((Decimal(value),), match.start(), match.end(), match[0], weight, ordinal=True)
