"""Corrections of translations as a unified diff, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from i18n.cli.hidden import revealed
from i18n.cli.show import count, safe

if TYPE_CHECKING:
    from i18n.workflow.fixing import Correction, FixReport


def diff(corrections: Sequence[Correction], *, err: bool) -> None:
    """What would change, with file and line; what nobody sees is spelled out."""
    click.echo("\n".join(_lines(corrections)), err=err)


def _lines(corrections: Sequence[Correction]) -> Iterator[str]:
    path = None
    for one in corrections:
        if one.place.path != path:
            path = one.place.path
            yield f"--- {safe(path)}"
            yield f"+++ {safe(path)}"
        yield click.style(f"@@ line {one.place.line}, {', '.join(one.codes)} @@", fg="cyan")
        yield f" msgid  “{revealed(one.key[1])}”"
        yield click.style(f"-msgstr “{revealed(one.before)}”", fg="red")
        yield click.style(f"+msgstr “{revealed(one.after)}”", fg="green")


def fixed(report: FixReport, *, err: bool) -> None:
    """How much was written."""
    click.echo(f"{count(report.entries, 'translation')} corrected in {count(report.files, 'file')}", err=err)
