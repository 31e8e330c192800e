"""What every command that reads sources does, whether they lie in a project or alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from i18n.model import Document
from i18n.problems import HabarError, Problem, problem


@contextmanager
def collecting(problems: list[Problem]) -> Iterator[None]:
    """Where a file stops what stands in the block, its problems are added to ``problems`` and the work goes on."""
    try:
        yield
    except HabarError as error:
        problems.extend(error.problems)


def remarks(document: Document) -> list[Problem]:
    """What the reader of a document noticed, as problems."""
    return [problem(remark.code, remark.place, remark.message) for remark in document.remarks]


def linked(folder: Path, root: Path | None = None) -> Callable[[str, str], bytes]:
    """Reads the rules files that a source links, at or below ``folder`` and nowhere else.

    :param root: what the paths of sources are relative to, where it is not the folder.
    """

    def load(href: str, base: str) -> bytes:
        from i18n.formats import its  # with lxml behind it: only for sources that link something

        return its.loader(folder, root)(href, base)

    return load
