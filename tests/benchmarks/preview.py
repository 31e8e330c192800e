"""``habar serve``: how long after a save a browser has the page with the new text.

A client listens to what open pages are told, as the preview's own script does, and asks for the page at once. The time
goes from before the file is written to after the page is read. Half a second is asked.

    python tests/benchmarks/preview.py FOLDER --saves 10
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from itertools import permutations
from pathlib import Path
from statistics import median

from contest import HABAR, written_out

ASKED = 0.5
QUIET = 1.0
"""Seconds between two saves: somebody reads the page."""
RUSSIAN = ("По итогам", "долгих", "трудных", "подробных", "открытых", "важных", "полезных", "переговоров")
ENGLISH = ("The parties noted the", "fruitful", "close", "lasting", "growing", "steady", "useful", "cooperation")
"""How a sentence of the corpus begins and goes on, and words that take turns between: each save is a new text."""


def run(project: Path, saves: int) -> None:
    """Measures a project of the corpus that was built."""
    catalogs = sorted((project / "locales" / "ru" / "LC_MESSAGES").glob("2*.po"))
    bulletin = catalogs[len(catalogs) // 2].stem
    page = f"{bulletin[:10].replace('-', '/')}/{bulletin[11:]}/"
    print(f"\nhabar serve, {saves} saves each")
    print(f"{'':34} {'median s':>8} {'least':>8} {'most':>8}")
    with _served(project) as (host, events):
        for name, file, address, words in (
            ("a PO file", catalogs[len(catalogs) // 2], f"/ru/{page}", RUSSIAN),
            ("a source", project / "sources" / f"{bulletin}.txt", f"/en/{page}", ENGLISH),
        ):
            taken = [_saved(file, host, events, address, text) for text in _texts(file, words, saves)]
            print(f"{name:34} {median(taken):8.3f} {min(taken):8.3f} {max(taken):8.3f}")
            print(f"a page follows a save of {name} after {median(taken):.2f} s ({ASKED} is asked)")


def _texts(file: Path, words: tuple[str, ...], saves: int) -> Iterator[tuple[str, str]]:
    """Whole texts of a file, and what is new in each."""
    begin, *between, end = words
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(begin)
    after = rest[rest.index(end) :]
    for some in list(permutations(between, 3))[:saves]:
        new = f"{begin} {' '.join(some)} "
        yield f"{before}{new}{after}", new.strip()
    file.write_text(text, encoding="utf-8")


def _saved(file: Path, host: str, events: HTTPResponse, address: str, text: tuple[str, str]) -> float:
    """Saves a file and waits until the page has the new text."""
    time.sleep(QUIET)
    begin = time.perf_counter()
    file.write_text(text[0], encoding="utf-8")
    _told(events)
    while text[1] not in _page(host, address):
        _told(events)
    return time.perf_counter() - begin


def _page(host: str, address: str) -> str:
    connection = HTTPConnection(host, timeout=30)
    connection.request("GET", address)
    page = connection.getresponse().read().decode()
    connection.close()
    return " ".join(page.replace("\u00a0", " ").split())


def _told(events: HTTPResponse) -> dict[str, object]:
    """The next thing that open pages are told."""
    for line in events:
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    raise SystemExit("habar serve has ended")


@contextmanager
def _served(project: Path) -> Iterator[tuple[str, HTTPResponse]]:
    """Host and port of a server that has built the site, and what it tells open pages."""
    command = [*HABAR, "-C", str(project), "serve", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = next(line for line in server.stdout or () if "http://" in line)
        host = line.partition("http://")[2].partition("/")[0]
        connection = HTTPConnection(host, timeout=60)
        connection.request("GET", "/.habar/events")
        events = connection.getresponse()
        _told(events)
        yield host, events
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--saves", type=int, default=10)
    options = parser.parse_args()
    written_out()
    run(options.folder, options.saves)


if __name__ == "__main__":
    main()
