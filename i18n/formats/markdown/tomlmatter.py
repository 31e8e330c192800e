"""A front matter in TOML."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from i18n.formats.markdown.fields import LANGUAGES, TEXTS, Block, Field

_ASSIGNMENT = re.compile(r"""^[ \t]*(["']?)([\w-]+)\1[ \t]*=[ \t]*""", re.M)
_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*"""|\'\'\'(?:[^\']|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.S
)
_LINE = re.compile(r"""^[ \t\["']*([\w-]+)""", re.M)
_MOST_TRIES = 5


def fields(block: Block) -> Iterator[Field]:
    """The fields above the first table, and the tables.

    :raises HabarError: H150, with the line: it is damaged.
    """
    try:
        values = tomllib.loads(block.inside)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        raise block.damaged(int(at[1]) - 1 if at else 0, "the front matter is not valid TOML") from error
    lines = _lines(block.inside)
    starts = sorted({lines[key] for key in values if key in lines})
    for key, value in values.items():
        sought = isinstance(value, str) and key in (*TEXTS, *LANGUAGES)
        string = _string(block.inside, key) if sought else None
        start, end = string or _whole(block.inside, lines.get(key, 0), starts)
        shown = str(value).strip(" \t\r\n") if string else value if isinstance(value, date) else None
        yield Field(key, shown, block.start + start, block.start + end)


def _string(text: str, key: str) -> tuple[int, int] | None:
    """Where the string of a key stands: where another one in its place is what the key then has."""
    candidates = (found for found in _ASSIGNMENT.finditer(text) if found[2] == key)
    for _, found in zip(range(_MOST_TRIES), candidates, strict=False):
        string = _STRING.match(text, found.end())
        if string and _takes(f'{text[: string.start()]}"\\u0000"{text[string.end() :]}', key):
            return string.span()
    return None


def _takes(changed: str, key: str) -> bool:
    try:
        return tomllib.loads(changed).get(key) == "\0"
    except ValueError:
        return False


def _lines(text: str) -> dict[str, int]:
    """Where the first line begins that has each key, or the name of a table."""
    found: dict[str, int] = {}
    for line in _LINE.finditer(text):
        found.setdefault(line[1], line.start())
    return found


def _whole(text: str, start: int, starts: list[int]) -> tuple[int, int]:
    """The lines of a value: up to the next key of the file, or the next table."""
    assigned = _ASSIGNMENT.match(text, start)
    following = bisect_right(starts, start)
    end = starts[following] if following < len(starts) else len(text)
    return assigned.end() if assigned else start, start + len(text[start:end].rstrip())
