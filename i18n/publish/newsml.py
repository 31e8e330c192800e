"""A bulletin in one language for news agencies: NewsML-G2 2.35 with the text in NITF 3.6, ``<address>/newsml.xml``."""

from __future__ import annotations

from i18n.model import LocaleTag
from i18n.publish import origins, pictures
from i18n.publish.addresses import FRONT, NEWSML, Files, absolute
from i18n.publish.blocks import NITF, blocks
from i18n.publish.forms import Form
from i18n.publish.inputs import Leaf
from i18n.publish.newsitem import Note, Shape, folder, is_item, name, notes, relatives, shape_of, values_of
from i18n.publish.press import Press
from i18n.publish.tags import authority
from i18n.publish.text import escape

_SLOTS = (
    "bulletin", "path", "version", "published", "modified", "day_line", "title", "title_lang", "description", "notes",
    "body",
)  # fmt: skip


def newsml(press: Press, leaf: Leaf) -> Files:
    """The news item. None without an address or a day: both are required."""
    if not is_item(press.site, leaf):
        return {}
    edition, shape = leaf.edition, shape_of(leaf)
    form = press.form(("newsml.xml", shape), lambda: _form(press, shape))
    filled = form.fill(
        {
            **values_of(press.site, leaf),
            **pictures.values(edition.images, press.site.base_url or "", escape),
            "title": escape(edition.title),
            "title_lang": _language(edition.title_locale),
            "description": _description(edition.summary, edition.summary_locale),
            "notes": "".join([_note(note, edition.locale) for note in notes(press, edition)]),
            "body": blocks(leaf.localized, leaf.escaped, leaf.spots, NITF) if shape.usable else "",
        }
    )
    return {leaf.address + NEWSML: filled.encode()}


def _form(press: Press, shape: Shape) -> Form:
    site, base_url = press.site, press.site.base_url or ""
    publisher, language = site.publisher_in(shape.locale)
    return press.templates.form(
        "newsml.xml", shape.locale, (*_SLOTS, *pictures.names(shape.images)),
        images=pictures.shown(shape.images),
        guid=name(site, shape.locale),
        authority=authority(site),
        home=absolute(FRONT, base_url),
        page=absolute(folder(shape.locale), base_url),
        publisher={"name": publisher, "locale": language},
        usable=shape.usable,
        origin=origins.SCHEME + origins.TERM if shape.machine else "",
        status="usable" if shape.usable else "canceled",
        links=[
            {
                "relation": other.relation,
                "name": other.name,
                "href": absolute(other.folder + NEWSML, base_url),
                "locale": other.locale,
            }
            for other in relatives(site, shape)
        ],
    )  # fmt: skip


def _note(note: Note, locale: LocaleTag) -> str:
    return f"<edNote{_language('' if note.locale == locale else note.locale)}>{escape(note.text)}</edNote>\n"


def _description(summary: str, other: LocaleTag) -> str:
    if not summary:
        return ""
    return f'<description role="drol:summary"{_language(other)}>{escape(summary)}</description>\n'


def _language(other: LocaleTag) -> str:
    return f' xml:lang="{other}"' if other else ""
