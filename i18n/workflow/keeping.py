"""Values in the form in which they are kept between two runs, and back: JSON, so that reading them executes nothing."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Hashable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, cast

from i18n.model import Place
from i18n.problems import Problem
from i18n.publish import Edition, Illustration
from i18n.release import Withheld

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLAIN = frozenset((str, int, bool, type(None)))
"""Types that JSON has, too: most fields are of them."""
_KINDS = {kind.__name__: kind for kind in (Illustration, Place, Problem, Withheld)}


@lru_cache(maxsize=4096)
def text_of(value: Edition) -> str:
    """The fields of a value as JSON. Equal values have equal texts."""
    return _encoded([field if type(field) in _PLAIN else _plain(field) for field in value])


@lru_cache(maxsize=8192)
def edition(text: str, names: tuple[str, ...] = ()) -> Edition:
    """The edition whose text it is.

    :param names: of the fields, where another program may have written the text. What it did not know is left empty.
    :raises ValueError, TypeError, KeyError: that program knew too different fields.
    """
    values = [field if type(field) in _PLAIN else _whole(field) for field in json.loads(text)]
    if not names or names == Edition._fields:
        return Edition(*values)
    return Edition(**{name: value for name, value in zip(names, values, strict=True) if name in Edition._fields})


def remarks_of(problems: list[Problem], withheld: list[Withheld]) -> str:
    """What has to be reported each time; empty where there is nothing."""
    if not problems and not withheld:
        return ""
    return _encoded([_plain(tuple(problems)), _plain(tuple(withheld))])


def remarks(text: str) -> tuple[list[Problem], list[Withheld]]:
    """What ``remarks_of`` made a text of."""
    problems, withheld = map(_whole, json.loads(text))
    return list(problems), list(withheld)


def _fields(value: Any) -> list[Any]:
    return (
        list(value)
        if isinstance(value, tuple)
        else [getattr(value, name) for name in _names(cast(Hashable, type(value)))]
    )


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """The names of the fields of a dataclass, in their order."""
    return tuple(field.name for field in dataclasses.fields(cast(Any, kind)))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int)):
        return value
    if type(value) is tuple:
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    if type(value).__name__ in _KINDS:
        return {type(value).__name__: [_plain(field) for field in _fields(value)]}
    raise TypeError(f"{value!r} cannot be kept: see the fields of Edition")


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([_whole(item) for item in value])
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "at":
        return datetime.fromisoformat(content)
    if kind == "on":
        return date.fromisoformat(content)
    return _KINDS[kind](*[_whole(field) for field in content])
