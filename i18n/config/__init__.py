"""The door to a project's settings: ``[tool.habar]`` in ``pyproject.toml``, or ``habar.toml``.

A bulletin may have settings of its own in ``sources/<id>.toml``. Every key is checked; an unknown
one is a problem with its line, because a misspelled setting is a setting that is silently ignored.
"""

from i18n.config.bulletin import of_bulletin, terms_of
from i18n.config.media import AttachmentSettings, ImageSettings
from i18n.config.memory import PASSWORD
from i18n.config.overrides import MARK
from i18n.config.project import BulletinSettings, Project, find
from i18n.config.release import moment
from i18n.config.schema import BULLETIN, PROJECT
from i18n.config.services import NAMES as SERVICE_NAMES
from i18n.config.services import ServiceSettings
from i18n.config.writing import Value, with_table, without_table

__all__ = [
    "BULLETIN",
    "MARK",
    "PASSWORD",
    "PROJECT",
    "SERVICE_NAMES",
    "AttachmentSettings",
    "BulletinSettings",
    "ImageSettings",
    "Project",
    "ServiceSettings",
    "Value",
    "find",
    "moment",
    "of_bulletin",
    "terms_of",
    "with_table",
    "without_table",
]
