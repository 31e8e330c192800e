"""The command ``habar its``: for people who write ITS rules and want to see what they do."""

from __future__ import annotations

from pathlib import Path

import click

from i18n.cli.shared import finish


def _known(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from i18n.workflow.its import IDENTIFIERS  # with lxml behind it: only for the command that needs it

    if value is not None and value not in IDENTIFIERS:
        raise click.BadParameter(f"“{value}” is no data category; use one of: {', '.join(IDENTIFIERS)}")
    return value


def _beginning(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from i18n.workflow.its import IDENTIFIERS

    return [name for name in IDENTIFIERS if name.startswith(incomplete)]


@click.command(short_help="Show what ITS rules say of a file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("-c", "--category", metavar="CATEGORY", callback=_known, shell_complete=_beginning,
              help="Show this data category alone.")  # fmt: skip
def its(file: Path, category: str | None) -> int:
    """Show what the Internationalization Tag Set (ITS 2.0) says of every element and attribute
    of FILE, by the rules and the markup in it and in the rules files that it links.

    Each line has the path of a node, then what is said of it, as the test suite of the W3C
    writes it. Without --category, all 19 data categories follow one another, each below a line
    with its name. FILE need not lie in a project.

    \b
    Examples:
      habar its sources/2024-01-23-ministers.xml --category translate
      habar its draft.html | less
    """
    from i18n.workflow import its as command

    problems = []
    for name, text, found in command.run(file, (category,) if category else command.IDENTIFIERS):
        if not category:
            click.echo(f"== {name} ==")
        click.echo(text, nl=False)
        problems += found
    return finish(problems)
