"""The page of a bulletin in one language: ``<address>/index.html``."""

from __future__ import annotations

from i18n.publish.addresses import XML, Files, absolute, link, page_file
from i18n.publish.forms import Form
from i18n.publish.frame import frame
from i18n.publish.inputs import Leaf
from i18n.publish.press import Press
from i18n.publish.shape import Shape, shape_of, values_of
from i18n.publish.sharing import head

_SLOTS = ("path", "title", "heading", "day", "day_line", "body", "sharing")


def page(press: Press, leaf: Leaf) -> Files:
    """The HTML page."""
    shape = shape_of(leaf)
    form = press.form(("bulletin.html", shape), lambda: _form(press, shape))
    texts, day = press.texts[shape.locale], leaf.edition.day
    filled = form.fill(
        values_of(leaf)
        | {
            "day_line": press.typesetter.date_line(day, shape.locale) if day else "",
            "heading": texts.heading(leaf.localized),
            "body": texts.body(leaf.localized),
            "sharing": head(press, leaf.edition, leaf.row),
        }
    )
    return {page_file(leaf.edition.address): filled.encode()}


def _form(press: Press, shape: Shape) -> Form:
    site, own = press.site, shape.address
    versions = shape.versions(site)
    original = next((version for version in versions if version.locale == shape.source and version.published), None)
    values = frame(site, shape.locale, own, shape.depth, versions, original.address if original else None)
    values |= {
        "original": {
            "locale": shape.source,
            "href": link(original.address, shape.depth, site.base_url) if original else None,
        },
        "permanent": absolute(own, site.base_url) if site.base_url else "/" + own,
        "xml": XML,
        "provisional": shape.provisional,
        "dated": shape.dated,
    }
    return press.templates.form("bulletin.html", shape.locale, _SLOTS, **values)
