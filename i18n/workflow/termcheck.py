"""``habar glossary check`` and ``find``: what is wrong with the terms of a project, and what it has for a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n import addresses, checks, glossary, segment
from i18n.config import Project
from i18n.glossary import KIND, NOTE, SOURCE, Concept, Term
from i18n.model import Catalog, Document, LocaleTag
from i18n.problems import Problem
from i18n.termbase import Termbase
from i18n.workflow import bulletins, check, rules, terms
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting

TERMS = "H258"


@dataclass(slots=True)
class TermReport:
    """What is wrong with the glossary, and where translations do not keep to it."""

    concepts: int = 0
    locales: tuple[LocaleTag, ...] = ()
    checked: int = 0
    """Translations that were looked at."""
    problems: list[Problem] = field(default_factory=list)
    """In the order of the glossary's lines, then of the catalogs'."""


def run(project: Project, track: Track = silent) -> TermReport:
    """Checks the glossary, and every finished translation of the project against it.

    :raises HabarError: H501, there is no glossary; H279, the file is none at all.
    """
    report = TermReport()
    known = terms.of(project, report.problems)
    report.concepts, report.locales = len(known.concepts), known.locales
    report.problems += glossary.faults(known, terms.NAME)
    own, policy = rules.load(project), checks.Policy(_alone(project), Termbase(known))
    naming = checks.Naming(policy.terms)
    sources, problems = bulletins.listing(project)
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Checking"):
        report.problems += policy.heard(naming.source(document))
        cut = own.cut(document)
        for locale in project.locales:
            with collecting(report.problems):
                if catalog := bulletins.read_catalog(project, document.id, locale):
                    _catalog(document, segment.admitted(cut, locale), catalog, policy, naming, report)
    return report


def _alone(project: Project) -> Mapping[str, checks.Level]:
    """The check of terms as the project wants it, and no other."""
    off: dict[str, checks.Level] = {one.id: "off" for one in checks.CHECKS if one.id != TERMS}
    return {**project.levels, **off}


def _catalog(
    document: Document,
    cut: segment.Cut,
    catalog: Catalog,
    policy: checks.Policy,
    naming: checks.Naming,
    report: TermReport,
) -> None:
    for entry, found in check.each(document, cut, catalog, policy):
        report.checked += 1
        report.problems += [one for one in found if one.code == TERMS]
        report.problems += checks.judge_together(entry, naming.add(entry, document.locale, catalog.locale), policy)


# Looking up ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A term of a sentence."""

    written: str
    """As it stands there."""
    concept: Concept
    terms: Mapping[LocaleTag, Term]
    """What the other languages have for it."""

    @property
    def about(self) -> str:
        """The kind, the note and the source."""
        return "; ".join(filter(None, (self.concept.about.get(name) for name in (KIND, NOTE, SOURCE))))


def find(project: Project, text: str, locale: LocaleTag) -> tuple[list[Found], list[Problem]]:
    """The terms of a text in a language, in order, of two in one place the longer one.

    :raises HabarError: H501, there is no glossary; H279, the file is none at all.
    """
    problems: list[Problem] = []
    known = terms.of(project, problems)
    language = locale.partition("-")[0]
    mentions = Termbase(known).apart(addresses.blanked(text), language)
    found: dict[int, Found] = {}
    for one in mentions:
        concept = known.concepts[one.form.concept]
        others = {tag: term for tag, term in concept.terms.items() if tag.partition("-")[0] != language}
        found.setdefault(one.form.concept, Found(text[one.start : one.end], concept, others))
    return list(found.values()), problems
