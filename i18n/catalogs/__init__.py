"""The door of PO catalogs: strict reading with line numbers, writing that changes only what changed.

``parse`` keeps the raw text of every entry, and ``render`` gives it back for every part that is still the same,
so that nothing a translator or another editor wrote is lost or spelled anew.
"""

from i18n.catalogs.conversion import in_utf8
from i18n.catalogs.formatting import formatted
from i18n.catalogs.header import header_fields, new_header, with_header_field
from i18n.catalogs.reader import parse, translations
from i18n.catalogs.writer import render

__all__ = [
    "formatted",
    "header_fields",
    "in_utf8",
    "new_header",
    "parse",
    "render",
    "translations",
    "with_header_field",
]
