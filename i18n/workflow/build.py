"""``habar compile``: from sources and catalogs to the pages in ``output/``.

A build makes what is not as it would be: the files of bulletins whose inputs changed, of those whose neighbours in a
list did, and the lists that show what changed. What was found out before is kept in the project's state. Where there is
none, or something that everything depends on is another, everything is made.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from i18n import files, publish, state
from i18n.config import Project
from i18n.ids import SITE
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.release import Withheld
from i18n.workflow import bulletins, keeping, policies, rules, searching, site, theme
from i18n.workflow.bulletins import SourceFile, Track, folders_of, silent
from i18n.workflow.climate import climate
from i18n.workflow.making import Job, Made, Part, Workshop, is_due
from i18n.workflow.spread import spread
from i18n.workflow.table import Table
from i18n.workflow.verdicts import Verdicts

MANIFEST = ".manifest"
"""In ``output/``: the files that the last build put there, one a line. Nothing else is ever removed."""

# Owners of results beside the bulletins. No id begins with a slash.
_LISTING, _SHARED, _LIST = "/listing", "/shared", "/list "
_FIRST_PART, _PART = 8, 64
"""Bulletins that a process makes at one go."""

Item = TypeVar("Item")


@dataclass(slots=True)
class BuildReport:
    """What ``compile`` did."""

    pages: int = 0
    """Bulletins that are in the site, each language counted."""
    written: int = 0
    """Files whose bytes changed."""
    removed: list[str] = field(default_factory=list)
    """Files of an earlier build that are no longer due, below ``output/``."""
    withheld: list[Withheld] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, track: Track = silent, now: datetime | None = None, cores: int | None = None) -> BuildReport:
    """Brings the site up to date. What cannot be read, or must not go out yet, is left out.

    :param now: the time, with its zone: what is under an embargo then is left out. None: every embargo holds.
    :param cores: None: all that this process may use. One, where the process has threads.
    :raises HabarError: a template, the rules or the glossary are wrong, or a file cannot be written. The site is what
        it was then.
    """
    with state.opened(project.root) as store:
        build = _Build(project, store, track, now, cores)
        written, removed = build.run()
        return build.report(written, removed)


def embargo_ended(project: Project, now: datetime) -> bool:
    """Whether a build would make other pages than the last one for no reason but the time."""
    with state.opened(project.root) as store:
        return any(is_due(held, now) for held in state.Results(store).held().values())


class _Build:
    """One build, from what is known to what is known then."""

    def __init__(
        self, project: Project, store: state.Store, track: Track, now: datetime | None, cores: int | None
    ) -> None:
        self._cores = cores
        self._project, self._store, self._track, self._now = project, store, track, now
        self._begin = time.time_ns()
        self._climate = climate(project)
        self._results = state.Results(store)
        self._inputs = state.Inputs(store, project.root, folders_of(project))
        self._gone: set[str] = set()
        """Files of the site that are no longer due."""
        self._named = False
        """Whether the names of files in the site are others."""

    def run(self) -> tuple[int, list[str]]:
        """Returns how many files were written, and which were removed."""
        whole, due = self._due()
        if not whole and not due:
            self._inputs.keep()
            self._store.save()
            return 0, []
        shop = self._shop(keep=whole)
        with shop.commit as commit:
            self._make(shop, whole, due)
            for name in self._left(whole):
                commit.remove(name)
            if whole or self._named:
                names = self._results.all_names()
                commit.write(MANIFEST, "".join(f"{name}\n" for name in names).encode())
            written = commit.changed
        self._keep()
        return written, commit.removed

    def report(self, written: int, removed: list[str]) -> BuildReport:
        """What the build did, and what has to be said of the site, whenever it was found out."""
        report = BuildReport(self._results.pages(), written, removed)
        for text in self._results.remarks():
            problems, withheld = keeping.remarks(text)
            report.problems += problems
            report.withheld += withheld
        return report

    # What has to be made ----------------------------------------------------------------------------

    def _due(self) -> tuple[bool, dict[str, SourceFile | None]]:
        """Whether everything has to be made; else the bulletins that have to be, None for one that is no more."""
        another = self._is_another()
        owners = set() if another else self._inputs.owners(self._inputs.changed(self._begin))
        if another or _SHARED in owners:
            return self._everything()
        due: dict[str, SourceFile | None] = {}
        if _LISTING in owners or self._store.fact("folders in sources"):
            due = self._others(self._listing())
        owners |= {owner for owner, held in self._results.held().items() if is_due(held, self._now)}
        if not due and not owners:
            owners = self._damaged()
            if any(owner.startswith("/") for owner in owners):
                return self._everything()
        for owner in owners:
            if not owner.startswith("/") and owner not in due:
                due[owner] = self._source(owner)
        return False, due

    def _everything(self) -> tuple[bool, dict[str, SourceFile | None]]:
        self._store.forget()
        self._inputs.changed(self._begin)
        return True, dict(self._listing())

    def _damaged(self) -> set[str]:
        """Whose files are no longer as the last build left them. It is looked at when nothing else is to be done."""
        output, built = self._project.output, int(self._store.fact("built") or 0)
        found = ((owner, size, files.stamp(f"{output}/{name}")) for owner, name, size in self._results.made())
        return {owner for owner, size, stamp in found if stamp.size != size or stamp.mtime > built}

    def _is_another(self) -> bool:
        """Whether what is kept is of another program, of other settings, or of another site."""
        if self._store.fact("climate") != self._climate:
            return True
        return self._store.fact("manifest") != self._manifest()

    def _manifest(self) -> str:
        path = self._project.output / MANIFEST
        known = self._store.fact("manifest")
        stamp, _, digest = known.rpartition(" ")
        found = files.stamp(path)
        return known if digest and stamp == repr(found) else f"{found!r} {files.seen(str(path)).digest.hex()}"

    def _listing(self) -> dict[str, SourceFile]:
        """Every source by its id."""
        with files.recording() as record:
            sources, problems = bulletins.listing(self._project)
            nested = set(files.folders(self._project.sources)) - sources.keys()
        self._store.remember("folders in sources", "yes" if nested else "")
        self._results.put(state.Result(_LISTING, "1", remarks=keeping.remarks_of(problems, [])), {})
        self._inputs.use(_LISTING, record, self._begin)
        return sources

    def _others(self, sources: dict[str, SourceFile]) -> dict[str, SourceFile | None]:
        """The bulletins that came or are another file now, and those that are no more."""
        known = {owner: file for owner, file in self._results.files().items() if not owner.startswith("/")}
        due: dict[str, SourceFile | None] = {
            bulletin: file for bulletin, file in sources.items() if known.get(bulletin) != file.name
        }
        return due | dict.fromkeys(known.keys() - sources.keys())

    def _source(self, bulletin: str) -> SourceFile:
        return SourceFile(bulletin, self._results.file(bulletin) or "")

    # Making it ------------------------------------------------------------------------------------

    def _make(self, shop: Workshop, whole: bool, due: dict[str, SourceFile | None]) -> None:
        table = Table(self._store, self._project.locales, new=whole)
        self._rows(shop, table, due)
        self._beside(shop, table)
        self._lists(shop, table, whole)
        if whole:
            self._own(shop.commit, "/site", publish.site_files(shop.press))
        shop.verdicts.keep(all_asked=whole)

    def _shop(self, *, keep: bool) -> Workshop:
        """What all bulletins share. With ``keep``, it is remembered what that was made from.

        :raises HabarError: what all pages depend on cannot be used; then nothing is written.
        """
        project, problems = self._project, list[Problem]()
        with files.recording() as record:
            own, policy = rules.load(project), policies.load(project, problems)
            press = publish.Press(_site(project), self._words(problems), theme.load(project, problems))
        if project.search and not press.site.search:
            problems.append(problem("H313", Place(project.settings), "search is on, but Pagefind is not installed"))
        if keep:
            self._results.put(state.Result(_SHARED, "2", remarks=keeping.remarks_of(problems, [])), {})
            self._inputs.use(_SHARED, record, self._begin)
            if press.theme != publish.PLAIN:
                publish.rehearse(press)  # before anything is written: no template is half tried
        return Workshop(project, own, Verdicts(project, policy), press, files.Commit(project.output), self._now)

    def _words(self, problems: list[Problem]) -> dict[LocaleTag, bytes]:
        project = self._project
        compiled = {locale: site.compiled(project, locale, problems) for locale in project.locales}
        for locale in project.locales:  # one that somebody deletes is to come again
            name = project.catalog(SITE, locale, "mo")
            files.read_if_there(project.root / name, name)
        return {locale: words for locale, words in compiled.items() if words}

    def _rows(self, shop: Workshop, table: Table, due: dict[str, SourceFile | None]) -> None:
        sources = [file for file in due.values() if file]
        for bulletin in (bulletin for bulletin, file in due.items() if file is None):
            table.put(bulletin, ())
            self._changed(self._results.drop(bulletin))
            self._inputs.drop(bulletin)
        made = self._taken(shop, spread(shop.some, list(_parts(sources)), self._cores, each=1))
        for _, one in zip(self._track([file.id for file in sources], "Compiling"), made, strict=True):
            self._take(table, one)

    def _take(self, table: Table, made: Made) -> None:
        bulletin = made.file.id
        table.put(bulletin, made.rows)
        self._inputs.use(bulletin, made.record, self._begin)
        if made.names is None:
            table.moved.add(bulletin)
            table.name(bulletin, {row.position: b"" for row in made.rows})
        self._close(table, made)

    def _close(self, table: Table, made: Made) -> None:
        """What has to be said of a bulletin, and its files, if they have been made."""
        bulletin = made.file.id
        remarks = keeping.remarks_of(list(made.problems), list(made.withheld))
        names = made.names if made.names is not None else self._results.sizes(bulletin)
        result = state.Result(bulletin, made.file.name, made.pages, remarks, made.held)
        self._changed(self._results.put(result, names))
        table.name(bulletin, made.beside)

    def _beside(self, shop: Workshop, table: Table) -> None:
        """The files of bulletins that name other neighbours than they did, or that were made for want of them."""
        wrong = [bulletin for bulletin in sorted(table.moved) if table.beside(bulletin) != table.named(bulletin)]
        jobs = [Job(self._source(bulletin), table.neighbours(bulletin)) for bulletin in wrong]
        for made in self._taken(shop, spread(shop.one, jobs, self._cores, each=_FIRST_PART)):
            self._close(table, made)

    def _taken(self, shop: Workshop, parts: Iterable[tuple[Part | None, Sequence[Problem]]]) -> Iterator[Made]:
        for part, problems in parts:
            if part is None:
                raise HabarError(*problems)
            shop.commit.give(part.staged)
            shop.verdicts.give(part.verdicts)
            yield from part.made

    def _lists(self, shop: Workshop, table: Table, whole: bool) -> None:
        calendar, due = table.calendar(), set[str]()
        same = not whole and self._store.fact("calendar") == repr(calendar)
        known = self._results.owners(_LIST)
        for maker, part in publish.lists(shop.press.site, calendar):
            owner = f"{_LIST}{maker.make.__module__}.{maker.make.__qualname__} {part!r}"
            due.add(owner)
            if not same or owner not in known or table.touched(part):
                self._own(shop.commit, owner, maker.make(shop.press, table.excerpt(part, calendar)))
        for owner in known - due:
            self._changed(self._results.drop(owner))
        self._store.remember("calendar", repr(calendar))

    def _own(self, commit: files.Commit, owner: str, made: publish.Files) -> None:
        for name, data in made.items():
            commit.write(name, data)
        self._changed(self._results.own(owner, {name: len(data) for name, data in made.items()}))

    def _changed(self, names: state.Names) -> None:
        self._gone |= names.gone
        self._named |= bool(names.came or names.gone)

    # What is kept --------------------------------------------------------------------------------

    def _left(self, whole: bool) -> list[str]:
        """The files that an earlier build put into the site and that are no longer due."""
        gone = set(self._gone)
        if whole:
            data = files.read_if_there(self._project.output / MANIFEST, f"output/{MANIFEST}")
            gone |= set(data.decode("utf-8", "replace").splitlines() if data else ())
        if gone:
            gone -= set(self._results.all_names())
        return sorted(name for name in gone if files.is_inside(name))

    def _keep(self) -> None:
        self._store.remember("climate", self._climate)
        self._store.remember("built", str(time.time_ns()))
        self._store.remember("manifest", self._manifest())
        self._inputs.keep()
        self._store.save()


def _parts(sources: Sequence[SourceFile]) -> Iterator[Sequence[SourceFile]]:
    """A small part first: it loads what all processes need, before there are others."""
    yield from (part for part in [sources[:_FIRST_PART]] if part)
    yield from (sources[at : at + _PART] for at in range(_FIRST_PART, len(sources), _PART))


def _site(project: Project) -> publish.Site:
    return publish.Site(
        project.publisher,
        project.locales,
        project.bulletins.locale,
        project.base_url,
        project.zone,
        project.authority,
        project.typography,
        searching.wanted(project),
    )
