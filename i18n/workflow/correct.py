"""``habar correct``: the published text is kept as a version, and the source is free for its correction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from i18n import catalogs, config, content, files, formats
from i18n.config import Project
from i18n.model import Document, LocaleTag, Place
from i18n.problems import HabarError, Problem, has_errors, problem
from i18n.release import Terms
from i18n.workflow import bulletins, headers, policies, rules, standing, versions
from i18n.workflow.bulletins import SourceFile
from i18n.workflow.readiness import Released, released_now
from i18n.workflow.reading import remarks
from i18n.workflow.verdicts import Verdicts

_LONGEST_SHOWN = 60
"""Characters of a note that a message shows."""


@dataclass(slots=True)
class CorrectReport:
    """What ``correct`` did."""

    version: int = 0
    """The number of the version that was kept."""
    languages: tuple[LocaleTag, ...] = ()
    """In which it was published."""
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(
    project: Project,
    bulletin: str,
    notes: Mapping[LocaleTag, str],
    day: date,
    now: datetime,
    source: Path | None = None,
) -> CorrectReport:
    """Keeps what is published of a bulletin as an earlier version, and writes down that it is being corrected.

    :param notes: for readers, what is corrected, by language; that of the bulletin's own under the empty name.
    :param day: of the correction.
    :param source: the corrected source, which is put in the place of the old one.
    :raises HabarError: H361 to H364 where it cannot be corrected in this way; nothing was changed then.
    """
    file, document = one(project, bulletin)
    terms = config.terms_of(project, bulletin)
    if terms.withdrawal:
        raise HabarError(problem("H364", Place(settings_of(bulletin)), "this bulletin is withdrawn"))
    refuse_earlier(terms, bulletin, day)
    fresh = _corrected(project, file, source) if source else None
    _refuse_edited(project, document)
    found = look(project, document, now)
    published = {locale: each for locale, each in found.ready.items() if each.version == terms.version}
    words = by_language(project, document.locale, notes)
    report = CorrectReport(terms.version, tuple(published), problems=unsaid(words, found.ready, settings_of(bulletin)))
    report.problems += _lost(project, bulletin, found)
    values: dict[str, config.Value] = {"version": terms.version + 1, "date": day, "note": words}
    added = with_table(project, bulletin, "[[corrections]]", values)
    report.written += versions.keep(project, file, terms.version, published, rules.load(project).cut(document))
    report.written.append(write_down(project, bulletin, added))
    if fresh is not None and files.write(project.root, file.name, fresh):
        report.written.append(file.name)
    return report


def one(project: Project, bulletin: str) -> tuple[SourceFile, Document]:
    """The file and the text of a bulletin that is named.

    :raises HabarError: it is not there or cannot be read.
    """
    file = named(project, bulletin)
    return file, bulletins.read_document(project, file)


def named(project: Project, bulletin: str) -> SourceFile:
    """The file of a bulletin that is named.

    :raises HabarError: it is not there.
    """
    return bulletins.chosen(project, [bulletin])[0][bulletin]


def look(project: Project, document: Document, now: datetime) -> Released:
    """What is published of a bulletin.

    :raises HabarError: H361, nothing is.
    """
    verdicts = Verdicts(project, policies.load(project))
    found = released_now(project, document, rules.load(project).cut(document), verdicts, now)
    if not found.ready:
        raise HabarError(problem("H361", document.place, "nothing of this bulletin is published yet"))
    return found


def refuse_earlier(terms: Terms, bulletin: str, day: date) -> None:
    """Stops what is said to have happened before the last correction.

    :raises HabarError: H363
    """
    if terms.corrections and day < (last := terms.corrections[-1].day):
        message = f"{day} is before its correction of {last}"
        raise HabarError(problem("H363", Place(settings_of(bulletin)), message, hint="give another day with --on"))


def _lost(project: Project, bulletin: str, found: Released) -> list[Problem]:
    """The languages whose pages stay as they are, because their text as it was published is no longer there."""
    left = standing.of_bulletin(project, bulletin).languages - found.ready.keys()
    return [
        problem(
            "H393",
            Place(project.catalog(bulletin, locale)),
            "the text on the page that readers have is no longer in it: that page stays, and does not say that there"
            " is a correction",
        )
        for locale in project.locales
        if locale in left
    ]


def by_language(project: Project, own: LocaleTag, words: Mapping[LocaleTag, str]) -> dict[LocaleTag, str]:
    """Words for readers in the order of the project's languages.

    :param own: the language of the bulletin, whose words stand under the empty name.
    :raises HabarError: H523, a language is none of the project's.
    """
    named = {locale or own: text for locale, text in words.items() if text.strip()}
    for locale in named:
        bulletins.languages(project, locale)
    return {locale: named[locale] for locale in project.locales if locale in named}


def unsaid(words: Mapping[LocaleTag, str], shown: Mapping[LocaleTag, object], name: str) -> list[Problem]:
    """The languages in which readers will see words in another language."""
    missing = [locale for locale in shown if words and locale not in words]
    if not missing:
        return []
    said = content.fold(next(iter(words.values())))
    first = said if len(said) <= _LONGEST_SHOWN else f"{said[:_LONGEST_SHOWN].rstrip()}…"
    message = f"“{first}” is missing in {', '.join(missing)}: pages show it in another language"
    return [problem("H365", Place(name), message)]


def settings_of(bulletin: str) -> str:
    return f"sources/{bulletin}.toml"


def with_table(project: Project, bulletin: str, head: str, values: Mapping[str, config.Value]) -> bytes:
    """The settings of a bulletin with a table more.

    :raises HabarError: H363
    """
    name = settings_of(bulletin)
    return config.with_table(files.read_if_there(project.root / name, name), name, head, values)


def write_down(project: Project, bulletin: str, data: bytes) -> str:
    """Writes the settings of a bulletin. Returns the name of the file.

    :raises HabarError: H502
    """
    name = settings_of(bulletin)
    files.write(project.root, name, data)
    return name


def _corrected(project: Project, file: SourceFile, source: Path) -> bytes:
    """The bytes of the corrected source, which can be read."""
    data = files.read_bytes(source, source.as_posix())
    given = SourceFile(file.id, file.name)
    if formats.for_name(source.name) != formats.for_name(file.name):
        raise HabarError(problem("H106", Place(source.as_posix()), f"it is of another kind than {file.name}"))
    document = formats.read(bulletins.source_of(project, given, data, config.of_bulletin(project, file.id)))
    if has_errors(remarks(document)):
        raise HabarError(*remarks(document))
    return data


def _refuse_edited(project: Project, document: Document) -> None:
    """Stops where the source is no longer what was published, as far as the PO files know it.

    :raises HabarError: H362
    """
    catalog = bulletins.read_catalog(project, document.id, document.locale)
    known = catalogs.header_fields(catalog).get(headers.REVISION) if catalog else None
    if known and known != document.revision:
        message = "the source was edited already, so what was published cannot be kept"
        raise HabarError(problem("H362", document.place, message))
