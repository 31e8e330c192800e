"""Several processes at once, and one that is killed, do the memory no harm."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from i18n import memory
from i18n.memory import Loaded, Origin, Pair, Unit, Variant
from tests.conftest import ROOT, environment

FILL = """
import sys
from pathlib import Path
from i18n import memory
from i18n.memory import Loaded, Origin, Unit, Variant
found = memory.of_project(Path(sys.argv[1]))
print("begun", flush=True)
for round in range(int(sys.argv[2])):
    found.refresh([
        Origin(f"{name}", f"{round}", lambda name=name: Loaded([
            Unit({"en": Variant(f"Text {name} {number}."), "ru": Variant(f"{name} {number} {round}")}, "en")
            for number in range(20)
        ]))
        for name in range(10)
    ])
"""
LAST = 3


def started(folder: Path, rounds: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", FILL, str(folder), str(rounds)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env=environment({"PYTHONPATH": str(ROOT)}))  # fmt: skip


def wanted() -> list[Origin]:
    units = [
        [
            Unit({"en": Variant(f"Text {name} {number}."), "ru": Variant(f"{name} {number} {LAST - 1}")}, "en")
            for number in range(20)
        ]
        for name in range(10)
    ]
    return [Origin(f"{name}", f"{LAST - 1}", lambda made=made: Loaded(made)) for name, made in enumerate(units)]  # type: ignore[misc]


def whole(folder: Path) -> None:
    """All that should be there is there, once."""
    found = memory.of_project(folder)
    found.refresh(wanted())
    (count, _) = found.counts()
    assert (count.pair, count.segments, count.texts) == (Pair("en", "ru"), 200, 200)
    assert [match.text for match in found.exact("Text 7 7.", Pair("en", "ru"))] == [f"7 7 {LAST - 1}"]
    found.close()


def test_several_that_begin_at_once(tmp_path: Path) -> None:
    running = [started(tmp_path, LAST) for _ in range(4)]
    ended = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0] * 4, ended
    whole(tmp_path)


def test_one_that_is_killed(tmp_path: Path) -> None:
    for pause in (0, 0.02, 0.1):
        process = started(tmp_path, 50)
        assert process.stdout
        process.stdout.readline()
        time.sleep(pause)
        process.kill()
        process.communicate(timeout=30)
        whole(tmp_path)
