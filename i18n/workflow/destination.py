"""A place outside the project where a person asked files to be written: what is said where that cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

_ANOTHER = "give another place with -o"


@contextmanager
def named(output: str) -> Iterator[None]:
    """Where a file cannot be written in the block, the folder is named, with what to do.

    :param output: the file or the folder as the person named it.
    :raises HabarError: H502.
    """
    try:
        yield
    except HabarError as error:
        if not isinstance(error.__cause__, OSError) or error.problems[0].code != "H502":
            raise
        folder = Path(output) if output.endswith("/") or Path(output).is_dir() else Path(output).parent
        why, hint = _obstacle(folder, error.__cause__)
        message = f"nothing can be written into the folder {folder.resolve().as_posix()}: {why}"
        raise HabarError(problem("H502", Place(output), message, hint=hint)) from error


def _obstacle(folder: Path, error: OSError) -> tuple[str, str]:
    """Why nothing can be put into a folder, which may have to be made first, and what to do."""
    there = folder.resolve()
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    if not there.is_dir():
        return f"{there.as_posix()} is a file, and no folder", _ANOTHER
    if isinstance(error, PermissionError) or not os.access(there, os.W_OK | os.X_OK):
        where = "there" if there == folder.resolve() else f"into {there.as_posix()}"
        return f"you may not write {where}", f"{_ANOTHER}, or have the rights of that folder changed"
    return str(error.strerror or error), f"mend that, or {_ANOTHER}"
