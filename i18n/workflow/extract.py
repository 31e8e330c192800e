"""``habar extract``: from sources to catalogs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n import catalogs, extract, files, publish, segment
from i18n.bridge import bridge, carried, without_copies
from i18n.config import Project
from i18n.hints import hinted
from i18n.ids import SITE
from i18n.merge import Changes, Merged, merge
from i18n.model import Catalog, Content, Document, Entry, Key, LeftOut, LocaleTag, Place
from i18n.problems import Problem, problem
from i18n.realign import realigned
from i18n.termbase import Termbase
from i18n.workflow import bulletins, headers, rules, site, terms, theme
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.heritage import Heritage
from i18n.workflow.reading import collecting, remarks
from i18n.workflow.saving import save, settled


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document gives to its catalogs."""

    document: Document
    cut: segment.Cut
    fresh: tuple[Entry, ...]
    """Untranslated, in the order of the source."""
    own: rules.Rules
    """By which it was cut, and translations are."""
    terms: Termbase | None
    """The glossary, for the hints in the catalogs."""
    old_of: Mapping[Key, Key] = field(default_factory=dict)
    """From texts that were translations, before the source changed its language, to what they were made from."""

    def admitted(self, locale: LocaleTag) -> Extraction:
        """The part that is meant for ``locale``."""
        cut = segment.admitted(self.cut, locale)
        if len(cut) == len(self.cut):
            return self
        return replace(self, cut=cut, fresh=extract.entries(self.document, self.cut, locale))


@dataclass(frozen=True, slots=True)
class CatalogChange:
    """What happened to one catalog."""

    bulletin: str
    locale: LocaleTag
    changes: Changes
    written: bool
    """Whether a byte of the file changed."""


@dataclass(slots=True)
class ExtractReport:
    """What ``extract`` did."""

    changes: list[CatalogChange] = field(default_factory=list)
    templates: int = 0
    """Templates whose bytes changed."""
    left_out: list[LeftOut] = field(default_factory=list)
    """The texts of the sources that did not become units."""
    resources: list[tuple[Place, str]] = field(default_factory=list)
    """Addresses of what belongs to a source but is no text of it."""
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str] = (), track: Track = silent) -> ExtractReport:
    """Brings the template and the catalogs of the named bulletins (of all, where none is named) up to their sources.

    The words of the page frame are brought up to the templates as well. A catalog that cannot be read
    is left exactly as it is.
    """
    report = ExtractReport()
    own, glossary = rules.load(project), terms.base(project, report.problems)
    sources, problems = bulletins.chosen(project, ids)
    heritage = Heritage(project, bulletins.listing(project)[0].keys() if ids else sources.keys())
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Extracting"):
        report.problems += [*remarks(document), *bulletins.unused_overrides(document)]
        report.left_out += document.left_out
        report.resources += [(document.place, address) for address in document.resources]
        _bulletin(heritage, extraction(document, own, glossary), report)
    if not ids:
        _site(project, report)
    return report


def extraction(document: Document, own: rules.Rules, terms: Termbase | None) -> Extraction:
    """The document cut, and its entries.

    :param terms: the project's glossary; None where no catalog is to be written.
    """
    cut = own.cut(document)
    return Extraction(document, cut, extract.entries(document, cut), own, terms)


def extractions(
    project: Project, ids: Sequence[str], locale: LocaleTag, problems: list[Problem], track: Track, label: str
) -> Iterator[Extraction]:
    """The named bulletins, or all where none is named, that have something to translate into a language.

    What is wrong with the others is added to ``problems``.

    :raises HabarError: H507 or H523, the project does not have a bulletin or the language.
    """
    bulletins.languages(project, locale)
    own, glossary = rules.load(project), terms.base(project, problems)
    sources, faults = bulletins.chosen(project, ids)
    problems += faults
    for document in bulletins.documents(project, sources, problems, track, label):
        if document.locale == locale:
            message = f"it was written in “{locale}”: there is nothing to translate"
            problems.append(problem("H277", document.place, message))
            continue
        made = None
        with collecting(problems):
            made = extraction(document, own, glossary)
        if made:
            yield made


