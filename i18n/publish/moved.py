"""What stands at the old addresses of a bulletin whose id was changed: pages that lead to its new one."""

from __future__ import annotations

from i18n.publish.addresses import Files, absolute, bulletin_path, link, page_file
from i18n.publish.frame import linker
from i18n.publish.inputs import Leaf
from i18n.publish.press import Press


def moved(press: Press, leaf: Leaf) -> Files:
    """A page for each former id, in the language of the leaf."""
    edition, base_url = leaf.edition, press.site.base_url
    made: Files = {}
    for alias in edition.aliases:
        address = f"{edition.locale}/{bulletin_path(alias)}/"
        depth = address.count("/")
        page = press.templates.render(
            "moved.html",
            edition.locale,
            title=edition.title,
            title_locale=edition.title_locale,
            link=linker(press.site, depth),
            target=link(edition.address, depth, base_url),
            canonical=absolute(edition.address, base_url) if base_url else None,
        )
        made[page_file(address)] = page.encode()
    return made
