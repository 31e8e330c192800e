"""``make bench``: what habar costs, beside the peers that are installed.

Every figure is of a whole process, from the operating system's own accounting: CPU seconds (user and
system), wall seconds, peak memory. Runs are interleaved, the median counts. A loaded machine shows in a
wide range between the least and the most. This process stays small, because the system counts the memory
of the process that starts a command as the command's own.

    python tests/benchmarks/run.py --bulletins 1000 --runs 5
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bulletins", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _site(Path(folder), options.bulletins, options.runs)
    _start_up(options.runs * 4)


def _site(folder: Path, bulletins: int, runs: int) -> None:
    project = folder / "project"
    _script("corpus.py", str(project), "--bulletins", str(bulletins))
    habar = [sys.executable, "-m", "i18n", "-C", str(project)]
    contenders = [
        Contender("habar compile, first", [*habar, "compile"], lambda: _remove(project / "output")),
        Contender("habar compile, again", [*habar, "compile"]),
        Contender("habar extract, nothing new", [*habar, "extract"]),
        Contender("habar check", [*habar, "check"]),
        Contender("habar status", [*habar, "status"]),
    ]
    hugo = shutil.which("hugo")
    for name, lean in (("hugo, its defaults", False), ("hugo, only what habar makes", True)):
        if hugo:
            site = folder / f"hugo-{lean}"
            _script("peer_hugo.py", str(project), str(site), *(["--lean"] if lean else []))
            prepare = _remover(site / "public")
            contenders.append(Contender(name, [hugo, "--source", str(site)], prepare))
    if not hugo:
        print("hugo is not installed: no peer to compare with")
    _race(contenders, runs)
    _table(f"{bulletins} bulletins x 4 languages", contenders)


def _start_up(runs: int) -> None:
    """The command line's answer beside the bare interpreter. The installed command counts, where there is one."""
    command = Path(sys.executable).with_name("habar")
    start = [str(command)] if command.exists() else [sys.executable, "-m", "i18n"]
    contenders = [
        Contender("python -c pass", [sys.executable, "-c", "pass"]),
        Contender("habar --help", [*start, "--help"]),
        Contender("habar --version", [*start, "--version"]),
    ]
    _race(contenders, runs)
    _table("start", contenders)
    bare, page = (median(contender.wall) for contender in contenders[:2])
    print(f"habar --help takes {page / bare:.2f} times python -c pass (2.5 is asked)")


def _race(contenders: Sequence[Contender], runs: int) -> None:
    for _ in range(runs):
        for contender in contenders:
            contender.run()


def _table(title: str, contenders: Sequence[Contender]) -> None:
    print(f"\n{title}, {len(contenders[0].cpu)} runs each")
    print(f"{'':30} {'CPU s':>8} {'least':>8} {'most':>8} {'wall s':>8} {'peak MiB':>9}")
    for one in contenders:
        numbers = (median(one.cpu), min(one.cpu), max(one.cpu), median(one.wall))
        print(f"{one.name:30} " + " ".join(f"{number:8.3f}" for number in numbers) + f" {one.peak / 1024:9.0f}")


def _script(name: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / name), *arguments], check=True)


def _remover(folder: Path) -> Callable[[], None]:
    return lambda: _remove(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
