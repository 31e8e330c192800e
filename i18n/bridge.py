"""When a bulletin's source is written in another language than before: what was a translation is now the source.

A text of the new source that is a translation of an old one takes over the old one's translations into all the
other languages. They are fuzzy, because they were made from the other text, which stands beside them (``#| msgid``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from i18n.model import Catalog, Entry, Key

_FEWEST = 2
"""A single text may be the same in two languages."""


def bridge(own: Catalog, fresh: Iterable[Entry]) -> dict[Key, Key]:
    """For texts that are new: the key of the old text that each is the translation of.

    :param own: the catalog of the language that the source is in now, as it was before.
    """
    wanted = {entry.key for entry in fresh} - {entry.key for entry in own.entries if not entry.obsolete}
    found: dict[Key, Key] = {}
    for entry in own.entries:
        key = (entry.msgctxt, entry.msgstr)
        if key in wanted and entry.msgid != entry.msgstr and not entry.fuzzy:
            found.setdefault(key, entry.key)
    return found


def carried(catalog: Catalog, fresh: Sequence[Entry], old_of: Mapping[Key, Key]) -> Catalog:
    """The catalog with the translations of the old texts offered for the new ones that have none."""
    have = {entry.key for entry in catalog.entries}
    living = {entry.key: entry for entry in catalog.entries if any(entry.msgstrs)}
    offers = [
        entry._replace(msgstrs=old.msgstrs, flags=("fuzzy",), previous_msgctxt=old.msgctxt, previous_msgid=old.msgid)
        for entry in fresh
        if entry.key not in have and (old := living.get(old_of.get(entry.key, entry.key)))
    ]
    return replace(catalog, entries=(*catalog.entries, *offers)) if offers else catalog


def without_copies(catalog: Catalog) -> Catalog:
    """The catalog without the copies of a source that was taken for one of its own language, and no longer is.

    Only where every living entry is such a copy: then nobody has translated anything.
    """
    living = [entry for entry in catalog.entries if not entry.obsolete]
    if len(living) < _FEWEST or not all(entry.msgstrs == (entry.msgid,) and not entry.comments for entry in living):
        return catalog
    emptied = (entry if entry.obsolete else entry._replace(msgstrs=("",)) for entry in catalog.entries)
    return replace(catalog, entries=tuple(emptied))
