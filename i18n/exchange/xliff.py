"""XLIFF 1.2 and 2.0 (OASIS): bulletins for a CAT tool, and what came back from one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from i18n.exchange.xmlfile import attribute, children, local, root_of
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n.interchange import TransFile

Version = Literal["1.2", "2.0"]


def write(files: Sequence[TransFile], version: Version = "1.2") -> tuple[bytes, list[Problem]]:
    """An XLIFF file in UTF-8 with a ``<file>`` for each bulletin, and the texts that XML cannot hold (H275).

    Same files, same bytes. In 2.0 all have one source language, because the format has one for the whole.

    :raises ValueError: files of several source languages for 2.0.
    """
    from i18n.exchange import xliff1, xliff2
    from i18n.exchange.writable import writable

    kept, problems = writable(files)
    text = xliff1.text(kept) if version == "1.2" else xliff2.text(kept)
    return text.encode("utf-8"), problems


def read(data: bytes, path: str) -> list[TransFile]:
    """The bulletins in an XLIFF file of version 1.0 to 1.2 or 2.0 to 2.2. ``path`` is for the places.

    Nothing is asked of the file but that it is XLIFF: a unit may lack what habar wrote into it.

    :raises HabarError: H260 to H263 with every fault, each with its line.
    """
    from i18n.exchange import xliff1, xliff2

    root = root_of(data, path)
    version = attribute(root, "version") or ""
    if local(root) != "xliff":
        message = f"the file begins with <{local(root)}>; an XLIFF file begins with <xliff>"
        raise HabarError(problem("H262", Place(path, root.sourceline), message))
    if version[:2] not in ("1.", "2."):
        message = f"the version is {version!r}; known are 1.0 to 1.2 and 2.0 to 2.2"
        raise HabarError(problem("H262", Place(path, root.sourceline), message))
    return _checked(root, path, xliff1.files(root, path) if version[:2] == "1." else xliff2.files(root, path))


def _checked(root: Any, path: str, found: list[TransFile]) -> list[TransFile]:
    """The files, if there is one and each says what it is."""
    problems = []
    for file in found:
        if not file.original:
            problems.append(problem("H263", file.place, "<file> does not say which bulletin it is (original)"))
        if not file.target_locale:
            problems.append(problem("H263", file.place, "the file names no language of the translation"))
    if not any(True for _ in children(root, "file")):
        problems.append(problem("H263", Place(path, root.sourceline), "there is no <file> in it"))
    if problems:
        raise HabarError(*problems)
    return found
