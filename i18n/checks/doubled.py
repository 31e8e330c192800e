"""A word that stands twice, one after the other."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.frame import Check, Example, Finding, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

# Signs that are not seen do not end a word: where one fell into it, its last letter is no word.
_WORD_GOES_ON = r"\w'’\-\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TWICE = re.compile(
    rf"(?<![{_WORD_GOES_ON}])([^\W\d_]+(?:[-'’][^\W\d_]+)*)(\s+)(\1)(?![{_WORD_GOES_ON}])", re.IGNORECASE
)
_TWO_TWICE = re.compile(rf"(?<![{_WORD_GOES_ON}])([^\W\d_]+\s[^\W\d_]+)(\s+)(\1)(?![{_WORD_GOES_ON}])", re.IGNORECASE)
# Katakana words and kanji compounds; counters such as 一人一人 and 一つ一つ are right.
_JAPANESE = re.compile(
    r"((?:(?![一二三四五六七八九十百千万々〇])[\u3400-\u9fff]){2,8}|[\u30a1-\u30fc]{3,16})(\1)"
    r"|((?!ひとり|ひとつ|くりかえし|ありがとう)[\u3041-\u3093]{3,8})(\3)"
    r"|(をを|(?<!も)のの(?!ち)|(?<!な)がが|にに(?!ん)|とと(?!も|の|き|う)|でで(?!き|し|す))"
    r"|([\u3400-\u9fff][\u3041-\u3093\u3400-\u9fff]{3,16})(\6)"
    r"|(ましたました|しましたた|されたされた|したした|ですです|ますます(?=[。、]))"
)
_FINE = {
    "en": frozenset(("that", "had", "very", "so", "bye", "no", "yes", "long", "really")),
    "ru": frozenset(("очень", "чуть", "еле", "да", "нет", "что", "много", "долго", "давно", "то")),
    # Turkmen doubles adjectives and adverbs, mostly with a hyphen: dürli-dürli, aýry aýry.
    "tk": frozenset(
        "dürli aýry uly kem täze köp gaty ýuwaş ýer bölek gat goşa üýtgeşik kiçi owadan"
        " ak saý tiz ýygy uzak uzyn hol şol hili her kim günden ine waý".split()
    ),
}  # fmt: skip


def _run(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    if pair.target_language == "ja":
        yield from _japanese(pair, text)
        return
    for pattern in (_TWICE, _TWO_TWICE) if _repeats(text) else ():
        for match in pattern.finditer(text):
            if not _right(pair, match):
                yield Finding(f"“{match[1]}” stands twice", match.span(), "remove one of the two", fix=match[1])


def _repeats(text: str) -> bool:
    """Whether a word is the one before it, or the one before that: without, the dear patterns find nothing."""
    words = scripts.folded(text)
    return any(map(eq, words, words[1:])) or any(map(eq, words, words[2:])) or "İ" in text


def _right(pair: Pair, match: re.Match[str]) -> bool:
    word = match[1]
    if word.lower() in _FINE.get(pair.target_language, frozenset()) or (
        len(word) == 1 and word.lower() not in "aвскоуи"
    ):
        return True
    named = word[0].isupper() and match[3][0].isupper()
    return named and _TWICE.search(pair.source_text) is not None


def _japanese(pair: Pair, text: str) -> Iterator[Finding]:
    for match in _JAPANESE.finditer(text):
        if match[1] and _JAPANESE.search(pair.source_text):
            continue
        yield Finding(f"“{match[0]}”: the same stands twice", match.span(), "remove one of the two")


DOUBLED = Check(
    "H246",
    "doubled",
    "The same word twice is a slip of the hand: the the. Words that a language doubles on purpose, such as "
    "dürli-dürli, очень-очень or 一人一人, are right.",
    2,
    _run,
    (
        Example("ru", "en", "Стороны отметили сотрудничество.", "The parties noted the the cooperation.", True),
        Example("ru", "en", "Он сказал, что это важно.", "He said that that was important.", False),
        Example("en", "ru", "in the field of trade", "в в сфере торговли", True),
        Example("en", "tk", "various proposals", "dürli-dürli teklipler", False),
        Example("en", "tk", "with Japan", "Ýaponiýa bilen bilen", True),
        Example("en", "ja", "The talks were held.", "協議をを行いました。", True),
        Example("en", "ja", "each citizen", "国民一人一人", False),
    ),
)
