"""``make bench``: what habar costs, beside the peers that are installed.

Every figure is of a whole process, from the operating system's own accounting: CPU seconds (user and
system), wall seconds, peak memory. Runs are interleaved, the median counts. A loaded machine shows in a
wide range between the least and the most. This process stays small, because the system counts the memory
of the process that starts a command as the command's own.

    python tests/benchmarks/run.py --bulletins 1000 --runs 5
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

import catalogs_race
import one_file
import preview
from contest import HABAR, Contender, race, remover, script, written_out

SAVES = 10
"""In the preview, of each kind of file."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bulletins", type=int, default=1000)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    written_out()
    with tempfile.TemporaryDirectory() as folder:
        _site(Path(folder), options.bulletins, options.runs)
        one_file.run(Path(folder, "files"), options.files, options.runs)
        catalogs_race.run(Path(folder, "catalogs"), options.entries, options.runs)
    _start_up(options.runs * 4)


def _site(folder: Path, bulletins: int, runs: int) -> None:
    project = folder / "project"
    script("corpus.py", str(project), "--bulletins", str(bulletins))
    online = _with_address(project)
    habar, hinting = [*HABAR, "-C", str(project)], _with_terms(project)
    public = [*HABAR, "-C", str(online)]
    contenders = [
        Contender(
            "habar compile, nothing checked before",
            [*habar, "compile"],
            remover(project / "output", project / ".habar"),
        ),
        Contender(
            "habar compile, checked before",
            [*habar, "compile"],
            remover(project / "output", project / ".habar" / "state.sqlite"),
        ),
        Contender("habar compile, one entry changed", [*habar, "compile"], partial(_edit_one, project, habar)),
        Contender("habar compile, nothing changed", [*habar, "compile"]),
        Contender(
            "the same with a base-url: all",
            [*public, "compile"],
            remover(online / "output", online / ".habar" / "state.sqlite"),
        ),
        Contender("with a base-url: one entry", [*public, "compile"], partial(_edit_one, online, public)),
        Contender("habar extract, nothing new", [*habar, "extract"]),
        Contender("the same, with 10,000 terms", [*hinting, "extract"]),
        Contender("habar check, first", [*habar, "check"], remover(project / ".habar")),
        Contender("habar check, again", [*habar, "check"]),
        Contender("habar status", [*habar, "status"]),
    ]
    hugo = shutil.which("hugo")
    for name, lean in (("hugo, its defaults", False), ("hugo, only what habar makes", True)):
        if hugo:
            site = folder / f"hugo-{lean}"
            script("peer_hugo.py", str(project), str(site), *(["--lean"] if lean else []))
            prepare = remover(site / "public")
            contenders.append(Contender(name, [hugo, "--source", str(site)], prepare))
    if not hugo:
        print("hugo is not installed: no peer to compare with")
    race(f"{bulletins} bulletins x 4 languages", contenders, runs)
    preview.run(project, SAVES)
    print("\nwhat makes the pages of a site with a base-url")
    script("makers.py", str(online))


def _with_address(project: Path) -> Path:
    """A copy of the project with a base-url, checked before."""
    copy = project.with_name("online")
    shutil.copytree(project, copy)
    script("corpus.py", str(copy), "--give-address")
    subprocess.run([*HABAR, "-C", str(copy), "check"], stdout=subprocess.DEVNULL, check=False)
    return copy


def _with_terms(project: Path) -> list[str]:
    """A copy of the project with a large glossary, whose terms are in its catalogs."""
    copy = project.with_name("terms")
    shutil.copytree(project, copy)
    script("terms.py", str(copy / "locales" / "glossary.csv"))
    command = [*HABAR, "-C", str(copy)]
    subprocess.run([*command, "extract"], check=True, stdout=subprocess.DEVNULL)
    return command


def _edit_one(project: Path, habar: list[str]) -> None:
    """Another translation of one sentence, a new one each time, in a project that was built some moments ago."""
    time.sleep(2.5)
    subprocess.run([*habar, "compile"], stdout=subprocess.DEVNULL, check=True)
    catalogs = sorted((project / "locales" / "ru" / "LC_MESSAGES").glob("2*.po"))
    catalog = catalogs[len(catalogs) // 2]
    text = catalog.read_text(encoding="utf-8")
    begin, end = preview.RUSSIAN[0], preview.RUSSIAN[-1]
    new = " ".join(random.sample(preview.RUSSIAN[1:-1], 4))
    catalog.write_text(re.sub(f"{begin} [^.]*?{end}", f"{begin} {new} {end}", text), encoding="utf-8")


def _start_up(runs: int) -> None:
    """The command line's answer beside the bare interpreter. The installed command counts, where there is one."""
    command = Path(sys.executable).with_name("habar")
    start = [str(command)] if command.exists() else HABAR
    contenders = [
        Contender("python -c pass", [sys.executable, "-c", "pass"]),
        Contender("habar --help", [*start, "--help"]),
        Contender("habar --version", [*start, "--version"]),
    ]
    race("start", contenders, runs)
    bare, page = (median(contender.wall) for contender in contenders[:2])
    print(f"habar --help takes {page / bare:.2f} times python -c pass (2.5 is asked)")


if __name__ == "__main__":
    main()
