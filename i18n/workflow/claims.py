"""Which bulletins have which former ids, over all bulletins: an alias that two of them have leads to neither."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from i18n import state
from i18n.config import Project
from i18n.model import LocaleTag, Place
from i18n.problems import Problem, problem
from i18n.publish import bulletin_path
from i18n.workflow import aliases

_FACT = "aliases"
Contested = Mapping[str, Sequence[str]]
"""The aliases that more than one bulletin has, with these bulletins."""


class Claims:
    """The aliases of all bulletins, as the last build knew them, and as they become."""

    def __init__(self, store: state.Store) -> None:
        self._store = store
        self._known: dict[str, list[str]] = json.loads(store.fact(_FACT) or "{}")
        self._before = self.contested()

    def take(self, bulletin: str, former: Iterable[str]) -> None:
        """The bulletin's aliases from now on."""
        self._known.pop(bulletin, None)
        if found := list(former):
            self._known[bulletin] = found

    def contested(self) -> Contested:
        owners = defaultdict(list)
        for bulletin in sorted(self._known):
            for alias in self._known[bulletin]:
                owners[alias].append(bulletin)
        return {alias: found for alias, found in owners.items() if len(found) > 1}

    def changed(self) -> set[str]:
        """The bulletins of whose aliases others are contested now than before, or by others."""
        now = self.contested()
        moved = {alias for alias in {**now, **self._before} if now.get(alias) != self._before.get(alias)}
        return {bulletin for bulletin, former in self._known.items() if moved.intersection(former)}

    def keep(self) -> None:
        self._store.remember(_FACT, json.dumps(self._known, sort_keys=True) if self._known else "")


def redirects(former: Iterable[str], contested: Contested, locales: Iterable[LocaleTag]) -> tuple[str, ...]:
    """The folders of the redirects of those aliases that are contested."""
    return tuple(f"{locale}/{bulletin_path(alias)}/" for alias in former if alias in contested for locale in locales)


def problems(project: Project, bulletin: str, former: Iterable[str], contested: Contested) -> Iterator[Problem]:
    """H312 for every alias of a bulletin that others have, too."""
    for alias in former:
        if alias in contested:
            others = ", ".join(other for other in contested[alias] if other != bulletin)
            message = f"{alias!r} is an alias of {others}, too: it leads to neither"
            yield aliases.taken(project, bulletin, alias, message)


def renamed(new: str, name: str, old: str) -> Problem:
    """H386: what is said of a bulletin with the text of one that is gone.

    :param name: of its source.
    """
    message = f"it has the text of {old}, which is gone: addresses that readers know lead nowhere now"
    return problem("H386", Place(name), message, hint=f'write into sources/{new}.toml: aliases = ["{old}"]')
