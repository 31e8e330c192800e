"""The language of one translation: its letters and its little words are those of the target language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks import kanji
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.neighbours import reads_like
from i18n.patterns import late

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

_LETTERS_IN_A_WORD = {"ja": 2}
_SENTENCE = late("[。，；！？]")
_CHINESE = late("[这這们們说說吗嗎呢是在也都很没您你我他她了和对對将將与與于於为為之的]")
_CITATION = late(r"第[0-9０-９〇一二三四五六七八九十百]{1,6}(?:号|条|項|章|節|回)。?\Z")
"""How a sentence ends that only names a document, 2024年4月1日付議定書第7号。: it needs no kana."""
_NUMERALS = late("[〇一二三四五六七八九十百千万億兆年月日]")


def _run(pair: Pair) -> Iterator[Finding]:
    own = scripts.SCRIPTS.get(pair.target_language)
    if own is None or is_copy(pair):
        return
    text = pair.target_prose
    if wrong := wrong_language(pair):
        yield wrong
        return
    allowed = frozenset((*own, "Latin", "Greek"))
    for script, word, start in scripts.runs(text) if scripts.others(text, allowed) else ():
        if script in allowed or (len(word) == 1 and _is_mixed(script, text, start)) or _is_quoted(pair, script, word):
            continue
        yield _foreign(script, word, start)


def _is_quoted(pair: Pair, script: scripts.Script, word: str) -> bool:
    """Whether the source quotes a word that is in foreign letters there, too: an English text about the word 外務省."""
    return script not in scripts.SCRIPTS.get(pair.source_language, ()) and word in pair.source_prose


def _is_mixed(script: scripts.Script, text: str, at: int) -> bool:
    """Whether a letter is part of a longer word of a script that looks like its own: another check's business."""
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return script in _ALIKE and any(found in _ALIKE for found, _, _ in scripts.runs(around))


_ALIKE = ("Latin", "Cyrillic", "Greek")


def _foreign(script: str, word: str, start: int) -> Finding:
    return Finding(f"{word} is written in {_SCRIPT_NAMES.get(script, 'foreign')} letters", (start, start + len(word)))


_SCRIPT_NAMES = {
    "Cyrillic": "Cyrillic", "Kana": "Japanese", "Han": "Chinese or Japanese", "Hangul": "Korean", "Arabic": "Arabic",
}  # fmt: skip


def wrong_language(pair: Pair) -> Finding | None:
    """What tells that the target as a whole is in another language than its catalog."""
    reason = _reason(pair.target_prose, pair.target_language, pair.role == "title")
    if not reason:
        return None
    name = scripts.NAMES[pair.target_language]
    message = f"this does not look like {name}: {reason}"
    return Finding(message, (0, len(pair.target_text)), f"put the {name} text here")


@lru_cache(maxsize=64)
def _reason(text: str, language: str, title: bool) -> str | None:
    own = scripts.SCRIPTS.get(language)
    if own is None:
        return None
    counted = scripts.letters(text)
    if _in_other_script(text, language, counted, own):
        most = max(counted, key=lambda script: (counted[script], script))
        return f"most of its letters are {_SCRIPT_NAMES.get(most, most)}"
    if language == "ja":
        return None if title else _chinese(text, counted)
    other = reads_like(text, language)
    return f"it reads like {other}" if other else None


def _chinese(text: str, counted: Counter[scripts.Script]) -> str | None:
    """What tells that a text of kanji is no Japanese; names and headings may do without kana."""
    if counted["Kana"]:
        return None
    han, signs = _han_words(text), len({*_CHINESE.findall(text)}) + len(kanji.foreign(text))
    if not signs and han <= 12 and _CITATION.search(text):
        return None
    if han > 20 or (han > 12 and signs) or (han > 3 and (_SENTENCE.search(text) or signs > 1)):
        return "it has no kana at all"
    return None


def _in_other_script(
    text: str, language: str, counted: Counter[scripts.Script], own: tuple[scripts.Script, ...]
) -> bool:
    """Whether few letters are the language's own, and more than names are in another script."""
    total, mine = counted.total(), sum(counted[script] for script in own)
    if mine >= 0.3 * total:
        return False
    return counted["Latin"] < total / 2 or _plain_latin(text) > max(1, mine / _LETTERS_IN_A_WORD.get(language, 5))


def _han_words(text: str) -> int:
    """How many kanji a text has apart from numbers and dates, which need no kana."""
    return scripts.letters(_NUMERALS.sub("", text))["Han"]


def _plain_latin(text: str) -> int:
    """How many Latin words are running text and no names."""
    return sum(script == "Latin" and scripts.is_plain_word(word) for script, word, _ in scripts.runs(text))


SCRIPT = Check(
    "H237",
    "language",
    "The translation must be in the language of its catalog. Latin names and acronyms may stand in Russian and "
    "Japanese, and what the source quotes in foreign letters stays as it is.",
    6,
    _run,
    (
        Example("en", "tk", "The parties noted the cooperation.", "Стороны отметили сотрудничество.", True),
        Example("en", "ru", "The parties noted the cooperation.", "Сторони відзначили співпрацю країн.", True),
        Example("en", "ru", "The mill made 40 tonnes of flour.", "През март мелницата произведе 40 тона брашно.", True),
        Example("ru", "ja", "Стороны отметили сотрудничество.", "The sides noted the cooperation.", True),
        Example("ru", "en", "Стороны отметили сотрудничество.", "The parties noted сотрудничество.", True),
        Example(
            "ru",
            "tk",
            "Стороны отметили сотрудничество стран.",
            "The parties noted the cooperation of the countries.",
            True,
        ),
        Example("ja", "ru", "外務省は東京にあります。", "Министерство 外務省 находится в Токио.", True),
        Example("en", "ru", "The word 外務省 means ministry.", "Слово 外務省 означает министерство.", False),
        Example("en", "ja", "Protocol No. 7 of 1 April 2024.", "2024年4月1日付議定書第7号。", False),
        Example("en", "ja", "Protocol No. 7 of 1 April 2024.", "2024年4月1日议定书第7号。", True),
        Example("en", "ja", "The sides signed Protocol No. 7.", "双方签署协议书第7号。", True),
        Example("en", "ja", "UNESCO", "UNESCO", False),
        Example("en", "ru", "Samsung and LG", "Samsung и LG", False),
    ),
)
