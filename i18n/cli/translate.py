"""``habar translate`` and ``habar services``: how they are typed, and what they show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from i18n.cli.progress import track
from i18n.cli.shared import at_work, finish, format_option, language, named_bulletins_argument, project_of
from i18n.cli.show import as_json, count, safe
from i18n.config import SERVICE_NAMES

if TYPE_CHECKING:
    from i18n.config import Project
    from i18n.machine import Machine
    from i18n.workflow.machines import Usable
    from i18n.workflow.suggesting import Filled, Suggestions


@click.command(short_help="Suggest translations for what is missing.")
@named_bulletins_argument
@click.option("--to", "locale", metavar="TAG", callback=language, required=True, help="The language to translate into.")
@click.option("--service", type=click.Choice(SERVICE_NAMES), metavar="NAME",
              help="Ask this service (see habar services) about what nothing else knows.")  # fmt: skip
@click.option("--budget", type=click.IntRange(min=1), metavar="CHARACTERS", help="Send the service no more than this.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, count what would be sent, and write nothing.")
@click.pass_context
def translate(
    ctx: click.Context, ids: tuple[str, ...], locale: str, service: str | None, budget: int | None, dry_run: bool
) -> int:
    """Put suggestions where the bulletins have no translation yet.

    They come from what was translated before; with --service, a machine is asked about the rest.
    A suggestion is marked as fuzzy and says in a comment where it is from: a person has to look
    at it before it is published. What is translated is never touched.

    What a machine must not touch is kept from it: inline codes, addresses, names as the glossary
    has them. An answer that lost a number or a code, is in another language, or came back
    unchanged is not written, but reported. Nothing is asked twice, in this run or a later one.

    \b
    Examples:
      habar translate 2024-03-21-carpets --to ru
      habar translate 2024-03-21-carpets --to ru --service deepl --dry-run
      habar translate 2024-03-21-carpets --to ru --service deepl --budget 20000
    """
    if budget and not service:
        raise click.UsageError("--budget goes together with --service", ctx)
    from i18n.workflow import suggesters
    from i18n.workflow import translating as command

    with ExitStack() as stack:
        project = stack.enter_context(nullcontext(project_of(ctx)) if dry_run else at_work(ctx))
        asked = suggesters.of(project)
        machine = _machine(stack, project, service, budget, dry_run) if service else None
        if machine:
            asked.append(machine)
            done = command.run(project, ids, locale, asked, dry=dry_run)
        else:
            done = command.run(project, ids, locale, asked, dry=dry_run, track=track)
    _show(done, machine, dry_run)
    return finish(done.problems)


def _machine(stack: ExitStack, project: Project, service: str, budget: int | None, dry: bool) -> Machine:
    from i18n.workflow import machines

    today = datetime.now(tz=UTC).astimezone().date()  # in local time
    return stack.enter_context(machines.opened(project, machines.Wish(service, today, budget, dry), track))


def _show(done: Suggestions, machine: Machine | None, dry: bool) -> None:
    for filled in done.filled:
        click.echo(f"  {filled.bulletin}  {filled.locale}  {_made(filled)}")
    if machine:
        bill, verb = machine.bill, "would be sent" if dry else "sent"
        sent = f"{count(len(bill.sent), 'text')} {verb}, {count(bill.characters, 'character')}"
        click.echo(f"{machine.name}: {sent}; {count(len(bill.remembered), 'answer')} known from before")


def _made(filled: Filled) -> str:
    made = [f"{count(number, 'suggestion')} ({name})" for name, number in filled.made.items()]
    left = f"{count(filled.left, 'text')} still without a translation" if filled.left else "nothing is missing"
    return ", ".join((*made, left))


@click.command(short_help="Show which machines can translate, and why not.")
@format_option
@click.pass_context
def services(ctx: click.Context, style: str) -> int:
    """Show which services for machine translation can be used here, and between which languages.

    For others it says what is missing: a key, a package, an address, a language. Services that
    only know their own languages themselves are asked for them. Keys stand in the environment
    and nowhere else.

    \b
    Example:
      habar services
    """
    from i18n.workflow import machines

    found = machines.services(project_of(ctx))
    if style == "json":
        as_json([_plain(one) for one in found])
    else:
        click.echo("\n".join(line for one in found for line in _lines(one)))
    return 0


def _lines(usable: Usable) -> Iterator[str]:
    service = usable.service
    address = f"  {service.address}" if service.address else ""
    yield click.style(service.name, bold=True) + safe(address)
    if usable.reason:
        yield f"    cannot be used: {safe(usable.reason)}"
    for source in dict.fromkeys(pair.source for pair in usable.pairs):
        own = [pair for pair in usable.pairs if pair.source == source]
        works, fails = ([pair.target for pair in own if bool(pair.codes) is wanted] for wanted in (True, False))
        missing = f"not {', '.join(fails)}" if fails else ""
        yield f"    {source} → {'; '.join(filter(None, (', '.join(works), missing)))}"
    if service.remark:
        yield f"    note: {service.remark}"


def _plain(usable: Usable) -> dict[str, Any]:
    service = usable.service
    return {
        "name": service.name,
        "address": service.address,
        "reason": usable.reason or None,
        "longest": service.most,
        "unit": service.unit,
        "note": service.remark or None,
        "pairs": [
            {"source": pair.source, "target": pair.target, "works": bool(pair.codes), "reason": pair.reason or None}
            for pair in usable.pairs
        ],
    }
