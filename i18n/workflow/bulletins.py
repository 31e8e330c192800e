"""The bulletins of a project and the files that belong to each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from i18n import approval, catalogs, config, files, formats, ids, origin, segment, similarity
from i18n.config import BulletinSettings, Project
from i18n.model import RUNNING, Catalog, Document, Entry, Key, LocaleTag, Place
from i18n.problems import HabarError, Problem, has_errors, problem
from i18n.workflow import aliases, media
from i18n.workflow.reading import collecting, linked, remarks
from i18n.workflow.strays import strays

Track = Callable[[Sequence[str], str], Iterable[str]]
"""Goes through ids and may show how far it is; the text says what is being done."""


_APPROVED, _MACHINE = approval.MARK.strip().encode(), origin.MARK.partition(" by")[0].encode()
"""What a catalog holds where it has a comment of a reviewer, or of a machine."""
_SLIP = 0.8
"""How like an id one must be that may have been mistyped."""


class SourceFile(NamedTuple):
    """One file in ``sources/``."""

    id: str
    name: str
    """Relative to the project: ``sources/<id>.txt``."""


@dataclass(frozen=True, slots=True)
class Translations:
    """What a bulletin's catalog holds for its page."""

    texts: Mapping[Key, str]
    """The finished translations."""
    approved: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """Those that somebody approved, with the names of who did."""
    data: bytes = b""
    """The bytes of the catalog."""
    machine: frozenset[Key] = frozenset()
    """Those that are word for word a machine's, without a reviewer who approved them."""


def folders_of(project: Project) -> list[str]:
    """Where nearly all files of a project lie: the sources, and the catalogs of each language. Each ends in a slash."""
    return ["sources/", *(project.catalog("", locale).removesuffix(".po") for locale in project.locales)]


def silent(ids: Sequence[str], label: str) -> Iterable[str]:  # noqa: ARG001
    """The ``Track`` that shows nothing."""
    return ids


def listing(project: Project) -> tuple[dict[str, SourceFile], list[Problem]]:
    """The source files by id, sorted, and what is wrong with the others. Of two with one id, neither is there."""
    found: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    seen: set[str] = set()
    settings: set[str] = set()
    for name in files.names(project.sources):
        bulletin = ids.of_file(name)
        if name.endswith(".toml"):
            settings.add(bulletin)
            continue
        seen.add(bulletin)
        file = SourceFile(bulletin, f"sources/{name}")
        if fault := _fault(file, found.get(bulletin)):
            problems.append(fault)
        else:
            found[bulletin] = file
    for each in problems:
        if each.code == "H107":  # nobody but the editor knows which of the two is meant: readers keep what they have
            found.pop(ids.of_file(each.place.path), None)
    return found, [*problems, *strays(project, seen, settings)]


def stuck(problems: Iterable[Problem], sources: Mapping[str, SourceFile]) -> dict[str, str]:
    """The bulletins that are not among the sources because of a file's name, with one of their files.

    :param problems: what ``listing`` found.
    """
    found = ((ids.of_file(each.place.path), each.place.path) for each in problems if each.code in ("H106", "H107"))
    return {bulletin: path for bulletin, path in found if bulletin not in sources}


def chosen(project: Project, names: Sequence[str]) -> tuple[dict[str, SourceFile], list[Problem]]:
    """The files of the bulletins that were named, or of all where none was, and what is wrong with the others.

    :raises HabarError: H507, a name that is no bulletin's.
    """
    found, problems = listing(project)
    if not names:
        return found, problems
    if unknown := [_unknown(name, list(found)) for name in names if name not in found]:
        raise HabarError(*([each for each in problems if ids.of_file(each.place.path) in names] or unknown))
    return {name: found[name] for name in sorted(set(names))}, []


def _unknown(name: str, known: list[str]) -> Problem:
    """Says that there is no such bulletin, and which may be meant: by a file of it, by a part of its id, by a slip."""
    written = ids.of_file(name.replace("\\", "/").rstrip("/"))
    meant = [each for each in known if written and written in each]
    if written not in known and len(meant) != 1:
        meant = [known[place] for _, place in similarity.nearest(written, known, _SLIP)]
    best = written if written in known else next(iter(meant), None)
    hint = f"is it {best}? All ids are shown by: habar status" if best else None
    return problem("H507", Place("sources"), f"there is no bulletin {name!r}", hint=hint)


def read_document(project: Project, file: SourceFile, *, event: bool = True) -> Document:
    """The bulletin in a source file.

    :param event: whether the day of the event is asked for.
    :raises HabarError: with every reason why it cannot be read or must not be published.
    """
    settings = config.of_bulletin(project, file.id)
    if settings.aliases:
        aliases.refuse_living(project, file.id, settings.aliases)
    data = files.read_bytes(f"{project.root}/{file.name}", file.name)
    source = source_of(project, file, data, settings, event=event)
    document = media.described(formats.read(source), settings)
    if has_errors(remarks(document)):
        raise HabarError(*remarks(document))
    if settings.overrides or settings.aliases:
        return replace(document, overrides=settings.overrides, aliases=settings.aliases)
    return document


