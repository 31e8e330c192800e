"""Where one bulletin is to be cut otherwise than the rules say: ``join`` and ``split`` in ``sources/<id>.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from i18n import files
from i18n.config.table import line_of
from i18n.model import Override, OverrideKind, Place

MARK = "‖"
"""Stands in an override where the text is to be cut, or not to be."""
_LONGEST_CONTEXT = 400
"""Characters of an override: it has to be told from the text around it, not to hold it."""


def contexts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and _is_context(item) for item in value):
        raise ValueError(f"a list of texts, each with one {MARK} between two words of the bulletin")
    return value


def _is_context(item: str) -> bool:
    return len(item) <= _LONGEST_CONTEXT and [bool(side.strip()) for side in item.split(MARK)] == [True, True]


def overrides(values: dict[str, Any], root: Path, name: str) -> Iterator[Override]:
    """The overrides of a bulletin, each with the line that its words stand in."""
    kinds: tuple[OverrideKind, ...] = ("join", "split")
    wanted = [kind for kind in kinds if values.get(kind)]
    text = files.read_bytes(root / name, name).decode("utf-8-sig") if wanted else ""
    for kind in wanted:
        line = line_of(text, kind, 0) or 1
        start = sum(map(len, text.splitlines(keepends=True)[: line - 1]))
        for context in values[kind]:
            before, after = context.split(MARK)
            found = text.find(context, start)
            place = Place(name, text.count("\n", 0, found) + 1 if found >= 0 else line)
            yield Override(kind, before.strip(), after.strip(), place)
