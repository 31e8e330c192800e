"""Ids that bulletins had before: none of them may be another bulletin's, now or before."""

from __future__ import annotations

from i18n import files, ids
from i18n.config import Project
from i18n.model import Document, Place
from i18n.problems import HabarError, Problem, problem


def refuse_living(project: Project, bulletin: str, aliases: tuple[str, ...]) -> None:
    """Stops a bulletin that would lead readers away from another one.

    :raises HabarError: H312 for every alias that is the id of a source.
    """
    living = {ids.of_file(name) for name in files.names(project.sources) if not name.endswith(".toml")}
    found = [alias for alias in aliases if alias in living]
    if found:
        raise HabarError(*(taken(project, bulletin, alias, f"{alias!r} is the id of a bulletin") for alias in found))


class Aliases:
    """The former ids of all bulletins, to tell which of them two bulletins claim."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._owners: dict[str, str] = {}

    def add(self, document: Document) -> list[Problem]:
        """H312 for every alias of the bulletin that another one has, too."""
        return [
            taken(self._project, document.id, alias, f"{alias!r} is an alias of {owner}, too")
            for alias in document.aliases
            if (owner := self._owners.setdefault(alias, document.id)) != document.id
        ]


def taken(project: Project, bulletin: str, alias: str, message: str) -> Problem:
    """H312 at the line of the settings that names the alias."""
    name = f"sources/{bulletin}.toml"
    text = files.read_bytes(project.root / name, name).decode("utf-8-sig", "replace")
    line = next((number for number, line in enumerate(text.splitlines(), start=1) if alias in line), None)
    return problem("H312", Place(name, line), message)
