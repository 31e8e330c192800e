"""The command line: how commands are typed and how their reports are shown.

``habar --help`` answers from a stored page, because loading the parser alone would take twice as
long as the interpreter needs to start. A test compares the page with what the parser says.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """The command ``habar``. Ends the process with its exit status."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.argv[1:] in ([], ["--help"], ["-h"]) and "_HABAR_COMPLETE" not in os.environ:
        raise SystemExit(_help())
    # One short run over values without cycles: looking for them took a fifth of the time. A small build never looks.
    gc.set_threshold(400_000)
    try:
        from i18n.cli.app import run

        raise SystemExit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    finally:
        gc.freeze()  # at its end the interpreter looks once more: for a tenth of the time that a small build takes


def _help() -> int:
    with open(os.path.join(os.path.dirname(__file__), "help.txt"), "rb") as page:
        data = page.read()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141 if isinstance(error, BrokenPipeError) else 2
    return 0
