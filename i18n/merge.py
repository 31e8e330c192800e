"""Bringing a catalog up to its source without losing a word that a person wrote.

What is promised: entries stand in the order of the source. A translation is never deleted: it stays,
goes along with its changed text as fuzzy (``#| msgid`` names what it was made from), or is kept as
obsolete. A changed text keeps the old pair as obsolete too, so that an undone edit costs nothing. Text
that comes back takes its translation back. Merging a second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from i18n import approval
from i18n.model import Catalog, Entry, Key
from i18n.similarity import pairings


@dataclass(frozen=True, slots=True)
class Changes:
    """What a merge did to a catalog, in entries."""

    added: int
    """New and empty."""
    changed: int
    """Their text changed; their old translation waits as fuzzy."""
    revived: int
    """Their text came back with its translation."""
    retired: int
    """Their text is gone; a translation is kept as obsolete."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalog brought up to its source, and what that did to it."""

    catalog: Catalog
    changes: Changes


def merge(old: Catalog, fresh: Sequence[Entry], *, own_language: bool = False) -> Merged:
    """``old`` with exactly the entries of ``fresh`` alive.

    :param fresh: untranslated entries in the order of the source, each key once.
    :param own_language: the catalog is in the source's own language: an entry follows its text (as GNU
        msgen fills it) until someone edits it.
    """
    living = {entry.key: entry for entry in old.entries if not entry.obsolete}
    retired = _first_by_key(entry for entry in old.entries if entry.obsolete and any(entry.msgstrs))
    wanted = {entry.key for entry in fresh}
    gone = [entry for key, entry in living.items() if key not in wanted]
    origins = _exact(fresh, living, retired)
    offers = made_from([entry for entry in fresh if entry.key not in origins], gone)
    left = [entry for entry in fresh if entry.key not in origins and entry.key not in offers]
    if not own_language:  # in its own language a new text translates itself
        offers |= made_from(left, [entry for key, entry in retired.items() if key not in wanted])
    alive = [_alive(entry, origins.get(entry.key), offers.get(entry.key), own_language) for entry in fresh]
    dead = _dead(old, gone, alive, own_language)
    return Merged(
        catalog=replace(old, entries=_one_for_each_key((*alive, *dead))),
        changes=Changes(
            added=len(fresh) - len(origins) - len(offers),
            changed=len(offers),
            revived=sum(origin.obsolete for origin in origins.values()),
            retired=len(gone) - len({entry.key for entry in offers.values() if not entry.obsolete}),
        ),
    )


def _first_by_key(entries: Iterable[Entry]) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {}
    for entry in entries:
        found.setdefault(entry.key, entry)
    return found


def _exact(fresh: Sequence[Entry], living: dict[Key, Entry], retired: dict[Key, Entry]) -> dict[Key, Entry]:
    """The old entry of every text that is unchanged. An empty one takes a translation that was retired."""
    origins = {}
    for entry in fresh:
        alive, dead = living.get(entry.key), retired.get(entry.key)
        if dead and alive and not any(alive.msgstrs):
            origins[entry.key] = _with_words_of(dead, alive)
        elif origin := alive or dead:
            origins[entry.key] = origin
    return origins


def made_from(new: list[Entry], old: list[Entry]) -> dict[Key, Entry]:
    """The old entry that a new text was made from, by the new text's key."""
    found: dict[Key, Entry] = {}
    for context in dict.fromkeys(entry.msgctxt for entry in new):
        here = [entry for entry in new if entry.msgctxt == context]
        there = [entry for entry in old if entry.msgctxt == context]
        if context is not None and len(here) == len(there) == 1:
            # The only title follows the title, however much of it was rewritten.
            found[here[0].key] = there[0]
            continue
        for pair in pairings([entry.msgid for entry in here], [entry.msgid for entry in there]):
            found[here[pair.new].key] = there[pair.old]
    return found


def _alive(fresh: Entry, exact: Entry | None, changed: Entry | None, own_language: bool) -> Entry:
    if exact:
        alive = exact._replace(obsolete=False, references=fresh.references, extracted=fresh.extracted)
        return _copied(alive) if own_language and not any(alive.msgstrs) else alive
    if own_language and (changed is None or not any(changed.msgstrs) or _is_copy(changed)):
        return _copied(fresh._replace(comments=changed.comments if changed else ()))
    if changed is None:
        return fresh
    return _carried(fresh, changed)


def _copied(entry: Entry) -> Entry:
    """The entry with its own text as its translation."""
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return entry._replace(msgstrs=(entry.msgid,) * len(entry.msgstrs), flags=flags)


def _carried(fresh: Entry, old: Entry) -> Entry:
    """A changed text with its old translation, fuzzy, and the text that the translation was made from."""
    if not any(old.msgstrs):
        return fresh._replace(comments=old.comments)
    since = old.fuzzy and old.previous_msgid is not None
    return fresh._replace(
        # A unit of a bulletin has no plural forms; the old pair keeps them.
        msgstrs=(next(filter(None, old.msgstrs)),),
        comments=old.comments,
        flags=tuple(dict.fromkeys(("fuzzy", *old.flags))),
        previous_msgctxt=old.previous_msgctxt if since else old.msgctxt,
        previous_msgid=old.previous_msgid if since else old.msgid,
    )


def _dead(old: Catalog, gone: list[Entry], alive: list[Entry], own_language: bool) -> list[Entry]:
    """The obsolete entries: those that were, and those whose text is gone, if a person's words are in them."""
    obsolete = [entry for entry in old.entries if entry.obsolete]
    kept = {(entry.key, entry.msgstrs): set(entry.comments) for entry in (*alive, *obsolete)}
    for entry in gone:
        offered = (entry.previous_msgctxt, entry.previous_msgid or ""), entry.msgstrs
        only_offered = entry.fuzzy and offered in kept and kept[offered].issuperset(entry.comments)
        if _has_words(entry, own_language) and not only_offered:
            obsolete.append(entry._replace(obsolete=True, references=(), extracted=()))
    return obsolete


def _one_for_each_key(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """No message twice, be it obsolete, for then GNU gettext refuses the file: the second's words join the first."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        first = found.get(entry.key)
        found[entry.key] = _with_words_of(first, entry) if first else entry
    return tuple(found.values())


def _with_words_of(first: Entry, second: Entry) -> Entry:
    other = [f"Other translation: {text}" for text in second.msgstrs if text and text not in first.msgstrs]
    own = approval.unwrapped(first.comments)
    lines = dict.fromkeys(line.replace("\n", " ") for line in (*approval.unwrapped(second.comments), *other))
    return first._replace(comments=(*own, *(line for line in lines if line not in own)))


def _has_words(entry: Entry, own_language: bool) -> bool:
    """Whether a person wrote something here. In the source's own language a copy of the text is nobody's."""
    return bool(entry.comments) or (any(entry.msgstrs) and not (own_language and _is_copy(entry)))


def _is_copy(entry: Entry) -> bool:
    return entry.msgstrs == (entry.msgid,) and not entry.fuzzy
