"""The project's translation memory: brought up to its catalogs and TMX files, and asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path

from i18n import approval, config, files, memory, origin
from i18n.config import PASSWORD, Project
from i18n.interchange import MemoryUnit, spelled_texts
from i18n.memory import Loaded, Match, Memory, Origin, Spot, Unit, Variant
from i18n.model import Catalog, Key, LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import bulletins, rules
from i18n.workflow.bulletins import SourceFile
from i18n.workflow.reading import collecting
from i18n.workflow.rules import Rules
from i18n.workflow.sentences import sentence_units

FOLDER = "locales/memory"
"""Where TMX files lie."""


def opened(project: Project, environment: Mapping[str, str] = os.environ) -> tuple[Memory, list[Problem]]:
    """The memory of the project or of its team, brought up to the project's files, and what is wrong with some.

    Where the team's cannot be reached, that is a problem, and the project's own memory is opened.

    :raises HabarError: the memory cannot be read or written, or the project's rules for sentences.
    """
    origins = list(origins_of(project))
    if not project.memory.url:
        return _own(project, origins)
    try:
        return _team(project, origins, environment.get(PASSWORD))
    except HabarError as error:
        found, problems = _own(project, origins)
        return found, [*error.problems, *problems]


def _own(project: Project, origins: Sequence[Origin]) -> tuple[Memory, list[Problem]]:
    try:
        found = memory.of_project(project.root)
        return found, found.refresh(origins).problems
    except memory.DamagedError:
        found = memory.of_project(project.root)
        return found, found.refresh(origins).problems


def _team(project: Project, origins: Sequence[Origin], password: str | None) -> tuple[Memory, list[Problem]]:
    name = project.memory.name or project.root.name
    found = memory.of_team(project.root, project.memory.url or "", password)
    named = [replace(origin, name=f"{name}/{origin.name}") for origin in origins]
    return found, found.refresh(named).problems


def passing(units: Sequence[MemoryUnit], name: str) -> Memory:
    """A memory of nothing but these units."""
    found = memory.passing()
    found.refresh([Origin(name, "", lambda: Loaded(list(_of_file(units))))])
    return found


def search(
    found: Memory, text: str, source: LocaleTag | None, target: LocaleTag | None, minimum: float, limit: int
) -> list[Match]:
    """The matches of a text in all the pairs that were asked for, the most alike first."""
    every = [match for pair in found.pairs(source, target) for match in found.near(text, pair, minimum, limit)]
    return sorted(every, key=lambda match: -match.score)[:limit]


def find(found: Memory, words: str, source: LocaleTag | None, target: LocaleTag | None, limit: int) -> list[Spot]:
    """Where words are in what was translated before, in all the pairs that were asked for."""
    return [spot for pair in found.pairs(source, target) for spot in found.words(words, pair, limit)][:limit]


def origins_of(project: Project) -> Iterator[Origin]:
    """All that the project's memory is made of: its bulletins with their catalogs, its TMX files."""
    sources, _ = bulletins.listing(project)
    own = rules.load(project)
    for file in sources.values():
        data = {locale: _bytes(project, project.catalog(file.id, locale)) for locale in project.locales}
        settings = f"sources/{file.id}.toml"
        said = [own, project.bulletins, _bytes(project, file.name), _bytes(project, settings), *data.items()]
        if any(data.values()):
            yield Origin(file.id, _key(said), partial(_load_bulletin, project, file, data, own))
    for name in files.names(project.root / FOLDER):
        if name.lower().endswith(".tmx"):
            path = f"{FOLDER}/{name}"
            yield Origin(path, _digest(project, path), partial(_load_file, project, path))


def _bytes(project: Project, name: str) -> bytes | None:
    try:
        return files.read_if_there(project.root / name, name)
    except HabarError:
        return None


def _key(said: Sequence[object]) -> str:
    whole = blake2b(digest_size=16)
    for part in said:
        whole.update(blake2b(repr(part).encode("utf-8", "surrogatepass")).digest())
    return whole.hexdigest()


def _load_file(project: Project, path: str) -> Loaded:
    from i18n.exchange import tmx

    if not _is_inside(project, path):
        hint = f"put the file itself there: habar memory import {(project.root / path).resolve().name}"
        raise HabarError(problem("H443", Place(path), "it is a link that leads out of the project", hint=hint))
    return Loaded(_of_file(tmx.units(files.pieces(project.root / path, path), path)))


def _digest(project: Project, path: str) -> str:
    """Of a file that may be larger than memory; empty where it cannot be read, which is told when it is loaded."""
    try:
        return (files.digest(project.root / path, path) or "") if _is_inside(project, path) else ""
    except HabarError:
        return ""


def _is_inside(project: Project, path: str) -> bool:
    return Path(os.path.realpath(project.root / path)).is_relative_to(project.root.resolve())


def _of_file(units: Iterable[MemoryUnit]) -> Iterator[Unit]:
    for unit in units:
        if texts := spelled_texts(unit):
            yield Unit(
                {tag: Variant(text) for tag, text in texts.items()}, unit.source_locale, unit.context, day=unit.day
            )


def _load_bulletin(project: Project, file: SourceFile, data: dict[LocaleTag, bytes | None], own: Rules) -> Loaded:
    """The finished translations of a bulletin, paragraphs and their sentences.

    One catalog that cannot be read does not keep out the others.
    """
    settings, day = project.bulletins, None
    problems: list[Problem] = []
    with collecting([]):  # what is wrong with a source, other commands say
        settings = config.of_bulletin(project, file.id)
        day = bulletins.read_document(project, file).day
    read: dict[LocaleTag, Catalog] = {}
    for locale, content in data.items():
        if content and locale != settings.locale:
            with collecting(problems):
                read[locale] = bulletins.catalog_of(project, file.id, locale, content)
    units = [
        Unit({settings.locale: Variant(msgid, "approved"), **variants}, settings.locale, context, settings.mode, day)
        for (context, msgid), variants in _together(read).items()
    ]
    if settings.mode == "paragraph":
        units += [part for unit in units for part in sentence_units(unit, own)]
    return Loaded(units, problems)


def _together(read: dict[LocaleTag, Catalog]) -> dict[Key, dict[LocaleTag, Variant]]:
    """All texts in the order of the bulletin, those without a translation too: they are neighbours of others."""
    found: dict[Key, dict[LocaleTag, Variant]] = {}
    for locale, catalog in read.items():
        for entry in catalog.entries:
            if not entry.obsolete and entry.msgid_plural is None:
                variants = found.setdefault(entry.key, {})
                if entry.translated and not origin.only_machine(entry):
                    variants[locale] = Variant(entry.msgstr, "approved" if approval.counting(entry) else "translated")
    return found
