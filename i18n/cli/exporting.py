"""The commands ``habar export ...``: how they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from i18n.cli.progress import track
from i18n.cli.shared import InOrder, bulletins_argument, finish, language, languages, project_of, putting

if TYPE_CHECKING:
    from i18n.interchange import TransFile

_to = click.option("--to", "locale", metavar="TAG", required=True, callback=language,
                   help="The language that is translated into.")  # fmt: skip
_output = click.option("-o", "--output", default="-", metavar="OUT",
                       help="A file to write, or a folder; without it, the standard output.")  # fmt: skip


@click.group(cls=InOrder, short_help="Write files for the tools of translators.")
def export() -> None:
    """Write what a translator's own tool reads.

    PO files need no export: Poedit, Lokalize, Weblate, Virtaal and OmegaT open them where they
    are. For all other tools a bulletin travels as a file, and comes back with habar import.
    """


@export.command(short_help="Bulletins for a CAT tool (XLIFF).")
@bulletins_argument
@_to
@click.option("--version", type=click.Choice(["1.2", "2.0"]), default="1.2", show_default=True,
              help="1.2 is read by every tool; 2.0 says the same in a newer way.")  # fmt: skip
@_output
@click.pass_context
def xliff(ctx: click.Context, ids: tuple[str, ...], locale: str, version: Any, output: str) -> int:
    """Write the named bulletins, or all, as an XLIFF file for a CAT tool such as Trados, memoQ,
    OmegaT or Phrase.

    Several bulletins become several parts of one file, or, where OUT is a folder, OUT/ID.xlf
    each. Bring the file back with: habar import xliff FILE

    \b
    Examples:
      habar export xliff 2024-03-21-first-bulletin --to ru -o first.xlf
      habar export xliff --to ja -o outgoing/
      habar export xliff --to ja --version 2.0 -o all.xlf
    """
    from i18n.exchange import xliff as exchange
    from i18n.workflow import exporting as command

    made = command.run(project_of(ctx), ids, locale, track)
    with putting(output) as put:
        for path, files in _divided(made.files, output, ".xlf"):
            if version == "2.0" and len({file.source_locale for file in files}) > 1:
                raise click.UsageError("XLIFF 2.0 has one source language in a file, and the bulletins have several: "
                                       "write them to a folder, -o FOLDER/")  # fmt: skip
            data, problems = exchange.write(files, version)
            made.problems += problems
            put(path, data)
    return finish(made.problems)


@export.command(short_help="Bulletins as a table (CSV or Word).")
@bulletins_argument
@_to
@click.option("--format", "kind", type=click.Choice(["csv", "docx"]),
              help="Without it, as OUT is called; csv where that does not say it.")  # fmt: skip
@_output
@click.pass_context
def table(ctx: click.Context, ids: tuple[str, ...], locale: str, kind: str | None, output: str) -> int:
    """Write the named bulletins, or all, as a table: source and translation side by side, for
    a spreadsheet or a word processor.

    Only the columns “translation”, “state” and “comment” are to be filled in. Bring the file
    back with: habar import table FILE

    \b
    Examples:
      habar export table 2024-03-21-first-bulletin --to ru -o first.csv
      habar export table --to tk --format docx -o outgoing/
    """
    from i18n.exchange import table as exchange
    from i18n.workflow import exporting as command

    suffix = Path(output).suffix.lower()
    if kind is None and suffix not in ("", ".csv", ".docx", ".txt", ".tsv") and not output.endswith("/"):
        raise click.UsageError(f"a table is .csv or .docx, not {suffix}; --format says which, whatever it is called")
    word = (kind or suffix.lstrip(".")) == "docx"
    made = command.run(project_of(ctx), ids, locale, track)
    with putting(output) as put:
        for path, files in _divided(made.files, output, ".docx" if word else ".csv"):
            data, problems = exchange.write(files, word=word)
            made.problems += problems
            put(path, data)
    return finish(made.problems)


@export.command(short_help="Finished translations as a memory (TMX).")
@bulletins_argument
@click.option("--to", "locales", metavar="TAG", multiple=True, callback=languages,
              help="A language of the translations; may be given again. Without it, all.")  # fmt: skip
@_output
@click.pass_context
def tmx(ctx: click.Context, ids: tuple[str, ...], locales: tuple[str, ...], output: str) -> int:
    """Write the finished translations of the named bulletins, or all, as a translation memory
    in TMX 1.4, each text once with all its languages.

    \b
    Example:
      habar export tmx --to ru --to tk -o memory.tmx
    """
    from i18n.exchange import tmx as exchange
    from i18n.interchange import memory_units
    from i18n.workflow import exporting as command

    project = project_of(ctx)
    made = [command.run(project, ids, locale, track) for locale in locales or project.locales]
    with putting(output) as put:
        put(Path(output), exchange.write(memory_units(file for one in made for file in one.files)))
    problems = [found for one in made for found in one.problems if found.severity != "info"]
    return finish(list(dict.fromkeys(problems)))


@export.command(short_help="Whole bulletins, for keeps (XML).")
@bulletins_argument
@_output
@click.pass_context
def archive(ctx: click.Context, ids: tuple[str, ...], output: str) -> int:
    """Write the named bulletins, or all, with everything that the project knows of them: the
    source, the text as it was cut, and every entry of every language with its state, its
    approvals and its comments.

    Where OUT is a folder, OUT/ID.xml each. What is missing in a project comes back with:
    habar import archive FILE

    \b
    Examples:
      habar export archive -o archive/
      habar export archive 2024-03-21-first-bulletin -o first.xml
    """
    from i18n.exchange.archive import write
    from i18n.workflow import archiving as command
    from i18n.workflow import onefile

    made = command.run(project_of(ctx), ids, track)
    whole = onefile.is_folder(output)
    if len(made.archives) > 1 and not whole:
        raise click.UsageError("an archive holds one bulletin: write several to a folder, -o FOLDER/")
    with putting(output) as put:
        for one in made.archives:
            put(Path(output) / f"{one.bulletin}.xml" if whole else Path(output), write(one))
    return finish(made.problems)


def _divided(files: Sequence[TransFile], output: str, suffix: str) -> list[tuple[Path, Sequence[TransFile]]]:
    """The files to write, each with the bulletins in it; none where there are no bulletins."""
    from i18n.workflow import onefile

    if not files:
        return []
    if onefile.is_folder(output):
        return [(Path(output) / f"{file.bulletin}{suffix}", [file]) for file in files]
    return [(Path(output), files)]
