"""Catalogs beside the peers: reading, writing and merging 10,000 entries of which 5 % changed by one word."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from catalog_work import score
from contest import HERE, Contender, race, script

WORK = [sys.executable, str(HERE / "catalog_work.py")]


def run(folder: Path, entries: int, runs: int) -> None:
    """Measures in a folder that is empty."""
    script("catalog_work.py", "make", str(folder), "--entries", str(entries))
    old, new = str(folder / "old.po"), str(folder / "new.pot")
    readers = [Contender(f"{name}: read", [*WORK, f"{name}-read", old]) for name in ("habar", "polib")]
    out = str(folder / "out.po")
    readers += [
        Contender(f"{name}: read and write anew", [*WORK, f"{name}-write", old, out]) for name in ("habar", "polib")
    ]
    if msgcat := shutil.which("msgcat"):
        readers.append(Contender("msgcat --no-wrap", [msgcat, "--no-wrap", "-o", out, old]))
    race(f"a catalog of {entries} entries", readers, runs)
    mergers = list(_mergers(folder, old, new))
    race(f"{entries} entries, 5 % changed by one word: merged", mergers, 1)
    for one in mergers:
        merged = folder / f"{one.name.partition(' ')[0]}.po"
        print(f"{one.name:34} {score(folder, merged)}")


def _mergers(folder: Path, old: str, new: str) -> list[Contender]:
    found = [
        Contender(name, [*WORK, f"{name}-merge", old, new, str(folder / f"{name}.po")]) for name in ("habar", "polib")
    ]
    if msgmerge := shutil.which("msgmerge"):
        command = [msgmerge, "--quiet", "--previous", "-o", str(folder / "msgmerge.po"), old, new]
        found.append(Contender("msgmerge --previous", command))
    else:
        print("msgmerge is not installed: no peer to compare the merge with")
    if pot2po := shutil.which("pot2po"):
        command = [pot2po, "--progress=none", "-t", old, new, str(folder / "pot2po.po")]
        found.append(Contender("pot2po -t", command))
    return found
