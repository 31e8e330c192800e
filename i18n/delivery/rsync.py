"""A server that rsync reaches as the target. It needs nothing there but rsync, or its daemon.

As in a folder, every release has a folder of its own, and ``current`` is a symbolic link to the one that is live. A
release is uploaded beside the others, unchanged files as hard links. Then the link is sent: rsync makes a new one and
renames it over the old one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from i18n.delivery.carrying import parents, with_carried
from i18n.delivery.folder import CURRENT, RELEASES
from i18n.delivery.release import Outcome, Release, Shipment, again, before, in_the_way, next_of, outdated, read_record
from i18n.model import Place
from i18n.problems import HabarError, problem

_LISTED = ("--from0", "--files-from=-")
_PATIENCE = 300
"""Seconds without a byte after which the other side counts as gone."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What is there."""

    folder: Path
    """For what is fetched, until the end."""
    link: str
    """Where ``current`` points to; empty where there is none."""
    known: dict[int, Release]
    live: Release | None


class Rsync:
    """A folder on a server."""

    def __init__(self, address: str) -> None:
        """
        :raises HabarError: H377, rsync is not installed.
        """
        self.shown = address.rstrip("/")
        self._program = shutil.which("rsync") or ""
        if not self._program:
            raise HabarError(problem("H377", Place(address), "this address needs the program rsync"))

    def publish(self, shipment: Shipment, keep: int) -> Outcome:
        """Puts a shipment live.

        :param keep: how many releases stay, this one among them.
        :raises HabarError: H371 to H375, or H378; what was live before is live still.
        """
        with self._looking() as look:
            return self._go_live(look, next_of(look.known, look.live, shipment), shipment.folder, keep)

    def rollback(self, keep: int) -> Outcome:
        """Puts the release before the live one live again.

        :raises HabarError: H373, there is none; and as ``publish``.
        """
        with self._looking() as look:
            old = before(look.known, look.live, self.shown)
            release = again(look.known, old)
            source = look.folder / "old"
            source.mkdir()
            self._run("-rl", f"{self.shown}/{RELEASES}/{old.name}/", f"{source}/")
            return self._go_live(look, release, source, keep)

    @contextmanager
    def _looking(self) -> Iterator[_Look]:
        with tempfile.TemporaryDirectory(prefix="habar-") as name:
            folder = Path(name)
            (folder / "empty").mkdir()
            self._run("-d", f"{folder}/empty/", f"{self.shown}/")  # makes the folder, if it is the last one that lacks
            names = (f"/{RELEASES}/", f"/{RELEASES}/*.json", f"/{CURRENT}")
            wanted = [f"--include={name}" for name in names]
            self._run("-rl", *wanted, "--exclude=*", f"{self.shown}/", f"{folder}/there/")
            known = self._known(folder / "there" / RELEASES)
            link = self._link(folder / "there")
            live = next((release for release in known.values() if release.name == Path(link).name), None)
            yield _Look(folder, link, known, live)

    def _known(self, folder: Path) -> dict[int, Release]:
        paths = sorted(folder.glob("*.json"))
        found = (read_record(path.read_bytes(), f"{self.shown}/{RELEASES}/{path.name}") for path in paths)
        return {release.number: release for release in found}

    def _link(self, folder: Path) -> str:
        link = folder / CURRENT
        if link.exists() and not link.is_symlink():
            raise in_the_way([CURRENT], self.shown)
        return str(link.readlink()) if link.is_symlink() else ""

    def _go_live(self, look: _Look, release: Release, source: Path, keep: int) -> Outcome:
        foreign = self._foreign(look)
        release = with_carried(release, source, look.folder / "foreign", foreign, f"{self.shown}/{CURRENT}")
        if release.kept:
            self._fetch(f"{self.shown}/{CURRENT}/", f"{look.folder}/kept/", list(release.kept))
        self._upload(look, release, source)
        self._switch(look, release)
        outcome = Outcome(look.live, release)
        for old in outdated({**look.known, release.number: release}, release, keep):
            if not self._clear(look, old, release):
                message = f"{old.name} stays, because other people's files are in it"
                outcome.problems.append(problem("H376", Place(self.shown), message))
        return outcome

    def _foreign(self, look: _Look) -> list[str]:
        """What somebody else put into the site. It is fetched."""
        if not look.link:
            return []
        own = look.live.files if look.live else {}
        found = sorted(set(self._names(look, CURRENT)) - set(own))
        (look.folder / "foreign").mkdir()
        self._fetch(f"{self.shown}/{CURRENT}/", f"{look.folder}/foreign/", found)
        return found

    def _fetch(self, source: str, folder: str, names: list[str]) -> None:
        """Some files of a folder there. They are asked for by patterns: of a list, a daemon without a root of its own
        (``use chroot = no``, rsync 3.5.0) says that they have vanished, unless they lie in the folder that it offers.
        """
        folders = {f"{parent}/" for name in names for parent in parents(name)}
        wanted = [_pattern(name) for name in sorted({*folders, *names})]
        self._run("-rl", "--from0", "--include-from=-", "--exclude=*", source, folder, listed=wanted)

    def _names(self, look: _Look, folder: str) -> list[str]:
        """Every file below a folder of the target."""
        out = self._run("-rln8", "--out-format=%n", f"{self.shown}/{folder}/", f"{look.folder}/empty/")
        return [_name(line) for line in out.split("\n") if line and not line.endswith("/")]

    def _upload(self, look: _Look, release: Release, source: Path) -> None:
        place = f"{self.shown}/{RELEASES}/{release.name}/"
        first = look.folder / "first" / RELEASES / release.name
        first.mkdir(parents=True)
        self._run("-r", f"{look.folder}/first/", f"{self.shown}/")  # rsync makes one folder at a time
        same = [f"--link-dest=../../{CURRENT}/"] if look.link else []
        self._run(
            "-rl", "--checksum", *same, *_LISTED, f"{source}/", place, listed=release.files.keys() - set(release.kept)
        )
        if release.kept:
            self._run("-rl", "--checksum", *same, *_LISTED, f"{look.folder}/kept/", place, listed=release.kept)
        if release.carried:
            self._run("-rl", "--checksum", *_LISTED, f"{look.folder}/foreign/", place, listed=release.carried)
        record = look.folder / f"{release.name}.json"
        record.write_bytes(release.record())
        self._run("-r", str(record), f"{self.shown}/{RELEASES}/")

    def _switch(self, look: _Look, release: Release) -> None:
        """Lets ``current`` point to the release, unless somebody else published in the meantime."""
        seen = look.folder / "seen"
        self._run("-l", "-r", f"--include=/{CURRENT}", "--exclude=*", f"{self.shown}/", f"{seen}/")
        if self._link(seen) != look.link:
            message = "somebody else published there in the meantime"
            raise HabarError(problem("H378", Place(self.shown), message, hint="run the command again"))
        fresh = look.folder / "fresh" / CURRENT
        fresh.parent.mkdir()
        fresh.symlink_to(f"{RELEASES}/{release.name}", target_is_directory=True)
        self._run("-l", str(fresh), f"{self.shown}/")

    def _clear(self, look: _Look, old: Release, live: Release) -> bool:
        """Removes an old release, unless somebody put something into it that is nowhere else."""
        if set(self._names(look, f"{RELEASES}/{old.name}")) - set(old.files) - set(old.carried) - set(live.carried):
            return False
        wanted = [f"--include=/{old.name}/***", f"--include=/{old.name}.json", "--exclude=*"]
        self._run("-r", "--delete", *wanted, f"{look.folder}/empty/", f"{self.shown}/{RELEASES}/")
        return True

    def _run(self, *arguments: str, listed: Iterable[str] | None = None) -> str:
        """What rsync prints.

        :param listed: the files that are meant, for ``_LISTED``.
        :raises HabarError: H375 with what it says.
        """
        names = None if listed is None else "".join(f"{name}\0" for name in listed).encode("utf-8", "surrogateescape")
        command = [self._program, f"--timeout={_PATIENCE}", *arguments]
        ran = subprocess.run(command, input=names, capture_output=True, check=False)  # noqa: S603 - no shell
        if ran.returncode:
            said = " ".join(ran.stderr.decode("utf-8", "replace").split()) or f"it ended with status {ran.returncode}"
            raise HabarError(problem("H375", Place(self.shown), f"the site cannot be put there: {said}"))
        return ran.stdout.decode("utf-8", "surrogateescape")


def _name(line: str) -> str:
    """A name as it is, from how rsync prints it: a byte that is no letter as ``\\#012``."""
    data = re.sub(rb"\\#([0-7]{3})", _byte, line.encode("utf-8", "surrogateescape"))
    return data.decode("utf-8", "surrogateescape")


def _byte(spelled: re.Match[bytes]) -> bytes:
    return bytes([int(spelled[1], 8) & 255])


def _pattern(name: str) -> str:
    """What fits this file, counted from the folder, and no other. Backslashes count only beside other wild cards."""
    return "/" + (re.sub(r"[\\*?[]", r"\\\g<0>", name) if re.search(r"[*?[]", name) else name)
