"""What a build has to make: the bulletins whose inputs are not what they were, or everything."""

from __future__ import annotations

import time
from datetime import datetime

from i18n import files, state
from i18n.config import Project
from i18n.workflow import bulletins, keeping
from i18n.workflow.bulletins import SourceFile, folders_of
from i18n.workflow.climate import climate
from i18n.workflow.making import is_due

MANIFEST = ".manifest"
"""In ``output/``: the files that the last build put there, one a line. Nothing else is ever removed."""
LISTING, SHARED = "/listing", "/shared"
"""Owners of results beside the bulletins. No id begins with a slash."""
_AGAIN = "sources are listed again"
"""A fact of the state: folders in them, or files in each other's way, are looked at in every build."""


class Due:
    """What is known of the last build, compared with what is there now."""

    def __init__(self, project: Project, store: state.Store, now: datetime | None) -> None:
        self._project, self._store, self._now = project, store, now
        self.begin = time.time_ns()
        """When this build began."""
        self.stuck: dict[str, str] = {}
        """The bulletins whose sources are in each other's way, and the name of one."""
        self.inputs = state.Inputs(store, project.root, folders_of(project))
        self._climate = climate(project)
        self._results = state.Results(store)

    def find(self, *, thorough: bool = False) -> tuple[bool, dict[str, SourceFile | None]]:
        """Whether everything has to be made; else the bulletins that have to be, None for one that is no more.

        :param thorough: the files of the site are looked at even where something else is to be done.
        """
        another = self._is_another()
        owners = set() if another else self.inputs.owners(self.inputs.changed(self.begin))
        if another or SHARED in owners:
            return self._everything()
        due: dict[str, SourceFile | None] = {}
        if LISTING in owners or self._store.fact(_AGAIN):
            due = self._others(self._listing())
        owners |= {owner for owner, held in self._results.held().items() if is_due(held, self._now)}
        if thorough or not (due.keys() - self.stuck.keys() or owners):
            damaged = self._damaged()
            if any(owner.startswith("/") for owner in damaged):
                return self._everything()
            owners |= damaged
        for owner in owners:
            if not owner.startswith("/") and owner not in due:
                due[owner] = self.source(owner)
        return False, due

    def _everything(self) -> tuple[bool, dict[str, SourceFile | None]]:
        self._store.forget()
        self.inputs.changed(self.begin)
        sources = self._listing()
        gone = self._known().keys() - sources.keys()
        return True, {**sources, **dict.fromkeys(gone)}

    def _damaged(self) -> set[str]:
        """Whose files are no longer as the last build left them."""
        output, built = self._project.output, int(self._store.fact("built") or 0)
        found = ((owner, size, files.stamp(f"{output}/{name}")) for owner, name, size in self._results.made())
        return {owner for owner, size, stamp in found if stamp.size != size or stamp.mtime > built}

    def _is_another(self) -> bool:
        """Whether what is kept is of another program, of other settings, or of another site."""
        if self._store.doubtful or self._store.fact("climate") != self._climate:
            return True
        return self._store.fact("manifest") != self._manifest()

    def _manifest(self) -> str:
        path = self._project.output / MANIFEST
        known = self._store.fact("manifest")
        stamp, _, digest = known.rpartition(" ")
        found = files.stamp(path)
        return known if digest and stamp == repr(found) else f"{found!r} {files.seen(str(path)).digest.hex()}"

    def _listing(self) -> dict[str, SourceFile]:
        """Every source by its id."""
        with files.recording() as record:
            sources, problems = bulletins.listing(self._project)
            self.stuck = bulletins.stuck(problems, sources)
            nested = set(files.folders(self._project.sources)) - sources.keys()
        self._store.remember(_AGAIN, "yes" if nested or self.stuck else "")
        self._results.put(state.Result(LISTING, "1", remarks=keeping.remarks_of(problems, [])), {})
        self.inputs.use(LISTING, record, self.begin)
        return sources

    def _others(self, sources: dict[str, SourceFile]) -> dict[str, SourceFile | None]:
        """The bulletins that came or are another file now, and those that are no more."""
        known = self._known()
        due: dict[str, SourceFile | None] = {
            bulletin: file for bulletin, file in sources.items() if known.get(bulletin) != file.name
        }
        return due | dict.fromkeys(known.keys() - sources.keys())

    def _known(self) -> dict[str, str]:
        """The bulletins of the last build with their files."""
        return {owner: file for owner, file in self._results.files().items() if not owner.startswith("/")}

    def source(self, bulletin: str) -> SourceFile:
        return SourceFile(bulletin, self._results.file(bulletin) or "")

    def keep(self) -> None:
        """Remembers what the site was made from."""
        self._store.remember("climate", self._climate)
        self._store.remember("built", str(time.time_ns()))
        self._store.remember("manifest", self._manifest())
        self.inputs.keep()
        self._store.save()
