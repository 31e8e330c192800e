"""The door to git: what is said to it is a setting of one repository."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem


def top_of(folder: Path) -> Path:
    """The top folder of the repository that a folder lies in.

    :raises HabarError: H526 where git is missing or the folder lies in no repository.
    """
    return Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))


def configure(top: Path, settings: Mapping[str, str]) -> None:
    """Sets settings of this copy of a repository; they do not travel with it.

    :raises HabarError: H526 with what git says.
    """
    for name, value in settings.items():
        _git(top, "config", "--local", name, value)


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(  # noqa: S603 - a list of our own words, no shell
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HabarError(problem("H526", Place(str(folder)), f"git cannot be run: {error}")) from error
    if ran.returncode:
        said = " ".join(ran.stderr.split()) or f"it ended with status {ran.returncode}"
        raise HabarError(problem("H526", Place(str(folder)), f"git says: {said}"))
    return ran.stdout
