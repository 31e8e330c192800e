"""Noticing that a file of a project was saved: by a look at the stamps of all that the last build was made from."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple

from i18n import files, state
from i18n.config import Project
from i18n.workflow.bulletins import folders_of

_PAUSE = 0.1
"""Seconds between two looks, at least."""
_SHARE = 8
"""So many times as long as a look takes, nothing is done: it costs a ninth of one core, however large the project."""
_QUIET = 0.06
"""Seconds without a change after which a series of saves is over."""
_LONGEST = 0.5
"""Seconds that are waited for that, at most."""


class _Sight(NamedTuple):
    folders: Mapping[str, files.Look]
    others: Mapping[str, files.Stamp]

    def differs(self, before: _Sight) -> bool:
        """Whether any file is another one."""
        return self.others != before.others or any(
            look.others(before.folders[folder]) for folder, look in self.folders.items()
        )


_NOTHING = _Sight({}, {})


class Watch:
    """The files of a project as they are now. What is saved from now on is noticed, even while a build runs."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._others: set[str] = set()
        self._folders = folders_of(project)
        self._seen = _NOTHING
        self._seen = self._look()

    def learn(self) -> None:
        """After a build: what it was made from counts, too."""
        with state.opened(self.project.root) as store:
            known = state.Inputs(store, self.project.root, self._folders).alone()
        self._others = {*known, self.project.settings}
        now = self._look()
        self._seen = _Sight(self._seen.folders, {**now.others, **self._seen.others})

    def wait(self, longest: float) -> bool:
        """Returns True once something was saved and nothing more has come for a moment; False after so many seconds."""
        until = time.monotonic() + longest
        while time.monotonic() < until:
            begin = time.thread_time()  # what a look costs, however busy the machine is
            before, self._seen = self._seen, self._look()  # of the same files, more may be known
            if self._seen.differs(before):
                self._settle()
                return True
            time.sleep(max(_PAUSE, _SHARE * (time.thread_time() - begin)))
        return False

    def _settle(self) -> None:
        until = time.monotonic() + _LONGEST
        while time.monotonic() < until:
            time.sleep(_QUIET)
            before, self._seen = self._seen, self._look()
            if not self._seen.differs(before):
                return

    def _look(self) -> _Sight:
        root = self.project.root
        return _Sight(
            {
                folder: files.look(f"{root}/{folder}", self._seen.folders.get(folder, files.NO_LOOK))
                for folder in self._folders
            },
            {path: files.stamp(f"{root}/{path}") for path in self._others},
        )
