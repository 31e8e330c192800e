"""The index of the search, made when the site is finished: the last step of a build."""

from __future__ import annotations

from pathlib import Path

from i18n import files, search, state
from i18n.config import Project
from i18n.problems import Problem
from i18n.workflow.reading import collecting

FOLDER = "pagefind"
"""Below ``output/``. What is in it is the index's; nothing else is looked at."""
_LEDGER = ".manifest"
_MADE = "search index"
"""Under this name the state knows whether the index is that of the pages. It is saved together with what they are."""


def wanted(project: Project) -> bool:
    """Whether the site has a search: the project asks for it, and what makes the index is installed."""
    return project.search and search.available()


def outdated(store: state.Store) -> None:
    """Pages are others: the index, as it is, is not of them."""
    store.remember(_MADE, "")


def run(project: Project) -> list[Problem]:
    """Brings the index up to date where it is not, or takes it away where none is wanted.

    Without it the site is whole: what goes wrong here is told, and the pages stay. An old index does not: it may hold
    a text that was taken back.
    """
    folder, problems = project.output / FOLDER, list[Problem]()
    with collecting(problems), state.opened(project.root) as store:
        known = files.read_if_there(folder / _LEDGER, f"output/{FOLDER}/{_LEDGER}")
        if wanted(project) and known is not None and store.fact(_MADE):
            return problems
        with collecting(problems):
            if wanted(project):
                _make(project, _names(known))
                store.remember(_MADE, "yes")
                store.save()
                return problems
        for name in (*_names(known), _LEDGER) if known is not None else ():
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
