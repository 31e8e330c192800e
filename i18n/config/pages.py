"""Settings of the pages."""

from __future__ import annotations

from typing import Any

from i18n import ids
from i18n.config.values import is_inside


def theme(value: Any) -> str:
    """The folder of a theme, relative to the project."""
    if not isinstance(value, str) or not is_inside(value) or value.split("/")[0] in ("sources", "locales", "output"):
        raise ValueError("a folder of its own in the project, such as 'theme'")
    return value


def aliases(value: Any) -> tuple[str, ...]:
    """Ids that a bulletin had before."""
    if not isinstance(value, list) or not all(isinstance(item, str) and ids.fault(item) is None for item in value):
        raise ValueError("a list of ids that the bulletin had before, such as ['2024-01-23-ministers-met']")
    return tuple(dict.fromkeys(value))
