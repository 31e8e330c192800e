"""The command that puts the site live."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from i18n.cli import show
from i18n.cli.progress import track
from i18n.cli.shared import at_option, at_work, finish

if TYPE_CHECKING:
    from i18n.workflow.delivering import PublishReport


@click.command(short_help="Put the site live.")
@click.option("--to", "address", metavar="TARGET", required=True,
              help="A folder, HOST:FOLDER (by rsync), or an address such as s3://BUCKET/FOLDER.")  # fmt: skip
@click.option("--rollback", is_flag=True, help="Put the release before the live one live again.")
@click.option("--keep", metavar="N", type=click.IntRange(min=1), default=5, show_default=True,
              help="How many releases can be gone back to, the live one among them.")  # fmt: skip
@click.option("--unlock", is_flag=True, help="Take away the lock that an interrupted run left in a store (s3://...).")
@at_option
@click.pass_context
def publish(ctx: click.Context, address: str, rollback: bool, keep: int, unlock: bool, now: datetime) -> int:
    """Build what may go out now, and put it live in one step.

    In a folder, or on a server that rsync reaches, every release gets a folder of its own, and the
    symbolic link “current” leads to the live one: let the web server serve TARGET/current. If
    anything goes wrong before the last step, the old site stays. Files that somebody else put
    there are never deleted or written over.

    \b
    Examples:
      habar publish --to /srv/www/news
      habar publish --to www.example.org:/srv/www/news
      habar publish --to s3://example-news/site
      habar publish --to /srv/www/news --rollback
    """
    from i18n import delivery
    from i18n.workflow import delivering as command

    with at_work(ctx) as project:
        target = delivery.target_of(address, lambda other: click.echo(f"waiting for {show.safe(other)}", err=True))
        if unlock:
            delivery.unlock(target)
        report = command.rollback(target, keep) if rollback else command.run(project, target, now, keep, track)
    _show(report)
    return finish(report.problems)


def _show(report: PublishReport) -> None:
    """What readers see now that they did not see before."""
    for held in report.built.withheld if report.built else ():
        show.withheld(held)
    changes = report.changes
    for what, addresses in (
        ("new", changes.new),
        ("corrected", changes.corrected),
        ("withdrawn", changes.withdrawn),
        ("published again", changes.back),
    ):
        for address in addresses:
            click.echo(f"  {what}: {show.safe(address)}")
    click.echo(f"{show.count(changes.other, 'other page')} changed")
    click.echo(f"Release {report.release.name} is live: {show.count(len(report.release.files), 'file')}")
