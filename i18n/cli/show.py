"""Reports and problems as a person reads them, or as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from i18n.patterns import late
from i18n.problems import Problem

if TYPE_CHECKING:
    from i18n.config import Project
    from i18n.model import LeftOut
    from i18n.release import Withheld
    from i18n.workflow.buildreport import BuildReport
    from i18n.workflow.extract import ExtractReport

_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}
_CONTROL = late(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def problems(found: Iterable[Problem], *, err: bool = False) -> None:
    """Each problem in the compiler's form, and below it the text it is about and the way out."""
    for problem in found:
        severity = click.style(f"{problem.severity} {problem.code}", fg=_COLORS[problem.severity], bold=True)
        click.echo(f"{safe(str(problem.place))}: {severity}: {safe(problem.message)}", err=err)
        if problem.msgid:
            click.echo(f"    msgid  {safe(shortened(problem.msgid))}", err=err)
        if problem.hint:
            click.echo(f"    fix    {safe(problem.hint)}", err=err)


def extracted(report: ExtractReport) -> None:
    """What changed, a line for each catalog that was written, and a sum."""
    for change in report.changes:
        did = change.changes
        counts = (
            ("new", did.added),
            ("changed", did.changed),
            ("back", did.revived),
            ("gone", did.retired),
        )
        words = ", ".join(f"{count} {word}" for word, count in counts if count)
        if change.written:
            click.echo(f"  {change.bulletin}  {change.locale}  {words or 'comments only'}")
    written = sum(change.written for change in report.changes)
    click.echo(f"{count(len(report.changes), 'catalog')}, {written} of them written")


def left_out(texts: Sequence[LeftOut], resources: Sequence[tuple[object, str]], *, err: bool = False) -> None:
    """Every text that did not become a unit, with its place and why; then what the sources refer to, and a sum."""
    for text in texts:
        click.echo(f"{safe(str(text.place))}: left out ({safe(text.rule)}): {safe(shortened(text.text))}", err=err)
    for place, address in resources:
        click.echo(f"{safe(str(place))}: refers to: {safe(address)}", err=err)
    click.echo(f"{count(len(texts), 'text')} left out, {count(len(resources), 'external resource')}", err=err)


def built(report: BuildReport, project: Project) -> None:
    """What was built, what was not and why, and where to look."""
    for held in report.withheld:
        withheld(held)
    for name in report.removed:
        click.echo(f"  removed: output/{name}")
    removed = f", {count(len(report.removed), 'old file')} removed" if report.removed else ""
    click.echo(f"{count(report.pages, 'page')} built, {count(report.written, 'file')} written{removed}")
    click.echo(f"Look at {project.output / 'index.html'}")


def withheld(held: Withheld) -> None:
    """Why a bulletin is not built."""
    click.echo(f"  not built: {held.bulletin}{f' in {held.locale}' if held.locale else ''}: {held.message}")


def plain(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "message": problem.message,
        "msgid": problem.msgid,
        "fix": problem.hint,
        "span": problem.span,
        "replacement": problem.fix,
    }


def as_json(value: Any) -> None:
    """Prints a value. Signs that would steer a terminal are escaped in JSON's own way, so that nothing is lost."""
    import json  # only for programs

    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(_CONTROL.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text))


def count(number: int, noun: str) -> str:
    """``1 page``, ``2 pages``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(text: str, limit: int = 100) -> str:
    """The beginning of a text."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def safe(text: str) -> str:
    """Text from a file on a terminal: what would steer it, or turn the reading direction, is spelled out."""
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], text)
