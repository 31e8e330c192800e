"""What this copy of a project gave to a team's memory, so that it takes back only what is its own.

Several people have a copy of the same project. What one of them changed is newer than what the others have, so nobody
gives again what he gave before; and what a copy lacks is removed only if it was once given from here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from i18n import files
from i18n.problems import HabarError


class Ledger:
    """The keys of the origins that were given to a database, in a file that may be deleted."""

    def __init__(self, root: Path, name: str) -> None:
        self._root, self._name = root, name

    def read(self) -> dict[str, str]:
        """The keys by the names of the origins; none where the file is not there or damaged."""
        with suppress(HabarError, ValueError, RecursionError):
            data = files.read_if_there(self._root / self._name, self._name)
            found = json.loads(data) if data else {}
            if isinstance(found, dict) and all(isinstance(key, str) for key in found.values()):
                return found
        return {}

    def write(self, keys: Mapping[str, str]) -> None:
        """Remembers the keys; not where the project may only be read."""
        with suppress(HabarError):
            text = json.dumps(dict(sorted(keys.items())), ensure_ascii=False, indent=0)
            files.write(self._root, self._name, text.encode("utf-8", "surrogatepass"))
