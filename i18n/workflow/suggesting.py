"""``habar import tmx``: suggestions from a translation memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n import catalogs
from i18n.config import Project
from i18n.interchange import Memory, MemoryUnit, suggest
from i18n.model import LocaleTag
from i18n.problems import Problem
from i18n.workflow import bulletins, extract, headers, rules, saving
from i18n.workflow.bulletins import Track, collecting, silent
from i18n.workflow.exporting import contents


@dataclass(slots=True)
class Suggestions:
    """What was suggested."""

    made: list[tuple[str, LocaleTag, int]] = field(default_factory=list)
    """How many in a bulletin's catalog of one language, where there are any."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person said about a memory."""

    origin: str
    """What it is called, for the comment of each entry."""
    locale: LocaleTag | None = None
    """The one language to suggest in; None for all of the project."""
    dry: bool = False
    """Whether nothing is to be written."""


def run(project: Project, units: Sequence[MemoryUnit], wish: Wish, track: Track = silent) -> Suggestions:
    """Suggests the texts of a memory where a bulletin is not translated yet (see ``interchange.suggest``)."""
    done = Suggestions()
    own = rules.load(project)
    sources, done.problems = bulletins.listing(project)
    memories: dict[tuple[LocaleTag, LocaleTag], Memory] = {}
    for document in bulletins.documents(project, sources, done.problems, track, "Suggesting"):
        made = extract.extraction(document, own)
        for locale in project.locales:
            pair = document.locale, locale
            if locale == document.locale or wish.locale not in (None, locale):
                continue
            if pair not in memories:
                memories[pair] = Memory(units, *pair)
            with collecting(done.problems):
                if count := saving.settled(_catalog, project, made, locale, memories[pair], wish):
                    done.made.append((document.id, locale, count))
    return done


def _catalog(project: Project, made: extract.Extraction, locale: LocaleTag, memory: Memory, wish: Wish) -> int:
    bulletin = made.document.id
    old = bulletins.read_catalog(project, bulletin, locale)
    known = extract.brought_up(old, made, locale).catalog
    catalog, count = suggest(known, memory, contents(made.cut), wish.origin)
    if count and not wish.dry:
        dated = catalogs.with_header_field(catalog, headers.REVISION, made.document.revision)
        saving.save(project, project.catalog(bulletin, locale), dated, old)
    return count
