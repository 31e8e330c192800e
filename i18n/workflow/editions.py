"""The row of a bulletin in the table of what exists: what every list and head will say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from i18n import publish
from i18n.config import Project
from i18n.model import Document, LocaleTag
from i18n.release import Terms, Withdrawal
from i18n.workflow import versions
from i18n.workflow.readiness import Released
from i18n.workflow.versions import Ready


def row(
    project: Project, document: Document, released: Released, standing: Mapping[LocaleTag, publish.Edition]
) -> Iterator[publish.Edition]:
    """The bulletin's editions, one for every language of the site.

    :param standing: what the last build left; the pages that stay are among it.
    """
    for locale in project.locales:
        found = released.ready.get(locale)
        if locale in released.decision.stays:
            yield standing[locale]._replace(day=document.day, source=document.locale)  # one row, one place in all lists
        elif found is None:
            yield publish.edition(document, locale, None)
        else:
            provisional, machine = _doubts(document, found)
            gate = released.terms.gates[locale]
            edition = publish.edition(
                document,
                locale,
                found.localized,
                provisional=provisional,
                machine=machine,
                text=versions.tell(found) if released.terms.corrections else "",
                gate=(gate.share, gate.state),
            )
            yield _with_life(edition, released, found)


def earlier(found: Ready, row: tuple[publish.Edition, ...]) -> publish.Earlier:
    """What the page of an earlier version is made of."""
    document, locale = found.localized.document, found.localized.locale
    edition = publish.edition(document, locale, found.localized)
    return publish.Earlier(found.localized, found.version, edition.title, *_doubts(document, found), row)


def _doubts(document: Document, found: Ready) -> tuple[bool, bool]:
    """Whether it is a provisional translation, and whether in part a machine's. The source is neither."""
    translated = found.localized.locale != document.locale
    return translated and not found.approved, translated and found.machine


def _with_life(edition: publish.Edition, released: Released, found: Ready) -> publish.Edition:
    """The edition with when it went out, and what became of it since."""
    embargo = released.terms.embargo
    if embargo and edition.day in (None, embargo.date()):
        edition = edition._replace(released=embargo)
    kept = released.earlier.get(edition.locale, ())
    earlier = tuple([each.version for each in kept if each.version < found.version])
    withdrawal = released.terms.withdrawal
    if withdrawal:
        days = [*(each.day for each in released.terms.corrections), withdrawal.day]
        return _withdrawn(edition, withdrawal, found.version, earlier)._replace(again=_again(edition, days))
    return _corrected(edition, released.terms, found.version, earlier)


def _withdrawn(
    edition: publish.Edition, withdrawal: Withdrawal, version: int, earlier: tuple[int, ...]
) -> publish.Edition:
    note, tongue = _said(withdrawal.reasons, edition)
    return edition._replace(
        state="withdrawn",
        images=(),
        version=version,
        revised=withdrawal.day,
        note=note,
        note_locale=tongue,
        earlier=earlier,
    )


def _corrected(edition: publish.Edition, terms: Terms, version: int, earlier: tuple[int, ...]) -> publish.Edition:
    if not terms.corrections:
        return edition
    done = [each for each in terms.corrections if each.version <= version]
    missing = next((each.day for each in terms.corrections if each.version > version), None)
    note, tongue = _said(done[-1].notes, edition) if done else ("", "")
    return edition._replace(
        version=version,
        revised=done[-1].day if done else None,
        again=_again(edition, [each.day for each in done]) if done else 0,
        note=note,
        note_locale=tongue,
        lag=missing,
        earlier=earlier,
    )


def _again(edition: publish.Edition, days: Sequence[date]) -> int:
    """How often it was published on the last of the days, on which it was changed, before the last time.

    What is said to have changed before it was published was changed on the day when it was.
    """
    first = edition.issued.toordinal() if edition.issued else 0
    *before, last = [max(day.toordinal(), first) for day in days]
    return [first, *before].count(last)


def _said(words: Mapping[LocaleTag, str], edition: publish.Edition) -> tuple[str, LocaleTag]:
    """What the editors say to readers, and its language where it is not the edition's."""
    for locale in (edition.locale, edition.source, *words):
        if text := words.get(locale, ""):
            return " ".join(text.split()), "" if locale == edition.locale else locale
    return "", ""
