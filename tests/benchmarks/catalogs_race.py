"""Catalogs beside the peers: reading, writing and merging 10,000 entries of which 5 % changed by one word."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from catalog_work import score
from contest import HERE, Contender, race, script

WORK = [sys.executable, str(HERE / "catalog_work.py")]


def run(folder: Path, entries: int, runs: int) -> None:
    """Measures in a folder that is empty."""
    script("catalog_work.py", "make", str(folder), "--entries", str(entries))
    old = str(folder / "old.po")
    readers = [Contender(f"{name}: read", [*WORK, f"{name}-read", old]) for name in ("habar", "polib")]
    out = str(folder / "out.po")
    readers += [
        Contender(f"{name}: read and write anew", [*WORK, f"{name}-write", old, out]) for name in ("habar", "polib")
    ]
    if msgcat := shutil.which("msgcat"):
        readers.append(Contender("msgcat --no-wrap", [msgcat, "--no-wrap", "-o", out, old]))
    race(f"a catalog of {entries} entries", readers, runs)
    _merge(folder, entries, ("habar", "polib", "msgmerge"))
    _merge(folder / "tenth", entries // 10, ("habar", "polib", "msgmerge", "pot2po"))  # pot2po takes its time


def _merge(folder: Path, entries: int, names: Sequence[str]) -> None:
    script("catalog_work.py", "make", str(folder), "--entries", str(entries))
    mergers = [one for name in names if (one := _merger(name, folder))]
    race(f"{entries} entries, 5 % changed by one word: merged", mergers, 1)
    for one in mergers:
        print(f"{one.name:34} {score(folder, folder / f'{one.name}.po')}")


def _merger(name: str, folder: Path) -> Contender | None:
    old, new, out = str(folder / "old.po"), str(folder / "new.pot"), str(folder / f"{name}.po")
    if name in ("habar", "polib"):
        return Contender(name, [*WORK, f"{name}-merge", old, new, out])
    program = shutil.which(name)
    if program is None:
        print(f"{name} is not installed: it cannot be compared with")
        return None
    if name == "msgmerge":
        return Contender(name, [program, "--quiet", "--previous", "-o", out, old, new])
    return Contender(name, [program, "--progress=none", "-t", old, new, out])
