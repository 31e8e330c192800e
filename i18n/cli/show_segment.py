"""Reports of ``habar segment`` as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from i18n.cli.show import count, safe

if TYPE_CHECKING:
    from i18n.workflow.segmenting import AuditReport, DiffReport, ExamplesReport, Spot

_CUT, _NO_CUT = "‖", "·"


def sentences(units: Sequence[Sequence[str]]) -> None:
    """One sentence a line, a blank line between units."""
    click.echo("\n\n".join("\n".join(map(safe, unit)) for unit in units))


def explained(spots: Sequence[Spot]) -> None:
    """Two lines for each place."""
    for spot in spots:
        mark, did = (_CUT, "cut") if spot.why.cut else (_NO_CUT, "no cut")
        click.echo(f"{safe(str(spot.place))}: {did}: {safe(f'{spot.before} {mark} {spot.after}')}")
        click.echo(f"    {safe(spot.why.rule)}: {safe(spot.why.note)}")
    cuts = sum(spot.why.cut for spot in spots)
    click.echo(f"{count(len(spots), 'place')}, {cuts} of them cut")


def audited(report: AuditReport) -> None:
    """A line for each doubt, and a sum."""
    for found in report.doubts:
        severity = click.style(f"{found.severity} {found.code}", fg="blue", bold=True)
        click.echo(f"{safe(str(found.place))}: {severity}: {safe(found.message)}")
    click.echo(f"{count(report.places, 'place')} that may end a sentence, {count(len(report.doubts), 'doubt')}")


def compared(report: DiffReport) -> None:
    """The units with their old and new cuts, the catalogs with what becomes of their entries, and a sum."""
    for unit in report.units:
        click.echo(f"{safe(str(unit.place))}: {unit.unit}")
        for mark, lines, color in (("-", unit.old, "red"), ("+", unit.new, "green")):
            click.echo(click.style(f"  {mark} {safe(f' {_CUT} '.join(lines))}", fg=color))
    for catalog in report.catalogs:
        states = ", ".join(f"{number} {state}" for state, number in catalog.states.items() if number)
        total = sum(catalog.states.values())
        new = f"{count(total, 'new text')}: {states}" if total else "no new text"
        click.echo(f"  {catalog.bulletin}  {catalog.locale}  {new}")
    bulletins = len({catalog.bulletin for catalog in report.catalogs})
    changed = f"{count(len(report.units), 'unit')} of {count(bulletins, 'bulletin')}"
    click.echo(f"{changed} would be cut in another way" if report.units else "No unit would be cut in another way")


def tested(report: ExamplesReport) -> None:
    """The languages whose rules were run, each with the hash of its rules."""
    for locale, digits in report.hashes.items():
        click.echo(f"  {locale}  {digits}")
    click.echo(f"{count(len(report.hashes), 'language')}, {count(len(report.problems), 'problem')}")
