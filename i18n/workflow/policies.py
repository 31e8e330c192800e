"""What a project decided about the checks, from its settings and its glossary."""

from __future__ import annotations

from i18n import files
from i18n.checks import Policy, Termbase
from i18n.config import Project
from i18n.workflow import terms


def load(project: Project) -> Policy:
    """The project's decisions. A project need not have a glossary.

    :raises HabarError: H279 with every line of the glossary that cannot be read.
    """
    data = files.read_if_there(project.root / terms.NAME, terms.NAME)
    glossary = terms.read(data, terms.NAME) if data and data.strip() else None
    return Policy(project.levels, Termbase(glossary) if glossary else None)
