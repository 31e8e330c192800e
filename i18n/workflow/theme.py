"""A project's theme from its folder: templates, and below ``static/`` what pages load."""

from __future__ import annotations

import os

from i18n import files, publish
from i18n.config import Project
from i18n.model import Place
from i18n.patterns import late
from i18n.problems import HabarError, Problem, problem

STATIC = "static"
STYLE = "theme.css"
"""Its rules are added to those of the site's style sheet."""
_NAME = late(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*\Z")
_TEMPLATE = ".html"


def load(project: Project, problems: list[Problem]) -> publish.Theme:
    """The theme of a project; a plain one where it has none. What nothing uses is warned of (H310).

    :raises HabarError: H311, the folder is missing although the settings name it, or leads out of the project;
        H501, a file cannot be read.
    """
    folder = project.theme or "theme"
    path = project.root / folder
    if not files.there(path) or not path.is_dir():
        if project.theme or os.path.lexists(path):
            raise HabarError(problem("H311", Place(folder), "there is no such folder"))
        return publish.PLAIN
    for inside in (path, path / STATIC):
        if not os.path.realpath(inside).startswith(os.path.realpath(project.root) + os.sep):
            raise HabarError(problem("H311", Place(folder), "it leads to a place outside of the project"))
    style = _bytes(project, f"{folder}/{STYLE}") if STYLE in files.names(path) else b""
    theme = publish.Theme(folder, _templates(project, folder), _static(project, folder), style)
    problems += [problem("H310", Place(f"{folder}/{name}"), message) for name, message in _unused(project, theme)]
    return theme


def _templates(project: Project, folder: str) -> dict[str, str]:
    names = [name for name in files.names(project.root / folder) if _NAME.match(name) and name.endswith(_TEMPLATE)]
    return {name: _text(project, f"{folder}/{name}") for name in names}


def _text(project: Project, name: str) -> str:
    data = _bytes(project, name)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        place = Place(name, data[: error.start].count(b"\n") + 1)
        raise HabarError(problem("H301", place, "the file is not UTF-8")) from error


def _bytes(project: Project, name: str) -> bytes:
    if os.path.islink(project.root / name):
        raise HabarError(problem("H501", Place(name), "it is a link: put the file itself there"))
    return files.read_bytes(project.root / name, name)


def _static(project: Project, folder: str) -> dict[str, bytes]:
    names = [name for name in files.names(project.root / folder / STATIC) if _NAME.match(name)]
    return {name: _bytes(project, f"{folder}/{STATIC}/{name}") for name in names}


def _unused(project: Project, theme: publish.Theme) -> list[tuple[str, str]]:
    """Files of the theme that no page comes to, each with the reason."""
    folder = project.root / theme.folder
    found = [(name, "no template refers to it, and habar has none of this name") for name in publish.strangers(theme)]
    others = (name for name in files.names(folder) if name not in theme.templates and name != STYLE)
    found += [(name, f"only templates (.html) and {STYLE} are looked for here") for name in others]
    odd = [name for name in files.names(folder / STATIC) if name not in theme.static]
    return found + [(f"{STATIC}/{name}", "its name cannot be an address") for name in odd]
