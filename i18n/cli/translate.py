"""``habar translate``: how it is typed, and what it shows."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from i18n.cli.progress import track
from i18n.cli.shared import at_work, finish, language, named_bulletins_argument, project_of
from i18n.cli.show import count

if TYPE_CHECKING:
    from i18n.workflow.suggesting import Filled, Suggestions


@click.command(short_help="Suggest translations for what is missing.")
@named_bulletins_argument
@click.option("--to", "locale", metavar="TAG", callback=language, required=True, help="The language to translate into.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.pass_context
def translate(ctx: click.Context, ids: tuple[str, ...], locale: str, dry_run: bool) -> int:
    """Put suggestions where the bulletins have no translation yet.

    A suggestion is marked as fuzzy and says in a comment where it is from: a person has to look
    at it before it is published. What is translated is never touched.

    \b
    Example:
      habar translate 2024-03-21-carpets --to ru
    """
    from i18n.workflow import suggesters
    from i18n.workflow import translating as command

    with nullcontext(project_of(ctx)) if dry_run else at_work(ctx) as project:
        done = command.run(project, ids, locale, suggesters.of(project), dry=dry_run, track=track)
    _show(done)
    return finish(done.problems)


def _show(done: Suggestions) -> None:
    for filled in done.filled:
        click.echo(f"  {filled.bulletin}  {filled.locale}  {_made(filled)}")


def _made(filled: Filled) -> str:
    made = [f"{count(number, 'suggestion')} ({name})" for name, number in filled.made.items()]
    left = f"{count(filled.left, 'text')} still without a translation" if filled.left else "nothing is missing"
    return ", ".join((*made, left))
