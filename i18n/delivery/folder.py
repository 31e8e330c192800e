"""A folder as the target: every release in a folder of its own, and ``current``, a symbolic link to the live one.

The web server serves ``current``. Publishing makes a new folder beside the others, writes it to the disk, and then lets
``current`` point to it with one rename. Unchanged files are hard links to those of the release before.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from i18n import files
from i18n.delivery.carrying import with_carried
from i18n.delivery.release import (
    Outcome,
    Release,
    Shipment,
    again,
    before,
    in_the_way,
    next_of,
    nothing_before,
    outdated,
    read_record,
)
from i18n.model import Place
from i18n.problems import HabarError, problem

CURRENT, RELEASES = "current", "releases"
_UNFINISHED = ".unfinished"
"""Where a release grows. What a killed run left there is removed by the next one."""


class Folder:
    """A folder on this machine, or one that is mounted."""

    def __init__(self, root: Path, waiting: Callable[[str], object] = str) -> None:
        """``waiting`` is told who publishes to the folder at the same time, where somebody does."""
        self._root = root
        self._waiting = waiting
        self.shown = root.as_posix()

    def publish(self, shipment: Shipment, keep: int) -> Outcome:
        """Puts a shipment live.

        :param keep: how many releases stay, this one among them.
        :raises HabarError: H371 to H375 with the reason; what was live before is live still.
        """
        self._refuse_release()
        with self._locked():
            known = self._known()
            return self._go_live(next_of(known, self._live(known), shipment), shipment.folder, known, keep)

    def rollback(self, keep: int) -> Outcome:
        """Puts the release before the live one live again.

        :raises HabarError: H373, there is none; and as ``publish``.
        """
        self._refuse_release()
        if not self._root.exists():  # and it is not made for that
            raise nothing_before(self.shown)
        with self._locked():
            known = self._known()
            old = before(known, self._live(known), self.shown)
            release = again(known, old)
            return self._go_live(release, self._root / RELEASES / old.name, known, keep)

    def _refuse_release(self) -> None:
        """Stops where the folder is a part of what was published before, such as what the web server serves.

        :raises HabarError: H377
        """
        place = Path(os.path.realpath(self._root))
        for folder in (place, *place.parents):
            inside = place.relative_to(folder).parts
            if folder.name == RELEASES and (folder.parent / CURRENT).is_symlink():
                records = [f"{inside[0]}.json"] if inside else files.names(folder)
                if any(name.endswith(".json") and (folder / name).is_file() for name in records):
                    message = f"this folder is a part of what was published to {folder.parent.as_posix()}"
                    raise HabarError(problem("H377", Place(self.shown), message, hint="give that folder"))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with _told(self.shown):
            self._root.mkdir(parents=True, exist_ok=True)
            owner = f"a publication, process {os.getpid()}"
            with files.locked(self._root, owner, self._waiting):
                yield

    def _known(self) -> dict[int, Release]:
        """The releases that are there, by number."""
        folder = self._root / RELEASES
        found: dict[int, Release] = {}
        for name in files.names(folder):
            if name.endswith(".json") and (folder / name.removesuffix(".json")).is_dir():
                shown = f"{self.shown}/{RELEASES}/{name}"
                release = read_record(files.read_bytes(folder / name, shown), shown)
                found[release.number] = release
        return found

    def _live(self, known: Mapping[int, Release]) -> Release | None:
        link = self._root / CURRENT
        if not link.is_symlink():
            if link.exists():
                raise in_the_way([CURRENT], self.shown)
            return None
        name = Path(os.readlink(link)).name
        return next((release for release in known.values() if release.name == name), None)

    def _go_live(self, release: Release, source: Path, known: Mapping[int, Release], keep: int) -> Outcome:
        live = self._live(known)
        old = self._root / CURRENT
        foreign = sorted(set(_below(old)) - set(live.files if live else ())) if old.exists() else []
        release = with_carried(release, source, old, foreign, f"{self.shown}/{CURRENT}")
        try:
            self._make(release, source, live)
        except BaseException:  # an interrupt, too: room on a full disk is given back
            shutil.rmtree(self._root / RELEASES / _UNFINISHED, ignore_errors=True)
            raise
        self._switch(release)
        outcome = Outcome(live, release)
        for each in outdated({**known, release.number: release}, release, keep):
            try:
                self._clear(each, release)
            except OSError as error:
                outcome.problems.append(problem("H376", Place(self.shown), f"{each.name} stays: {error}"))
        return outcome

    def _make(self, release: Release, source: Path, live: Release | None) -> None:
        """The folder of a release, whole and on the disk."""
        folder, growing = self._root / RELEASES, self._root / RELEASES / _UNFINISHED
        shutil.rmtree(growing, ignore_errors=True)
        growing.mkdir(parents=True)
        same = dict(live.files) if live else {}
        made: set[str] = set()
        kept = set(release.kept)
        for name, digest in release.files.items():
            _folder_of(growing, name, made)
            origin = self._root / CURRENT if name in kept else source
            _put(
                origin / name, digest, self._root / CURRENT / name if same.get(name) == digest else None, growing / name
            )
        for name in release.carried:
            _folder_of(growing, name, made)
            _carry(self._root / CURRENT / name, growing / name)
        for name in _empty(self._root / CURRENT):
            with suppress(FileExistsError, NotADirectoryError):  # a file of the site is there now
                (growing / name).mkdir(parents=True, exist_ok=True)
        files.write(folder, f"{release.name}.json", release.record())
        os.sync()
        growing.rename(folder / release.name)

    def _switch(self, release: Release) -> None:
        """Lets ``current`` point to the release, in one step."""
        fresh = self._root / f".{CURRENT}.tmp"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(f"{RELEASES}/{release.name}", target_is_directory=True)
        fresh.replace(self._root / CURRENT)
        files.sync_folder(self._root)

    def _clear(self, old: Release, live: Release) -> None:
        """Removes an old release, but for what somebody put into it that is nowhere else."""
        folder = self._root / RELEASES
        for name in _below(folder / old.name):
            path, newer = folder / old.name / name, folder / live.name / name
            if name in old.files or name in old.carried or (newer.exists() and path.samefile(newer)):
                path.unlink()
        for place, _, _ in os.walk(folder / old.name, topdown=False):
            if not any(os.scandir(place)):
                os.rmdir(place)
        (folder / f"{old.name}.json").unlink()


def _below(folder: Path) -> Iterator[str]:
    """Every file below a folder, and every link, by its path in it."""
    for place, folders, names in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        yield from (f"{prefix}{name}" for name in (*names, *links))


def _empty(folder: Path) -> Iterator[str]:
    """Every folder with nothing in it, by its path. habar makes none: somebody wants to put something there."""
    for place, folders, names in os.walk(folder):
        if not folders and not names:
            yield os.path.relpath(place, folder)


def _folder_of(root: Path, name: str, made: set[str]) -> None:
    parent = name.rpartition("/")[0]
    if parent and parent not in made:
        (root / parent).mkdir(parents=True, exist_ok=True)
        made.add(parent)


def _put(source: Path, digest: str, known: Path | None, target: Path) -> None:
    """A file of the release: a link to the same file of the one before, or a copy.

    :raises HabarError: H374, the file changed while it was published.
    """
    data = source.read_bytes()
    if sha256(data).hexdigest() != digest:
        message = "this file is another one than a moment ago"
        raise HabarError(problem("H374", Place(source.as_posix()), message))
    if known and known.is_file() and not known.is_symlink() and known.read_bytes() == data:
        try:
            os.link(known, target)
        except OSError:  # a file system without such links, or one that has no more of them
            target.write_bytes(data)
    else:
        target.write_bytes(data)


def _carry(source: Path, target: Path) -> None:
    """The same file of somebody else in another release."""
    if source.is_symlink():
        target.symlink_to(os.readlink(source))
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """What the file system says, in words."""
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        message = f"the site cannot be put there: {error.strerror or error}{where}"
        raise HabarError(problem("H375", Place(shown), message)) from error
