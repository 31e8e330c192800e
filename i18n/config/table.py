"""A table of settings as it stands in a TOML file: read, and checked key by key."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

from i18n import files
from i18n.config import slips
from i18n.config.values import Check, InTableError, ItemError, spelled
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem


def table(root: Path, name: str) -> dict[str, Any]:
    data = files.read_bytes(root / name, name)
    text = ""
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = problem("H504", Place(name, line), "the file is not UTF-8", hint="save the file as UTF-8")
        raise HabarError(fault) from error
    except tomllib.TOMLDecodeError as error:
        raise HabarError(_no_toml(name, text, str(error))) from error
    except (ValueError, RecursionError) as error:
        # tomllib has no error of its own for numbers of thousands of digits and brackets thousands deep.
        message = "a value is far too long or too deeply nested"
        raise HabarError(
            problem("H504", Place(name), message, hint="give every setting a value of its kind")
        ) from error


def _no_toml(name: str, text: str, error: str) -> Problem:
    found = re.search(r"line (\d+)", error)
    number = int(found[1]) if found else None
    line = text.split("\n")[number - 1] if number else ""
    return problem("H504", Place(name, number), slips.message(error, line), hint=slips.way_out(error, line))


def checked(given: dict[str, Any], schema: dict[str, Check], root: Path, name: str) -> dict[str, Any]:
    text = files.read_bytes(root / name, name).decode("utf-8-sig")
    own = max(text.find("[tool.habar"), 0)  # in pyproject.toml, other tools may have settings of the same name
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        spoken, place = key, Place(name, line_of(text, key, own))
        if key not in schema:
            problems.append(problem("H505", place, f"there is no setting {key!r}", hint=_did_you_mean(key, schema)))
            continue
        try:
            values[key] = schema[key](value)
        except ValueError as error:
            known = isinstance(value, dict) or isinstance(error, InTableError | ItemError)
            instead = "" if known else f", not {spelled(value)}"
            if isinstance(error, InTableError):
                place = Place(name, line_of(text, error.key, own) or place.line)
                spoken = f"{key}.{error.key}"
            problems.append(problem("H506", place, f"{spoken} must be {error}{instead}"))
    if problems:
        raise HabarError(*problems)
    return values


def line_of(text: str, key: str, start: int) -> int | None:
    line = re.compile(rf"(?m)^[ \t]*(\[[\w.\-]*\.|\[)?[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]")
    found = line.search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _did_you_mean(key: str, schema: dict[str, Check]) -> str:
    near = difflib.get_close_matches(key, schema, n=1)
    return f"did you mean {near[0]!r}?" if near else f"the settings are: {', '.join(schema)}"
