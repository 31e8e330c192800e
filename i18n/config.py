"""The door to a project's settings: ``[tool.habar]`` in ``pyproject.toml``, or ``habar.toml``.

A bulletin may have settings of its own in ``sources/<id>.toml``. Every key is checked; an unknown
one is a problem with its line, because a misspelled setting is a setting that is silently ignored.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from i18n import approval, files, locales
from i18n.model import LocaleTag, Override, OverrideKind, Place, UnitMode
from i18n.problems import HabarError, Problem, problem

if TYPE_CHECKING:
    from i18n.checks import Level

MARK = "‖"
"""Stands in an override where the text is to be cut, or not to be."""
_LONGEST_CONTEXT = 400
"""Characters of an override: it has to be told from the text around it, not to hold it."""


@dataclass(frozen=True, slots=True)
class BulletinSettings:
    """What a project, or one bulletin in its own file, says about how sources are read."""

    locale: LocaleTag
    """The language that sources are written in."""
    mode: UnitMode
    """Sentences or paragraphs as catalog entries."""
    overrides: tuple[Override, ...] = ()
    """Where one bulletin is to be cut otherwise than the rules say."""
    accept_changes: bool = False
    """Whether the tracked changes in one bulletin's Word file count as accepted."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything lies and what was decided. Paths inside are relative to ``root``."""

    root: Path
    settings: str
    """The file that the settings stand in."""
    locales: tuple[LocaleTag, ...]
    """The languages of the catalogs and pages, in the order of the language switcher."""
    bulletins: BulletinSettings
    gates: Mapping[LocaleTag, int]
    """Per cent of a bulletin's units that must be translated before its page in a language is built."""
    publisher: Mapping[LocaleTag, str]
    """The name at the head of the pages, by language."""
    base_url: str | None
    """Where the site will live; None for a preview that is read from files."""
    its: tuple[str, ...] = ()
    """Files with ITS rules for every source, relative to ``root``. The rules of a later one win."""

    translators: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Who translates into a language."""
    reviewers: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Who reviews the translations into a language."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """How grave what a check finds is, by its code, where that is not as usual."""

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def template(self, bulletin: str) -> str:
        """The bulletin's PO template."""
        return f"locales/templates/{bulletin}.pot"

    def catalog(self, bulletin: str, locale: LocaleTag, suffix: Literal["po", "mo"] = "po") -> str:
        """The bulletin's catalog in one language; the bulletin ``site`` is the page frame."""
        return f"locales/{locale}/LC_MESSAGES/{bulletin}.{suffix}"


def find(start: Path) -> Project:
    """The project that ``start`` lies in: the nearest folder upwards that has settings for habar.

    :raises HabarError: H503 where there is none, H504 to H506 with every fault of the settings.
    """
    for folder in (start, *start.parents):
        if (folder / "habar.toml").is_file():
            return _project(folder, "habar.toml", _table(folder, "habar.toml"))
        if (folder / "pyproject.toml").is_file():
            tools = _table(folder, "pyproject.toml").get("tool")
            table = tools.get("habar") if isinstance(tools, dict) else None
            if isinstance(table, dict):
                return _project(folder, "pyproject.toml", table)
    message = "neither habar.toml nor a pyproject.toml with [tool.habar] in this folder or above it"
    raise HabarError(problem("H503", Place(start.name or str(start)), message))


def of_bulletin(project: Project, bulletin: str) -> BulletinSettings:
    """The settings of one bulletin: the project's, and over them those of ``sources/<id>.toml``.

    :raises HabarError: H504 to H506 with every fault of that file.
    """
    name = f"sources/{bulletin}.toml"
    if not os.path.exists(f"{project.root}/{name}"):
        return project.bulletins
    values = _checked(_table(project.root, name), _BULLETIN, project.root, name)
    return BulletinSettings(
        locale=values.get("locale", project.bulletins.locale),
        mode=values.get("units", project.bulletins.mode),
        overrides=tuple(_overrides(values, project.root, name)),
        accept_changes=values.get("accept-changes", False),
    )


def _overrides(values: dict[str, Any], root: Path, name: str) -> Iterator[Override]:
    """The overrides of a bulletin, each with the line that its words stand in."""
    kinds: tuple[OverrideKind, ...] = ("join", "split")
    wanted = [kind for kind in kinds if values.get(kind)]
    text = files.read_bytes(root / name, name).decode("utf-8-sig") if wanted else ""
    for kind in wanted:
        line = _line_of(text, kind, 0) or 1
        start = sum(map(len, text.splitlines(keepends=True)[: line - 1]))
        for context in values[kind]:
            before, after = context.split(MARK)
            found = text.find(context, start)
            place = Place(name, text.count("\n", 0, found) + 1 if found >= 0 else line)
            yield Override(kind, before.strip(), after.strip(), place)


def _project(root: Path, name: str, table: dict[str, Any]) -> Project:
    values = _checked(table, _PROJECT, root, name)
    tags = values.get("locales", ("en",))
    gate = values.get("gate", 100)
    return Project(
        root=root,
        settings=name,
        locales=tags,
        bulletins=BulletinSettings(values.get("source-locale", tags[0]), values.get("units", "sentence")),
        gates={tag: values.get("gates", {}).get(tag, gate) for tag in tags},
        publisher=values.get("publisher", {}),
        base_url=values.get("base-url"),
        its=values.get("its", ()),
        translators=values.get("translators", {}),
        reviewers=values.get("reviewers", {}),
        levels=values.get("checks", {}),
    )


