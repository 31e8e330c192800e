"""What one bulletin says of itself, in ``sources/<id>.toml``."""

from __future__ import annotations

import os

from i18n.config.overrides import overrides
from i18n.config.project import BulletinSettings, Project
from i18n.config.schema import BULLETIN
from i18n.config.table import checked, table


def of_bulletin(project: Project, bulletin: str) -> BulletinSettings:
    """The settings of one bulletin: the project's, and over them those of ``sources/<id>.toml``.

    :raises HabarError: H504 to H506 with every fault of that file.
    """
    name = f"sources/{bulletin}.toml"
    if not os.path.exists(f"{project.root}/{name}"):
        return project.bulletins
    values = checked(table(project.root, name), BULLETIN, project.root, name)
    return BulletinSettings(
        locale=values.get("locale", project.bulletins.locale),
        mode=values.get("units", project.bulletins.mode),
        overrides=tuple(overrides(values, project.root, name)),
        accept_changes=values.get("accept-changes", False),
    )
