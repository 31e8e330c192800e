"""The commands ``habar glossary ...``: how they are typed."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli.progress import track
from i18n.cli.shared import InOrder, at_work, finish, format_option, language, languages, project_of, putting
from i18n.cli.show import as_json, count, safe

if TYPE_CHECKING:
    from i18n.glossary import Glossary
    from i18n.problems import Problem
    from i18n.workflow.termcheck import Found


@click.group(cls=InOrder, short_help="Keep terms and names the same.")
def glossary() -> None:
    """Keep terms and names the same: locales/glossary.csv has, for each concept and language, the
    preferred form, those that are allowed and those that are forbidden.

    habar extract writes into each entry of a PO file what the glossary has for its terms, and
    habar check compares every translation with it.
    """


@glossary.command(short_help="What is wrong with terms.")
@click.pass_context
def check(ctx: click.Context) -> int:
    """Look for rows without a term, rows that say the same or contradict each other, forms that
    are both right and forbidden, persons with two names; and in all finished translations for
    forbidden forms, for names that are not as the glossary has them, and for names that are
    spelled in two ways.
    """
    from i18n.workflow import termcheck as command

    report = command.run(project_of(ctx), track)
    status = finish(report.problems)
    spoken = ", ".join(report.locales)
    click.echo(f"{count(report.concepts, 'concept')} ({spoken}), {count(report.checked, 'translation')} compared")
    return status


@glossary.command(short_help="The terms of a sentence.")
@click.argument("text", metavar="TEXT")
@click.option("--in", "locale", metavar="TAG", callback=language,
              help="The language of TEXT; without it, that of the project's sources.")  # fmt: skip
@format_option
@click.pass_context
def find(ctx: click.Context, text: str, locale: str | None, style: str) -> int:
    """Show the terms in TEXT, in whatever case they stand, and what the other languages have for
    them.

    \b
    Examples:
      habar glossary find "with the Minister of Foreign Affairs of Japan"
      habar glossary find "DIM-niň wekili" --in tk
    """
    from i18n.workflow import termcheck as command

    project = project_of(ctx)
    found, problems = command.find(project, text, locale or project.bulletins.locale)
    if style == "json":
        as_json([_plain(one) for one in found])
    for one in found if style == "text" else ():
        _show(one)
    if not found and style == "text":
        click.echo("the glossary has none of these words")
    return finish(problems)


def _show(one: Found) -> None:
    from i18n.glossary import spelled

    click.echo(safe(one.written))
    for locale, term in one.terms.items():
        click.echo(f"  {locale}  {safe(spelled(term))}")
    if one.about:
        click.echo(f"      {safe(one.about)}")


def _plain(one: Found) -> dict[str, object]:
    forms = {
        locale: {"preferred": term.preferred, "allowed": term.allowed, "forbidden": term.forbidden}
        for locale, term in one.terms.items()
    }
    return {"text": one.written, "line": one.concept.place.line, **one.concept.about, "terms": forms}


@glossary.command("import", short_help="Add terms from CSV and TBX files.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.pass_context
def import_(ctx: click.Context, paths: tuple[Path, ...], dry_run: bool) -> int:
    """Add the terms of other glossaries to locales/glossary.csv: TBX files, and CSV files whose first
    line names the columns as the glossary does.

    New concepts are added, and forms that a known concept does not have. Nothing is changed or
    removed: where a file prefers another term, habar says so and the glossary's own stays. Rows
    that cannot be read are told and left out.

    \b
    Examples:
      habar glossary import --dry-run terms.tbx
      habar glossary import ../embassy/glossary.csv
    """
    from i18n import files
    from i18n.workflow import terms
    from i18n.workflow.reading import collecting

    problems: list[Problem] = []
    with nullcontext(project_of(ctx)) if dry_run else at_work(ctx) as project:
        for path in paths:
            with collecting(problems):
                shown = path.as_posix()
                other, wrong = _read(files.read_bytes(path, shown), shown)
                problems += wrong
                done = terms.receive(project, other, shown, dry=dry_run)
                click.echo(f"  {safe(shown)}: {count(done.added, 'concept')} added, {done.filled} filled up")
                problems += done.problems
    return finish(problems)


def _read(data: bytes, shown: str) -> tuple[Glossary, list[Problem]]:
    from i18n.workflow import terms

    if Path(shown).suffix.lower() == ".csv":
        return terms.load(data, shown)
    if Path(shown).suffix.lower() not in (".tbx", ".xml"):
        raise click.UsageError(f"{shown}: a glossary is .csv or .tbx")
    from i18n.exchange import tbx

    return tbx.read(data, shown), []


@glossary.command(short_help="Write the terms as CSV or TBX.")
@click.option("--to", "locales", metavar="TAG", multiple=True, callback=languages,
              help="A language to write besides that of the sources; may be given again. Without it, all.")  # fmt: skip
@click.option("--format", "kind", type=click.Choice(["csv", "tbx"]),
              help="Without it, as OUT is called; csv where that does not say it.")  # fmt: skip
@click.option("-o", "--output", default="-", metavar="OUT", help="A file to write; without it, the standard output.")
@click.pass_context
def export(ctx: click.Context, locales: tuple[str, ...], kind: str | None, output: str) -> int:
    """Write the glossary, or some languages of it: as CSV with the columns of locales/glossary.csv,
    or as TBX-Basic for CAT tools. Both come back with habar glossary import.

    \b
    Examples:
      habar glossary export -o glossary.tbx
      habar glossary export --to ru -o ru.csv
    """
    from i18n import glossary as tables
    from i18n.workflow import terms

    project = project_of(ctx)
    problems: list[Problem] = []
    wanted = (project.bulletins.locale, *locales) if locales else ()
    known = terms.of_languages(terms.of(project, problems), wanted)
    if (kind or Path(output).suffix.lower().lstrip(".")) == "tbx":
        from i18n.exchange import tbx

        data = tbx.write(known)
    else:
        data = tables.render(known).encode("utf-8")
    with putting(output) as put:
        put(Path(output), data)
    return finish(problems)
