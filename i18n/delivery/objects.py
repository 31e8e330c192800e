"""A store of objects as the target (``s3://…`` and whatever else fsspec knows), which has no links and no renames.

Each object is put in one step, but the whole site is not. So what pages lead to goes first: styles and images, then
pages, those of bulletins before the lists that name them. Then the record is written, and what is no longer due is
deleted last. Whatever is replaced or deleted is kept under its digest, so that it can be put back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Any

from i18n.delivery.release import Outcome, Release, Shipment, again, before, in_the_way, next_of, outdated, read_record
from i18n.model import Place
from i18n.problems import HabarError, problem

_STATE = ".habar"
_LIVE, _JOURNAL, _LOCK = f"{_STATE}/live.json", f"{_STATE}/journal.json", f"{_STATE}/lock"
_FLAT = frozenset(("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci"))
_PAGES = (".html", ".xml", ".atom", ".json", ".txt")
"""What names other files. It goes live after everything else."""

Put = Callable[[str, str, str], None]
"""Puts a file, given its name, its digest and its place, from where it is to be taken."""


class Objects:
    """A place in a store."""

    def __init__(self, address: str, **options: Any) -> None:
        """``options`` are for fsspec.

        :raises HabarError: H377, nothing is installed that knows such an address; H375, the host cannot be reached.
        """
        self.shown = address
        self._made: set[str] = set()
        try:
            from fsspec.core import url_to_fs

            self._store, self._root = url_to_fs(address, use_listings_cache=False, **options)
        except OSError as error:
            raise _refused(address, error) from error
        except (ImportError, ValueError) as error:
            raise HabarError(problem("H377", Place(address), f"this address cannot be used: {error}")) from error

    def publish(self, shipment: Shipment, keep: int) -> Outcome:
        """Puts a shipment live.

        :param keep: how many releases can be gone back to, this one among them.
        :raises HabarError: H371 to H375 with the reason.
        """
        with self._locked():
            known, live = self._known(), self._live()

            release = next_of(known, live, shipment)
            kept = set(release.kept)

            def put(name: str, digest: str, place: str) -> None:
                if name in kept:
                    self._put_back(name, digest, place)
                    return
                source = shipment.folder / name
                if sha256(source.read_bytes()).hexdigest() != digest:
                    message = "this file is another one than a moment ago"
                    raise HabarError(problem("H374", Place(source.as_posix()), message))
                self._make_room(place)
                self._store.put_file(str(source), place)

            return self._go_live(release, live, known, put, keep)

    def rollback(self, keep: int) -> Outcome:
        """Puts the release before the live one live again.

        :raises HabarError: H373, there is none; and as ``publish``.
        """
        with self._locked():
            known, live = self._known(), self._live()
            old = before(known, live, self.shown)
            there = live.files if live else {}
            lost = [name for name, digest in old.files.items() if there.get(name) != digest and not self._has(digest)]
            if lost:
                raise HabarError(problem("H373", Place(self.shown), f"{lost[0]} of the earlier release is not there"))
            release = again(known, old)
            return self._go_live(release, live, known, self._put_back, keep)

    def unlock(self) -> None:
        """Takes away the lock of a run that was killed."""
        with _told(self.shown), suppress(FileNotFoundError):
            self._store.rm_file(self._path(_LOCK))

    def _has(self, digest: str) -> bool:
        """Whether what has this digest is kept, whole."""
        data = self._read(f"{_STATE}/kept/{digest}")
        return data is not None and sha256(data).hexdigest() == digest

    def _put_back(self, _name: str, digest: str, place: str) -> None:
        self._make_room(place)
        self._store.cp_file(self._kept(digest), place)

    def _make_room(self, path: str) -> None:
        """Makes the folder of a file. A store may have folders, though most have none."""
        folder = path.rpartition("/")[0]
        if folder not in self._made and not self._is_flat:
            self._store.makedirs(folder, exist_ok=True)
            self._made.add(folder)

    @property
    def _is_flat(self) -> bool:
        """Whether the store knows no folders. One that was asked for a folder might make a bucket of that name."""
        names = self._store.protocol
        return not _FLAT.isdisjoint((names,) if isinstance(names, str) else names)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _kept(self, digest: str) -> str:
        return self._path(f"{_STATE}/kept/{digest}")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with _told(self.shown):
            self._make_room(self._path(_LOCK))
            try:
                self._store.pipe_file(self._path(_LOCK), b"a publication\n", mode="create")
            except FileExistsError as error:
                message = "somebody else publishes there, or was interrupted"
                raise HabarError(problem("H378", Place(self.shown), message)) from error
            try:
                yield
            finally:
                with suppress(OSError):
                    self._store.rm_file(self._path(_LOCK))

    def _read(self, name: str) -> bytes | None:
        try:
            data: bytes = self._store.cat_file(self._path(name))
        except FileNotFoundError:
            return None
        return data

    def _live(self) -> Release | None:
        data = self._read(_LIVE)
        return read_record(data, f"{self.shown}/{_LIVE}") if data is not None else None

    def _known(self) -> dict[int, Release]:
        folder = self._path(f"{_STATE}/releases")
        names = self._store.ls(folder, detail=False) if self._store.exists(folder) else []
        found = (read_record(self._store.cat_file(name), name) for name in names if name.endswith(".json"))
        return {release.number: release for release in found}

    def _go_live(
        self, release: Release, live: Release | None, known: Mapping[int, Release], put: Put, keep: int
    ) -> Outcome:
        unfinished = self._unfinished()
        there = {**unfinished, **(live.files if live else {})}
        doubtful = {name for name in unfinished if not live or live.files.get(name) != unfinished[name]}
        self._refuse_foreign(release, there.keys() | unfinished.keys())
        self._write(_JOURNAL, json.dumps(sorted((there | dict(release.files)).items())).encode())
        done: list[str] = []
        try:
            for name in sorted(release.files, key=_order):
                if there.get(name) != release.files[name] or name in doubtful:
                    self._keep(name, live)
                    done.append(name)
                    put(name, release.files[name], self._path(name))
        except BaseException:
            self._restore(reversed(done), live)
            raise
        self._write(f"{_STATE}/releases/{release.name}.json", release.record())
        self._write(_LIVE, release.record())
        for name in sorted(there.keys() - release.files.keys()):
            self._keep(name, live)
            with suppress(FileNotFoundError):
                self._store.rm_file(self._path(name))
        self._clear({**known, release.number: release}, release, keep)
        with suppress(FileNotFoundError):
            self._store.rm_file(self._path(_JOURNAL))
        return Outcome(live, release)

    def _restore(self, names: Iterable[str], live: Release | None) -> None:
        """Puts back what a run that failed has replaced already, as far as the store still listens."""
        for name in names:
            digest = live.files.get(name) if live else None
            with suppress(Exception):
                if digest:
                    self._store.cp_file(self._kept(digest), self._path(name))
                else:
                    self._store.rm_file(self._path(name))

    def _unfinished(self) -> dict[str, str]:
        """The files that an interrupted run put there, or was about to."""
        data = self._read(_JOURNAL)
        try:
            return {str(name): str(digest) for name, digest in json.loads(data)} if data else {}
        except (ValueError, TypeError) as error:
            raise HabarError(problem("H372", Place(f"{self.shown}/{_JOURNAL}"), "it cannot be read")) from error

    def _refuse_foreign(self, release: Release, own: set[str]) -> None:
        """Stops where somebody else put something where a file of the site belongs."""
        start = len(self._root.rstrip("/")) + 1
        there = {name[start:] for name in self._store.find(self._root)}
        wrong = [
            name
            for name in sorted(there & release.files.keys() - own)
            if sha256(self._store.cat_file(self._path(name))).hexdigest() != release.files[name]
        ]
        if wrong:
            raise in_the_way(wrong, self.shown)

    def _keep(self, name: str, live: Release | None) -> None:
        """Keeps what is about to be replaced or deleted, so that a rollback finds it."""
        digest = live.files.get(name) if live else None
        if digest and not self._store.exists(self._kept(digest)):
            self._make_room(self._kept(digest))
            with suppress(FileNotFoundError):
                self._store.cp_file(self._path(name), self._kept(digest))

    def _write(self, name: str, data: bytes) -> None:
        path = self._path(name)
        self._make_room(path)
        self._store.pipe_file(path, data)

    def _clear(self, known: Mapping[int, Release], live: Release, keep: int) -> None:
        """Removes the records of old releases, and what no other release needs."""
        old = outdated(known, live, keep)
        for each in old:
            self._store.rm_file(self._path(f"{_STATE}/releases/{each.name}.json"))
        gone = {each.number for each in old}
        needed = {digest for each in known.values() if each.number not in gone for digest in each.files.values()}
        for digest in {digest for each in old for digest in each.files.values()} - needed:
            if self._store.exists(self._kept(digest)):
                self._store.rm_file(self._kept(digest))


def _order(name: str) -> tuple[bool, int, str]:
    """First what leads nowhere, then pages, the deepest first: lists and front pages lead to them."""
    return name.endswith(_PAGES), -name.count("/"), name


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """What the store says, in words. Libraries behind fsspec have errors of many kinds."""
    try:
        yield
    except HabarError:
        raise
    except Exception as error:
        raise _refused(shown, error) from error


def _refused(shown: str, error: Exception) -> HabarError:
    return HabarError(problem("H375", Place(shown), f"the site cannot be put there: {error}"))
