"""The page of a bulletin in one language: ``<address>/index.html``."""

from __future__ import annotations

from i18n.locales import month_line
from i18n.publish.addresses import XML, Files, absolute, archive_address, bulletin_path, link, page_file
from i18n.publish.alternates import Edition, Site
from i18n.publish.entries import dates, heading
from i18n.publish.forms import Form, slot
from i18n.publish.frame import frame
from i18n.publish.inputs import Leaf
from i18n.publish.life import notices, withdrawn
from i18n.publish.press import Press
from i18n.publish.shape import Shape
from i18n.publish.sharing import head

_SLOTS = (
    "path", "title", "summary", "above", "heading", "day", "day_line", "month", "month_line", "body",
    "older_path", "older_title", "older_day", "newer_path", "newer_title", "newer_day", "sharing",
    "life",
)  # fmt: skip


def page(press: Press, leaf: Leaf) -> Files:
    """The HTML page."""
    if leaf.edition.state == "withdrawn":
        return withdrawn(press, leaf)
    shape = leaf.shape
    form = press.form(("bulletin.html", shape), lambda: _form(press, shape))
    edition = leaf.edition
    text = press.texts[shape.locale].page(leaf.localized, shape.depth)
    filled = form.fill(
        {
            **leaf.values,
            "above": text.above,
            "heading": text.heading,
            "body": text.body if "above" in form.names else text.above + text.body,
            "sharing": head(press, edition, leaf.row),
            "life": notices(press, edition),
            **dates(press, edition.day, shape.locale),
            **_month(edition),
            **_neighbour(press, "older", leaf.neighbours.previous),
            **_neighbour(press, "newer", leaf.neighbours.next),
        }
    )
    return {page_file(leaf.address): filled.encode()}


def _month(edition: Edition) -> dict[str, str]:
    year, month = edition.month
    address = archive_address("", year, month).strip("/")
    return {"month": address, "month_line": month_line(year, month, edition.locale) if year else ""}


def _neighbour(press: Press, side: str, edition: Edition | None) -> dict[str, str]:
    if edition is None:
        return {}
    return {
        f"{side}_path": bulletin_path(edition.bulletin),
        f"{side}_title": heading(press, edition),
        f"{side}_day": dates(press, edition.day, edition.locale)["day_line"],
    }


def _neighbours(site: Site, shape: Shape) -> dict[str, dict[str, str]]:
    """By side: the address of the neighbour, and the language of its title."""
    return {
        side: {
            "href": link(f"{shape.locale}/{slot(side + '_path')}/", shape.depth, site.base_url),
            "title_locale": locale,
        }
        for side, locale in (("older", shape.older), ("newer", shape.newer))
        if locale
    }


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
        "machine": shape.machine,
        "dated": shape.dated,
        "has_above": shape.above,
        "summary_locale": shape.summary,
        "neighbours": _neighbours(site, shape),
        "month_href": link(f"{shape.locale}/{slot('month')}/", shape.depth, site.base_url),
    }
    return press.templates.form("bulletin.html", shape.locale, _SLOTS, **values)
