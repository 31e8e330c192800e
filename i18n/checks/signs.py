"""Punctuation of the language: 、 and 。 in Japanese, and nowhere else; no two commas; a whole ellipsis."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_KANA_KANJI = "\u3041-\u30ff\u3400-\u9fff」』）"
_JAPANESE = late(
    rf"(?<=[{_KANA_KANJI}])[,.?!](?![.\d])"
    # The day that begins the next sentence is no part of a number: 開かれた.8月
    r"|(?<=[\u3041-\u3093])[,.](?=\d)|(?<=[\u3400-\u9fff])\.(?=\d{1,4}[年月日時])"
    rf"|(?<=[{_KANA_KANJI}]) [,.?!](?=\s|\Z)"
)
_WIDE_DOT = late(rf"(?<=[{_KANA_KANJI}]) ?．(?![\d０-９])")
_WIDE = {",": "、", ".": "。", "?": "？", "!": "！"}
_NARROW = late("[,.?!]")
_NARROW_KANA = late("[\uff66-\uff9f]+")
_DOTS = late(r"(?:(?<=[\u3041-\u9fff])\.{3,}|。{2,})")
_TWICE = late(
    r"(?<![.,;:])(?:\.\.(?![.])|,{2,}|;{2,}|:{2,})(?![.,;:])|、{2,}|[。、][、。]|[,.][。、]|,\.(?!\w)|(?<!\w)\.,"
)
_TWO = late("[.,;:、。]{2}")
_FOREIGN = late("[、。，．！？：；（）「」『』【】\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％]+")


def _run(pair: Pair) -> Iterator[Finding]:
    if is_copy(pair):
        return
    text = pair.target_prose
    if pair.target_language == "ja":
        yield from _in_japanese(text)
    elif pair.target_language in ("en", "ru", "tk"):
        yield from _in_others(text)
    for match in _TWICE.finditer(text) if _TWO.search(text) else ():
        if match[0] not in pair.source_text and not (match[0] == ".." and "..." in pair.source_text):
            yield Finding(f"“{match[0]}”: two signs stand together", match.span(), "keep one of them")


def _in_japanese(text: str) -> Iterator[Finding]:
    if "．" in text and ("、" in text or "，" not in text):  # whoever writes ， writes ．, too
        for match in _WIDE_DOT.finditer(text):
            yield Finding("“．” stands in Japanese text", match.span(), "write 。", fix="。")
    for match in _DOTS.finditer(text) if ".." in text or "。。" in text else ():
        yield Finding(f"the ellipsis of Japanese is ……, not {match[0]}", match.span(), "write ……", fix="……")
    for match in _JAPANESE.finditer(text) if _NARROW.search(text) else ():
        wide = _WIDE[match[0][-1]]
        yield Finding(f"“{match[0]}” stands in Japanese text", match.span(), f"write {wide}", fix=wide)
    for match in _NARROW_KANA.finditer(text):
        wide = unicodedata.normalize("NFKC", match[0])
        yield Finding(f"{match[0]} is in half-width letters", match.span(), f"write {wide}", fix=wide)


def _in_others(text: str) -> Iterator[Finding]:
    for match in _FOREIGN.finditer(text):
        narrow = unicodedata.normalize("NFKC", match[0])
        fix = narrow if narrow != match[0] and narrow.isascii() else None
        yield Finding(f"“{match[0]}” is a sign of Japanese", match.span(), "write the sign of the language", fix=fix)


SIGNS = Check(
    "H247",
    "punctuation",
    "Japanese has 、 and 。 (and full-width ？ and ！), the other languages , and their full stop. Half-width kana and "
    "full-width Latin letters and digits have no place in running text; Japanese may have full-width digits.",
    4,
    _run,
    (
        Example("en", "ja", "The talks, held in Tokyo, ended.", "協議は、東京で終了しました。", False),
        Example("en", "ja", "The talks were held.", "協議が行われました.", True),
        Example("en", "ja", "The talks were held.", "協議が、行われました．", True),
        Example("en", "ja", "trade, culture", "貿易,文化", True),
        Example("ru", "ja", "Он открыт. 3 мая он закрыт.", "開館中です.5月3日は休館です。", True),
        Example("ru", "ja", "Музей открыт.", "博物館は開いている .", True),
        Example("en", "ja", "Growth was 1.5%.", "成長率は1.5％でした。", False),
        Example("ja", "ru", "協議が行われました。", "Переговоры состоялись。", True),
        Example("ja", "tk", "2024年", "２０２４-nji ýyl", True),
        Example("ru", "en", "торговля, культура", "trade,, culture", True),
    ),
)
