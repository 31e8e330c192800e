"""``habar init``: a new project that works at once."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from i18n import files
from i18n.model import Place
from i18n.problems import HabarError, problem

_RENAMED = {"gitignore": ".gitignore"}
"""A name with a dot would be left out by tools that pack the distribution."""


def run(folder: Path) -> list[str]:
    """Starts a project in ``folder``, which is made where it is missing. Returns the names of its files.

    :raises HabarError: H508 where a file of the project is there already or the folder cannot be made; nothing is
        written then.
    """
    scaffold = dict(_files(resources.files("i18n") / "data" / "init", ""))
    taken = [name for name in sorted(scaffold) if (folder / name).exists()]
    if taken:
        raise HabarError(*(problem("H508", Place(str(folder / name)), "this file is there already") for name in taken))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror}"
        raise HabarError(problem("H508", Place(str(folder)), message)) from error
    for name, data in scaffold.items():
        files.write(folder, name, data)
    return sorted(scaffold)


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = prefix + _RENAMED.get(item.name, item.name)
        found += _files(item, f"{name}/") if item.is_dir() else [(name, item.read_bytes())]
    return found
