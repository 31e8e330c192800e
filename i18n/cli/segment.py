"""The commands ``habar segment ...``: for people who want to see, to doubt and to change the cuts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli import show, show_segment
from i18n.cli.progress import track
from i18n.cli.shared import PROBLEMS, InOrder, bulletins_argument, finish, project_of
from i18n.problems import HabarError, has_errors

if TYPE_CHECKING:
    from i18n.config import Project
    from i18n.model import Document
    from i18n.workflow.rules import Rules

_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE|-")
_locale = click.option(
    "-l", "--locale", metavar="TAG", help="The language of the text; needed where no project says it."
)


@click.group(cls=InOrder, short_help="See and correct where sentences are cut.")
def segment() -> None:
    """See where bulletins are cut into sentences, why there, and what other rules would change.

    \b
    When a cut is wrong:
      habar segment explain sources/ID.txt   see which rule decided
      in sources/ID.toml, for one bulletin   split = ["before ‖ after"]
                                             join = ["before ‖ after"]
      in rules/ru.toml, for all bulletins    abbreviations and rules
      habar segment check                    do your rules what they should?
      habar segment diff draft/ru.toml       see what they would change
      habar extract                          translations go along

    Nothing here writes a file that it was not told to write.
    """


@segment.command(short_help="Print a text, one sentence a line.")
@_file
@_locale
@click.pass_context
def text(ctx: click.Context, file: Path, locale: str | None) -> int:
    """Print the sentences of FILE (or of the standard input, for “-”), one a line.

    A blank line stands between two paragraphs. A bulletin of the project is cut as habar
    extract cuts it, with its own language and overrides; any other file is plain text with
    blank lines between its paragraphs.

    \b
    Examples:
      habar segment text sources/2024-01-23-turkmenistan-japan-ministers.txt
      habar segment text --locale tk - < draft.txt
    """
    from i18n.workflow import segmenting as command

    document, own = _read(ctx, file, locale)
    show_segment.sentences(command.sentences(document, own))
    return 0


@segment.command(short_help="Say why a text is cut there, and not there.")
@_file
@_locale
@click.pass_context
def explain(ctx: click.Context, file: Path, locale: str | None) -> int:
    """Show each place of FILE (or of the standard input, for “-”) that may end a sentence.

    \b
    Each has two lines:
      the place: cut or no cut, and the words around it (‖ cut, · no cut)
      the rule that decided, and why the rule is there

    \b
    Example:
      habar segment explain sources/2024-01-23-turkmenistan-japan-ministers.txt
    """
    from i18n.workflow import segmenting as command

    document, own = _read(ctx, file, locale)
    show_segment.explained(command.explained(document, own))
    return 0


@segment.command(short_help="List the cuts that rest on weak evidence.")
@bulletins_argument
@click.pass_context
def audit(ctx: click.Context, ids: tuple[str, ...]) -> int:
    """List the places where habar may be wrong, with file and line and the reason of the doubt.

    \b
    A cut is doubted:
      after a short word that stands nowhere without its full stop
      before a number, a sign, a dash or the marker of a list item
      inside a bracket or quotation, or after a quotation with ! or ? or …
      where it leaves a very short sentence
    A place without a cut is doubted:
      behind an abbreviation, where a capital or a likely beginning follows
      where no rule decides and a capital follows
      in a very long sentence

    Most doubts prove unfounded. Decide the others in sources/ID.toml; what is decided there is
    not listed again. The exit status is 0, however many are listed.
    """
    from i18n.workflow import segmenting as command

    report = command.audit(project_of(ctx), ids, track)
    show_segment.audited(report)
    return finish(report.problems)


@segment.command(short_help="Show what changed rules would alter.")
@click.argument("rules", type=click.Path(path_type=Path, exists=True), metavar="RULESFILE|DIR")
@click.pass_context
def diff(ctx: click.Context, rules: Path) -> int:
    """Show what would change if RULESFILE stood in rules/, under the name that it has.

    For a folder, each of its rules files is taken. Units that would be cut in another way are
    shown as they are (-) and as they would be (+), with ‖ at each cut. Then follows for each
    PO file what would become of the entries that are new: in which state they would be with
    the translations that can be put together from what is there.

    Nothing is written. To go through with it, put the file into rules/ and run habar extract.

    \b
    Example:
      habar segment diff draft/ru.toml
    """
    from i18n.workflow import segmenting as command

    report = command.diff(project_of(ctx), rules, track)
    show_segment.compared(report)
    return finish(report.problems)


@segment.command(short_help="Run the examples of the rules.")
@_locale
@click.pass_context
def check(ctx: click.Context, locale: str | None) -> int:
    """Run the examples in habar's rules files and in those of the project.

    Every example that is cut in another way than it says is listed with file and line, and the
    exit status is 1 then. “fallback” stands for all languages without rules of their own. The
    twelve digits are equal on two machines where the rules are.
    """
    from i18n.workflow import rules
    from i18n.workflow import segmenting as command

    project = _project_or_none(ctx)
    report = command.examples(rules.load(project) if project else rules.Rules(), locale)
    show.problems(report.problems)
    show_segment.tested(report)
    return PROBLEMS if report.problems else 0


@segment.command("export-srx", short_help="Write the rules for a CAT tool (SRX 2.0).")
@click.argument("locale", metavar="LOCALE")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it to FILE."
)
@click.pass_context
def export_srx(ctx: click.Context, locale: str, output: Path | None) -> int:
    """Write the rules of a language, with the project's own on top, as SRX 2.0.

    OmegaT, Trados, memoQ and others read it, so that they cut a text as habar does. SRX cannot
    say all that habar's rules say; where it cannot, it cuts less. Without -o, the file is
    printed.

    \b
    Example:
      habar segment export-srx tk -o tk.srx
    """
    from i18n import files
    from i18n.exchange import srx
    from i18n.workflow import destination, rules

    _require_tag(ctx, locale)
    project = _project_or_none(ctx)
    data = srx.export([locale], rules.load(project).of(locale) if project else None)
    if output is None:
        click.echo(data, nl=False)
    else:
        with destination.named(output.as_posix()):
            files.write(output.resolve().parent, output.name, data)
    return 0


@segment.command("import-srx", short_help="Turn the rules of a CAT tool into rules files.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", default="draft",
              show_default=True, help="Write the rules files into DIR.")  # fmt: skip
@click.pass_context
def import_srx(ctx: click.Context, file: Path, output: Path) -> int:
    """Turn an SRX file, 1.0 or 2.0, into rules files of habar, one for each language.

    They are put into a folder of their own and count for nothing until you put them into
    rules/. What habar cannot say is left out, with file and line. A file that is there already
    is not overwritten.

    \b
    Example:
      habar segment import-srx agency.srx -o draft
      habar segment diff draft
    """
    from i18n import files
    from i18n.exchange import srx
    from i18n.workflow import destination

    imported = srx.read(files.read_bytes(file, str(file)), str(file))
    names = [f"{language}.toml" for language in imported.rules]
    if taken := [name for name in names if (output / name).exists()]:
        raise click.UsageError(f"{output / taken[0]} is there already: name another folder with -o", ctx)
    for name, text in zip(names, imported.rules.values(), strict=True):
        with destination.named(f"{output.as_posix()}/"):
            files.write(output.resolve(), name, text.encode())
        click.echo(f"  {output / name}")
    show.problems(imported.problems, err=True)
    click.echo(f"{show.count(len(names), 'rules file')}. Next: habar segment diff {output}")
    return PROBLEMS if has_errors(imported.problems) else 0


def _require_tag(ctx: click.Context, locale: str) -> None:
    from i18n import locales

    if not locales.is_tag(locale):
        raise click.UsageError(f"{locale!r} is no language tag such as 'tk' or 'ru'", ctx)


def _read(ctx: click.Context, file: Path, locale: str | None) -> tuple[Document, Rules]:
    """The text of a command, and the rules of the project that it is run in, if any."""
    from dataclasses import replace

    from i18n import files
    from i18n.workflow import rules
    from i18n.workflow import segmenting as command

    if locale is not None:
        _require_tag(ctx, locale)
    project = _project_or_none(ctx)
    own = rules.load(project) if project else rules.Rules()
    name = "standard input" if str(file) == "-" else str(file)
    document = command.bulletin_in(project, file) if project and str(file) != "-" else None
    if document is not None:
        return replace(document, locale=locale or document.locale), own
    tag = locale or (project.bulletins.locale if project else None)
    if tag is None:
        raise click.UsageError("say which language the text is in, such as: --locale tk", ctx)
    return command.plain_text(_standard_input() if str(file) == "-" else files.read_bytes(file, name), name, tag), own


def _standard_input() -> bytes:
    from i18n.files import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES) if sys.stdin else b""


def _project_or_none(ctx: click.Context) -> Project | None:
    try:
        return project_of(ctx)
    except HabarError as error:
        if [problem.code for problem in error.problems] == ["H503"]:
            return None
        raise
