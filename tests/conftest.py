"""A project in a temporary folder, and the command ``habar`` run on it as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from i18n import config

ROOT = Path(__file__).parents[1]
SETTINGS = 'source-locale = "en"\nlocales = ["en", "tk", "ru", "ja"]\n'


@dataclass(frozen=True)
class Workplace:
    """A project's folder with the few things that tests do to it."""

    root: Path

    def write(self, name: str, data: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces the one place in a file where ``old`` stands."""
        text = self.read(name).decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def files(self, folder: str = "") -> dict[str, bytes]:
        """Every file below a folder, by its path in it."""
        top = self.root / folder
        return {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}

    @property
    def project(self) -> config.Project:
        return config.find(self.root)

    def habar(
        self, *arguments: str, env: Mapping[str, str | None] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """The command in a process of its own; a value None takes a variable out of the environment."""
        return subprocess.run(
            [sys.executable, "-m", "i18n", *arguments],
            cwd=cwd or self.root,
            env=environment(env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a command: this one's with the package in reach, and with the changes."""
    wanted = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return {name: value for name, value in wanted.items() if value is not None}


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """An empty project: settings for four languages and no bulletin."""
    place = Workplace(tmp_path / "project")
    place.write("habar.toml", SETTINGS)
    return place


@pytest.fixture
def run_in(tmp_path: Path) -> Callable[[str], Workplace]:
    """A folder by name that is no project yet."""

    def made(name: str) -> Workplace:
        (tmp_path / name).mkdir(exist_ok=True)
        return Workplace(tmp_path / name)

    return made
