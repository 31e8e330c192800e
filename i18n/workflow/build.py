"""``habar compile``: from sources and catalogs to the pages in ``output/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from i18n import assemble, checks, content, files, publish, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag, LocalizedDocument, Place
from i18n.problems import Problem, has_errors
from i18n.workflow import bulletins, rules, site
from i18n.workflow.bulletins import Track, collecting, silent

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


def run(project: Project, track: Track = silent) -> BuildReport:
    """Builds the whole site. What cannot be read, is below its gate, or is in the wrong language is left out."""
    report = BuildReport()
    own = rules.load(project)
    sources, problems = bulletins.listing(project)
    report.problems += problems
    table = publish.Alternates(project.locales)
    renderer = publish.Renderer(_site(project), table, _words(project, report))
    names: list[str] = []
    with files.Batch(project.output, MANIFEST) as batch:

        def put(made: publish.Files) -> None:
            for name, data in made.items():
                batch.write(name, data)
                names.append(name)

        for document in bulletins.documents(project, sources, report.problems, track, "Compiling"):
            ready = _ready(project, document, own.cut(document), report)
            table.add(_row(project, document, ready))
            for found in ready.values():
                put(renderer.bulletin(found.localized))
            report.pages += len(ready)
        for locale in project.locales:
            put(renderer.index(locale))
        put(renderer.front())
        put(publish.static_files())
        report.removed = _sweep(project, names)
        batch.write(MANIFEST, "".join(f"{name}\n" for name in sorted(names)).encode())
    report.written = batch.changed
    return report


def _site(project: Project) -> publish.Site:
    return publish.Site(project.publisher, project.locales, project.bulletins.locale, project.base_url)


def _words(project: Project, report: BuildReport) -> dict[LocaleTag, bytes]:
    compiled = {locale: site.compiled(project, locale, report.problems) for locale in project.locales}
    return {locale: words for locale, words in compiled.items() if words}


def _ready(project: Project, document: Document, cut: segment.Cut, report: BuildReport) -> dict[LocaleTag, _Ready]:
    """The languages in which a bulletin may be published today."""
    found: dict[LocaleTag, _Ready] = {}
    for locale in project.locales:
        with collecting(report.problems):
            translations = bulletins.read_translations(project, document.id, locale)
            localized = assemble.localize(document, cut, translations.texts, locale)
            if _may_go_out(project, localized, report):
                pieces = (piece for _, pieces in segment.admitted(cut, locale) for piece in pieces)
                found[locale] = _Ready(localized, all(piece.key in translations.approved for piece in pieces))
    return found


def _may_go_out(project: Project, localized: LocalizedDocument, report: BuildReport) -> bool:
    percent = assemble.percent_translated(localized)
    gate = project.gates[localized.locale]
    bulletin = localized.document.id
    if percent < gate:
        report.withheld.append(Withheld(bulletin, localized.locale, percent, gate))
        return False
    publish.refuse_forbidden(localized)
    place = Place(project.catalog(bulletin, localized.locale))
    found = checks.check_language(assemble.text_in(localized, localized.locale), localized.locale, place)
    report.problems += found
    return not has_errors(found)


def _row(project: Project, document: Document, ready: dict[LocaleTag, _Ready]) -> Iterator[publish.Edition]:
    for locale in project.locales:
        found = ready.get(locale)
        localized = found.localized if found else None
        yield publish.Edition(
            bulletin=document.id,
            locale=locale,
            state="published" if localized else "missing",
            source=document.locale,
            title=_title(localized) if localized else "",
            title_locale=_title_locale(localized) if localized else "",
            day=document.day,
            provisional=found is not None and locale != document.locale and not found.approved,
        )


def _title_locale(localized: LocalizedDocument) -> LocaleTag:
    """The language of a title that is not translated; empty where it is."""
    title = next(unit for unit in localized.units if unit.role == "title")
    return next((piece.locale for piece in title.segments if piece.locale != localized.locale), "")


def _title(localized: LocalizedDocument) -> str:
    title = next(unit for unit in localized.units if unit.role == "title")
    return content.fold("".join(content.plain((*piece.gap, *piece.content)) for piece in title.segments))


def _sweep(project: Project, names: list[str]) -> list[str]:
    """Removes what an earlier build put there and this one does not."""
    data = files.read_if_there(project.output / MANIFEST, f"output/{MANIFEST}")
    before = data.decode("utf-8", "replace").splitlines() if data else []
    gone = set(before) - set(names)
    return [name for name in sorted(gone) if _is_inside(name) and files.remove(project.output, name)]


def _is_inside(name: str) -> bool:
    return bool(name) and not name.startswith("/") and ".." not in name.split("/")
