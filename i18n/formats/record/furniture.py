"""Which single lines are no text: a page's frame, counters, senders, addresses."""

from __future__ import annotations

import re

from i18n import addresses
from i18n.formats.record import words
from i18n.formats.record.lines import Block
from i18n.formats.record.title import is_title_like
from i18n.patterns import late

# A number, in groups of three or not. Three numbers with dots, 23.03.24, are none.
_COUNTER = late(
    r"(?:[^\w\s]{1,3} ?)?(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}|\d{1,12}(?:[.,]\d{1,2})?) ?[km]?\+?[^\w\s]?\Z",
    re.IGNORECASE,
)
_BARE_YEAR = late(r"(?:19|20)\d\d\Z")
# A year, or the word for one, and the motto in quotation marks: 2024 год - «Кладезь разума ...»
_MOTTO = late(
    r"(?:\d{4}|год|year|(?=.*\býyly\Z))[ \-–—:]*(?:год|year of|ýyl)?[ \-–—:]*[“«\"„][^“«\"„]+[”»\"](?: ýyly)?\Z",
    re.IGNORECASE,
)
_BARS = late(r"\s*[|/>»›·•]\s*")
_ICON_LETTERS = late(r"\S(?: \S){0,3}\Z")
_LONGEST_SOURCE = 100
_LONGEST_ALONE = 100
"""Characters of a line that is left out wherever it stands."""
_LONGEST_CONTACT = 120
_LONGEST_CREDIT = 80
"""Characters of a name or an agency with the word for a photo. What is longer tells what the photo shows."""
_STRONG = late(r"[@©]|\(?\+?\d[\d()\-\u00a0 ]{6,}\d")
"""What only a block of addresses has: a mailbox, a telephone number, a right."""


def in_head(line: str) -> str | None:
    """The rule by which a line above the text is left out."""
    if _COUNTER.match(line) or words.is_one("counters", line):
        return "counter"
    if words.is_one("mottos", line) or _MOTTO.match(line):
        return "motto"
    if words.is_one("icons", line) or _is_menu(line) or _is_glyphs(line):
        return "interface"
    if words.is_one("bylines", line) and len(line) <= 60 and not line.endswith((".", "。")):
        return "byline"
    return "contact" if _is_address(line) else None


def in_text(line: str) -> str | None:
    """The rule by which a line is left out wherever it stands alone."""
    if not (line[:1].isalnum() or any(map(str.isalnum, line))):
        return "no letters"
    if len(line) > _LONGEST_ALONE:
        return None
    if words.is_one("icons", line):
        return "interface"
    return "credit" if words.is_one("credits", line) and not is_caption(line) else None


def is_caption(text: str) -> bool:
    """Whether a text with the word for a photo is a sentence, and so tells what the photo shows: it is text."""
    if not words.may_be_one("credits", text):  # nearly always
        return False
    line = " ".join(text.split())
    return words.is_one("credits", line) and (len(line) > _LONGEST_CREDIT or not is_title_like(line))


def in_tail(line: str) -> str | None:
    """The rule by which a line below the text is left out."""
    if _is_address(line):
        return "contact" if "@" in line else "source line"
    if len(line) <= _LONGEST_SOURCE and words.is_one("sources", line):
        return "source line"
    if _is_menu(line):
        return "interface"
    if words.is_one("mottos", line) or _MOTTO.match(line):
        return "motto"
    if _BARE_YEAR.match(line):
        return None  # a text may end with it
    if _COUNTER.match(line) or words.is_one("counters", line):
        return "counter"
    return in_text(line)


def is_contact(block: Block) -> bool:
    """Whether a block below the text holds addresses: every line is short, half of them and one for sure."""
    lines = [line.text for line in block]
    if any(len(line) > _LONGEST_CONTACT for line in lines):
        return False
    said = [line for line in lines if words.is_one("contacts", line) or _is_address(line)]
    return len(said) * 2 >= len(lines) and any(map(_STRONG.search, said))


def _is_menu(line: str) -> bool:
    """``News``, ``RU | EN | TK``, ``Home / News / Politics``."""
    if words.is_one("interface", line):
        return True
    parts = _BARS.split(line) if len(line) <= _LONGEST_SOURCE else []
    if len(parts) < 2:
        return False
    return words.is_one("homes", parts[0]) or all(words.is_one("interface", part) for part in parts)


def _is_address(line: str) -> bool:
    return not addresses.blanked(line).strip("\0")


def _is_glyphs(line: str) -> bool:
    """Single letters that stand for pictures; one letter of plain ASCII may be a number of an article."""
    return bool(_ICON_LETTERS.match(line)) and not line.isascii() and " " in line
