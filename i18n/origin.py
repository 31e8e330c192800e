"""Where a translation is from: the mark of a machine's text, bound to that text.

It is a line in the comments of its entry, because every PO editor keeps those::

    # Machine translation by LibreTranslate on 2026-11-28 [a1b2c3d4e5f6]

The digits in brackets are taken from the msgstr as the machine's text was put there. Whoever edits that text makes it
his own: the line stays, as history, and says nothing of the new text. Who only clears the fuzzy mark leaves the
machine's text as it is, and the mark with it.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

from i18n import approval
from i18n.model import Entry
from i18n.patterns import late

MARK = "Machine translation by "
"""What every mark begins with."""
# Some editors wrap long comments between words.
_LINE = late(
    r"^Machine[ \n]translation[ \n]by[ \n][^\[\]\n]{1,40}?[ \n]on[ \n]\d{4}-\d{2}-\d{2}[ \n]\[([0-9a-f]{12})\]",
    re.MULTILINE | re.ASCII,
)


def mark(service: str, day: date, text: str) -> str:
    """The line for a text that a service made."""
    return f"{MARK}{service} on {day.isoformat()} [{digest((text,))}]"


def digest(texts: tuple[str, ...]) -> str:
    """Twelve hexadecimal digits of the SHA-256 of a msgstr, exactly as it is written."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def is_machine(entry: Entry) -> bool:
    """Whether the entry's translation is word for word what a machine made."""
    if not any(line.lstrip().startswith("Machine") for line in entry.comments) or not any(entry.msgstrs):
        return False
    lines = "\n".join(" ".join(line.split()) for line in entry.comments)
    return digest(entry.msgstrs) in _LINE.findall(lines)


def only_machine(entry: Entry) -> bool:
    """Whether a machine's text stands there, and no reviewer has made it his own by an approval."""
    return is_machine(entry) and not approval.counting(entry)
