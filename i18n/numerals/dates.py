"""Dates with a month in words: *January 23, 2024*, «23–24 января», "2024-nji ýylyň 23-nji ýanwarynda"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.numerals.values import Date

if TYPE_CHECKING:
    from i18n.numerals.items import Item
    from i18n.numerals.lexicon import Lexicon


def find_dates(items: list[Item], words: Lexicon) -> tuple[list[Date], set[int]]:
    """The dates among ``items``, and the places of the items that are part of one."""
    dates: list[Date] = []
    used: set[int] = set()
    if not any(item.month for item in items):
        return dates, used
    items = [item if item.kind != "w" or item.text.islower() else _small(item) for item in items]
    for place, item in enumerate(items):
        if item.month:
            found = _Finder(items, words, used, place)
            dates += found.dates(item.month)
    return dates, used


def _small(word: Item) -> Item:
    return word._replace(text=word.text.lower())


class _Finder:
    """Looks around one month for its days and its year."""

    def __init__(self, items: list[Item], words: Lexicon, used: set[int], place: int) -> None:
        self.items, self.words, self.used, self.place = items, words, used, place

    def dates(self, month: int) -> list[Date]:
        days = [day for day in self._days_before() or self._days_after() if self._is_told(day)]
        year = self._year_before(min([self.place, *days]) - 1)
        if year is None:
            year = self._year_after(max([self.place, *days]) + 1)
        if not days and year is None and not self._sure():
            return []
        parts = [self.place, *days, *([] if year is None else [year])]
        self.used.update(parts)
        start, end = self.items[min(parts)].start, self.items[max(parts)].end
        number = None if year is None else self._value(year)
        return [Date(number, month, self._value(day), start, end) for day in sorted(days)] or [
            Date(number, month, None, start, end)
        ]

    def _sure(self) -> bool:
        word = self.items[self.place].text
        if word.lower() in self.words.name_months and word.istitle():  # Мая and Май are names too
            return False
        if word.lower() not in self.words.unsure_months:
            return True
        lead = self._at(self.place - 1)
        if lead is None or not word[0].isupper():
            return False
        inside = lead.kind != "s" or lead.text in "-,("
        return lead.text in self.words.month_leads or (inside and word.lower() in self.words.capital_months)

    def _is_told(self, day: int) -> bool:
        """Whether a number is a day beside a word that need not be a month: not in *no one may*, *those of 30 may*."""
        number = self.items[day].number
        word = self.items[self.place].text
        if word in self.words.capital_months:
            return False
        unsure = word.lower() in self.words.unsure_months
        return not unsure or bool(number and (number.weight == "figure" or number.ordinal))

    def _days_before(self) -> list[int]:
        place = self.place - 1
        while (item := self._at(place)) and item.kind == "w" and item.text in self.words.of_words:
            place -= 1
        days: list[int] = []
        while self._is_day(place):
            days.append(place)
            if not self._is_join(place - 1):
                break
            place -= 2
        return days

    def _days_after(self) -> list[int]:
        place = self.place + 1
        item = self._at(place)
        if item and item.text in (".", *self.words.of_words):
            place += 1
        days: list[int] = []
        while self._is_day(place) and not self._is_month(place + 1):
            days.append(place)
            if not self._is_join(place + 1):
                break
            place += 2
        return days

    def _year_after(self, place: int) -> int | None:
        item = self._at(place)
        if item and (item.text in (",", ".") or item.text in self.words.of_words):
            place += 1
        return place if self._is_year(place) else None

    def _year_before(self, place: int) -> int | None:
        """Turkmen names the year first: "2024-nji ýylyň"."""
        item = self._at(place)
        if item and item.kind == "w" and item.text.startswith("ýyl") and self._is_year(place - 1):
            return place - 1
        return None

    def _at(self, place: int) -> Item | None:
        return self.items[place] if 0 <= place < len(self.items) else None

    def _value(self, place: int) -> int:
        number = self.items[place].number
        return int(number.values[0]) if number else 0

    def _is_month(self, place: int) -> bool:
        item = self._at(place)
        return bool(item and item.month)

    def _is_join(self, place: int) -> bool:
        item = self._at(place)
        return bool(item and (item.text in ("-", ",", "/") or item.text in self.words.range_words))

    def _is_day(self, place: int) -> bool:
        item = self._at(place)
        number = item.number if item and place not in self.used else None
        if not number or number.weight not in ("figure", "word") or len(number.values) != 1:
            return False
        value = number.values[0]
        return 1 <= value <= 31 and value == value.to_integral_value()

    def _is_year(self, place: int) -> bool:
        item = self._at(place)
        number = item.number if item and place not in self.used else None
        return bool(number and number.values and 1000 <= number.values[0] <= 2999 and number.text[:4].isdigit())
