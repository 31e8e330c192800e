"""One bulletin of a build, from its files to its row of the table and its pages. Runs in any process of a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from i18n import config, files, publish
from i18n.config import Project
from i18n.model import Document, LocaleTag
from i18n.problems import HabarError, Problem
from i18n.publish import Edition, Neighbours
from i18n.release import Withheld, decide, under_embargo
from i18n.state import Row
from i18n.workflow import bulletins, claims, editions, media
from i18n.workflow.bulletins import SourceFile
from i18n.workflow.claims import Contested, redirects
from i18n.workflow.readiness import Released, released_now
from i18n.workflow.reading import collecting
from i18n.workflow.rules import Rules
from i18n.workflow.standing import Standing, told, withdrawn
from i18n.workflow.table import digests, row_of
from i18n.workflow.verdicts import Said, Verdicts


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one bulletin."""

    file: SourceFile
    rows: Sequence[Row] = ()
    """For the table; none where nothing of the bulletin may be anywhere."""
    pages: int = 0
    problems: Sequence[Problem] = ()
    withheld: Sequence[Withheld] = ()
    held: str = ""
    """See ``held_until``."""
    record: files.Record = field(default_factory=dict)
    """What it was made from."""
    names: dict[str, int] | None = None
    """The files that were made, and how long they are. None: not yet, because the neighbours are not known."""
    beside: dict[int, bytes] = field(default_factory=dict)
    """Which neighbours the files name."""
    aliases: tuple[str, ...] = ()
    short: bool = False
    """Whether less can be made than readers have. Then nothing was: it has to be known what there is."""


class Part(NamedTuple):
    """What one process made at one go."""

    made: list[Made]
    staged: files.Staged
    verdicts: dict[str, Said]


class Job(NamedTuple):
    """A bulletin whose files are to be made, and the neighbours that they name."""

    file: SourceFile
    neighbours: dict[LocaleTag, Neighbours] | None
    """None: they are not known yet, and no file is made."""
    standing: Standing | None
    """What the last build left of it."""
    stuck: bool = False
    """Whether its file is in the way of another one, so that neither can be read."""


