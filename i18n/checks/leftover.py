"""Words of the source language that were left inside the translation."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language
from i18n.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from i18n.problems import Severity

Words = list[tuple[str, int]]
"""Words with their offsets."""

_RUN = 4
_SAME_SCRIPT_RUN = 3
_COMMON = 5
_ENGLISH = late("(?:ed|tion|ment|ness|ly|ity|ance|ence)\\Z")
"""How words end that no name of a thing brings along: English ones, whatever the source is."""
_LITERAL = frozenset(("code", "kbd", "samp", "tt", "var"))
"""Elements whose text is written as it is in every language: commands, file names, keys."""
_SHOWN = 30
# Letters and endings of English that Turkmen words do not have, nor those that both have, such as internet portal.
_FOREIGN = {
    "tk": late(
        r"[cqvx]|oo|ee|ea|ou|ph|th|sh|wh|gh|ck|(?:ed|ing|ly|ts|ds|ns|rs|ks|ay|ow|aw|ew|ey|oy|le|re|de|te|ke|se|ne|me|ve"
        r"|ze|ge|ce|ld|rd)(?![a-z])"
    ),
    # Nor dishes, dances and instruments, which keep their names.
    "en": late(
        r"^(?!.*\b(?:öý|küşt|depdi|çorba|tüýdük|çal|çörek|börek|gara|nowruz|bagşy|gyjak|gopuz|palaw)\b)"
        r".*(?:[äçžňöşüý]|(?:nj[iy]|l[ae]r|[yi]ň|[dt][ae]n|yny|ini)(?![a-z]))"
    ),
}
# English words that are no Turkmen words, and the reverse. "we", "on", "it", "at", "men", "her" are both.
_ONLY = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and with which was were has have been their its that this from by between during would will for",
        "tk": "bilen üçin boýunça hem şeýle barada hakynda arasynda bolup edip ýylyň bu hem-de dowamynda",
    }.items()
}


def _run(pair: Pair) -> Iterator[Finding]:
    languages = pair.source_language, pair.target_language
    if languages[0] == languages[1] or is_copy(pair) or wrong_language(pair):
        return
    text = _without_literals(pair)
    if languages[1] in ("ru", "ja"):
        yield from _in_other_script(pair, text)
    elif languages in (("en", "tk"), ("tk", "en")):
        yield from _in_same_script(pair, text)


def _without_literals(pair: Pair) -> str:
    """The translation with what stands in code blanked, as the command of ``<code>init</code>`` does."""
    text, at = pair.target_prose, 0
    begun: dict[int, int] = {}
    for part in pair.target:
        if isinstance(part, str):
            at += len(part)
        elif part.kind == "open":
            begun[part.id] = at
        elif part.name.rstrip("0123456789") in _LITERAL and (start := begun.get(part.id, at)) < at:
            text = f"{text[:start]}{chr(0) * (at - start)}{text[at:]}"
    return text


def _in_other_script(pair: Pair, text: str) -> Iterator[Finding]:
    """Latin words in lower case inside Russian or Japanese."""
    if not scripts.has(text, "Latin"):
        return
    known = {word.lower() for _, word, _ in scripts.runs(pair.source_text)}
    english = pair.source_language == "en"
    foreign = _latin(pair.source_prose) if pair.source_language in ("ru", "ja") else ""
    for run in _latin_runs(text):
        if foreign and _stands_in(run, foreign):
            continue  # what the source has in Latin letters is no word of its language
        if len(run) >= _RUN and _running(run):
            yield _left(text, run)
            continue
        if _is_phrase(run) and _free(text, run[0][1], run[-1][1] + len(run[-1][0])):
            yield _left(text, run, "warning")
            continue
        for word, at in run:
            if (
                scripts.is_plain_word(word)
                and (word in known or len(word) >= _COMMON - (not english) or _ENGLISH.search(word))
                and _free(text, at, at + len(word))
            ):
                yield _left(text, [(word, at)], "warning")


def _latin(text: str) -> str:
    """The Latin words of a text, with spaces between and around them."""
    return f" {' '.join(word for script, word, _ in scripts.runs(text) if script == 'Latin').lower()} "


def _running(words: Words) -> bool:
    """Whether the words are more than a name: names have one small word at most (*Bank of Japan*)."""
    return sum(word.islower() and len(word) > 1 for word, _ in words) >= 2


def _is_phrase(words: Words) -> bool:
    """Whether two or three words are no name: the last one is a common word, such as *protection*."""
    last = words[-1][0]
    return len(words) > 1 and scripts.is_plain_word(last) and len(last) >= _COMMON


def _free(text: str, start: int, end: int) -> bool:
    """Whether a word stands as running text: not in quotation marks, no file name, no placeholder."""
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return (before.isalpha() or before in " \u3000、。") and (after.isalpha() or after in " \u3000、。,.;:!?")


def _latin_runs(text: str) -> Iterator[Words]:
    """Latin words that follow each other with nothing but spaces, commas and hyphens between."""
    run: Words = []
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


def _in_same_script(pair: Pair, text: str) -> Iterator[Finding]:
    """A stretch of the source, or its little words, in a language that shares its script."""
    words = [word for _, word, _ in scripts.runs(pair.source_text)]
    source, known = f" {' '.join(words).lower()} ", {word.lower() for word in words}
    runs = []
    if not known.isdisjoint([word.lower() for _, word, _ in scripts.runs(text)]):
        runs = [run for run in _latin_runs(text) if sum(word.lower() in known for word, _ in run) > 1]
    for run in runs:
        if stretch := _stretch(run, source):
            yield _left(text, stretch)
            return
    for run in runs:
        two = _two(run, source, _FOREIGN[pair.target_language])
        if two and _free(text, two[0][1], two[1][1] + len(two[1][0])):
            yield _left(text, two, "warning")
            return
    only = _ONLY[pair.source_language]
    little = [(word, start) for word, start in scripts.words(text) if word in only]
    if len(little) >= 2:
        yield _left(text, little, "warning")


def _two(run: Words, source: str, foreign: re.Pattern[str]) -> Words | None:
    """Two small words that follow each other in the source as well, of which one can be no word of the language."""
    for one, other in pairwise(run):
        small = one[0].islower() and other[0].islower() and foreign.search(f"{one[0]} {other[0]} ")
        if small and _stands_in([one, other], source):
            return [one, other]
    return None


def _stretch(run: Words, source: str) -> Words | None:
    """The first words that follow each other in the source as well, and are no name."""
    for place in range(len(run) - _SAME_SCRIPT_RUN + 1):
        length = _SAME_SCRIPT_RUN
        if not _stands_in(run[place : place + length], source):
            continue
        while place + length < len(run) and length < _SHOWN and _stands_in(run[place : place + length + 1], source):
            length += 1
        if _running(run[place : place + length]):
            return run[place : place + length]
    return None


def _stands_in(words: Words, source: str) -> bool:
    return f" {' '.join(word for word, _ in words).lower()} " in source


def _left(text: str, words: Words, severity: Severity | None = None) -> Finding:
    start, end = words[0][1], words[-1][1] + len(words[-1][0])
    shown = text[start:end] if end - start <= 60 else f"{text[start : start + 57]}..."
    return Finding(f"“{shown}” is not translated", (start, end), "translate these words", severity)


LEFTOVER = Check(
    "H236",
    "leftover",
    "Words of the source language stand in the translation. Names, acronyms and addresses in Latin letters may stay.",
    7,
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
            "The parties exchanged views on şeýle hem söwda barada.",
            True,
        ),
        Example("en", "tk", "The team won silver in Paris.", "Topar Parižde won silver.", True),
        Example("en", "tk", "The internet portal opened.", "internet portal açyldy.", False),
        Example("en", "ru", "an agreement with Blue Marine Foundation", "соглашение с Blue Marine Foundation", False),
        Example("ru", "ja", "выпуск potato системы Debian", "Debian の potato 版", False),
        Example("en", "ru", "Run <code>init</code> first.", "Сначала вызовите <code>init</code>.", False),
        Example("en", "ja", "an agreement with Sumitomo Corporation", "Sumitomo Corporationとの合意", False),
    ),
)
