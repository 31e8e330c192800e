"""Text that a program read in another encoding than it was written in (mojibake)."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAKEN_FOR = ("cp1252", "cp1251", "latin-1", "koi8_r", "cp932", "gbk", "cp1250", "cp1254", "cp866", "mac_roman")
"""Encodings that programs take UTF-8 for."""
_OTHERS = {
    "ru": (
        ("cp1252", "cp1251"), ("latin-1", "cp1251"), ("cp1252", "koi8_r"), ("latin-1", "koi8_r"), ("cp1251", "cp866"),
        ("cp866", "cp1251"), ("cp1252", "cp866"), ("latin-1", "cp866"), ("koi8_r", "cp866"), ("cp1251", "koi8_r"),
    ),
    "ja": (
        ("cp1252", "euc_jp"), ("latin-1", "euc_jp"), ("cp1252", "cp932"), ("latin-1", "cp932"), ("cp1251", "cp932"),
        ("cp1251", "euc_jp"),
    ),
}  # fmt: skip
"""What text was read as, and what it is."""
_OWN = {
    "en": late(r"[\sA-Za-zÀ-ÖØ-öø-ÿ“”‘’–—…«»°€£№•\u00a0]+"),
    "tk": late(r"[\sA-Za-zÄäÇçŽžŇňÖöŞşÜüÝý«»“”‘’–—…№°€²³\u00a0]+"),
    "ru": late(r"[\sА-Яа-яЁё«»„“”’–—…№°€\u00a0]+"),
    "ja": late(r"[\sA-Za-z0-9\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e々…]+"),
}
# Runs of signs that are no ASCII, of which those with a sign of the second table are looked into.
_STRANGE = {
    "en": late(r"[^\x00-\x7f]+"),
    "tk": late(r"[^\x00-\x7f]+"),
    "ru": late(r"[^\x00-\x7f\s]+"),
    "ja": late(r"[^\s\x00-\x7f\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e々…]+[^\s\u3001-\u30ff\u4e00-\u9fff。、]*"),
}
_OTHER = {
    "en": late(r"[^\x00-\x7f][^\x00-\x7f]|[^\x00-\x7f“”‘’–—…«»°€£№•×−\u00a0]"),
    "tk": late(r"[^\x00-\x7fÄäÇçŽžŇňÖöŞşÜüÝý«»“”‘’–—…№°€×−\u00a0]"),
    "ru": late(r"[^\x00-\x7f\sА-Яа-яЁё«»„“”‘’–—…№°€×−§•·\u0301\u00a0]"),
    "ja": late(r"[^\s\x00-\x7f\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e々…]"),
}
# What kana become where their UTF-8 is read as Shift JIS or GBK, and kana of EUC as Shift JIS: no word has these signs.
_KANA = late(
    r"(?:[繝銇銈銉]|縺(?!れ)|繧(?!繝縁))[^\s\x00-\x7f、。「」]*|[ƒ‚][^\s、。「」]*"
    r"|[\u0400-\u04ff][\u2500-\u257f][^\s\u3041-\u30ff]*|(?<![\uff66-\uff9f])(?:[･､][\uff66-\uff9f])+[\uff61-\uff9f]*|[‘’“”•–—˜™š›œžŸ€†‡ˆ‰Š‹ŒŽ¡-ÿ]{2}[˜™š›œžŸ†‡ˆ‰Š‹ŒŽ¡-ÿ][˜™š›œžŸ†‡ˆ‰Š‹ŒŽ¡-ÿ‘’“”]*"
)
_LONGEST = 2_000
"""Signs of a run that is read again."""
_KANJI = late("[\u4e00-\u9fff]{1,6}[\uff61-\uff9f][\u4e00-\u9fff\uff61-\uff9f]*")
"""Kanji beside narrow kana can be the UTF-8 of kanji, read as Shift JIS."""
_MARKS = late("[‘’“”•–—…]+")
_NARROW = late("[\uff61-\uff9f]+")
_TURKISH = late("(?<=[a-zäçöüý])[þÞºª]|[þÞ](?=[a-zäçöüý])")
"""What ş of the Turkish and Central European code pages becomes where they are read as Western European."""
_CASES = late(
    r"(?<!\w)(?:[а-яё][А-ЯЁ]{3,}|[А-ЯЁ]{7,}|[ЪЬЫ][А-ЯЁ]{3,}|[А-ЯЁ]{1,6}(?:[ЪЬЫЙ]{2}|[АЕИОУЭЮЯ][ЪЬЫ]|Щ(?!\w))[А-ЯЁ]*)(?!\w)"
)
"""KOI8-R has its small letters where Windows-1251 has capitals."""
_CAPITALS = late("[А-ЯЁ]{2}")
_SHARES = {
    letter: float(share)
    for letter, share in zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        "109 85 80 74 67 63 55 47 45 44 35 32 30 28 26 20 19 17 17 16 16 14 12 10 9 7 6 5 4 3 3 .4 .4".split(),
        strict=True,
    )
}
"""Of a thousand letters of Russian."""


def misread(text: str, language: str) -> Iterator[tuple[int, int, str | None]]:
    """Where text was damaged, and what it was, where that can be told."""
    other = _OTHER.get(language)
    for match in _STRANGE[language].finditer(text) if other and other.search(text) else ():
        if len(match[0]) < _LONGEST and other and other.search(match[0]) and (right := _meant(match[0], language)):
            yield *match.span(), right
    for pattern in _SURE.get(language, ()):
        yield from ((*match.span(), None) for match in pattern.finditer(text))
    if language == "ja":
        yield from _kanji(text)
    elif language == "ru" and _CAPITALS.search(text):
        for match in _CASES.finditer(text):
            if right := _koi8(match[0]):
                yield *match.span(), right


_SURE = {"ja": (_KANA,), "tk": (_NARROW, _TURKISH), "ru": (_NARROW,), "en": (_NARROW,)}


def _kanji(text: str) -> Iterator[tuple[int, int, None]]:
    for match in _KANJI.finditer(text):
        tails = (match[0][at:] for at in range(min(6, len(match[0]) - 1)))
        if any(_meant(tail, "ja") for tail in tails):
            yield *match.span(), None


@lru_cache(maxsize=256)
def _meant(run: str, language: str) -> str | None:
    """What a run of signs is, read as UTF-8, or as another encoding that the language is written in."""
    own = _OWN[language]
    for encoding in _TAKEN_FOR:
        right = _again(run, encoding, "utf-8")
        if right and right != run and len(right) <= len(run) and own.fullmatch(right):
            return right
    if len(run) < (2 if language == "ja" else 3) or (language == "ja" and run[1:].isascii()):
        return None
    for taken_for, encoding in _OTHERS.get(language, ()):
        right = _again(run, taken_for, encoding)
        if right and own.fullmatch(right) and _is_text(right, language) and not _MARKS.fullmatch(run):
            return right
    return None


def _again(run: str, taken_for: str, encoding: str) -> str | None:
    try:
        return run.encode(taken_for).decode(encoding)
    except UnicodeError:
        return None


def _is_text(text: str, language: str) -> bool:
    """Whether letters stand together as in a word: small ones, at most behind a capital, or kana and kanji."""
    if language == "ja":
        return not text.isascii() and any("\u3041" <= sign <= "\u9fff" for sign in text)
    words = re.findall(r"[^\W\d_]+", text)
    return all(word.islower() or word.istitle() or word.isupper() for word in words) and sum(map(len, words)) > 2


def _koi8(word: str) -> str | None:
    """What a word of the letters of the wrong code page is, where its letters are those of a Russian word."""
    for taken_for, encoding in (("cp1251", "koi8_r"), ("koi8_r", "cp1251")):
        right = _again(word, taken_for, encoding)
        if right and right.lower().strip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя") == "" and right[1:].islower():
            gain = sum(
                math.log(_SHARES[right_letter] / _SHARES[letter])
                for right_letter, letter in zip(right.lower(), word.lower(), strict=True)
            )
            if gain > (0 if word[0].islower() else len(word) / 2):
                return right
    return None
