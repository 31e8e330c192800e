"""The commands ``habar file ...``: single files, for people who bring their own Makefile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from i18n.cli import show
from i18n.cli.shared import InOrder, finish, language, putting
from i18n.problems import Problem

_sources = click.argument("sources", nargs=-1, required=True, metavar="IN...",
                          type=click.Path(path_type=Path, dir_okay=False))  # fmt: skip
_rules = click.option("--its", "rules", multiple=True, type=click.Path(path_type=Path, dir_okay=False), metavar="RULES",
                      help="A file with ITS rules. May be given again; later rules win.")  # fmt: skip
_output = click.option("-o", "--output", default="-", metavar="OUT",
                       help="A file to write, or a folder; without it, the standard output.")  # fmt: skip


@click.group(cls=InOrder, short_help="Work on single files, without a project.")
def file() -> None:
    """Take the texts of one file out into a PO template, and put translations back in.

    For documents that have a home of their own: habar reads XML of any vocabulary by ITS rules,
    HTML, Markdown and plain text, and writes the same file in another language. It reads Word
    files (.docx), too, and writes them as pages.

    \b
    With the programs of GNU gettext around it:
      habar file extract manual.xml -o manual.pot
      msgmerge --update ru.po manual.pot
      habar file compile manual.xml ru.po --to ru -o manual.ru.xml
    """


@file.command(short_help="Write the PO template of a file.")
@_sources
@_output
@_rules
@click.option("--units", type=click.Choice(["paragraph", "sentence"]), default="paragraph", show_default=True,
              help="What becomes one entry.")  # fmt: skip
@click.option("--from", "locale", metavar="TAG", default="en", show_default=True, callback=language,
              help="The language that IN is written in.")  # fmt: skip
@click.option("--accept-changes", is_flag=True, help="Take the tracked changes of a Word file for accepted.")
@click.option("--report", is_flag=True, help="List every text that did not become an entry, and why.")
def extract(
    sources: tuple[Path, ...],
    output: str,
    rules: tuple[Path, ...],
    units: Any,
    locale: str,
    accept_changes: bool,
    report: bool,
) -> int:
    """Write a PO template with every text of IN.

    How the file was read is kept in the template's header, so that habar file compile reads it
    in the same way. With several files, OUT is a folder: a.xml becomes OUT/a.pot.

    \b
    Examples:
      habar file extract manual.xml -o manual.pot
      habar file extract --its rules.its --units sentence page.html -o page.pot
      habar file extract --report pages/*.html -o po/
    """
    from i18n.workflow import onefile as command
    from i18n.workflow.spread import spread

    reading = command.Reading(locale, units, rules, accept_changes)
    problems: list[Problem] = []
    with command.collecting(problems), putting(output, (*sources, *rules)) as put:
        targets = _targets(sources, output, ".pot")
        every = spread(partial(command.extracted, reading=reading), [source for source, _ in targets])
        for (source, target), (found, stopped) in zip(targets, every, strict=True):
            problems += found.problems if found else stopped
            with command.collecting(problems):
                if found:
                    put(target, found.template)
            if found and report:
                places = [(source, address) for address in found.resources]
                show.left_out(found.left_out, places, err=output == "-")
    return finish(problems)


@file.command("compile", short_help="Write a file in another language.")
@_sources
@click.argument("catalog", type=click.Path(path_type=Path), metavar="CATALOG")
@_output
@click.option("--to", "locale", metavar="TAG", callback=language,
              help="The language of the result; without it, that of the catalog.")  # fmt: skip
@_rules
def compile_(sources: tuple[Path, ...], catalog: Path, output: str, locale: str | None, rules: tuple[Path, ...]) -> int:
    """Write IN with the finished translations of CATALOG. The rest stays as it is in IN.

    Give it the same ITS rules that the template was made with. What a translator typed is
    text: it can neither break the markup nor add to it. With several files, CATALOG and OUT
    are folders: a.xml is translated by CATALOG/a.po and becomes OUT/a.xml. A Word file is only
    read: a.docx becomes a page, OUT/a.html.

    \b
    Examples:
      habar file compile manual.xml ru.po --to ru -o manual.ru.xml
      habar file compile pages/*.html po/ru/ --to ru -o ru/
    """
    from i18n.workflow import onefile as command
    from i18n.workflow.spread import spread

    problems: list[Problem] = []
    with command.collecting(problems), putting(output, (*sources, *rules, catalog)) as put:
        folder = catalog if catalog.is_dir() else None
        jobs = [
            (source, target, folder / f"{source.stem}.po" if folder else catalog)
            for source, target in _targets(sources, output)
        ]
        every = spread(partial(command.translated, to=locale, rules=rules), jobs)
        for (source, target, _), (made, stopped) in zip(jobs, every, strict=True):
            problems += made.problems if made else stopped
            with command.collecting(problems):
                if made:
                    put(target, made.data)
            if made and made.percent < 100:
                click.echo(f"{made.percent} % of {source} is translated into {made.locale}", err=True)
    return finish(problems)


def _targets(sources: Sequence[Path], output: str, suffix: str = "") -> list[tuple[Path, Path]]:
    """Each file with the one that is written for it: ``output`` itself, or in a folder a file of the same name."""
    from i18n.workflow import onefile as command

    folder = Path(output)
    if not command.is_folder(output):
        if len(sources) > 1:
            raise click.UsageError("several files need a folder to write to: -o FOLDER/")
        return [(sources[0], folder)]
    named = (f"{source.stem}{suffix}" if suffix else command.translated_name(source) for source in sources)
    found = [(source, folder / name) for source, name in zip(sources, named, strict=True)]
    if len({target for _, target in found}) < len(found):
        raise click.UsageError("two of the files would be written to one: give their folders one after the other")
    return found
