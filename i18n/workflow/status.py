"""``habar status``: how far every bulletin is in every language, and for whom it waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from i18n import stats
from i18n.config import Project
from i18n.model import LocaleTag
from i18n.problems import HabarError, Problem
from i18n.release import Withheld
from i18n.workflow import bulletins, policies, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.extract import Extraction, extraction
from i18n.workflow.readiness import released_now
from i18n.workflow.verdicts import Verdicts


@dataclass(frozen=True, slots=True)
class Turn:
    """For whom a bulletin waits in a language."""

    role: Literal["translator", "reviewer"]
    name: str | None
    """As the settings have it."""
    words: int
    """How many are to be translated or reviewed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bulletin."""

    bulletin: str
    source: LocaleTag
    """The language it was written in."""
    progress: dict[LocaleTag, stats.Progress | None]
    """By language; None where the catalog cannot be read."""
    turns: dict[LocaleTag, Turn | None]
    """By language, whose turn it is; None where there is nothing to do, or it cannot be said."""
    withheld: tuple[Withheld, ...] = ()
    """What keeps it back, or its newest version, in which language."""


@dataclass(slots=True)
class StatusReport:
    """The state of the whole project."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str] = (), track: Track = silent, now: datetime | None = None) -> StatusReport:
    """The state of the named bulletins, or of all where none is named, measured against the sources as they are.

    :param now: the time, with its zone; None: every embargo holds.
    """
    report = StatusReport()
    own, verdicts = rules.load(project), Verdicts(project, policies.load(project, report.problems))
    sources, problems = bulletins.chosen(project, ids)
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Counting"):
        made = extraction(document, own, None)
        progress = {locale: _progress(project, made.admitted(locale), locale, report) for locale in project.locales}
        withheld = released_now(project, document, made.cut, verdicts, now).decision.withheld
        over = any(held.why == "withdrawn" for held in withheld)
        turns = {locale: None if over else _turn(project, locale, found) for locale, found in progress.items()}
        report.rows.append(Row(document.id, document.locale, progress, turns, withheld))
    verdicts.keep(all_asked=False)
    return report


def _progress(project: Project, made: Extraction, locale: LocaleTag, report: StatusReport) -> stats.Progress | None:
    try:
        catalog = bulletins.read_catalog(project, made.document.id, locale)
    except HabarError as error:
        report.problems += error.problems
        return None
    known = catalog.by_key() if catalog else {}
    entries = (known.get(entry.key, entry) for entry in made.fresh)
    return stats.measure(entries, own_language=locale == made.document.locale)


def _turn(project: Project, locale: LocaleTag, progress: stats.Progress | None) -> Turn | None:
    role = progress.waits_for if progress else None
    if progress is None or role is None:
        return None
    if role == "translator":
        return Turn(role, project.translators.get(locale), progress.to_translate.words)
    return Turn(role, project.reviewers.get(locale), progress.waiting_for_review.words)
