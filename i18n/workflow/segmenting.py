"""``habar segment``: what a text is cut into, why, and what other rules would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from i18n import content, encoding, segment, stats
from i18n.config import Project
from i18n.model import RUNNING, Document, Entry, LocaleTag, Meta, Place, Segment, Unit
from i18n.problems import Problem, problem
from i18n.segment.evidence import Doubt, doubts, used_words
from i18n.segment.explain import Explanation, explain
from i18n.workflow import bulletins, rules
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.extract import Extraction, brought_up, extraction
from i18n.workflow.reading import collecting
from i18n.workflow.rules import Rules

_CODES = encoding.Codes(empty="H101", not_utf8="H104", nul="H105")
_SHIPPED = ("en", "ru", "tk", "ja", "fallback")
"""The languages that come with rules; the last is every other one."""
_AROUND = 30
"""Characters shown on each side of a place."""


# Texts -----------------------------------------------------------------------------------------


def bulletin_in(project: Project, path: Path) -> Document | None:
    """The bulletin of the project that a file holds, with its language, its units and its overrides.

    :raises HabarError: as reading it for any other command.
    """
    if path.resolve().parent != project.sources.resolve():
        return None
    sources, _ = bulletins.listing(project)
    file = next((file for file in sources.values() if file.name == f"sources/{path.name}"), None)
    return bulletins.read_document(project, file) if file else None


def plain_text(data: bytes, shown: str, locale: LocaleTag) -> Document:
    """Any text as a document: paragraphs with blank lines between them.

    :raises HabarError: H101, H104, H105: nothing in it, not UTF-8, a NUL byte.
    """
    text = encoding.decode(data, shown, _CODES, wide=True).text
    units = tuple(
        Unit(f"p{number}", Place(shown, line), "paragraph", (paragraph,))
        for number, (line, paragraph) in enumerate(_paragraphs(text), 1)
    )
    return Document(shown, Place(shown), "text", locale, "sentence", "", Meta(), (), units)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each run of lines without a blank one between, with the number of its first line."""
    run: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            run.append(line)
        elif run:
            yield number - len(run), "\n".join(run).strip()
            run = []


def sentences(document: Document, own: Rules) -> list[list[str]]:
    """The segments of each unit, each in one line."""
    return [_lines(pieces) for _, pieces in own.cut(document) if pieces]


def _lines(pieces: Sequence[Segment]) -> list[str]:
    return [piece.key[1] for piece in pieces]


# Explanations ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in a text that may end a sentence."""

    place: Place
    before: str
    """Some text in front of it, in one line."""
    after: str
    """Some text behind it."""
    why: Explanation


def explained(document: Document, own: Rules) -> list[Spot]:
    """Every place of the running text that may end a sentence, and what decided about it."""
    return [
        Spot(_line(unit, text, why.end), _left(text, why.end), _right(text, why.follow), why)
        for unit, text in _running_texts(document)
        for why in explain(text, document.locale, own.of(document.locale), document.overrides)
    ]


def _running_texts(document: Document) -> list[tuple[Unit, str]]:
    return [(unit, segment.running_text(unit.content)) for unit in document.units if unit.role in RUNNING]


def _line(unit: Unit, text: str, position: int) -> Place:
    line = unit.place.line
    return Place(unit.place.path, None if line is None else line + text.count("\n", 0, position))


def _left(text: str, position: int) -> str:
    start = max(position - _AROUND, 0)
    return ("…" if start else "") + content.fold(text[start:position])


def _right(text: str, position: int) -> str:
    return content.fold(text[position : position + _AROUND]) + ("…" if position + _AROUND < len(text) else "")


# Weak evidence ---------------------------------------------------------------------------------


@dataclass(slots=True)
class AuditReport:
    """Where a person should look."""

    places: int = 0
    """Places that may end a sentence."""
    doubts: list[Problem] = field(default_factory=list)
    """H113, in the order of files and lines."""
    problems: list[Problem] = field(default_factory=list)
    """What stopped single files."""


def audit(project: Project, ids: Sequence[str] = (), track: Track = silent) -> AuditReport:
    """The unsure places of the named bulletins, or of all where none is named.

    What is an abbreviation is judged by the texts of the whole project. A bulletin in paragraphs has no cuts.
    """
    report = AuditReport()
    own = rules.load(project)
    chosen, _ = bulletins.chosen(project, ids)
    sources, report.problems = bulletins.listing(project)
    documents = list(bulletins.documents(project, sources, report.problems, track, "Reading"))
    used: dict[LocaleTag, set[str]] = {}
    for document in documents:
        texts = (content.plain(unit.content) for unit in document.units)
        used.setdefault(document.locale, set()).update(used_words(texts))
    for document in documents:
        if document.id in chosen and document.mode == "sentence":
            _audit(document, own, used[document.locale], report)
    return report


