"""``habar compile``: from sources and catalogs to the pages in ``output/``.

A build makes what is not as it would be: the files of bulletins whose inputs changed, of those whose neighbours in a
list did, and the lists that show what changed. What was found out before is kept in the project's state. Where there is
none, or something that everything depends on is another, everything is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from i18n import files, publish, state
from i18n.config import Project
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import keeping, policies, presses, rules, searching, standing
from i18n.workflow.buildreport import BuildReport, Shown, report_of
from i18n.workflow.bulletins import SourceFile, Track, silent
from i18n.workflow.claims import Claims, Contested, redirects, renamed
from i18n.workflow.due import MANIFEST, SHARED, Due
from i18n.workflow.making import Job, Made, Part, Workshop, is_due
from i18n.workflow.spread import spread
from i18n.workflow.standing import NOTHING, Left, Standing
from i18n.workflow.table import Table
from i18n.workflow.verdicts import Verdicts

_LIST = "/list "
"""The owners of lists begin like this."""
_FIRST_PART, _PART, _LARGEST_PART = 8, 128, 512
"""Bulletins that a process makes at one go. The first and the last of each part are made twice: most of a large site
are made in large ones."""


def run(
    project: Project,
    track: Track = silent,
    now: datetime | None = None,
    cores: int | None = None,
    shown: Shown | None = None,
    *,
    thorough: bool = False,
) -> BuildReport:
    """Brings the site up to date. What cannot be read, or must not go out yet, is left out.

    :param now: the time, with its zone: what is under an embargo then is left out. None: every embargo holds.
    :param cores: None: all that this process may use. One, where the process has threads.
    :param shown: told what was done as soon as readers see it, before it is on the disk and remembered. Where it is
        given, a power cut before that leaves a site that may be partly new; the next build makes it whole.
    :param thorough: files of the site that somebody changed or deleted are made again in any case; else only where
        nothing else is to be done.
    :raises HabarError: a template, the rules or the glossary are wrong, or a file cannot be written. The site is what
        it was then.
    """
    with state.opened(project.root) as store:
        build = _Build(project, store, track, now)
        build.cores, build.flushed, build.thorough = cores, shown is None, thorough
        report = build.run()
        if shown:
            shown(report)
        build.keep()
        return report


def embargo_ended(project: Project, now: datetime) -> bool:
    """Whether a build would make other pages than the last one for no reason but the time."""
    with state.opened(project.root) as store:
        return any(is_due(held, now) for held in state.Results(store).held().values())


class _Build:
    """One build, from what is known to what is known then."""

    def __init__(self, project: Project, store: state.Store, track: Track, now: datetime | None) -> None:
        self.cores: int | None = None
        self.flushed = True
        self.thorough = False
        self._press: publish.Press | None = None
        """Where something was made."""
        self._project, self._store, self._track, self._now = project, store, track, now
        self._due = Due(project, store, now)
        self._results = state.Results(store)
        self._left_there = Left(project, store)
        self._standing: dict[str, Standing] = {}
        """Of the bulletins of which less can be made than there is: what there is."""
        self._texts: dict[bytes, str] = {}
        """The bulletins that are gone, by the digests of their sources."""
        self._renamed: list[Problem] = []
        self._unmade: set[str] = set()
        """The bulletins whose files wait until their neighbours are known."""
        self._gone: set[str] = set()
        """Files of the site that are no longer due."""
        self._named = False
        """Whether the names of files in the site are others."""

    def run(self) -> BuildReport:
        """Puts the files of the site in their places. What that was made from is not remembered before ``keep``."""
        whole, due = self._due.find(thorough=self.thorough)
        if not whole and not due:
            return report_of(self._results)
        shop = self._shop(keep=whole)
        with shop.commit as commit:
            self._make(shop, whole, due)
            for name in self._left(whole):
                commit.remove(name)
            if whole or self._named:
                names = self._results.all_names()
                commit.write(MANIFEST, "".join(f"{name}\n" for name in names).encode())
            written = commit.changed
            self._store.change()
        self._press = shop.press
        if written or commit.removed:
            searching.outdated(self._store)
        return report_of(self._results, written, commit.removed, self._renamed)

    def keep(self) -> None:
        """Remembers what was made, once it is on the disk."""
        if self._press is None:
            self._due.inputs.keep()
            self._store.save()
            return
        if not self.flushed:
            files.flush()
        presses.keep(self._store, self._press)
        standing.remember(self._store, self._project)
        self._due.keep()

    # Making it ------------------------------------------------------------------------------------

    def _make(self, shop: Workshop, whole: bool, due: dict[str, SourceFile | None]) -> None:
        table = Table(self._store, self._project.locales, new=whole)
        self._claims = Claims(self._store)
        self._rows(shop, table, due)
        others = self._claims.changed()
        self._unmade |= others
        table.moved |= others
        self._claims.keep()
        self._beside(replace(shop, contested=self._claims.contested()), table, whole)
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
            press = presses.new(project, problems) if keep else presses.again(project, self._store, problems)
        if project.search and not press.site.search:
            problems.append(problem("H313", Place(project.settings), "search is on, but Pagefind is not installed"))
        if keep:
            self._results.put(state.Result(SHARED, "2", remarks=keeping.remarks_of(problems, [])), {})
            self._due.inputs.use(SHARED, record, self._due.begin)
            if press.theme != publish.PLAIN:
                publish.rehearse(press)  # before anything is written: no template is half tried
        commit = files.Commit(project.output, flushed=self.flushed)
        return Workshop(project, own, Verdicts(project, policy), press, commit, self._now)

    def _rows(self, shop: Workshop, table: Table, due: dict[str, SourceFile | None]) -> None:
        sources = [file for file in due.values() if file]
        left = [self._without_source(table, bulletin) for bulletin, file in due.items() if file is None]
        known = ((file.id, self._left_there.languages(file.id)) for file in sources)
        shop = replace(shop, readers={bulletin: there for bulletin, there in known if there is not None})
        made = self._taken(shop, spread(shop.some, list(_parts(sources)), self.cores, each=1))
        short = [job for job in left if job]
        for _, one in zip(self._track([file.id for file in sources], "Compiling"), made, strict=True):
            if one.short:
                self._standing[one.file.id] = self._left_there.of(one.file.id) or NOTHING
                short.append(Job(one.file, None, self._standing[one.file.id]))
            else:
                self._take(table, one)
        for one in self._taken(shop, spread(shop.one, short, self.cores, each=_FIRST_PART)):
            self._take(table, one)

    def _without_source(self, table: Table, bulletin: str) -> Job | None:
        """A bulletin that is no more goes. One whose sources are in each other's way may have pages that stay."""
        name = self._due.stuck.get(bulletin)
        there = self._left_there.of(bulletin) if name else None
        if name and there:
            self._standing[bulletin] = there
            return Job(SourceFile(bulletin, name), None, there, stuck=True)
        self._due.inputs.drop(bulletin)
        self._claims.take(bulletin, ())
        if digest := self._due.inputs.digest(self._results.file(bulletin) or ""):
            self._texts[digest] = bulletin
        table.put(bulletin, ())
        self._changed(self._results.drop(bulletin))
        return None

    def _take(self, table: Table, made: Made) -> None:
        bulletin = made.file.id
        self._claims.take(bulletin, made.aliases)
        self._look_for_another_name(made)
        table.put(bulletin, made.rows)
        self._due.inputs.use(bulletin, made.record, self._due.begin)
        table.moved.add(bulletin)
        if made.names is None:
            self._unmade.add(bulletin)
            table.name(bulletin, {row.position: b"" for row in made.rows})
        self._close(table, made)

    def _look_for_another_name(self, made: Made) -> None:
        if not self._texts or self._results.file(made.file.id) is not None:
            return
        seen = made.record.get(f"{self._project.root}/{made.file.name}")
        old = self._texts.get(seen.digest) if seen else None
        if old and old not in made.aliases:
            self._renamed.append(renamed(made.file.id, made.file.name, old))

    def _close(self, table: Table, made: Made) -> None:
        """What has to be said of a bulletin, and its files, if they have been made."""
        bulletin = made.file.id
        remarks = keeping.remarks_of(list(made.problems), list(made.withheld))
        names = made.names if made.names is not None else self._results.sizes(bulletin)
        file = "" if bulletin in self._due.stuck else made.file.name  # whichever is left of two is another one
        result = state.Result(bulletin, file, made.pages, remarks, made.held)
        self._changed(self._results.put(result, names))
        table.name(bulletin, made.beside)

    def _beside(self, shop: Workshop, table: Table, whole: bool) -> None:
        """The files of bulletins that name other neighbours than they did, or that were made for want of them."""
        wrong = sorted(table.moved & (table.misnamed() | self._unmade))
        stuck = self._due.stuck
        sources = [SourceFile(each, stuck[each]) if each in stuck else self._due.source(each) for each in wrong]
        jobs = [
            Job(source, table.neighbours(source.id), self._there(source.id, whole), source.id in stuck)
            for source in sources
            if source.name
        ]
        for made in self._taken(shop, spread(shop.one, jobs, self.cores, each=_FIRST_PART)):
            self._close(table, replace(made, names={**self._led(made, shop.contested), **(made.names or {})}))

    def _led(self, made: Made, contested: Contested) -> dict[str, int]:
        """The redirects of a bulletin that others claim by now. They stay where readers have them already."""
        folders = redirects(made.aliases, contested, self._project.locales)
        there = self._left_there.names(made.file.id) if folders else {}
        return {name: size for name, size in there.items() if name.startswith(folders)}

    def _there(self, bulletin: str, whole: bool) -> Standing:
        """What the last build left of a bulletin, where less may be made than that."""
        if bulletin in self._standing or whole:
            return self._standing.get(bulletin, NOTHING)
        return self._left_there.of(bulletin) or NOTHING

    def _taken(self, shop: Workshop, parts: Iterable[tuple[Part | None, Sequence[Problem]]]) -> Iterator[Made]:
        for part, problems in parts:
            if part is None:
                raise HabarError(*problems)
            shop.commit.give(part.staged)
            shop.verdicts.give(part.verdicts)
            yield from part.made

    def _lists(self, shop: Workshop, table: Table, whole: bool) -> None:
        if not whole and not table.changed and self._store.fact("calendar"):
            return
        calendar, due = table.calendar(), set[str]()
        same = not whole and self._store.fact("calendar") == repr(calendar)
        known = self._results.owners(_LIST)
        # Month by month: what one list has read of the table, the next one of the month finds in memory.
        for maker, part in sorted(publish.lists(shop.press.site, calendar), key=_when):
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

    def _left(self, whole: bool) -> list[str]:
        """The files that an earlier build put into the site and that are no longer due."""
        gone = set(self._gone)
        if whole:
            data = files.read_if_there(self._project.output / MANIFEST, f"output/{MANIFEST}")
            gone |= set(data.decode("utf-8", "replace").splitlines() if data else ())
        if gone:
            gone -= set(self._results.all_names())
        return sorted(name for name in gone if files.is_inside(name))


def _when(made: tuple[publish.ListMaker, publish.Slice]) -> tuple[int, int]:
    _, part = made
    return part.year or 0, part.month or 0


def _parts(sources: Sequence[SourceFile]) -> Iterator[Sequence[SourceFile]]:
    """A small part first: it loads what all processes need, before there are others."""
    size = max(_PART, min(len(sources) // 16, _LARGEST_PART))
    yield from (part for part in [sources[:_FIRST_PART]] if part)
    yield from (sources[at : at + size] for at in range(_FIRST_PART, len(sources), size))
