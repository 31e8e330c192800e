"""Services for machine translation in a project: one to be asked, and ``habar services``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from i18n import machine
from i18n.config import Project
from i18n.model import Place
from i18n.problems import HabarError, problem
from i18n.workflow import policies
from i18n.workflow.bulletins import Track, silent


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person said about a machine."""

    service: str
    """One of ``config.SERVICE_NAMES``."""
    day: date
    budget: int | None = None
    """The most characters that may be sent; None: as the settings say."""
    dry: bool = False
    """Whether nothing is to be sent."""


@dataclass(frozen=True, slots=True)
class Usable:
    """What a service does in a project."""

    service: machine.Service
    reason: str
    """Why it cannot be used at all; empty where it can."""
    pairs: tuple[machine.Pair, ...] = ()
    """Every pair of the project's languages."""


@contextmanager
def opened(project: Project, wish: Wish, track: Track = silent) -> Iterator[machine.Machine]:
    """The service that was wished for, ready to be asked.

    :raises HabarError: H400, something is missing before it can be; H502, its answers cannot be kept.
    """
    door = machine.door(project, wish.service)
    if door.lacking:
        raise HabarError(problem("H400", Place(project.settings), f"{door.service.title}: {door.lacking}"))
    terms = machine.Terms(wish.day, wish.budget or door.settings.budget, wish.dry)
    made = machine.Machine(door, machine.Memo(project.root), policies.load(project, []).terms, terms, track)
    try:
        yield made
    finally:
        made.close()


def services(project: Project, environment: Mapping[str, str] = os.environ) -> list[Usable]:
    """Every service, with what it does for each pair of the project's languages. Those that only know themselves are
    asked, with a key where they have one."""
    return [_usable(project, machine.door(project, one.name, environment)) for one in machine.SERVICES]


def _usable(project: Project, door: machine.Door) -> Usable:
    found = machine.languages(door)
    if isinstance(found, str):
        return Usable(door.service, found)
    pairs = [
        machine.pair(door.service, found, source, target)
        for source in project.locales
        for target in project.locales
        if source != target
    ]
    return Usable(door.service, "", tuple(pairs))
