"""``habar check``: everything that is wrong with sources, catalogs and translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from i18n import assemble, checks, content, files, segment
from i18n.config import Project
from i18n.ids import SITE
from i18n.model import Catalog, Content, Document, Entry, Key, Limits, LocaleTag, Place, Role
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import bulletins, headers, media, policies, rules, site, terms
from i18n.workflow.aliases import Aliases
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting, remarks
from i18n.workflow.verdicts import Verdict, Verdicts


@dataclass(frozen=True, slots=True)
class Group:
    """What is wrong with a bulletin in one language."""

    bulletin: str
    """Empty for what belongs to none: files of the project."""
    locale: LocaleTag
    """Empty for the source."""
    source: LocaleTag
    """The language of the bulletin's source."""
    problems: list[Problem]


@dataclass(slots=True)
class CheckReport:
    """What ``check`` found."""

    checked: int = 0
    """Translations that were looked at."""
    problems: list[Problem] = field(default_factory=list)
    """In the order of files and lines."""
    groups: list[Group] = field(default_factory=list)
    """The same problems by bulletin and language."""
    entries: dict[Place, Entry] = field(default_factory=dict)
    """The entries that have a problem, by their place."""
    _grouped: int = 0

    def add(self, entry: Entry, found: Sequence[Problem]) -> None:
        """The problems of one entry."""
        if found:
            self.problems += found
            self.entries[entry.place or Place("")] = entry

    def group(self, bulletin: str = "", locale: LocaleTag = "", source: LocaleTag = "") -> None:
        """All problems that are in no group yet become one."""
        if found := self.problems[self._grouped :]:
            self.groups.append(Group(bulletin, locale, source, found))
            self._grouped = len(self.problems)


class _Text(NamedTuple):
    """What a document says of one entry."""

    role: Role
    source: Content
    limits: tuple[Limits, ...]
    """Of every place where the text stands."""


class _Look(NamedTuple):
    """A bulletin and its catalog in one language."""

    document: Document
    cut: segment.Cut
    """The part that is meant for the language."""
    catalog: Catalog
    data: bytes
    """The bytes of the catalog."""


def run(project: Project, ids: Sequence[str] = (), track: Track = silent) -> CheckReport:
    """Checks the named bulletins, or all where none is named, in every language."""
    report = CheckReport()
    own, verdicts = rules.load(project), Verdicts(project, _policy(project, report))
    former = Aliases(project)
    together, naming = checks.Together(), checks.Naming(verdicts.policy.terms)
    sources, problems = bulletins.chosen(project, ids)
    report.problems += problems
    for document in bulletins.documents(project, sources, report.problems, track, "Checking", with_media=True):
        report.group()
        report.problems += [*_undated(document), *remarks(document), *bulletins.unused_overrides(document)]
        report.problems += [*media.unused(project, document), *former.add(document)]
        report.problems += [*checks.check_source(document), *verdicts.policy.heard(naming.source(document))]
        cut = own.cut(document)
        report.group(document.id)
        verdict = verdicts.of(document, cut)
        for locale in project.locales:
            with collecting(report.problems):
                data = bulletins.catalog_bytes(project, document.id, locale)
                if data is not None:
                    catalog = bulletins.catalog_of(project, document.id, locale, data)
                    _catalog(_Look(document, segment.admitted(cut, locale), catalog, data), verdict, report)
                    for entry in catalog.entries:
                        found = [*together.add(entry, locale), *naming.add(entry, document.locale, locale)]
                        report.add(entry, checks.judge_together(entry, found, verdict.policy))
            report.group(document.id, locale, document.locale)
    verdicts.keep(all_asked=not ids)
    if not ids:
        report.problems += [*_orphans(project, sources.keys()), *site.check(project)]
    report.group()
    return report


_DAY_GOES = {
    "html": 'say it in the head of the page: <meta name="date" content="2024-01-23">',
    "markdown": "say it in the front matter, the lines between two --- at the top: date: 2024-01-23",
    "docx": "put the day into a paragraph of its own under the title, such as: 23 January 2024",
    "xml": "say it as the vocabulary of the file does, or in a paragraph of its own under the title",
}
"""By format: where a bulletin says its day. A text record has the remedy of the rule."""


