"""What several commands share: how a project is found, how bulletins are named, how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli import show
from i18n.problems import HabarError, Problem, has_errors

if TYPE_CHECKING:
    from i18n.config import Project

PROBLEMS, WRONG_USE = 1, 2
"""Exit statuses. 0: fine. 1: problems were found. 2: wrong use, or a project that cannot be read."""


class InOrder(click.Group):
    """Lists commands in the order of the work instead of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


class WithDefault(InOrder):
    """A group that takes anything but the name of one of its commands as arguments of the first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = (*self.commands, *self.get_help_option_names(ctx))
        if not args or args[0] not in own:
            args.insert(0, next(iter(self.commands)))
        return super().parse_args(ctx, args)


def project_of(ctx: click.Context) -> Project:
    """The project that the command is run in, or that was named with ``-C``."""
    from i18n.config import find

    folder: Path | None = ctx.find_root().obj or ctx.find_root().params.get("folder")
    return find((folder or Path()).resolve())


@contextmanager
def at_work(ctx: click.Context) -> Iterator[Project]:
    """The project, for a command that writes to it: two such commands do not work in it at the same time."""
    from platform import node

    from i18n import files

    project = project_of(ctx)
    owner = f"{ctx.command_path}, process {os.getpid()} on {node()}"
    with files.locked(project.root, owner, lambda other: click.echo(f"waiting for {show.safe(other)}", err=True)):
        yield project


def _ids(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from i18n.workflow import bulletins

    try:
        found, _ = bulletins.listing(project_of(ctx))
    except HabarError:
        return []
    return [name for name in found if name.startswith(incomplete)]


bulletins_argument = click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=_ids)
named_bulletins_argument = click.argument("ids", nargs=-1, metavar="ID...", required=True, shell_complete=_ids)
bulletin_argument = click.argument("bulletin", metavar="ID", shell_complete=_ids)
format_option = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="For people or for programs."
)


def language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The callback of an option that takes a language tag."""
    from i18n import locales

    if value is not None and not locales.is_tag(value):
        raise click.BadParameter(f"“{value}” is no language tag such as tk, ru or pt-BR")
    return value


def languages(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The callback of an option that takes a language tag and may be given again."""
    for value in values:
        language(ctx, param, value)
    return values


def finish(problems: Sequence[Problem], *, shown: bool = False) -> int:
    """Shows what stopped single files, and says with which status to end."""
    if not shown:
        show.problems(problems, err=True)
    return PROBLEMS if has_errors(problems) else 0


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime:
    """The time that was named, or the clock's: the one place where it is read."""
    from i18n import config

    if value is None:
        return datetime.now(tz=UTC)
    try:
        return config.moment(value)
    except ValueError as error:
        raise click.BadParameter(f"it must be {error}") from error


at_option = click.option(
    "--at", "now", metavar="TIME", callback=_moment,
    help="Take this for the time now, such as 2024-01-23T18:00+05:00: what is under an embargo then stays out.",
)  # fmt: skip


@contextmanager
def putting(output: str, inputs: Iterable[Path] = ()) -> Iterator[Callable[[Path, bytes], object]]:
    """Writes files to ``output``: the standard output (``-``), one file, or a folder.

    :param inputs: what they are made from: none of these is written over.
    """
    from i18n.workflow import onefile as command

    if output == "-":
        yield lambda _path, data: sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        with command.writing(output, inputs) as put:
            yield put
