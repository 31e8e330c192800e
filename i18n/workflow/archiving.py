"""``habar export archive`` and ``habar import archive``: whole bulletins, for keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from i18n import catalogs, files, ids
from i18n.config import Project
from i18n.exchange.archive import Archive, Block, Passage
from i18n.model import Catalog, Document, Place
from i18n.problems import HabarError, Problem, problem
from i18n.segment import Cut
from i18n.workflow import belongings, bulletins, rules
from i18n.workflow.bulletins import SourceFile, Track, silent
from i18n.workflow.reading import collecting


@dataclass(slots=True)
class Export:
    """What is to be written."""

    archives: list[Archive] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Restored:
    """What an import did with one archive."""

    bulletin: str
    written: list[str] = field(default_factory=list)
    """Files that were not there."""
    same: int = 0
    """Files that were there as the archive has them."""
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, names: Sequence[str], track: Track = silent) -> Export:
    """The named bulletins, or all where none is named, as they lie in the project.

    :raises HabarError: H507, there is no such bulletin.
    """
    sources, problems = bulletins.chosen(project, names)
    made = Export(problems=problems)
    own = rules.load(project)
    for document in bulletins.documents(project, sources, made.problems, track, "Archiving"):
        with collecting(made.problems):
            made.archives.append(_archive(project, document, own.cut(document), sources[document.id], made.problems))
    return made


def _archive(project: Project, document: Document, cut: Cut, source: SourceFile, problems: list[Problem]) -> Archive:
    read = [bulletins.read_catalog(project, document.id, locale) for locale in project.locales]
    return Archive(
        bulletin=document.id,
        locale=document.locale,
        revision=document.revision,
        recorded=document.meta.record_date,
        dated=document.meta.display_date,
        files=_kept(project, document, source, problems),
        blocks=tuple(_blocks(cut)),
        catalogs=tuple(catalog for catalog in read if catalog),
    )


def _kept(project: Project, document: Document, source: SourceFile, problems: list[Problem]) -> dict[str, bytes]:
    """The files of a bulletin, as far as an archive has room for them."""
    found: dict[str, bytes] = {}
    room = belongings.MOST
    for name in belongings.names(project, document.id, source.name, document.aliases):
        data = files.read_if_there(f"{project.root}/{name}", name)
        if data is None:
            continue
        if len(data) > min(room, belongings.LARGEST) or not belongings.belongs(name, document.id):
            problems.append(problem("H353", Place(name), f"the archive of {document.id} does not hold this file"))
            continue
        room -= len(data)
        found[name] = data
    return found


def _blocks(cut: Cut) -> Iterator[Block]:
    for unit, pieces in cut:
        yield Block(unit.id, unit.role, tuple(Passage(piece.id, piece.key[1]) for piece in pieces))


def restore(project: Project, archive: Archive, path: str, *, dry: bool = False) -> Restored:
    """Puts the files of an archive where they are missing. What is there and differs is left alone, with a problem.

    :param path: the file of the archive, for messages.
    :param dry: write nothing.
    :raises HabarError: H350, the archive holds what no project can hold; nothing is written then.
    """
    done = Restored(archive.bulletin)
    for name, data in _files(project, archive, path, done.problems):
        there = files.read_if_there(project.root / name, name)
        if there is None:
            done.written.append(name)
            if not dry:
                files.write(project.root, name, data, was=None)
        elif _says_the_same(there, data, name):
            done.same += 1
        else:
            done.problems.append(_another(name, path))
    return done


def _another(name: str, path: str) -> Problem:
    return problem("H351", Place(name), f"{path} has another one, and this file was left as it is")


def _files(project: Project, archive: Archive, path: str, problems: list[Problem]) -> list[tuple[str, bytes]]:
    """All files of an archive, checked before the first is written."""
    wrong = ids.fault(archive.bulletin)
    strange = [name for name in archive.files if not belongings.belongs(name, archive.bulletin)]
    if wrong or strange:
        message = wrong[0] if wrong else f"{strange[0]} is no file of {archive.bulletin}"
        raise HabarError(problem("H350", Place(path), message))
    source = bulletins.listing(project)[0].get(archive.bulletin)
    if source and source.name not in archive.files:
        raise HabarError(_another(source.name, path))
    found = list(archive.files.items())
    for catalog in archive.catalogs:
        if catalog.locale in project.locales:
            found.append((project.catalog(archive.bulletin, catalog.locale), _po(catalog)))
        else:
            problems.append(problem("H352", catalog.place, f"the project has no language “{catalog.locale}”"))
    return found


def _po(catalog: Catalog) -> bytes:
    """The PO file. What would be read again as something else is refused."""
    try:
        data = catalogs.render(catalog)
        again = catalogs.parse(data, catalog.place.path, id=catalog.id, locale=catalog.locale)
    except (HabarError, ValueError):
        again = None
    if again is None or replace(again, place=catalog.place) != catalog:
        message = f"no PO file can hold the entries in “{catalog.locale}”"
        raise HabarError(problem("H350", catalog.place, message))
    return data


def _says_the_same(there: bytes, data: bytes, name: str) -> bool:
    """Whether two files are equal; two PO files may be spelled in different ways."""
    if there == data or not name.endswith(".po"):
        return there == data
    try:
        return catalogs.parse(there, name) == catalogs.parse(data, name)
    except HabarError:
        return False
