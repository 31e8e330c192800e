"""Letters of two scripts in one word: «Таliban», SPEСA. They look right, and break search and term checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = late(r"[^\W\d_]+")
_LATIN = late(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = late(r"[Ѐ-ԯ]")
_GREEK = late(r"[Ͱ-Ͽ]")
_OTHER = late(r"[Ͱ-ϿЀ-ԯ]")
_LIKE_LATIN = late(r"(?<![A-Za-zÀ-ɏͰ-ϿЀ-ԯ])(?:[АВЕЅКМНОРСТУХІЈаеорсухіѕј]+|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]+)(?![A-Za-zÀ-ɏͰ-ϿЀ-ԯ])")
# A Latin letter that stands as a Russian preposition or conjunction; no list mark "a)", no label "группа C".
_LONE = late(
    r"(?<![^\s«„(])([acoky]|(?:(?<!.)|(?<=[.!?] ))[ACOKYB])(?=\s+[Ѐ-ԯ]{2})"
    r"|\b((?i:co|ee))(?=\s+[Ѐ-ԯ]{2})|(?<![\w«])(TACC|CCCP|PAH|HATO|BTO|MOK|HTB)(?!\w)"
)


def _run(pair: Pair) -> Iterator[Finding]:
    text = pair.target_text
    if text.isascii():
        return
    if pair.target_language in ("en", "tk", "ja"):
        yield from _disguised(text)
    latin, cyrillic, greek = _LATIN.search(text), _CYRILLIC.search(text), _GREEK.search(text)
    if sum(map(bool, (latin, cyrillic, greek))) < 2:
        return
    for match in _WORD.finditer(text):
        names = [run for run in scripts.runs(match[0]) if run[0] in ("Latin", "Cyrillic", "Greek")]
        if len({script for script, _, _ in names}) > 1:
            script, letters, at = min(names, key=lambda run: len(run[1]))
            start = match.start() + at
            yield Finding(
                f"the word {match[0]} mixes scripts: “{letters}” is {script}",
                (start, start + len(letters)),
                f"type {match[0]} anew in one script",
            )
    if pair.target_language == "ru" and latin:
        for match in _LONE.finditer(text):
            what = "a Latin letter" if len(match[0]) == 1 else "in Latin letters"
            yield Finding(f"“{match[0]}” is {what} inside Russian text", match.span(), "type it in Cyrillic")


def _disguised(text: str) -> Iterator[Finding]:
    """Whole words of letters that look like Latin ones, in a text that has no other Cyrillic or Greek words."""
    if not _OTHER.search(text) or _OTHER.search(_LIKE_LATIN.sub("", text)):
        return
    for match in _LIKE_LATIN.finditer(text):
        script = "Greek" if _GREEK.match(match[0]) else "Cyrillic"
        yield Finding(
            f"{match[0]} is typed in {script} letters that look like Latin ones", match.span(), "type it anew"
        )


MIXED = Check(
    "H238",
    "mixed-script",
    "A Latin letter in a Cyrillic word, or the reverse, looks right but is another letter: search, glossary and "
    "screen readers fail on it. An ending after a hyphen, as in ÝUNESKO-nyň or IT-отрасль, is no mix.",
    2,
    _run,
    (
        Example("en", "ru", "the Taliban movement", "движение «Талибан»", False),
        Example("en", "ru", "the Taliban movement", "движение «Таliban»", True),
        Example("ru", "en", "программа СПЕКА", "the SPEСA programme", True),
        Example("ru", "tk", "в апреле", "Аprelde", True),
        Example("ru", "en", "Страны ОПЕК встретились.", "The ОРЕС countries met.", True),
        Example("en", "ru", "the IT industry", "IT-отрасль", False),
        Example("en", "ja", "the IT industry", "IT産業", False),
        Example("en", "tk", "UNESCO's list", "ÝUNESKO-nyň sanawy", False),
    ),
    security=True,
)
