"""What all pages of a project depend on, but for its files: the program and the settings, in one digest."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import i18n
from i18n.config import Project

_PACKAGE = Path(i18n.__file__).parent


def climate(project: Project) -> str:
    """Another text where the program, its libraries or the settings are others."""
    settings = replace(project, root=Path())
    seen = (i18n.__version__, sys.version, repr(settings), _libraries(), _program())
    return blake2b(repr(seen).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _libraries() -> list[tuple[str, int]]:
    """Where libraries are installed, and when one was put there or taken away last."""
    folders = (path for path in sys.path if path.endswith(("site-packages", "dist-packages")))
    return [(path, os.stat(path).st_mtime_ns) for path in folders if os.path.isdir(path)]


def _program() -> list[tuple[str, int, int]]:
    """Every file of the package: in a checkout it changes without another version."""
    found = []
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            status = os.stat(f"{folder}/{name}")
            found.append((f"{folder}/{name}", status.st_size, status.st_mtime_ns))
    return sorted(found)
