"""``habar publish``: the site that may be seen now is built and put live in one step, or the one before it again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from i18n import delivery, files, ids, publish
from i18n.config import Project
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem
from i18n.release import Withheld
from i18n.workflow import build, searching
from i18n.workflow.buildreport import BuildReport
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.due import MANIFEST

_WITHDRAWN = b' status="withdrawn">'
_HEAD = 1000
"""Bytes of a bulletin's XML in which its status stands."""
_BULLETIN = "bulletin.xml"


_OWN = ("output", "sources", "locales", "rules", "theme", ".habar")
"""Folders of a project that no site may be put into."""
_SETTINGS = "habar.toml"
_FILE = "file://"
"""Begins the address of a folder that is used as a store of objects."""


@dataclass(slots=True)
class PublishReport:
    """What ``publish`` did."""

    changes: delivery.Changes
    """For readers."""
    release: delivery.Release
    built: BuildReport | None = None
    problems: list[Problem] = field(default_factory=list)


def run(
    project: Project, target: delivery.Target, now: datetime, keep: int = delivery.KEPT, track: Track = silent
) -> PublishReport:
    """Builds what may go out now, and puts it live.

    :param keep: how many releases can be gone back to, this one among them.
    :raises HabarError: the site cannot be put there; what was live before is live still.
    """
    _refuse_itself(project, target)
    built = build.run(project, track, now, thorough=True)
    built.problems += searching.run(project)
    try:
        report = _report(target.publish(shipment(project, built.problems, built.withheld), keep))
    except HabarError as error:
        raise HabarError(*built.problems, *error.problems) from error
    report.built = built
    report.problems = [*built.problems, *report.problems]
    return report


def rollback(target: delivery.Target, keep: int = delivery.KEPT) -> PublishReport:
    """Puts the release before the live one live again. What was withdrawn in between is live again, too: H380.

    :raises HabarError: there is none, or as ``run``.
    """
    report = _report(target.rollback(keep))
    message = "this bulletin was withdrawn, and the release that is live now is older"
    report.problems += [problem("H380", Place(address), message) for address in report.changes.back]
    return report


def shipment(
    project: Project, problems: Iterable[Problem] = (), withheld: Iterable[Withheld] = ()
) -> delivery.Shipment:
    """Everything in ``output/``, but for hidden files.

    :param problems: what the build said. Of a bulletin with an error, what is live stays,
    :param withheld: but where an embargo or a withdrawal keeps it back.
    :raises HabarError: H379, a file that the last build made is not there: nothing half built goes live. Or a project
        lies there, whose drafts nobody may see.
    """
    digests: dict[str, str] = {}
    withdrawn: list[str] = []
    for name in _names(project):
        data = files.read_bytes(project.output / name, f"output/{name}")
        digests[name] = sha256(data).hexdigest()
        if name.endswith(f"/{_BULLETIN}") and _WITHDRAWN in data[:_HEAD]:
            withdrawn.append(name.removesuffix(_BULLETIN))
    made = files.read_if_there(project.output / MANIFEST, f"output/{MANIFEST}") or b""
    inner = next((name for name in digests if name.rpartition("/")[2] == _SETTINGS), None)
    if inner:
        message = f"a project lies in it ({inner}), with texts that are not published"
        raise HabarError(problem("H379", Place("output"), message, hint="move that project out of output/"))
    lost = [name for name in made.decode("utf-8", "replace").splitlines() if name not in digests]
    if lost or not digests:
        message = f"{lost[0]} is not there" if lost else "there is nothing in it"
        raise HabarError(problem("H379", Place("output"), message))
    back = frozenset(publish.bulletin_path(each.bulletin) for each in withheld if each.why in ("embargo", "withdrawn"))
    return delivery.Shipment(project.output, digests, tuple(sorted(withdrawn)), frozenset(_faulty(problems)), back)


def _faulty(problems: Iterable[Problem]) -> Iterator[str]:
    """Where the pages of bulletins with errors lie, told by the files that the errors are in."""
    for found in problems:
        if found.severity == "error":
            yield from (publish.bulletin_path(ids.of_file(part)) for part in found.place.path.split("/"))


def _refuse_itself(project: Project, target: delivery.Target) -> None:
    """Stops where the site would be put into itself, or among the texts that it or another one is made of.

    :raises HabarError: H377
    """
    if not isinstance(target, delivery.Folder) and not target.shown.startswith(_FILE):
        return
    place = Path(os.path.realpath(target.shown.removeprefix(_FILE)))
    root = Path(os.path.realpath(project.root))
    for other in (root, *(each for each in (place, *place.parents) if (each / _SETTINGS).is_file())):
        own = next((name for name in _OWN if place.is_relative_to(os.path.realpath(other / name))), None)
        if own or place == other:
            whose = "the project itself" if other == root else f"the project {other.as_posix()}"
            message = f"this folder lies in {own}/ of {whose}" if own else f"this is the folder of {whose}"
            raise HabarError(problem("H377", Place(target.shown), message, hint="take another folder"))


def _names(project: Project) -> Iterator[str]:
    for place, folders, names in os.walk(project.output):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.relpath(place, project.output).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        yield from (f"{prefix}{name}" for name in sorted(names) if not name.startswith("."))


def _report(outcome: delivery.Outcome) -> PublishReport:
    changes = delivery.changes(outcome.before, outcome.now)
    gone = [_gone(address) for address in changes.gone]
    return PublishReport(changes, outcome.now, problems=[*gone, *delivery.staying(outcome.now), *outcome.problems])


def _gone(address: str) -> Problem:
    """What is said of a page that is no more. Nobody can do anything about a list in which nothing is left."""
    if publish.is_of_a_time(address):
        message = "this list is gone: no bulletin of its time is left in it"
        return problem("H384", Place(address), message)
    return problem("H370", Place(address), "this address leads nowhere now")
