"""Commands that are measured side by side: whole processes, from the operating system's own accounting."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
HABAR = [sys.executable, "-m", "i18n"]


@dataclass
class Contender:
    """One command, and what has to be done before each of its runs."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] = lambda: None
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: int = 0
    """Kilobytes."""

    def run(self) -> None:
        self.prepare()
        begin = time.perf_counter()
        child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        error = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        if status:
            raise SystemExit(f"{self.name} failed: {error.decode()}")
        self.wall.append(time.perf_counter() - begin)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak = max(self.peak, usage.ru_maxrss)


def race(title: str, contenders: Sequence[Contender], runs: int) -> None:
    """Runs them in turn, and prints the medians."""
    for _ in range(runs):
        for contender in contenders:
            contender.run()
    print(f"\n{title}, {runs} runs each")
    print(f"{'':34} {'CPU s':>8} {'least':>8} {'most':>8} {'wall s':>8} {'least':>8} {'peak MiB':>9}")
    for one in contenders:
        numbers = (median(one.cpu), min(one.cpu), max(one.cpu), median(one.wall), min(one.wall))
        print(f"{one.name:34} " + " ".join(f"{number:8.3f}" for number in numbers) + f" {one.peak / 1024:9.0f}")


def compared(one: Contender, other: Contender) -> None:
    """Prints what the first needs of the time of the second, by their medians."""
    cpu, wall = median(one.cpu) / median(other.cpu), median(one.wall) / median(other.wall)
    print(f"{one.name}: {cpu:.2f} of the CPU and {wall:.2f} of the wall of {other.name}")


def written_out() -> None:
    """Writes habar's bytecode, as an installed program has it, even where the environment does not write any."""
    compileall.compile_dir(HERE.parents[1] / "i18n", quiet=1)


def script(name: str, *arguments: str) -> None:
    """Runs one of the scripts of this folder."""
    subprocess.run([sys.executable, str(HERE / name), *arguments], check=True)


def remover(*paths: Path) -> Callable[[], None]:
    """Removes files when it is called, and puts folders aside with their files emptied.

    ext4 does not give away the number of a file that was just deleted, and looks for another one. Whoever makes many
    files after many were deleted pays for that, and two runs of one command differ by seconds.
    """

    def remove() -> None:
        for path in paths:
            if path.is_dir():
                aside = Path(tempfile.mkdtemp(prefix=".aside-", dir=path.parent), "folder")
                path.rename(aside)
                for file in aside.rglob("*"):
                    if file.is_file():
                        os.truncate(file, 0)
            else:
                path.unlink(missing_ok=True)

    return remove
