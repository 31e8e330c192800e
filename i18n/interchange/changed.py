"""Units whose text is no longer in the catalog: the source was edited while the file was away.

They become what a merge would have made of them (see ``merge``): the old pair stays as an obsolete entry, and the text
that took its place is offered the translation as fuzzy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from i18n import content
from i18n.interchange.entries import marked, with_comments, with_other
from i18n.interchange.outgoing import as_sent, digest, said, unit_id
from i18n.interchange.units import TransUnit
from i18n.merge import made_from
from i18n.model import Entry, Key
from i18n.problems import Problem, problem

_MOST = 1000
"""Units that are looked for among changed texts: more than any bulletin has."""


def late(entries: Sequence[Entry], strangers: Sequence[TransUnit], met: Set[Key]) -> tuple[list[Entry], list[Problem]]:
    """The entries of a catalog with the translations of changed texts, and what is to be said about each.

    :param strangers: units whose key no living entry has.
    :param met: the keys that the file has units for; their entries are translated by these.
    """
    ours = [(unit, _pair(unit)) for unit in strangers if _is_ours(unit)][:_MOST]
    offers = _offers(entries, [pair for _, pair in ours if pair.msgstr], met)
    alive = [entry if entry.obsolete else _offered(entry, offers.get(entry.key)) for entry in entries]
    return _with_retired(alive, ours), [
        *_unknown(strangers, ours),
        *_gone(ours, {pair.key for pair in offers.values()}),
    ]


def _unknown(strangers: Sequence[TransUnit], ours: Iterable[tuple[TransUnit, Entry]]) -> list[Problem]:
    known = {id(unit) for unit, _ in ours}
    message = "the catalog does not have this text, and never sent it"
    return [problem("H265", unit.place, marked(unit, message)) for unit in strangers if id(unit) not in known]


def _gone(ours: Iterable[tuple[TransUnit, Entry]], offered: Set[Key]) -> list[Problem]:
    return [
        problem("H266", unit.place, marked(unit, _message(pair, pair.key in offered)), msgid=pair.msgid)
        for unit, pair in ours
    ]


def _message(pair: Entry, offered: bool) -> str:
    gone = "the bulletin no longer has this text"
    if offered:
        return f"{gone}; its translation is offered for the text in its place, as fuzzy"
    return f"{gone}; its translation is kept as obsolete" if pair.msgstr else gone


def _is_ours(unit: TransUnit) -> bool:
    """Whether the unit's marks fit its source: it was in the catalog once."""
    msgid = as_sent(unit.source)
    return unit.id == unit_id((unit.context, msgid)) or unit.source_digest == digest(msgid)


def _pair(unit: TransUnit) -> Entry:
    """The entry that the unit once was, obsolete."""
    text = as_sent(unit.target) if content.plain(unit.target).strip() else ""
    flags = ("fuzzy",) if unit.state == "fuzzy" and text else ()
    entry = Entry(as_sent(unit.source), (text,), unit.context, flags=flags, obsolete=True)
    return with_comments(entry, unit.comments)


def _offers(entries: Sequence[Entry], old: list[Entry], met: Set[Key]) -> dict[Key, Entry]:
    """The old pair that each living entry is offered: the one that it was made from, or the most alike.

    Only to entries that wait for a translation and that the file has no unit for.
    """
    pairs = {entry.key: entry for entry in old}
    retired = {entry.key: entry for entry in entries if entry.obsolete}
    waiting = [entry for entry in entries if not entry.obsolete and entry.key not in met]
    offers = {}
    for entry in waiting:
        source = entry.previous_msgctxt, entry.previous_msgid or ""
        if entry.fuzzy and source in pairs and source in retired and entry.msgstr in retired[source].msgstrs:
            offers[entry.key] = pairs[source]
    empty = [entry for entry in waiting if entry.msgid_plural is None and said(entry)[1] == "untranslated"]
    used = {entry.key for entry in offers.values()}
    return offers | made_from(empty, [entry for entry in old if entry.key not in used])


def _offered(entry: Entry, old: Entry | None) -> Entry:
    if old is None or (entry.fuzzy and entry.msgstrs == old.msgstrs):
        return entry
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    return entry._replace(msgstrs=old.msgstrs, flags=flags, previous_msgctxt=old.msgctxt, previous_msgid=old.msgid)


def _with_retired(entries: list[Entry], ours: Iterable[tuple[TransUnit, Entry]]) -> list[Entry]:
    """The entries with these pairs among the obsolete ones. Where one is there already, the other words join it."""
    places = {entry.key: at for at, entry in enumerate(entries) if entry.obsolete}
    for unit, pair in ours:
        at = places.get(pair.key)
        if not pair.msgstr:
            continue
        if at is None:
            places[pair.key] = len(entries)
            entries.append(pair)
        elif pair.msgstr not in entries[at].msgstrs and not _untouched(unit, pair):
            entries[at] = with_other(entries[at], pair.msgstr)
    return entries


def _untouched(unit: TransUnit, pair: Entry) -> bool:
    return unit.target_digest == digest(*said(pair._replace(obsolete=False)))
