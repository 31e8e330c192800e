"""Files are written whole or not at all, only when a byte changes, and never outside the project."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n import files
from i18n.files import reading
from i18n.problems import HabarError

Write = Callable[[Path, str, bytes], int]


def one(root: Path, name: str, data: bytes) -> int:
    return files.write(root, name, data)


def batched(root: Path, name: str, data: bytes) -> int:
    with files.Batch(root) as batch:
        batch.write(name, data)
    return batch.changed


both = pytest.mark.parametrize("write", [one, batched])


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder, hidden files too; None for what is no file."""
    found = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*"))}
    return {name: path.read_bytes() if path.is_file() else None for name, path in found.items()}


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(HabarError) as refused:
        call()
    (problem,) = refused.value.problems
    return str(problem)


# Writing -----------------------------------------------------------------------------------------


@both
def test_a_file_and_its_folders_are_made(write: Write, tmp_path: Path) -> None:
    assert write(tmp_path, "a/b/x.po", b"one") == 1
    assert tree(tmp_path) == {"a": None, "a/b": None, "a/b/x.po": b"one"}


@both
def test_the_same_bytes_are_not_written(write: Write, tmp_path: Path) -> None:
    write(tmp_path, "x.po", b"one")
    before = (tmp_path / "x.po").stat()
    assert write(tmp_path, "x.po", b"one") == 0
    after = (tmp_path / "x.po").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert write(tmp_path, "x.po", b"two") == 1
    assert tree(tmp_path) == {"x.po": b"two"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["a", "b/a", "b/c"]), st.binary(max_size=9)), max_size=8))
def test_a_batch_does_what_single_writes_do(tmp_path: Path, steps: list[tuple[str, bytes]]) -> None:
    latest = dict(steps)
    for name, data in latest.items():
        files.write(tmp_path / "one", name, data)
    with files.Batch(tmp_path / "many") as batch:
        for name, data in latest.items():
            batch.write(name, data)
    assert {name: (tmp_path / "many" / name).read_bytes() for name in latest} == latest
    assert {name: (tmp_path / "one" / name).read_bytes() for name in latest} == latest


