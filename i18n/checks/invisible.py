"""Characters that nobody sees, and text that was damaged on its way."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.misread import misread
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n.problems import Severity

_INVISIBLE = late(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\u061c\u180e\ufff9-\ufffb\ufe00-\ufe0f\u115f\u1160\u3164]+"
)
_CONTROL = late("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_LOST = late(
    "[\ufffd\ue000-\uf8ff]+|(?<=\\w)\\?{2,}(?=\\w)|(?<=[A-Za-zÀ-žА-Яа-яЁё])\\?(?=[a-zà-žа-яё])(?!\\w{1,20}=)|\\?{4,}"
)
# UTF-8 that was read as Windows-1252, Latin-1 or Windows-1251.
_MOJIBAKE = late(
    "(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]\\s?){2,}|[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]"
    "|Å[ŸžšŽ]|[ÄÅ][\u0080-\u009f\u00a0-\u00bf‚„…†‡ˆ‰‹’“”•–—˜™›]|â€[\u0080-\u00bf‚„…†‡ˆ‰‹‘’“”•–—˜™š›œžŸ]?"
    "|(?:ã[\u0080-\u00bf‚ƒ€™]|[æçèéåä][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]{2})"
    "|(?:[РС][\u0080-\u00bf‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґёєјЅѕї]){3,}|вЂ[\u0098-\u009f“”™љњ¦]"
)
_SECOND = (
    "\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ€ѓЉЊЌЋЏђЂљњќћџЎўЈҐЁЄЇІіґёєјЅѕї"  # of a letter that was read as two or more
)
_SUSPECT = late(f"[{_INVISIBLE.pattern[1:-2]}{_CONTROL.pattern[1:-2]}\ufffd\ue000-\uf8ff{_SECOND}]")
"""What a text has in which one of these is found, or two question marks."""
_TURNING = late("[\u202a-\u202e\u2066-\u2069]")
"""What makes a reader see other words than those that stand there."""
_NAMES = {"\u200b": "zero-width space", "\u00ad": "soft hyphen", "\ufeff": "byte order mark"}


def _run(pair: Pair) -> Iterator[Finding]:
    text = pair.target_text
    if text.isascii() and "?" not in text and text.isprintable():
        return
    suspect = "?" in text or _SUSPECT.search(text) is not None
    if suspect:
        yield from _unseen(text)
    yield from _damaged(pair, suspect)
    if not unicodedata.is_normalized("NFC", text):
        yield from _decomposed(text)


def _unseen(text: str) -> Iterator[Finding]:
    for match in _INVISIBLE.finditer(text):
        sign = match[0][0]
        name = _NAMES.get(sign) or unicodedata.name(sign, "unnamed").lower()
        severity: Severity = "error" if _TURNING.search(match[0]) else "warning"
        yield Finding(
            f"an invisible character, {name} (U+{ord(sign):04X})", match.span(), "remove it", severity, fix=""
        )
    for match in _CONTROL.finditer(text):
        yield Finding(f"a control character (U+{ord(match[0][0]):04X})", match.span(), "remove it", fix="")


def _damaged(pair: Pair, suspect: bool) -> Iterator[Finding]:
    """What a program read in a wrong encoding; of findings that overlap, the first is enough."""
    text, after = pair.target_text, -1
    patterns = (_LOST, _MOJIBAKE) if suspect else ()
    found = [(*match.span(), None) for pattern in patterns for match in pattern.finditer(text)]
    for start, end, right in sorted((*found, *misread(text, pair.target_language)), key=lambda one: one[:2]):
        shown = text[start:end]
        if start >= after and shown not in pair.source_text:
            hint = f"it was {right}: type it anew" if right else "type the text anew"
            yield Finding(f"“{shown[:40]}” was damaged on its way", (start, end), hint)
            after = end


_MARKED = late("\\w[\u0300-\u036f\u3099\u309a]+")


def _decomposed(text: str) -> Iterator[Finding]:
    """One finding for the whole text: a program that takes letters apart does so with all of them."""
    found = [match for match in _MARKED.finditer(text) if not unicodedata.is_normalized("NFC", match[0])]
    if found:
        start, end = found[0].start(), found[-1].end()
        shown = unicodedata.normalize("NFC", found[0][0])
        message = f"“{shown}” is made of a letter and a mark that stands apart"
        yield Finding(
            message, (start, end), f"type {shown}", "warning", fix=unicodedata.normalize("NFC", text[start:end])
        )


INVISIBLE = Check(
    "H256",
    "damaged",
    "Zero-width spaces, marks of writing direction and soft hyphens break search and are seen by nobody. Question "
    "marks, Ð and Ã in strange places are text that a program read in a wrong encoding.",
    4,
    _run,
    (
        Example("en", "ru", "Turkmenistan", "Туркменистан", False),
        Example("en", "ru", "Turkmenistan", "Туркмени\u200bстан", True),
        Example("en", "ru", "The talks were held.", "Ð\u009fÐµÑ\u0080ÐµÐ³Ð¾Ð²Ð¾Ñ\u0080Ñ‹ состоялись.", True),
        Example("en", "ru", "The talks were held.", "рЕТЕЗПЧПТЩ состоялись.", True),
        Example("en", "ja", "The talks were held.", "繝医・ホ協議", True),
        Example("ru", "tk", "встреча", "duþuþyk", True),
        Example("ru", "tk", "встреча", "duşuşyk", False),
        Example("ru", "tk", "встреча", "dus\u0327us\u0327yk", True),
        Example("ja", "tk", "会談", "du???yk", True),
        Example("en", "ja", "Andrés García spoke.", "Andrés García さんが話した。", False),
        Example("tk", "ja", "duşuşyk", "会談\u202e", True),
    ),
    security=True,
)
