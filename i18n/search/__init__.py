"""The door to Pagefind, which makes an index of finished pages for a search that runs in the browser.

It comes with ``habar[search]``: a program for this machine inside of a Python package. Nothing asks the network.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

MODULE = "pagefind"
_PARTS = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_SUFFIXES = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment")
"""Files that a search needs. Pagefind writes forms and styles of its own beside them, which no page uses."""
_LONGEST = 1800
"""Seconds that an index may take: 4,000 pages need seven."""


def available() -> bool:
    """Whether Pagefind is installed."""
    return find_spec(MODULE) is not None


def index(site: Path, into: Path, *, keep_names: bool) -> None:
    """Writes an index of the pages below ``site`` into the folder ``into``.

    :param keep_names: whether results name ``index.html``, as links of a preview do.
    :raises HabarError: H314, Pagefind could not make it.
    """
    import subprocess  # few commands make an index

    options = ["--site", str(site), "--output-path", str(into), "--glob", "**/index.html", "--silent"]
    command = [sys.executable, "-m", MODULE, *options, *(["--keep-index-url"] if keep_names else [])]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=_LONGEST, check=False, cwd=site)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HabarError(problem("H314", Place("output"), str(error))) from error
    if ended.returncode or not (into / _PARTS[0]).is_file():
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HabarError(problem("H314", Place("output"), said[-1] if said else "Pagefind ended without an index"))


def needed(folder: Path) -> dict[str, bytes]:
    """The files of an index that a search page loads, by their path in it."""
    found: dict[str, bytes] = {}
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name in _PARTS or name.endswith(_SUFFIXES):
                path = Path(place, name)
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
