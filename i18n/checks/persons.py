"""Persons by the glossary: named in short, named in another spelling, or another person named in their place."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from i18n import inflection
from i18n.patterns import late

if TYPE_CHECKING:
    from i18n.checks.frame import Pair
    from i18n.termbase import Termbase

_LIKE = 0.7
_SWAPPED = 4
"""In a longer name two letters may have changed places."""
_CAPITAL = late(r"[^\W\d_][^\W\d_'’-]{2,}")
_KANJI = late("[\u3400-\u9fff々]+")


def _name_parts(form: str, language: str) -> list[str]:
    if language != "ja":
        return [part for part in re.split(r"[\s-]+", form) if len(part) > 2]
    if not _KANJI.fullmatch(form):
        return [part for part in re.split("[・＝=]", form) if len(part) > 2]
    return [form[:2]] if len(form) > 3 else [form[:1], form[:2]]


def part_stands(form: str, simple: str, language: str) -> bool:
    """Whether the person is named in short, by one name: Mr. Meredov, メレドフ大臣."""
    parts = _name_parts(form, language)
    if language == "ja":
        return any(part.lower() in simple for part in parts)
    return any(inflection.word(part, language).search(simple) for part in parts)


def other_spelling(forms: list[str], text: str, language: str) -> tuple[int, int] | None:
    """A name in the text that is nearly one of the person's, and neither it nor a case of it."""
    if language == "ja" and _KANJI.fullmatch(forms[0]):
        return _other_kanji(forms, text)
    known = [part for form in forms for part in _name_parts(form, language)]
    pattern = re.compile("[\u30a1-\u30fa\u30fc]{3,}") if language == "ja" else _CAPITAL
    for match in pattern.finditer(text):
        word = inflection.plain(match[0])
        if not (match[0][0].isupper() or language == "ja") or _is_any(word, known, language):
            continue
        if any(_alike(word, inflection.plain(part)) for part in known):
            return match.span()
    return None


def another(base: Termbase, pair: Pair) -> tuple[int, int] | None:
    """Another person of the glossary, whom the source does not name."""
    named = {one.form.concept for one in base.mentions(pair.source_prose, pair.source_language)}
    for one in base.mentions(pair.target_prose, pair.target_language):
        if base.kinds[one.form.concept] == "person" and one.form.concept not in named:
            return one.start, one.end
    return None


def _is_any(word: str, known: list[str], language: str) -> bool:
    if language == "ja":
        return word in map(inflection.plain, known)
    return any(inflection.word(part, language).fullmatch(word) for part in known)


def _alike(word: str, name: str) -> bool:
    """Whether two words are nearly the same; a case ending behind the name does not count."""
    likeness = max(SequenceMatcher(None, one, name, autojunk=False).ratio() for one in (word, word[: len(name)]))
    return word[0] == name[0] and (likeness >= _LIKE or (len(name) > _SWAPPED and sorted(word) == sorted(name)))


def _other_kanji(forms: list[str], text: str) -> tuple[int, int] | None:
    """One kanji of a full name is another, or is missing: 上川洋子, 上川子 for 上川陽子."""
    for form in (form for form in forms if len(form) > 2):
        for at in range(len(form)):
            rest = f"{re.escape(form[:at])}[\u3400-\u9fff々]?{re.escape(form[at + 1 :])}"
            if (at or len(form) > 3) and at < len(form) - 1 and (match := re.search(rest, text)):
                return match.span()
    return None
