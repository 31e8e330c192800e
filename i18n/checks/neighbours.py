"""Languages that a text can be taken for: neighbours with the same letters, and how to tell them from each other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.neighbour_words import LITTLE
from i18n.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_OWN_LETTERS = {
    "en": late("[a-zāēīōū]+"),
    "tk": late("[abdefghijklmnoprstuwyzäçžňöşüý]+"),
    # ъ stands before е, ё, ю and я only; in Bulgarian it is a vowel.
    "ru": late("(?:[а-щы-яё]|ъ(?=[еёюя]))+"),
}
_STRANGE_LETTERS = {
    "en": late(r"[^\W\d_a-zāēīōū]"),
    "tk": late(r"[^\W\d_abdefghijklmnoprstuwyzäçžňöşüý]"),
    "ru": late(r"[^\W\d_а-щы-яё]"),
}
"""A letter, in small letters, without which no word of a text is strange."""
# Words that both languages have speak for neither.
_ALL = {
    language: {name: frozenset(words.split()) for name, words in others.items()} for language, others in LITTLE.items()
}
_OWN = scripts.STOP_WORDS | {
    "en": scripts.STOP_WORDS["en"]
    | frozenset(
        "how what when who where why can could may must should some any like more most no do does did if so but then "
        "than our we you us my your there here only over through about each every both under".split()
    )
}
_SHARED = {
    language: {name: little & _OWN[language] for name, little in others.items()} for language, others in _ALL.items()
}
_SURE = {language: _OWN[language].difference(*shared.values()) for language, shared in _SHARED.items()}
_LITTLE = {
    language: {name: little - _OWN[language] for name, little in others.items()} for language, others in _ALL.items()
}
_ENDINGS = {
    name: late(rf"(?:{endings})(?![^\W\d_])")
    for name, endings in {
        "uk": "ння|ськ\\w{1,4}|ції|ість",
        "be": "сць|ць|цца|[аеыё]нне|ання",
        "bg": "ските|ият|ването|ството|ията|ието|остта|остите|ниците|телите|ицата",
        "de": "ungen|schaft|keit|lichen?|ierung|ischen?",
        "es": "ción|ciones|idad",
        "it": "zione|zioni|ità",
        "pt": "ção|ções|dade",
        "nl": "heid|lijke?|schappen|ingen",
        "fr": "ité|ités|eux|elle",
        "tr": "[dt][ıuü]|ıyor|iyor|uyor|ması|mesi|ların|lerin",
        "uz": "ning|lari|larni|larini|moqda|ligi|илди|нинг|ларни",
        "mk": "ниот|скиот|ската|увањето",
        "tg": "хонаи|ҳои",
        "en": "tions?|ness|ing|ed|ity",
    }.items()
}
_NAMES = scripts.NAMES | {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "pl": "Polish", "ro": "Romanian", "sv": "a Scandinavian language", "az": "Azerbaijani", "uz": "Uzbek",
    "gag": "Gagauz", "be": "Belarusian", "sr": "Serbian", "mk": "Macedonian", "ky": "Kyrgyz", "tg": "Tajik",
    "mn": "Mongolian",
}  # fmt: skip
# Only where a word begins: a search from each of its letters would take a time that grows with the square.
_CYRILLIC = late(r"(?<![^\W\d_])[^\W\d_]*[\u0400-\u052f][^\W\d_]*(?:['’-][\u0400-\u052f]+)*")
_JOINTS = late("['’-]")
_PARTICLES = frozenset("della delle degli dello sobre contre entre pentru".split())
"""Small words that stand inside of names."""
_ENGLISH_ENDINGS = late(r"(?:ed|ing|tions?|ment)(?![^\W\d_])")
# A text that is half translated is no text in the other language.
_SURELY = {
    ("tk", "en"): late(r"(?<![^\W\d_])[^\W\d_]*[äçžňöşüý][^\W\d_]*"),
    ("en", "tk"): _ENGLISH_ENDINGS,
    ("en", "tr"): _ENGLISH_ENDINGS,
}
_TURKMEN_ONLY = late("[ýňž]")
_SOURCE_SHARE = 0.3
_RAREST, _ALONE = 0.25, 0.2
"""The share of words that have to belong to another language; less in Cyrillic, where none is Russian."""
_KNOWN = 8192
"""Words of which is known what they say."""
_ALWAYS = 9
"""So many words in small letters hold one of the frequent words of English at least."""


def reads_like(text: str, language: str) -> str | None:
    """The name of another language of the same script that a text is in, or ``None``.

    Frequent little words and endings tell it, and letters that ``language`` does not have, in words that are no names.
    """
    own = _OWN_LETTERS.get(language)
    if own is None:
        return None
    strange: frozenset[str] = frozenset()
    if _STRANGE_LETTERS[language].search(text.lower()):
        text = " ".join(_CYRILLIC.findall(text)) if language == "ru" else text
        strange = _strange(text, own, language)
    words = scripts.lowered(text)
    if not words or (not strange and sum(map(_SURE[language].__contains__, words)) * 5 >= len(words)):
        return None
    lead, theirs, name, others = max(_evidence(words, strange, language), key=lambda one: one[:2])
    share = _SOURCE_SHARE if name in ("en", "tk") else _RAREST
    if language == "ru" and not others:
        share = _ALONE
    if lead > (1 if others else 0) and theirs >= max(2, share * len(words)) and _is_prose(text, language):
        return _NAMES[name] if theirs > len(strange) else "another language"
    mine = any(word in _OWN[language] for word in words)
    if language == "en" and not mine and sum(map(str.islower, text.split())) >= _ALWAYS + 3 * text.count(","):
        return "another language"
    return None


def _evidence(words: Sequence[str], strange: frozenset[str], language: str) -> list[tuple[int, int, str, int]]:
    """What speaks for each neighbour: its words less twice those of the other, its words, its name, the other's words.

    A strange word is a word of any of them.
    """
    theirs = dict.fromkeys(_LITTLE[language], 0)
    mine = dict.fromkeys(_LITTLE[language], 0)
    for word in words:
        for name, for_it, against_it in _told(word, language):
            theirs[name] += for_it if word not in strange else 0
            mine[name] += against_it
    odd = sum(word in strange for word in words) if strange else 0
    return [(odd + theirs[name] - 2 * mine[name], odd + theirs[name], name, mine[name]) for name in theirs]


@lru_cache(maxsize=_KNOWN)
def _told(word: str, language: str) -> tuple[tuple[str, int, int], ...]:
    """What a word says for each neighbour and against it. Most words say nothing, and texts repeat the others."""
    found = []
    for name, little in _LITTLE[language].items():
        ending, surely = _ENDINGS.get(name), _SURELY.get((language, name))
        theirs = (word in little) + (len(ending.findall(word)) if ending else 0)
        mine = (word in _OWN[language]) - (word in _SHARED[language][name])
        mine += len(surely.findall(word)) if surely else 0
        if theirs or mine:
            found.append((name, theirs, mine))
    return tuple(found)


def _strange(text: str, own: re.Pattern[str], language: str) -> frozenset[str]:
    """The words, in small letters, that have a letter that the language does not have; names are left out."""
    found = (
        word.lower()
        for word, at in scripts.words(text)
        if not own.fullmatch(_JOINTS.sub("", word.lower()))
        and (word.islower() or (word[1:].islower() and text[:at].rstrip()[-1:] in ("", ".", "!", "?")))
    )
    return frozenset(word for word in found if language != "tk" or not _TURKMEN_ONLY.search(word))


def _is_prose(text: str, language: str) -> bool:
    """Whether a text is more than a name, such as *Agence de Promotion des Investissements*."""
    shortest = 5 if language == "en" else 4
    return any(word.islower() and len(word) >= shortest and word not in _PARTICLES for word, _ in scripts.words(text))