def _audit(document: Document, own: Rules, used: set[str], report: AuditReport) -> None:
    locale, mine = document.locale, own.of(document.locale)
    for unit, text in _running_texts(document):
        why = explain(text, locale, mine, document.overrides)
        report.places += len(why)
        report.doubts += [_doubted(unit, text, doubt) for doubt in doubts(text, why, used, locale, mine)]


def _doubted(unit: Unit, text: str, doubt: Doubt) -> Problem:
    did = "cut" if doubt.cut else "no cut"
    shown = f"{_left(text, doubt.end)} {'‖' if doubt.cut else '·'} {_right(text, doubt.follow)}".rstrip()
    return problem("H113", _line(unit, text, doubt.end), f"{did}: “{shown}”: {'; '.join(doubt.reasons)}")


# Other rules -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitDiff:
    """One unit that other rules cut in another way."""

    place: Place
    unit: str
    old: list[str]
    new: list[str]


@dataclass(frozen=True, slots=True)
class CatalogDiff:
    """What would become of the entries of one catalog whose texts are new."""

    bulletin: str
    locale: LocaleTag
    states: dict[stats.State, int]
    """How many of them would be in each state."""


@dataclass(slots=True)
class DiffReport:
    """What other rules would change. Nothing was written."""

    units: list[UnitDiff] = field(default_factory=list)
    catalogs: list[CatalogDiff] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def diff(project: Project, path: Path, track: Track = silent) -> DiffReport:
    """What would change if the rules file ``path``, or every one in the folder ``path``, stood in ``rules/``.

    :raises HabarError: as ``rules.load``; H501 where there is nothing at ``path``.
    """
    before, after = rules.load(project), rules.load(project, _rules_files(path))
    report = DiffReport()
    sources, report.problems = bulletins.listing(project)
    for document in bulletins.documents(project, sources, report.problems, track, "Comparing"):
        old, new = before.cut(document), extraction(document, after, None)
        if old != new.cut:
            report.units += _unit_diffs(old, new.cut)
            report.catalogs += _catalog_diffs(project, old, new, report.problems)
    return report


def _rules_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _unit_diffs(old: segment.Cut, new: segment.Cut) -> Iterator[UnitDiff]:
    for (unit, before), (_, after) in zip(old, new, strict=True):
        if before != after:
            yield UnitDiff(unit.place, unit.id, _lines(before), _lines(after))


def _catalog_diffs(
    project: Project, old: segment.Cut, new: Extraction, problems: list[Problem]
) -> Iterator[CatalogDiff]:
    bulletin = new.document.id
    known = {piece.key for _, pieces in old for piece in pieces}
    for locale in project.locales:
        with collecting(problems):
            catalog = bulletins.read_catalog(project, bulletin, locale)
            entries = brought_up(catalog, new, locale).catalog.by_key()
            altered = [entries[entry.key] for entry in new.fresh if entry.key not in known]
            yield CatalogDiff(bulletin, locale, _states(altered, own_language=locale == new.document.locale))


def _states(entries: Sequence[Entry], *, own_language: bool) -> dict[stats.State, int]:
    found = Counter(stats.state(entry, own_language=own_language) for entry in entries)
    return {state: found[state] for state in stats.STATES}


# Examples --------------------------------------------------------------------------------------


@dataclass(slots=True)
class ExamplesReport:
    """Whether rules do what their examples say."""

    hashes: dict[LocaleTag, str] = field(default_factory=dict)
    """By language: equal ones cut every text alike."""
    problems: list[Problem] = field(default_factory=list)


def examples(own: Rules, locale: LocaleTag | None = None) -> ExamplesReport:
    """Runs every example of habar's rules and of a project's ``own``, in all languages or in one.

    habar's examples are run without ``own``: a project may want another cut than they show.
    """
    report = ExamplesReport()
    further = (name for name in own.files if name not in (*_SHIPPED, rules.COMMON))
    for name in [locale] if locale else [*_SHIPPED, *further]:
        mine = own.of(name)
        places = {example.place for example in mine.examples} if mine else set()
        report.problems += segment.check_rules(name)
        report.problems += [found for found in segment.check_rules(name, mine) if found.place in places]
        report.hashes[name] = segment.ruleset_hash(name, mine)
    return report
