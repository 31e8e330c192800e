"""The letters of the language: thirty of Turkmen, thirty-three of Russian, kanji of Japan, no accents in English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks import kanji
from i18n.checks.copy import is_copy
from i18n.checks.english_words import CAPITALS, LOANS
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TO_TURKMEN = {
    "ı": "y", "İ": "I", "ğ": "g", "Ğ": "G", "ñ": "ň", "Ñ": "Ň", "â": "a", "Â": "A", "ș": "ş", "Ș": "Ş", "ț": "t",
    "î": "i", "û": "u", "ě": "e", "ŷ": "ý", "ÿ": "ý", "ń": "ň", "ż": "ž", "ə": "ä", "Ə": "Ä", "ź": "ž", "ʻ": "",
}  # fmt: skip
_NOT_TURKMEN = late(f"[{''.join(_TO_TURKMEN)}]")
_FOREIGN = late("[cqvx]")
_ACCENTED = late("(?![äçžňöşüýÄÇŽŇÖŞÜÝ])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_NOT_TURKMEN_TEXT = (_NOT_TURKMEN, _ACCENTED, _FOREIGN)
"""Most texts have none of these letters in any word."""
_TURKMEN_ONLY = late("[ýňžşäÝŇŽŞÄ]")
_NOT_RUSSIAN = late("[\u0400\u0402-\u040f\u0450\u0452-\u052f]")
_TO_RUSSIAN = str.maketrans("іїєґўәқңөұүҺһҳјљњћѝҷҗ", "ииеггэкноууХххйлнчичж".replace("гг", "гу", 1))
_NOT_ENGLISH = late("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0259\u1e00-\u1eff]")
_MACRONS = frozenset("āēīōūĀĒĪŌŪ")
_PLAIN = str.maketrans("ıİłŁøØđĐəƏßæœ", "iIlLoOdDeEsao")
_ENGLISH = late("(?:tions?|ments?|ness|ships?|ity|ally|ary|ents?|ences?|ances?|ful|ing|ed|ers|ese|ates)\\Z")
_FRENCH = late("[éèêçàôîëï]")
_OPENS_QUOTE = '“«"‘(['


def _run(pair: Pair) -> Iterator[Finding]:
    letters = _BY_LANGUAGE.get(pair.target_language)
    for found in letters(pair) if letters else ():
        if is_copy(pair) or wrong_language(pair):  # asked where there is something to say, which is seldom
            return
        yield found


def _turkmen(pair: Pair) -> Iterator[Finding]:
    if not any(letters.search(pair.target_prose) for letters in _NOT_TURKMEN_TEXT):
        return
    kept = _kept(pair)
    for word, start in scripts.words(pair.target_prose):
        if word in kept:
            continue
        if wrong := _NOT_TURKMEN.search(word):
            right = _NOT_TURKMEN.sub(lambda letter: _TO_TURKMEN[letter[0]], word)
            yield _wrong(wrong[0], word, start + wrong.start(), "Turkmen", right)
        elif (accented := _ACCENTED.search(word)) and (word.islower() or _TURKMEN_ONLY.search(word)):
            yield _wrong(accented[0], word, start + accented.start(), "Turkmen")
        elif (foreign := _FOREIGN.search(word)) and len(word) > 1 and (word.islower() or _TURKMEN_ONLY.search(word)):
            at = start + foreign.start()
            message = f"“{foreign[0]}” in {word} is no letter of the Turkmen alphabet"
            yield Finding(message, (at, at + 1), severity="warning")


def _russian(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    if not _NOT_RUSSIAN.search(text):
        return
    kept = _kept(pair)
    for word, start in scripts.words(text):
        if word not in kept and "ѣ" not in word and (wrong := _NOT_RUSSIAN.search(word)):
            right = word.translate(_TO_RUSSIAN)
            yield _wrong(wrong[0], word, start + wrong.start(), "Russian", "" if _NOT_RUSSIAN.search(right) else right)


def _english(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    if not _NOT_ENGLISH.search(text):
        return
    kept = _kept(pair)
    for word, start in scripts.words(text):
        wrong = next((found for found in _NOT_ENGLISH.finditer(word) if found[0] not in _MACRONS), None)
        if wrong is None or word in kept or _is_foreign_name(word, text, start, kept):
            continue
        yield _wrong(wrong[0], word, start + wrong.start(), "English", _plain(word))


def _is_foreign_name(word: str, text: str, start: int, kept: frozenset[str]) -> bool:
    """Whether a word may have its accents: a name, a loanword, the beginning of a quotation, a word of the source."""
    lower = word.lower()
    if lower in LOANS or text[start - 1 : start] in tuple(_OPENS_QUOTE):
        return True
    if not word.islower():
        plain = _plain(lower)
        english = plain in CAPITALS or (len(plain) > 7 and _ENGLISH.search(plain) and not _FRENCH.search(lower))
        return not english or word == "Türkmenistan"
    stem = lower[:4]
    return not stem.isascii() and any(one.lower().startswith(stem) for one in kept)


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _japanese(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    for at, modern in kanji.foreign(text):
        if text[at] in pair.source_text:
            continue
        hint = f"write {modern}, if it is in no name" if modern else "type the word anew in Japanese"
        yield Finding(f"“{text[at]}” is no character of today's Japanese", (at, at + 1), hint, "warning")


def _kept(pair: Pair) -> frozenset[str]:
    """The words of the source, which may be copied."""
    return frozenset(word for word, _ in scripts.words(pair.source_text))


def _wrong(letter: str, word: str, at: int, language: str, right: str = "") -> Finding:
    hint = f"write {right} if that is the word" if right and right != word else f"write the word in {language} letters"
    return Finding(f"“{letter}” in {word} is no {language} letter", (at, at + 1), hint)


_BY_LANGUAGE: dict[str, Callable[[Pair], Iterator[Finding]]] = {
    "en": _english,
    "tk": _turkmen,
    "ru": _russian,
    "ja": _japanese,
}

ALPHABET = Check(
    "H239",
    "alphabet",
    "Turkmen has thirty letters. ı, ğ and İ are Turkish, ñ is an older spelling of ň; c, q, v and x stand in foreign "
    "names, abbreviations and addresses only. Russian has thirty-three: і, ї, є and ў are of its neighbours. English "
    "words have accents in a few loans (café) and in foreign names (António Guterres) only. Japanese has kanji of its "
    "own: 国 and 図, not 國, 图; old forms stand in names.",
    3,
    _run,
    (
        Example("en", "tk", "The meeting was held.", "Duşuşyk geçirildi.", False),
        Example("en", "tk", "The meeting was held.", "Duşuşık geçirildi.", True),
        Example("ru", "tk", "новый год", "täze ýıl", True),
        Example("ru", "tk", "визит", "vizit", True),
        Example("en", "tk", "the COVID-19 pandemic", "COVID-19 pandemiýasy", False),
        Example("ja", "tk", "サイト：www.mfa.gov.tm", "Saýt: www.mfa.gov.tm", False),
        Example("en", "ru", "The talks were held in Tokyo.", "Переговоры прошлі в Токио.", True),
        Example("en", "ru", "The talks were held in Tokyo.", "Переговоры прошли в Токио.", False),
        Example("ru", "en", "Переговоры прошли в Ашхабаде.", "The talks wére held in Aşgabat.", True),
        Example("ru", "en", "Антониу Гутерриш посетил Турцию.", "António Guterres visited Türkiye.", False),
        Example("ru", "en", "обед в кафе", "lunch at a café", False),
        Example("en", "ja", "cooperation of the two countries", "両國の協力", True),
        Example("en", "ja", "The library was opened.", "图書館が開館しました。", True),
        Example("en", "ja", "Mr Saito of Keio University", "慶應義塾大学の齋藤教授", False),
    ),
)