def _table(root: Path, name: str) -> dict[str, Any]:
    data = files.read_bytes(root / name, name)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = problem("H504", Place(name, line), "the file is not UTF-8", hint="save the file as UTF-8")
        raise HabarError(fault) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise HabarError(problem("H504", Place(name, int(found[1]) if found else None), str(error))) from error
    except (ValueError, RecursionError) as error:
        # tomllib has no error of its own for numbers of thousands of digits and brackets thousands deep.
        message = "a value is far too long or too deeply nested"
        raise HabarError(
            problem("H504", Place(name), message, hint="give every setting a value of its kind")
        ) from error


Check = Callable[[Any], Any]
"""Takes a setting's value and returns it in the shape that the program uses, or raises ValueError."""


def _checked(table: dict[str, Any], schema: dict[str, Check], root: Path, name: str) -> dict[str, Any]:
    text = files.read_bytes(root / name, name).decode("utf-8-sig")
    own = max(text.find("[tool.habar"), 0)  # in pyproject.toml, other tools may have settings of the same name
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        place = Place(name, _line_of(text, key, own))
        if key not in schema:
            problems.append(problem("H505", place, f"there is no setting {key!r}", hint=_did_you_mean(key, schema)))
            continue
        try:
            values[key] = schema[key](value)
        except ValueError as error:
            given = "" if isinstance(value, dict) else f", not {value!r}"
            if isinstance(error, _InTableError):
                place = Place(name, _line_of(text, error.key, own) or place.line)
                key = f"{key}.{error.key}"
            problems.append(problem("H506", place, f"{key} must be {error}{given}"))
    if problems:
        raise HabarError(*problems)
    return values


def _line_of(text: str, key: str, start: int) -> int | None:
    line = re.compile(rf"(?m)^[ \t]*(\[[\w.\-]*\.|\[)?[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]")
    found = line.search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _did_you_mean(key: str, schema: dict[str, Check]) -> str:
    near = difflib.get_close_matches(key, schema, n=1)
    return f"did you mean {near[0]!r}?" if near else f"the settings are: {', '.join(schema)}"


class _InTableError(ValueError):
    """A value in a table is wrong: that of ``key``."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def _levels(value: Any) -> dict[str, Level]:
    from i18n import checks  # with all their tables behind them: only for projects that speak of them

    if not isinstance(value, dict):
        raise ValueError('a table by the code of a check, such as H234 = "off"')
    found: dict[str, Level] = {}
    for code, level in value.items():
        try:
            found[code] = checks.level_of(code, level)
        except ValueError as error:
            raise _InTableError(code, f"{error}, not {level!r}") from error
    return found


def _tag(value: Any) -> LocaleTag:
    if not isinstance(value, str) or not locales.is_tag(value):
        raise ValueError("a language tag such as 'tk' or 'ru'")
    return value


def _tags(value: Any) -> tuple[LocaleTag, ...]:
    if not isinstance(value, list) or not value or len(set(map(str, value))) != len(value):
        raise ValueError("a list of different language tags")
    return tuple(_tag(tag) for tag in value)


def _mode(value: Any) -> UnitMode:
    if value not in ("sentence", "paragraph"):
        raise ValueError("'sentence' or 'paragraph'")
    return cast(UnitMode, value)


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _contexts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and _is_context(item) for item in value):
        raise ValueError(f"a list of texts, each with one {MARK} between two words of the bulletin")
    return value


def _is_context(item: str) -> bool:
    return len(item) <= _LONGEST_CONTEXT and [bool(side.strip()) for side in item.split(MARK)] == [True, True]


def _percent(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise ValueError("a whole number from 0 to 100")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value


def _person(value: Any) -> str:
    return approval.reviewer(_text(value))


def _url(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s\"'<>?#]+", value):
        raise ValueError("an address such as 'https://example.org/'")
    return value if value.endswith("/") else value + "/"


def _paths(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and _is_inside(item) for item in value):
        raise ValueError("a list of files in the project, such as ['its/rules.xml']")
    return tuple(value)


def _is_inside(name: str) -> bool:
    parts = name.split("/")
    return bool(name) and "\\" not in name and ":" not in name and not {"", ".."} & set(parts)


def _by_tag(check: Check) -> Check:
    def checked(value: Any) -> dict[LocaleTag, Any]:
        if not isinstance(value, dict):
            raise ValueError("a table by language tag")
        return {_tag_of(tag): _item(check, tag, item) for tag, item in value.items()}

    return checked


def _tag_of(key: str) -> LocaleTag:
    try:
        return _tag(key)
    except ValueError as error:
        raise ValueError(f"by language, and {key!r} is no language tag") from error


def _item(check: Check, tag: LocaleTag, item: Any) -> Any:
    try:
        return check(item)
    except ValueError as error:
        raise ValueError(f"{error} for {tag}, not {item!r}") from error


_BULLETIN: dict[str, Check] = {
    "locale": _tag,
    "units": _mode,
    "join": _contexts,
    "split": _contexts,
    "accept-changes": _switch,
}
_PROJECT: dict[str, Check] = {
    "source-locale": _tag,
    "locales": _tags,
    "units": _mode,
    "gate": _percent,
    "gates": _by_tag(_percent),
    "publisher": _by_tag(_text),
    "translators": _by_tag(_person),
    "reviewers": _by_tag(_person),
    "base-url": _url,
    "its": _paths,
    "checks": _levels,
}
