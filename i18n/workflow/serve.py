"""``habar serve``: the site in a browser on this machine, built anew whenever something is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from i18n import config, files
from i18n.config import Project
from i18n.model import Place
from i18n.preview import Fault, Preview
from i18n.problems import RULES, HabarError, Problem, problem
from i18n.workflow import build, buildreport
from i18n.workflow.buildreport import BuildReport
from i18n.workflow.bulletins import Track
from i18n.workflow.watching import Watch

Told = Callable[[str, "BuildReport | HabarError"], object]
_MINUTE = 60.0
"""After this time an embargo may have ended although nothing was saved."""


def run(start: Path, port: int, owner: str, track: Track, told: Told) -> None:
    """Shows the project that ``start`` lies in, until it is interrupted.

    :param port: of this machine; 0: any that is free.
    :param owner: who builds, as for ``files.locked``.
    :param told: gets the address of the preview, and what each build did, or why it did nothing.
    :raises HabarError: there is no project, or H538.
    """
    project = config.find(start)
    preview, watch = _preview(project, port), Watch(project)
    done = _built(start, owner, track, None, None)
    _tell(preview, done)
    with preview:
        while True:
            told(preview.address, done)
            watch = _watching(watch, start)
            while not watch.wait(_MINUTE) and not _is_due(watch.project):
                pass
            # One core: there are threads by now. Open pages hear of it before it is on the disk.
            done = _built(start, owner, track, 1, partial(_tell, preview))
            if isinstance(done, HabarError):
                _tell(preview, done)


def _tell(preview: Preview, done: BuildReport | HabarError) -> None:
    newer = isinstance(done, BuildReport) and bool(done.written or done.removed)
    preview.news.tell([_fault(found) for found in done.problems if found.severity == "error"], newer=newer)


def _preview(project: Project, port: int) -> Preview:
    try:
        return Preview(project.output, port)
    except OSError as error:
        message = f"the preview cannot listen on port {port}: {error.strerror or error}"
        raise HabarError(problem("H538", Place(project.settings), message)) from error


def _built(
    start: Path, owner: str, track: Track, cores: int | None, shown: buildreport.Shown | None
) -> BuildReport | HabarError:
    """One build. What stops it is told, and the site stays what it was."""
    try:
        project = config.find(start)
        with files.locked(project.root, owner, lambda _other: None):
            return build.run(project, track, datetime.now(tz=UTC), cores, shown)
    except HabarError as error:
        return error


def _watching(watch: Watch, start: Path) -> Watch:
    """The same watch, or another one where the settings are others and can be read."""
    try:
        project = config.find(start)
    except HabarError:
        project = watch.project
    if project.locales != watch.project.locales:
        watch = Watch(project)
    watch.learn()
    return watch


def _is_due(project: Project) -> bool:
    return build.embargo_ended(project, datetime.now(tz=UTC))


def _fault(found: Problem) -> Fault:
    return Fault(str(found.place), found.code, found.message, found.hint or RULES[found.code].remedy)
