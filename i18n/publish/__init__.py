"""The door to the site: from localized documents and the table of what exists to the bytes of its files.

Behind it stand Jinja2 and Babel's extraction of messages; both are imported when they are needed.
"""

from i18n.publish.alternates import Alternates, Edition, Site, State
from i18n.publish.briefs import edition
from i18n.publish.pages import Files, Renderer, static_files
from i18n.publish.text import refuse_forbidden
from i18n.publish.words import FRAME_LOCALE, compile_words, frame_messages, shipped_words

__all__ = [
    "FRAME_LOCALE",
    "Alternates",
    "Edition",
    "Files",
    "Renderer",
    "Site",
    "State",
    "compile_words",
    "edition",
    "frame_messages",
    "refuse_forbidden",
    "shipped_words",
    "static_files",
]
