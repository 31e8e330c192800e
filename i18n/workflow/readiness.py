"""What of a bulletin may go out: its terms, what its translations have reached, and the decision about both.

It depends on the source, its settings, its PO files, the checks, and on whether its embargo has passed: nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, cast

from i18n import assemble, checks, config, publish, release, segment
from i18n.config import Project
from i18n.model import Document, Key, LocaleTag, LocalizedDocument, Place, Segment
from i18n.problems import HabarError, Problem, has_errors
from i18n.release import Decision, Facts, Gate, Terms
from i18n.workflow import bulletins, check, versions
from i18n.workflow.bulletins import Translations
from i18n.workflow.verdicts import Verdict, Verdicts
from i18n.workflow.versions import Past, Ready


@dataclass(frozen=True, slots=True)
class Released:
    """What of a bulletin goes out, and why not more."""

    terms: Terms
    decision: Decision
    ready: dict[LocaleTag, Ready] = field(default_factory=dict)
    """By language, what its page shows: of a withdrawn bulletin the title alone, and perhaps an earlier version."""
    earlier: dict[LocaleTag, tuple[Ready, ...]] = field(default_factory=dict)
    """By language, all versions that are kept before the one that its page shows, the first one first."""
    problems: list[Problem] = field(default_factory=list)


class _Look(NamedTuple):
    """A bulletin in one language, ready or not."""

    facts: Facts
    ready: Ready | None = None
    problems: tuple[Problem, ...] = ()


class _Candidate(NamedTuple):
    """A bulletin in one language that may not be ready."""

    localized: LocalizedDocument
    pieces: tuple[Segment, ...]
    """The part that is meant for the language."""
    cut: segment.Cut
    translations: Translations
    verdict: Verdict


def released_now(
    project: Project,
    document: Document,
    cut: segment.Cut,
    verdicts: Verdicts,
    now: datetime | None,
    standing: Mapping[LocaleTag, publish.Edition] = MappingProxyType({}),
) -> Released:
    """What of the bulletin goes out.

    :param now: with its zone; None: every embargo holds.
    :param standing: the pages that the last build left, by language. One that passed a lower gate than there is now
        does not count.
    :raises HabarError: its settings are wrong.
    """
    terms = config.terms_of(project, document.id)
    if release.under_embargo(document.id, terms, now):
        return Released(terms, release.decide(document.id, terms, (), now))
    problems: list[Problem] = []
    past = versions.past(project, document, terms.version, problems) if terms.corrections else {}
    if terms.withdrawal:
        return _withdrawn(project, document, cut, release.decide(document.id, terms, (), now), terms, past)
    verdict = verdicts.of(document, cut)
    looks = {locale: _look(project, document, cut, verdict, terms.gates[locale], locale) for locale in project.locales}
    facts = [
        _with_past(look.facts, terms.gates[locale], past.get(locale), standing.get(locale))
        for locale, look in looks.items()
    ]
    decision = release.decide(document.id, terms, facts, now)
    ready = {
        locale: _chosen(looks[locale], version, past.get(locale, ())) for locale, version in decision.shown.items()
    }
    earlier = {
        locale: tuple([each for each in past[locale] if each.version < version])
        for locale, version in decision.shown.items()
        if locale in past
    }
    problems += [found for look in looks.values() for found in look.problems]
    return Released(terms, decision, ready, earlier, problems)


def _with_past(facts: Facts, gate: Gate, past: tuple[Ready, ...] | None, there: publish.Edition | None) -> Facts:
    """The facts with the newest version that is kept, and the version that is there."""
    if not past and not there:  # nearly always
        return facts
    newest = past[-1] if past else None
    version = there.version if there and there.published and gate.asks_no_more_than(there.gate) else None
    if newest and there and there.text == versions.tell(newest):
        version = newest.version  # a correction was announced, but its text never came
    return facts._replace(earlier=newest.version if newest else None, standing=version)


def _chosen(look: _Look, version: int, past: tuple[Ready, ...]) -> Ready:
    """What is shown of a version: the text as it is now, or one that is kept."""
    kept = next((found for found in past if found.version == version), None)
    return kept or cast(Ready, look.ready)._replace(version=version)


def _withdrawn(
    project: Project, document: Document, cut: segment.Cut, decision: Decision, terms: Terms, past: Past
) -> Released:
    """What is left of a withdrawn bulletin: its title, at every address that it had."""
    there = terms.withdrawal.locales if terms.withdrawal else None
    title = replace(
        document,
        units=tuple(unit for unit in document.units if unit.role == "title"),
        skeleton=(),
        body=(),
        pictures=(),
        attachments=(),
    )
    ready: dict[LocaleTag, Ready] = {}
    for locale in project.locales:
        if there is None or locale in there:
            texts: Mapping[Key, str] = {}
            with suppress(HabarError):
                texts = bulletins.read_translations(project, document.id, locale).texts
            own = tuple((unit, pieces) for unit, pieces in cut if unit.role == "title")
            ready[locale] = Ready(
                assemble.localize(title, own, texts, locale), approved=True, version=terms.version + 1
            )
    earlier = {
        locale: tuple(found._replace(version=each.version) for each in past.get(locale, ()))
        for locale, found in ready.items()
    }
    return Released(terms, decision, ready, earlier)


def _look(
    project: Project, document: Document, cut: segment.Cut, verdict: Verdict, gate: Gate, locale: LocaleTag
) -> _Look:
    """What the bulletin has reached in one language."""
    try:
        translations = bulletins.read_translations(project, document.id, locale)
        own = segment.admitted(cut, locale)
        localized = assemble.localize(document, cut, translations.texts, locale)
        pieces = tuple([piece for _, pieces in own for piece in pieces])
        candidate = _Candidate(localized, pieces, own, translations, verdict)
        share = _share(project, candidate, gate)
        if share < gate.share:
            return _Look(Facts(locale, share))
        publish.refuse_forbidden(localized)
        errors = _errors(project, candidate)
    except HabarError as error:
        return _Look(Facts(locale, 0, readable=False), problems=error.problems)
    ready = Ready(
        localized,
        approved=all(piece.key in translations.approved for piece in pieces),
        machine=bool(translations.machine)
        and any(piece.key in translations.machine and piece.key in translations.texts for piece in pieces),
    )
    return _Look(Facts(locale, share, len(errors)), ready if not errors else None, tuple(errors))


def _share(project: Project, candidate: _Candidate, gate: Gate) -> int:
    """Per cent of the segments that are in the state that the gate asks for, rounded down: 100 means every one."""
    if gate.state == "translated":
        return assemble.percent_translated(candidate.localized)
    reviewer = project.reviewers.get(candidate.localized.locale) if gate.state == "approved" else None
    reached = sum(_is_signed(candidate, piece, reviewer) for piece in candidate.pieces)
    return reached * 100 // len(candidate.pieces) if candidate.pieces else 100


def _is_signed(candidate: _Candidate, piece: Segment, reviewer: str | None) -> bool:
    """Whether a reviewer's name stands under a segment, or it is the source itself, which needs none."""
    localized, translations = candidate.localized, candidate.translations
    if (
        localized.locale == localized.document.locale
        and translations.texts.get(piece.key, piece.key[1]) == piece.key[1]
    ):
        return True
    names = translations.approved.get(piece.key, frozenset())
    return reviewer in names if reviewer else bool(names)


def _errors(project: Project, candidate: _Candidate) -> list[Problem]:
    """What must not reach a reader. Where the whole page is in another language, that alone."""
    document, locale, data = candidate.localized.document, candidate.localized.locale, candidate.translations.data
    if data and candidate.verdict.known(locale, data):
        return []
    place = Place(project.catalog(document.id, locale))
    whole = checks.check_language(assemble.text_in(candidate.localized, locale), locale, place)
    if has_errors(whole) or not data:
        return whole
    catalog = bulletins.catalog_of(project, document.id, locale, data)
    judged = check.each(document, candidate.cut, catalog, candidate.verdict.policy, only_errors=True)
    found = [each for _, problems in judged for each in problems]
    if not found:
        candidate.verdict.sound(locale, data)
    return found
