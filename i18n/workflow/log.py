"""``habar log``: who approved what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n import approval
from i18n.config import Project
from i18n.model import LocaleTag
from i18n.problems import Problem
from i18n.workflow import bulletins
from i18n.workflow.reading import collecting


@dataclass(frozen=True, slots=True)
class Line:
    """One approval."""

    bulletin: str
    locale: LocaleTag
    record: approval.Record


@dataclass(slots=True)
class LogReport:
    """All approvals that catalogs remember."""

    lines: list[Line] = field(default_factory=list)
    """By bulletin and language, and then by day."""
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str] = (), to: LocaleTag | None = None) -> LogReport:
    """The approvals of the named bulletins (of all, where none is named), in one language or in all.

    :raises HabarError: H507 or H523, a name that cannot be.
    """
    wanted = bulletins.languages(project, to)
    report = LogReport()
    sources, report.problems = bulletins.chosen(project, ids)
    for bulletin in sources:
        for locale in wanted:
            with collecting(report.problems):
                catalog = bulletins.read_catalog(project, bulletin, locale)
                records = approval.history(catalog.entries) if catalog else []
                report.lines += [Line(bulletin, locale, record) for record in records]
    return report
