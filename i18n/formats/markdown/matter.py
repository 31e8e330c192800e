"""The front matter of a Markdown file: what a bulletin says about itself above its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from i18n.formats.markdown.lines import Text
from i18n.model import Place
from i18n.problems import HabarError, problem

TEXTS = ("title", "subtitle", "description", "summary")
"""The keys whose values are texts of the bulletin."""
LANGUAGES = ("lang", "language", "locale")
LARGEST = 1 << 16
"""In characters: no front matter of a bulletin is larger."""
_DEEPEST = 20
_YAML = re.compile(r"---[ \t]*\n(?=[^\s])")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.M)
_KEY = re.compile(r"""["']?[A-Za-z_][\w.-]*["']?[ \t]*[:=]""")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt \t].*)?\Z", re.S)
_TOML_LINE = re.compile(r"""^[ \t]*(["']?)([\w-]+)\1[ \t]*=[ \t]*""", re.M)
_TOML_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*"""|\'\'\'(?:[^\']|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.S
)
_MOST_TRIES = 20


@dataclass(frozen=True, slots=True)
class Field:
    """One key and its value."""

    key: str
    value: Any
    start: int
    """Where the value stands in the text, its quotation marks with it."""
    end: int


@dataclass(frozen=True, slots=True)
class Matter:
    """The fields of a front matter in the order of the file, and where the text behind it begins."""

    fields: tuple[Field, ...] = ()
    end: int = 0


def read(text: Text, path: str) -> Matter:
    """The front matter at the start of a text, in YAML between ``---`` or in TOML between ``+++``.

    :raises HabarError: H150, with the line: it has no end, or it is damaged.
    """
    for begin, ends, fields in ((_YAML, _YAML_END, _yaml), (_TOML, _TOML_END, _toml)):
        if opened := begin.match(text.plain):
            closed = ends.search(text.plain, opened.end())
            if closed:
                _refuse_large(closed.start() - opened.end(), path)
                found = tuple(fields(text, opened.end(), closed.start(), path))
                return Matter(_without_doubles(found, text, path), closed.end())
            if _KEY.match(text.plain, opened.end()):
                mark = text.plain[: opened.end()].strip()
                raise _damaged(path, 1, f"the front matter has no end: there is no second line {mark}")
    return Matter()


def day_of(field: Field, path: str, text: Text) -> date | None:
    """The day that a value says; None where it is no date.

    :raises HabarError: H111 for a date that does not exist.
    """
    if isinstance(field.value, date):
        return date(field.value.year, field.value.month, field.value.day)
    found = _DAY.match(str(field.value).strip())
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        day = "-".join(found.groups())
        raise HabarError(problem("H111", Place(path, text.line(field.start)), f"there is no day {day}")) from error


def _damaged(path: str, line: int, message: str) -> HabarError:
    return HabarError(problem("H150", Place(path, line), message))


def _refuse_large(size: int, path: str) -> None:
    if size > LARGEST:
        raise _damaged(path, 1, f"the front matter is longer than {LARGEST} characters")


def _without_doubles(fields: tuple[Field, ...], text: Text, path: str) -> tuple[Field, ...]:
    seen: set[str] = set()
    for field in fields:
        if field.key in seen:
            raise _damaged(path, text.line(field.start), f"{field.key} stands in the front matter twice")
        seen.add(field.key)
    return fields


# YAML --------------------------------------------------------------------------------------------


def _yaml(text: Text, start: int, end: int, path: str) -> Iterator[Field]:
    """The fields of the mapping that the front matter is. Nothing is constructed of it: values stay text."""
    import yaml

    piece = text.plain[start:end]
    try:
        events = list(_bounded(yaml.parse(piece, yaml.SafeLoader), text, start, path))
    except yaml.reader.ReaderError as error:
        raise _damaged(path, text.line(start + error.position), "a character that YAML does not allow") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = text.line(start) + (mark.line if mark else 0)
        raise _damaged(path, line, "the front matter is not valid YAML") from error
    yield from _yaml_fields(events, text, start, path)


def _bounded(events: Iterator[Any], text: Text, start: int, path: str) -> Iterator[Any]:
    depth = 0
    for event in events:
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        line = text.line(start) + event.start_mark.line
        if kind == "AliasEvent":
            raise _damaged(path, line, "a reference (*) in the front matter: write the value out")
        if depth > _DEEPEST:
            raise _damaged(path, line, "the front matter is nested too deeply")
        yield event


def _yaml_fields(events: list[Any], text: Text, start: int, path: str) -> Iterator[Field]:
    """Events are stream, document, then the mapping: its keys are at depth 3."""
    if type(events[2]).__name__ != "MappingStartEvent":
        raise _damaged(path, text.line(start), "the front matter is no list of keys with values")
    depth, key, begin = 3, None, 0
    for event in events[3:]:
        kind = type(event).__name__
        opens, closes = kind.endswith("StartEvent"), kind.endswith("EndEvent")
        depth -= closes
        if depth == 3 and key is None and not closes:
            key = event.value if kind == "ScalarEvent" else "?"
        elif depth == 3 and (kind == "ScalarEvent" or closes):
            begin = begin if closes else event.start_mark.index
            yield _yaml_field(
                key or "", event if kind == "ScalarEvent" else None, text, start + begin, start + event.end_mark.index
            )
            key = None
        elif depth == 3 and opens:
            begin = event.start_mark.index
        depth += opens
        if depth < 3:
            return


def _yaml_field(key: str, scalar: Any, text: Text, start: int, end: int) -> Field:
    written = text.plain[start:end].rstrip()
    if scalar is None:
        return Field(key, None, start, start + len(written))
    missing = scalar.style is None and scalar.value in ("", "~", "null", "Null", "NULL")
    return Field(key, None if missing else scalar.value.strip(), start, start + len(written))


# TOML --------------------------------------------------------------------------------------------


def _toml(text: Text, start: int, end: int, path: str) -> Iterator[Field]:
    import tomllib

    piece = text.plain[start:end]
    try:
        values = tomllib.loads(piece)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        line = text.line(start) + (int(at[1]) - 1 if at else 0)
        raise _damaged(path, line, "the front matter is not valid TOML") from error
    for key, value in values.items():
        place = _toml_string(piece, key, tomllib.loads) if isinstance(value, str) else None
        begin, finish = place or _toml_line(piece, key)
        shown = value.strip() if isinstance(value, str) and place else value if isinstance(value, date) else None
        yield Field(key, shown, start + begin, start + finish)


def _toml_string(piece: str, key: str, loads: Callable[[str], dict[str, Any]]) -> tuple[int, int] | None:
    """Where the string of a key stands: where another one in its place is what the key then has."""
    candidates = (found for found in _TOML_LINE.finditer(piece) if found[2] == key)
    for _, found in zip(range(_MOST_TRIES), candidates, strict=False):
        string = _TOML_STRING.match(piece, found.end())
        if string and _takes(f'{piece[: string.start()]}"\\u0000"{piece[string.end() :]}', key, loads):
            return string.span()
    return None


def _takes(changed: str, key: str, loads: Callable[[str], dict[str, Any]]) -> bool:
    try:
        return loads(changed).get(key) == "\0"
    except ValueError:
        return False


def _toml_line(piece: str, key: str) -> tuple[int, int]:
    """The line of a key, or the first line of the front matter where the key is written in another way."""
    for found in re.finditer(r"^[^\n]*$", piece, re.M):
        if re.match(rf"[ \t\[\"']*{re.escape(key)}\b", found[0]):
            return found.span()
    return 0, piece.find("\n")
