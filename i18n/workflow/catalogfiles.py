"""``habar catalog``: what is done to PO files by their names, in a project or outside one."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from i18n import catalogs, files, git
from i18n.model import Catalog, Place
from i18n.problems import HabarError, Problem, problem
from i18n.threeway import joined
from i18n.workflow.reading import collecting

_ATTRIBUTES = (".gitattributes", ("*.po merge=habar", "*.pot merge=habar"))


@dataclass(slots=True)
class Formatted:
    """What ``habar catalog format`` did."""

    done: list[tuple[str, str]] = field(default_factory=list)
    """Each file that is not, or was not, in canonical form, and the encoding it was converted from, if it was."""
    problems: list[Problem] = field(default_factory=list)


def format_(
    paths: Sequence[Path], *, check: bool = False, convert: bool = False, charset: str | None = None
) -> Formatted:
    """Writes each file in canonical form, all that is in it kept.

    :param check: nothing is written.
    :param convert: files in other encodings become UTF-8; ``charset`` names the encoding where it cannot be told.
    """
    report = Formatted()
    for path in paths:
        with collecting(report.problems):
            was = files.read_bytes(path, path.as_posix())
            data, encoding = catalogs.in_utf8(was, path.as_posix(), charset) if convert else (was, "utf-8")
            text = catalogs.render(catalogs.formatted(catalogs.parse(data, path.as_posix())))
            if text == was:
                continue
            if not check:
                put(path, text, was)
            report.done.append((path.as_posix(), "" if encoding in ("utf-8", "ascii") else encoding))
    return report


def merge(base: Path, ours: Path, theirs: Path, output: Path | None = None, name: str | None = None) -> list[Problem]:
    """Brings theirs into ours, entry by entry, by what both were made from. Returns a problem for each contradiction.

    :param output: the file to write; None: ours.
    :param name: what the file is called in messages, where the three are copies that git made of it.
    :raises HabarError: where one of the three cannot be read; nothing is written then.
    """
    read = [_version(path, name) for path in (base, ours, theirs)]
    problems = [found for _, _, wrong in read for found in wrong]
    old, mine, other = (catalog for catalog, _, _ in read)
    if problems:
        raise HabarError(*problems)
    target = output or ours
    done = joined(old, mine or other or _nothing(ours), other or mine or _nothing(theirs))
    data = catalogs.render(done.catalog)
    put(target, data, read[1][1] if target == ours else None)
    shown = name or target.as_posix()
    places = {entry.key: entry.place for entry in catalogs.parse(data, shown).entries if not entry.obsolete}
    message = "both versions changed this translation: ours stays as fuzzy, theirs stands above it"
    return [
        problem("H223", places.get(entry.key) or Place(shown), message, msgid=entry.msgid) for entry in done.conflicts
    ]


def install_merge_driver(folder: Path) -> tuple[Path, bool]:
    """Lets git bring PO files together entry by entry. Returns the file that names them, and whether it changed.

    Where one of the versions cannot be read, git's own merge by lines takes over, with its markers.

    :raises HabarError: H526 where there is no repository or no git.
    """
    top = git.top_of(folder)
    command = f"{shlex.quote(sys.executable)} -P -m i18n catalog merge --name %P %O %A %B"
    by_lines = "git merge-file -L ours -L base -L theirs %A %O %B"
    git.configure(
        top,
        {
            "merge.habar.name": "PO files entry by entry",
            "merge.habar.driver": f"{command}; status=$?; [ $status -lt 2 ] && exit $status; {by_lines}",
        },
    )
    name, wanted = _ATTRIBUTES
    was = files.read_if_there(top / name, name) or b""
    known = was.decode("utf-8", "surrogateescape").splitlines()
    missing = [line for line in wanted if line not in known]
    text = was + (b"\n" if was and not was.endswith(b"\n") else b"") + "".join(f"{line}\n" for line in missing).encode()
    return top / name, bool(missing) and files.write(top, name, text)


def show(path: Path) -> Catalog:
    """The catalog in a file.

    :raises HabarError: with everything that is wrong with it.
    """
    return catalogs.parse(files.read_bytes(path, path.as_posix()), path.as_posix(), id=path.stem)


def put(path: Path, data: bytes, was: bytes | None) -> None:
    """Writes a file that may lie anywhere, if it is still what it ``was``.

    :raises HabarError: H502 where it is not, or cannot be written.
    """
    whole = path.resolve()
    try:
        if was is None:
            files.write(whole.parent, whole.name, data)
        else:
            files.write(whole.parent, whole.name, data, was=was)
    except files.StaleError as error:
        message = "another program wrote to the file at the same time; run the command again"
        raise HabarError(problem("H502", Place(path.as_posix()), message)) from error


def _version(path: Path, name: str | None) -> tuple[Catalog | None, bytes, list[Problem]]:
    """One version of a file: its catalog, its bytes, what is wrong with it. An empty file is no version."""
    shown = name or path.as_posix()
    try:
        data = files.read_bytes(path, shown)
        return (catalogs.parse(data, shown, id=path.stem) if data.strip() else None), data, []
    except HabarError as error:
        return None, b"", list(error.problems)


def _nothing(path: Path) -> Catalog:
    raise HabarError(problem("H201", Place(path.as_posix(), 1), "there is nothing in the file"))
