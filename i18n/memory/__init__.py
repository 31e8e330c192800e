"""The translation memory: what was translated before, in every pair of languages, looked up by text.

It is derived from the project's catalogs and from TMX files, lies in a database, and is brought up to them by the
digest of what they hold; delete it, and it is made anew. What reads those files is not here: a memory is given origins.
"""

import os
from contextlib import suppress
from pathlib import Path

from i18n.memory import postgres, sqlite
from i18n.memory.codes import coded as as_content
from i18n.memory.ledger import Ledger
from i18n.memory.memory import MINIMUM, Memory, PairCount
from i18n.memory.sqlite import DamagedError
from i18n.memory.store import Store
from i18n.memory.units import Context, Loaded, Match, Origin, Pair, Segment, State, Unit, Variant
from i18n.memory.words import Spot
from i18n.memory.writing import Refreshed

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
    "of_project",
    "of_team",
    "passing",
]


def of_project(root: Path) -> Memory:
    """The memory of the project in ``root``, as the last command left it."""
    database = sqlite.opened(root)
    return Memory(Store(database), database.path.parent if database.path else None)


def of_team(root: Path, url: str, password: str | None) -> Memory:
    """The memory that a team shares, for the copy of a project in ``root``.

    :param url: as the settings have it.
    :raises HabarError: H444, the server cannot be reached or used.
    """
    store = Store(postgres.PostgresDatabase(postgres.address(url), password))
    folder = root / sqlite.FOLDER
    _, birth = store.identity()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    usable = folder if os.access(folder, os.W_OK) else None
    return Memory(store, usable, Ledger(root, f"{sqlite.FOLDER}/given-{birth}"))


def passing() -> Memory:
    """An empty memory that ends with the process."""
    return Memory(Store(sqlite.SqliteDatabase(None)))
