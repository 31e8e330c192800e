"""Suggestions into catalogs, for ``habar translate`` and ``habar import tmx``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n import catalogs
from i18n.config import Project
from i18n.interchange import MemoryUnit, Suggester, Suggestion, filled, missing
from i18n.model import Key, LocaleTag
from i18n.problems import Problem
from i18n.workflow import bulletins, extract, headers, remembering, rules, saving, terms
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting
from i18n.workflow.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Filled:
    """What was suggested in a bulletin's catalog of one language."""

    bulletin: str
    locale: LocaleTag
    made: dict[str, int]
    """How many suggestions, by the name of who made them."""
    left: int
    """Entries that still have no translation."""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Suggestions:
    """What was suggested."""

    filled: list[Filled] = field(default_factory=list)
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
    """Suggests the texts of a memory where a bulletin is not translated yet."""
    done = Suggestions()
    own, glossary = rules.load(project), terms.base(project, done.problems)
    sources, problems = bulletins.listing(project)
    done.problems += problems
    remembered = Remembered(wish.origin, lambda: (remembering.passing(units, wish.origin), []), minimum=None)
    for document in bulletins.documents(project, sources, done.problems, track, "Suggesting"):
        made = extract.extraction(document, own, glossary)
        for locale in project.locales:
            if locale == document.locale or wish.locale not in (None, locale):
                continue
            with collecting(done.problems):
                done.filled.append(fill(project, made, locale, (remembered,), dry=wish.dry))
    return done


def fill(
    project: Project, made: extract.Extraction, locale: LocaleTag, suggesters: Sequence[Suggester], *, dry: bool = False
) -> Filled:
    """Puts suggestions into those entries of a bulletin's catalog that have no translation.

    Each suggester is asked about what those before it had nothing for.

    :param dry: write nothing.
    :raises HabarError: the catalog cannot be read or written, or a suggester cannot go on.
    """
    return saving.settled(_fill, project, made, locale, suggesters, dry)


def _fill(
    project: Project, made: extract.Extraction, locale: LocaleTag, suggesters: Sequence[Suggester], dry: bool
) -> Filled:
    bulletin = made.document.id
    old = bulletins.read_catalog(project, bulletin, locale)
    known = extract.brought_up(old, made, locale).catalog
    asked = list(missing(known, made.document, extract.contents(made.cut)))
    found: dict[Key, Suggestion] = {}
    counts: dict[str, int] = {}
    problems: list[Problem] = []
    for suggester in suggesters:
        answers = suggester.answers(left) if (left := [one for one in asked if one.entry.key not in found]) else None
        if answers:
            found |= answers.suggestions
            counts[suggester.name] = len(answers.suggestions)
            problems += answers.problems
    if found and not dry:
        catalog = catalogs.with_header_field(filled(known, found), headers.REVISION, made.document.revision)
        saving.save(project, project.catalog(bulletin, locale), catalog, old)
    made_by = {name: count for name, count in counts.items() if count}
    return Filled(bulletin, locale, made_by, len(asked) - len(found), tuple(problems))
