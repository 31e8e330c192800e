"""``habar compile``: from sources and catalogs to the pages in ``output/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from i18n import files, publish, segment
from i18n.config import Project
from i18n.model import Document, LocaleTag
from i18n.problems import Problem
from i18n.release import Withheld
from i18n.workflow import bulletins, editions, media, policies, rules, site, theme
from i18n.workflow.bulletins import Track, collecting, silent
from i18n.workflow.readiness import Released, released_now
from i18n.workflow.verdicts import Verdicts

MANIFEST = ".manifest"
"""In ``output/``: the files that the last build put there, one a line. Nothing else is ever removed."""


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


def run(project: Project, track: Track = silent, now: datetime | None = None) -> BuildReport:
    """Builds the whole site. What cannot be read, is below its gate, or has an error in its translation is left out.

    :param now: the time, with its zone: what is under an embargo then is left out. None: every embargo holds.
    """
    report = BuildReport()
    own, verdicts = rules.load(project), Verdicts(project, policies.load(project, report.problems))
    sources, problems = bulletins.listing(project)
    report.problems += problems
    table, press = publish.Alternates(project.locales), _press(project, report)
    site = press.site
    names: list[str] = []
    with files.Batch(project.output, MANIFEST) as batch:

        def put(made: publish.Files) -> None:
            for name, data in made.items():
                batch.write(name, data)
                names.append(name)

        kept: list[Released] = []
        for document in bulletins.documents(project, sources, report.problems, track, "Compiling", with_media=True):
            released = _released(project, document, own.cut(document), verdicts, now, report)
            if released is None:
                continue
            table.add(editions.row(project, document, released))
            kept.append(released)
            report.pages += len(released.ready)
        for found in kept:
            put(_files(press, table, found))
            with collecting(report.problems):
                for name, data in _media(project, found):
                    put({name: data})
        calendar = table.calendar()
        for maker, part in publish.lists(site, calendar):
            put(maker.make(press, publish.Excerpt(part, table.select(part), calendar)))
        put(publish.site_files(press))
        report.removed = _sweep(project, names)
        batch.write(MANIFEST, "".join(f"{name}\n" for name in sorted(names)).encode())
    verdicts.keep(all_asked=True)
    report.written = batch.changed
    return report


def _files(press: publish.Press, table: publish.Alternates, released: Released) -> publish.Files:
    """All files of one bulletin."""
    made: publish.Files = {}
    localized = {locale: found.localized for locale, found in released.ready.items()}
    for locale, text in localized.items():
        row = table.of(text.document.id)
        made |= publish.page_files(press, publish.Leaf(text, row, _neighbours(table, locale, text.document.id)))
        for found in released.earlier.get(locale, ()):
            made |= publish.earlier_files(press, editions.earlier(found, row))
    for document in {text.document.id: text.document for text in localized.values()}.values():
        made |= publish.bulletin_files(press, publish.Whole(document, localized, table.of(document.id)))
    return made


def _media(project: Project, released: Released) -> Iterator[tuple[str, bytes]]:
    """The images and attachments of a bulletin; none of one that was withdrawn."""
    if not released.terms.withdrawal:
        found = (*released.ready.values(), *(each for earlier in released.earlier.values() for each in earlier))
        yield from media.contents(project, [each.localized.document for each in found])


def _neighbours(table: publish.Alternates, locale: LocaleTag, bulletin: str) -> publish.Neighbours:
    """The editions beside one in its list; a withdrawn one is in no list."""
    published = table.edition(bulletin, locale).published
    return table.listing(locale).neighbours(bulletin) if published else publish.ALONE


def _press(project: Project, report: BuildReport) -> publish.Press:
    """Ready to print: with a theme, every template of it has been tried.

    :raises HabarError: H301, H311, the theme cannot be used; then nothing is written.
    """
    own = theme.load(project, report.problems)
    press = publish.Press(_site(project), _words(project, report), own)
    if own != publish.PLAIN:
        publish.rehearse(press)
    return press


def _site(project: Project) -> publish.Site:
    return publish.Site(
        project.publisher,
        project.locales,
        project.bulletins.locale,
        project.base_url,
        project.zone,
        project.authority,
        project.typography,
    )


def _words(project: Project, report: BuildReport) -> dict[LocaleTag, bytes]:
    compiled = {locale: site.compiled(project, locale, report.problems) for locale in project.locales}
    return {locale: words for locale, words in compiled.items() if words}


def _released(
    project: Project,
    document: Document,
    cut: segment.Cut,
    verdicts: Verdicts,
    now: datetime | None,
    report: BuildReport,
) -> Released | None:
    """What of a bulletin goes out; None: nothing of it may be anywhere."""
    found = None
    with collecting(report.problems):
        found = released_now(project, document, cut, verdicts, now)
        report.problems += found.problems
        report.withheld += found.decision.withheld
    return found if found and not found.decision.hidden else None


def _sweep(project: Project, names: list[str]) -> list[str]:
    """Removes what an earlier build put there and this one does not."""
    data = files.read_if_there(project.output / MANIFEST, f"output/{MANIFEST}")
    before = data.decode("utf-8", "replace").splitlines() if data else []
    gone = set(before) - set(names)
    return [name for name in sorted(gone) if _is_inside(name) and files.remove(project.output, name)]


def _is_inside(name: str) -> bool:
    return bool(name) and not name.startswith("/") and ".." not in name.split("/")
