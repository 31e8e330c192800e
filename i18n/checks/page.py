"""The language of a whole page: a Russian page under /en/ must not go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.frame import language
from i18n.problems import Problem, problem

if TYPE_CHECKING:
    from i18n.model import LocaleTag, Place

PAGE_VERSION = 1
"""Rises when the same page is judged in another way: what was said of it before is forgotten then."""

_FEW_LETTERS = 60
_PART = 160
_OTHERS = {"en": ("tk", "tr"), "tk": ("tr", "en"), "ru": ("uk", "bg", "kk")}
_NOT_RUSSIAN = frozenset("ІіЇїЄєҐґЎўӘәҒғҚқҢңӨөҰұҮүҺһЈј")


def check_language(text: str, locale: LocaleTag, place: Place) -> list[Problem]:
    """Whether the whole text of a page is in the language of ``locale``.

    ``text`` is plain. A text of fewer than 60 letters, and a language that is not known here, pass. Of a
    long text the beginning, the middle and the end are read: a wrong page is wrong in all of them.
    """
    words = _sample(text).lower().split()
    own = scripts.SCRIPTS.get(language(locale))
    counted = scripts.letters("".join(words))
    total = counted.total()
    if own is None or total < _FEW_LETTERS:
        return []
    share = sum(counted[script] for script in own) / total
    if share < 0.6:
        return [_wrong(locale, place, f"only {share:.0%} of its letters are those of the language")]
    reason = _japanese(counted) if own == ("Kana", "Han") else _by_words(words, language(locale))
    return [_wrong(locale, place, reason)] if reason else []


def _sample(text: str) -> str:
    if len(text) <= 3 * _PART:
        return text
    middle = (len(text) - _PART) // 2
    return f"{text[:_PART]} {text[middle : middle + _PART]} {text[-_PART:]}"


def _japanese(counted: dict[scripts.Script, int]) -> str | None:
    share = counted["Kana"] / (counted["Kana"] + counted["Han"])
    return f"only {share:.0%} of it is kana; it may be Chinese" if share < 0.15 else None


def _by_words(words: list[str], own: str) -> str | None:
    count, mine = len(words), scripts.hits(words, own)
    for other in _OTHERS[own]:
        theirs = scripts.hits(words, other)
        if theirs > mine:
            return f"{theirs} of its words are {scripts.NAMES[other]} ones, {mine} are {scripts.NAMES[own]}"
    if own == "ru" and len(strange := [word for word in words if not _NOT_RUSSIAN.isdisjoint(word)]) > count / 30:
        return f"words such as {strange[0]!r} have letters that Russian lacks"
    if count > 40 and mine < count / 50:
        return f"only {mine} of its {count} words are common {scripts.NAMES[own]} ones"
    return None


def _wrong(locale: LocaleTag, place: Place, reason: str) -> Problem:
    name = scripts.NAMES[language(locale)]
    return problem("H240", place, f"the page does not look like {name}: {reason}")
