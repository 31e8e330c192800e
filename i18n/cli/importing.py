"""``habar import``: how it is typed, and what it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli.progress import track
from i18n.cli.receiving import archive, table, tmx, xliff
from i18n.cli.shared import WithDefault, at_work, finish, language, project_of
from i18n.cli.show import count, safe, shortened

if TYPE_CHECKING:
    from i18n.model import Document
    from i18n.workflow.importing import Import, ImportReport

_MOST_LINES = 10


@click.group("import", cls=WithDefault, short_help="Put files that arrived into sources/.")
def import_() -> None:
    """Put files that arrived where they belong.

    \b
      habar import FILE...        new bulletins, into sources/
      habar import xliff FILE...  translations from a CAT tool, into the PO files
      habar import table FILE...  translations from a table, into the PO files
      habar import tmx FILE...    suggestions from a translation memory
      habar import archive FILE.. whole bulletins from archives

    \b
    All about new bulletins:
      habar import files --help

    Terms are taken in by: habar glossary import

    A bulletin whose file has the name of a command here is given with its folder: ./xliff
    """


@import_.command(short_help="New bulletins: what habar import FILE... does.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--id", "name", metavar="ID", help="The bulletin's id, for a single FILE. Without it, one is made of the "
              "day and the title.")  # fmt: skip
@click.option("--source-locale", "locale", metavar="TAG", callback=language,
              help="The language that FILE is written in, where it is not that of the project.")  # fmt: skip
@click.option("--replace", is_flag=True, help="FILE is a correction: put it in the place of the source with its id.")
@click.option("--accept-changes", is_flag=True, help="Take the tracked changes of a Word file for accepted.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.pass_context
def files(
    ctx: click.Context,
    paths: tuple[Path, ...],
    name: str | None,
    locale: str | None,
    replace: bool,
    accept_changes: bool,
    dry_run: bool,
) -> int:
    """Put files that arrived into sources/, as they are, and show what was understood of them:
    title, dates, language, and every line that is no text of the bulletin.

    A file that is there already is left alone, so the same folder may be imported again and
    again. What is wrong with one file does not stop the others.

    \b
    Examples:
      habar import --dry-run ../incoming/*.txt
      habar import ../incoming/*.txt
      habar import --id 2024-01-24-tokyo-talks --source-locale ja talks.html
      habar import --replace ../incoming/corrected.txt
    """
    from i18n.workflow import importing as command

    if name is not None and len(paths) > 1:
        raise click.UsageError("--id names one bulletin: import the files one by one")
    wish = command.Wish(name, locale, replace, accept_changes, dry_run)
    with nullcontext(project_of(ctx)) if dry_run else at_work(ctx) as project:
        report = command.run(project, paths, wish, track)
    _show(report, dry_run)
    return finish(report.problems)


import_.add_command(xliff)
import_.add_command(table)
import_.add_command(tmx)
import_.add_command(archive)


def _show(report: ImportReport, dry_run: bool) -> None:
    for found in report.done:
        if found.outcome == "there":
            language = f"; its language is {found.document.locale} now" if found.language_set else ""
            click.echo(f"{safe(found.arrived)}: already there as {found.name}{language}")
        else:
            sign = "replaces" if found.outcome == "replaced" else "->"
            click.echo(f"{safe(found.arrived)} {sign} {found.name}")
            for label, value in _facts(found):
                click.echo(f"  {label:<9} {safe(value)}")
    click.echo(_sum(report, dry_run))


def _facts(found: Import) -> Iterator[tuple[str, str]]:
    document, meta = found.document, found.document.meta
    title = document.unit("title")
    yield "format", document.format
    yield "title", _text(title.content) if title else "none"
    days = {"record": meta.record_date, "display": meta.display_date, "event": meta.event_date}
    yield "dates", ", ".join(f"{label} {day}" for label, day in days.items() if day) or "none"
    yield "language", document.locale
    yield "text", _blocks(document)
    for left in document.left_out[:_MOST_LINES]:
        yield "left out", f"{_where(document, left.place.line)}{left.rule}: {shortened(left.text)}"
    if len(document.left_out) > _MOST_LINES:
        yield "left out", f"{len(document.left_out) - _MOST_LINES} more: habar extract --report lists them"
    yield from (("trailer", trailer) for trailer in meta.trailers)


def _where(document: Document, line: int | None) -> str:
    noun = "paragraph" if document.format == "docx" else "line"
    return f"{noun} {line}, " if line else ""


def _text(content: tuple[object, ...]) -> str:
    return " ".join("".join(part for part in content if isinstance(part, str)).split())


def _blocks(document: Document) -> str:
    roles = Counter(unit.role for unit in document.units if unit.role not in ("title", "date"))
    return ", ".join(count(number, role) for role, number in roles.items()) or "none"


def _sum(report: ImportReport, dry_run: bool) -> str:
    there = sum(found.outcome == "there" for found in report.done)
    placed = len(report.done) - there
    verb = "would be put" if dry_run else "put"
    text = f"{count(placed, 'file')} {verb} in place, {there} already there"
    return text if dry_run or not placed else f"{text}. Next: habar extract"
