"""The commands and their options (Click's door). What a command does is in ``workflow``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

import i18n
from i18n.cli import show
from i18n.cli.later import Later
from i18n.cli.progress import track
from i18n.cli.shared import WRONG_USE, InOrder, at_option, at_work, bulletins_argument, finish
from i18n.model import Place
from i18n.problems import HabarError, problem


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit status. No error of a user's files ends in a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if hasattr(signal, "SIGPIPE"):  # "| head" ends the command as it ends any other; all files are written by then
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = habar.main(list(arguments), "habar", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except HabarError as error:
        show.problems(error.problems, err=True)
        return WRONG_USE
    except click.Abort:
        return 128 + signal.SIGINT
    except OSError as error:
        return _stopped(error)
    return status if isinstance(status, int) else 0


def _stopped(error: OSError) -> int:
    """What no door could put in words: a full disk under the output, a working folder that is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter fails once more at its end
    where = Place(os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "habar")
    show.problems([problem("H385", where, f"habar cannot go on: {error.strerror or error}")], err=True)
    return WRONG_USE


_COMMANDS = {
    "init": "",
    "import": "importing:import_",
    "extract": "",
    "translate": "translate:translate",
    "memory": "memory:memory",
    "services": "translate:services",
    "glossary": "glossary:glossary",
    "status": "review:status",
    "check": "checking:check",
    "approve": "review:approve",
    "log": "review:log",
    "compile": "",
    "publish": "publishing:publish",
    "correct": "life:correct",
    "withdraw": "life:withdraw",
    "serve": "serve:serve",
    "export": "exporting:export",
    "segment": "segment:segment",
    "its": "its:its",
    "file": "onefile:file",
    "catalog": "catalog:catalog",
    "completion": "",
}
"""In the order of the work, each with its place; those without one are here."""


@click.group(cls=InOrder, commands=Later(_COMMANDS),
             context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})  # fmt: skip
@click.version_option(i18n.__version__, prog_name="habar", message="%(prog)s %(version)s")
@click.option("-C", "--project", "folder", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="DIR",
              help="Work on the project in DIR instead of the one here.")  # fmt: skip
@click.pass_context
def habar(ctx: click.Context, folder: Path | None) -> None:
    """Official texts in several languages, correctly, the same hour.

    Bulletins lie in sources/, one file each. Translators work in PO files, one for each
    bulletin and language, in locales/. Pages come out in output/.

    \b
    A day's work:
      habar import      a bulletin arrived: put it into sources/
      habar extract     a new or changed bulletin: bring the PO files up to it
      habar translate   let suggestions fill what nobody translated yet
      habar status      see how far every language is, and for whom it waits
      habar check       see what is wrong, with file and line
      habar approve     put a reviewer's name under what is right
      habar compile     build the pages of every language that is ready
      habar publish     put them live in one step

    Nothing that a translator wrote is ever deleted. Run any command as often as you like:
    what is up to date is not touched.

    \b
    Exit status: 0 fine, 1 problems were found,
    2 wrong use or an unreadable project.
    """
    ctx.obj = folder


def help_page() -> str:
    """What ``habar --help`` prints, 80 columns wide: the text of the stored page ``help.txt``."""
    context = click.Context(habar, info_name="habar", terminal_width=80, **habar.context_settings)
    return habar.get_help(context) + "\n"


@habar.command(short_help="Start a new project in DIR.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def init(folder: Path) -> None:
    """Start a new project in DIR, with settings and a first bulletin to try things on.

    \b
    Then:
      cd DIR
      habar extract
      habar compile
    """
    from i18n.workflow import init as command

    for name in command.run(folder):
        click.echo(f"  {folder / name}")
    click.echo(f"A new project is in {folder}. Next: cd {folder}, then habar extract")


@habar.command(short_help="Bring the PO files up to the sources.")
@bulletins_argument
@click.option("--report", is_flag=True, help="List every text that did not become a unit, and why.")
@click.pass_context
def extract(ctx: click.Context, ids: tuple[str, ...], report: bool) -> int:
    """Cut bulletins into units and bring the PO file of every language up to them.

    Without an ID, every bulletin in sources/ is done. A changed sentence keeps its old
    translation, marked as fuzzy; the translation of a deleted one is kept as obsolete.

    \b
    Examples:
      habar extract
      habar extract 2024-01-23-turkmenistan-japan-ministers
      habar extract --report
    """
    from i18n.workflow import extract as command

    with at_work(ctx) as project:
        done = command.run(project, ids, track)
    show.extracted(done)
    if report:
        show.left_out(done.left_out, done.resources)
    return finish(done.problems)


@habar.command("compile", short_help="Build the pages in output/.")
@at_option
@click.pass_context
def compile_(ctx: click.Context, now: datetime) -> int:
    """Build the HTML pages and XML files of every bulletin in every language that is ready.

    A language whose translation is not complete enough (the setting “gate”), or has an error
    that habar check finds, is not built, and the pages of the other languages say so. Of a
    bulletin under an embargo, nothing is built at all. Files that are no longer due are removed.
    """
    from i18n.workflow import build as command
    from i18n.workflow import searching

    with at_work(ctx) as project:
        report = command.run(project, track, now)
        report.problems += searching.run(project)
    show.built(report, project)
    return finish(report.problems)


@habar.command(short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a script that lets your shell complete habar's commands, options and bulletins.

    \b
    Send it to the file that your shell reads:
      bash  ~/.local/share/bash-completion/completions/habar
      zsh   ~/.zfunc/_habar
      fish  ~/.config/fish/completions/habar.fish

    \b
    Example:
      habar completion fish > ~/.config/fish/completions/habar.fish
    """
    from click.shell_completion import get_completion_class

    kind: Any = get_completion_class(shell)
    click.echo(kind(habar, {}, "habar", "_HABAR_COMPLETE").source())
