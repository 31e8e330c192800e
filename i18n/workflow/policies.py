"""What a project decided about the checks, from its settings."""

from __future__ import annotations

from i18n.checks import Policy
from i18n.config import Project


def load(project: Project) -> Policy:
    """The project's decisions."""
    return Policy(project.levels)
