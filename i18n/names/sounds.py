"""Words as sounds, and how far two words are from each other.

A word becomes one letter a sound: consonants ``bcdfghklmnprstvz``, ``S`` (sh), ``Z`` (zh, j), ``C`` (ch), and the
English spellings that are read in several ways: ``Q`` (ch), ``J`` (j), ``X`` (x), ``G`` (g before e and i), ``T`` (th),
``q``. Vowels are weak: romanisations differ in them most.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from i18n import inflection
from i18n.names import kana
from i18n.patterns import late

VOWELS = frozenset("aeiou")
# Rulers and saints, whose names are translated: Charles is Карл.
_TRANSLATED = """
charles karl karol sharl charz|george georg georgi jorj yorgi|john ioann ivan yohane jon yahya|
paul pavel paulo paulus pol|william vilgelm viliam uilyam willem|henry henri genrih heinrich|
louis lui lyudovik ludwig|francis francisk francesco|peter petr pyotr pedro piter|catherine katherine ekaterina|
elizabeth elizaveta erizabesu|philip filipp felipe|james iakov yakov jeyms|joseph iosif yosef|leo lev leon|
nicholas nikolay nikolas|benedict benedikt|alexander iskander aleksandr|solomon suleyman|david davud|
abraham ibrahim|moses moisey musa|jesus isus isa|avicenna ibnsina|matthew matvey matfey|michael mihail|
frederick fridrih frederik
"""
_ENGLISH = {
    "tsch": "C", "sch": "S", "tch": "C", "dzh": "Z", "sh": "S", "ch": "Q", "zh": "Z", "kh": "h", "gh": "g", "ph": "f",
    "th": "T", "ts": "c", "tz": "c", "ck": "k", "qu": "kv", "q": "q", "sz": "s", "cz": "C", "dj": "Z", "dž": "Z",
    "ge": "Ge", "gi": "Gi", "ce": "se", "ci": "si", "cy": "si", "c": "q", "j": "J", "x": "ks", "w": "v",
    "š": "S", "ş": "S", "ș": "S", "ž": "Z", "ç": "C", "č": "C", "ć": "C", "ğ": "g", "ı": "i", "ł": "l", "ø": "o",
    "đ": "d", "ð": "d", "þ": "T", "ß": "s", "æ": "e", "œ": "e", "ñ": "n", "ŋ": "n", "ə": "e",
}  # fmt: skip
_TURKMEN = {
    "ç": "C",
    "j": "Z",
    "ž": "Z",
    "ş": "S",
    "ň": "n",
    "ý": "i",
    "y": "i",
    "ä": "a",
    "ö": "o",
    "ü": "u",
    "w": "v",
    "ts": "c",
}
_RUSSIAN = {
    "дж": "Z", "цз": "Z", "чж": "Z", "тс": "c", "дз": "z", "щ": "S", "ш": "S", "ж": "Z", "ч": "C", "ц": "c",
    "х": "h", "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "o", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "ы": "i", "э": "e", "ю": "u", "я": "a", "ъ": "", "ь": "",
}  # fmt: skip
_TABLES = {"en": _ENGLISH, "tk": _TURKMEN, "ru": _RUSSIAN}
_PATTERNS = {
    language: late("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for language, table in _TABLES.items()
}
_DUTCH = late(r"ij(?![aeiou])")
_VOWELS = late("[aeiouy]+")
_TWICE = late(r"(.)\1+")
_NASAL = late(r"ng(?![aeiou])")
_OTHER = late("[^a-zA-Z]+")
_FAMILY = late(r"(?<=[^aeiou])[aeio](?:v|fu?|vu|va)\Z")
_NEAR = ("pbf", "fvh", "kgh", "td", "tC", "szScZ", "cCS", "ZC", "ct", "mn", "vuo")
"""Sounds that scripts and romanisations take for each other."""
_READ = {"Q": "kSCch", "X": "ksShgz", "G": "gZhk", "J": "Zihzs", "T": "tszd", "q": "kCgcs"}
"""What the spellings of several readings stand for."""
_CLOSE = {(a, b) for group in _NEAR for a in group for b in group}
_CLOSE |= {pair for letter, read in _READ.items() for one in read for pair in ((letter, one), (one, letter))}
_ALWAYS = {("Q", "C"), ("C", "Q"), ("J", "Z"), ("Z", "J"), ("G", "g"), ("g", "G"), ("T", "t"), ("t", "T"), ("q", "k"),
           ("k", "q")}  # fmt: skip
_VOWEL_STEP = {frozenset(pair): 0.1 for pair in ("ae", "ao", "ei", "ou", "iu", "au", "eo")}
_FAR_VOWEL = 0.3
_WEAK = {"h": 0.4, "i": 0.15} | dict.fromkeys("aeou", 0.2)
_WEAK_IN_JAPANESE = _WEAK | {"r": 0.5}
"""Denver is デンバー."""
_LIKE, _UNLIKE = 0.36, 0.5
_STRICT = 1.6
"""Family names in *-ov* are spelled nearly the same in all languages but Japanese."""
_SURE = 3
_KEY = str.maketrans("QJTGqXScf", "CZtgksssv", "aeiou")
_JAPANESE = str.maketrans("lb", "rv")
"""What kana have one sound for: ル is l and r, バ is often v."""


def sounds(word: str, language: str) -> str:
    """The sounds of a word of a language, in the letters above."""
    return _sounds(word, language)


@lru_cache(maxsize=16384)
def _sounds(word: str, language: str) -> str:
    if language == "ja":
        small = kana.sounds(word)
    else:
        table = _TABLES[language]
        plain = _DUTCH.sub("ei", inflection.plain(word)) if language == "en" else inflection.plain(word)
        small = _PATTERNS[language].sub(lambda match: table[match[0]], plain)
        if not small.isascii():
            small = unicodedata.normalize("NFKD", small)
        small = _OTHER.sub("", small)
        small = f"X{small[2:]}" if small.startswith("ks") else small
    joined = _VOWELS.sub(lambda match: match[0].strip("y")[:1] or "i", small)
    return _TWICE.sub(r"\1", _NASAL.sub("n", joined))


_ADJECTIVE = late(r"(?:и|ий|ин|ан|ов)?ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)\Z")


@lru_cache(maxsize=16384)
def stems(word: str, language: str) -> tuple[str, ...]:
    """A word and what endings leave of it; of a Russian adjective, the place: *марыйский*."""
    found = inflection.stems(word, language)
    if language == "en":  # the s of a possessive is no sound of the name
        found = tuple(stem for stem in found if not stem.endswith(("'", "'s"))) or found
    if language == "ru" and (adjective := _ADJECTIVE.search(found[0])) and adjective.start() > 1:
        return (*found, found[0][: adjective.start()])
    return found


@lru_cache(maxsize=16384)
def keys(word: str, language: str) -> frozenset[str]:
    """The consonants of a word and of its stems: words that share one of three consonants or more are one name."""
    found = {_key(_sounds(stem, language)) for stem in stems(word, language)}
    found |= {key.translate(_JAPANESE) for key in found}
    vowels = _first_vowel(word, language)
    return frozenset(f"{key}{vowel}" for key in found if len(key) >= _SURE for vowel in vowels)


_OPEN, _CLOSED = "1", "2"
"""The vowels *a* and *e* are never taken for *u* and *y*; *i* and *o* stand for either."""
_FIRST_VOWEL = {
    "en": late("[aeiou]|y(?![aeiou])", re.IGNORECASE),
    "tk": late("[aeiouyäöü]", re.IGNORECASE),
    "ru": late("[аеёиоуыэюя]", re.IGNORECASE),
    "ja": late("[aeiou]"),
}
_TOLD = dict.fromkeys("aeäаеэя", _OPEN) | dict.fromkeys("uüyуюы", _CLOSED)


@lru_cache(maxsize=16384)
def _first_vowel(word: str, language: str) -> str:
    """What the first vowel of a family name in *-ov* can be; of other words, anything."""
    heard = [_sounds(stem, language) for stem in stems(word, language)]
    if not any(map(_FAMILY.search, heard)):
        return f"{_OPEN}{_CLOSED}"
    found = _FIRST_VOWEL[language].search(heard[0] if language == "ja" else word)
    vowel = found[0].lower() if found else ""
    # A kana's u may stand between two consonants and be none of the name's.
    told = "" if language == "ja" and vowel == "u" else _TOLD.get(vowel, "")
    return told or f"{_OPEN}{_CLOSED}"


def other_vowels(one: str, first: str, other: str, second: str) -> bool:
    """Whether two family names in *-ov* have the same consonants, and first vowels that none takes for each other."""
    vowels = _first_vowel(one, first), _first_vowel(other, second)
    if not set(vowels[0]).isdisjoint(vowels[1]):
        return False
    ones, others = ({key[:-1] for key in keys(*word)} for word in ((one, first), (other, second)))
    return not ones.isdisjoint(others)


def _key(sound: str) -> str:
    return _TWICE.sub(r"\1", sound.translate(_KEY))


_ENDINGS = {
    "ja": late("[ァ-ヺー]+[エェケゲセゼテデネヘベペメレオォコゴソゾトドノホボポモヨョロヴ](?:フ|ワ|ヴァ|ヴ)"),
    "en": late(r"[^\W\d_]{2,}(?:[oe]v|[oe]va|yan|adze|shvili|enko|vich|skiy|sky|skaya)"),
    "tk": late(r"[^\W\d_]{2,}(?:[oe]w|[oe]wa|adze|şwili|enko|wiç|skiý)"),
    "ru": late(
        r"[^\W\d_]{2,}(?:[оеё]в|[оеё]ва|[оеё]вой|[оеё]ву|[оеё]вым|[оеё]ве|швили|енко|вич|нян|тян|рян|лян|зян|ьян)"
    ),
}


@lru_cache(maxsize=8192)
def family(word: str, language: str, *, as_written: bool = False) -> bool:
    """Whether a word ends as family names and patronymics do: *-ov*, *-ова*, *-ýewa*, *-дзе*.

    :param as_written: and has no ending of a case, which would make names of many words.
    """
    stems = inflection.stems(word, language)
    return any(_ENDINGS[language].fullmatch(stem) for stem in (stems[:1] if as_written else stems))


_MEN = {
    "en": late(r"[^\W\d_]+[oe]v(?:['’]s)?"),
    "tk": late(r"[^\W\d_]+[oe]w(?:[yi]ň|[yi]|d[ae]n?|e)?"),
    "ru": late(r"[^\W\d_]+[оеё]в(?:ым|е)?"),
    "ja": late("[ァ-ヺー]+フ"),
}
_WOMEN = {
    "en": late(r"[^\W\d_]+[oe]va(?:['’]s)?"),
    "tk": late(r"[^\W\d_]+(?:[oe]wa(?:n[yi]ň|n[yi]|d[ae]n?)|ewa)"),
    "ru": late(r"[^\W\d_]+[оеё]в(?:ой|ою)"),
    "ja": late("[ァ-ヺー]+(?:ワ|ヴァ)"),
}


def gender(word: str, language: str) -> str | None:
    """Whether a family name in *-ov* is a man's (``m``) or a woman's (``f``); None where its case leaves it open."""
    if _MEN[language].fullmatch(word):
        return "m" if family(word, language) else None
    return "f" if _WOMEN[language].fullmatch(word) and family(word, language) else None


def alike(one: str, first: str, other: str, second: str) -> bool:
    """Whether a word of the language ``first`` can be the name that another one is in ``second``."""
    return distance(one, first, other, second) <= _LIKE


def may_begin_alike(one: str, first: str, other: str, second: str) -> bool:
    """Whether two words can be one name by their first sounds: a quick look, before they are measured."""
    a, b = _sounds(one, first)[:1], _sounds(other, second)[:1]
    return a in VOWELS or b in VOWELS or (bool(a and b) and _step(a, b) < 1)


def unlike(one: str, first: str, other: str, second: str) -> bool:
    """Whether they are surely two names."""
    return distance(one, first, other, second) >= _UNLIKE


def distance(one: str, first: str, other: str, second: str) -> float:
    """How far two words are from each other: 0 for one name, 0.5 and more for two."""
    if not keys(one, first).isdisjoint(keys(other, second)):
        return 0.0
    return _distance(one, first, other, second)


@lru_cache(maxsize=32768)
def _distance(one: str, first: str, other: str, second: str) -> float:
    """The cost of the cheapest way from any stem of one to any stem of the other, by the consonants."""
    ones, others = _spoken(one, first), _spoken(other, second)
    also = (_NAMESAKES.get(_key(one)) for one in ones)
    if any(names and not names.isdisjoint(map(_key, others)) for names in also):
        return 0.0
    weak = _WEAK
    if "ja" in (first, second):
        weak = _WEAK_IN_JAPANESE
        ones, others = ({one.translate(_JAPANESE) for one in some} for some in (ones, others))
    return min(_cost(a, b, weak) for a in ones for b in others)


def _spoken(word: str, language: str) -> set[str]:
    """The sounds of a word's stems. Where one ends like a family name, the others have endings that are no name's."""
    found = {_sounds(stem, language) for stem in stems(word, language)}
    return {one for one in found if _FAMILY.search(one)} or found


def _cost(one: str, other: str, weak: dict[str, float]) -> float:
    """By the roots, where both have the ending of a family name: Orazov and Annayev share nothing."""
    roots, strict = (_FAMILY.sub("", one), _FAMILY.sub("", other)), 1.0
    if len(roots[0]) < len(one) and len(roots[1]) < len(other):
        (one, other), strict = roots, _STRICT if weak is _WEAK else 1.0
    consonants = max(sum(sound not in VOWELS for sound in sounds) for sounds in (one, other))
    return strict * _way(one, other, weak) / max(2, consonants)


def _way(one: str, other: str, weak: dict[str, float]) -> float:
    """The edit distance of two words, with what every sound costs."""
    before = [0.0]
    for sound in other:
        before.append(before[-1] + weak.get(sound, 1))
    for a in one:
        drop = weak.get(a, 1)
        row = [before[0] + drop]
        for at, b in enumerate(other):
            row.append(min(before[at] + _step(a, b), before[at + 1] + drop, row[at] + weak.get(b, 1)))
        before = row
    return before[-1]


def _step(a: str, b: str) -> float:
    """What it costs to take one sound for another."""
    if a == b or (a, b) in _ALWAYS:
        return 0
    if a in VOWELS and b in VOWELS:
        return _VOWEL_STEP.get(frozenset((a, b)), _FAR_VOWEL)
    return 0.35 if (a, b) in _CLOSE else 1


def _namesakes() -> dict[str, frozenset[str]]:
    groups = [
        frozenset(_key(_sounds(name, "en")) for name in row.split()) for row in re.split(r"[|\n]+", _TRANSLATED.strip())
    ]
    return {key: frozenset().union(*(group for group in groups if key in group)) for group in groups for key in group}


_NAMESAKES = _namesakes()
