"""The commands ``habar file ...``: one file at a time, for people who bring their own Makefile."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from i18n.cli import show
from i18n.cli.shared import InOrder, finish

_source = click.argument("source", type=click.Path(path_type=Path, dir_okay=False), metavar="IN")
_rules = click.option("--its", "rules", multiple=True, type=click.Path(path_type=Path, dir_okay=False), metavar="RULES",
                      help="A file with ITS rules. May be given again; later rules win.")  # fmt: skip
_output = click.option("-o", "--output", default=Path("-"), metavar="OUT",
                       type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
                       help="Where to write; without it, the standard output.")  # fmt: skip


def _tag(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from i18n import locales

    if value is not None and not locales.is_tag(value):
        raise click.BadParameter(f"“{value}” is no language tag such as tk, ru or pt-BR")
    return value


@click.group(cls=InOrder, short_help="Work on one file, without a project.")
def file() -> None:
    """Take the texts of one file out into a PO template, and put translations back in.

    For documents that have a home of their own: habar reads XML of any vocabulary by ITS rules,
    HTML, Markdown and plain text, and writes the same file in another language.

    \b
    With the programs of GNU gettext around it:
      habar file extract manual.xml -o manual.pot
      msgmerge --update ru.po manual.pot
      habar file compile manual.xml ru.po --to ru -o manual.ru.xml
    """


@file.command(short_help="Write the PO template of a file.")
@_source
@_output
@_rules
@click.option("--units", type=click.Choice(["paragraph", "sentence"]), default="paragraph", show_default=True,
              help="What becomes one entry.")  # fmt: skip
@click.option("--from", "locale", metavar="TAG", default="en", show_default=True, callback=_tag,
              help="The language that IN is written in.")  # fmt: skip
@click.option("--report", is_flag=True, help="List every text that did not become an entry, and why.")
def extract(source: Path, output: Path, rules: tuple[Path, ...], units: Any, locale: str, report: bool) -> int:
    """Write a PO template with every text of IN.

    How the file was read is kept in the template's header, so that habar file compile reads it
    in the same way.

    \b
    Examples:
      habar file extract manual.xml -o manual.pot
      habar file extract --its rules.its --units sentence page.html -o page.pot
      habar file extract --report notice.docx -o notice.pot
    """
    from i18n.workflow import onefile as command

    found = command.extracted(source, command.Reading(locale, units, rules))
    _put(output, found.template)
    if report:
        show.left_out(found.left_out, [(str(source), address) for address in found.resources], err=_is_stream(output))
    return finish(found.problems)


@file.command("compile", short_help="Write a file in another language.")
@_source
@click.argument("catalog", type=click.Path(path_type=Path, dir_okay=False), metavar="CATALOG.po")
@_output
@click.option("--to", "locale", metavar="TAG", callback=_tag,
              help="The language of the result; without it, that of the catalog.")  # fmt: skip
@_rules
def compile_(source: Path, catalog: Path, output: Path, locale: str | None, rules: tuple[Path, ...]) -> int:
    """Write IN with the finished translations of CATALOG.po. The rest stays as it is in IN.

    Give it the same ITS rules that the template was made with. What a translator typed is
    text: it can neither break the markup nor add to it.

    \b
    Example:
      habar file compile manual.xml ru.po --to ru -o manual.ru.xml
    """
    from i18n.workflow import onefile as command

    made = command.compiled(source, catalog, locale, rules)
    _put(output, made.data)
    if made.percent < 100:
        click.echo(f"{made.percent} % of {source} is translated into {made.locale}", err=True)
    return finish(made.problems)


def _put(output: Path, data: bytes) -> None:
    from i18n.workflow import onefile as command

    if _is_stream(output):
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        command.write(output, data)


def _is_stream(output: Path) -> bool:
    return str(output) == "-"
