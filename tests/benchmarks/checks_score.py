"""Scores the checks against the gold pairs: defects found, found as what they are, and false alarms.

Run: ``python tests/benchmarks/checks_score.py [FILE...]``. A row of a table counts once for each pair of languages
that it is checked in. Warnings and errors count as alarms, and so does information.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from i18n.checks import CHECKS, check_pair
from i18n.glossary import parse

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "checks"
LOCALES = ("en", "tk", "ru", "ja")
Pair = tuple[str, str]


@dataclass
class Score:
    """Counts of pairs."""

    wrong: int = 0
    found: int = 0
    kind: int = 0
    """Found with the right code."""
    right: int = 0
    alarms: int = 0

    def line(self) -> str:
        recall, kind, alarms = (
            part / whole * 100 if whole else 0
            for part, whole in ((self.found, self.wrong), (self.kind, self.wrong), (self.alarms, self.right))
        )
        return f"{self.wrong:6} {recall:7.1f} {kind:7.1f} {self.right:6} {alarms:7.1f}"


def directions(row: dict[str, Any]) -> list[Pair]:
    languages = [key for key in row if key in LOCALES]
    return [(languages[0], languages[1])] if row.get("one_way") else list(permutations(languages, 2))


def rows(files: list[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in files:
        table = tomllib.loads(file.read_text("utf-8"))
        yield from ((verdict, row) for verdict in ("right", "wrong") for row in table.get(verdict, []))


def main(files: list[Path]) -> None:
    glossary = parse((ROOT / "locales" / "glossary.csv").read_text("utf-8"), "glossary.csv")
    by_pair: defaultdict[str, Score] = defaultdict(Score)
    by_code: defaultdict[str, Score] = defaultdict(Score)
    count, started = 0, time.perf_counter()
    for verdict, row in rows(files):
        for source, target in directions(row):
            count += 1
            codes = {one.code for one in check_pair(row[source], row[target], source, target, glossary=glossary)}
            for score in (by_pair[f"{source}-{target}"], by_pair["all"]):
                _count(score, verdict, codes, row.get("code"))
            if verdict == "wrong":
                _count(by_code[row["code"]], verdict, codes, row["code"])
    taken = time.perf_counter() - started
    print(f"{'':16} {'wrong':>6} {'found':>7} {'kind':>7} {'right':>6} {'alarms':>7}   (per cent)")
    for pair in sorted(by_pair, key=lambda pair: (pair == "all", pair)):
        print(f"{pair:16} {by_pair[pair].line()}")
    names = {check.id: check.name for check in CHECKS}
    for code in sorted(by_code):
        print(f"{code} {names[code]:11} {by_code[code].line()[:22]}")
    print(f"{count} pairs in {taken:.2f} s: {count / taken:.0f} in a second")


def _count(score: Score, verdict: str, codes: set[str], code: str | None) -> None:
    if verdict == "right":
        score.right += 1
        score.alarms += bool(codes)
    else:
        score.wrong += 1
        score.found += bool(codes)
        score.kind += code in codes


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(GOLD.glob("*.toml")))
