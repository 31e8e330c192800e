"""The door to the site: from localized documents and the table of what exists to the bytes of its files.

Behind it stand Jinja2 and Babel's extraction of messages; both are imported when they are needed.
"""

from i18n.publish.addresses import Files, bulletin_path, is_of_a_time, media_address, page_file
from i18n.publish.alternates import Alternates, Calendar, Edition, Illustration, Site, Slice, State
from i18n.publish.briefs import edition
from i18n.publish.inputs import Earlier, Excerpt, Leaf, Whole
from i18n.publish.kept import with_neighbours
from i18n.publish.listing import ALONE, Neighbours
from i18n.publish.outputs import ListMaker, bulletin_files, earlier_files, lists, page_files, site_files
from i18n.publish.press import Press
from i18n.publish.rehearsal import rehearse
from i18n.publish.text import refuse_forbidden
from i18n.publish.theme import PLAIN, Theme, strangers
from i18n.publish.words import FRAME_LOCALE, compile_words, frame_messages, shipped_words

__all__ = [
    "ALONE",
    "FRAME_LOCALE",
    "PLAIN",
    "Alternates",
    "Calendar",
    "Earlier",
    "Edition",
    "Excerpt",
    "Files",
    "Illustration",
    "Leaf",
    "ListMaker",
    "Neighbours",
    "Press",
    "Site",
    "Slice",
    "State",
    "Theme",
    "Whole",
    "bulletin_files",
    "bulletin_path",
    "compile_words",
    "earlier_files",
    "edition",
    "frame_messages",
    "is_of_a_time",
    "lists",
    "media_address",
    "page_file",
    "page_files",
    "refuse_forbidden",
    "rehearse",
    "shipped_words",
    "site_files",
    "strangers",
    "with_neighbours",
]
