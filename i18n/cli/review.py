"""The commands for the state of the work: who has to do what, what changed, who approved what."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from i18n.cli import show_review
from i18n.cli.progress import track
from i18n.cli.shared import (
    at_option,
    at_work,
    bulletins_argument,
    finish,
    format_option,
    language,
    named_bulletins_argument,
    project_of,
)

_to = click.option("--to", "locale", metavar="TAG", callback=language, help="In this language only.")


@click.command(short_help="Show how far every bulletin is.")
@bulletins_argument
@click.option("--changes", is_flag=True, help="Show instead what changed in the sources, word by word.")
@click.option("--to", "locale", metavar="TAG", callback=language, help="With --changes: for this language only.")
@at_option
@format_option
@click.pass_context
def status(
    ctx: click.Context, ids: tuple[str, ...], changes: bool, locale: str | None, now: datetime, style: str
) -> int:
    """Show how far every bulletin is in every language, for whom it waits, and what keeps it back.

    \b
    Each text is in one of four states:
      untranslated         a translator has to translate it
      needs editing        its source changed, or a translator is not sure (fuzzy)
      waiting for review   it is translated, and no reviewer approved it yet
      approved             a reviewer approved the text as it is now

    With --changes, each text that changed after it was translated is shown with what was
    removed [-so-] and added {+so+}; so is each correction in the PO file of the source's own
    language, because the page in that language has the corrected text.

    \b
    Examples:
      habar status
      habar status --changes 2024-01-23-turkmenistan-japan-ministers --to tk
    """
    if locale and not changes:
        raise click.UsageError("--to goes together with --changes", ctx)
    if changes:
        return _changes(ctx, ids, locale, style)
    from i18n.workflow import status as command

    report = command.run(project_of(ctx), ids, track, now)
    show_review.status(report, style)
    return finish(report.problems, shown=style == "json")


def _changes(ctx: click.Context, ids: tuple[str, ...], locale: str | None, style: str) -> int:
    from i18n.workflow import changes as command

    report = command.run(project_of(ctx), ids, locale, track)
    show_review.changes(report, style)
    return finish(report.problems, shown=style == "json")


@click.command(short_help="Put a reviewer's name under translations.")
@named_bulletins_argument
@click.option(
    "--to", "locale", metavar="TAG", callback=language, required=True, help="The language of the translations."
)
@click.option("--as", "name", metavar="NAME", required=True, help="The name of the reviewer who read them.")
@click.option("--on", "day", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]),
              help="The day of the approval, such as 2024-01-23; without it, today.")  # fmt: skip
@click.option("--entry", "entries", metavar="TEXT|REFERENCE", multiple=True,
              help="Approve this entry alone. May be given again.")  # fmt: skip
@click.pass_context
def approve(
    ctx: click.Context, ids: tuple[str, ...], locale: str, name: str, day: datetime | None, entries: tuple[str, ...]
) -> int:
    """Approve every translation of the bulletins that waits for review.

    The name and the day go into the comments of each entry in the PO file. They are bound to the
    source and the translation as they are now: whoever edits one of them makes the approval void,
    and the text waits for review again. What is empty, needs editing (fuzzy) or has an error is
    not approved, and listed.

    A page whose texts are all approved is no longer marked as a provisional translation.

    \b
    Examples:
      habar approve 2024-03-21-carpets --to ru --as "Anna Petrowa"
      habar approve 2024-03-21-carpets --to ru --as "Anna Petrowa" --entry p2.s1
    """
    from i18n.workflow import approve as command

    day = day or datetime.now(tz=UTC).astimezone()  # in local time
    with at_work(ctx) as project:
        report = command.run(project, ids, locale, name, day.date(), entries, track)
    show_review.approved(report)
    return finish(report.problems)


@click.command(short_help="Show who approved what, and when.")
@bulletins_argument
@_to
@format_option
@click.pass_context
def log(ctx: click.Context, ids: tuple[str, ...], locale: str | None, style: str) -> int:
    """Show who approved which text, and when; approvals that are void today, too, and why they are.

    \b
    Example:
      habar log 2024-01-23-turkmenistan-japan-ministers --to ru
    """
    from i18n.workflow import log as command

    report = command.run(project_of(ctx), ids, locale)
    show_review.log(report, style)
    return finish(report.problems, shown=style == "json")