def contents(cut: segment.Cut) -> Mapping[Key, Content]:
    """What stands behind the key of each entry."""
    return {piece.key: piece.content for _, pieces in cut for piece in pieces}


def _bulletin(heritage: Heritage, made: Extraction, report: ExtractReport) -> None:
    project, bulletin = heritage.project, made.document.id
    template = Catalog(bulletin, "", Place(""), headers.of_catalog(made.document, None), made.fresh)
    data = catalogs.render(template)
    with collecting(report.problems):
        made = _with_bridge(project, made, data)
    for locale in project.locales:
        with collecting(report.problems):
            report.changes.append(settled(_catalog, heritage, made, locale, report.problems))
    with collecting(report.problems):  # last: until then the next run knows that the source changed
        report.templates += files.write(project.root, project.template(bulletin), data)


def _with_bridge(project: Project, made: Extraction, template: bytes) -> Extraction:
    """Where the source changed: from its texts to those that they were translations of."""
    name = project.template(made.document.id)
    if files.read_if_there(project.root / name, name) == template:
        return made
    own = bulletins.read_catalog(project, made.document.id, made.document.locale)
    return replace(made, old_of=bridge(own, made.fresh)) if own else made


def _catalog(heritage: Heritage, made: Extraction, locale: LocaleTag, problems: list[Problem]) -> CatalogChange:
    project, bulletin = heritage.project, made.document.id
    old = bulletins.read_catalog(project, bulletin, locale)
    merged = brought_up(old or heritage.of(bulletin, locale, made.fresh, problems), made, locale)
    catalog = catalogs.with_header_field(merged.catalog, headers.REVISION, made.document.revision)
    written = save(project, project.catalog(bulletin, locale), catalog, old)
    return CatalogChange(bulletin, locale, merged.changes, written)


def brought_up(old: Catalog | None, made: Extraction, locale: LocaleTag) -> Merged:
    """The bulletin's catalog (None: there is none yet) with the extracted entries alive, in memory only."""
    source = made.document.locale
    made = made.admitted(locale)
    start = _start(old, made.document.id, locale, headers.of_catalog(made.document, locale))
    if locale != source:
        wanted = {entry.key for entry in made.fresh}
        if all(entry.obsolete or entry.key in wanted for entry in start.entries):
            start = without_copies(start)
        start = carried(start, made.fresh, made.old_of) if made.old_of else start
    aligned = realigned(start, made.cut, source, made.own.of(locale))
    fresh = hinted(made.fresh, contents(made.cut), (source, locale), made.terms)
    return merge(aligned, fresh, own_language=locale == source)


def _start(old: Catalog | None, name: str, locale: LocaleTag, header: Entry) -> Catalog:
    """The catalog to begin with: a new one, or the old one with the header fields that it lacks.

    Other programs misread a file that names no charset or language.
    """
    new = Catalog(name, locale, Place(""), header, ())
    if old is None:
        return new
    own = {label.lower() for label in catalogs.header_fields(old)}
    for label, value in catalogs.header_fields(new).items():
        if label.lower() not in own:
            old = catalogs.with_header_field(old, label, value)
    return old


def _site(project: Project, report: ExtractReport) -> None:
    """The words of the page frame: new projects begin with the translations that come with habar."""
    fresh = None
    with collecting(report.problems):
        fresh = publish.frame_messages(theme.load(project, report.problems))
    if fresh is None:
        return
    template = Catalog(SITE, "", Place(""), headers.of_site(None), fresh)
    with collecting(report.problems):
        report.templates += files.write(project.root, project.template(SITE), catalogs.render(template))
    for locale in project.locales:
        with collecting(report.problems):
            report.changes.append(settled(_site_catalog, project, fresh, locale))


def _site_catalog(project: Project, fresh: Sequence[Entry], locale: LocaleTag) -> CatalogChange:
    old = bulletins.read_catalog(project, SITE, locale)
    start = _start(old, SITE, locale, headers.of_site(locale))
    merged = merge(start, fresh, own_language=locale == publish.FRAME_LOCALE)
    filled = replace(merged.catalog, entries=tuple(site.filled(merged.catalog.entries, locale)))
    written = save(project, project.catalog(SITE, locale), filled, old)
    return CatalogChange(SITE, locale, merged.changes, written)
