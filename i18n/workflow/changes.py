"""``habar status --changes``: what changed in a source or in its published text, for those who translate it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from i18n.config import Project
from i18n.model import Catalog, Document, Entry, Key, LocaleTag, Place
from i18n.problems import Problem
from i18n.workflow import bulletins, headers, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.extract import Extraction, extraction
from i18n.workflow.reading import collecting


@dataclass(frozen=True, slots=True)
class Change:
    """A text that is not what its translation was made from."""

    bulletin: str
    source: LocaleTag
    locale: LocaleTag
    place: Place
    """Of the translation."""
    what: Literal["source", "correction"]
    """The source changed and the translation needs editing; or the source's own catalog has another text."""
    old: str
    new: str
    translation: str
    corrected: Place | None = None
    """Where a correction stands."""


@dataclass(slots=True)
class ChangesReport:
    """All changes that translators have to know of."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str] = (), to: LocaleTag | None = None, track: Track = silent) -> ChangesReport:
    """The changes of the named bulletins (of all, where none is named), for one language or for all.

    :raises HabarError: H507 or H523, a name that cannot be.
    """
    wanted = bulletins.languages(project, to)
    report = ChangesReport()
    own = rules.load(project)
    sources, report.problems = bulletins.chosen(project, ids)
    for document in bulletins.documents(project, sources, report.problems, track, "Comparing"):
        made = extraction(document, own, None)
        corrections: dict[Key, Entry] = {}
        with collecting(report.problems):
            corrections = _corrections(bulletins.read_catalog(project, document.id, document.locale))
        for locale in wanted:
            with collecting(report.problems):
                _catalog(project, made.admitted(locale), locale, corrections, report)
    return report


def _corrections(catalog: Catalog | None) -> dict[Key, Entry]:
    """What somebody edited in the catalog of the source's own language."""
    living = catalog.by_key() if catalog else {}
    return {key: entry for key, entry in living.items() if entry.translated and entry.msgstr != entry.msgid}


def _catalog(
    project: Project, made: Extraction, locale: LocaleTag, corrections: dict[Key, Entry], report: ChangesReport
) -> None:
    catalog = bulletins.read_catalog(project, made.document.id, locale)
    if catalog is None:
        return
    report.problems += headers.lag(catalog, {entry.key for entry in made.fresh}, made.document)
    living = catalog.by_key()
    for fresh in made.fresh:
        if entry := living.get(fresh.key):
            report.changes += _changes(made.document, locale, entry, corrections.get(entry.key))


def _changes(document: Document, locale: LocaleTag, entry: Entry, correction: Entry | None) -> Iterator[Change]:
    place = entry.place or Place("")
    if entry.fuzzy and entry.previous_msgid not in (None, entry.msgid):
        old = entry.previous_msgid or ""
        yield Change(document.id, document.locale, locale, place, "source", old, entry.msgid, entry.msgstr)
    if correction:
        yield Change(
            document.id, document.locale, locale, place, "correction", entry.msgid, correction.msgstr, entry.msgstr,
            correction.place,
        )  # fmt: skip
