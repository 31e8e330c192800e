"""The words of the page frame: from the templates into PO files, and from compiled files into pages.

Jinja2's extractor for Babel finds them, Babel compiles them, and the standard library reads them.
Words are text, never markup: whatever a translation holds is escaped when it is printed.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from i18n.model import Entry, LocaleTag, Place
from i18n.problems import HabarError, problem
from i18n.publish.characters import forbidden
from i18n.publish.packaged import packaged
from i18n.publish.theme import PLAIN, Theme

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

Translate = Callable[[str], str]
"""From an English msgid to the words of one language; the msgid itself where they are missing."""

TEMPLATES = (
    "base.html",
    "bulletin.html",
    "untranslated.html",
    "wide.html",
    "life.html",
    "earlier.html",
    "withdrawn.html",
    "attachments.html",
    "start.html",
    "archive.html",
    "year.html",
    "month.html",
    "turn.html",
    "status.html",
    "status_entry.html",
    "search.html",
    "front.html",
    "front_word.html",
    "front_choice.html",
    "notfound_choice.html",
    "moved.html",
)
"""The templates with words, in the order that a translator should meet them."""

FRAME_LOCALE = "en"
"""The language of the words in the templates."""

_COMMENT_TAG = "L10N:"


def frame_messages(theme: Theme = PLAIN) -> tuple[Entry, ...]:
    """Every message of the templates, without a translation, in template order and without line numbers.

    The extracted comments come from ``{# L10N: ... #}`` on the line above a message. What only a theme has comes last.

    :raises HabarError: H301, a template of the theme is wrong.
    """
    found: dict[str, Entry] = {}
    for name in (*TEMPLATES, *sorted(theme.templates.keys() - set(TEMPLATES))):
        for text, shown in theme.sources(name):
            for msgid, comments in _extract(text, shown):
                found[msgid] = _with(found.get(msgid, Entry(msgid)), shown, comments)
    return tuple(found.values())


def shipped_words(locale: LocaleTag) -> bytes | None:
    """The package's own translation of the words as a PO file, to start a project with. None: there is none."""
    file = packaged("words", f"{locale}.po")
    return file.read_bytes() if file.is_file() else None


def compile_words(po: bytes, place: Place) -> bytes:
    """A PO file in gettext's compiled form (``.mo``). Fuzzy and empty translations are left out.

    The same messages give the same bytes. ``place`` is the PO file, for the message.

    :raises HabarError: H303, the file cannot be read, or a translation holds a character that no page can.
    """
    from babel.messages.mofile import write_mo

    catalog = _read(po, place)
    for message in catalog:
        if character := forbidden(str(message.string)):
            where = Place(place.path, message.lineno)
            raise HabarError(problem("H303", where, f"the translation holds the character {character}"))
    # The header's dates are derived from nothing here, and Babel would take the clock for a missing one.
    catalog.creation_date = catalog.revision_date = datetime(1970, 1, 1, tzinfo=UTC)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def translator(compiled: bytes | None) -> Translate:
    """The words of one language from its ``.mo`` file; without one, the English msgids."""
    if compiled is None:
        return gettext.NullTranslations().gettext
    return gettext.GNUTranslations(BytesIO(compiled)).gettext


def _read(po: bytes, place: Place) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(StringIO(po.decode("utf-8")), abort_invalid=True)
    except PoFileError as error:
        raise HabarError(problem("H303", Place(place.path, error.lineno + 1), str(error))) from error
    except ValueError as error:
        raise HabarError(problem("H303", place, str(error))) from error
    catalog.charset = "utf-8"
    return catalog


def _extract(text: str, shown: str) -> list[tuple[str, tuple[str, ...]]]:
    from jinja2 import TemplateSyntaxError
    from jinja2.ext import babel_extract

    options = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    try:
        found = list(babel_extract(BytesIO(text.encode()), ("_", "gettext"), [_COMMENT_TAG], options))
    except TemplateSyntaxError as error:
        raise HabarError(problem("H301", Place(shown, error.lineno), str(error.message))) from error
    return [(str(msgid), tuple(map(_one_line, comments))) for _, _, msgid, comments in found]


def _one_line(comment: str) -> str:
    return " ".join(comment.split())


def _with(entry: Entry, reference: str, comments: tuple[str, ...]) -> Entry:
    references = dict.fromkeys((*entry.references, reference))
    extracted = dict.fromkeys((*entry.extracted, *comments))
    return entry._replace(references=tuple(references), extracted=tuple(extracted))
