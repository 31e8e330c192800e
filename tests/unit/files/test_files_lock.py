"""Two commands at once in one project: the second one waits, and says for whom."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from i18n import files
from i18n.problems import HabarError
from tests.conftest import Workplace, environment

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks on Windows")


@posix
def test_a_command_that_waits_too_long_names_the_other(tmp_path: Path) -> None:
    told: list[str] = []
    with files.locked(tmp_path, "habar extract, process 7 on desk", told.append):
        with pytest.raises(HabarError) as refused, files.locked(tmp_path, "second", told.append, patience=0.1):
            pass
        assert told == ["habar extract, process 7 on desk"]
    assert [str(found) for found in refused.value.problems] == [
        ".habar/lock: error H527: another command is at work in this project: habar extract, process 7 on desk"
    ]
    with files.locked(tmp_path, "third", told.append, patience=0):
        pass
    assert len(told) == 1


@posix
def test_a_killed_command_holds_no_lock(tmp_path: Path) -> None:
    held = "import os\nfrom pathlib import Path\nfrom i18n import files\n"
    held += f"with files.locked(Path({str(tmp_path)!r}), 'dead', print): os._exit(9)\n"
    subprocess.run([sys.executable, "-c", held], env=environment({}), timeout=30, check=False)
    assert (tmp_path / ".habar/lock").read_text() == "dead\n"
    with files.locked(tmp_path, "next", pytest.fail, patience=0):
        pass


@posix
def test_extract_waits_for_the_other_command(ministry: Workplace) -> None:
    with files.locked(ministry.root, "habar compile, process 7 on \x1b[31mdesk", pytest.fail):
        command = [sys.executable, "-m", "i18n", "extract"]
        running = subprocess.Popen(
            command, cwd=ministry.root, env=environment({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert running.stderr
        assert running.stderr.readline().decode() == "waiting for habar compile, process 7 on \\x1b[31mdesk\n"
    _, error = running.communicate(timeout=30)
    assert (running.returncode, error) == (0, b"")


def test_a_project_that_may_only_be_read_has_no_lock(tmp_path: Path) -> None:
    (tmp_path / ".habar").write_text("in the way")
    with files.locked(tmp_path, "one", pytest.fail):
        pass
    assert (tmp_path / ".habar").read_text() == "in the way"


def test_a_full_disk_has_room_for_a_lock_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "pwrite", full)
    with files.locked(tmp_path, "one", lambda _other: None):
        monkeypatch.undo()
        with pytest.raises(HabarError), files.locked(tmp_path, "two", lambda _other: None, patience=0.1):
            pass
