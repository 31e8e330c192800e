"""``habar export``: bulletins for the tools of translators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n.config import Project
from i18n.interchange import TransFile, trans_file
from i18n.model import LocaleTag
from i18n.problems import Problem
from i18n.workflow import bulletins, extract
from i18n.workflow.bulletins import Track, silent
from i18n.workflow.reading import collecting


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
    made = Export()
    for found in extract.extractions(project, ids, locale, made.problems, track, "Exporting"):
        with collecting(made.problems):
            made.files.append(_file(project, found, locale))
    return made


def _file(project: Project, made: extract.Extraction, locale: LocaleTag) -> TransFile:
    old = bulletins.read_catalog(project, made.document.id, locale)
    return trans_file(made.document, extract.brought_up(old, made, locale).catalog, extract.contents(made.cut))
