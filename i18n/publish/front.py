"""The page at the root of the site, which lets the reader choose a language; and what all pages share."""

from __future__ import annotations

from urllib.parse import urlsplit

from i18n.model import LocaleTag
from i18n.publish.addresses import FRONT, Files, absolute, index_address, link, page_file
from i18n.publish.frame import frame, linker
from i18n.publish.leading import starts
from i18n.publish.packaged import packaged
from i18n.publish.press import Press

NOT_FOUND = "404.html"
STYLE = "habar.css"
_STATIC = (STYLE, "favicon.svg")


def front(press: Press) -> Files:
    """The page at the root."""
    locale = press.site.source
    values = frame(press.site, locale, FRONT, 0, starts(press.site).versions, FRONT)
    languages = [_language(press, choice) for choice in press.site.locales]
    page = press.templates.render("front.html", locale, languages=languages, **values)
    return {page_file(FRONT): page.encode()}


def not_found(press: Press) -> Files:
    """What a web server answers where there is no page: ``404.html``, in every language.

    It is shown at any address, so that its links begin at the root of the host where the site's own address is known.
    """
    site = press.site

    def to(address: str) -> str:
        return urlsplit(absolute(address, site.base_url)).path if site.base_url else link(address, 0, None)

    languages = [
        press.templates.render("notfound_choice.html", locale, link=to, address=index_address(locale)).rstrip("\n")
        for locale in site.locales
    ]
    values = frame(site, site.source, NOT_FOUND, 0, (), None) | {"link": to, "canonical": None, "feeds": ()}
    return {NOT_FOUND: press.templates.render("notfound.html", site.source, languages=languages, **values).encode()}


def static_files(press: Press) -> Files:
    """The style sheet and the icon, which all pages share, and what a theme has beside them or in their place."""
    made = {name: packaged("static", name).read_bytes() for name in _STATIC}
    made |= press.theme.static
    made[STYLE] += press.theme.style
    return {f"static/{name}": data for name, data in made.items()}


def _language(press: Press, locale: LocaleTag) -> dict[str, str]:
    """What the front page shows of one language, in its own words."""
    name, name_locale = press.site.publisher_in(locale)
    values = {"link": linker(press.site, 0), "publisher": name if name_locale == locale else ""}
    parts = {"bulletins": "front_word.html", "choice": "front_choice.html"}
    return {part: press.templates.render(template, locale, **values).rstrip("\n") for part, template in parts.items()}
