"""A word that stands twice, one after the other."""

from __future__ import annotations

import re
from functools import cache
from operator import add, eq
from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.needles import holds
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = late(r"\S+")
_WORD = late(r"[^\W\d_]")
_BEHIND = ".,;:!?…»”)"
_LONGEST = 6
"""Words that a phrase has at most."""
_SPACES = (" ", "\u3000", "\n")
_APART = 24
"""So far apart begin the two at most that the expression for Japanese finds."""
_DOUBLE_NAME = late(r"\b([^\W\d_]+)(?:[\s-]+)\1|([\u30a1-\u30fc]{2,})\2", re.IGNORECASE)
"""A name that is double in the source: Bora Bora."""
_J = "\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff"
_SOLID = "\u30a1-\u30fc\u3400-\u9fff"
_FINE = {
    "en": frozenset(("that", "had", "very", "so", "bye", "no", "yes", "long", "really")),
    "ru": frozenset(("очень", "чуть", "еле", "да", "нет", "что", "много", "долго", "давно", "то")),
    # Turkmen doubles adjectives and adverbs, mostly with a hyphen: dürli-dürli, aýry aýry.
    "tk": frozenset(
        "dürli aýry uly kem täze köp gaty ýuwaş ýer bölek gat goşa üýtgeşik kiçi owadan"
        " ak saý tiz ýygy uzak uzyn hol şol hili her kim günden ine waý".split()
    ),
}  # fmt: skip


# Katakana words and kanji compounds, and phrases with them; counters such as 一人一人 and 一つ一つ are right.
@cache
def _in_japanese() -> re.Pattern[str]:
    """Dear to compile, and needed for one language only."""
    return re.compile(
        r"((?:(?![一二三四五六七八九十百千万々〇])[\u3400-\u9fff]){2,8}|[\u30a1-\u30fc]{3,16}|ガス|ビザ|バス|ドル|トン|キロ|テロ)(\1)"
        r"|((?!ひとり|ひとつ|くりかえし|ありがとう)[\u3041-\u3093]{3,8})(\3)"
        rf"|((?!一|少しずつ|代わる|繰り返し|二|三|何)(?:[\u3041-\u3093]{{1,6}}[{_SOLID}][{_J}]{{1,14}}|[{_SOLID}][{_J}]{{2,19}}))(\5)"
        rf"|([\u3041-\u3093]{{0,6}}[{_SOLID}][{_J}]{{1,19}})[ \u3000\n]+(\7)(?![{_SOLID}])"
        rf"|((?!一|少し)[{_SOLID}][{_J}]{{1,18}}[\u3041-\u3093])、(\9)(?![、。])"
        r"|(をを|(?<!も)のの(?!ち)|(?<!な)がが|にに(?!ん)|(?<![こひもあ])とと(?!も|の|き|う)|(?<!ま)でで(?!き|し|す|あ)"
        rf"|(?<=[{_J}])(?:はは|(?<![どと])もも)(?=[、\d{_SOLID}])|(?<=[{_SOLID}])へへ)"
        r"|(ましたました|しましたた|されたされた|したした|ですです|(?<=[いきしちにびみりぎえけせてねべめれげ])ますます(?=[。、])"
        r"|からから|までまで|よりより|するする|してして|されされ|ためため|(?<=る)ことこと)"
        r"|(?<=\d)(年年(?![次間末始金初度頭代])|月月(?![曜例刊間末])|日日(?![曜本中間没程刊])|人人(?![口材権民類間事])|時時(?![点間])"
        r"|国国(?![民籍内])|名名)"
    )


def _run(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    if pair.target_language == "ja":
        yield from _japanese(pair, text)
        return
    for start, middle, end, words in _repeated(text):
        if not _right(pair, words):
            said = text[start:middle].rstrip()
            yield Finding(f"“{said}” stands twice", (start, end), "remove one of the two", fix=said)


def _repeated(text: str) -> Iterator[tuple[int, int, int, list[str]]]:
    """Words and phrases that follow themselves: where they begin, begin again and end, and their words."""
    bare = [word.rstrip(_BEHIND) for word in text.lower().split()]
    after, again = 0, len(bare) - len({*bare})
    for length in range(1, min(_LONGEST, len(bare) // 2, again) + 1):
        same = bytes(map(eq, bare, bare[length:]))
        if b"\1" * length not in same:
            continue
        places = [match.span() for match in _TOKEN.finditer(text)]
        written = [text[start:end] for start, end in places]
        for match in re.finditer(b"(?=\1{%d})" % length, same):
            at, middle, end = match.start(), match.start() + length, match.start() + 2 * length
            if at < after or not _is_whole(written[at : end - 1]):
                continue
            if length == 2 and (bare[at] in bare[end : end + 1] or (at and bare[at - 1] == bare[at + 1])):
                continue  # step by step by step
            after = end
            yield places[at][0], places[middle][0], places[end - 1][0] + len(bare[end - 1]), written[at:end]


def _is_whole(words: list[str]) -> bool:
    """Whether no sign stands behind these words, and they are no bare numbers."""
    return all(word[-1] not in _BEHIND for word in words) and any(map(_WORD.search, words))


def _right(pair: Pair, words: list[str]) -> bool:
    if len(words) > 2:
        return False
    word = words[0].lower()
    if word in _FINE.get(pair.target_language, frozenset()) or (len(word) == 1 and word not in "aавскоуия"):
        return True
    return words[0][0].isupper() and words[1][0].isupper() and _DOUBLE_NAME.search(pair.source_text) is not None


def _comes_again(text: str) -> bool:
    """Whether signs may stand twice, one after the other: most texts have none, and to look for it so is cheap.

    One sign may stand between; more than one only where there are spaces.
    """
    if any(map(eq, text, text[1:])) or holds(text, _SPACES):
        return True
    places: dict[str, list[int]] = {}
    for at, two in enumerate(map(add, text, text[1:])):
        earlier = places.get(two)
        if earlier is None:
            places[two] = [at]
            continue
        for before in reversed(earlier):
            if at - before > _APART:
                break
            if text.startswith((text[before:at], text[before : at - 1]), at):
                return True
        earlier.append(at)
    return False


def _japanese(pair: Pair, text: str) -> Iterator[Finding]:
    for match in _in_japanese().finditer(text) if _comes_again(text) else ():
        if match[1] and _in_japanese().search(pair.source_text):
            continue
        yield Finding(f"“{match[0]}”: the same stands twice", match.span(), "remove one of the two")


DOUBLED = Check(
    "H246",
    "doubled",
    "The same word or phrase twice is a slip of the hand: the the. Words that a language doubles on purpose, such as "
    "dürli-dürli, очень-очень or 一人一人, are right.",
    4,
    _run,
    (
        Example("ru", "en", "Стороны отметили сотрудничество.", "The parties noted the the cooperation.", True),
        Example("ru", "en", "Он сказал, что это важно.", "He said that that was important.", False),
        Example("en", "ru", "in the field of trade", "в в сфере торговли", True),
        Example("ru", "en", "в сфере торговли", "in the field of in the field of trade", True),
        Example("en", "ja", "Talks were held.", "会談を会談を行いました。", True),
        Example("en", "tk", "various proposals", "dürli-dürli teklipler", False),
        Example("en", "tk", "with Japan", "Ýaponiýa bilen bilen", True),
        Example("en", "ja", "The talks were held.", "協議をを行いました。", True),
        Example("en", "ja", "to hear and to see", "聞くことと見ること", False),
        Example("en", "ja", "each citizen", "国民一人一人", False),
    ),
)
