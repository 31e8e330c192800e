"""``habar approve``: a reviewer's name under translations that are ready for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from i18n import approval, checks, stats
from i18n.config import Project
from i18n.model import Catalog, Entry, LocaleTag, Place
from i18n.problems import HabarError, Problem, has_errors, problem
from i18n.workflow import bulletins, check, headers, policies, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.extract import Extraction, extraction
from i18n.workflow.reading import collecting
from i18n.workflow.saving import save, settled

_SHOWN = 100
"""Characters of a name that is wrong."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who approves, and when."""

    name: str
    """As ``approval.reviewer`` gives it."""
    day: date


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved in one catalog."""

    bulletin: str
    locale: LocaleTag
    entries: int
    """Entries that have an approval more than before."""
    named: frozenset[str]
    """Which of the names that were given are in it."""
    problems: tuple[Problem, ...]
    """Why other entries could not be approved."""


@dataclass(slots=True)
class ApproveReport:
    """What ``approve`` did."""

    approved: list[Approved] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(
    project: Project,
    ids: Sequence[str],
    locale: LocaleTag,
    name: str,
    day: date,
    named: Sequence[str] = (),
    track: Track = silent,
) -> ApproveReport:
    """Approves, in ``locale``, what waits for review in the named bulletins. Other entries are left as they are.

    What cannot be approved is a problem each: an entry that is empty, needs editing or has an error.

    :param name: the reviewer's.
    :param named: approve these entries alone, each named by its source text or by a reference, such as ``p2.s1``;
        one that another reviewer approved gets this approval, too.
    :raises HabarError: H293, H507 or H523, a name that cannot be.
    """
    by = Signature(_reviewer(name), day)
    bulletins.languages(project, locale)
    report = ApproveReport()
    own, policy = rules.load(project), policies.load(project, report.problems)
    sources, problems = bulletins.chosen(project, ids)
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Approving"):
        made = extraction(document, own, None).admitted(locale)
        with collecting(report.problems):
            done = settled(_catalog, project, policy, made, locale, by, frozenset(named))
            report.approved.append(done)
            report.problems += done.problems
    report.problems += _not_there(named, report.approved)
    return report


def _reviewer(name: str) -> str:
    try:
        return approval.reviewer(name)
    except ValueError as error:
        raise HabarError(problem("H293", Place("--as"), f"the reviewer must have {error}")) from error


def _catalog(
    project: Project, policy: checks.Policy, made: Extraction, locale: LocaleTag, by: Signature, named: frozenset[str]
) -> Approved:
    path = project.catalog(made.document.id, locale)
    old = bulletins.read_catalog(project, made.document.id, locale)
    if old is None:
        raise HabarError(problem("H295", Place(path), "there is no PO file of this bulletin yet"))
    living = old.by_key()
    chosen = [living[entry.key] for entry in made.fresh if entry.key in living]
    if named:
        chosen = [entry for entry in chosen if named & _names(entry)]
    ready, refused = _ready(old, made, chosen, policy, anew=bool(named))
    signed = {entry.key: approval.approve(entry, by.name, by.day) for entry in ready}
    entries = tuple([entry if entry.obsolete else signed.get(entry.key, entry) for entry in old.entries])
    save(project, path, replace(old, entries=entries), old)
    return Approved(
        made.document.id,
        locale,
        entries=sum(before != after for before, after in zip(old.entries, entries, strict=True)),
        named=frozenset().union(*map(_names, chosen)) & named,
        problems=(*headers.lag(old, {entry.key for entry in made.fresh}, made.document), *refused),
    )


def _ready(
    catalog: Catalog, made: Extraction, chosen: Sequence[Entry], policy: checks.Policy, *, anew: bool
) -> tuple[list[Entry], list[Problem]]:
    """The entries that can be approved, and a problem for each that cannot.

    :param anew: take those as well that somebody approved already.
    """
    whole = check.whole(made.document, made.cut, catalog)
    if has_errors(whole):
        raise HabarError(*whole)
    own_language = catalog.locale == made.document.locale
    judged = check.each(made.document, made.cut, catalog, policy, only_errors=True)
    errors = {entry.key: found for entry, found in judged}
    ready: list[Entry] = []
    refused: list[Problem] = []
    for entry in chosen:
        state = stats.state(entry, own_language=own_language)
        if state == "approved" and not anew:
            continue
        refusal = _refusal(entry, state, errors.get(entry.key, []))
        if refusal:
            refused.append(refusal)
        else:
            ready.append(entry)
    return ready, refused


def _refusal(entry: Entry, state: stats.State, errors: Sequence[Problem]) -> Problem | None:
    place = entry.place or Place("")
    if state == "needs editing":
        return problem("H290", place, "not approved: the translation needs editing (fuzzy)", msgid=entry.msgid)
    if state == "untranslated":
        return problem("H291", place, "not approved: there is no translation", msgid=entry.msgid)
    if not errors:
        return None
    error = errors[0]
    return problem("H292", place, f"not approved: {error.code}, {error.message}", msgid=entry.msgid, hint=error.hint)


def _names(entry: Entry) -> frozenset[str]:
    """What an entry may be called by: its source text, its references, and these without the file."""
    return frozenset((entry.msgid, *entry.references, *(name.rpartition(":")[2] for name in entry.references)))


def _not_there(named: Sequence[str], done: Sequence[Approved]) -> list[Problem]:
    found = frozenset().union(*(each.named for each in done))
    return [
        problem("H294", Place("--entry"), f"there is no entry {name[:_SHOWN]!r} in these bulletins")
        for name in dict.fromkeys(named)
        if name not in found
    ]
