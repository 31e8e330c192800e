"""``habar import``: files that arrived become sources, as they are, each under an id of its own.

A text that lies in ``sources/`` already is left alone, whatever its file is called. So a folder can be imported again
and again while it fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from i18n import config, content, files, formats, ids, locales, scripts
from i18n.config import BulletinSettings, Project
from i18n.model import Document, LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import bulletins
from i18n.workflow.bulletins import SourceFile, Track, silent
from i18n.workflow.reading import collecting, linked, remarks
from i18n.workflow.shelf import Shelf

Outcome = Literal["new", "replaced", "there"]

_EDITORS_WORK = "H102"
"""A missing title: an editor adds it to the source. With any other error there is no bulletin."""
_FIRST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person who imports said."""

    id: str | None = None
    locale: LocaleTag | None = None
    replace: bool = False
    """Whether another text under the same id is to be replaced."""
    accept_changes: bool = False
    """Whether the tracked changes of a Word file count as accepted, now and later."""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """What became of one file."""

    arrived: str
    """As it was named."""
    name: str
    """Where it is now, relative to the project."""
    outcome: Outcome
    document: Document
    """As it was understood."""
    language_set: bool
    """Whether the bulletin got settings with its language."""


@dataclass(slots=True)
class ImportReport:
    """What ``import`` did."""

    done: list[Import] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, paths: Sequence[Path], wish: Wish, track: Track = silent) -> ImportReport:
    """Puts every file that can be read in its place. What is wrong with one does not stop the others.

    :raises HabarError: H108, the id that was wished cannot be one.
    """
    if wish.id is not None and (wrong := ids.fault(wish.id)):
        raise HabarError(problem("H108", Place("--id"), wrong[0], hint=wrong[1]))
    report = ImportReport()
    shelf = Shelf(project)
    for shown in track([path.as_posix() for path in paths], "Importing"):
        with collecting(report.problems):
            _import(project, shelf, Path(shown), wish, report)
    return report


def _import(project: Project, shelf: Shelf, path: Path, wish: Wish, report: ImportReport) -> None:
    shown = path.as_posix()
    data = _arrived(project, path, shown)
    same = shelf.holds(data)
    document = _understood(project, path, data, same, wish)
    name = f"sources/{document.id}{path.suffix.lower()}"
    if same and wish.id not in (None, document.id):
        hint = "use that one; or remove it, if it was never published, and run the command again"
        raise HabarError(problem("H519", Place(shown), f"the same text is in {same} already", hint=hint))
    outcome: Outcome = "there" if same else _outcome(shelf, document.id, name, shown, wish)
    found = _noticed(document, shown, wish) if outcome != "there" else []
    found += _undated(document, name, shown, wish) if outcome == "new" else []
    settings = "" if _has_settings(project, document.id) else _settings(project, document, wish)
    if settings and not wish.dry_run:  # before the text: no other command ever reads it in a wrong language
        shelf.put(f"sources/{document.id}.toml", settings.encode())
    if outcome != "there" and not wish.dry_run:
        shelf.put(name, data)
    shelf.remember(document.id, same or name, data)
    report.done.append(Import(shown, same or name, outcome, document, "locale" in settings))
    report.problems += found


def _settings(project: Project, document: Document, wish: Wish) -> str:
    """What is to be remembered about a bulletin."""
    locale = f'locale = "{document.locale}"\n' if document.locale != project.bulletins.locale else ""
    return locale + ("accept-changes = true\n" if wish.accept_changes else "")


def _arrived(project: Project, path: Path, shown: str) -> bytes:
    """The bytes of a file that may be imported."""
    if path.is_symlink():
        raise _refused(shown, "it is a link", "name the file that it leads to")
    if path.is_dir():
        raise _refused(shown, "it is a folder", f"name the files in it, such as: {shown}/*.txt")
    if path.resolve().is_relative_to(project.sources.resolve()):
        raise _refused(shown, "it lies in sources/ already", "nothing has to be done: run habar extract")
    if formats.for_name(path.name) is None:
        raise HabarError(formats.no_reader(shown))
    return files.read_bytes(path, shown)


def _refused(shown: str, reason: str, hint: str) -> HabarError:
    return HabarError(problem("H519", Place(shown), reason, hint=hint))


