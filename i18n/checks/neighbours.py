"""Languages that a text can be taken for: neighbours with the same letters, and how to tell them from each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n import scripts
from i18n.checks.neighbour_words import LITTLE
from i18n.patterns import late

_OWN_LETTERS = {
    "en": late("[a-zāēīōū]+"),
    "tk": late("[abdefghijklmnoprstuwyzäçžňöşüý]+"),
    # ъ stands before е, ё, ю and я only; in Bulgarian it is a vowel.
    "ru": late("(?:[а-щы-яё]|ъ(?=[еёюя]))+"),
}
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
_ALWAYS = 9
"""So many words in small letters hold one of the frequent words of English at least."""


def reads_like(text: str, language: str) -> str | None:
    """The name of another language of the same script that a text is in, or ``None``.

    Frequent little words and endings tell it, and letters that ``language`` does not have, in words that are no names.
    """
    own = _OWN_LETTERS.get(language)
    text = " ".join(_CYRILLIC.findall(text)) if language == "ru" else text
    words = scripts.lowered(text)
    if own is None or not words:
        return None
    mine = sum(map(_OWN[language].__contains__, words))
    strange = _strange(text, own)
    if language == "tk":
        strange = frozenset(word for word in strange if not _TURKMEN_ONLY.search(word))
    if not strange and sum(map(_SURE[language].__contains__, words)) * 5 >= len(words):
        return None
    found = (_evidence(name, words, strange, mine, language) for name in _LITTLE[language])
    lead, theirs, name, others = max(found, key=lambda one: one[:2])
    share = _SOURCE_SHARE if name in ("en", "tk") else _RAREST
    if language == "ru" and not others:
        share = _ALONE
    if lead > (1 if others else 0) and theirs >= max(2, share * len(words)) and _is_prose(text, language):
        return _NAMES[name] if theirs > len(strange) else "another language"
    if language == "en" and not mine and sum(map(str.islower, text.split())) >= _ALWAYS + 3 * text.count(","):
        return "another language"
    return None


def _evidence(
    name: str, words: Sequence[str], strange: frozenset[str], mine: int, language: str
) -> tuple[int, int, str, int]:
    """What speaks for a language: its words less twice those of the other, its words, its name, the other's words."""
    little, both = _LITTLE[language][name], _SHARED[language][name]
    ending = _ENDINGS.get(name)
    theirs = sum(word in little or word in strange for word in words)
    theirs += len(ending.findall(" ".join(word for word in words if word not in strange))) if ending else 0
    mine -= sum(map(both.__contains__, words))
    if surely := _SURELY.get((language, name)):
        mine += len(surely.findall(" ".join(words)))
    return theirs - 2 * mine, theirs, name, mine


def _strange(text: str, own: re.Pattern[str]) -> frozenset[str]:
    """The words, in small letters, that have a letter that the language does not have; names are left out."""
    return frozenset(
        word.lower()
        for word, at in scripts.words(text)
        if not own.fullmatch(_JOINTS.sub("", word.lower()))
        and (word.islower() or (word[1:].islower() and text[:at].rstrip()[-1:] in ("", ".", "!", "?")))
    )


def _is_prose(text: str, language: str) -> bool:
    """Whether a text is more than a name, such as *Agence de Promotion des Investissements*."""
    shortest = 5 if language == "en" else 4
    return any(word.islower() and len(word) >= shortest and word not in _PARTICLES for word, _ in scripts.words(text))
