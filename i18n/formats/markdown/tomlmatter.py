"""A front matter in TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date

from i18n.formats.markdown.fields import LANGUAGES, TEXTS, Block, Field

_ASSIGNMENT = re.compile(r"""^[ \t]*(["']?)([\w-]+)\1[ \t]*=[ \t]*""", re.M)
_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*"""|\'\'\'(?:[^\']|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.S
)
_LINE = re.compile(r"""^[ \t\["']*([\w-]+)[^\n]*$""", re.M)
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
    for key, value in values.items():
        sought = isinstance(value, str) and key in (*TEXTS, *LANGUAGES)
        string = _string(block.inside, key) if sought else None
        start, end = string or lines.get(key, (0, block.inside.find("\n")))
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


def _lines(text: str) -> dict[str, tuple[int, int]]:
    """The first line that begins with each key, or with the name of a table."""
    found: dict[str, tuple[int, int]] = {}
    for line in _LINE.finditer(text):
        found.setdefault(line[1], line.span())
    return found
