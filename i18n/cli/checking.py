"""``habar check`` and its forms."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli import show
from i18n.cli.progress import track
from i18n.cli.shared import PROBLEMS, at_work, bulletins_argument, project_of, putting
from i18n.problems import has_errors

if TYPE_CHECKING:
    from i18n.workflow.check import CheckReport

FORMATS = ("text", "table", "json", "sarif", "github")


@click.command(short_help="Show what is wrong, with file and line.")
@bulletins_argument
@click.option("--format", "style", type=click.Choice(FORMATS), default="text",
              help="For people: text, table. For programs: json, sarif, github.")  # fmt: skip
@click.option("--html", "output", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write a page to read: the texts side by side, the places marked.")  # fmt: skip
@click.option("--fix", is_flag=True, help="Correct what is safe to correct; shows a diff and asks before.")
@click.option("--rules", is_flag=True, help="Only run the examples of the project's own rules (rules/checks.toml).")
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.pass_context
def check(
    ctx: click.Context, ids: tuple[str, ...], style: str, output: str | None, fix: bool, rules: bool, yes: bool
) -> int:
    """Look for what must not reach a reader: lost numbers and dates, damaged inline codes,
    text that was left untranslated or is in the wrong language.

    Every problem stands in one line with file and line number, so that an editor can jump to
    it. The exit status is 1 where there is an error; a warning alone gives 0.

    \b
    Forms:
      text    every problem in the form of a compiler
      table   how many problems every bulletin has in every language, by code
      json    everything, for a program of your own
      sarif   SARIF 2.1.0, for code scanning
      github  annotations, for GitHub's workflows

    With --fix, what a check marks as safe is corrected first: spaces, marks of the language,
    invisible characters. Nothing else in the files changes.
    """
    from i18n.cli import show_check
    from i18n.workflow import check as command

    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")
    if rules:
        return _rules(ctx)
    if fix:
        _fix(ctx, ids, yes)
    report = command.run(project_of(ctx), ids, track)
    if output:
        _write_page(report, output)
    if not output or style != "text":
        show_check.checked(report, style)
    return PROBLEMS if has_errors(report.problems) else 0


def _write_page(report: CheckReport, output: str) -> None:
    from i18n.cli import show_check, show_page

    with putting(output) as put:
        put(Path(output), show_page.page(report))
    click.echo(show_check.summary(report), err=True)
    click.echo(f"Look at {output}", err=True)


def _rules(ctx: click.Context) -> int:
    """Runs the examples of the project's rules."""
    from i18n.workflow import policies

    count, examples, wrong = policies.try_rules(project_of(ctx))
    show.problems(wrong)
    click.echo(f"{show.count(count, 'rule')}, {show.count(examples, 'example')}, {show.count(len(wrong), 'problem')}")
    return PROBLEMS if wrong else 0


def _fix(ctx: click.Context, ids: tuple[str, ...], yes: bool) -> None:
    """Shows the corrections, asks, and writes them. What else is wrong is told by the check that follows."""
    from i18n.cli import show_fix
    from i18n.workflow import fixing

    planned = fixing.plan(project_of(ctx), ids, track).corrections
    if not planned:
        click.echo("nothing can be corrected safely", err=True)
        return
    show_fix.diff(planned, err=True)
    if not yes and not (sys.stdin.isatty() and click.confirm("Write these corrections?", err=True)):
        click.echo("nothing was written: run it in a terminal and say yes, or add --yes", err=True)
        return
    with at_work(ctx) as project:
        report = fixing.write(project, planned)
    show_fix.fixed(report, err=True)
    show.problems(report.problems, err=True)
