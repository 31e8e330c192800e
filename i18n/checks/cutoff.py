"""Text that is cut off: its last words, or a great part of it, are missing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 40  # letters of the source, in the measure of English: of less, the length says nothing
_SHORT, _LONG = 0.55, 2.4
_DOUBTFUL = 0.66
"""So short is wrong where a sentence is missing, too, or the last one has no end."""
_JAPANESE = 0.13  # its lengths differ more, and so do those of a short text
_BRIEF = 60
_BREAK = late(r"(?:[^\W\d_]{3}|\d ?[%°]|/[^\W\d_]{1,4})[»”\")]?[.!?…]\s|[。！？](?=\w)")
_JOINT = late(r"[:;]\s|[：；](?=\w)")
"""What may stand between two sentences of the source."""
_ENDS = ("\0", ".", "。", "!", "！", "?", "？", "…", ":", "：")
"""What a finished text ends with; an address, blanked by NUL, takes the full stop behind it along."""
_LINKS = (";", "；")
"""With these an item of a list ends, and another language may have a comma."""
# Kanji and kana say more than letters do; Russian and Turkmen take a little more room than English.
_WEIGHT = {"en": 1.0, "ru": 0.95, "tk": 0.95, "ja": 2.3}
_CLOSING = "»”\"')]）」』 \u00a0"
# No text ends with one of these.
_OPEN_ENDS = {
    "en": "the a an of and or to in on at by for with from that which between its their his her our as is are was were "
    "has have had be been will than into about this these those",
    "ru": "и в на с со о об для от до из к ко по при за под над между а но или что как который которая которые их "
    "его её не также",
    "tk": "we hem ýa ýa-da hem-de üçin-de ýaly-da bu şol şu her",
}
_OPEN = {language: frozenset(words.split()) for language, words in _OPEN_ENDS.items()}
_OPEN_JAPANESE = late(r"(?:[はがをにのとや、・]|および|及び|並びに|または|において|における|について)\Z")
_HALF_RANGE = {
    "ja": late(r"\d{1,4}(?:時|分|日|月|年|円|ドル|人|キロ|度|階|歳|[%％])?(?:から|より)\Z"),
    "tk": late(r"\d{1,4}(?:[.:]\d\d)?(?:-?nj[iy])?-?d[ae]n\Z"),
}
"""A range of which the end is missing: 8時から."""
_NUMBER = late(r"\d+(?:[.,:]\d+)*")
_TAIL = 8
"""Signs of a Japanese text that tell how it ends."""
_LAST_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_HYPHEN = late(r"[^\W\d_]-\Z")


def _run(pair: Pair) -> Iterator[Finding]:
    if pair.role == "title" or pair.monolingual or is_copy(pair) or pair.target_language not in _WEIGHT:
        return
    text, source = pair.target_prose.rstrip(_CLOSING), pair.source_prose.rstrip(_CLOSING)
    finished, whole = text[-1:] in _ENDS, source[-1:] in _ENDS
    listed = source[-1:] in _LINKS and text.endswith(",")
    word = (
        None if finished or listed or _open_end(source, pair.source_language) else _open_end(text, pair.target_language)
    )
    word = word or (_half_range(source, text, pair.target_language) if whole and not finished else None)
    if word and (whole or pair.target_language != "ja"):
        yield Finding(f"the text ends in the middle of a sentence: “...{word}”", (len(text) - len(word), len(text)))
    elif whole and (share := _share(pair)) is not None and not _DOUBTFUL <= share <= _LONG:
        doubtful = not finished or len(_BREAK.findall(source)) > len(_BREAK.findall(text)) + len(_JOINT.findall(text))
        if share < (_DOUBTFUL if doubtful else _SHORT) - _allowance(pair, doubtful):
            yield Finding(f"the translation is much shorter than the source: {share:.0%} of what was to be expected")
        elif share > _LONG:
            yield Finding(f"the translation is much longer than the source: {share:.0%} of what was to be expected")


def _allowance(pair: Pair, doubtful: bool) -> float:
    """By how much less is fine: the length of a short text that is finished, or of a Japanese one, tells less."""
    short = not doubtful and _length(pair.source_prose) < _BRIEF
    return _JAPANESE * ("ja" in (pair.source_language, pair.target_language)) + _JAPANESE * short


def _share(pair: Pair) -> float | None:
    """How long the translation is, measured by the source; None where the source is too short to tell."""
    if pair.source_language not in _WEIGHT:
        return None
    wanted = _length(pair.source_prose) * _WEIGHT[pair.source_language]
    return _length(pair.target_prose) * _WEIGHT[pair.target_language] / wanted if wanted >= _FEWEST else None


@lru_cache(maxsize=256)
def _length(text: str) -> int:
    """Letters and digits; a foreign name in Japanese text counts for what it is."""
    counted = scripts.letters(text)
    latin = counted["Latin"]
    return counted.total() + scripts.digits(text) - (latin * 2 // 3 if counted["Kana"] else 0)


def _half_range(source: str, text: str, language: str) -> str | None:
    """The beginning of a range at the end of a text, where the source goes on: *from 8 to 14*."""
    found = _HALF_RANGE[language].search(text[-_TAIL * 2 :]) if language in _HALF_RANGE else None
    return found[0] if found and len(_NUMBER.findall(source)) > len(_NUMBER.findall(text)) else None


def _open_end(text: str, language: str) -> str | None:
    """The last word, where no text of the language can end with it."""
    if language == "ja":
        found = _OPEN_JAPANESE.search(text[-_TAIL:])
        return found[0] if found and found[0] != "の" and len(text) > 12 else None
    if found := _HYPHEN.search(text[-2:]):
        return found[0]
    if text.endswith(","):
        return ","
    found = _LAST_WORD.search(text[-40:])
    return found[0] if found and found[0] in _OPEN.get(language, ()) and len(text) > 12 else None


CUTOFF = Check(
    "H255",
    "cut-off",
    "A text that ends in the middle of a sentence, or that is far shorter or longer than its source lets expect. "
    "Titles and short texts are not measured, and Japanese is measured by its own yardstick.",
    6,
    _run,
    (
        Example(
            "en", "ru", "The parties agreed to expand trade and transport.", "Стороны договорились расширять", True
        ),
        Example(
            "en",
            "ru",
            "The parties agreed to expand trade and transport.",
            "Стороны договорились расширять торговлю и",
            True,
        ),
        Example(
            "en",
            "ru",
            "The parties agreed to expand trade and transport.",
            "Стороны договорились расширять торговлю и перевозки.",
            False,
        ),
        Example(
            "en",
            "ja",
            "The parties agreed to expand trade and transport.",
            "双方は貿易と輸送の拡大に合意しました。",
            False,
        ),
        Example(
            "en", "ja", "The parties agreed to expand trade and transport.", "双方は貿易と輸送の拡大について", True
        ),
        Example("en", "ja", "The bank is open from 9 a.m. to 4 p.m.", "銀行の営業は9時から", True),
        Example("en", "ja", "The bank opens at 9 a.m.", "銀行の営業は9時から", False),
        Example(
            "ru",
            "tk",
            "Стороны обсудили торговлю, транспорт и образование, отметив особую роль диалога и взаимных визитов.",
            "Taraplar söwdany ara alyp maslahatlaşdylar.",
            True,
        ),
        Example("ru", "en", "учитывая значение мира для всех;", "Whereas peace matters to all,", False),
        Example("ja", "en", "共同声明", "Joint Statement", False),
    ),
)
