"""``habar file`` on many files, beside itstool and html2po: templates out of documents, and documents out of catalogs.

Each program gets the same files in one call, and its start-up counts: with few files it is much of the whole. Units are
paragraphs, as the peers have them. itstool writes one template for all files, the others one for each. habar works on
all cores, so the wall's clock is as telling as the CPU's seconds.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from contest import HABAR, Contender, compared, race, remover, script

ASKED = {"txt": 5.0, "xml": 2.0, "html": 1.0}
"""Megabytes of source in a second of one core."""


PEERS = {"xml": "itstool", "html": "html2po"}
FEW = 300
LARGE = 550
"""So many bulletins are a document of 1 MB."""


def run(folder: Path, files: int, runs: int) -> None:
    """Measures every kind of document in a folder that is empty: few small ones, many, then four large ones."""
    for kind in ASKED:
        if kind in PEERS:
            _kind(folder / "few" / kind, kind, FEW, 2, runs)
        _kind(folder / "small" / kind, kind, files, 2, runs)
        _kind(folder / "large" / kind, kind, 4, LARGE, runs)


def _kind(place: Path, kind: str, files: int, bulletins: int, runs: int) -> None:
    asked = ASKED[kind]
    numbers = ["--files", str(files), "--bulletins", str(bulletins)]
    script("documents.py", "make", str(place / "in"), "--kind", kind, *numbers)
    sources = sorted(map(str, (place / "in").iterdir()))
    size = sum(Path(source).stat().st_size for source in sources) / 1e6
    outward = list(_extracting(kind, place, sources))
    if kind in PEERS and not shutil.which(PEERS[kind]):
        print(f"{PEERS[kind]} is not installed: no peer to compare with")
    race(f"{files} files .{kind}, {size:.1f} MB: templates", outward, runs)
    for one in ("habar", "peer"):
        script("documents.py", "fill", str(place / one))
    back = list(_compiling(kind, place, sources))
    race(f"{files} files .{kind}, {size:.1f} MB: translated files", back, runs)
    for contenders in (outward, back):
        mine = [one for one in contenders if one.name.startswith("habar")]
        for one in mine:
            print(f"{one.name}, .{kind}: {size / median(one.cpu):.2f} MB/s of one core ({asked} is asked)")
        for peer in contenders[len(mine) :]:
            compared(mine[0], peer)


def _extracting(kind: str, place: Path, sources: list[str]) -> Iterator[Contender]:
    mine, theirs = place / "habar", place / "peer"
    theirs.mkdir(parents=True)
    yield Contender("habar file extract", [*HABAR, "file", "extract", *sources, "-o", f"{mine}/"], remover(mine))
    sentence = place / "sentence"
    yield Contender(
        "habar file extract --units sentence",
        [*HABAR, "file", "extract", "--units", "sentence", *sources, "-o", f"{sentence}/"],
        remover(sentence),
    )
    if kind == "xml" and (itstool := shutil.which("itstool")):
        yield Contender("itstool -o", [itstool, "-o", f"{theirs}/all.pot", *sources])
    if kind == "html" and (html2po := shutil.which("html2po")):
        yield Contender("html2po", [html2po, "--progress=none", str(place / "in"), str(theirs)])


def _compiling(kind: str, place: Path, sources: list[str]) -> Iterator[Contender]:
    mine, theirs, out = place / "habar", place / "peer", place / "out"
    command = [*HABAR, "file", "compile", *sources, str(mine), "--to", "ru", "-o", f"{out}/"]
    yield Contender("habar file compile", command, remover(out))
    if kind == "xml" and (itstool := shutil.which("itstool")):
        yield Contender("itstool -m", [itstool, "-m", f"{theirs}/all.mo", "-o", str(place), *sources])
    if kind == "html" and (po2html := shutil.which("po2html")):
        yield Contender(
            "po2html", [po2html, "--progress=none", "-t", str(place / "in"), str(theirs), str(place / "html")]
        )
