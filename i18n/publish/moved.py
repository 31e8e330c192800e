"""What stands at the old addresses of a bulletin whose id was changed: pages that lead to its new one."""

from __future__ import annotations

from i18n.publish.addresses import Files, absolute, bulletin_path, link, page_file
from i18n.publish.alternates import Edition
from i18n.publish.frame import linker
from i18n.publish.inputs import Leaf
from i18n.publish.life import earlier_address
from i18n.publish.press import Press


def moved(press: Press, leaf: Leaf) -> Files:
    """A page for each former id, in the language of the leaf, and one below it for each earlier version."""
    edition = leaf.edition
    made: Files = {}
    for alias in edition.aliases:
        old = f"{edition.locale}/{bulletin_path(alias)}/"
        made |= _leading(press, edition, old, edition.address)
        for version in edition.earlier:
            made |= _leading(press, edition, f"{old}v{version}/", earlier_address(edition, version))
    return made


def _leading(press: Press, edition: Edition, address: str, target: str) -> Files:
    base_url = press.site.base_url
    depth = address.count("/")
    page = press.templates.render(
        "moved.html",
        edition.locale,
        title=edition.title,
        title_locale=edition.title_locale,
        link=linker(press.site, depth),
        target=link(target, depth, base_url),
        canonical=absolute(edition.address, base_url) if base_url else None,
    )
    return {page_file(address): page.encode()}
