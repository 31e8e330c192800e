"""``habar memory import`` and ``export``: TMX files into the project's memory, and the memory into one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from i18n import files
from i18n.config import Project
from i18n.exchange import tmx
from i18n.interchange import MemoryUnit, joined_units, spelled_texts, unit_id
from i18n.memory import Memory, Unit, as_content
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.workflow.reading import collecting
from i18n.workflow.remembering import FOLDER

_MOST_TOLD = 20
"""Contradictions of a file that are listed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One file that is in the memory now."""

    arrived: str
    name: str
    """Where it is, relative to the project."""
    units: int
    written: bool
    """Whether it was not there before."""


@dataclass(slots=True)
class Import:
    """What ``import`` did."""

    taken: list[Taken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take(project: Project, paths: Sequence[Path], *, replace: bool = False) -> Import:
    """Puts TMX files into ``locales/memory``. What is wrong with one does not stop the others.

    :param replace: whether another file of the same name may be replaced.
    """
    done = Import()
    for path in paths:
        with collecting(done.problems):
            done.taken.append(_take(project, path, replace, done.problems))
    return done


def _take(project: Project, path: Path, replace: bool, problems: list[Problem]) -> Taken:
    shown = path.as_posix()
    if path.suffix.lower() != ".tmx" or path.name.startswith("."):
        raise HabarError(problem("H443", Place(shown), "the file's name does not end in .tmx"))
    name = f"{FOLDER}/{path.name}"
    told, units = contradictions(tmx.units(files.pieces(path, shown), shown), shown)
    new, there = files.digest(path, shown), files.digest(project.root / name, name)
    if there not in (None, new) and not replace:
        message = f"{name} is another memory"
        raise HabarError(problem("H443", Place(shown), message, hint="give the file another name, or use --replace"))
    if there != new:
        files.copy(project.root, name, files.pieces(path, shown))
    problems += told
    return Taken(shown, name, units, there != new)


def contradictions(units: Iterable[MemoryUnit], shown: str) -> tuple[list[Problem], int]:
    """Texts that a memory translates in two ways into one language, with the line of the second one; and its size."""
    found: list[Problem] = []
    counted = Counted(units)
    more = 0
    for one in _contradictions(counted):
        if len(found) < _MOST_TOLD:
            found.append(one)
        else:
            more += 1
    if more:
        found.append(problem("H442", Place(shown), f"{more} more texts of this file are translated in two ways"))
    return found, counted.count


class Counted:
    """Units that are counted as they pass."""

    def __init__(self, units: Iterable[MemoryUnit]) -> None:
        self._units, self.count = units, 0

    def __iter__(self) -> Iterator[MemoryUnit]:
        for unit in self._units:
            self.count += 1
            yield unit


def _contradictions(units: Iterable[MemoryUnit]) -> Iterator[Problem]:
    known: dict[bytes, tuple[bytes, int | None]] = {}  # digests: a memory may be larger than this process
    for unit in units:
        texts = spelled_texts(unit)
        source = next(iter(texts), "")
        for locale, text in texts.items():
            key = _digest(repr((unit.context, source, texts[source], locale)))
            own = _digest(text)
            first, line = known.setdefault(key, (own, unit.place.line))
            if first != own:
                message = f"“{locale}”: the same text is translated otherwise in line {line}"
                yield problem("H442", unit.place, message, msgid=texts[source])


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def export(memory: Memory, locales: Collection[LocaleTag] = ()) -> bytes:
    """All that a memory holds as TMX: a text once with all its languages, as long as its places agree.

    :param locales: languages of translations; none: all.
    """
    return tmx.write(joined_units(filter(None, (_unit(unit, locales) for _, unit in memory.units()))))


def _unit(unit: Unit, locales: Collection[LocaleTag]) -> MemoryUnit | None:
    own = unit.source_locale
    source = own if own is not None and own in unit.variants else next(iter(unit.variants))
    names: list[str] = []
    variants = {source: as_content(unit.variants[source].text, names)}
    for locale, variant in unit.variants.items():
        if locale != source and (not locales or locale in locales):
            variants[locale] = as_content(variant.text, names, closed=True)
    if len(variants) == 1:
        return None
    return MemoryUnit(variants, source, unit.context, unit_id((unit.context, unit.variants[source].text)))
