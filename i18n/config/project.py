"""A project: where everything lies and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from i18n.config.media import AttachmentSettings, ImageSettings
from i18n.config.memory import MemorySettings
from i18n.config.release import GateSetting, required
from i18n.config.schema import PROJECT
from i18n.config.services import ServiceSettings
from i18n.config.table import checked, table
from i18n.model import LocaleTag, Override, Place, Typography, UnitMode
from i18n.problems import HabarError, problem
from i18n.release import Gate

if TYPE_CHECKING:
    from i18n.checks import Level


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
    aliases: tuple[str, ...] = ()
    """Ids that one bulletin had before."""
    images: tuple[ImageSettings, ...] = ()
    """What one bulletin shows beside its text."""
    attachments: tuple[AttachmentSettings, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything lies and what was decided. Paths inside are relative to ``root``."""

    root: Path
    settings: str
    """The file that the settings stand in."""
    locales: tuple[LocaleTag, ...]
    """The languages of the catalogs and pages, in the order of the language switcher."""
    bulletins: BulletinSettings
    gates: Mapping[LocaleTag, Gate]
    """What a bulletin's translation must have reached before its page in a language is built."""
    publisher: Mapping[LocaleTag, str]
    """The name at the head of the pages, by language."""
    base_url: str | None
    """Where the site will live; None for a preview that is read from files."""
    its: tuple[str, ...] = ()
    """Files with ITS rules for every source, relative to ``root``. The rules of a later one win."""

    zone: str = "+00:00"
    """The offset from UTC in which a day begins."""
    authority: str = ""
    """Who gives names that last (RFC 4151); empty: the host of ``base_url``."""
    translators: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Who translates into a language."""
    reviewers: Mapping[LocaleTag, str] = field(default_factory=dict)
    """Who reviews the translations into a language."""
    together: tuple[LocaleTag, ...] = ()
    """Nothing of a bulletin goes out before it is ready in all of these languages."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """How grave what a check finds is, by its code, where that is not as usual."""
    memory: MemorySettings = field(default_factory=MemorySettings)
    """What is suggested from the translation memory."""
    typography: Typography = field(default_factory=Typography)
    """How pages are typeset."""
    theme: str | None = None
    """The folder of the theme; None: ``theme``, where there is one."""
    search: bool = False
    """Whether the site is to have a page to search in each language."""
    services: Mapping[str, ServiceSettings] = field(default_factory=dict)
    """What is said about services for machine translation, by their names."""

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
            return _project(folder, "habar.toml", table(folder, "habar.toml"))
        if (folder / "pyproject.toml").is_file():
            tools = table(folder, "pyproject.toml").get("tool")
            own = tools.get("habar") if isinstance(tools, dict) else None
            if isinstance(own, dict):
                return _project(folder, "pyproject.toml", own)
    message = "neither habar.toml nor a pyproject.toml with [tool.habar] in this folder or above it"
    raise HabarError(problem("H503", Place(start.name or str(start)), message))


def _project(root: Path, name: str, given: dict[str, Any]) -> Project:
    values = checked(given, PROJECT, root, name)
    tags = values.get("locales", ("en",))
    gate = values.get("gate", GateSetting()).over(Gate())
    return Project(
        root=root,
        settings=name,
        locales=tags,
        bulletins=BulletinSettings(values.get("source-locale", tags[0]), values.get("units", "sentence")),
        gates={tag: values.get("gates", {}).get(tag, GateSetting()).over(gate) for tag in tags},
        publisher=values.get("publisher", {}),
        base_url=values.get("base-url"),
        its=values.get("its", ()),
        zone=values.get("zone", "+00:00"),
        authority=values.get("tag-authority", ""),
        translators=values.get("translators", {}),
        reviewers=values.get("reviewers", {}),
        together=required(values.get("together", ()), tags, name),
        levels=values.get("checks", {}),
        memory=values.get("memory", MemorySettings()),
        typography=values.get("typography", Typography()),
        theme=values.get("theme"),
        search=values.get("search", False),
        services=values.get("services", {}),
    )
