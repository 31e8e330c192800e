"""A killed process, a full disk, two at once: the old site stays, and the next run finds its way."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from i18n.delivery import Folder
from i18n.delivery import folder as folders
from i18n.delivery.objects import Objects
from i18n.delivery.rsync import Rsync
from i18n.problems import HabarError
from tests.unit.delivery.conftest import Linked, Place

OLD = {f"{number}/index.html": "old" for number in range(8)} | {"index.html": "old", "static/a.css": "old"}
NEW = {f"{number}/index.html": "new" for number in range(4, 9)} | {"index.html": "new", "static/b.css": "new"}


def codes(call) -> list[str]:
    with pytest.raises(HabarError) as stopped:
        call()
    return [problem.code for problem in stopped.value.problems]


def killed_in(call, monkeypatch, owner: object, name: str, nth: int) -> None:
    """Runs the call in a process of its own, which dies when a function is called for the nth time."""
    child = os.fork()
    if child == 0:
        count = 0
        real = getattr(owner, name)

        def deadly(*given, **more):
            nonlocal count
            count += 1
            if count == nth:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **more)

        setattr(owner, name, deadly)
        call()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "it was not killed"


MOMENTS = [
    (folders, "_put", 1),
    (folders, "_put", 6),
    (folders.files, "write", 1),
    (Path, "rename", 1),
    (Path, "replace", 1),
]


@pytest.mark.parametrize(("owner", "name", "nth"), MOMENTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_killed_run_leaves_the_old_site(owner, name, nth, folder, tmp_path, monkeypatch):
    folder.publish(tmp_path / "out", OLD)
    killed_in(lambda: folder.publish(tmp_path / "out", NEW), monkeypatch, owner, name, nth)
    assert folder.shown() == OLD
    folder.publish(tmp_path / "out", NEW)
    assert folder.shown() == NEW
    left = {path.name for path in (folder.root / "releases").iterdir()}
    assert not any("tmp" in name or "unfinished" in name for name in left)
    folder.target.rollback(5)
    assert folder.shown() in (OLD, NEW)


def test_a_run_that_is_killed_behind_the_switch_is_done(folder, tmp_path, monkeypatch):
    folder.publish(tmp_path / "out", OLD)
    killed_in(lambda: folder.publish(tmp_path / "out", NEW), monkeypatch, folders, "outdated", 1)
    assert folder.shown() == NEW


def test_readers_see_a_whole_site_at_every_moment(folder, tmp_path):
    folder.publish(tmp_path / "out", OLD)
    seen, done = [], threading.Event()

    def read() -> None:
        while not done.is_set():
            top = os.open(folder.root / "current", os.O_RDONLY | os.O_DIRECTORY)
            names = ("index.html", "5/index.html")
            texts = set()
            for name in names:
                with open(os.open(name, os.O_RDONLY, dir_fd=top), encoding="utf-8") as file:
                    texts.add(file.read())
            os.close(top)
            seen.append(texts)

    reader = threading.Thread(target=read)
    reader.start()
    for site in (NEW, OLD, NEW):
        folder.publish(tmp_path / "out", site)
    done.set()
    reader.join()
    assert {frozenset(texts) for texts in seen} <= {frozenset({"old"}), frozenset({"new"})}
    assert len(seen) > 3


def test_a_full_disk_leaves_the_old_site_and_gives_its_room_back(folder, tmp_path):
    folder.publish(tmp_path / "out", OLD)
    before = {str(path) for path in folder.root.rglob("*")}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    large = NEW | {"zz.bin": "x" * 200_000}
    shipment_made = tmp_path / "out"
    for name, text in large.items():
        (shipment_made / name).parent.mkdir(parents=True, exist_ok=True)
        (shipment_made / name).write_text(text, encoding="utf-8")

    def limited():
        from hashlib import sha256

        from i18n.delivery import Shipment

        shipment = Shipment(shipment_made, {name: sha256(text.encode()).hexdigest() for name, text in large.items()})
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        try:
            return folder.target.publish(shipment, 5)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert codes(limited) == ["H375"]
    assert folder.shown() == OLD
    assert {str(path) for path in folder.root.rglob("*")} == before


def test_two_publish_to_a_folder_one_after_the_other(folder, tmp_path):
    sites = [OLD, NEW]
    threads = [
        threading.Thread(target=folder.publish, args=(tmp_path / f"out{number}", site))
        for number, site in enumerate(sites)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert folder.shown() in sites
    assert len(folder.releases()) == 2
    folder.target.rollback(5)
    assert folder.shown() in sites


def test_something_else_in_the_place_of_the_link_is_left_alone(folder, tmp_path):
    folder.put("index.html", "theirs")  # "current" is a folder
    assert codes(lambda: folder.publish(tmp_path / "out", OLD)) == ["H371"]
    assert folder.shown() == {"index.html": "theirs"}


@pytest.mark.parametrize("name", ["current", "current/0", "releases", "current/new/folder"])
def test_nothing_is_published_into_what_is_published(name, folder, tmp_path):
    folder.publish(tmp_path / "out", OLD)
    before = sorted(folder.root.rglob("*"))
    inside = Place(Folder(folder.root / name), folder.root)
    assert codes(lambda: inside.publish(tmp_path / "out", NEW)) == ["H377"]
    assert codes(lambda: inside.target.rollback(5)) == ["H377"]
    assert sorted(folder.root.rglob("*")) == before


def test_an_empty_folder_of_somebody_else_stays(folder, tmp_path):
    def there() -> list[str]:
        return [name for name in ("uploads/2024", "0/mine") if (folder.root / "current" / name).is_dir()]

    folder.publish(tmp_path / "out", OLD)
    for name in ("uploads/2024", "0/mine"):
        (folder.root / "current" / name).mkdir(parents=True)
    folder.publish(tmp_path / "out", NEW)
    assert (there(), folder.shown()) == (["uploads/2024", "0/mine"], NEW)
    folder.publish(tmp_path / "out", OLD | {"uploads": "a file"})
    assert there() == ["0/mine"]
    folder.target.rollback(5)
    assert (there(), folder.shown()) == (["0/mine"], NEW)


def test_who_goes_back_where_nothing_is_leaves_nothing_there(tmp_path):
    assert codes(lambda: Folder(tmp_path / "none").rollback(5)) == ["H373"]
    assert not (tmp_path / "none").exists()


def test_releases_of_another_program_are_a_folder_like_others(folder, tmp_path):
    (tmp_path / "app/releases/1").mkdir(parents=True)
    (tmp_path / "app/current").symlink_to("releases/1")
    Place(Folder(tmp_path / "app/current/news"), tmp_path).publish(tmp_path / "out", OLD)
    assert (tmp_path / "app/releases/1/news/current/index.html").exists()


def test_a_page_that_somebody_changed_there_is_not_linked_to(folder, tmp_path):
    folder.publish(tmp_path / "out", OLD)
    folder.put("0/index.html", "edited")
    folder.publish(tmp_path / "out", OLD | {"index.html": "new"})
    assert folder.shown()["0/index.html"] == "old"


def test_what_somebody_put_into_an_old_release_stays(folder, tmp_path):
    folder.publish(tmp_path / "out", OLD)
    first = folder.root / "releases" / folder.releases()[0]
    folder.publish(tmp_path / "out", NEW)
    (first / "theirs.txt").write_text("theirs", encoding="utf-8")
    folder.publish(tmp_path / "out", OLD, keep=1)
    assert [path.name for path in first.iterdir()] == ["theirs.txt"]
    assert len(folder.releases()) == 2


# rsync -------------------------------------------------------------------------------------------


def test_who_publishes_second_to_a_server_is_stopped(server, tmp_path, monkeypatch):
    server.publish(tmp_path / "out", OLD)
    upload = type(server.target)._upload

    def interrupted(self, *given):
        upload(self, *given)
        monkeypatch.undo()
        type(server)(type(self)(self.shown), server.root).publish(tmp_path / "other", NEW)

    monkeypatch.setattr(type(server.target), "_upload", interrupted)
    assert codes(lambda: server.publish(tmp_path / "out", OLD | {"x.html": "x"})) == ["H378"]
    assert server.shown() == NEW


def test_a_server_that_fails_keeps_the_old_site(server, tmp_path, monkeypatch):
    server.publish(tmp_path / "out", OLD)
    run = type(server.target)._run

    def failing(self, *given, **more):
        if any("--link-dest" in word for word in given):
            given = (*given, "--no-such-option")
        return run(self, *given, **more)

    monkeypatch.setattr(type(server.target), "_run", failing)
    assert codes(lambda: server.publish(tmp_path / "out", NEW)) == ["H375"]
    assert server.shown() == OLD
    monkeypatch.undo()
    server.publish(tmp_path / "out", NEW)
    assert server.shown() == NEW


def test_unchanged_files_are_not_sent_again(server, tmp_path):
    server.publish(tmp_path / "out", OLD)
    before = (server.live / "0/index.html").stat().st_ino
    server.publish(tmp_path / "out", OLD | {"index.html": "new"})
    assert (server.live / "0/index.html").stat().st_ino == before


@pytest.fixture
def daemon(tmp_path):
    """A daemon of rsync that has no root of its own, and what it offers; as many hosts of web space run it."""
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    (root := tmp_path / "offered" / "news").mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = tmp_path / "rsyncd.conf"
    lines = [f"log file = {tmp_path}/log", "use chroot = no", "munge symlinks = no", "[web]", f"path = {root.parent}"]
    if os.geteuid() == 0:
        lines += ["uid = root", "gid = root"]
    settings.write_text("\n".join([*lines, "read only = no", ""]), encoding="utf-8")
    command = ["rsync", "--daemon", "--no-detach", f"--config={settings}", "--address=127.0.0.1", f"--port={port}"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
        try:
            until = time.monotonic() + 10
            while not is_answered(port) and time.monotonic() < until:
                time.sleep(0.05)
            yield Linked(Rsync(f"rsync://127.0.0.1:{port}/web/news"), root)
        finally:
            process.terminate()


def is_answered(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def test_a_daemon_without_a_root_of_its_own_hands_out_other_peoples_files(daemon, tmp_path):
    daemon.publish(tmp_path / "out", OLD)
    theirs = ["theirs.txt", "sub/a*[b]?\\c.txt", "x\\y/z é", "new\\name"]
    for name in theirs:
        (daemon.live / name).parent.mkdir(exist_ok=True)
        (daemon.live / name).write_text(name, encoding="utf-8")
    daemon.publish(tmp_path / "out", NEW)
    assert daemon.shown() == NEW | {name: name for name in theirs}
    daemon.target.rollback(5)
    assert daemon.shown() == OLD | {name: name for name in theirs}


# Stores ------------------------------------------------------------------------------------------


@pytest.fixture
def memory():
    """An empty store in memory, and what is in it."""
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    yield fsspec.filesystem("memory")
    MemoryFileSystem.store.clear()


def shown(memory) -> dict[str, str]:
    names = [name for name in memory.find("/news") if "/.habar/" not in name]
    return {name.removeprefix("/news/"): memory.cat_file(name).decode() for name in names}


def test_pages_come_after_what_they_lead_to_and_deletions_last(memory, shipped, tmp_path, monkeypatch):
    target = Objects("memory://news")
    target.publish(shipped(tmp_path / "out", OLD), 5)
    did: list[str] = []
    for name in ("put_file", "rm_file"):
        real = getattr(MemoryFileSystem, name)

        def told(self, *given, _name=name, _real=real, **more):
            place = given[-1] if _name == "put_file" else given[0]
            if "/.habar/" not in place:
                did.append(f"{_name} {place.removeprefix('/news/')}")
            return _real(self, *given, **more)

        monkeypatch.setattr(MemoryFileSystem, name, told)
    target.publish(shipped(tmp_path / "out", NEW), 5)
    assert did == [
        "put_file static/b.css",
        *(f"put_file {number}/index.html" for number in range(4, 9)),
        "put_file index.html",
        *(f"rm_file {number}/index.html" for number in range(4)),
        "rm_file static/a.css",
    ]
    assert shown(memory) == NEW


@pytest.mark.parametrize("room", range(0, 9, 2))
def test_a_store_that_is_full_has_the_old_site(room, memory, shipped, tmp_path, monkeypatch):
    target = Objects("memory://news")
    target.publish(shipped(tmp_path / "out", OLD), 5)
    real, count = MemoryFileSystem.put_file, 0

    def full(self, *given, **more):
        nonlocal count
        count += 1
        if count > room:
            raise OSError(28, "No space left on device")
        return real(self, *given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(MemoryFileSystem, "put_file", full)
        if room < 7:
            assert codes(lambda: target.publish(shipped(tmp_path / "out", NEW), 5)) == ["H375"]
            assert shown(memory) == OLD
    target.publish(shipped(tmp_path / "out", NEW), 5)
    assert shown(memory) == NEW
    target.rollback(5)
    assert shown(memory) == OLD


class Killed(BaseException):
    """Ends a run without any of its last words."""


@pytest.mark.parametrize("after", range(1, 40, 3))
def test_the_next_run_finishes_what_a_killed_one_began(after, memory, shipped, tmp_path, monkeypatch):
    target = Objects("memory://news")
    target.publish(shipped(tmp_path / "out", OLD), 5)
    count = 0
    with monkeypatch.context() as patched:
        for name in ("put_file", "rm_file", "pipe_file", "cp_file"):
            real = getattr(MemoryFileSystem, name)

            def mortal(self, *given, _real=real, **more):
                nonlocal count
                count += 1
                if count > after:
                    raise Killed
                return _real(self, *given, **more)

            patched.setattr(MemoryFileSystem, name, mortal)
        with suppress(Killed):
            target.publish(shipped(tmp_path / "out", NEW), 5)
    if memory.exists("/news/.habar/lock"):
        assert codes(lambda: target.publish(shipped(tmp_path / "out", OLD), 5)) == ["H378"]
        target.unlock()
    third = OLD | {"third.html": "third"}
    target.publish(shipped(tmp_path / "out", third), 5)
    assert shown(memory) == third
    target.rollback(5)
    assert shown(memory) in (OLD, NEW)


def test_who_publishes_second_to_a_store_is_told(memory, shipped, tmp_path):
    target = Objects("memory://news")
    memory.pipe_file("/news/.habar/lock", b"another", mode="create")
    assert codes(lambda: target.publish(shipped(tmp_path / "out", OLD), 5)) == ["H378"]
    assert codes(lambda: target.rollback(5)) == ["H378"]
    assert shown(memory) == {}
    target.unlock()
    target.unlock()
    target.publish(shipped(tmp_path / "out", OLD), 5)
    assert shown(memory) == OLD


def test_a_rollback_that_would_not_be_whole_does_not_begin(memory, shipped, tmp_path):
    target = Objects("memory://news")
    target.publish(shipped(tmp_path / "out", OLD), 5)
    target.publish(shipped(tmp_path / "out", NEW), 5)
    kept = memory.find("/news/.habar/kept")[0]
    memory.pipe_file(kept, b"rotten")
    assert codes(lambda: target.rollback(5)) == ["H373"]
    assert shown(memory) == NEW


def test_a_store_without_folders_is_not_asked_for_one(memory, shipped, tmp_path, monkeypatch):
    """It might make a bucket of that name."""
    target = Objects("memory://news")

    real = MemoryFileSystem.makedirs

    def asked(*given, **more):
        assert sys._getframe(1).f_globals["__name__"] != "i18n.delivery.objects"  # the store itself may
        return real(*given, **more)

    monkeypatch.setattr(MemoryFileSystem, "protocol", ("s3", "s3a"))
    monkeypatch.setattr(MemoryFileSystem, "makedirs", asked)
    target.publish(shipped(tmp_path / "out", OLD), 5)
    target.publish(shipped(tmp_path / "out", NEW), 5)
    assert shown(memory) == NEW