def _understood(project: Project, path: Path, data: bytes, same: str | None, wish: Wish) -> Document:
    """The bulletin with its id, read in its own language."""
    known = ids.of_file(same) if same else wish.id
    accepted = wish.accept_changes or (known is not None and config.of_bulletin(project, known).accept_changes)
    settings = replace(project.bulletins, locale=wish.locale or project.bulletins.locale, accept_changes=accepted)
    document = _read(project, path, data, settings)
    name = known or ids.propose(_naming(document), _day(document), settings.locale)
    own = config.of_bulletin(project, name)
    if wish.accept_changes and not own.accept_changes and _has_settings(project, name):
        message = f"the settings of the bulletin {name} do not say that tracked changes are accepted"
        hint = f"write into sources/{name}.toml: accept-changes = true"
        raise HabarError(problem("H520", Place(path.as_posix()), message, hint=hint))
    if own.locale != settings.locale and _has_settings(project, name):
        if wish.locale:
            message = f"the bulletin {name} is in {own.locale} by its settings, not in {wish.locale}"
            hint = f'write into sources/{name}.toml: locale = "{wish.locale}"'
            raise HabarError(problem("H520", Place(path.as_posix()), message, hint=hint))
        document = _read(project, path, data, replace(own, accept_changes=accepted))
    return replace(document, id=name)


def _read(project: Project, path: Path, data: bytes, settings: BulletinSettings) -> Document:
    shown = path.as_posix()
    file = SourceFile(path.stem, shown)
    source = bulletins.source_of(project, file, data, settings)
    load = linked(project.root)
    # Rules that it links are those that it will find from its place in sources/.
    source = replace(source, load=lambda href, base: load(href, f"sources/{path.name}" if base == shown else base))
    document = formats.read(source)
    found = remarks(document)
    if any(fault.severity == "error" and fault.code != _EDITORS_WORK for fault in found):
        raise HabarError(*found)
    return document


def _naming(document: Document) -> str:
    """The title; where there is none, the first words of the text."""
    unit = document.unit("title") or next((unit for unit in document.units if unit.role != "date"), None)
    text = content.plain(unit.content) if unit else ""
    if unit and unit.role == "title":
        return text
    return text[:_FIRST_WORDS].rpartition(" ")[0] or text[:_FIRST_WORDS]


def _day(document: Document) -> date | None:
    return document.day or document.meta.event_date


def _has_settings(project: Project, name: str) -> bool:
    return (project.sources / f"{name}.toml").exists()


def _outcome(shelf: Shelf, name: str, target: str, shown: str, wish: Wish) -> Outcome:
    """Whether the file is new under its id, or replaces what is there.

    :raises HabarError: H518 where another text has the id and must not be replaced.
    """
    other = shelf.of(name)
    if other is None:
        return "new"
    if shelf.is_fresh(name):
        message, hint = f"another file of this command is {other}", "give each an id: import them one by one"
    elif other != target:
        message, hint = f"{other} has the id {name}, and is of another kind", "take another id with --id"
    elif wish.replace:
        return "replaced"
    else:
        message = f"{other} has the id {name}, and another text"
        hint = "is it a correction? use --replace; else take another id with --id"
    raise HabarError(problem("H518", Place(shown), message, hint=hint))


def _undated(document: Document, name: str, shown: str, wish: Wish) -> list[Problem]:
    """Says that an id was made without a day, while it may still be changed."""
    if wish.id is not None or _day(document):
        return []
    message = f"no day was found, so the id, which never changes, has none: {document.id}"
    hint = (
        f"if a day is printed in it: import it with --id YYYY-MM-DD-{document.id}; if it is {name} already, "
        "remove that first"
    )
    return [problem("H112", Place(shown), message, hint=hint)]


def _noticed(document: Document, shown: str, wish: Wish) -> list[Problem]:
    """What a person should look at."""
    found = remarks(document)
    text = "\n".join(content.plain(unit.content) for unit in document.units if unit.role != "date")
    guess = scripts.guess(text)
    if guess and guess != document.locale.partition("-")[0]:
        message = f"this reads like {scripts.NAMES[guess]}, and is taken for {locales.english_name(document.locale)}"
        found.append(problem("H517", Place(shown), message, hint=f"if it is: --source-locale {guess}"))
    if wish.id is None and not ids.spells(_naming(document)):
        message = f"the title cannot be spelled in plain letters, so the id is made of its checksum: {document.id}"
        found.append(problem("H110", Place(shown), message))
    return found
