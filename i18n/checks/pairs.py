"""Brackets and quotation marks: each that is opened is closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.needles import holds
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "［": "］", "〔": "〕"}
_QUOTES = {"«": "»", "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "„": "“"}
_NEAR = 300
_LIKE = {"（": "(", "）": ")", "［": "[", "］": "]"}
# The mark of a list item has no partner: a) 1) (1) ア） ①), and neither has a smile.
_LIST_MARK = late(
    r"(?:(?<=[\s;,；、。，])|\A)(?:[^\W\d_]|[\d.]{1,4}|[ivxl]{1,4})[)）]|(?<=[\u3041-\u3093])\d{1,2}[)）]|[:;]-?[()]"
)
_ROUND = ("(", ")", "）")
"""One of these stands in every list mark."""
_STRAIGHT = late(r'"')
_SIGN = late("[" + re.escape("".join({*_QUOTES, *_QUOTES.values(), *_BRACKETS, *_BRACKETS.values(), *_LIKE})) + "]")
_ANY = late(f'{_SIGN.pattern[:-1]}"]')
_INCHES = late(r'(?<=\d)"')


def _run(pair: Pair) -> Iterator[Finding]:
    lonely = unpaired(pair.target_text)
    kinds = {_kind(sign) for sign, _ in unpaired(pair.source_text)} if lonely else ()
    for sign, at in lonely:
        if _kind(sign) not in kinds:  # a quotation that runs over several sentences is open in the source, too
            yield Finding(f"“{sign}” has no partner" if sign != "“" else "an opening “ has no partner", (at, at + 1))


def answer_each_other(signs: list[str]) -> bool:
    """Whether marks without a partner in their own paragraphs close what others opened, one after the other."""
    opened = 0
    for sign in signs:
        closing = sign in _BRACKETS.values() or (sign in _QUOTES.values() and sign != "“")
        opened = max(0, opened - 1) if closing and opened else opened + (-1000 if closing else 1)
    return opened == 0


def _kind(sign: str) -> str:
    """Which end of what: a bracket or a quotation mark, opened or closed."""
    if sign == '"':
        return "quote"
    closing = sign in _BRACKETS.values() or (sign in _QUOTES.values() and sign != "“")
    return "quote" if sign in _QUOTES or sign in _QUOTES.values() else f"bracket {'end' if closing else 'start'}"


def unpaired(text: str) -> list[tuple[str, int]]:
    """The brackets and quotation marks of a text without a partner, with their places."""
    if not _ANY.search(text):
        return []
    blank = text
    if holds(text, _ROUND):
        blank = _LIST_MARK.sub(lambda match: match[0] if _is_open(text, match.start()) else " " * len(match[0]), text)
    lonely = _alone(blank, _BRACKETS) + _quotes(blank)
    straight = [match.start() for match in _STRAIGHT.finditer(_INCHES.sub(" ", blank))] if '"' in blank else []
    if len(straight) % 2 and _is_odd(blank) and not (set(blank) & set("“”")):
        lonely.append(('"', straight[-1]))
    return sorted(lonely, key=lambda found: found[1])


def _is_odd(text: str) -> bool:
    """Whether a straight mark opens a quotation that nothing closes. Behind a digit it opens none: it means inches."""
    opened = False
    for match in _STRAIGHT.finditer(text):
        opened = not opened and not text[max(0, match.start() - 1) : match.start()].isdigit()
    return opened


def _is_open(text: str, end: int) -> bool:
    """Whether a bracket that was opened a little before ``end`` is open there."""
    start = max(0, end - _NEAR)
    return max(text.rfind(sign, start, end) for sign in "(（") > max(text.rfind(sign, start, end) for sign in ")）")


def _alone(text: str, partners: dict[str, str]) -> list[tuple[str, int]]:
    ends = {_LIKE.get(end, end) for end in partners.values()}
    opened: list[tuple[str, int]] = []
    lonely: list[tuple[str, int]] = []
    for at, sign in _signs(text):
        plain = _LIKE.get(sign, sign)
        if plain in partners:
            opened.append((sign, at))
        elif plain in ends:
            if opened and _closes(opened[-1][0], plain, partners):
                opened.pop()
            else:
                lonely.append((sign, at))
    return lonely + opened


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Everything in a text that may open or close something, with its place."""
    return ((match.start(), match[0]) for match in _SIGN.finditer(text))


def _closes(start: str, end: str, partners: dict[str, str]) -> bool:
    wanted = partners[start]
    return end == _LIKE.get(wanted, wanted)


def _quotes(text: str) -> list[tuple[str, int]]:
    """As ``_alone``; “ closes what „ opened, and one » may close two «, as Russian prints it."""
    opened: list[tuple[str, int]] = []
    lonely: list[tuple[str, int]] = []
    for at, sign in _signs(text):
        if sign == "“" and opened and opened[-1][0] == "„":
            opened.pop()
        elif sign in _QUOTES:
            opened.append((sign, at))
        elif sign in _QUOTES.values():
            if opened and (_QUOTES[opened[-1][0]] == sign or (opened[-1][0] == "„" and sign == "”")):
                opened.pop()
                if sign == "»" and opened and text.find("»", at + 1) < 0 and opened[-1][0] == "«":
                    opened.pop()
            else:
                lonely.append((sign, at))
    return lonely + opened


PAIRS = Check(
    "H243",
    "pairs",
    "Brackets and quotation marks come in pairs. A mark that is open in the source, because the quotation goes on in "
    "the next sentence, may be open in the translation. List marks such as a) have no partner.",
    3,
    _run,
    (
        Example("en", "ru", "the forum (Ashgabat)", "форум (Ашхабад)", False),
        Example("en", "ru", "the forum (Ashgabat)", "форум (Ашхабад", True),
        Example("en", "tk", "the forum “Silk Road”", "«Ýüpek ýoly forumy", True),
        Example("en", "ja", "the forum “Silk Road”", "「シルクロード」フォーラム", False),
        Example("en", "ja", "the forum “Silk Road”", "「シルクロードフォーラム", True),
        Example("ru", "en", "дюрометр «ТЭМП-2»", 'a "TEMP-2" durometer', False),
        Example("ru", "en", "труба 2 дюйма «Юг»", 'a 2" pipe "South', True),
        Example("ru", "en", "а) торговля; б) культура", "a) trade; b) culture", False),
        Example("en", "ru", "“Dear friends, welcome.", "«Дорогие друзья, добро пожаловать.", False),
        Example("tk", "ru", "«Türkmengaz» döwlet konserni", "Государственный концерн «Туркменгаз", True),
        Example("en", "ru", "the company “Gazprom”", "ОАО «Компания «Газпром»", False),
    ),
)
