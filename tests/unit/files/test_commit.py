"""A tree of files changes as a whole: whatever stops the process, readers get the old tree or the new one."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from ast import literal_eval
from contextlib import suppress
from pathlib import Path

import pytest

from i18n import files
from i18n.files import journal
from i18n.problems import HabarError

OLD = {"a/x": b"old x", "a/y": b"old y", "z": b"old z"}
NEW = {"a/x": b"new x", "a/b/new": b"new", "z": b"old z"}
ROOT = Path(__file__).parents[3]


def tree(folder: Path) -> dict[str, bytes]:
    """Everything below a folder, hidden files too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        files.write(tmp_path / "tree", name, data)
    return tmp_path / "tree"


def change(root: Path) -> files.Commit:
    """From ``OLD`` to ``NEW``."""
    with files.Commit(root) as commit:
        for name, data in NEW.items():
            commit.write(name, data)
        commit.remove("a/y")
        commit.remove("gone")
    return commit


def test_a_tree_is_changed_and_only_what_differs_is_written(root: Path) -> None:
    commit = change(root)
    assert tree(root) == NEW
    assert (commit.changed, commit.removed) == (2, ["a/y"])
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert change(root).changed == 0
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_an_error_in_the_block_leaves_the_old_tree_and_nothing_else(root: Path) -> None:
    def broken_off() -> None:
        with files.Commit(root) as commit:
            commit.write("a/x", b"new")
            commit.write("q/r/s", b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert tree(root) == OLD
    assert sorted(path.name for path in root.iterdir()) == ["a", "z"]


def test_of_two_writes_the_last_counts_even_if_it_is_what_was_there(root: Path) -> None:
    with files.Commit(root) as commit:
        commit.write("a/x", b"wrong")
        commit.write("a/x", OLD["a/x"])
    assert tree(root) == OLD
    with files.Commit(root) as other, files.Commit(root) as commit:
        other.write("a/y", b"wrong")
        commit.give(other.take())
        commit.write("a/y", OLD["a/y"])
    assert tree(root) == OLD


def test_another_process_gives_what_it_wrote(root: Path) -> None:
    with files.Commit(root) as commit:
        commit.write("a/x", b"new x")
        taken = commit.take()
        assert (taken.files, commit.take(), commit.changed) == (1, files.Staged(), 0)
        commit.give(taken)
    assert tree(root) == OLD | {"a/x": b"new x"}


def test_a_new_folder_is_put_in_its_place_as_a_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    replace = os.replace

    def noted(source: str, target: str) -> None:
        moved.append(str(target))
        replace(source, target)

    new = {f"n/{folder}/{name}": name.encode() for folder in ("p", "p/q", "r") for name in ("1", "2")}
    monkeypatch.setattr(os, "replace", noted)
    with files.Commit(root) as commit:
        for name, data in new.items():
            commit.write(name, data)
        commit.write("a/b/c", b"c")
    assert tree(root) == OLD | new | {"a/b/c": b"c"}
    assert commit.changed == 7
    assert [path.removeprefix(f"{root}/") for path in moved] == [".staged/journal", "n", "a/b"]


def test_a_folder_that_somebody_makes_meanwhile_keeps_what_is_in_it(root: Path) -> None:
    with files.Commit(root) as commit:
        commit.write("n/p/1", b"new")
        commit.write("n/2", b"new")
        files.write(root, "n/p/0", b"theirs")
        files.write(root, "n/2", b"theirs")
    assert tree(root) == OLD | {"n/p/0": b"theirs", "n/p/1": b"new", "n/2": b"new"}


def test_processes_write_to_one_new_folder(root: Path) -> None:
    with files.Commit(root) as commit:
        commit.write("n/1", b"1")
        reading, writing = os.pipe()
        if not os.fork():
            commit.take()
            commit.write("n/2", b"2")
            commit.write("n/o/3", b"3")
            os.write(writing, repr(tuple(commit.take())).encode())
            os._exit(0)
        os.wait()
        commit.give(files.Staged(*literal_eval(os.read(reading, 1000).decode())))
        commit.write("n/o/4", b"4")
    assert tree(root) == OLD | {"n/1": b"1", "n/2": b"2", "n/o/3": b"3", "n/o/4": b"4"}
    assert commit.changed == 4


_KILLED = """
import os, sys
from pathlib import Path
from i18n import files
left = int(sys.argv[2])
def counted(call):
    def wrapped(*arguments, **more):
        global left
        if left == 0:
            os.kill(os.getpid(), 9)
        left -= 1
        return call(*arguments, **more)
    return wrapped
for name in ("write", "open", "replace", "fsync", "unlink", "rmdir", "mkdir"):
    setattr(os, name, counted(getattr(os, name)))
with files.Commit(Path(sys.argv[1])) as commit:
    commit.write("a/x", b"new x")
    commit.write("a/b/new", b"new")
    commit.remove("a/y")
print("done")
"""


def test_a_process_that_is_killed_anywhere_leaves_the_old_tree_or_one_that_the_next_finishes(root: Path) -> None:
    old, new = 0, 0
    for calls in range(60):
        for name, data in OLD.items():
            files.write(root, name, data)
        files.remove(root, "a/b/new")
        command = [sys.executable, "-c", _KILLED, str(root), str(calls)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        decided = (root / ".staged/journal").exists() or "done" in done.stdout or done.returncode == 0
        files.recovered(root)
        left = tree(root)
        assert left in (OLD, NEW), (calls, left)
        assert not decided or left == NEW, calls
        old, new = old + (left == OLD), new + (left == NEW)
        if "done" in done.stdout:
            break
    assert old > 3
    assert new > 3


@pytest.mark.parametrize("call", ["write", "open", "sync", "mkdir"])
def test_a_full_disk_leaves_the_old_tree(root: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, full)
    with pytest.raises(HabarError, match="No space left on device"):
        change(root)
    monkeypatch.undo()
    assert tree(root) == OLD


def test_a_disk_that_takes_no_more_leaves_the_old_tree(root: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from i18n import files\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
        "with files.Commit(Path(sys.argv[1])) as commit:\n"
        "    commit.write('a/x', b'new x'); commit.write('big', b'0' * 5000)\n"
    )
    assert resource.RLIMIT_FSIZE
    ended = subprocess.run(
        [sys.executable, "-c", code, str(root)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert f"{root.name}/big: error H502: the file cannot be written: File too large" in ended.stderr
    assert tree(root) == OLD


@pytest.mark.parametrize(
    "line",
    [
        "+\tf\t../out",
        "+\tf\tlink/out",
        "+\t../z\tq",
        "-\t\t../secret",
        "-\t\tlink/secret",
        "x",
        "+\tf\t/etc/q",
        "*\t\t../out",
        "*\t\tlink/out",
        "*\t\tout/secret",
    ],
)
def test_a_forged_journal_changes_nothing_outside(root: Path, line: str) -> None:
    files.write(root.parent, "secret", b"secret")
    (root / "link").symlink_to(root.parent)
    files.write(root, ".staged/f", b"evil")
    files.write(root, ".staged/new/link/out/f", b"evil")
    (root / ".staged/new/out").symlink_to(root.parent)
    files.write(root, ".staged/journal", f"{line}\n".encode())
    with suppress(HabarError):
        files.recovered(root)
    outside = {path.name: path.read_bytes() for path in root.parent.iterdir() if path.is_file()}
    assert outside == {"secret": b"secret"}
    assert (root / "z").read_bytes() == OLD["z"]


def test_a_link_is_not_written_through(root: Path) -> None:
    files.write(root.parent, "secret", b"secret")
    (root / "link").symlink_to(root.parent)
    with pytest.raises(HabarError, match="it is not a folder"), files.Commit(root) as commit:
        commit.write("link/x", b"new")
    (root / "z").unlink()
    (root / "z").symlink_to(root.parent / "secret")
    with files.Commit(root) as commit:
        commit.write("z", b"new")
    assert not (root / "z").is_symlink()
    assert (root.parent / "secret").read_bytes() == b"secret"


def test_names_that_cannot_stand_in_a_list_are_a_mistake(root: Path) -> None:
    for name in ("a\tb", "a\nb"):
        with pytest.raises(ValueError, match="cannot stand"), files.Commit(root) as commit:
            commit.write(name, b"")


def test_the_waiting_folder_is_hidden() -> None:
    assert journal.WAITING.startswith(".")
