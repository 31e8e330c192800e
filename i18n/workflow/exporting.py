"""``habar export``: bulletins for the tools of translators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from i18n import segment
from i18n.config import Project
from i18n.interchange import TransFile, trans_file
from i18n.model import Content, Document, Key, LocaleTag
from i18n.problems import Problem, problem
from i18n.workflow import bulletins, extract, rules
from i18n.workflow.bulletins import Track, collecting, silent


@dataclass(slots=True)
class Export:
    """What is to be written."""

    files: list[TransFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(project: Project, ids: Sequence[str], locale: LocaleTag, track: Track = silent) -> Export:
    """The named bulletins, or all where none is named, with their translations in one language.

    They are as ``habar extract`` would leave them; no catalog is written.

    :raises HabarError: H507 or H523, the project does not have a bulletin or the language.
    """
    bulletins.languages(project, locale)
    made = Export()
    own = rules.load(project)
    sources, problems = bulletins.chosen(project, ids)
    made.problems += problems
    for document in bulletins.documents(project, sources, made.problems, track, "Exporting"):
        if document.locale == locale:
            message = f"it was written in “{locale}”: there is nothing to translate"
            made.problems.append(problem("H277", document.place, message))
            continue
        with collecting(made.problems):
            made.files.append(_file(project, document, own, locale))
    return made


def contents(cut: segment.Cut) -> Mapping[Key, Content]:
    """What stands behind the key of each entry."""
    return {piece.key: piece.content for _, pieces in cut for piece in pieces}


def _file(project: Project, document: Document, own: rules.Rules, locale: LocaleTag) -> TransFile:
    made = extract.extraction(document, own)
    old = bulletins.read_catalog(project, document.id, locale)
    return trans_file(document, extract.brought_up(old, made, locale).catalog, contents(made.cut))