def test_a_batch_of_many_counts_what_it_changed(tmp_path: Path) -> None:
    files.write(tmp_path, "f0", b"0")
    with files.Batch(tmp_path) as batch:
        for number in range(1100):
            batch.write(f"f{number}", b"%d" % number)
    assert batch.changed == 1099
    assert tree(tmp_path) == {f"f{number}": b"%d" % number for number in range(1100)}


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    files.write(tmp_path, "x.po", b"one")
    (tmp_path / "x.po").chmod(0o640)
    files.write(tmp_path, "x.po", b"two")
    assert stat.S_IMODE((tmp_path / "x.po").stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
def test_a_write_that_fails_leaves_the_old_file_whole(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write(tmp_path, "a/x.po", b"old")
    monkeypatch.setattr(os, call, full_disk)
    message = refusal(lambda: files.write(tmp_path, "a/x.po", b"new and longer"))
    monkeypatch.undo()
    assert message == "a/x.po: error H502: the file cannot be written: No space left on device"
    assert tree(tmp_path) == {"a": None, "a/x.po": b"old"}


def full_disk(*_arguments: object, **_more: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("call", ["write", "replace", "open"])
def test_a_batch_that_fails_leaves_the_old_files_whole(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write(tmp_path, "a/x", b"old")

    def run() -> None:
        with files.Batch(tmp_path) as batch:
            monkeypatch.setattr(os, call, full_disk)
            batch.write("a/x", b"new")
            batch.write("a/y", b"new")

    message = refusal(run)
    monkeypatch.undo()
    assert message.endswith("error H502: the file cannot be written: No space left on device")
    assert tree(tmp_path) == {"a": None, "a/x": b"old"}


def test_a_batch_goes_on_after_a_file_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(tmp_path, "x", b"old")
    with files.Batch(tmp_path) as batch:
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full_disk)
            refusal(lambda: batch.write("x", b"new"))
        batch.write("y", b"new")
    assert tree(tmp_path) == {"x": b"old", "y": b"new"}


@pytest.mark.parametrize("call", ["open", "write", "close", "replace"])
@both
def test_an_interrupt_after_any_call_leaves_nothing_half(
    write: Write, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(os, call)

    def interrupted(*arguments: object, **more: object) -> None:
        real(*arguments, **more)
        raise KeyboardInterrupt

    files.write(tmp_path, "x", b"old")
    monkeypatch.setattr(os, call, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "x", b"new")
    monkeypatch.undo()
    assert tree(tmp_path) == {"x": b"new" if call == "replace" else b"old"}


def test_a_batch_that_is_broken_off_takes_back_what_is_not_in_place(tmp_path: Path) -> None:
    files.write(tmp_path, "x", b"old")

    def run() -> None:
        with files.Batch(tmp_path) as batch:
            batch.write("x", b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert tree(tmp_path) == {"x": b"old"}


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    files.write(tmp_path, "x", b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path, "x", b"new")
    assert tree(tmp_path) == {"x": b"old"}


@both
def test_short_writes_are_continued(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    write(tmp_path, "x", b"0123456789")
    assert tree(tmp_path) == {"x": b"0123456789"}


# Temporary files ---------------------------------------------------------------------------------


def dead_process() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@both
def test_what_a_dead_process_left_is_swept(write: Write, tmp_path: Path) -> None:
    dead = dead_process()
    left_alone = {".x.po.1.tmp", f".x.po.{dead}.tmpx", ".x.po.tmp", f"x.{dead}.tmp"}
    for name in (f".x.po.{dead}.tmp", *left_alone):
        (tmp_path / name).write_bytes(b"half")
    write(tmp_path, "y", b"new")
    assert set(tree(tmp_path)) == {"y", *left_alone}


# Where nothing may be written --------------------------------------------------------------------


@both
@pytest.mark.parametrize("data", [b"new", b""])
def test_what_is_no_file_is_not_written_over(write: Write, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    reason = "the file cannot be written: something that is not a regular file is in its place"
    for name in ("folder", "pipe"):
        # The folder ``a`` exists, so that a batch looks at what is there.
        assert refusal(lambda name=name: write(tmp_path, name, data)) == f"{name}: error H502: {reason}"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert tree(tmp_path) == {"folder": None, "pipe": None}


@both
def test_a_file_where_a_folder_is_needed_is_refused(write: Write, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    assert "error H502: the file cannot be written: " in refusal(lambda: write(tmp_path, "a/x", b"new"))
    assert tree(tmp_path) == {"a": b"mine"}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x").write_bytes(b"theirs")
    (tmp_path / "root").mkdir()
    return tmp_path / "outside"


@both
def test_a_folder_that_is_a_link_out_of_the_project_is_refused(write: Write, outside: Path) -> None:
    root = outside.parent / "root"
    (root / "a").symlink_to(outside)
    assert "error H502: the file cannot be written: " in refusal(lambda: write(root, "a/x", b"new"))
    assert tree(outside) == {"x": b"theirs"}


def test_a_file_that_is_a_link_out_of_the_project_is_refused(outside: Path) -> None:
    root = outside.parent / "root"
    (root / "x").symlink_to(outside / "x")
    message = refusal(lambda: files.write(root, "x", b"new"))
    assert message == "x: error H502: the file cannot be written: it is a link that leads out of the project"
    assert tree(outside) == {"x": b"theirs"}


def test_a_batch_puts_a_file_in_the_place_of_a_link(outside: Path) -> None:
    root = outside.parent / "root"
    (root / "x").symlink_to(outside / "x")
    assert batched(root, "x", b"new") == 1
    assert not (root / "x").is_symlink()
    assert tree(outside) == {"x": b"theirs"}


def test_a_link_inside_the_project_is_written_through(tmp_path: Path) -> None:
    files.write(tmp_path, "real/x", b"old")
    (tmp_path / "x").symlink_to("real/x")
    assert files.write(tmp_path, "x", b"new")
    assert (tmp_path / "x").is_symlink()
    assert (tmp_path / "real" / "x").read_bytes() == b"new"


# Removing ----------------------------------------------------------------------------------------


def test_a_file_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    files.write(tmp_path, "a/b/c/x", b"1")
    files.write(tmp_path, "a/y", b"2")
    assert files.remove(tmp_path, "a/b/c/x")
    assert tree(tmp_path) == {"a": None, "a/y": b"2"}
    assert not files.remove(tmp_path, "a/b/c/x")


def test_nothing_is_removed_behind_a_link_out_of_the_project(outside: Path) -> None:
    root = outside.parent / "root"
    (root / "a").symlink_to(outside)
    assert refusal(lambda: files.remove(root, "a/x")) == (
        "a/x: error H502: the file cannot be written: it lies behind a link that leads out of the project"
    )
    assert tree(outside) == {"x": b"theirs"}


# Reading -----------------------------------------------------------------------------------------


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("gone")
    expected = {
        ".": "it is not a regular file",
        "pipe": "it is not a regular file",
        "loop": "Too many levels of symbolic links",
        "nowhere": "No such file or directory",
        "missing": "No such file or directory",
    }
    found = {name: refusal(lambda name=name: files.read_bytes(tmp_path / name, "F")) for name in expected}
    assert found == {name: f"F: error H501: the file cannot be read: {why}" for name, why in expected.items()}


def test_a_file_that_is_not_there_is_none_but_a_broken_link_is_a_fault(tmp_path: Path) -> None:
    assert files.read_if_there(tmp_path / "x", "x") is None
    (tmp_path / "x").symlink_to("gone")
    assert refusal(lambda: files.read_if_there(tmp_path / "x", "x")).startswith("x: error H501")


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_bytes(b"")
    os.truncate(tmp_path / "x", files.MAX_BYTES + 1)
    assert refusal(lambda: files.read_bytes(tmp_path / "x", "x")) == (
        "x: error H501: the file cannot be read: it is larger than 64 MiB"
    )
    (tmp_path / "y").write_bytes(b"12345")
    monkeypatch.setattr(reading, "MAX_BYTES", 5)
    assert files.read_bytes(tmp_path / "y", "y") == b"12345"


def test_names_are_sorted_and_leave_out_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b", "a", ".c", "Z"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder").mkdir()
    assert files.names(tmp_path) == ["Z", "a", "b"]
    assert files.names(tmp_path / "none") == []


def test_what_is_added_follows_what_is_there(tmp_path):
    files.append(tmp_path, "a/b", b"1\n")
    files.append(tmp_path, "a/b", b"2\n")
    assert (tmp_path / "a/b").read_bytes() == b"1\n2\n"


def test_nothing_is_added_outside(tmp_path):
    (tmp_path / "out").write_bytes(b"1")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a").symlink_to("../out")
    with pytest.raises(HabarError, match="leads out of the project"):
        files.append(tmp_path / "in", "a", b"2")
    assert (tmp_path / "out").read_bytes() == b"1"
