"""The commands ``habar catalog ...``: for PO files by their names."""

from __future__ import annotations

from pathlib import Path

import click

from i18n.cli import show_catalog
from i18n.cli.shared import PROBLEMS, InOrder, finish

_file = click.Path(path_type=Path, dir_okay=False)


@click.group(cls=InOrder, short_help="Work on PO files by their names.")
def catalog() -> None:
    """Work on PO files by their names, in a project or outside one."""


@catalog.command("format", short_help="Write PO files in canonical form.")
@click.argument("files", nargs=-1, required=True, type=_file, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; status 1 where a file is not in canonical form.")
@click.option("--convert", is_flag=True, help="Convert files in other encodings to UTF-8.")
@click.option("--charset", metavar="NAME",
              help="With --convert: the encoding of the files, where it cannot be told.")  # fmt: skip
def format_(files: tuple[Path, ...], check: bool, convert: bool, charset: str | None) -> int:
    """Write PO files as msgcat --no-wrap of GNU gettext does: one line for each field, a blank
    line between entries, obsolete entries at the end. Everything in them is kept, lines that
    habar does not understand too.

    \b
    Examples:
      habar catalog format locales/ru/LC_MESSAGES/*.po
      habar catalog format --convert --charset cp1251 old.po
    """
    from i18n.workflow import catalogfiles as command

    if charset and not convert:
        raise click.UsageError("--charset says how to convert: give --convert, too")
    report = command.format_(files, check=check, convert=convert, charset=charset)
    for name, encoding in report.done:
        did = "is not in canonical form" if check else "written"
        click.echo(f"  {name}  {did}{f', was in {encoding}' if encoding else ''}")
    status = finish(report.problems)
    return PROBLEMS if check and report.done else status


@catalog.command(short_help="Bring two versions of a PO file together.")
@click.argument("base", type=_file, metavar="BASE")
@click.argument("ours", type=_file, metavar="OURS")
@click.argument("theirs", type=_file, metavar="THEIRS")
@click.option("-o", "--output", type=_file, metavar="OUT", help="Write OUT instead of OURS.")
@click.option("--name", metavar="PATH", help="What the file is called in messages.")
def merge(base: Path, ours: Path, theirs: Path, output: Path | None, name: str | None) -> int:
    """Bring what THEIRS changed since BASE into OURS, entry by entry.

    Where both changed one translation, ours stays, marked as fuzzy, and theirs stands above it
    as a comment: nothing is lost, and nothing is published that nobody has decided. The status
    is then 1, as a merge in git expects it. An empty BASE means that there is none.

    \b
    Examples:
      habar catalog merge old/ru.po mine/ru.po hers/ru.po -o ru.po
    """
    from i18n.workflow import catalogfiles as command

    return finish(command.merge(base, ours, theirs, output, name))


@catalog.command(short_help="Let git merge PO files entry by entry.")
def install_merge_driver() -> None:
    """Tell git to bring PO files together entry by entry instead of line by line.

    It writes two lines into .gitattributes, which belongs into the repository, and the command
    into the settings of this copy: every member of the team runs it once. Where a version
    cannot be read, git's own merge with its markers takes over.
    """
    from i18n.workflow import catalogfiles as command

    path, written = command.install_merge_driver(Path())
    click.echo("git now merges PO files entry by entry in this copy of the repository")
    if written:
        click.echo(f"Add {path.name} to the repository")


@catalog.command("show", short_help="Show what is in a PO file.")
@click.argument("file", type=_file, metavar="FILE")
@click.option("--state", type=click.Choice([state.replace(" ", "-") for state in show_catalog.STATES]),
              help="Only the entries in this state.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text",
              help="For people or for programs.")  # fmt: skip
def show_(file: Path, state: str | None, style: str) -> None:
    """Show the entries of a PO file with their lines and states, source and translation.

    \b
    Examples:
      habar catalog show locales/ru/LC_MESSAGES/site.po
      habar catalog show --state needs-editing site.po
    """
    from i18n.workflow import catalogfiles as command

    show_catalog.shown(command.show(file), state and state.replace("-", " "), style)
