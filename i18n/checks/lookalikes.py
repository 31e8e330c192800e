"""Signs that look like others: katakana and kanji in Japanese, bare Latin letters for Turkmen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks import kana, turkmen_words
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# A letter for a digit, as in 2O24 and l5, and a digit for a letter, as in c0operation and 3аседание.
_DIGITS = late(
    r"(?<![\w.])\d[\d.,]*([OОoо])(?=\d)|(?<![\w.])\d+([OО])(?!\w)|(?<!\w)([lІ])(?=\d{1,3}(?!\w))|(?<=\d)([lІ])(?=\d)"
)
_LETTERS = late(
    r"(?<=[^\W\d_])([01])(?=[a-zа-яёäçžňöşüý]{2})|(?<![\w.,№-])([03])(?=[а-яё]{4})|(?<=[а-яё]{2})([03])(?=[а-яё])"
)
_BESIDE = late(r"\d(?:[.,]*[^\W\d_]|(?<=[^\W\d_]\d))")
"""A letter beside a digit, without which nothing of these is found."""
_MEANT = {"O": "0", "О": "0", "o": "0", "о": "0", "l": "1", "І": "1", "0": "o", "1": "l", "3": "з"}


def _run(pair: Pair) -> Iterator[Finding]:
    if is_copy(pair) or wrong_language(pair):
        return
    if pair.target_language == "ja":
        yield from _japanese(pair.target_text)
        return
    yield from _digits(pair.target_prose, pair.source_text)
    if pair.target_language == "tk":
        yield from _turkmen(pair)


def _japanese(text: str) -> Iterator[Finding]:
    for message, span, right, sure in kana.slips(text):
        hint = f"type {right}" if sure else f"type {right}, or all as digits"
        yield Finding(message, span, hint, fix=right if sure else None)


def _digits(text: str, source: str) -> Iterator[Finding]:
    if not _BESIDE.search(text):
        return
    for pattern, what, meant in ((_DIGITS, "letter", "digit"), (_LETTERS, "digit", "letter")):
        for match in pattern.finditer(text):
            sign, at = match[match.lastindex or 0], match.start(match.lastindex or 0)
            if text[max(0, at - 3) : at + 3].strip() not in source:
                message = f"“{sign}” is a {what} where a {meant} is meant"
                yield Finding(message, (at, at + 1), f"type the {meant} {_MEANT[sign]}")


def _turkmen(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    found = [(word, at, right) for word, at in scripts.words(text) if (right := turkmen_words.meant(word.lower()))]
    names: set[str] = set()
    if found and pair.source_language != "tk":
        names = {word for word, _ in scripts.words(pair.source_text)}
    for word, at, right in found:
        if word in names and not _alone(text, at, at + len(word), names):
            continue
        begin = right.capitalize() if word[0].isupper() else right
        yield Finding(f"{word} is written without its Turkmen letters", (at, at + len(word)), f"it begins with {begin}")


def _alone(text: str, start: int, end: int, names: set[str]) -> bool:
    """Whether no word beside it comes from the source, too: Turkmenistan Airlines keeps its name."""
    around = f"{text[max(0, start - 40) : start]}\0{text[end : end + 40]}".split("\0")
    before, after = around[0].rsplit(" ", 2)[-2:-1], around[1].split(" ", 2)[1:2]
    return not any(word in names and word[0].isupper() for word in (*before, *after))


LOOKALIKES = Check(
    "H257",
    "look-alikes",
    "Katakana and kanji that look alike (ニ 二, ー 一, エ 工, カ 力, ロ 口), and Turkmen words typed without their own "
    "letters (yyl for ýyl), are not the same to a search. Neither are the letter O and a zero.",
    6,
    _run,
    (
        Example("en", "ja", "Turkmenistan", "トルクメニスタン", False),
        Example("en", "ja", "Turkmenistan", "トルクメ二スタン", True),
        Example("ru", "ja", "паром «Вымпел»", "フェリ一「ビンペル」", True),
        Example("en", "ja", "the best of Asia", "アジア一「元気」な町", False),
        Example("en", "ja", "a meeting of three countries", "3カ国の会合", False),
        Example("ru", "ja", "сотрудничество", "協カ", True),
        Example("ru", "ja", "промышленность", "エ業", True),
        Example("en", "ja", "the news", "二ュース", True),
        Example("ru", "ja", "визит в Токио", "東京ヘの訪問", True),
        Example("en", "ja", "spread by word of mouth", "口コミで広がる", False),
        Example("en", "ru", "in 2024", "в 2О24 году", True),
        Example("en", "tk", "this year", "şu ýyl", False),
        Example("ru", "tk", "Президент Туркменистана", "Turkmenistanyň Prezidenti", True),
        Example("en", "tk", "with Turkmenistan Airlines", "Turkmenistan Airlines bilen", False),
    ),
)
