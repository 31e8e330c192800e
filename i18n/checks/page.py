"""The language of a whole page: a Russian page under /en/ must not go out."""

from __future__ import annotations

import re

from i18n import scripts
from i18n.checks.frame import language
from i18n.model import LocaleTag, Place
from i18n.problems import Problem, problem

_FEW_LETTERS = 60
_OTHERS = {"en": ("tk", "tr"), "tk": ("tr", "en"), "ru": ("uk", "bg", "kk")}
_NOT_RUSSIAN = re.compile("[ІіЇїЄєҐґЎўӘәҒғҚқҢңӨөҰұҮүҺһЈј]")


def check_language(text: str, locale: LocaleTag, place: Place) -> list[Problem]:
    """Whether the whole text of a page is in the language of ``locale``.

    ``text`` is plain. A text of fewer than 60 letters, and a language that is not known here, pass.
    """
    own = scripts.SCRIPTS.get(language(locale))
    counted = scripts.letters(text)
    total = counted.total()
    if own is None or total < _FEW_LETTERS:
        return []
    share = sum(counted[script] for script in own) / total
    if share < 0.6:
        return [_wrong(locale, place, f"only {share:.0%} of its letters are those of the language")]
    reason = _japanese(counted) if own == ("Kana", "Han") else _by_words(text, language(locale))
    return [_wrong(locale, place, reason)] if reason else []


def _japanese(counted: dict[scripts.Script, int]) -> str | None:
    share = counted["Kana"] / (counted["Kana"] + counted["Han"])
    return f"only {share:.0%} of it is kana; it may be Chinese" if share < 0.15 else None


def _by_words(text: str, own: str) -> str | None:
    mine = scripts.hits(text, own)
    for other in _OTHERS[own]:
        theirs = scripts.hits(text, other)
        if theirs > mine:
            return f"{theirs} of its words are {scripts.NAMES[other]} ones, {mine} are {scripts.NAMES[own]}"
    if own == "ru" and len(strange := _NOT_RUSSIAN.findall(text)) > len(text) / 200:
        return f"it has letters that Russian lacks: {' '.join(sorted(set(strange)))}"
    count = len(scripts.words(text))
    if count > 40 and mine < count / 50:
        return f"only {mine} of its {count} words are common {scripts.NAMES[own]} ones"
    return None


def _wrong(locale: LocaleTag, place: Place, reason: str) -> Problem:
    name = scripts.NAMES[language(locale)]
    return problem("H240", place, f"the page does not look like {name}: {reason}")
