"""The tables of concepts, read in a tenth of the time that a reader of all of TOML takes: their lines are of two forms.

``["a kind"]``, and ``"a concept" = ["forms", "forms", "forms", "forms"]``, either name with quotes or without.
"""

from __future__ import annotations

import json


def read(text: str) -> dict[str, dict[str, list[str]]]:
    """The rows of a table by their kinds and their concepts: what TOML says of the same text."""
    found: dict[str, dict[str, list[str]]] = {}
    rows: dict[str, list[str]] = {}
    places: list[tuple[dict[str, list[str]], str]] = []
    cells: list[str] = []
    for line in text.splitlines():
        name, _, cell = line.partition(" = ")
        if line.startswith("["):
            rows = found[line.strip('[]"')] = {}
        elif cell and not line.startswith("#"):
            places.append((rows, name.strip('"')))
            cells.append(cell)
    for (at, name), row in zip(places, json.loads(f"[{','.join(cells)}]"), strict=True):
        at[name] = row
    return found
