"""The Turkmen alphabet: thirty letters, without c, q, v, x and without Turkish letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRONG = {
    "ı": "y", "İ": "I", "ğ": "g", "Ğ": "G", "ñ": "ň", "Ñ": "Ň", "â": "a", "Â": "A", "ș": "ş", "Ș": "Ş", "ț": "t",
    "î": "i", "û": "u", "ě": "e", "ŷ": "ý", "ÿ": "ý", "ń": "ň", "ż": "ž",
}  # fmt: skip
_WRONG_LETTER = re.compile(f"[{''.join(_WRONG)}]")
_FOREIGN = re.compile("[cqvx]")


def _run(pair: Pair) -> Iterator[Finding]:
    if pair.target_language != "tk" or is_copy(pair) or wrong_language(pair):
        return
    kept = {word for word, _ in scripts.words(pair.source_text)}
    for word, start in scripts.words(pair.target_prose):
        if word in kept:
            continue
        if wrong := _WRONG_LETTER.search(word):
            yield _wrong(word, wrong, start)
        elif len(word) > 1 and word.islower() and (foreign := _FOREIGN.search(word)):
            at = start + foreign.start()
            yield Finding(
                f"“{foreign[0]}” in {word} is no letter of the Turkmen alphabet", (at, at + 1), severity="warning"
            )


def _wrong(word: str, wrong: re.Match[str], start: int) -> Finding:
    at = start + wrong.start()
    right = _WRONG_LETTER.sub(lambda letter: _WRONG[letter[0]], word)
    return Finding(f"“{wrong[0]}” in {word} is no Turkmen letter", (at, at + 1), f"write {right} if that is the word")


ALPHABET = Check(
    "H239",
    "alphabet",
    "Turkmen has thirty letters. ı, ğ and İ are Turkish, ñ is an older spelling of ň; c, q, v and x stand in foreign "
    "names, abbreviations and addresses only.",
    1,
    _run,
    (
        Example("en", "tk", "The meeting was held.", "Duşuşyk geçirildi.", False),
        Example("en", "tk", "The meeting was held.", "Duşuşık geçirildi.", True),
        Example("ru", "tk", "новый год", "täze ýıl", True),
        Example("ru", "tk", "визит", "vizit", True),
        Example("en", "tk", "the COVID-19 pandemic", "COVID-19 pandemiýasy", False),
        Example("ja", "tk", "サイト：www.mfa.gov.tm", "Saýt: www.mfa.gov.tm", False),
    ),
)
