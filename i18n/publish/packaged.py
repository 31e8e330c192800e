"""The files that come with the package: templates, style sheet, icon, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def packaged(folder: str, name: str) -> Traversable:
    """One of the files, which may or may not be there."""
    from importlib import resources  # costs 8 ms, and most commands render nothing

    return resources.files("i18n.publish") / folder / name
