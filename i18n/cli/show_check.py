"""What ``habar check`` found: in the form of a compiler, as a table, and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from i18n.cli.show import as_json, count, plain, problems

if TYPE_CHECKING:
    from i18n.problems import Problem, Severity
    from i18n.workflow.check import CheckReport, Group

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_COLORS = {"error": "red", "warning": "yellow", "info": None}
_HEAD = ("", "errors", "warnings", "notes", "by code")


def checked(report: CheckReport, style: str) -> None:
    """Every problem in the wanted form."""
    if style == "json":
        as_json({"checked": report.checked, "problems": list(map(plain, report.problems))})
    elif style == "sarif":
        from i18n.cli import sarif

        as_json(sarif.log(report.problems))
    elif style == "github":
        from i18n.cli import github

        for found in report.problems:
            click.echo(github.annotation(found))
    elif style == "table":
        click.echo("\n".join(_table(report.groups)))
        click.echo(summary(report))
    else:
        problems(report.problems)
        click.echo(summary(report))


def summary(report: CheckReport) -> str:
    """How much was looked at, and how much was found."""
    return f"{count(report.checked, 'translation')} checked, {count(len(report.problems), 'problem')}"


def _table(groups: Sequence[Group]) -> Iterator[str]:
    """A line for every bulletin, and below it one for its source and each language in which there is a problem."""
    width = max(len(label) for label in ("all", *map(_label, groups)))
    yield f"{_HEAD[0]:{width}}  {_HEAD[1]:>6}  {_HEAD[2]:>8}  {_HEAD[3]:>5}  {_HEAD[4]}"
    bulletin = None
    for group in groups:
        if group.problems and group.bulletin != bulletin:
            bulletin = group.bulletin
            yield bulletin or "the project"
        if group.problems:
            yield _row(_label(group), width, group.problems)
    yield _row("all", width, [found for group in groups for found in group.problems])


def _label(group: Group) -> str:
    return f"  {group.locale or 'source'}" if group.bulletin else "  files"


def _row(label: str, width: int, found: Sequence[Problem]) -> str:
    by_severity = Counter(one.severity for one in found)
    by_code = Counter(one.code for one in found)
    codes = ", ".join(code if number == 1 else f"{code} ×{number}" for code, number in sorted(by_code.items()))
    numbers = [str(by_severity[severity] or "-") for severity in _SEVERITIES]
    line = f"{label:{width}}  {numbers[0]:>6}  {numbers[1]:>8}  {numbers[2]:>5}  {codes}".rstrip()
    worst = next((severity for severity in _SEVERITIES if by_severity[severity]), None)
    return click.style(line, fg=_COLORS[worst]) if worst and _COLORS[worst] else line
