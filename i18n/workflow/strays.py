"""What lies in a project's folders and is read by nobody: it would be missing without a word."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from pathlib import Path

from i18n import files, formats, images
from i18n.config import Project
from i18n.model import Place
from i18n.problems import Problem, problem

_OF_ALL_LANGUAGES = ("memory", "templates")
"""Folders in ``locales/`` that are none of a language's."""
_BEGINNING = 4096
"""Bytes of an XML file that tell whether it only holds ITS rules for others."""


def strays(project: Project, ids: Set[str], settings: Set[str]) -> Iterator[Problem]:
    """Folders below ``sources/`` that nobody reads, settings without a bulletin, folders of other languages.

    :param ids: of all files in ``sources/`` but settings, whether they can be read or not.
    :param settings: the ids that settings are for.
    """
    for name in files.folders(project.sources):
        folder = Place(f"sources/{name}")
        if name in ids:  # with the images and attachments of this bulletin
            continue
        if found := _first_bulletin(project, f"sources/{name}"):
            yield problem("H118", folder, f"this folder is not read, and {found} is in it")
        elif found := _first_image(project.sources / name):
            yield problem("H338", folder, f"there is no bulletin {name!r}, and {found} is in its folder")
    for name in sorted(settings - ids):
        yield problem("H119", Place(f"sources/{name}.toml"), f"there is no bulletin {name!r}")
    for name in files.folders(project.root / "locales"):
        if name not in _OF_ALL_LANGUAGES and name not in project.locales:
            message = f"{name!r} is none of the languages in {project.settings}: nothing in this folder is read"
            yield problem("H521", Place(f"locales/{name}"), message)


def _first_image(folder: Path) -> str | None:
    return next((name for name in files.names(folder) if name.rpartition(".")[2].lower() in images.KINDS), None)


def _first_bulletin(project: Project, folder: str) -> str | None:
    """A file in a folder, or below it, that would be a bulletin in ``sources/`` itself."""
    for place, folders, names in os.walk(project.root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            known = None if name.startswith(".") else formats.for_name(name)
            if known and not (known.name == "xml" and _is_rules(os.path.join(place, name))):
                return os.path.relpath(os.path.join(place, name), project.root / folder).replace(os.sep, "/")
    return None


def _is_rules(path: str) -> bool:
    """Whether an XML file holds ITS rules: sources may link such files wherever they lie."""
    begin = files.beginning(path, _BEGINNING)
    return b"http://www.w3.org/2005/11/its" in begin and b"rules" in begin
