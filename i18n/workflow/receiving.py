"""``habar import xliff`` and its like: what came back from the tools of translators."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from i18n import catalogs, files
from i18n.config import Project
from i18n.interchange import Received, TransFile, receive
from i18n.model import LocaleTag
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import bulletins, extract, headers, rules, saving, terms
from i18n.workflow.bulletins import SourceFile
from i18n.workflow.reading import collecting

Read = Callable[[bytes, str], list[TransFile]]
"""From the bytes of a file and its name in messages to what stands in it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came back for one catalog."""

    bulletin: str
    locale: LocaleTag
    entries: int
    """That changed."""
    units: int
    """That stand in the file."""


@dataclass(slots=True)
class Receipt:
    """What an import did."""

    taken: list[Taken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(
    project: Project, paths: Iterable[Path], read: Read, wanted: LocaleTag | None = None, *, dry: bool = False
) -> Receipt:
    """Takes the translations of files into the catalogs, unit by unit (see ``interchange.receive``).

    A catalog is written where one of its entries changed, and is brought up to its source then. What is wrong with
    one file, or with one bulletin in it, does not stop the others.

    :param wanted: the language that all files must be in; None takes each file's own.
    :param dry: write nothing.
    """
    intake = _Intake(project, wanted, dry)
    for path in paths:
        with collecting(intake.receipt.problems):
            shown = path.as_posix()
            for file in read(files.read_bytes(path, shown), shown):
                with collecting(intake.receipt.problems):
                    intake.take(file)
    return intake.receipt


class _Intake:
    def __init__(self, project: Project, wanted: LocaleTag | None, dry: bool) -> None:
        self.receipt = Receipt()
        self._project = project
        self._wanted = wanted
        self._dry = dry
        self._own, self._terms = rules.load(project), terms.base(project, self.receipt.problems)
        self._sources, _ = bulletins.listing(project)

    def take(self, file: TransFile) -> None:
        """One bulletin in one language. Raises ``HabarError`` with the reason why it cannot be taken."""
        source = self._source(file)
        locale = self._locale(file)
        document = bulletins.read_document(self._project, source)
        if not _same(file.source_locale, document.locale):
            message = f"the file's source is in “{file.source_locale}”, the bulletin was written in “{document.locale}”"
            raise HabarError(problem("H264", file.place, message))
        made = extract.extraction(document, self._own, self._terms)
        received = saving.settled(self._catalog, made, locale, replace(file, target_locale=locale))
        self.receipt.problems += received.problems
        self.receipt.taken.append(Taken(document.id, locale, received.taken, len(file.units)))

    def _catalog(self, made: extract.Extraction, locale: LocaleTag, file: TransFile) -> Received:
        bulletin = made.document.id
        old = bulletins.read_catalog(self._project, bulletin, locale)
        received = receive(extract.brought_up(old, made, locale).catalog, file, extract.contents(made.cut))
        if received.taken and not self._dry:
            catalog = catalogs.with_header_field(received.catalog, headers.REVISION, made.document.revision)
            saving.save(self._project, self._project.catalog(bulletin, locale), catalog, old)
        return received

    def _source(self, file: TransFile) -> SourceFile:
        if found := self._sources.get(file.bulletin):
            return found
        message = f"there is no bulletin “{file.bulletin}”: nothing of it was taken"
        raise HabarError(problem("H276", file.place, message))

    def _locale(self, file: TransFile) -> LocaleTag:
        """The language of the project that the file is in. Some tools add a region: ru-RU is ru."""
        named = file.target_locale
        if self._wanted and not _same(named, self._wanted):
            message = f"the file is in “{named}”, not in “{self._wanted}”"
            raise HabarError(problem("H264", file.place, message))
        exact = [tag for tag in self._project.locales if tag.lower() == named.replace("_", "-").lower()]
        near = exact or [tag for tag in self._project.locales if _same(tag, self._wanted or named)]
        if len(near) != 1:
            known = ", ".join(self._project.locales)
            message = f"the file is in “{named}”, and the project has {known}"
            raise HabarError(problem("H264", file.place, message))
        return near[0]


def _same(one: LocaleTag, other: LocaleTag) -> bool:
    """Whether two tags name one language."""
    languages = {tag.replace("_", "-").partition("-")[0].lower() for tag in (one, other)}
    return len(languages) == 1
