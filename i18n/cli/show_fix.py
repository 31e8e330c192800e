"""Corrections of translations as a unified diff, entry by entry."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from i18n.cli.show import count, safe

if TYPE_CHECKING:
    from i18n.workflow.fixing import Correction, FixReport

_SEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Mn"))
"""Categories of what nobody sees, or sees as part of another sign."""


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
        yield f" msgid  {_revealed(one.key[1])}"
        yield click.style(f"-msgstr {_revealed(one.before)}", fg="red")
        yield click.style(f"+msgstr {_revealed(one.after)}", fg="green")


def _revealed(text: str) -> str:
    return f"“{''.join(map(_sign, text))}”"


def _sign(char: str) -> str:
    hidden = unicodedata.category(char) in _SEEN or (char.isspace() and char not in " \u3000")
    return ascii(char)[1:-1] if hidden else char


def fixed(report: FixReport, *, err: bool) -> None:
    """How much was written."""
    click.echo(f"{count(report.entries, 'translation')} corrected in {count(report.files, 'file')}", err=err)
