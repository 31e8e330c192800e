"""How far a long command is. Nothing shows in the first second, or where nobody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

_PATIENCE = 1.0


def track(ids: Sequence[str], label: str) -> Iterator[str]:
    """Goes through ``ids``; after a second a bar with ``label`` appears on a terminal."""
    begin = time.monotonic()
    for index, name in enumerate(ids):
        if sys.stderr.isatty() and time.monotonic() - begin > _PATIENCE:
            yield from _with_bar(ids, index, label)
            return
        yield name


def _with_bar(ids: Sequence[str], start: int, label: str) -> Iterator[str]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=len(ids), completed=start)
        for name in ids[start:]:
            yield name
            progress.advance(task)
