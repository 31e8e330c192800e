"""One catalog as a person reads it in a terminal, or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click

from i18n import stats
from i18n.cli.show import count, safe
from i18n.model import Catalog, Entry

STATES = (*stats.STATES, "obsolete")
_COLORS = dict(zip(STATES, ("red", "yellow", "cyan", "green", "bright_black"), strict=True))
_INDENT = " " * 8


def shown(catalog: Catalog, state: str | None, style: str) -> None:
    """The entries, or those in one state, and a sum of all."""
    chosen = [entry for entry in catalog.entries if state in (None, _state(entry))]
    if style == "json":
        click.echo(json.dumps([_plain(entry) for entry in chosen], ensure_ascii=False, indent=2))
        return
    for entry in chosen:
        _entry(entry)
    counts = Counter(map(_state, catalog.entries))
    sums = ", ".join(f"{counts[name]} {name}" for name in _COLORS if counts[name])
    click.echo(f"{count(len(catalog.entries), 'message')}{': ' if sums else ''}{sums}")


def _entry(entry: Entry) -> None:
    state = _state(entry)
    line = entry.place.line if entry.place else 0
    context = f" [{safe(entry.msgctxt)}]" if entry.msgctxt else ""
    click.echo(f"{line or 0:>6}  {click.style(state, fg=_COLORS[state])}{context}")
    if entry.previous_msgid is not None:
        click.echo(f"{_INDENT}was  {safe(entry.previous_msgid)}")
    click.echo(f"{_INDENT}{safe(entry.msgid)}")
    for text in filter(None, entry.msgstrs):
        click.echo(f"{_INDENT}{click.style(safe(text), bold=True)}")
    for comment in entry.comments:
        click.echo(f"{_INDENT}# {safe(comment)}")


def _state(entry: Entry) -> str:
    return "obsolete" if entry.obsolete else stats.state(entry)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "line": entry.place.line if entry.place else None,
        "state": _state(entry),
        "context": entry.msgctxt,
        "source": entry.msgid,
        "source_plural": entry.msgid_plural,
        "translation": list(entry.msgstrs),
        "previous_source": entry.previous_msgid,
        "references": list(entry.references),
        "flags": list(entry.flags),
        "comments": list(entry.comments),
    }
