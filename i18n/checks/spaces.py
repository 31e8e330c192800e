"""Spaces: none doubled, none before punctuation, none missing behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.glued import glued
from i18n.needles import holds
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME_SIGNS = "\u30a1-\u30fa\u3400-\u9fff"  # katakana and kanji
_WIDE = "\u3041-\u30ff\u3400-\u9fff"  # kana and kanji
DOUBLE = late(r"(?<=\S)[ \u00a0\u2002-\u200a\u202f]{2,}(?=\S)|(?<=\S)[ \u00a0]\u3000|\u3000{2,}(?=\S)")
_SPACES = " \u00a0\u3000\t"
# Before a full stop a space may begin a name such as .tm or .NET.
_BEFORE = late(
    r"(?<=\.)[ \u00a0]+(?=,)"
    r"|(?<=[^\s.,;:!?…(\[«“—–-])[ \u00a0]+(?=[,;:!?»”)\]](?![)(])|\.(?:\s|\Z|[A-ZА-ЯЁ][^\W\d_]{3}))"
)
_APOSTROPHE = late(r"(?<=[^\W\d_])[ \u00a0]+(?=['’]s\b)")
_AFTER_QUOTE = late(r"(?<=“)[ \u00a0]+(?=\w)")
_MARKS = ("’s", "'s", "“")
"""What a text has in which one of the two above is found."""
_AFTER_OPENING = late(r"(?<=[(\[«„])[ \u00a0]+(?=\w)")
_MISSING = late(
    r"(?<=[^\W\d_])[,;:!?](?=[^\W\d_])|(?<=\d)[,;](?=[^\W\d_]{2})|(?<=[^\W_])[,;](?=\0)|\)(?=[^\W\d_]{2})"
    r"|(?<=[a-zàäçžňöşüýа-яё]{4})\.(?=[A-ZÄÇŽŇÖŞÜÝА-ЯЁ][^\W\d_])"
)
_HUGGED = late(r"(?<=[^\W\d_]{2})(?:[(«“](?=[^\W\d_]{2})|\((?=[A-ZÄÇŽŇÖŞÜÝА-ЯЁ][^\W\d_]+[,)]))")
_APART = late(rf"(?<=[{_NAME_SIGNS}])[ ](?=[{_NAME_SIGNS}]+)")
_SPLIT = {
    "tk": late(
        r"(?<=[a-zäçžňöşüýA-Z]) (?:y?nyň|niň|s[yi]n[yi]ň|l[ae]r(?:[yi]|[yi]ň|[yi]n[yi]ň|d[ae]|d[ae]n)?|s[yi]nd[ae]n?"
        r"|[yi]nd[ae]n|n[yi]|nd[ae]n?|l[yi]k|d[yi]r|l[yi]g[yi]|l[yi]kl[ae]r)(?![\w-])"
    ),
    "ru": late(
        r"(?<=[а-яё]) (?:ть?ся|ни[еюя]|нием|ного|ному|ными?|ност[ьи]|ск(?:ий|ого|ой|ую|их|ими)|ческ\w\w|вать"
        r"|ств(?:о|а|у|ом|е))(?![\w-])"
    ),
    "en": late(r"(?<=[a-z]) (?:[ts]ions?|ments?|ness|it(?:y|ies)|ously|ively|cts|nts|ths)(?![\w’'-])"),
}
"""Ends of words that stand alone: *akademiýa nyň*."""
_DECIMAL = late(r"(?<![\d.,])(\d{1,3})(?: ([.,])|([.,]) )(\d{1,3})(?![\d.,]*\d)")
_TITLES = late(
    rf"[{_NAME_SIGNS}・＝]{{1,12}}(?:氏|さん|様|先生|選手)|[{_NAME_SIGNS}・＝]*(?:大臣|外相|首相|大統領|大使|議員|教授|社長|会長|知事|長官|総長|次官|代表|博士|陛下)"
)
# What the dear patterns above have to do with: most texts have none of it.
_DOUBLE_SIGN = late("[ \u00a0\u2002-\u200a\u202f\u3000]{2}")
_BEFORE_SIGN = late("[ \u00a0][,;:!?»”)\\].]")
_AFTER_SIGN = late("[(\\[«„][ \u00a0]")
_MISSING_SIGN = late(r"[,;:!?).](?:[^\W\d_]|\0)")
_HUGGED_SIGN = late(r"[(«“](?<=[^\W\d_].)")
_POINT = late(r"\d(?: [.,]|[.,] )\d")
_ENTITY = late(r"&#?\w{1,6};\Z")
_COLON_WORDS = late(r"(?<![^\W_])(?:dc|dcterms|xml|its|xs|og|rdf|https?|mailto|tel|urn|doi|po):[A-Za-z]")


@cache
def _japanese() -> re.Pattern[str]:
    """Dear to compile, and only needed for one language."""
    return re.compile(
        rf"(?<=[{_WIDE}」』）])[ \u3000]+(?=[、。，！？」』）])|(?<=[「『（])[ \u3000]+(?=\S)|(?<=[、。，])[ ]+(?=\S)"
        # Between names there may be one; beside hiragana, that is inside of a phrase, there is none.
        rf"|(?<=[\u3041-\u3093])[ ](?!・)(?=[{_WIDE}])|(?<=[{_WIDE}」』）])[ ](?=[\u3041-\u3093])"
        r"|(?<=[\u3400-\u9fff])[ ](?=[\u3400-\u9fff]{1,4}(?:し[、たて]|する|さ[れせ]))"
        r"|(?<=[\u3400-\u9fff])[ \u3000](?=[化的性](?:し|す|さ|な|に|を|が|の|と|は))"
        # A number stands apart from its counter on both sides or on none.
        rf"|(?:(?<=[{_WIDE}]\d)|(?<=[{_WIDE}]\d\d))[ ](?=[年月日時分人か国件名回億万千])"
        rf"|(?<=[{_WIDE}]\d{{4}})[ ](?=[年人万億])|(?<=[ぁ-ん])[ ](?=\d{{1,4}}[年月日時人か国件名回億万])"
    )


def _run(pair: Pair) -> Iterator[Finding]:
    text = pair.target_prose
    yield from _at_the_ends(pair, text)
    if _DOUBLE_SIGN.search(text) and not DOUBLE.search(pair.source_text.strip()):
        lone = _lone(pair)
        for match in DOUBLE.finditer(text):
            if lone.intersection(range(match.start() + 1, match.end())):
                continue
            yield Finding("there are two spaces", match.span(), "keep one of them", fix=match[0][-1])
    if pair.target_language == "ja":
        for match in _japanese().finditer(text) if " " in text or "\u3000" in text else ():
            yield Finding("Japanese has no space here", match.span(), "remove the space", fix="")
        for match in _APART.finditer(text) if " " in text and "。" in text else ():
            if not _beside_a_name(text, match):
                yield Finding("Japanese has no space inside of a sentence", match.span(), "remove the space", fix="")
    elif pair.target_language in ("en", "ru", "tk"):
        yield from _around_signs(text, pair)
        yield from glued(pair, text, _seams(pair))
        yield from _split(text, pair)
        if pair.target_language == "en":
            for match in (*_APOSTROPHE.finditer(text), *_AFTER_QUOTE.finditer(text)) if holds(text, _MARKS) else ():
                yield Finding("there is a space too many", match.span(), "remove the space", fix="")


def _split(text: str, pair: Pair) -> Iterator[Finding]:
    """A space inside of a word or of a number."""
    for match in _SPLIT[pair.target_language].finditer(text):
        if match[0] not in pair.source_text:
            yield Finding(f"“{match[0].strip()}” is the end of a word", match.span(), "write it together with the word")
    for match in _DECIMAL.finditer(text) if _POINT.search(text) else ():
        whole, part = match[1], match[4]
        if re.search(rf"(?<![\w.,(\[]){whole}[.,]{part}(?![\w)\]])", pair.source_text):  # no list: [1,16]
            right = f"{whole}{match[2] or match[3]}{part}"
            yield Finding(f"a space stands in the number {right}", match.span(), f"write {right}", fix=right)


def _beside_a_name(text: str, space: re.Match[str]) -> bool:
    """Whether the words beside a space can be the two names of a person, or an office and a name."""
    before = text[: space.start()].rpartition("。")[2][-12:]
    return bool(_TITLES.match(text, space.end()) or _TITLES.search(before))


def _at_the_ends(pair: Pair, text: str) -> Iterator[Finding]:
    source = pair.source_text
    start, end = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    lone = _lone(pair) if start or end < len(text) else frozenset()
    if start and not source[:1].isspace() and 0 not in lone:
        yield Finding("the translation begins with a space", (0, start), "remove the space", fix="")
    if end < len(text) and not source[-1:].isspace() and len(text) not in lone:
        yield Finding("the translation ends with a space", (end, len(text)), "remove the space", fix="")


def _lone(pair: Pair) -> frozenset[int]:
    """Where a code stands that is no pair: it can be a number or a picture, with a space on either side."""
    places: list[int] = []
    at = 0
    for part in pair.target:
        if isinstance(part, str):
            at += len(part)
        elif part.kind == "alone":
            places.append(at)
    return frozenset(places)


def _around_signs(text: str, pair: Pair) -> Iterator[Finding]:
    for match in _BEFORE.finditer(text) if _BEFORE_SIGN.search(text) else ():
        if match.end() in _lone(pair):
            continue
        sign = text[match.end()]
        yield Finding(f"there is a space before “{sign}”", match.span(), "remove the space", fix="")
    for match in _AFTER_OPENING.finditer(text) if _AFTER_SIGN.search(text) else ():
        sign = text[match.start() - 1]
        yield Finding(f"there is a space behind “{sign}”", match.span(), "remove the space", fix="")
    if _MISSING_SIGN.search(text):
        yield from _missing(text, _seams(pair))
    for match in _HUGGED.finditer(text) if _HUGGED_SIGN.search(text) else ():
        long = text.find(_ENDS[match[0]], match.end()) > match.end() + 5
        if long or text[match.end()].isupper():
            yield Finding(f"a space is missing before “{match[0]}”", match.span(), "put a space", fix=f" {match[0]}")


def _missing(text: str, seams: set[int]) -> Iterator[Finding]:
    for match in _MISSING.finditer(text):
        if match[0] == ":" and _COLON_WORDS.search(text, max(0, match.start() - 10), match.end() + 1):
            continue
        entity = match[0] == ";" and _ENTITY.search(text, max(0, match.start() - 8), match.end())
        if match.end() in seams or entity or (match[0] == ")" and not _stands_alone(text, match.start())):
            continue
        yield Finding(f"a space is missing behind “{match[0]}”", match.span(), "put a space", fix=f"{match[0]} ")


_ENDS = {"(": ")", "«": "»", "“": "”"}


def _stands_alone(text: str, at: int) -> bool:
    """Whether the bracket that closes here was opened behind a space: no "state(s)"."""
    start = text.rfind("(", 0, at)
    inside = text[start + 1 : at]
    part = inside.islower() and len(inside) < 4  # the first letters of a word, as in (re)opening
    return start >= 0 and not part and not text[start - 1 : start].isalnum()


def _seams(pair: Pair) -> set[int]:
    """Where a code stands: it can be a line break, which is a space for a reader."""
    seams: set[int] = set()
    at = 0
    for part in pair.target:
        if isinstance(part, str):
            at += len(part)
        else:
            seams.add(at)
    return seams


SPACES = Check(
    "H245",
    "spaces",
    "One space between words, none before a comma or a full stop, one behind it; none inside brackets and quotation "
    "marks. Words, numbers and their units stand apart. Japanese has no spaces around its punctuation, nor "
    "inside of a sentence.",
    9,
    _run,
    (
        Example("en", "ru", "Yes, the parties agreed.", "Да, стороны согласились.", False),
        Example("en", "ru", "The parties agreed.", "Стороны  согласились.", True),
        Example("en", "ru", "The parties agreed.", "Стороны согласились .", True),
        Example("en", "tk", "trade, culture", "söwda,medeniýet", True),
        Example("en", "ja", "The parties agreed.", "双方は合意しました 。", True),
        Example("ja", "en", "双方は合意した。", "The parties (Japan and Turkmenistan ) agreed.", True),
        Example("ru", "en", "с министром в Токио", "with theMinister in Tokyo", True),
        Example("en", "ru", "of 2024", "2024года", True),
        Example("ja", "en", "glibc2（libc6）", "the library (glibc2 or libc6). It", False),
        Example("en", "tk", "the rector of the academy", "akademiýa nyň rektory", True),
        Example("ru", "tk", "на 7,5 процента", "7, 5 göterim", True),
        Example("en", "ja", "The talks were held.", "会談が行わ れました。", True),
        Example("en", "ja", "the UNESCO office", "UNESCO 事務所", False),
        Example("en", "ru", "Mr R.Meredov spoke.", "Р.Мередов выступил.", False),
    ),
)
