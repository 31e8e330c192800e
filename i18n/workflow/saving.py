"""Writing a catalog back while a translator may be at work on the same file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec, TypeVar

from i18n import catalogs, files
from i18n.config import Project
from i18n.model import Catalog, Place
from i18n.problems import HabarError, problem

_TRIES = 5
_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def settled(bring_up: Callable[_Given, _Made], *given: _Given.args, **more: _Given.kwargs) -> _Made:
    """Brings a catalog up; where a translator saves it in the meantime, begins again from what was saved.

    :param bring_up: reads the catalog and calls ``save``.
    :raises HabarError: H502, the file never rests.
    """
    for _ in range(_TRIES - 1):
        with suppress(files.StaleError):
            return bring_up(*given, **more)
    try:
        return bring_up(*given, **more)
    except files.StaleError as error:
        message = "another program writes to this file again and again"
        raise HabarError(problem("H502", Place(str(error)), message)) from error


def save(project: Project, name: str, catalog: Catalog, old: Catalog | None) -> bool:
    """Writes a catalog that was made from ``old``, if the file still is that. Returns whether a byte changed.

    :raises StaleError: the file is another one by now.
    """
    if catalog == old:
        return False
    was = catalogs.render(old) if old else None
    return files.write(project.root, name, catalogs.render(catalog), was=was)
