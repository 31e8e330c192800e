"""``habar status``: how far every bulletin is in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n import stats
from i18n.config import Project
from i18n.model import LocaleTag
from i18n.problems import HabarError, Problem
from i18n.workflow import bulletins, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.extract import Extraction, extraction


@dataclass(frozen=True, slots=True)
class Row:
    """One bulletin."""

    bulletin: str
    source: LocaleTag
    """The language it was written in."""
    progress: dict[LocaleTag, stats.Progress | None]
    """By language; None where the catalog cannot be read."""


@dataclass(slots=True)
class StatusReport:
    """The state of the whole project."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str] = (), track: Track = silent) -> StatusReport:
    """The state of the named bulletins, or of all where none is named, measured against the sources as they are."""
    report = StatusReport()
    own = rules.load(project)
    sources, problems = bulletins.chosen(project, ids)
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Counting"):
        made = extraction(document, own)
        progress = {locale: _progress(project, made.admitted(locale), locale, report) for locale in project.locales}
        report.rows.append(Row(document.id, document.locale, progress))
    return report


def _progress(project: Project, made: Extraction, locale: LocaleTag, report: StatusReport) -> stats.Progress | None:
    try:
        catalog = bulletins.read_catalog(project, made.document.id, locale)
    except HabarError as error:
        report.problems += error.problems
        return None
    known = catalog.by_key() if catalog else {}
    return stats.measure(known.get(entry.key, entry) for entry in made.fresh)
