"""Words of a text under inflection: patterns that find a term in every case, without a dictionary.

Russian and Turkmen put endings behind a stem, and the stem's last letter may change; English has a plural and a
possessive; Japanese changes nothing and has no spaces. The patterns are for text that ``plain`` has made simple.
"""

from __future__ import annotations

import re
from functools import lru_cache

from i18n.patterns import late

_RU_ENDINGS = (
    "а у ы и е о ю я ь й э ой ей ёй ою ею ью ом ем ём им ым ам ям ов ев ёв ах ях ами ями ая яя ую юю ое ее ые ие ый ий"
    " ого его ому ему ых их ыми ими ии ия ию ией ием иям иях иями ья ье ью ьи ьем ьям ьях ьями ьев"
)
_RU = "(?:" + "|".join(sorted(_RU_ENDINGS.replace("ё", "е").split(), key=len, reverse=True)) + ")?"
_RU_SET = frozenset(_RU_ENDINGS.replace("ё", "е").split())
_RU_CUT = late(
    "(?:ыми|ими|ого|его|ому|ему|ами|ями|ией|ием|ье|ые|ие|ый|ий|ой|ая|яя|ую|юю|ое|ее|ых|их|ым|им|ии|ия|ию"
    r"|[аеиоуыэюяйь])\Z"
)
_RU_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
# A vowel that comes and goes: посол, посла; день, дня; комитет stays.
_RU_FLEETING = late(rf"({_RU_CONSONANT})([ое])([лцкнр]ь?|вь)\Z")
# The same where the form without an ending has it: площадка, площадок; письмо, писем.
_RU_INSERTED = late(rf"(?<={_RU_CONSONANT})(ь?)([кмнлц])[аоеяыи]\Z")
_RU_SHORT = "(?:й|я|ю|е|и|ем|ев|ям|ями|ях)"
"""The endings of май."""
_TK_VOWEL = "[aäeioöuüyý]"
_TK_SUFFIX = (
    "(?:-?(?:l[ae]r|l[yi]|s[yi]z|[ns]?[yiuü]nyň|n[yiuü]ň|[yiuü]ň|n[yi]|n[ae]|nd[ae]n|nd[ae]|nd[aä]k[yi]|d[ae]n|d[ae]"
    "|d[aä]k[yi]|d[yi]r|k[yi]|s[yi]|m[yi]z|[yiuü]m[yi]z|ň[yi]z|[yiuü]|[aeä]|m))"
)
_TK_TAIL = f"{_TK_SUFFIX}{{0,5}}"
_TK_ENDING = late(_TK_TAIL)
_TK_CUT = late("(?:(?:l[ae]r)?[iy]n?[iy]ň|n[yi]ň|l[ae]r[iy]|l[ae]r|s[yi]|[yi])\\Z")
_TK_PAIRS = ("pb", "td", "çj", "kg", "eä")
_TK_CHANGES = {letter: f"[{pair}]" for pair in (*_TK_PAIRS, "aä") for letter in pair if letter != "ä"}
_LITTLE = frozenset("of the for and in on to a an и в на по с о об we üçin boýunça hem".split())
_WORDS = late(r"[^\W_]+(?:['’][^\W_]+)?")
_SHORTEST = 3


def plain(text: str) -> str:
    """The text in small letters, ё as е, in one kind of apostrophe and space. Same length, or the text itself."""
    small = text.lower().replace("ё", "е").replace("’", "'").replace("\u00a0", " ")
    return small if len(small) == len(text) else text


def words(text: str) -> list[str]:
    """The words of a form that carry its meaning."""
    return [word for word in _WORDS.findall(plain(text)) if word not in _LITTLE]


def pattern(form: str, language: str) -> str:
    """A regular expression for the form in a plain text, in whatever case its words are."""
    simple = plain(form)
    if language == "ja":
        return re.escape(simple)
    parts = re.findall(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s]+|\s+", simple)
    body = "".join(_part(part, language) for part in parts)
    return rf"(?<![^\W_]){body}(?![^\W_])"


