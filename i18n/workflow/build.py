"""``habar compile``: from sources and catalogs to the pages in ``output/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from i18n import assemble, checks, files, publish, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag, LocalizedDocument, Place
from i18n.problems import Problem, has_errors
from i18n.workflow import bulletins, check, policies, rules, site
from i18n.workflow.bulletins import Track, Translations, collecting, silent
from i18n.workflow.verdicts import Verdict, Verdicts

MANIFEST = ".manifest"
"""In ``output/``: the files that the last build put there, one a line. Nothing else is ever removed."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A bulletin that is not built in a language."""

    bulletin: str
    locale: LocaleTag
    percent: int
    """The share of its segments that are translated."""
    gate: int
    """The share that its language asks for."""
    errors: int = 0
    """Errors in its translations: a page with one does not go out."""


@dataclass(slots=True)
class BuildReport:
    """What ``compile`` did."""

    pages: int = 0
    """Bulletins built, each language counted."""
    written: int = 0
    """Files whose bytes changed."""
    removed: list[str] = field(default_factory=list)
    """Files of an earlier build that are no longer due, below ``output/``."""
    withheld: list[Withheld] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Ready(NamedTuple):
    """A bulletin in one language."""

    localized: LocalizedDocument
    approved: bool
    """Whether a reviewer approved every translation in it; never where a segment is not translated."""


class _Candidate(NamedTuple):
    """A bulletin in one language that may not be ready."""

    localized: LocalizedDocument
    cut: segment.Cut
    """The part that is meant for the language."""
    translations: Translations
    verdict: Verdict


def run(project: Project, track: Track = silent) -> BuildReport:
    """Builds the whole site. What cannot be read, is below its gate, or has an error in its translation is left out."""
    report = BuildReport()
    own, verdicts = rules.load(project), Verdicts(project, policies.load(project))
    sources, problems = bulletins.listing(project)
    report.problems += problems
    site = _site(project)
    table, press = publish.Alternates(project.locales), publish.Press(site, _words(project, report))
    names: list[str] = []
    with files.Batch(project.output, MANIFEST) as batch:

        def put(made: publish.Files) -> None:
            for name, data in made.items():
                batch.write(name, data)
                names.append(name)

        kept: list[dict[LocaleTag, _Ready]] = []
        for document in bulletins.documents(project, sources, report.problems, track, "Compiling"):
            ready = _ready(project, document, own.cut(document), verdicts, report)
            table.add(_row(project, document, ready))
            kept.append(ready)
            report.pages += len(ready)
        for ready in kept:
            put(_files(press, table, ready))
        calendar = table.calendar()
        for maker, part in publish.lists(site, calendar):
            put(maker.make(press, publish.Excerpt(part, table.select(part), calendar)))
        put(publish.site_files(press))
        report.removed = _sweep(project, names)
        batch.write(MANIFEST, "".join(f"{name}\n" for name in sorted(names)).encode())
    verdicts.keep(all_asked=True)
    report.written = batch.changed
    return report


def _files(press: publish.Press, table: publish.Alternates, ready: dict[LocaleTag, _Ready]) -> publish.Files:
    """All files of one bulletin."""
    made: publish.Files = {}
    localized = {locale: found.localized for locale, found in ready.items()}
    for locale, text in localized.items():
        bulletin = text.document.id
        leaf = publish.Leaf(text, table.of(bulletin), table.listing(locale).neighbours(bulletin))
        made |= publish.page_files(press, leaf)
    for document in {text.document.id: text.document for text in localized.values()}.values():
        made |= publish.bulletin_files(press, publish.Whole(document, localized, table.of(document.id)))
    return made


def _site(project: Project) -> publish.Site:
    return publish.Site(
        project.publisher,
        project.locales,
        project.bulletins.locale,
        project.base_url,
        project.zone,
        project.authority,
    )


def _words(project: Project, report: BuildReport) -> dict[LocaleTag, bytes]:
    compiled = {locale: site.compiled(project, locale, report.problems) for locale in project.locales}
    return {locale: words for locale, words in compiled.items() if words}


def _ready(
    project: Project, document: Document, cut: segment.Cut, verdicts: Verdicts, report: BuildReport
) -> dict[LocaleTag, _Ready]:
    """The languages in which a bulletin may be published today."""
    found: dict[LocaleTag, _Ready] = {}
    verdict = verdicts.of(document, cut)
    for locale in project.locales:
        with collecting(report.problems):
            translations = bulletins.read_translations(project, document.id, locale)
            localized = assemble.localize(document, cut, translations.texts, locale)
            own = segment.admitted(cut, locale)
            if _may_go_out(project, _Candidate(localized, own, translations, verdict), report):
                pieces = (piece for _, pieces in own for piece in pieces)
                found[locale] = _Ready(localized, all(piece.key in translations.approved for piece in pieces))
    return found


def _may_go_out(project: Project, candidate: _Candidate, report: BuildReport) -> bool:
    localized = candidate.localized
    percent = assemble.percent_translated(localized)
    gate = project.gates[localized.locale]
    bulletin = localized.document.id
    if percent < gate:
        report.withheld.append(Withheld(bulletin, localized.locale, percent, gate))
        return False
    publish.refuse_forbidden(localized)
    errors = _errors(project, candidate)
    if errors:
        report.withheld.append(Withheld(bulletin, localized.locale, percent, gate, len(errors)))
        report.problems += errors
    return not errors


def _errors(project: Project, candidate: _Candidate) -> list[Problem]:
    """What must not reach a reader. Where the whole page is in another language, that alone."""
    localized, cut, translations, verdict = candidate
    document, locale, data = localized.document, localized.locale, translations.data
    place = Place(project.catalog(document.id, locale))
    whole = checks.check_language(assemble.text_in(localized, locale), locale, place)
    if has_errors(whole):
        return whole
    if not data or verdict.known(locale, data):
        return []
    catalog = bulletins.catalog_of(project, document.id, locale, data)
    found = [each for _, problems in check.each(document, cut, catalog, verdict.policy) for each in problems]
    verdict.give(locale, data, found)
    return [each for each in found if each.severity == "error"]


def _row(project: Project, document: Document, ready: dict[LocaleTag, _Ready]) -> Iterator[publish.Edition]:
    for locale in project.locales:
        found = ready.get(locale)
        provisional = found is not None and locale != document.locale and not found.approved
        yield publish.edition(document, locale, found.localized if found else None, provisional)


def _sweep(project: Project, names: list[str]) -> list[str]:
    """Removes what an earlier build put there and this one does not."""
    data = files.read_if_there(project.output / MANIFEST, f"output/{MANIFEST}")
    before = data.decode("utf-8", "replace").splitlines() if data else []
    gone = set(before) - set(names)
    return [name for name in sorted(gone) if _is_inside(name) and files.remove(project.output, name)]


def _is_inside(name: str) -> bool:
    return bool(name) and not name.startswith("/") and ".." not in name.split("/")
