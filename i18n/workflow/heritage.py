"""A bulletin that was renamed: it has no catalogs, and somewhere lie those of a bulletin that is no more."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from i18n import catalogs, files
from i18n.config import Project
from i18n.ids import SITE
from i18n.model import Catalog, Entry, LocaleTag, Place
from i18n.problems import Problem, problem
from i18n.workflow import bulletins
from i18n.workflow.reading import collecting

_ENOUGH = 0.5
"""The share of a bulletin's texts that a catalog has to hold to be taken for its own under another name."""


@dataclass(frozen=True, slots=True)
class Heritage:
    """The catalogs without a bulletin."""

    project: Project
    bulletins: Set[str]
    """The ids of all sources."""

    def of(self, bulletin: str, locale: LocaleTag, fresh: Sequence[Entry], problems: list[Problem]) -> Catalog | None:
        """The catalog that a bulletin without one takes its translations from; its file stays as it is.

        :param problems: gets what is to be told of it, and which catalog cannot be read: it may have been the one.
        """
        wanted = {entry.key for entry in fresh}
        best, most = None, _ENOUGH * len(wanted) - 1
        for name in self._left(locale):
            old = None
            with collecting(problems):
                old = bulletins.read_catalog(self.project, name, locale)
            shared = sum(entry.key in wanted for entry in old.entries if any(entry.msgstrs)) if old else 0
            if old and shared and shared > most:
                best, most = old, shared
        if best is None:
            return None
        problems.append(self._told(best, bulletin, locale))
        return catalogs.with_header_field(replace(best, id=bulletin), "Project-Id-Version", bulletin)

    def _left(self, locale: LocaleTag) -> list[str]:
        folder = (self.project.root / self.project.catalog(SITE, locale)).parent
        names = [name.removesuffix(".po") for name in files.names(folder) if name.endswith(".po")]
        return [name for name in names if name != SITE and name not in self.bulletins]

    def _told(self, old: Catalog, bulletin: str, locale: LocaleTag) -> Problem:
        message = f"its translations were taken from {old.place.path}, whose bulletin is no more"
        return problem("H224", Place(self.project.catalog(bulletin, locale)), message)
