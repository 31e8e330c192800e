"""What a command that is told where to write must not write over: what a person made."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

from i18n import catalogs, files
from i18n.model import Place
from i18n.problems import HabarError, problem

_SETTINGS = ("habar.toml", "pyproject.toml")
_DERIVED = ("memory", "templates")
"""Folders in ``locales/`` whose files are made from others."""


def refuse_loss(target: Path, inputs: Callable[[], Collection[Path]] = tuple) -> None:
    """Whether a file may be written.

    :param inputs: gives the files that it is made from, resolved. Not asked where there is no such file yet.
    :raises HabarError: H536, it is one of these, a source, a catalog or the settings of a project, or a PO file with
        translations.
    """
    if not os.path.exists(target):  # nearly always
        return
    whole = target.resolve()
    if whole in inputs():
        reason = "it is one of the files that this is made from"
    elif whole.name in _SETTINGS or _is_of_a_project(whole):
        reason = "it is a file of a project"
    elif _has_translations(whole):
        reason = "it holds translations"
    else:
        return
    raise HabarError(problem("H536", Place(target.as_posix()), f"this file would be written over, and {reason}"))


def _is_of_a_project(whole: Path) -> bool:
    """Whether a file lies among the sources or the catalogs of a project."""
    for folder in whole.parents:
        if folder.name in ("sources", "locales") and any((folder.parent / name).is_file() for name in _SETTINGS):
            return folder.name == "sources" or whole.relative_to(folder).parts[0] not in _DERIVED
    return False


def _has_translations(whole: Path) -> bool:
    if whole.suffix.lower() != ".po":
        return False
    try:
        catalog = catalogs.parse(files.read_bytes(whole, whole.name), whole.name)
    except HabarError:
        return True  # who knows
    return any(text for entry in catalog.entries for text in entry.msgstrs)
