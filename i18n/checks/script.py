"""The language of one translation: its letters and its little words are those of the target language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

_NOT_RUSSIAN = re.compile("[ІіЇїЄєҐґЎўӘәҒғҚқҢңӨөҰұҮүҺһЈјЉљЊњЋћЏџЂђ]")

_SISTERS = {"en": ("tk", "tr"), "tk": ("en", "tr"), "ru": ("uk", "bg", "kk")}
_LETTERS_IN_A_WORD = {"ja": 2}
_NUMERALS = re.compile("[〇一二三四五六七八九十百千万億兆年月日]")


def _run(pair: Pair) -> Iterator[Finding]:
    own = scripts.SCRIPTS.get(pair.target_language)
    if own is None or is_copy(pair):
        return
    text = pair.target_prose
    if wrong := wrong_language(pair):
        yield wrong
        return
    allowed = frozenset((*own, "Latin", "Greek"))
    for script, word, start in scripts.runs(text) if scripts.others(text, allowed) else ():
        if script not in allowed and (len(word) > 1 or not _touches_letter(text, start, len(word))):
            yield _foreign(script, word, start)


def _touches_letter(text: str, start: int, length: int) -> bool:
    """Whether the letters are part of a longer word: that is a mixed word, another check's business."""
    before, after = text[start - 1 : start] if start else "", text[start + length : start + length + 1]
    return before.isalpha() or after.isalpha()


def _foreign(script: str, word: str, start: int) -> Finding:
    return Finding(f"{word} is written in {_SCRIPT_NAMES.get(script, 'foreign')} letters", (start, start + len(word)))


_SCRIPT_NAMES = {
    "Cyrillic": "Cyrillic", "Kana": "Japanese", "Han": "Chinese or Japanese", "Hangul": "Korean", "Arabic": "Arabic",
}  # fmt: skip


def wrong_language(pair: Pair) -> Finding | None:
    """What tells that the target as a whole is in another language than its catalog."""
    reason = _reason(pair.target_prose, pair.target_language, pair.role == "title")
    if not reason:
        return None
    name = scripts.NAMES[pair.target_language]
    message = f"this does not look like {name}: {reason}"
    return Finding(message, (0, len(pair.target_text)), f"put the {name} text here")


@lru_cache(maxsize=64)
def _reason(text: str, language: str, title: bool) -> str | None:
    own = scripts.SCRIPTS.get(language)
    if own is None:
        return None
    counted = scripts.letters(text)
    if _in_other_script(text, language, counted, own):
        most = max(counted, key=lambda script: (counted[script], script))
        return f"most of its letters are {_SCRIPT_NAMES.get(most, most)}"
    if language == "ru" and (match := _NOT_RUSSIAN.search(text)):
        return f"Russian has no letter {match[0]}"
    if language == "ja" and not title and not counted["Kana"] and _han_words(text) > 12:
        return "it has no kana at all"
    other = _sister(language, text)
    return f"it reads like {scripts.NAMES[other]}" if other else None


def _in_other_script(
    text: str, language: str, counted: Counter[scripts.Script], own: tuple[scripts.Script, ...]
) -> bool:
    """Whether few letters are the language's own, and more than names are in another script."""
    total, mine = counted.total(), sum(counted[script] for script in own)
    if mine >= 0.3 * total:
        return False
    return counted["Latin"] < total / 2 or _plain_latin(text) > max(1, mine / _LETTERS_IN_A_WORD.get(language, 5))


def _han_words(text: str) -> int:
    """How many kanji a text has apart from numbers and dates, which need no kana."""
    return scripts.letters(_NUMERALS.sub("", text))["Han"]


def _plain_latin(text: str) -> int:
    """How many Latin words are running text and no names."""
    return sum(script == "Latin" and scripts.is_plain_word(word) for script, word, _ in scripts.runs(text))


def _sister(language: str, text: str) -> str | None:
    """Another language of the same script that the text's little words belong to."""
    mine, count = scripts.likeness(text, language), len(scripts.words(text))
    for other in _SISTERS.get(language, ()):
        theirs = scripts.likeness(text, other)
        if theirs > 2 * mine + 1 and theirs >= 0.3 * count:
            return other
    return None


SCRIPT = Check(
    "H237",
    "language",
    "The translation must be in the language of its catalog. Latin names and acronyms may stand in Russian and "
    "Japanese.",
    1,
    _run,
    (
        Example("en", "tk", "The parties noted the cooperation.", "Стороны отметили сотрудничество.", True),
        Example("en", "ru", "The parties noted the cooperation.", "Сторони відзначили співпрацю країн.", True),
        Example("ru", "ja", "Стороны отметили сотрудничество.", "The sides noted the cooperation.", True),
        Example("ru", "en", "Стороны отметили сотрудничество.", "The parties noted сотрудничество.", True),
        Example(
            "ru",
            "tk",
            "Стороны отметили сотрудничество стран.",
            "The parties noted the cooperation of the countries.",
            True,
        ),
        Example("en", "ja", "UNESCO", "UNESCO", False),
        Example("en", "ru", "Samsung and LG", "Samsung и LG", False),
    ),
)