class _Found(NamedTuple):
    made: Made
    document: Document | None = None
    released: Released | None = None
    row: tuple[Edition, ...] = ()
    stay: Mapping[str, int] = MappingProxyType({})
    """The files that stay as the last build left them, and how long they are."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that the work on bulletins needs, whichever bulletin it is."""

    project: Project
    own: Rules
    verdicts: Verdicts
    press: publish.Press
    commit: files.Commit
    now: datetime | None
    readers: Mapping[str, frozenset[LocaleTag]] = field(default_factory=dict)
    """In which languages bulletins can be read by now."""
    contested: Contested = field(default_factory=dict)

    def some(self, sources: Sequence[SourceFile]) -> Part:
        """Bulletins that follow each other. The files of one whose neighbours are among them are made at once."""
        found = [self._found(file) for file in sources]
        known = self._known([one for one in found if one.row])
        made = [
            self._with_files(one, known[one.made.file.id]) if one.made.file.id in known else one.made for one in found
        ]
        return self._part(made)

    def one(self, job: Job) -> Part:
        """One bulletin of which it is known what the last build left."""
        found = self._stuck(job.file, job.standing) if job.stuck else self._found(job.file, job.standing)
        return self._part([self._with_files(found, job.neighbours) if found.row else replace(found.made, names={})])

    def _part(self, made: list[Made]) -> Part:
        return Part(made, self.commit.take(), self.verdicts.take())

    def _found(self, file: SourceFile, standing: Standing | None = None) -> _Found:
        with files.recording() as record:
            try:
                document = media.furnished(self.project, bulletins.read_document(self.project, file, event=False))
                found = self._released(document, standing.editions if standing else {})
            except HabarError as error:
                return self._unread(file, standing, error.problems, record)
        held = {each.locale for each in found.decision.withheld}
        if standing is None and held & self.readers.get(file.id, frozenset()):
            return _Found(Made(file, record=record, short=True))
        return self._row_of(file, document, found, standing, record)

    def _released(self, document: Document, there: Mapping[LocaleTag, Edition]) -> Released:
        return released_now(self.project, document, self.own.cut(document), self.verdicts, self.now, there)

    def _row_of(
        self,
        file: SourceFile,
        document: Document,
        found: Released,
        standing: Standing | None,
        record: files.Record,
    ) -> _Found:
        editions_there = standing.editions if standing else {}
        stays = found.decision.stays
        row = () if found.decision.hidden else tuple(editions.row(self.project, document, found, editions_there))
        made = Made(
            file, row_of(row), len(found.ready) + len(stays), found.problems, found.decision.withheld, _held(found),
            record, None if row else {}, aliases=document.aliases,
        )  # fmt: skip
        return _Found(made, document, found, row, standing.files(stays) if standing and stays else {})

    def _stuck(self, file: SourceFile, standing: Standing | None) -> _Found:
        """A bulletin that has two files. Its settings are those of both."""
        with files.recording() as record:
            return self._unread(file, standing, (), record)

    def _unread(
        self, file: SourceFile, standing: Standing | None, problems: Sequence[Problem], record: files.Record
    ) -> _Found:
        """A bulletin that cannot be read. What there is of it stays, unless its settings take it back."""
        terms = None
        with suppress(HabarError):
            terms = config.terms_of(self.project, file.id)
        held = under_embargo(file.id, terms, self.now) if terms else None
        back = (held,) if held else decide(file.id, terms, (), self.now).withheld if terms and terms.withdrawal else ()
        nothing = Made(file, problems=problems, withheld=back, record=record, names={})
        if standing is None:
            return _Found(replace(nothing, short=file.id in self.readers))
        if not standing.editions or held:
            return _Found(nothing)
        if terms and terms.withdrawal:
            title = withdrawn(standing, file.name)
            found = self._released(title, {})
            return self._row_of(file, title, replace(found, problems=[*problems, *found.problems]), standing, record)
        stays = standing.behind(terms.gates) if terms else standing
        if not stays.editions:
            return _Found(nothing)
        row = stays.row(self.project.locales)
        every = [*problems, told(file.name, stays, self.project.locales)]
        made = Made(file, row_of(row), stays.readable, every, record=record, aliases=stays.aliases)
        return _Found(made, row=row, stay=stays.files(self.project.locales))

    def _known(self, found: Sequence[_Found]) -> dict[str, dict[LocaleTag, Neighbours]]:
        """The bulletins that stand between two others wherever they are listed, and their neighbours."""
        # What an alias leads to is known when all bulletins are.
        known: dict[str, dict[LocaleTag, Neighbours]] = {one.made.file.id: {} for one in found if not one.made.aliases}
        for place, locale in enumerate(self.project.locales):
            listed = [one.row[place] for one in found if one.row[place].published]
            listed.sort(key=lambda edition: edition.bulletin)
            listed.sort(key=lambda edition: edition.day or date.min, reverse=True)
            for at, edition in enumerate(listed):
                if 0 < at < len(listed) - 1 and edition.bulletin in known:
                    known[edition.bulletin][locale] = Neighbours(listed[at + 1], listed[at - 1])
                else:
                    known.pop(edition.bulletin, None)
        return known

    def _with_files(self, found: _Found, neighbours: dict[LocaleTag, Neighbours] | None) -> Made:
        if neighbours is None:
            return found.made
        names, problems = dict(found.stay), list(found.made.problems)
        made = self._files(found, neighbours) | self._staying(found, neighbours)
        with collecting(problems):
            made |= self._media(found)
        if contested := redirects(found.made.aliases, self.contested, self.project.locales):
            made = {name: data for name, data in made.items() if not name.startswith(contested)}
        problems += self._told(found)
        problems += claims.problems(self.project, found.made.file.id, found.made.aliases, self.contested)
        for name, data in made.items():
            self.commit.write(name, data)
            names[name] = len(data)
        return replace(found.made, names=names, problems=problems, beside=digests(neighbours, self.project.locales))

    def _told(self, found: _Found) -> Sequence[Problem]:
        """What has to be known of the attachments that go out."""
        goes_out = found.document and found.released and found.released.ready and not found.released.terms.withdrawal
        return media.told(found.document) if found.document and goes_out else ()

    def _media(self, found: _Found) -> publish.Files:
        """The images and attachments of a bulletin; none of one that was withdrawn."""
        if found.released is None or found.released.terms.withdrawal:
            return {}
        every = (*found.released.ready.values(), *chain.from_iterable(found.released.earlier.values()))
        return dict(media.contents(self.project, [each.localized.document for each in every]))

    def _staying(self, found: _Found, neighbours: Mapping[LocaleTag, Neighbours]) -> publish.Files:
        """The pages that stay, beside the bulletins that they stand beside now."""
        made: publish.Files = {}
        for edition in found.row if found.stay else ():  # nearly never
            name = publish.page_file(edition.address)
            if edition.published and name in found.stay:
                data = files.read_bytes(self.project.output / name, f"output/{name}")
                beside = neighbours.get(edition.locale, publish.ALONE)
                made[name] = publish.with_neighbours(self.press, data, edition, beside)
        return made

    def _files(self, found: _Found, neighbours: dict[LocaleTag, Neighbours]) -> publish.Files:
        """All files of one bulletin."""
        made: publish.Files = {}
        if found.document is None or found.released is None:
            return made
        localized = {locale: ready.localized for locale, ready in found.released.ready.items()}
        for locale, text in localized.items():
            leaf = publish.Leaf(text, found.row, neighbours.get(locale, publish.ALONE))
            made |= publish.page_files(self.press, leaf)
            for past in found.released.earlier.get(locale, ()):
                made |= publish.earlier_files(self.press, editions.earlier(past, found.row))
        if localized:
            made |= publish.bulletin_files(self.press, publish.Whole(found.document, localized, found.row))
        return made


def _held(found: Released) -> str:
    """The end of an embargo and whether it holds: the result is another when that is no longer so."""
    embargo = found.terms.embargo
    holds = any(each.why == "embargo" for each in found.decision.withheld)
    return f"{embargo.isoformat()} {'held' if holds else 'over'}" if embargo else ""


def is_due(held: str, now: datetime | None) -> bool:
    """Whether a result that depends on an embargo is another by now.

    :param now: with its zone; None: every embargo holds.
    """
    end, _, was = held.rpartition(" ")
    over = now is not None and now >= datetime.fromisoformat(end)
    return over != (was == "over")
