"""Numbers: every number of the source is in the translation, in digits or in words, and no other."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from i18n.checks import quantities
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.numerals import Figures, Number, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.problems import Severity

# Digits may stand for what the other language does not count: 1年間 for "a year".
_FREE = frozenset({Decimal(0), Decimal(1)})


def _run(pair: Pair) -> Iterator[Finding]:
    if pair.untouched:
        return
    source, target = read(pair.source_prose, pair.source_locale), read(pair.target_prose, pair.target_locale)
    lost, added = _unanswered(source, target), _unanswered(target, source)
    if lost or added:
        here, there = quantities.same(pair)
        lost, added = _without(lost, here), _without(added, there)
        if bool(lost) != bool(added):
            lost = lost or _without(_surplus(source, target), here)
            added = added or _without(_surplus(target, source), there)
    while lost and added:
        yield _changed(lost.pop(0), added.pop(0))
    if source.known and target.known:
        yield from (_lost(number, pair.loose) for number in lost if _must_stand(number, target))
        yield from (_added(number, pair.loose) for number in added if _must_stand(number, source))


def _unanswered(text: Figures, other: Figures) -> list[Number]:
    """The exact numbers of ``text`` that ``other`` does not have, each value once."""
    same = {number.values for number in other.numbers}
    asked = [number for number in text.numbers if number.weight != "loose" and number.values not in same]
    if not asked:
        return []
    answers = {value for number in other.numbers for value in number.values}
    copied = {(_digits(number), value) for number in other.numbers for value in (*number.values, *number.foreign)}
    answers |= {Decimal(part) for part in _free_parts(other, text)}
    seen: set[tuple[Decimal, ...]] = set()
    result = []
    for number in asked:
        if not number.values or answers.intersection(number.values):
            continue
        if copied.intersection((_digits(number), value) for value in (*number.values, *number.foreign)):
            continue
        if number.weight == "word" and not _exact_word(number):
            continue
        if number.values not in seen:
            seen.add(number.values)
            result.append(number)
    return result


def _without(numbers: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    """The numbers that are no part of a quantity which the other text tells in other units."""
    return [number for number in numbers if not quantities.within(number.start, number.end, spans)]


def _digits(number: Number) -> str:
    """How the number is written: what it means in another language counts only where it was copied sign by sign."""
    return "".join(sign for sign in number.text if sign in "0123456789.,")


def _free_parts(other: Figures, text: Figures) -> Iterator[int]:
    """What the dates have to answer a number; the month of a date that both texts have is no number."""
    months = {date.month for date in text.dates}
    for date in other.dates:
        for name, part in zip(("year", "month", "day"), date.parts, strict=True):
            if part is not None and not (name == "month" and part in months):
                yield part


def _surplus(text: Figures, other: Figures) -> list[Number]:
    """The exact numbers that ``text`` has more often than ``other``: one may stand in the place of a lost one."""
    left = Counter(value for number in other.numbers for value in number.values)
    left.update(Decimal(part) for date in other.dates for part in date.parts if part is not None)
    result = []
    for number in text.numbers:
        if number.weight == "loose" or not number.values:
            continue
        if not any(left[value] for value in number.values):
            result.append(number)
        left.subtract(number.values)
    return result


def _exact_word(number: Number) -> bool:
    """Whether a number word counts at all: one, two, half and a hundred are used too freely."""
    return number.ordinal or (number.values[0] > 2 and number.values[0] not in (10, 100, 1000))


def _must_stand(number: Number, other: Figures) -> bool:
    """Whether the number must have an answer even where the other text has no wrong number in its place."""
    if number.weight != "figure" or number.values[0] in _FREE:
        return False
    return not ("year" in other.relative and 1900 <= number.values[0] <= 2100)


def _changed(source: Number, target: Number) -> Finding:
    return Finding(
        f"the source has {source}, the translation has {target}",
        (target.start, target.end),
        "compare it with the source",
    )


def _lost(number: Number, severity: Severity | None) -> Finding:
    message = f"the number {number} of the source is not in the translation"
    return Finding(message, None, f"add {number.text}", severity)


def _added(number: Number, severity: Severity | None) -> Finding:
    hint = "remove it or compare it with the source"
    return Finding(f"the number {number} is not in the source", (number.start, number.end), hint, severity)


NUMBERS = Check(
    "H232",
    "numbers",
    "Every number must be in the translation: in digits or in words, as the language writes it (1.5 billion, "
    "1,5 млрд, 15億). Words such as both or half need no counterpart.",
    6,
    _run,
    (
        Example("en", "ru", "Trade reached 1.5 billion dollars.", "Товарооборот достиг 1,5 млрд долларов.", False),
        Example("en", "ja", "Trade reached 1.5 billion dollars.", "貿易額は15億ドルに達した。", False),
        Example("en", "ja", "Trade reached 1.5 billion dollars.", "貿易額は1.5億ドルに達した。", True),
        Example("en", "tk", "the first Summit", "birinji Sammit", False),
        Example("ja", "en", "第1回首脳会合", "the first Summit", False),
        Example("ja", "en", "第2回首脳会合", "the first Summit", True),
        Example("ru", "ja", "главы двух государств", "両国首脳", False),
        Example("ru", "tk", "подписано 7 документов", "ýedi resminama gol çekildi", False),
        Example("ru", "tk", "подписано 7 документов", "sekiz resminama gol çekildi", True),
        Example("en", "ru", "12 documents were signed", "подписаны документы", True),
        Example("en", "ru", "The poet died at the age of 71.", "Поэт скончался на 72-м году жизни.", False),
        Example("en", "ru", "The poet died at the age of 71.", "Поэт скончался на 73-м году жизни.", True),
        Example("en", "ja", "Flight S7 325 to Osaka", "S7 325便（大阪行き）", False),
        Example("en", "ja", "She won in 21.46 seconds.", "彼女は21秒46で優勝した。", False),
        Example("en", "ja", "She won in 21.46 seconds.", "彼女は21秒64で優勝した。", True),
        Example("en", "ja", "after fourteen months", "1年2か月後に", False),
        Example("en", "ja", "after fourteen months", "1年3か月後に", True),
        Example("en", "ru", "within 48 hours", "в течение двух суток", False),
        Example("en", "ja", "a wall 2.4 metres high", "高さ2メートル40センチの壁", False),
        Example("ru", "tk", "через 7 с половиной часов", "7 sagat ýarymdan soň", False),
        Example("en", "ja", "every fifth household", "2割の世帯", False),
        Example("en", "tk", "She finished in 1:12:45.", "Ol 1 sagat 12 minut 45 sekuntda ylgady.", False),
        Example("en", "tk", "She finished in 1:12:45.", "Ol 1 sagat 12 minut 35 sekuntda ylgady.", True),
        Example("en", "tk", "no more than 3 in 24 hours", "bir gije-gündizde 3-den köp däl", False),
    ),
)
