"""The commands ``habar memory ...``: how they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli.shared import InOrder, at_work, finish, format_option, language, languages, project_of, putting
from i18n.cli.show import count, safe

if TYPE_CHECKING:
    from i18n.memory import Memory
    from i18n.problems import Problem

_to = click.option("--to", "target", metavar="TAG", callback=language,
                   help="The language of the translation; without it, any.")  # fmt: skip
_from = click.option("--from", "source", metavar="TAG", callback=language,
                     help="The language of the text; without it, any.")  # fmt: skip
_limit = click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True,
                      help="Show so many at most.")  # fmt: skip


@click.group(cls=InOrder, short_help="Look up what was translated before.")
def memory() -> None:
    """Look up what was translated before.

    The memory is made of all finished translations in the PO files, in every pair of languages,
    and of the TMX files in locales/memory/. It follows them by itself and may be deleted.

    habar translate suggests from it what is missing.
    """


@memory.command(short_help="Texts that are like this one.")
@click.argument("text", metavar="TEXT")
@_to
@_from
@_limit
@click.option("--minimum", type=click.IntRange(0, 100), help="Per cent of likeness; without it, that of the settings.")
@format_option
@click.pass_context
def search(
    ctx: click.Context, text: str, target: str | None, source: str | None, limit: int, minimum: int | None, style: str
) -> int:
    """Show the earlier translations of texts that are like TEXT, the most alike first, with what
    is different [-so-] {+so+}.

    \b
    Examples:
      habar memory search "The ministers held talks in Tokyo." --to tk
      habar memory search "会談した。" --from ja --to ru --minimum 50
    """
    from i18n.cli import show_memory
    from i18n.workflow import remembering

    project = project_of(ctx)
    found, problems = _opened(ctx)
    least = (project.memory.minimum if minimum is None else minimum) / 100
    show_memory.matches(text, remembering.search(found, text, source, target, least, limit), style)
    return finish(problems)


@memory.command(short_help="Words in earlier translations.")
@click.argument("words", metavar="WORDS")
@_to
@_from
@_limit
@format_option
@click.pass_context
def find(ctx: click.Context, words: str, target: str | None, source: str | None, limit: int, style: str) -> int:
    """Show sentences that have all of WORDS, with their translations. A word is found in every
    form that begins like it; in Japanese, anywhere.

    \b
    Examples:
      habar memory find "joint stat" --to ru
      habar memory find 首脳会談 --to tk
    """
    from i18n.cli import show_memory
    from i18n.workflow import remembering

    found, problems = _opened(ctx)
    show_memory.spots(remembering.find(found, words, source, target, limit), style)
    return finish(problems)


@memory.command(short_help="How much it holds.")
@format_option
@click.pass_context
def stats(ctx: click.Context, style: str) -> int:
    """Show how many translations the memory has for each pair of languages.

    \b
    Example:
      habar memory stats
    """
    from i18n.cli import show_memory

    found, problems = _opened(ctx)
    show_memory.counts(found, style)
    return finish(problems)


@memory.command("import", short_help="Take in TMX files.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a file of the same name.")
@click.pass_context
def import_(ctx: click.Context, paths: tuple[Path, ...], replace: bool) -> int:
    """Put TMX files of other tools into locales/memory/, where the memory reads them from now on.
    A text that a file translates in two ways is named.

    \b
    Example:
      habar memory import old-bulletins.tmx
    """
    from i18n.workflow import memoryfiles as command

    with at_work(ctx) as project:
        done = command.take(project, paths, replace=replace)
    for taken in done.taken:
        sign = "->" if taken.written else "is there already:"
        click.echo(f"{safe(taken.arrived)} {sign} {safe(taken.name)}, {count(taken.units, 'text')}")
    return finish(done.problems)


@memory.command(short_help="Write all of it as TMX.")
@click.option("--to", "locales", metavar="TAG", multiple=True, callback=languages,
              help="A language of the translations; may be given again. Without it, all.")  # fmt: skip
@click.option("-o", "--output", default="-", metavar="OUT", help="A file to write; without it, the standard output.")
@click.pass_context
def export(ctx: click.Context, locales: tuple[str, ...], output: str) -> int:
    """Write all that the memory holds as one TMX 1.4 file, for other tools and other projects.

    \b
    Example:
      habar memory export --to ru -o memory.tmx
    """
    from i18n.workflow import memoryfiles as command

    found, problems = _opened(ctx)
    with putting(output) as put:
        put(Path(output), command.export(found, locales))
    return finish(problems)


def _opened(ctx: click.Context) -> tuple[Memory, list[Problem]]:
    from i18n.workflow import remembering

    return remembering.opened(project_of(ctx))