@lru_cache(maxsize=8192)
def word(one: str, language: str) -> re.Pattern[str]:
    """What finds one word in a plain text, in whatever case."""
    return re.compile(pattern(one, language))


def same(one: str, other: str, language: str) -> bool:
    """Whether two words can be forms of one: they differ in nothing but endings, and a consonant before them."""
    first, second = plain(one), plain(other)
    common = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    common = min(len(first), len(second)) if common is None else common
    tails = [first[common:], second[common:]]
    if language == "tk" and all(tails) and any({tail[0] for tail in tails} == set(pair) for pair in _TK_PAIRS):
        tails = [tail[1:] for tail in tails]
    if common > 1 and all(_is_ending(tail, language) for tail in tails):
        return True
    return bool(word(one, language).fullmatch(second) or word(other, language).fullmatch(first))


@lru_cache(maxsize=8192)
def stems(one: str, language: str) -> tuple[str, ...]:
    """A word, and what is left of it without each ending that it can have; three letters or more."""
    if language == "ja":
        return (one,)
    simple = plain(one)
    ends = range(len(simple) - 1, _SHORTEST - 1, -1)
    return (simple, *(simple[:end] for end in ends if _is_ending(simple[end:], language)))


def _is_ending(tail: str, language: str) -> bool:
    if language == "tk":
        return bool(_TK_ENDING.fullmatch(tail))
    return not tail or tail in (_RU_SET if language == "ru" else ("s", "'s", "'") if language == "en" else ())


def _part(part: str, language: str) -> str:
    if part.isspace():
        return r"[\s-]+(?:the )?" if language == "en" else r"[\s-]+"
    if not part[0].isalnum():
        return '[«“"”»]?' if part in '«»“”"' else re.escape(part)
    if part.isdigit() or len(part) < _SHORTEST:
        return re.escape(part) + ("(?:-?[a-zäçžňöşüý]{1,6})?" if language == "tk" and len(part) > 1 else "")
    return _INFLECTED.get(language, re.escape)(part)


def beginnings(one: str, language: str, letters: int) -> frozenset[str]:
    """The first letters that the forms of a word can have."""
    simple = plain(one)
    found = _RU_FLEETING.search(simple) if language == "ru" else None
    without = simple[: found.start(2)] + found[3][0] if found else simple
    if language == "ru" and len(simple) == _SHORTEST and simple[-1] == "й":
        without = simple[:-1]
    if len(without) >= letters:
        return frozenset((simple[:letters], without[:letters]))
    return frozenset((simple[:letters], *((without + vowel)[:letters] for vowel in "аеиоуыюя")))


def _russian(part: str) -> str:
    if len(part) == _SHORTEST and part[-1] == "й":
        return re.escape(part[:-1]) + _RU_SHORT
    stem = _RU_CUT.sub("", part) if len(part) > 4 else part.rstrip("аеиоуыэюяйь")
    if len(stem) < _SHORTEST:
        stem = part[:-1] if len(part) > _SHORTEST and part[-1] in "ая" else part
    if found := _RU_FLEETING.search(part):
        return rf"{re.escape(part[: found.start(2)])}{found[2]}?[йь]?{found[3][0]}{_RU}"
    if found := _RU_INSERTED.search(part):
        return rf"{re.escape(part[: found.start()])}[ьое]?{found[2]}{_RU}"
    return re.escape(stem) + _RU


def _turkmen(part: str) -> str:
    stem = _TK_CUT.sub("", part)
    stem = stem if len(stem) > _SHORTEST else part
    last = _TK_CHANGES.get(stem[-1], re.escape(stem[-1]))
    return f"{re.escape(stem[:-1])}{last}(?>{_TK_TAIL}(?![^\\W_]))"  # one reading of the endings is enough


def _english(part: str) -> str:
    if part.endswith("y") and len(part) > _SHORTEST:
        return rf"{re.escape(part[:-1])}(?:y|ies)(?:'s?|s')?"
    return rf"{re.escape(part.removesuffix('s'))}(?:e?s)?(?:'s?)?"


_INFLECTED = {"ru": _russian, "tk": _turkmen, "en": _english}