def source_of(
    project: Project, file: SourceFile, data: bytes, settings: BulletinSettings, *, event: bool = True
) -> formats.Source:
    """What a reader is given for a source file with these bytes.

    :raises HabarError: H501, a file with ITS rules of the project cannot be read.
    """
    return formats.Source(
        id=file.id,
        path=file.name,
        data=data,
        locale=settings.locale,
        mode=settings.mode,
        rules=tuple(_rules(project, name) for name in project.its),
        load=linked(project.root),
        accept_changes=settings.accept_changes,
        event=event,
    )


def _rules(project: Project, name: str) -> formats.RuleFile:
    """A file with ITS rules that the settings name.

    :raises HabarError: H143 where a symbolic link leads out of the project; H501 where it cannot be read.
    """
    file = project.root / name
    if not Path(os.path.realpath(file)).is_relative_to(project.root.resolve()):
        raise HabarError(problem("H143", Place(name), "a symbolic link leads out of the project"))
    return formats.RuleFile(name, files.read_bytes(file, name))


def unused_overrides(document: Document) -> list[Problem]:
    """The overrides of a bulletin that fit nowhere: its text may have been edited since."""
    if not document.overrides:
        return []
    texts = [segment.running_text(unit.content) for unit in document.units if unit.role in RUNNING]
    return [
        problem("H129", unused.place, f"no paragraph has “{unused.before} {config.MARK} {unused.after}”")
        for unused in segment.unused(texts, document.overrides)
    ]


def languages(project: Project, locale: LocaleTag | None) -> tuple[LocaleTag, ...]:
    """The language that was named, or all of the project.

    :raises HabarError: H523, it is none of the project's.
    """
    if locale is None:
        return project.locales
    if locale not in project.locales:
        message = f"the project has no language “{locale}”: {', '.join(project.locales)}"
        raise HabarError(problem("H523", Place(project.settings), message))
    return (locale,)


def read_catalog(project: Project, bulletin: str, locale: LocaleTag) -> Catalog | None:
    """The bulletin's catalog in one language; None where there is none yet.

    :raises HabarError: with every fault of the file.
    """
    data = catalog_bytes(project, bulletin, locale)
    return None if data is None else catalog_of(project, bulletin, locale, data)


def catalog_bytes(project: Project, bulletin: str, locale: LocaleTag) -> bytes | None:
    """The bytes of the bulletin's catalog in one language; None where there is none yet.

    :raises HabarError: H501, the file cannot be read.
    """
    name = project.catalog(bulletin, locale)
    return files.read_if_there(f"{project.root}/{name}", name)


def catalog_of(project: Project, bulletin: str, locale: LocaleTag, data: bytes) -> Catalog:
    """The bulletin's catalog in one language, from its bytes.

    :raises HabarError: with every fault of the file.
    """
    return catalogs.parse(data, project.catalog(bulletin, locale), id=bulletin, locale=locale)


def read_translations(project: Project, bulletin: str, locale: LocaleTag) -> Translations:
    """The bulletin's finished translations in one language; none where there is no catalog yet.

    :raises HabarError: with every fault of the file.
    """
    name = project.catalog(bulletin, locale)
    data = catalog_bytes(project, bulletin, locale)
    if data is None:
        return Translations({})
    if _APPROVED not in data and _MACHINE not in data:  # the quick way, without the comments
        return Translations(catalogs.translations(data, name), data=data)
    entries = catalogs.parse(data, name).entries
    return Translations(
        {entry.key: entry.msgstr for entry in entries if entry.translated},
        {entry.key: names for entry in entries if (names := _reviewers(entry))},
        data,
        frozenset([entry.key for entry in entries if origin.only_machine(entry)]),
    )


def _reviewers(entry: Entry) -> frozenset[str]:
    return frozenset([found.name for found in approval.counting(entry)])


def documents(
    project: Project,
    sources: dict[str, SourceFile],
    problems: list[Problem],
    track: Track,
    label: str,
    *,
    with_media: bool = False,
) -> Iterator[Document]:
    """Every bulletin that can be read, one by one. The problems of the others are added to ``problems``.

    :param with_media: whether their images and attachments are looked for, too.
    """
    for bulletin in track(list(sources), label):
        document = None
        with collecting(problems):
            read = read_document(project, sources[bulletin])
            document = media.furnished(project, read) if with_media else read
        if document:
            yield document


def _fault(file: SourceFile, other: SourceFile | None) -> Problem | None:
    place = Place(file.name)
    if formats.for_name(file.name) is None:
        return formats.no_reader(file.name)
    if wrong := ids.fault(file.id):
        message, hint = wrong
        return problem("H108", place, message, hint=hint)
    if other:
        return problem("H107", place, f"{other.name} has the same id")
    return None
