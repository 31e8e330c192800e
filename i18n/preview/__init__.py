"""The door to a browser on this machine: shows a built site, and tells open pages when there is a newer one."""

from i18n.preview.news import Fault, News
from i18n.preview.server import Preview

__all__ = ["Fault", "News", "Preview"]
