"""Words of the source language that were left inside the translation."""

from __future__ import annotations

from collections.abc import Iterator

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair

_RUN = 4
# English words that are no Turkmen words, and the reverse. "we", "on", "it", "at", "men", "her" are both.
_ONLY = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and with which was were has have been their its that this from by between during would will for",
        "tk": "bilen üçin boýunça hem şeýle barada hakynda arasynda bolup edip ýylyň bu hem-de dowamynda",
    }.items()
}


def _run(pair: Pair) -> Iterator[Finding]:
    if pair.monolingual or is_copy(pair) or pair.source_language == pair.target_language:
        return
    text = pair.target_prose
    words = scripts.words(text)
    latin_source = "Latin" in scripts.SCRIPTS.get(pair.source_language, ())
    if pair.target_language in ("ru", "ja") and latin_source:
        yield from _in_other_script(pair, text)
    elif pair.target_language in ("en", "tk") and latin_source:
        yield from _in_same_script(pair, words)


def _in_other_script(pair: Pair, text: str) -> Iterator[Finding]:
    """Latin words in lower case inside Russian or Japanese."""
    known = {word.lower() for word, _ in scripts.words(pair.source_text)}
    for run in _latin_runs(text):
        plain = [word for word, _ in run if word.islower() and len(word) > 1]
        start, end = run[0][1], run[-1][1] + len(run[-1][0])
        if len(run) >= _RUN and len(plain) >= 2:
            yield _left(text[start:end], start, end)
            continue
        for word, at in run:
            if scripts.is_plain_word(word) and word in known:
                finding = _left(word, at, at + len(word))
                yield Finding(finding.message, finding.span, finding.hint, "warning")


def _latin_runs(text: str) -> Iterator[list[tuple[str, int]]]:
    """Latin words that follow each other with nothing but spaces and commas between."""
    run: list[tuple[str, int]] = []
    end = 0
    for script, word, start in scripts.runs(text):
        if run and (script != "Latin" or text[end:start].strip(" ,'’-")):
            yield run
            run = []
        if script == "Latin":
            run.append((word, start))
        end = start + len(word)
    if run:
        yield run


def _in_same_script(pair: Pair, words: list[tuple[str, int]]) -> Iterator[Finding]:
    """A stretch of the source in a language that shares its script, or its little words."""
    source = f" {' '.join(word for word, _ in scripts.words(pair.source_text)).lower()} "
    place = 0
    while place + _RUN <= len(words):
        length = _RUN
        if not _stands_in(words[place : place + length], source):
            place += 1
            continue
        while place + length < len(words) and _stands_in(words[place : place + length + 1], source):
            length += 1
        stretch = words[place : place + length]
        if sum(word.islower() for word, _ in stretch) >= 2:
            start, end = stretch[0][1], stretch[-1][1] + len(stretch[-1][0])
            yield _left(pair.target_text[start:end], start, end)
            return
        place += length
    only = _ONLY.get(pair.source_language, frozenset())
    little = [(word, start) for word, start in words if word in only]
    if len(little) >= 2:
        start, end = little[0][1], little[-1][1] + len(little[-1][0])
        finding = _left(pair.target_text[start:end], start, end)
        yield Finding(finding.message, finding.span, finding.hint, "warning")


def _stands_in(stretch: list[tuple[str, int]], source: str) -> bool:
    return f" {' '.join(word for word, _ in stretch).lower()} " in source


def _left(words: str, start: int, end: int) -> Finding:
    shown = words if len(words) <= 60 else f"{words[:57]}..."
    return Finding(f"“{shown}” is not translated", (start, end), "translate these words")


LEFTOVER = Check(
    "H236",
    "leftover",
    "Words of the source language stand in the translation. Names, acronyms and addresses in Latin letters may stay.",
    1,
    _run,
    (
        Example(
            "en",
            "ru",
            "They agreed to hold regular consultations.",
            "Они договорились to hold regular consultations.",
            True,
        ),
        Example(
            "en",
            "ja",
            "They agreed to hold regular consultations.",
            "双方は hold regular political consultations に合意した。",
            True,
        ),
        Example(
            "en", "tk", "They agreed to hold regular consultations.", "Olar agreed to hold regular geňeşmeler.", True
        ),
        Example(
            "tk",
            "en",
            "Taraplar şeýle hem söwda barada pikir alyşdylar.",
            "The parties şeýle hem söwda barada views.",
            True,
        ),
        Example("en", "ru", "an agreement with Blue Marine Foundation", "соглашение с Blue Marine Foundation", False),
        Example("en", "ja", "an agreement with Sumitomo Corporation", "Sumitomo Corporationとの合意", False),
    ),
)
