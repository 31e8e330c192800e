"""Where suggestions come from, in the order in which they are asked."""

from __future__ import annotations

from functools import partial

from i18n.config import Project
from i18n.interchange import Suggester
from i18n.workflow import remembering, rules, terms
from i18n.workflow.remembered import Remembered


def of(project: Project) -> list[Suggester]:
    """The suggesters of a project."""
    wanted = project.memory
    opening = partial(remembering.opened, project)
    remembered = Remembered(
        "translation memory",
        opening,
        wanted.minimum / 100,
        trusted=wanted.trust_exact,
        terms=terms.base(project, []),  # what is wrong with it is told by the command
        own=rules.load(project),
    )
    return [remembered]
