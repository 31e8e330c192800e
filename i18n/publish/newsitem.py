"""What NewsML-G2 and ninjs say alike of a bulletin in one language: names, days, and where its translations are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from i18n.locales import date_line
from i18n.model import LocaleTag
from i18n.publish import pictures
from i18n.publish.addresses import bulletin_path
from i18n.publish.alternates import Edition, Site
from i18n.publish.forms import slot
from i18n.publish.inputs import Leaf
from i18n.publish.press import Press
from i18n.publish.stamps import stamp
from i18n.publish.tags import language_tag

TRANSLATION = "https://schema.org/workTranslation"
ORIGINAL = "https://schema.org/translationOfWork"
"""The relation of a text to one of its translations, and of a translation to its original. IPTC has none."""


PROVISIONAL = "Provisional translation"
MACHINE = "Parts of this text are a machine translation."
CORRECTED = "The original text was corrected"
LAGS = "This translation does not have the correction yet."
"""Words of the page's notices."""


class Note(NamedTuple):
    """A word to the editors who receive an item."""

    text: str
    locale: LocaleTag


class Shape(NamedTuple):
    """All that decides the form of a news item."""

    locale: LocaleTag
    source: LocaleTag
    readable: tuple[LocaleTag, ...]
    """The languages in which the bulletin can be read."""
    usable: bool
    """Whether this one can: else it was withdrawn."""
    machine: bool
    """Whether parts of it are a machine's."""
    images: tuple[pictures.Frame, ...]


class Relative(NamedTuple):
    """Another language of the same bulletin. Name and folder hold slots."""

    locale: LocaleTag
    relation: str
    name: str
    folder: str


def is_item(site: Site, leaf: Leaf) -> bool:
    """Whether there is a news item: it needs an address, and a day on which it became news."""
    return site.base_url is not None and leaf.edition.updated is not None


def shape_of(leaf: Leaf) -> Shape:
    edition = leaf.edition
    readable = tuple([other.locale for other in leaf.row if other.published])
    return Shape(
        edition.locale,
        edition.source,
        readable,
        edition.published,
        edition.machine,
        pictures.frames(edition.images),
    )


def relatives(site: Site, shape: Shape) -> list[Relative]:
    """Of an original its translations, of a translation its original, where they can be read."""
    if shape.locale == shape.source:
        others = [(locale, TRANSLATION) for locale in shape.readable if locale != shape.locale]
    else:
        others = [(locale, ORIGINAL) for locale in shape.readable if locale == shape.source]
    return [Relative(locale, relation, name(site, locale), folder(locale)) for locale, relation in others]


def name(site: Site, locale: LocaleTag) -> str:
    """The name of the bulletin in a language, with a slot for the bulletin."""
    return language_tag(site, locale) + slot("bulletin")


def folder(locale: LocaleTag) -> str:
    """Where the bulletin lies in a language, with a slot for what languages share."""
    return f"{locale}/{slot('path')}/"


def notes(press: Press, edition: Edition) -> list[Note]:
    """What an agency should know beside the text: what the page says in its notices."""
    locale, word = edition.locale, press.templates.translator(edition.locale)
    found = [Note(word(PROVISIONAL), locale)] if edition.provisional and edition.published else []
    if edition.machine:
        found.append(Note(word(MACHINE), locale))
    if edition.lag:
        found += Note(f"{word(CORRECTED)} {date_line(edition.lag, locale)}", locale), Note(word(LAGS), locale)
    if edition.note:
        found.append(Note(edition.note, edition.note_locale or locale))
    return found


def values_of(site: Site, leaf: Leaf) -> Mapping[str, str]:
    """What fills the holes of either format: nothing in it has to be escaped."""
    edition = leaf.edition
    issued, updated = edition.issued or edition.updated, edition.updated
    day = edition.day or issued
    return {
        "bulletin": edition.bulletin,
        "path": bulletin_path(edition.bulletin),
        "version": str(edition.version),
        "published": stamp(issued, site.zone) if issued else "",
        "modified": stamp(updated, site.zone) if updated else "",
        "day_line": date_line(day, edition.locale) if day else "",
    }
