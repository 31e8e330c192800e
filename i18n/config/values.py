"""What a setting may be: each function takes what TOML gives and returns it in the shape that the program uses.

They raise ValueError with the end of a sentence: "the setting must be ...".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any, cast

from i18n import approval, locales
from i18n.model import LocaleTag, UnitMode

if TYPE_CHECKING:
    from i18n.checks import Level

Check = Callable[[Any], Any]
"""Takes a setting's value and returns it in the shape that the program uses, or raises ValueError."""


class InTableError(ValueError):
    """A value in a table is wrong: that of ``key``."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class ItemError(ValueError):
    """One item of a list is wrong, and the message says which."""


def spelled(value: Any) -> str:
    """A value for a message, as whoever wrote it would say it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):  # datetime is a date
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(spelled, value))}]"
    return "a table" if isinstance(value, dict) else repr(value)


def levels(value: Any) -> dict[str, Level]:
    from i18n import checks  # with all their tables behind them: only for projects that speak of them

    if not isinstance(value, dict):
        raise ValueError('a table by the code of a check, such as H234 = "off"')
    found: dict[str, Level] = {}
    for code, level in value.items():
        try:
            found[code] = checks.level_of(code, level)
        except ValueError as error:
            raise InTableError(code, f"{error}, not {spelled(level)}") from error
    return found


def tag(value: Any) -> LocaleTag:
    if not isinstance(value, str) or not locales.is_tag(value):
        raise ValueError("a language tag such as 'tk' or 'ru'")
    return value


def tags(value: Any) -> tuple[LocaleTag, ...]:
    if not isinstance(value, list) or not value or len(set(map(str, value))) != len(value):
        raise ValueError("a list of different language tags")
    for each in value:
        if not isinstance(each, str) or not locales.is_tag(each):
            raise ItemError(f"a list of language tags such as 'tk' or 'ru', and {each!r} is none")
    return tuple(value)


def mode(value: Any) -> UnitMode:
    if value not in ("sentence", "paragraph"):
        raise ValueError("'sentence' or 'paragraph'")
    return cast(UnitMode, value)


def switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def percent(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise ValueError("a whole number from 0 to 100")
    return value


def text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value


def person(value: Any) -> str:
    return approval.reviewer(text(value))


def url(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s\"'<>?#]+", value):
        raise ValueError("an address such as 'https://example.org/'")
    return value if value.endswith("/") else value + "/"


def paths(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and is_inside(item) for item in value):
        raise ValueError("a list of files in the project, such as ['its/rules.xml']")
    return tuple(value)


def is_inside(name: str) -> bool:
    """Whether a relative path stays below the folder that it starts from."""
    parts = name.split("/")
    return bool(name) and "\\" not in name and ":" not in name and not {"", ".."} & set(parts)


def by_tag(check: Check) -> Check:
    def checked(value: Any) -> dict[LocaleTag, Any]:
        if not isinstance(value, dict):
            raise ValueError("a table by language tag")
        return {_tag_of(tag): _item(check, tag, item) for tag, item in value.items()}

    return checked


def _tag_of(key: str) -> LocaleTag:
    try:
        return tag(key)
    except ValueError as error:
        raise ValueError(f"by language, and {key!r} is no language tag") from error


def _item(check: Check, tag: LocaleTag, item: Any) -> Any:
    try:
        return check(item)
    except ValueError as error:
        raise ValueError(f"{error} for {tag}, not {spelled(item)}") from error


def table(schema: Mapping[str, Check]) -> Check:
    """A table with settings of its own, each optional."""

    def checked(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"a table with the settings {', '.join(schema)}")
        return {key: _setting(schema, key, item) for key, item in value.items()}

    return checked


def _setting(schema: Mapping[str, Check], key: str, item: Any) -> Any:
    if key not in schema:
        raise InTableError(key, f"left out: the settings here are {', '.join(schema)}")
    try:
        return schema[key](item)
    except ValueError as error:
        raise InTableError(key, f"{error}, not {spelled(item)}") from error