def _policy(project: Project, report: CheckReport) -> checks.Policy:
    """What the project decided. A glossary that cannot be read does not stop the other checks."""
    try:
        found = policies.load(project, report.problems)
    except HabarError as error:
        if any(one.place.path != terms.NAME for one in error.problems):
            raise
        report.problems += error.problems
        return checks.Policy(project.levels, rules=policies.house_rules(project))
    return found


def _undated(document: Document) -> list[Problem]:
    if document.day:
        return []
    message = "there is no date: the page has no date line and is listed last"
    return [problem("H112", document.place, message, hint=_DAY_GOES.get(document.format))]


def _orphans(project: Project, sources: Set[str]) -> list[Problem]:
    """Catalogs that belong to no bulletin, because their source was removed, renamed or cannot be read."""
    names = [(name, project.catalog(name, locale)) for locale in project.locales for name in _catalogs(project, locale)]
    return [
        problem("H220", Place(catalog), f"there is no bulletin {name!r} in sources/")
        for name, catalog in names
        if name not in sources and name != SITE
    ]


def _catalogs(project: Project, locale: LocaleTag) -> list[str]:
    folder = (project.root / project.catalog("x", locale)).parent
    return [name.removesuffix(".po") for name in files.names(folder) if name.endswith(".po")]


def _catalog(look: _Look, verdict: Verdict, report: CheckReport) -> None:
    document, cut, catalog, data = look
    wanted = {piece.key for _, pieces in cut for piece in pieces}
    report.problems += [*headers.contradiction(catalog), *headers.lag(catalog, wanted, document)]
    report.checked += sum(entry.translated and entry.key in wanted for entry in catalog.entries)
    if verdict.known(catalog.locale, data) != "silent":
        judged = [(entry, found) for entry, found in each(document, cut, catalog, verdict.policy) if found]
        page = whole(document, cut, catalog)
        verdict.give(catalog.locale, data, [*(one for _, found in judged for one in found), *page])
        for entry, found in judged:
            report.add(entry, found)
        report.problems += page


def each(
    document: Document, cut: segment.Cut, catalog: Catalog, policy: checks.Policy, *, only_errors: bool = False
) -> Iterator[tuple[Entry, list[Problem]]]:
    """Every finished translation of the document, with what is wrong with it, in the order of the catalog.

    :param cut: the part that is meant for the language of the catalog.
    :param only_errors: the errors alone, which is faster.
    """
    texts = _texts(cut)
    for entry in catalog.entries:
        text = texts.get(entry.key)
        if text and entry.translated:
            pair = _pair(document, text, entry, catalog.locale)
            yield entry, checks.judge(pair, entry, policy, only_errors=only_errors)


def whole(document: Document, cut: segment.Cut, catalog: Catalog) -> list[Problem]:
    """What is wrong with the text of the page as a whole."""
    locale = catalog.locale
    finished = {entry.key: entry.msgstr for entry in catalog.entries if entry.translated}
    page = assemble.text_in(assemble.localize(document, cut, finished, locale), locale)
    return checks.check_language(page, locale, catalog.place)


def _texts(cut: segment.Cut) -> dict[Key, _Text]:
    """The texts by the keys of their entries. Where one stands twice, it has to keep to the limits of both places."""
    found: dict[Key, _Text] = {}
    for unit, pieces in cut:
        limits = (unit.limits,) if unit.limits else ()
        for piece in pieces:
            known = found.get(piece.key)
            every = tuple(dict.fromkeys((*known.limits, *limits))) if known else limits
            found[piece.key] = _Text(unit.role, piece.content, every)
    return found


def _pair(document: Document, text: _Text, entry: Entry, locale: LocaleTag) -> checks.Pair:
    return checks.Pair(
        source=text.source,
        target=content.parse(entry.msgstr, text.source),
        source_locale=document.locale,
        target_locale=locale,
        role=text.role,
        msgid=entry.msgid,
        place=entry.place or Place(""),
        limits=text.limits,
    )
