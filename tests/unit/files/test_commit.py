"""A tree of files changes as a whole: whatever stops the process, readers get the old tree or the new one."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from i18n import files
from i18n.files import commit as commits
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


def test_another_process_gives_what_it_wrote(root: Path) -> None:
    with files.Commit(root) as commit:
        commit.write("a/x", b"new x")
        taken = commit.take()
        assert (commit.take(), commit.changed) == ((), 0)
        commit.give(taken)
    assert tree(root) == OLD | {"a/x": b"new x"}


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
    assert "big: error H502: the file cannot be written: File too large" in ended.stderr
    assert tree(root) == OLD


@pytest.mark.parametrize(
    "line", ["+\tf\t../out", "+\tf\tlink/out", "+\t../z\tq", "-\t\t../secret", "-\t\tlink/secret", "x", "+\tf\t/etc/q"]
)
def test_a_forged_journal_changes_nothing_outside(root: Path, line: str) -> None:
    files.write(root.parent, "secret", b"secret")
    (root / "link").symlink_to(root.parent)
    files.write(root, ".staged/f", b"evil")
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
    assert commits.WAITING.startswith(".")
