"""Signs that look like others: katakana and kanji in Japanese, bare Latin letters for Turkmen ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks import turkmen_words
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language

if TYPE_CHECKING:
    from collections.abc import Iterator

_KATAKANA = "\u30a1-\u30fa\u30fc"
_KANJI = "\u3400-\u9fff々"
_TO_KATAKANA = dict(zip("二一工力口夕卜八才千三", "ニーエカロタトハオチミ", strict=True))
_INSIDE = re.compile(
    rf"(?<=[{_KATAKANA}])[一二工力口夕卜才](?=[{_KATAKANA}])|[二工力口夕卜八千三](?=[ァィゥェォャュョッ])|(?<=[{_KATAKANA}])卜"
)
# Kanji words that a katakana stands in. カ is right in 3カ国, ー only behind katakana or hiragana.
_COMPOUNDS = (
    "協カ 努カ 能カ 電カ 勢カ 圧カ 魅カ 出カ 尽カ 主カ 戦カ 権カ 有カ 人ロ 窓ロ ロ座 エ業 エ場 エ事 エ学 加エ 施エ "
    "着エ 商エ 起エ ニ国 ニ者 第ニ タ方 タ食"
)
# に八253人 was には253人, and 二5 is no number.
_BEFORE_DIGITS = re.compile("(?<=[\u3041-\u3093])[八二工力口一](?=[0-9０-９])")
_KANA = str.maketrans("八二工力口一", "はニエカロー")
_RIGHT = str.maketrans("カロエニタ", "力口工二夕")
_IN_KANJI = re.compile(rf"(?<=[{_KANJI}])ー|ー(?=[般部致層緒定国])|{'|'.join(_COMPOUNDS.split())}")


def _run(pair: Pair) -> Iterator[Finding]:
    if is_copy(pair) or wrong_language(pair):
        return
    if pair.target_language == "ja":
        yield from _japanese(pair.target_text)
    elif pair.target_language == "tk":
        yield from _turkmen(pair)


def _japanese(text: str) -> Iterator[Finding]:
    for match in _INSIDE.finditer(text):
        right = _TO_KATAKANA[match[0]]
        yield Finding(f"{match[0]} is a kanji inside a katakana word", match.span(), f"type {right}", fix=right)
    for match in _BEFORE_DIGITS.finditer(text):
        right = match[0].translate(_KANA)
        yield Finding(f"{match[0]} is a kanji before digits", match.span(), f"type {right}, or all as digits")
    for match in _IN_KANJI.finditer(text):
        if "ー" in match[0]:
            yield Finding("ー stands where 一 is meant", match.span(), "type 一", fix="一")
        else:
            right = match[0].translate(_RIGHT)
            yield Finding(f"{match[0]} has a katakana for a kanji", match.span(), f"type {right}", fix=right)


def _turkmen(pair: Pair) -> Iterator[Finding]:
    names = {word for word, _ in scripts.words(pair.source_text)} if pair.source_language != "tk" else set()
    text = pair.target_prose
    for word, at in scripts.words(text):
        right = turkmen_words.meant(word.lower())
        if right is None:
            continue
        if word in names and not _alone(text, at, at + len(word), names):
            continue
        right = right.capitalize() if word[0].isupper() else right
        yield Finding(f"{word} is written without its Turkmen letters", (at, at + len(word)), f"it begins with {right}")


def _alone(text: str, start: int, end: int, names: set[str]) -> bool:
    """Whether no word beside it comes from the source, too: Turkmenistan Airlines keeps its name."""
    around = f"{text[max(0, start - 40) : start]}\0{text[end : end + 40]}".split("\0")
    before, after = around[0].rsplit(" ", 2)[-2:-1], around[1].split(" ", 2)[1:2]
    return not any(word in names and word[0].isupper() for word in (*before, *after))


LOOKALIKES = Check(
    "H257",
    "look-alikes",
    "Katakana and kanji that look alike (ニ 二, ー 一, エ 工, カ 力, ロ 口), and Turkmen words typed without their own "
    "letters (yyl for ýyl), are not the same to a search.",
    2,
    _run,
    (
        Example("en", "ja", "Turkmenistan", "トルクメニスタン", False),
        Example("en", "ja", "Turkmenistan", "トルクメ二スタン", True),
        Example("en", "ja", "a meeting of three countries", "3カ国の会合", False),
        Example("ru", "ja", "сотрудничество", "協カ", True),
        Example("ru", "ja", "промышленность", "エ業", True),
        Example("en", "tk", "this year", "şu ýyl", False),
        Example("ru", "tk", "Президент Туркменистана", "Turkmenistanyň Prezidenti", True),
        Example("en", "tk", "with Turkmenistan Airlines", "Turkmenistan Airlines bilen", False),
    ),
)
