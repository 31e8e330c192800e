"""The translation memory: what was translated before, in every pair of languages, looked up by text.

It is derived from the project's catalogs and from TMX files, lies in a database, and is brought up to them by the
digest of what they hold; delete it, and it is made anew. What reads those files is not here: a memory is given origins.
"""

from pathlib import Path

from i18n.memory import sqlite
from i18n.memory.codes import coded as as_content
from i18n.memory.memory import MINIMUM, Memory, PairCount, Refreshed
from i18n.memory.rows import language_of
from i18n.memory.sqlite import DamagedError
from i18n.memory.store import Store
from i18n.memory.units import Context, Loaded, Match, Origin, Pair, Segment, State, Unit, Variant
from i18n.memory.words import Spot

__all__ = [
    "MINIMUM",
    "Context",
    "DamagedError",
    "Loaded",
    "Match",
    "Memory",
    "Origin",
    "Pair",
    "PairCount",
    "Refreshed",
    "Segment",
    "Spot",
    "State",
    "Unit",
    "Variant",
    "as_content",
    "language_of",
    "of_project",
    "passing",
]


def of_project(root: Path) -> Memory:
    """The memory of the project in ``root``, as the last command left it."""
    database = sqlite.opened(root)
    return Memory(Store(database), database.path.parent if database.path else None)


def passing() -> Memory:
    """An empty memory that ends with the process."""
    return Memory(Store(sqlite.SqliteDatabase(None)))
