"""The index of the search, made when the site is finished: the last step of a build."""

from __future__ import annotations

from pathlib import Path

from i18n import files, search
from i18n.config import Project
from i18n.problems import Problem
from i18n.workflow.reading import collecting

FOLDER = "pagefind"
"""Below ``output/``. What is in it is the index's; nothing else is looked at."""
_LEDGER = ".manifest"


def wanted(project: Project) -> bool:
    """Whether the site has a search: the project asks for it, and what makes the index is installed."""
    return project.search and search.available()


def run(project: Project, *, changed: bool) -> list[Problem]:
    """Brings the index up to date where pages ``changed`` or it is not there; takes it away where none is wanted.

    Without it the site is whole: what goes wrong here is told, and the pages stay.
    """
    folder, problems = project.output / FOLDER, list[Problem]()
    with collecting(problems):
        known = files.read_if_there(folder / _LEDGER, f"output/{FOLDER}/{_LEDGER}")
        if wanted(project):
            if changed or known is None:
                _make(project, _names(known))
        elif known is not None:
            for name in (*_names(known), _LEDGER):
                files.remove(folder, name)
    return problems


def _make(project: Project, before: set[str]) -> None:
    from tempfile import TemporaryDirectory  # few commands make an index

    with TemporaryDirectory(prefix="habar-search-") as place:
        search.index(project.output, Path(place), keep_names=project.base_url is None)
        made = search.needed(Path(place))
    with files.Commit(project.output / FOLDER) as commit:
        for name, data in made.items():
            commit.write(name, data)
        for name in sorted(before - made.keys()):
            commit.remove(name)
        commit.write(_LEDGER, "".join(f"{name}\n" for name in made).encode())


def _names(ledger: bytes | None) -> set[str]:
    lines = ledger.decode("utf-8", "replace").splitlines() if ledger else []
    return {name for name in lines if files.is_inside(name)}
