"""The command that shows the site while it is worked on."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.cli import show
from i18n.cli.progress import track
from i18n.cli.shared import project_of
from i18n.problems import HabarError

if TYPE_CHECKING:
    from i18n.workflow.buildreport import BuildReport


@click.command(short_help="Show the site in your browser while you work on it.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port of this machine to listen on; 0 takes one that is free.")  # fmt: skip
@click.pass_context
def serve(ctx: click.Context, port: int) -> None:
    """Show the site to browsers on this machine, and build it again whenever you save a file.

    Open pages change by themselves within half a second. What is wrong stands below the page, with
    file and line, and the site stays what it was until it is right. Nobody else can see the preview.
    It is built into output/, as habar compile does it. Press Ctrl+C to end it.

    \b
    Examples:
      habar serve
      habar serve --port 8080
    """
    from platform import node

    from i18n.workflow import serve as command

    said: list[str] = []

    def told(address: str, done: BuildReport | HabarError) -> None:
        show.problems(done.problems, err=True)
        if not isinstance(done, HabarError) and (done.written or done.removed):
            click.echo(f"{show.count(done.written, 'file')} written")
        if not said:
            said.append(address)
            click.echo(f"The site is at {address} until you press Ctrl+C.")

    if hasattr(signal, "SIGPIPE"):  # a browser that goes away ends its own answer and not the preview
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    owner = f"{ctx.command_path}, process {os.getpid()} on {node()}"
    folder: Path = project_of(ctx).root
    command.run(folder, port, owner, track, told)
