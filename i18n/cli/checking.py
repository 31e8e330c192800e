"""``habar check`` and its forms."""

from __future__ import annotations

import click

from i18n.cli.progress import track
from i18n.cli.shared import PROBLEMS, bulletins_argument, project_of
from i18n.problems import has_errors

FORMATS = ("text", "table", "json", "sarif", "github")


@click.command(short_help="Show what is wrong, with file and line.")
@bulletins_argument
@click.option("--format", "style", type=click.Choice(FORMATS), default="text",
              help="For people: text, table. For programs: json, sarif, github.")  # fmt: skip
@click.pass_context
def check(ctx: click.Context, ids: tuple[str, ...], style: str) -> int:
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
    """
    from i18n.cli import show_check
    from i18n.workflow import check as command

    report = command.run(project_of(ctx), ids, track)
    show_check.checked(report, style)
    return PROBLEMS if has_errors(report.problems) else 0
