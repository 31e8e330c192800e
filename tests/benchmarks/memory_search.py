"""``make bench``: the translation memory with very many segments, beside looking at all of them.

A memory is filled, indexed and asked, each in a process of its own, so that the peak of each is its own. Times are CPU
seconds of one core. The questions are 60 % stored sentences with some words changed, the rest are new sentences. The
best match of RapidFuzz over all texts is the truth.

    python tests/benchmarks/memory_search.py --segments 1000000 --locale ru
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from memory_corpus import Corpus

from i18n import memory, similarity
from i18n.memory import Loaded, Origin, Pair, Unit, Variant

PART = 20_000
"""Segments of one origin."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1_000_000)
    parser.add_argument("--others", type=int, default=150_000, help="in the languages that are not the one of --locale")
    parser.add_argument("--locale", choices=["en", "tk", "ru", "ja"], default="ru")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--stage", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage:
        name, folder = options.stage
        print(json.dumps(STAGES[name](Path(folder), options)))
        return
    print("\ntranslation memory: CPU of one core; recall: of the best matches of 75 % and more that there are")
    print(f"{'':4} {'segments':>9} {'fill /s':>8} {'index /s':>9} {'MiB':>5} {'lookup ms':>10} {'p90':>6} {'MiB':>5} "
          f"{'recall':>7} {'of':>4} {'by all ms':>10} {'MiB':>5} {'disk MiB':>9}")  # fmt: skip
    counts = dict.fromkeys(("en", "tk", "ru", "ja"), options.others) | {options.locale: options.segments}
    for locale, count in sorted(counts.items(), key=lambda one: -one[1]):
        if count:
            _measure(locale, count, options.questions)


def _measure(locale: str, count: int, questions: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill, index, look, brute = (_stage(name, folder, locale, count, questions) for name in STAGES)
        disk = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 2**20
    wanted = [(best, found) for best, found in zip(brute["best"], look["best"], strict=True) if best]
    recall = sum(found >= best - 1e-9 for best, found in wanted) / max(len(wanted), 1)
    times = sorted(look["times"])
    print(f"{locale:4} {count:9} {count / fill['cpu']:8.0f} {count / index['cpu']:9.0f} {index['peak']:5.0f} "
          f"{median(times) * 1000:10.1f} {times[len(times) * 9 // 10] * 1000:6.1f} {look['peak']:5.0f} "
          f"{recall:7.3f} {len(wanted):4} {brute['each'] * 1000:10.1f} {brute['peak']:5.0f} {disk:9.0f}", flush=True)  # fmt: skip


def _stage(name: str, folder: str, locale: str, count: int, questions: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--stage", name, folder, "--segments", str(count), "--locale", locale,
               "--questions", str(questions)]  # fmt: skip
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def _texts(options: argparse.Namespace) -> Iterator[str]:
    return Corpus(options.locale).sentences(options.segments)


def _questions(options: argparse.Namespace) -> list[str]:
    own, corpus, fresh = random.Random(7), Corpus(options.locale, 3), Corpus(options.locale, 2)
    places = sorted(own.sample(range(options.segments), min(options.questions, options.segments)))
    wanted = set(places)
    known = [text for at, text in enumerate(_texts(options)) if at in wanted]
    return [corpus.edited(text, own.randint(1, 4)) if own.random() < 0.6 else fresh.sentence() for text in known]


def _fill(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    opened = memory.of_project(folder)
    texts = _texts(options)
    begin = time.process_time()
    spent = 0.0
    origins = []
    for at in range(0, options.segments, PART):
        start = time.process_time()
        part = [
            Unit({options.locale: Variant(text), "xx": Variant(f"{at} {number}")}, options.locale)
            for number, text in zip(range(min(PART, options.segments - at)), texts, strict=False)
        ]
        spent += time.process_time() - start
        origins.append(Origin(f"{at:08}", "1", lambda part=part: Loaded(part)))  # type: ignore[misc]
        opened.refresh(origins[-1:], whole=False)
    return {"cpu": time.process_time() - begin - spent, "peak": _peak()}


def _index(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    opened = memory.of_project(folder)
    begin = time.process_time()
    opened.near("A question.", Pair(options.locale, "xx"))
    return {"cpu": time.process_time() - begin, "peak": _peak()}


def _look(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    opened, pair = memory.of_project(folder), Pair(options.locale, "xx")
    opened.near("A question.", pair)
    times, best = [], []
    for text in _questions(options):
        begin = time.process_time()
        found = opened.near(text, pair)
        times.append(time.process_time() - begin)
        best.append(found[0].score if found else 0)
    return {"times": times, "best": best, "peak": _peak()}


def _brute(_: Path, options: argparse.Namespace) -> dict[str, Any]:
    texts, questions = list(_texts(options)), _questions(options)
    begin = time.process_time()
    found = [similarity.nearest(text, texts, memory.MINIMUM)[:1] for text in questions]
    each = (time.process_time() - begin) / len(questions)
    return {"best": [one[0][0] if one else 0 for one in found], "each": each, "peak": _peak()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


STAGES = {"fill": _fill, "index": _index, "look": _look, "brute": _brute}


if __name__ == "__main__":
    main()
