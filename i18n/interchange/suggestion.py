"""Suggestions for what is not translated yet, wherever they come from: a memory, a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from i18n import content
from i18n.interchange.entries import with_comments
from i18n.interchange.outgoing import numbered, said
from i18n.model import Catalog, Content, Document, Entry, Key, LocaleTag
from i18n.problems import Problem

SUGGESTED = "Suggested by"
"""Begins a translator's comment that says where a suggestion is from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry without a translation, and where it stands."""

    entry: Entry
    source: Content
    """Its text, with its codes numbered from 1."""
    document: Document
    target_locale: LocaleTag
    before: str | None = None
    """The msgid of the entry in front of it in the bulletin."""
    after: str | None = None
    """The msgid of the entry behind it."""

    @property
    def source_locale(self) -> LocaleTag:
        return self.document.locale


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation for an entry that has none."""

    text: str
    """The msgstr: codes are spelled as in the msgid."""
    comment: str
    """The line that says where it is from."""
    fuzzy: bool = True
    """Whether a person has to look at it before it counts."""
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    """The text that it was really made for, where that is another one."""
    notes: tuple[str, ...] = ()
    """More lines for the person who looks at it."""


@dataclass(slots=True)
class Answers:
    """What a suggester has for the entries that it was asked about."""

    suggestions: dict[Key, Suggestion] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Suggester(Protocol):
    """One place that suggestions come from."""

    @property
    def name(self) -> str:
        """What it is called in a report."""
        ...

    def answers(self, asked: Sequence[Asked]) -> Answers:
        """Suggestions for entries of one catalog, in the order of the bulletin; nothing where it has none.

        It may be asked about the same entries again, when a translator saved the catalog in the meantime.

        :raises HabarError: it cannot go on; nothing is written to this catalog.
        """
        ...


def missing(catalog: Catalog, document: Document, contents: Mapping[Key, Content]) -> Iterator[Asked]:
    """The living entries without any translation, in the order of the bulletin. One that is fuzzy has a translation."""
    living = [entry for entry in catalog.entries if not entry.obsolete]
    for at, entry in enumerate(living):
        if entry.msgid_plural is None and not said(entry)[0]:
            yield Asked(
                entry=entry,
                source=numbered(content.parse(entry.msgid, contents.get(entry.key, (entry.msgid,)))),
                document=document,
                target_locale=catalog.locale,
                before=living[at - 1].msgid if at else None,
                after=living[at + 1].msgid if at + 1 < len(living) else None,
            )


def filled(catalog: Catalog, suggestions: Mapping[Key, Suggestion]) -> Catalog:
    """The catalog with the suggestions in those of their entries that have no translation. No other is touched."""
    entries = tuple([_filled(entry, suggestions.get(entry.key)) for entry in catalog.entries])
    return replace(catalog, entries=entries) if entries != catalog.entries else catalog


def _filled(entry: Entry, suggestion: Suggestion | None) -> Entry:
    if suggestion is None or entry.obsolete or entry.msgid_plural is not None or said(entry)[0]:
        return entry
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return with_comments(entry, (suggestion.comment, *suggestion.notes))._replace(
        msgstrs=(suggestion.text,),
        flags=("fuzzy", *flags) if suggestion.fuzzy else flags,
        previous_msgctxt=suggestion.previous_msgctxt,
        previous_msgid=suggestion.previous_msgid,
    )
