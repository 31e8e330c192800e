"""What somebody else put into the site goes along into every new release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from i18n.delivery.release import Release, in_the_way


def with_carried(release: Release, source: Path, old: Path, foreign: list[str], shown: str) -> Release:
    """The release with the files of other people, none of which is in the way of its own.

    :param source: where the files of the release lie.
    :param old: where those of the other people lie, the ``foreign`` ones.
    :raises HabarError: H371, one is in the way.
    """
    folders = {parent for name in release.files for parent in parents(name)}
    wrong = [
        name
        for name in foreign
        if name in folders
        or any(parent in release.files for parent in parents(name))
        or (name in release.files and not _same(source / name, old / name))
    ]
    if wrong:
        raise in_the_way(wrong, shown)
    carried = tuple(name for name in foreign if name not in release.files)
    return replace(release, carried=carried)


def parents(name: str) -> Iterator[str]:
    """The folders that a file lies in."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.is_file() and one.read_bytes() == other.read_bytes()
