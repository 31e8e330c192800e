"""The commands for what becomes of a bulletin after it was published: corrections and withdrawals."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli.shared import at_work, bulletin_argument, finish, language
from i18n.cli.show import safe

if TYPE_CHECKING:
    from i18n.config import Project

_on = click.option("--on", "day", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]),
                   help="The day for readers, such as 2024-01-23; without it, today in the site's zone.")  # fmt: skip


def _words(_ctx: click.Context, _param: click.Parameter, given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {language(_ctx, _param, tag) or "": text for tag, text in given}


_in = click.option("--in", "others", metavar="TAG TEXT", nargs=2, multiple=True, callback=_words,
                   help="The same in another language. May be given again.")  # fmt: skip


@click.command(short_help="Keep a published text as a version before it is corrected.")
@bulletin_argument
@click.option("--note", metavar="TEXT", default="", help="What is corrected, for readers, in the bulletin's language.")
@_in
@_on
@click.option("--source", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Put this corrected source in the place of the old one.")  # fmt: skip
@click.pass_context
def correct(
    ctx: click.Context, bulletin: str, note: str, others: dict[str, str], day: datetime | None, source: Path | None
) -> int:
    """Keep what is published of a bulletin as an earlier version, then correct it.

    Run it before you edit the source. The old text stays to be read at v1/ below its address, the
    new one stands at the address and says that it was corrected. A language whose translation is
    not ready for the correction shows the old text, and says so.

    \b
    Examples:
      habar correct 2024-03-21-carpets --note "The year." --in ru "Год."
      habar correct 2024-03-21-carpets --source carpets-new.docx
    """
    from i18n.workflow import correct as command

    now = datetime.now(tz=UTC)
    with at_work(ctx) as project:
        report = command.run(project, bulletin, {"": note} | others, _day(day, now, project), now, source)
    for name in report.written:
        click.echo(f"  {safe(name)}")
    click.echo(f"Version {report.version} is kept in {', '.join(report.languages)}.")
    if source is None:
        click.echo("Next: correct the source, then habar extract")
    return finish(report.problems)


@click.command(short_help="Take a published bulletin back.")
@bulletin_argument
@click.option("--reason", metavar="TEXT", help="Why, for readers, in the bulletin's language.")
@_in
@_on
@click.option("--undo", is_flag=True, help="Publish the bulletin again as it was.")
@click.pass_context
def withdraw(
    ctx: click.Context, bulletin: str, reason: str | None, others: dict[str, str], day: datetime | None, undo: bool
) -> int:
    """Take a published bulletin back in all languages.

    Its addresses stay and say that it was withdrawn, and why. It is in no list and no feed any
    more. This stands in the bulletin's settings (sources/ID.toml), and --undo takes it out.

    \b
    Examples:
      habar withdraw 2024-03-21-carpets --reason "Sent by mistake."
      habar withdraw 2024-03-21-carpets --undo
    """
    from i18n.workflow import withdraw as command

    if undo == bool(reason):
        raise click.UsageError("give a reason with --reason, or --undo", ctx)
    now = datetime.now(tz=UTC)
    with at_work(ctx) as project:
        if undo:
            report = command.undo(project, bulletin)
        else:
            report = command.run(project, bulletin, {"": reason or ""} | others, _day(day, now, project), now)
    click.echo(f"  {safe(report.written[0])}")
    click.echo(f"{'Published again' if undo else 'Withdrawn'} in {', '.join(report.languages)}. Next: habar compile")
    return finish(report.problems)


def _day(given: datetime | None, now: datetime, project: Project) -> date:
    """The day that was given, else today where the site is; where the settings do not say it, where this machine is."""
    zone = datetime.strptime(project.zone, "%z").tzinfo
    return (given or now.astimezone(zone if zone != UTC else None)).date()
