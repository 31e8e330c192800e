"""Quotation marks: those of the language, and none lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.problems import Severity

_PHRASE = (
    r"“[^“”«»„\"「」]{1,300}”|„[^“”«»„\"「」]{1,300}[“”]|«[^“”«»„\"「」]{1,300}»|\"[^“”«»„\"「」]{1,300}\""
    r"|「[^「」]{1,300}」|『[^『』]{1,300}』"
)
_QUOTED = late(_PHRASE)
_OWN = {"en": "“”", "ru": "«»", "tk": "«»", "ja": "「」"}
# What a language uses beside its own: inner quotation marks, and what its keyboards have.
_FINE = {"en": "“\"", "ru": "«„", "tk": "«„", "ja": "「『"}  # fmt: skip
_VOTES = frozenset(("«за»", "«против»", "«воздержался»", "«воздержались»"))
"""What is said at a vote is quoted in Russian alone."""
_INNER = {"ru": ("«", "»"), "tk": ("«", "»"), "en": ("“", "”"), "ja": ("「", "」")}


def _run(pair: Pair) -> Iterator[Finding]:
    if is_copy(pair):
        return
    text, language = pair.target_text, pair.target_language
    quoted = [match for match in _QUOTED.finditer(text) if text[match.start() - 1 : match.start()] != "="]
    for match in quoted:
        if language in _OWN and match[0][0] not in _FINE[language] and not _kept(match, text, language):
            yield _strange(match, language)
    if _lost(pair, bool(quoted)):
        yield Finding("the quotation marks of the source are not in the translation", None, "mark what is quoted")


def _kept(match: re.Match[str], text: str, language: str) -> bool:
    """Whether the marks belong to a phrase that keeps its own: inside others, or foreign letters in Japanese."""
    inner, (start, end) = match[0][1:-1], _INNER[language]
    before = text[: match.start()]
    if before.count(start) > before.count(end):
        return True
    counted = scripts.letters(inner)
    return language == "ja" and not counted["Kana"] and not counted["Han"]


def _strange(match: re.Match[str], language: str) -> Finding:
    own = _OWN[language]
    right = f"{own[0]}{match[0][1:-1]}{own[1]}"
    severity: Severity | None = "info" if language == "tk" and match[0][0] == "“" else None
    message = f"{match[0][0]} {match[0][-1]} are not the quotation marks of {scripts.NAMES[language]}"
    return Finding(message, match.span(), f"write {own[0]} {own[1]}", severity, fix=right)


def _lost(pair: Pair, found: bool) -> bool:
    """Whether a quoted name of the source stands unquoted, between languages that quote alike."""
    languages = pair.source_language, pair.target_language
    if found or languages[0] == languages[1] or {*languages} - {"en", "ru", "tk"} or languages[1] == "en":
        return False  # English leaves ships and plants, and Japanese much more, without marks
    if any(sign in pair.target_text for sign in "«»“”„\"'‘’"):
        return False
    return any(
        _has_letters(match[0]) and match[0].lower() not in _VOTES for match in _QUOTED.finditer(pair.source_text)
    )


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 2


QUOTES = Check(
    "H244",
    "quotes",
    "Each language has its own quotation marks: “ ” in English, « » in Russian and Turkmen, 「 」 and 『 』 in "
    "Japanese. Foreign names in Latin letters may keep theirs inside Japanese. What is quoted in the source is quoted.",
    3,
    _run,
    (
        Example("en", "ru", "the “Silk Road” forum", "форум «Шёлковый путь»", False),
        Example("en", "ru", "the “Silk Road” forum", "форум “Шёлковый путь”", True),
        Example("en", "tk", "the “Silk Road” forum", '"Ýüpek ýoly" forumy', True),
        Example("ru", "en", "форум «Шёлковый путь»", "the «Silk Road» forum", True),
        Example("en", "ja", "the “Silk Road” forum", "“シルクロード”フォーラム", True),
        Example("en", "ja", "the “Silk Road” forum", "「シルクロード」フォーラム", False),
        Example("ru", "tk", "концерн «Туркменгаз»", "Türkmengaz konserni", True),
        Example("ru", "tk", "Трое голосовали «против».", "Üç adam garşy ses berdi.", False),
    ),
)
