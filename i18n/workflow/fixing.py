"""``habar check --fix``: safe corrections, planned first and written where nobody was faster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from i18n import checks, segment
from i18n.config import Project
from i18n.model import Catalog, Document, Entry, Key, LocaleTag, Place
from i18n.problems import Problem
from i18n.workflow import bulletins, check, policies, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting
from i18n.workflow.saving import save, settled


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right in one entry."""

    bulletin: str
    locale: LocaleTag
    place: Place
    key: Key
    before: str
    after: str
    codes: tuple[str, ...]
    """Of the problems that end with it."""


@dataclass(slots=True)
class Plan:
    """All corrections that are safe, in the order of files and lines."""

    corrections: list[Correction] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """Why other files could not be looked at."""


@dataclass(slots=True)
class FixReport:
    """What was written."""

    entries: int = 0
    files: int = 0
    problems: list[Problem] = field(default_factory=list)


def plan(project: Project, ids: Sequence[str] = (), track: Track = silent) -> Plan:
    """What can be corrected in the named bulletins, or in all. Nothing is written."""
    found = Plan()
    own, policy = rules.load(project), policies.load(project, found.problems)
    sources, problems = bulletins.chosen(project, ids)
    found.problems += problems
    for document in bulletins.documents(project, sources, found.problems, track, "Checking"):
        cut = own.cut(document)
        for locale in project.locales:
            with collecting(found.problems):
                catalog = bulletins.read_catalog(project, document.id, locale)
                if catalog:
                    found.corrections += _safe(document, segment.admitted(cut, locale), catalog, policy)
    return found


def _safe(document: Document, cut: segment.Cut, catalog: Catalog, policy: checks.Policy) -> Iterator[Correction]:
    """The corrections of a catalog that take problems away and bring none."""
    found = {entry.key: (entry, problems) for entry, problems in check.each(document, cut, catalog, policy)}
    made = {key: checks.corrected(entry.msgstr, problems) for key, (entry, problems) in found.items()}
    changed = [_with(entry, made[key].text) for key, (entry, _) in found.items() if made[key].codes]
    for entry, left in check.each(document, cut, replace(catalog, entries=tuple(changed)), policy):
        old, problems = found[entry.key]
        if _codes(left) < _codes(problems):
            place = old.place or catalog.place
            codes = made[entry.key].codes
            yield Correction(document.id, catalog.locale, place, entry.key, old.msgstr, entry.msgstr, codes)


def _codes(problems: Sequence[Problem]) -> Counter[str]:
    return Counter(found.code for found in problems)


def write(project: Project, corrections: Sequence[Correction]) -> FixReport:
    """Writes corrections into the PO files. An entry whose translation is another one by now is left as it is."""
    report = FixReport()
    for (bulletin, locale), group in groupby(corrections, lambda one: (one.bulletin, one.locale)):
        with collecting(report.problems):
            entries = settled(_write, project, bulletin, locale, {one.key: one for one in group})
            report.entries += entries
            report.files += entries > 0
    return report


def _write(project: Project, bulletin: str, locale: LocaleTag, wanted: dict[Key, Correction]) -> int:
    old = bulletins.read_catalog(project, bulletin, locale)
    if old is None:
        return 0
    entries = tuple([_put(entry, wanted.get(entry.key)) for entry in old.entries])
    save(project, project.catalog(bulletin, locale), replace(old, entries=entries), old)
    return sum(before != after for before, after in zip(old.entries, entries, strict=True))


def _put(entry: Entry, correction: Correction | None) -> Entry:
    if correction is None or entry.obsolete or entry.msgstr != correction.before:
        return entry
    return _with(entry, correction.after)


def _with(entry: Entry, text: str) -> Entry:
    return entry._replace(msgstrs=(text, *entry.msgstrs[1:]))
