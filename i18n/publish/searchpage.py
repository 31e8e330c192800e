"""The page to search in, one a language, where a project wants it: ``<language>/search/index.html``."""

from __future__ import annotations

from i18n.publish.addresses import Files, page_file
from i18n.publish.frame import frame
from i18n.publish.leading import searches
from i18n.publish.packaged import packaged
from i18n.publish.press import Press

SCRIPT = "search.js"


def search_pages(press: Press) -> Files:
    """The pages and their script; none where the site has no search."""
    if not press.site.search:
        return {}
    made = {f"static/{SCRIPT}": press.theme.static.get(SCRIPT) or packaged("static", SCRIPT).read_bytes()}
    pages = searches(press.site)
    for locale in press.site.locales:
        own = pages.in_language(locale)
        values = frame(press.site, locale, own, own.count("/"), pages.versions, pages.default, "search")
        made[page_file(own)] = press.templates.render("search.html", locale, **values).encode()
    return made
