"""Which files of a project belong to one bulletin: its source, its settings, its earlier versions, its images."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from i18n import files
from i18n.config import Project
from i18n.workflow.versions import FOLDER

LARGEST = 7_000_000
"""Bytes of a file in an archive: readers of XML take texts of ten million, and base64 has a third more."""
MOST = 20_000_000
"""Bytes of all of them."""

_FILE = r"[^/\\.][^/\\]*"


def names(project: Project, bulletin: str, source: str, former: Iterable[str] = ()) -> Iterator[str]:
    """The files by their paths in the project, the most needed first. Not all of them have to be there.

    :param source: the path of the source.
    :param former: ids that the bulletin had before. Versions that are kept under these belong to it, too, but not under
        its id: see ``belongs``.
    :raises HabarError: H501, a folder cannot be read.
    """
    yield source
    yield f"sources/{bulletin}.toml"
    for name in (bulletin, *former):
        yield from _below(project.root, f"{FOLDER}/{name}")
    yield from _below(project.root, f"sources/{bulletin}")


def _below(root: Path, folder: str) -> Iterator[str]:
    yield from (f"{folder}/{name}" for name in files.names(root / folder))
    for inner in files.folders(root / folder):
        yield from _below(root, f"{folder}/{inner}")


def belongs(name: str, bulletin: str) -> bool:
    """Whether a file with this path would be one of the bulletin's."""
    own = re.escape(bulletin)
    places = rf"sources/({own}\.[a-z0-9]+|{own}/{_FILE}|\.versions/{own}/[0-9]+/(files/)?{_FILE})"
    return re.fullmatch(places, name) is not None and name.isprintable()
