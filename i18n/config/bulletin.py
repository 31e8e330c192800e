"""What one bulletin says of itself, in ``sources/<id>.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from i18n import files
from i18n.config.media import attachment_settings, image_settings
from i18n.config.overrides import overrides
from i18n.config.project import BulletinSettings, Project
from i18n.config.release import GateSetting, required
from i18n.config.schema import BULLETIN
from i18n.config.table import checked, table
from i18n.model import LocaleTag
from i18n.release import Terms

_S = TypeVar("_S")


def of_bulletin(project: Project, bulletin: str) -> BulletinSettings:
    """The settings of one bulletin: the project's, and over them those of ``sources/<id>.toml``.

    :raises HabarError: H504 to H506 with every fault of that file.
    """
    name = f"sources/{bulletin}.toml"
    if not files.there(f"{project.root}/{name}"):
        return project.bulletins
    values = checked(table(project.root, name), BULLETIN, project.root, name)
    return BulletinSettings(
        locale=values.get("locale", project.bulletins.locale),
        mode=values.get("units", project.bulletins.mode),
        overrides=tuple(overrides(values, project.root, name)),
        accept_changes=values.get("accept-changes", False),
        aliases=values.get("aliases", ()),
        images=tuple(_placed(image_settings, values.get("image"), project, name)),
        attachments=tuple(_placed(attachment_settings, values.get("attachment"), project, name)),
    )


def _placed(
    settings: Callable[[list[dict[str, Any]], str, str], Iterator[_S]], given: Any, project: Project, name: str
) -> Iterator[_S]:
    text = files.read_bytes(project.root / name, name).decode("utf-8-sig") if given else ""
    return settings(given or [], text, name)


def terms_of(project: Project, bulletin: str) -> Terms:
    """What is asked before the bulletin goes out: by the project, and over that by ``sources/<id>.toml``.

    :raises HabarError: as ``of_bulletin``.
    """
    name = f"sources/{bulletin}.toml"
    if not files.there(f"{project.root}/{name}"):
        return Terms(project.gates, project.together)
    values = checked(table(project.root, name), BULLETIN, project.root, name)
    every, single = values.get("gate", GateSetting()), values.get("gates", {})
    return Terms(
        gates={tag: single.get(tag, GateSetting()).over(every.over(gate)) for tag, gate in project.gates.items()},
        together=_together(values, project, name),
        embargo=values.get("embargo"),
        corrections=values.get("corrections", ()),
        withdrawal=values.get("withdrawn"),
    )


def _together(values: dict[str, Any], project: Project, name: str) -> tuple[LocaleTag, ...]:
    return required(values["together"], project.locales, name) if "together" in values else project.together
