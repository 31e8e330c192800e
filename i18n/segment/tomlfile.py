"""Rules files are TOML: their values, and the lines in which these stand."""

from __future__ import annotations

import re
from typing import Any

from i18n.model import Place
from i18n.problems import HabarError, problem


def toml_data(toml_text: str, place: Place) -> dict[str, Any]:
    """The values of a rules file.

    :raises HabarError: H121, with the line.
    """
    import tomllib

    try:
        return tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise HabarError(problem("H121", _syntax_place(place, error), f"the rules file is not TOML: {error}")) from None
    except (ValueError, RecursionError):
        # tomllib has no error of its own for numbers of thousands of digits and brackets thousands deep.
        raise HabarError(problem("H121", place, "a value is far too long or too deeply nested")) from None


def _syntax_place(place: Place, error: Exception) -> Place:
    match = re.search(r"line (\d+), column (\d+)", str(error))
    return Place(place.path, int(match[1]), int(match[2])) if match else place


Spot = tuple[str, int, str]
"""Table, its number among those of its name, key."""


def toml_lines(toml_text: str) -> dict[Spot, int]:
    """On which line each key and each table header stands."""
    lines: dict[Spot, int] = {}
    table, counts = "", {"": 0}
    for number, line in enumerate(toml_text.split("\n"), 1):
        if header := re.match(r"\s{0,40}\[\[\s{0,40}([\w-]{1,40})", line):
            table = header[1]
            counts[table] = counts.get(table, -1) + 1
            lines[table, counts[table], ""] = number
        elif key := re.match(r"\s{0,40}[\"']?([\w-]{1,40})[\"']?\s{0,40}=", line):
            lines.setdefault((table, counts[table], key[1]), number)
    return lines
