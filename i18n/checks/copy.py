"""Translations that are the source text once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n import scripts
from i18n.checks.frame import Check, Example, Finding, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_copy(pair: Pair) -> bool:
    """Whether the target is the source, white space, case and quotation marks aside."""
    return pair.copied


def _run(pair: Pair) -> Iterator[Finding]:
    if not is_copy(pair):
        return
    text = pair.target_prose
    plain = any(scripts.is_plain_word(word) for word, _ in scripts.words(text))
    own = scripts.SCRIPTS.get(pair.target_language, ())
    counted = scripts.letters(text)
    foreign = own and sum(counted[script] for script in own) * 2 < counted.total()
    if plain or (foreign and pair.source_language in ("ja", "ru")):
        if any(letters for letters in scripts.runs(text)):
            yield Finding("the translation is the source text, not translated", (0, len(text)))
    elif foreign and _names(text) > 1:
        yield Finding("the translation is the source text; is it a name?", (0, len(text)), severity="warning")


def _names(text: str) -> int:
    return sum(len(word) > 2 and not word.isupper() for word, _ in scripts.words(text))


COPY = Check(
    "H235",
    "copy",
    "The translation repeats the source. Names, acronyms, numbers and addresses may be the same in two languages.",
    2,
    _run,
    (
        Example("en", "ru", "The parties noted this.", "The parties noted this.", True),
        Example("en", "tk", "The parties noted this.", "The parties noted this.", True),
        Example("ru", "en", "Стороны", "Стороны", True),
        Example("ja", "ru", "共同声明", "共同声明", True),
        Example("en", "tk", "Serdar Berdimuhamedow", "Serdar Berdimuhamedow", False),
        Example("en", "ja", "UNESCO", "UNESCO", False),
        Example("tk", "ru", "www.mfa.gov.tm", "www.mfa.gov.tm", False),
        Example("en", "en", "The parties noted this.", "The parties noted this.", False),
    ),
)
