"""``habar withdraw``: a bulletin is taken back, and its addresses say so; or the withdrawal is undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from i18n import config, files
from i18n.config import Project
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import standing
from i18n.workflow.correct import (
    by_language,
    look,
    named,
    one,
    refuse_earlier,
    settings_of,
    unsaid,
    with_table,
    write_down,
)


@dataclass(slots=True)
class WithdrawReport:
    """What ``withdraw`` did."""

    languages: tuple[LocaleTag, ...] = ()
    """In which the bulletin could be read."""
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, bulletin: str, reasons: Mapping[LocaleTag, str], day: date, now: datetime) -> WithdrawReport:
    """Writes into the bulletin's settings that it is withdrawn, and in which languages it could be read.

    A page that stays although no new one can be made of its text is read as well.

    :param reasons: for readers, by language; that of the bulletin's own under the empty name.
    :raises HabarError: H361, nothing is published; H364, it is withdrawn already; H363, the day cannot be right.
    """
    languages = _languages(project, bulletin, now)  # first of all, whether there is such a bulletin
    terms = config.terms_of(project, bulletin)
    if terms.withdrawal:
        raise HabarError(problem("H364", Place(settings_of(bulletin)), "this bulletin is withdrawn already"))
    refuse_earlier(terms, bulletin, day)
    words = by_language(project, config.of_bulletin(project, bulletin).locale, reasons)
    values: dict[str, config.Value] = {"date": day, "languages": languages, "reason": words}
    name = write_down(project, bulletin, with_table(project, bulletin, "[withdrawn]", values))
    return WithdrawReport(languages, [name], unsaid(words, dict.fromkeys(languages), name))


def _languages(project: Project, bulletin: str, now: datetime) -> tuple[LocaleTag, ...]:
    """In which the bulletin can be read, by what it is and by what the last build left of it.

    :raises HabarError: H361, in none; H507, it has no source; or that cannot be read, and nothing was left.
    """
    there = set(standing.of_bulletin(project, bulletin).languages)
    try:
        _, document = one(project, bulletin)
        there |= set(look(project, document, now).ready)
    except HabarError as error:
        if not there or any(each.code == "H507" for each in error.problems):
            raise
    return tuple([locale for locale in project.locales if locale in there])


def undo(project: Project, bulletin: str) -> WithdrawReport:
    """Takes the withdrawal out of the bulletin's settings: it goes out again as before.

    :raises HabarError: H364, it is not withdrawn; H363, its settings cannot be changed without harm.
    """
    named(project, bulletin)
    name = settings_of(bulletin)
    withdrawal = config.terms_of(project, bulletin).withdrawal
    if withdrawal is None:
        raise HabarError(problem("H364", Place(name), "this bulletin is not withdrawn"))
    data = files.read_bytes(project.root / name, name)
    write_down(project, bulletin, config.without_table(data, name, "withdrawn"))
    return WithdrawReport(withdrawal.locales or project.locales, [name])
