"""What makes a translation that came back doubtful. It is taken as fuzzy then, so that its words are not lost."""

from __future__ import annotations

from i18n import checks, content
from i18n.checks.codes import CODES
from i18n.checks.copy import COPY
from i18n.interchange.outgoing import digest, spelled
from i18n.interchange.units import TransUnit
from i18n.model import Content, Entry, LocaleTag
from i18n.worddiff import word_diff

_FIRST = 3
"""Changes that a message names."""
_LONGEST = 40
"""Characters that it shows of one."""


def doubts(entry: Entry, unit: TransUnit, source: Content, text: str, strange: int) -> list[tuple[str, str]]:
    """Code and message of each doubt about a translation.

    :param source: of the entry, its codes numbered.
    :param text: the translation as it would stand in the catalog.
    :param strange: how many codes the translation had that the source has not.
    """
    found = []
    if message := _edited(entry, unit, source):
        found.append(("H267", f"{message}; taken as fuzzy"))
    wrong = [f"{strange} inline codes that the source has not were left out"] if strange > 1 else []
    if strange == 1:
        wrong = ["an inline code that the source has not was left out"]
    pair = checks.Pair(source, content.parse(text, source), "", "")
    wrong += [finding.message for finding in CODES.run(pair)]
    if wrong:
        found.append(("H269", f"{wrong[0]}; taken as fuzzy"))
    return found


def is_left(entry: Entry, source: Content, text: str, locales: tuple[LocaleTag, LocaleTag]) -> bool:
    """Whether a translation is the source text that a tool has put where there was none. A name may be both.

    :param locales: of the source and the translation.
    """
    if content.fold(text) != content.fold(entry.msgid):
        return False
    pair = checks.Pair(source, content.parse(text, source), *locales)
    return any(finding.severity is None for finding in COPY.run(pair))


def _edited(entry: Entry, unit: TransUnit, source: Content) -> str | None:
    """Whether the source text in the file is not that of the entry, be it by a person or by a tool."""
    written, strange = spelled(unit.source, source)
    changed = content.fold(written) != content.fold(entry.msgid)
    if unit.source_digest not in (None, digest(entry.msgid)):
        return "the file was made from another source text" + (_difference(entry.msgid, written) if changed else "")
    if strange or changed:
        return "the source text was changed in the file" + (_difference(entry.msgid, written) if changed else "")
    return None


def _difference(ours: str, theirs: str) -> str:
    """The first words that the file lacks, and the first that only it has."""
    pieces = word_diff(content.fold(ours), content.fold(theirs))
    lost, more = (
        ", ".join([_shown(piece.text) for piece in pieces if piece.kind == kind and piece.text.strip()][:_FIRST])
        for kind in ("removed", "added")
    )
    return ": it " + " and ".join([*([f"lacks {lost}"] if lost else []), *([f"has {more}"] if more else [])])


def _shown(text: str) -> str:
    text = text.strip()
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST].rstrip()}…”"
