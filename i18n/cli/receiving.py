"""The commands ``habar import xliff ...``: how they are typed, and what they show."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli.progress import track
from i18n.cli.shared import at_work, finish, language, project_of
from i18n.cli.show import count, safe

if TYPE_CHECKING:
    from i18n.problems import Problem
    from i18n.workflow.receiving import Read

_files = click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
_to = click.option("--to", "locale", metavar="TAG", callback=language,
                   help="The language that FILE must be in.")  # fmt: skip
_dry = click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")


@click.command(short_help="Translations from a CAT tool (XLIFF).")
@_files
@_to
@_dry
@click.pass_context
def xliff(ctx: click.Context, paths: tuple[Path, ...], locale: str | None, dry_run: bool) -> int:
    """Take the translations of XLIFF files (1.0 to 1.2, 2.0 to 2.2) into the PO files.

    Each text is found by its key. What nobody touched in FILE changes nothing; what is doubtful
    is taken as fuzzy, and habar says why; an emptied translation deletes nothing; a translation
    that is replaced stays in the entry as a comment.

    \b
    Examples:
      habar import xliff ministers.xlf
      habar import xliff --dry-run --to ru back/*.xlf
    """
    from i18n.exchange import xliff as exchange

    return _receive(ctx, paths, exchange.read, locale, dry_run)


@click.command(short_help="Translations from a table (CSV, Word).")
@_files
@_to
@_dry
@click.pass_context
def table(ctx: click.Context, paths: tuple[Path, ...], locale: str | None, dry_run: bool) -> int:
    """Take the translations of tables that habar export table wrote into the PO files.

    Rows may stand in any order or be missing, columns may have been moved. Everything else is
    as with habar import xliff.

    \b
    Examples:
      habar import table first.csv
      habar import table --dry-run back/*.docx
    """
    from i18n.exchange import table as exchange

    return _receive(ctx, paths, exchange.read, locale, dry_run)


@click.command(short_help="Suggestions from a memory (TMX).")
@_files
@click.option("--to", "locale", metavar="TAG", callback=language, help="Suggest in this language only.")
@_dry
@click.pass_context
def tmx(ctx: click.Context, paths: tuple[Path, ...], locale: str | None, dry_run: bool) -> int:
    """Suggest the translations of TMX files where a bulletin has the same text untranslated.

    A suggestion is marked as fuzzy and says in a comment which file it is from. What is
    translated is never touched.

    \b
    Example:
      habar import tmx memory.tmx --to ru
    """
    from i18n import files
    from i18n.exchange import tmx as exchange
    from i18n.workflow import suggesting as command
    from i18n.workflow.reading import collecting

    problems: list[Problem] = []
    with nullcontext(project_of(ctx)) if dry_run else at_work(ctx) as project:
        for path in paths:
            with collecting(problems):
                units = exchange.read(files.read_bytes(path, path.as_posix()), path.as_posix())
                done = command.run(project, units, command.Wish(path.name, locale, dry_run), track)
                problems += done.problems
                for one in done.filled:
                    if number := sum(one.made.values()):
                        click.echo(f"  {one.bulletin}  {one.locale}  {count(number, 'suggestion')}")
                click.echo(f"{count(len(units), 'text')} in {safe(path.as_posix())}")
    return finish(problems)


@click.command(short_help="Whole bulletins from archives (XML).")
@_files
@_dry
@click.pass_context
def archive(ctx: click.Context, paths: tuple[Path, ...], dry_run: bool) -> int:
    """Put the files of archives that habar export archive wrote into the project, where they are
    missing: sources, settings of bulletins, and PO files.

    Nothing is written over: where a file is there and differs, habar says so.

    \b
    Example:
      habar import archive archive/*.xml
    """
    from i18n import files
    from i18n.exchange.archive_read import read
    from i18n.workflow import archiving as command
    from i18n.workflow.reading import collecting

    problems: list[Problem] = []
    with nullcontext(project_of(ctx)) if dry_run else at_work(ctx) as project:
        for path in paths:
            with collecting(problems):
                shown = path.as_posix()
                done = command.restore(project, read(files.read_bytes(path, shown), shown), shown, dry=dry_run)
                for name in done.written:
                    click.echo(f"  {safe(name)}")
                click.echo(
                    f"{safe(done.bulletin)}: {count(len(done.written), 'file')} put in place, {done.same} already there"
                )
                problems += done.problems
    return finish(problems)


def _receive(ctx: click.Context, paths: tuple[Path, ...], read: Read, locale: str | None, dry: bool) -> int:
    from i18n.workflow import receiving as command

    with nullcontext(project_of(ctx)) if dry else at_work(ctx) as project:
        receipt = command.run(project, paths, read, locale, dry=dry)
    for taken in receipt.taken:
        of = count(taken.units, "text")
        click.echo(f"  {taken.bulletin}  {taken.locale}  {taken.entries} changed, {of} in the file")
    return finish(receipt.problems)
